/* The list against a plain array: the model's contract through random changes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-fixture.h"

#include "act-store-error.h"

static void
test_first_screenful (ListFixture  *f,
                      gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();

  memory_source_fill (f->source, 1000);
  act_event_list_set_query (f->list, query);
  g_assert_true (act_event_list_get_loading (f->list));
  g_assert_cmpuint (f->source->last_limit, ==, 64);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 0);

  while (act_event_list_get_loading (f->list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 64);

  list_fixture_settle (f);
  g_assert_cmpuint (f->source->n_queries, ==, 2);
  g_assert_cmpuint (f->source->last_limit, ==, 0);
  g_assert_cmpuint (f->n_changes, ==, 2);
  g_assert_cmpuint (f->n_replaced, ==, 0);
  g_assert_cmpuint (f->n_loading, ==, 2);
  g_assert_cmpuint (f->source->n_loads, ==, 0);

  /* The same query again is no work. */
  act_event_list_set_query (f->list, query);
  act_event_list_set_query (f->list, act_event_list_get_query (f->list));
  g_assert_cmpuint (f->source->n_queries, ==, 2);
}

static void
test_short_list_is_read_once (ListFixture  *f,
                              gconstpointer data)
{
  memory_source_fill (f->source, 12);
  list_fixture_show (f);
  g_assert_cmpuint (f->source->n_queries, ==, 1);
  g_assert_cmpuint (f->n_changes, ==, 1);
}

static void
test_rows (ListFixture  *f,
           gconstpointer data)
{
  g_autoptr (ActEventRow) again = NULL;
  ActEventRow *row = NULL;

  memory_source_fill (f->source, 50);
  list_fixture_show (f);
  row = list_fixture_hold (f, 3);
  g_assert_null (act_event_row_get_record (row));
  again = g_list_model_get_item (G_LIST_MODEL (f->list), 3);
  g_assert_true (again == row);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (f->list), 50));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (f->list)) == ACT_TYPE_EVENT_ROW);

  list_fixture_await_record (f, row);
  g_assert_cmpuint (f->source->n_loads, ==, 1);
  g_assert_cmpuint (f->source->n_loaded, ==, 1);
}

static void
test_rows_flown_over_are_not_loaded (ListFixture  *f,
                                     gconstpointer data)
{
  ActEventRow *row = NULL;

  memory_source_fill (f->source, 3000);
  list_fixture_show (f);
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (ActEventRow) passing = g_list_model_get_item (G_LIST_MODEL (f->list), i);

      g_assert_nonnull (passing);
    }
  row = list_fixture_hold (f, 2000);
  list_fixture_await_record (f, row);
  g_assert_cmpuint (f->source->n_loaded, ==, 1);
}

static void
test_batches_are_bounded (ListFixture  *f,
                          gconstpointer data)
{
  memory_source_fill (f->source, 3000);
  list_fixture_show (f);
  for (guint i = 0; i < 2000; i++)
    list_fixture_hold (f, i);
  for (guint i = 0; i < 2000; i++)
    list_fixture_await_record (
        f, g_hash_table_lookup (f->held, &g_array_index (f->source->ids, gint64, i)));
  g_assert_cmpuint (f->source->n_loaded, ==, 2000);
  g_assert_cmpuint (f->source->largest_load, <=, 512);
  g_assert_cmpuint (f->source->n_loads, <=, 5);
}

static void
test_change_reloads_rows (ListFixture  *f,
                          gconstpointer data)
{
  ActEventRow *row = NULL;
  ActEventRow *other = NULL;
  guint        n_changes = 0;

  memory_source_fill (f->source, 50);
  list_fixture_show (f);
  row = list_fixture_hold (f, 0);
  other = list_fixture_hold (f, 49);
  list_fixture_await_record (f, row);
  list_fixture_await_record (f, other);
  n_changes = f->n_changes;

  memory_source_set_message (f->source, act_event_row_get_row_id (row), 7);
  memory_source_set_message (f->source, act_event_row_get_row_id (other), 8);
  act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
  list_fixture_await_record (f, row);
  list_fixture_await_record (f, other);
  g_assert_cmpuint (f->n_changes, ==, n_changes);
}

static void
test_changes_are_coalesced (ListFixture  *f,
                            gconstpointer data)
{
  memory_source_fill (f->source, 10);
  list_fixture_show (f);
  for (guint i = 0; i < 500; i++)
    {
      gint64 id = 10000 - (gint64) i;

      g_array_prepend_val (f->source->ids, id);
      act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
      g_main_context_iteration (NULL, FALSE);
    }
  list_fixture_settle (f);

  /* One reading of the query, at most one at once, and one for each quarter of a second. */
  g_assert_cmpuint (f->source->n_queries, <, 50);
}

