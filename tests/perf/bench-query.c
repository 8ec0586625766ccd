/* How long a filter and another order take
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-data.h"
#include "perf-report.h"
#include "perf-wait.h"

#include "act-event-list.h"

#include <stdlib.h>

#define SCREENFUL     40
#define N_REPEATS     5
#define MAX_FILTER_MS 50
#define MAX_SORT_MS   1000

typedef struct
{
  ActEventList *list;
  double        began;
  double        first_ms;    /* until a screenful was filled */
  double        complete_ms; /* until all rows were there */
} Timing;

static gboolean
is_screenful_filled (ActEventList *list)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (act_event_list_get_loading (list))
    return FALSE;

  for (guint i = 0; i < MIN (n_rows, SCREENFUL); i++)
    {
      g_autoptr (ActEventRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (act_event_row_get_record (row) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* A view holds the rows that can be seen. */
static GPtrArray *
hold_rows (ActEventList *list)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint      n_rows = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < MIN (n_rows, SCREENFUL); i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), i));

  return rows;
}

static void
measure (Timing         *timing,
         const ActQuery *query)
{
  g_autoptr (GPtrArray) held = NULL;

  timing->began = perf_now_ms ();
  timing->first_ms = 0;
  timing->complete_ms = 0;
  act_event_list_set_query (timing->list, query);
  while (timing->first_ms <= 0 || timing->complete_ms <= 0)
    {
      g_main_context_iteration (NULL, TRUE);
      if (act_event_list_get_loading (timing->list))
        continue;

      if (held == NULL)
        held = hold_rows (timing->list);
      if (timing->first_ms <= 0 && is_screenful_filled (timing->list))
        timing->first_ms = perf_now_ms () - timing->began;
      if (timing->complete_ms <= 0 && act_event_list_get_complete (timing->list))
        timing->complete_ms = perf_now_ms () - timing->began;
    }
}

static void
measure_filters (Timing *timing,
                 guint   n_events)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_found = 0;

  query->descending = TRUE;
  for (guint repeat = 0; repeat < N_REPEATS; repeat++)
    {
      n_found = 0;
      for (guint kind = 0; kind < ACT_EVENT_KIND_OTHER; kind++)
        {
          query->kinds = 1u << kind;
          query->include_actioned = TRUE;
          measure (timing, query);
          g_array_append_val (first, timing->first_ms);
          n_found += g_list_model_get_n_items (G_LIST_MODEL (timing->list));
        }
    }

  perf_check ("rows of all filters", n_found == n_events, n_events);
  perf_report ("filter in date order, first screenful, p95", perf_percentile (first, 95), "ms",
               PERF_AT_MOST, MAX_FILTER_MS, n_events);
}

static void
measure_sorts (Timing *timing,
               guint   n_events)
{
  g_autoptr (ActQuery) query = act_query_new ();
  double   slowest = 0;
  gboolean all_there = TRUE;

  query->kinds = ACT_QUERY_ALL_KINDS;
  query->include_actioned = TRUE;
  for (ActSortColumn sort = ACT_SORT_NAME; sort <= ACT_SORT_ACCOUNT; sort++)
    {
      query->sort = sort;
      query->descending = !query->descending;
      measure (timing, query);
      slowest = MAX (slowest, timing->complete_ms);
      all_there &= g_list_model_get_n_items (G_LIST_MODEL (timing->list)) == n_events;
    }

  perf_check ("rows of all orders", all_there, n_events);
  perf_report ("sort by another column, the slowest", slowest, "ms", PERF_AT_MOST, MAX_SORT_MS,
               n_events);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (PerfData) data = perf_data_from_args (argc, argv);
  ActStore *store = perf_data_open (data);
  Timing    timing = { .list = act_event_list_new (ACT_ROW_SOURCE (store)) };

  measure_filters (&timing, data->n_events);
  measure_sorts (&timing, data->n_events);
  g_object_unref (timing.list);
  perf_store_close (store);

  return EXIT_SUCCESS;
}
