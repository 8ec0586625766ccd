/* How long a search takes: until the screen is filled, and until all is counted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-data.h"
#include "perf-report.h"
#include "perf-searches.h"
#include "perf-wait.h"

#include "act-event-list.h"
#include "act-store-searching.h"

#include <stdlib.h>

#define N_SEARCHES 200

/* So many are counted by grep too, and so many by the plain filter. */
#define N_GREPPED  40
#define N_FILTERED 20

/* The plain filter takes its time. */
#define MAX_FILTERED 20000

#define N_FIRST      200
#define SCREENFUL    40
#define MAX_FIRST_MS 50
#define MAX_COUNT_MS 300
#define MIN_GREP     2
#define MAX_PEAK_MIB 48

typedef struct
{
  PerfData     *data;
  ActStore     *store;
  GPtrArray    *searches;
  ActEventList *list;
  GArray       *first;  /* how long each took until the screen was filled, ms */
  GArray       *counts; /* how many each found */
  GArray       *took;   /* how long counting them took, ms */
} Bench;

static gboolean
is_filled (Bench     *bench,
           GPtrArray *held)
{
  if (act_event_list_get_loading (bench->list))
    return FALSE;

  if (held->len == 0)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (bench->list));

      for (guint i = 0; i < MIN (n, SCREENFUL); i++)
        g_ptr_array_add (held, g_list_model_get_item (G_LIST_MODEL (bench->list), i));
    }

  for (guint i = 0; i < held->len; i++)
    {
      if (act_event_row_get_record (g_ptr_array_index (held, i)) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* The next search is typed while all rows of the last one are still read. */
/* The values stay in the order of the searches. */
static double
get_p95 (GArray *values)
{
  g_autoptr (GArray) copy = g_array_copy (values);

  return perf_percentile (copy, 95);
}

static void
measure_first (Bench *bench)
{
  for (guint i = 0; i < bench->searches->len; i++)
    {
      const PerfSearch *search = g_ptr_array_index (bench->searches, i);
      g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
      double began = perf_now_ms ();
      double took;

      act_event_list_set_query (bench->list, search->query);
      while (!is_filled (bench, held))
        g_main_context_iteration (NULL, TRUE);
      took = perf_now_ms () - began;
      g_array_append_val (bench->first, took);
    }

  perf_report ("change of search, first screenful, p95", get_p95 (bench->first), "ms",
               PERF_AT_MOST, MAX_FIRST_MS, bench->data->n_events);
}

static GArray *
list (Bench          *bench,
      const ActQuery *query,
      guint           limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *row_ids = NULL;

  act_row_source_query_async (ACT_ROW_SOURCE (bench->store), query, limit, NULL,
                              perf_keep_result_cb, &result);
  row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (bench->store), perf_wait (&result), &error);
  perf_fail_on (error);

  return row_ids;
}

static guint
count (Bench          *bench,
       const ActQuery *query)
{
  g_autoptr (GArray) row_ids = list (bench, query, 0);

  return row_ids->len;
}

static guint
count_by_facets (Bench          *bench,
                 const ActQuery *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActFacets) facets = NULL;

  act_store_list_facets_async (bench->store, query, NULL, perf_keep_result_cb, &result);
  facets = act_store_list_facets_finish (bench->store, perf_wait (&result), &error);
  perf_fail_on (error);

  return facets->total;
}

static void
measure_counts (Bench *bench)
{
  g_autoptr (GArray) facets_took = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean equal = TRUE;
  guint    n_events = bench->data->n_events;

  for (guint i = 0; i < bench->searches->len; i++)
    {
      const PerfSearch *search = g_ptr_array_index (bench->searches, i);
      double            began = perf_now_ms ();
      guint             n = count (bench, search->query);
      double            took = perf_now_ms () - began;

      g_array_append_val (bench->counts, n);
      g_array_append_val (bench->took, took);

      began = perf_now_ms ();
      equal &= count_by_facets (bench, search->query) == n;
      took = perf_now_ms () - began;
      g_array_append_val (facets_took, took);
    }

  perf_check ("counts of searches, counted twice", equal, n_events);
  perf_report ("exact count of a search, p95", get_p95 (bench->took), "ms", PERF_AT_MOST,
               MAX_COUNT_MS, n_events);
  perf_report ("counts by event name and destination of a search, p95",
               get_p95 (facets_took), "ms", PERF_AT_MOST, MAX_COUNT_MS, n_events);
}

static double
grep (Bench      *bench,
      const char *pattern)
{
  const char      *arguments[] = { "grep", "-ci", "--", pattern, bench->data->lines_path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  double began = perf_now_ms ();

  /* It would stop at the first line if nobody read what it prints. */
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL,
                &error);
  perf_fail_on (error);

  return perf_now_ms () - began;
}

