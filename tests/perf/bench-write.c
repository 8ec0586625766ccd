/* What an event costs from the server's text to the indexes, and how large the store gets
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-data.h"
#include "perf-report.h"
#include "perf-wait.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define MAX_US_AN_EVENT 100.0
#define MAX_SIZE_RATIO  1.6

static guint
count_events (PerfData *data)
{
  g_autoptr (ActStore) store = perf_data_open (data);
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  query->include_actioned = TRUE;
  act_row_source_query_async (ACT_ROW_SOURCE (store), query, 0, NULL, perf_keep_result_cb, &result);
  rows = act_row_source_query_finish (ACT_ROW_SOURCE (store), perf_wait (&result), &error);
  perf_fail_on (error);
  perf_store_close (g_steal_pointer (&store));

  return rows->len;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (PerfData) data = perf_data_from_args (argc, argv);
  GStatBuf status;

  perf_check ("events written", count_events (data) == data->n_events, data->n_events);
  if (data->cpu_us > 0)
    perf_report ("CPU to parse, store and index an event", data->cpu_us / data->n_events, "µs",
                 PERF_AT_MOST, MAX_US_AN_EVENT, data->n_events);

  if (g_stat (data->store_path, &status) == 0)
    perf_report ("store against the raw JSON", (double) status.st_size / data->json_bytes, "×",
                 PERF_AT_MOST, MAX_SIZE_RATIO, data->n_events);
  perf_report ("raw JSON an event", data->json_bytes / data->n_events, "bytes", PERF_SHOWN, 0,
               data->n_events);

  return EXIT_SUCCESS;
}
