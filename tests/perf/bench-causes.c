/* How long grouping by cause takes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-data.h"
#include "perf-report.h"
#include "perf-wait.h"

#include "act-store-causes.h"

#include <stdlib.h>

#define N_REPEATS    10
#define MAX_GROUP_MS 300

static GPtrArray *
list_causes (ActStore       *store,
             const ActQuery *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *causes = NULL;

  act_store_list_causes_async (store, query, ACT_CAUSE_ORDER_COUNT, NULL, perf_keep_result_cb, &result);
  causes = act_store_list_causes_finish (store, perf_wait (&result), NULL, &error);
  perf_fail_on (error);

  return causes;
}

static guint
count_events (GPtrArray *causes)
{
  guint n_events = 0;

  for (guint i = 0; i < causes->len; i++)
    n_events += ((const ActCause *) g_ptr_array_index (causes, i))->count;

  return n_events;
}

static void
measure (ActStore       *store,
         const ActQuery *query,
         const char     *name,
         guint           n_events)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_REPEATS; i++)
    {
      double began = perf_now_ms ();
      double time;
      g_autoptr (GPtrArray) causes = list_causes (store, query);

      time = perf_now_ms () - began;
      g_array_append_val (times, time);
    }

  perf_report (name, perf_percentile (times, 50), "ms", PERF_AT_MOST, MAX_GROUP_MS, n_events);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (PerfData) data = perf_data_from_args (argc, argv);
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GPtrArray) causes = NULL;
  ActStore *store = perf_data_open (data);

  measure (store, query, "open events grouped by cause, p50", data->n_events);
  query->include_actioned = TRUE;
  measure (store, query, "all events grouped by cause, p50", data->n_events);
  causes = list_causes (store, query);
  perf_check ("events of all causes", count_events (causes) == data->n_events, data->n_events);
  perf_report ("causes", causes->len, "", PERF_SHOWN, 0, data->n_events);
  perf_store_close (store);

  return EXIT_SUCCESS;
}