static void
measure_grep (Bench *bench)
{
  double all_grep = 0;
  double all_counts = 0;
  guint  n = 0;

  for (guint i = 0; i < bench->searches->len && n < N_GREPPED; i++)
    {
      const PerfSearch *search = g_ptr_array_index (bench->searches, i);

      if (search->pattern == NULL)
        continue;

      all_grep += grep (bench, search->pattern);
      all_counts += g_array_index (bench->took, double, i);
      n++;
    }

  perf_report ("grep -ci over the same events against the count", all_grep / all_counts, "×",
               PERF_AT_LEAST, MIN_GREP, bench->data->n_events);
}

static GPtrArray *
load_all (Bench *bench)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records = NULL;

  query->include_actioned = TRUE;
  row_ids = list (bench, query, 0);
  act_row_source_load_async (ACT_ROW_SOURCE (bench->store),
                             (const gint64 *) (gconstpointer) row_ids->data, row_ids->len,
                             ACT_ROW_LOAD_NONE, NULL, perf_keep_result_cb, &result);
  records = act_row_source_load_finish (ACT_ROW_SOURCE (bench->store), perf_wait (&result), &error);
  perf_fail_on (error);

  return records;
}

/* The first rows are found in other ways than all of them, but are the same. */
static void
check_first (Bench *bench)
{
  gboolean equal = TRUE;

  for (guint i = 0; i < MIN (bench->searches->len, N_FILTERED); i++)
    {
      const PerfSearch *search = g_ptr_array_index (bench->searches, i);
      g_autoptr (ActQuery) query = act_query_copy (search->query);
      g_autoptr (GArray) first = NULL;
      g_autoptr (GArray) all = NULL;

      query->sort = i % 3 == 0 ? ACT_SORT_MESSAGE : ACT_SORT_DATE;
      query->descending = i % 2 == 0;
      first = list (bench, query, N_FIRST);
      all = list (bench, query, 0);
      equal &= first->len == MIN (all->len, N_FIRST) &&
               memcmp (first->data, all->data, first->len * sizeof (gint64)) == 0;
    }

  perf_check ("first rows against all rows", equal, bench->data->n_events);
}

static void
check_plainly (Bench *bench)
{
  g_autoptr (GPtrArray) records = NULL;
  gboolean equal = TRUE;

  if (bench->data->n_events > MAX_FILTERED)
    return;

  records = load_all (bench);
  for (guint i = 0; i < MIN (bench->searches->len, N_FILTERED); i++)
    {
      const PerfSearch *search = g_ptr_array_index (bench->searches, i);
      guint             n = 0;

      for (guint record = 0; record < records->len; record++)
        n += act_search_matches (search->query->search, g_ptr_array_index (records, record)) ? 1 : 0;
      equal &= n == g_array_index (bench->counts, guint, i);
    }

  perf_check ("counts of searches against the plain filter", equal, bench->data->n_events);
}

/* What one new query takes beside what the list holds anyway. */
static void
measure_peak (Bench *bench)
{
  g_autoptr (ActQuery) query = act_query_new ();
  double    before;
  PerfPeak *peak = NULL;

  query->include_actioned = TRUE;
  act_event_list_set_query (bench->list, query);
  while (!act_event_list_get_complete (bench->list))
    g_main_context_iteration (NULL, TRUE);

  before = perf_anonymous_mib ();
  peak = perf_peak_start ();
  for (guint i = 0; i < MIN (bench->searches->len, N_FILTERED); i++)
    {
      const PerfSearch *search = g_ptr_array_index (bench->searches, i);

      act_event_list_set_query (bench->list, search->query);
      while (!act_event_list_get_complete (bench->list))
        g_main_context_iteration (NULL, TRUE);
    }
  perf_report ("anonymous memory of new searches above that of the whole list",
               perf_peak_stop (peak) - before, "MiB", PERF_AT_MOST, MAX_PEAK_MIB,
               bench->data->n_events);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (PerfData) data = perf_data_from_args (argc, argv);
  Bench bench = { .data = data };

  bench.store = perf_data_open (data);
  bench.searches = perf_searches_new (data->lines_path, N_SEARCHES);
  bench.list = act_event_list_new (ACT_ROW_SOURCE (bench.store));
  bench.first = g_array_new (FALSE, FALSE, sizeof (double));
  bench.counts = g_array_new (FALSE, FALSE, sizeof (guint));
  bench.took = g_array_new (FALSE, FALSE, sizeof (double));

  measure_first (&bench);
  measure_counts (&bench);
  measure_grep (&bench);
  check_first (&bench);
  check_plainly (&bench);
  measure_peak (&bench);

  if (g_getenv ("BENCH_VERBOSE") != NULL)
    for (guint i = 0; i < bench.searches->len; i++)
      g_printerr ("%8.2f %8.2f %8u %s\n", g_array_index (bench.first, double, i),
                  g_array_index (bench.took, double, i), g_array_index (bench.counts, guint, i),
                  ((PerfSearch *) g_ptr_array_index (bench.searches, i))->text);

  g_object_unref (bench.list);
  g_array_unref (bench.first);
  g_array_unref (bench.counts);
  g_array_unref (bench.took);
  g_ptr_array_unref (bench.searches);
  perf_store_close (bench.store);

  return EXIT_SUCCESS;
}