static void
test_change_while_reading (ListFixture  *f,
                           gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();
  gint64 id = 99;

  memory_source_fill (f->source, 10);
  f->source->hold = TRUE;
  act_event_list_set_query (f->list, query);
  act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
  g_assert_cmpuint (f->source->n_queries, ==, 1);
  memory_source_release (f->source);
  g_array_append_val (f->source->ids, id);
  list_fixture_settle (f);
  g_assert_cmpuint (f->source->n_queries, ==, 2);
}

static void
test_old_answers_are_dropped (ListFixture  *f,
                              gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();

  memory_source_fill (f->source, 60);
  list_fixture_show (f);
  f->source->hold = TRUE;
  query->include_actioned = TRUE;
  act_event_list_set_query (f->list, query);
  g_assert_true (act_event_list_get_loading (f->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 60);

  query->descending = FALSE;
  act_event_list_set_query (f->list, query);
  g_assert_cmpuint (f->source->waiting->len, ==, 2);
  g_assert_true (
      g_cancellable_is_cancelled (g_task_get_cancellable (f->source->waiting->pdata[0])));

  memory_source_fill (f->source, 50);
  memory_source_answer (f->source, g_ptr_array_index (f->source->waiting, 0));
  g_ptr_array_remove_index (f->source->waiting, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (act_event_list_get_loading (f->list));
  g_assert_null (act_event_list_get_error (f->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 60);

  memory_source_fill (f->source, 40);
  memory_source_release (f->source);
  list_fixture_settle (f);
  g_assert_true (act_query_equal (act_event_list_get_query (f->list), query));
  g_assert_cmpuint (f->n_changes, ==, 2);
}

static void
test_failure_is_tried_again (ListFixture  *f,
                             gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();

  memory_source_fill (f->source, 100);
  list_fixture_show (f);
  query->include_actioned = TRUE;
  f->source->n_failures_left = 2;
  memory_source_fill (f->source, 120);
  act_event_list_set_query (f->list, query);
  while (act_event_list_get_error (f->list) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (act_event_list_get_error (f->list), ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
  g_assert_false (act_event_list_get_loading (f->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 100);

  list_fixture_settle (f);
  while (act_event_list_get_error (f->list) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_failed_load_is_tried_again (ListFixture  *f,
                                 gconstpointer data)
{
  ActEventRow *row = NULL;

  memory_source_fill (f->source, 100);
  list_fixture_show (f);
  f->source->n_failures_left = 2;
  row = list_fixture_hold (f, 5);
  while (act_event_list_get_error (f->list) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (act_event_row_get_record (row));
  list_fixture_await_record (f, row);
  while (act_event_list_get_error (f->list) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What a view finds when it is told of the first rows. */
static void
expect_filled_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  guint      *n_filled)
{
  g_autoptr (ActEventRow) row = NULL;

  if (added == 0 || *n_filled > 0)
    return;

  row = g_list_model_get_item (model, position + added - 1);
  g_assert_nonnull (act_event_row_get_record (row));
  *n_filled = added;
}

static void
test_first_rows_are_filled (ListFixture  *f,
                            gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();
  guint n_filled = 0;

  memory_source_fill (f->source, 1000);
  act_event_list_set_first (f->list, 20);
  g_signal_connect (f->list, "items-changed", G_CALLBACK (expect_filled_cb), &n_filled);
  list_fixture_show (f);
  g_assert_cmpuint (n_filled, ==, 20);
  g_assert_cmpuint (f->source->n_queries, ==, 2);
  g_assert_cmpuint (f->source->n_loads, ==, 1);

  /* Another query comes while the rows of one are filled. */
  query->include_actioned = TRUE;
  act_event_list_set_query (f->list, query);
  while (f->source->n_loads == 1)
    g_main_context_iteration (NULL, TRUE);
  query->descending = FALSE;
  act_event_list_set_query (f->list, query);
  list_fixture_settle (f);
  g_assert_true (act_event_list_get_complete (f->list));
}

static void
test_first_rows_that_fail (ListFixture  *f,
                           gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();
  ActEventRow *row = NULL;

  memory_source_fill (f->source, 30);
  act_event_list_set_first (f->list, 20);
  act_event_list_set_query (f->list, query);
  g_assert_cmpuint (f->source->n_queries, ==, 1);
  f->source->n_failures_left = 1; /* of the load, since the query is on its way */
  list_fixture_settle (f);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 30);
  row = list_fixture_hold (f, 5);
  list_fixture_await_record (f, row);
}

static void
test_replacement (ListFixture  *f,
                  gconstpointer data)
{
  ActEventRow *row = NULL;
  g_autoptr (ActEventRow) again = NULL;
  guint position = 0;

  memory_source_fill (f->source, 20000);
  list_fixture_show (f);
  row = list_fixture_hold (f, 100);
  list_fixture_await_record (f, row);
  f->n_changes = 0;

  for (guint i = 0; i < 10000; i++)
    {
      gint64 *ids = (gint64 *) (gpointer) f->source->ids->data;
      gint64  id = ids[i];

      ids[i] = ids[19999 - i];
      ids[19999 - i] = id;
    }
  act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
  list_fixture_settle (f);
  g_assert_cmpuint (f->n_changes, ==, 2);
  g_assert_cmpuint (f->n_replaced, ==, 1);

  /* The object and what it says outlived the two signals. */
  g_assert_true (act_event_list_find (f->list, act_event_row_get_row_id (row), &position));
  g_assert_cmpuint (position, ==, 19899);
  again = g_list_model_get_item (G_LIST_MODEL (f->list), position);
  g_assert_true (again == row);
  g_assert_nonnull (act_event_row_get_record (row));
}

static void
shuffle (GArray *ids)
{
  for (guint i = ids->len; i > 1; i--)
    {
      guint   j = (guint) g_test_rand_int_range (0, (gint32) i);
      gint64 *data = (gint64 *) (gpointer) ids->data;
      gint64  id = data[i - 1];

      data[i - 1] = data[j];
      data[j] = id;
    }
}

static void
drop_removed_cb (ListFixture *f,
                 guint        position,
                 guint        removed)
{
  if (removed > 0)
    g_hash_table_remove_all (f->held);
}

static void
hold_watched_cb (ListFixture *f)
{
  guint position = 0;

  g_assert_true (act_event_list_find (f->list, f->watched, &position));
  g_assert_nonnull (act_event_row_get_record (list_fixture_hold (f, position)));
}

/* A view lets its rows go when it is told that they went, and asks for them again. */
static void
test_rows_outlive_a_replacement (ListFixture  *f,
                                 gconstpointer data)
{
  g_autoptr (ActEventRow) again = NULL;
  gint64 row_id = 0;
  guint  position = 0;

  memory_source_fill (f->source, 10000);
  list_fixture_show (f);
  row_id = act_event_row_get_row_id (list_fixture_hold (f, 100));
  list_fixture_await_record (f, g_hash_table_lookup (f->held, &row_id));

  f->watched = row_id;
  g_signal_connect_swapped (f->list, "items-changed", G_CALLBACK (drop_removed_cb), f);
  g_signal_connect_swapped (f->list, "replaced", G_CALLBACK (hold_watched_cb), f);
  shuffle (f->source->ids);
  act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
  list_fixture_settle (f);
  g_assert_cmpuint (f->n_replaced, ==, 1);
  g_assert_true (act_event_list_find (f->list, row_id, &position));
  again = g_list_model_get_item (G_LIST_MODEL (f->list), position);
  g_assert_nonnull (act_event_row_get_record (again));
}

static void
test_find (ListFixture  *f,
           gconstpointer data)
{
  static const gint64 asked[] = { 10, 25, 500, 1000, 1001, -1 };
  gint64              first = 0;
  guint               position = 0;

  memory_source_fill (f->source, 100);
  list_fixture_show (f);
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < 100; i++)
        {
          gint64 id = g_array_index (f->source->ids, gint64, i);

          g_assert_true (act_event_list_find (f->list, id, &position));
          g_assert_cmpuint (position, ==, i);
          g_assert_false (act_event_list_find (f->list, id + 1, NULL));
        }
      g_assert_cmpuint (act_event_list_count_missing (f->list, asked, G_N_ELEMENTS (asked)), ==, 3);
      g_assert_cmpuint (act_event_list_count_missing (f->list, NULL, 0), ==, 0);

      /* The second round is in no order. */
      first = g_array_index (f->source->ids, gint64, 0);
      g_array_append_val (f->source->ids, first);
      g_array_remove_index (f->source->ids, 0);
      act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
      list_fixture_settle (f);
    }
}

static void
change_at_random (MemorySource *source)
{
  static gint64 next_id = 1000000;
  guint         n = (guint) g_test_rand_int_range (0, 30);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      memory_source_fill (source, (guint) g_test_rand_int_range (0, 12000));
      break;

    case 1:
      shuffle (source->ids);
      break;

    case 2:
      g_array_set_size (source->ids, source->ids->len / 2);
      break;

    default:
      for (guint i = 0; i < n; i++)
        {
          guint at = (guint) g_test_rand_int_range (0, (gint32) source->ids->len + 1);

          next_id++;
          if (at < source->ids->len && g_test_rand_bit ())
            g_array_remove_index (source->ids, at);
          else
            g_array_insert_val (source->ids, at, next_id);
        }
      break;
    }
}

static void
check_held (ListFixture *f)
{
  GHashTableIter iter;
  gpointer       value = NULL;

  g_hash_table_iter_init (&iter, f->held);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      ActEventRow *row = value;
      g_autoptr (ActEventRow) again = NULL;
      guint position = 0;

      if (!act_event_list_find (f->list, act_event_row_get_row_id (row), &position))
        continue;
      again = g_list_model_get_item (G_LIST_MODEL (f->list), position);
      g_assert_true (again == row);
    }
}

static gboolean
drop_cb (gpointer key,
         gpointer value,
         gpointer user_data)
{
  return g_test_rand_bit ();
}

static void
test_random_changes (ListFixture  *f,
                     gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();

  memory_source_fill (f->source, 300);
  list_fixture_show (f);
  for (guint round = 0; round < 150; round++)
    {
      change_at_random (f->source);
      /* Another query has its answer at once; a change of the source waits for its turn. */
      query->before = round;
      act_event_list_set_query (f->list, query);
      for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
        g_main_context_iteration (NULL, FALSE);
      if (g_test_rand_bit ())
        change_at_random (f->source);
      act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
      if (round % 8 == 0)
        list_fixture_settle (f);
      else
        while (act_event_list_get_loading (f->list))
          g_main_context_iteration (NULL, TRUE);

      check_held (f);
      g_hash_table_foreach_remove (f->held, drop_cb, NULL);
      for (guint i = 0; i < 20 && f->mirror->len > 0; i++)
        list_fixture_hold (f, (guint) g_test_rand_int_range (0, (gint32) f->mirror->len));
    }
  list_fixture_settle (f);
  check_held (f);
}

static void
test_finalize_while_reading (void)
{
  g_autoptr (MemorySource) source = g_object_new (MEMORY_TYPE_SOURCE, NULL);
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (ActEventRow) row = NULL;
  ActEventList *list = act_event_list_new (ACT_ROW_SOURCE (source));

  memory_source_fill (source, 10);
  act_event_list_set_query (list, query);
  while (act_event_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  query->descending = FALSE;
  act_event_list_set_query (list, query);
  act_row_source_emit_changed (ACT_ROW_SOURCE (source));

  g_object_run_dispose (G_OBJECT (list));
  g_object_run_dispose (G_OBJECT (list));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (list);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&row));
  g_assert_finalize_object (g_steal_pointer (&source));
}

#define ADD(path, function)                                                          \
  g_test_add ("/event-list/" path, ListFixture, NULL, list_fixture_set_up, function, \
              list_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("first-screenful", test_first_screenful);
  ADD ("short-list-is-read-once", test_short_list_is_read_once);
  ADD ("rows", test_rows);
  ADD ("rows-flown-over-are-not-loaded", test_rows_flown_over_are_not_loaded);
  ADD ("batches-are-bounded", test_batches_are_bounded);
  ADD ("change-reloads-rows", test_change_reloads_rows);
  ADD ("changes-are-coalesced", test_changes_are_coalesced);
  ADD ("change-while-reading", test_change_while_reading);
  ADD ("old-answers-are-dropped", test_old_answers_are_dropped);
  ADD ("failure-is-tried-again", test_failure_is_tried_again);
  ADD ("failed-load-is-tried-again", test_failed_load_is_tried_again);
  ADD ("first-rows-are-filled", test_first_rows_are_filled);
  ADD ("first-rows-that-fail", test_first_rows_that_fail);
  ADD ("replacement", test_replacement);
  ADD ("rows-outlive-a-replacement", test_rows_outlive_a_replacement);
  ADD ("find", test_find);
  ADD ("random-changes", test_random_changes);
  g_test_add_func ("/event-list/finalize-while-reading", test_finalize_while_reading);

  return g_test_run ();
}
