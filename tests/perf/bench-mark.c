/* How long it takes until 10,000 marks are on the disk, and until the list is without them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-data.h"
#include "perf-report.h"
#include "perf-wait.h"

#include <stdlib.h>

#define N_MARKS           10000
#define MAX_MS_TO_DURABLE 100.0
#define MAX_MS_TO_LIST    500.0

static GArray *
list_open (ActStore *store)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *rows = NULL;

  act_row_source_query_async (ACT_ROW_SOURCE (store), query, 0, NULL, perf_keep_result_cb, &result);
  rows = act_row_source_query_finish (ACT_ROW_SOURCE (store), perf_wait (&result), &error);
  perf_fail_on (error);

  return rows;
}

static gsize
mark (ActStore *store,
      GArray   *rows)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_marked = 0;

  act_store_mark_async (store, (const gint64 *) (gpointer) rows->data, rows->len, G_MAXINT64, NULL,
                        perf_keep_result_cb, &result);
  act_store_mark_finish (store, perf_wait (&result), &n_marked, &error);
  perf_fail_on (error);

  return n_marked;
}

static void
take_back (ActStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  act_store_take_back_held_async (store, NULL, perf_keep_result_cb, &result);
  rows = act_store_take_back_finish (store, perf_wait (&result), &error);
  perf_fail_on (error);
}

/* Takes every STEPth of the rows. */
static GArray *
pick (GArray *open,
      guint   step)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < open->len && rows->len < N_MARKS; i += step)
    g_array_append_val (rows, g_array_index (open, gint64, i));

  return rows;
}

static void
measure (PerfData   *data,
         ActStore   *store,
         const char *what,
         gboolean    spread)
{
  g_autoptr (GArray) open = list_open (store);
  g_autoptr (GArray) rows = pick (open, spread ? MAX (open->len / N_MARKS, 1) : 1);
  g_autoptr (GArray) left = NULL;
  g_autofree char *durable = g_strdup_printf ("mark 10,000 %s: gesture to durable", what);
  g_autofree char *list = g_strdup_printf ("mark 10,000 %s: to the list without them", what);
  g_autofree char *cpu = g_strdup_printf ("mark 10,000 %s: CPU", what);
  double           cpu_began = perf_cpu_us ();
  double           began = perf_now_ms ();
  double           ended = 0;
  gsize            n = mark (store, rows);

  ended = perf_now_ms ();
  perf_report (cpu, (perf_cpu_us () - cpu_began) / 1000, "ms", PERF_SHOWN, 0, data->n_events);
  left = list_open (store);
  perf_report (durable, ended - began, "ms", PERF_AT_MOST, MAX_MS_TO_DURABLE, data->n_events);
  perf_report (list, perf_now_ms () - began, "ms", PERF_AT_MOST, MAX_MS_TO_LIST, data->n_events);
  perf_check (durable, n == rows->len && left->len == open->len - rows->len, data->n_events);

  began = perf_now_ms ();
  take_back (store);
  g_autofree char *back = g_strdup_printf ("take 10,000 %s back", what);
  perf_report (back, perf_now_ms () - began, "ms", PERF_SHOWN, 0, data->n_events);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (PerfData) data = perf_data_from_args (argc, argv);
  g_autoptr (PerfData) copy = perf_data_copy_store (data, "marks");
  ActStore *store = perf_data_open (copy);

  measure (data, store, "contiguous", FALSE);
  measure (data, store, "spread", TRUE);
  perf_store_close (store);

  return EXIT_SUCCESS;
}
