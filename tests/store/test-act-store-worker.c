/* Threads, cancellation, closing, and several handles on one store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include "act-time.h"

static void
test_cancelled_before (Fixture *self, gconstpointer unused)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GAsyncResult) marked = NULL;
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) mark_error = NULL;
  g_autoptr (GError) count_error = NULL;
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GError) close_error = NULL;
  gint64 row_id;

  merge_many (self->store, 1);
  row_id = find_row (self->store, "e0");
  g_cancellable_cancel (cancelled);

  act_store_mark_async (self->store, &row_id, 1, 0, cancelled, keep_result_cb, &marked);
  act_store_count_async (self->store, cancelled, keep_result_cb, &counted);
  act_store_open_async (self->path, NULL, NULL, cancelled, keep_result_cb, &opened);
  act_store_close_async (self->store, cancelled, keep_result_cb, &closed);
  wait_for_result (&marked);
  wait_for_result (&counted);
  wait_for_result (&opened);
  wait_for_result (&closed);
  g_assert_false (act_store_mark_finish (self->store, marked, NULL, &mark_error));
  g_assert_error (mark_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (act_store_count_finish (self->store, counted, &count_error));
  g_assert_error (count_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (act_store_open_finish (opened, &open_error));
  g_assert_error (open_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (act_store_close_finish (self->store, closed, &close_error));
  g_assert_error (close_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_OPEN);
}

static GCancellable *cancelled_by_merge;

static ActEventStatus
cancel_and_merge (const ActLocalState *local, const ActEvent *remote, gint64 asked_at)
{
  g_cancellable_cancel (cancelled_by_merge);

  return ACT_EVENT_STATUS_OPEN;
}

/* Cancelled in the middle: all or nothing, and the answer tells which. */
static void
test_cancelled_within (Fixture *self, gconstpointer unused)
{
  ActEventPage *page = make_page (NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GError) error = NULL;
  ActMergeResult merged = { 0 };

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);

      g_ptr_array_add (page->events, make_event (id, FIXTURE_MINUTE (i)));
    }

  cancelled_by_merge = cancellable;
  act_store_merge_page_async (self->store, page, 0, cancel_and_merge, cancellable, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (act_store_merge_page_finish (self->store, result, &merged, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  row_ids = query_all (self->store);
  g_assert_cmpuint (row_ids->len, ==, 0);
  merge_many (self->store, 10);
}

/* One event: over before the cancellation is looked at, so it is done and says so. */
static void
test_cancelled_too_late (Fixture *self, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_set_value_async (self->store, "key", "value", cancellable, keep_result_cb, &result);
  wait_for_result (&result);
  g_cancellable_cancel (cancellable);
  g_assert_true (act_store_set_value_finish (self->store, result, &error));
  g_assert_no_error (error);
}

static void
count_answers_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint *n_answers = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (act_store_set_value_finish (ACT_STORE (source), result, &error));
  g_assert_no_error (error);
  (*n_answers)++;
}

static void
test_close_drains (Fixture *self, gconstpointer unused)
{
  g_autofree char *last = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GAsyncResult) closed_again = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (GError) error = NULL;
  guint n_answers = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", i);

      act_store_set_value_async (self->store, "key", value, NULL, count_answers_cb, &n_answers);
    }

  act_store_close_async (self->store, NULL, keep_result_cb, &closed);
  act_store_count_async (self->store, NULL, keep_result_cb, &late);
  act_store_close_async (self->store, NULL, keep_result_cb, &closed_again);
  wait_for_result (&closed);
  wait_for_result (&late);
  wait_for_result (&closed_again);
  g_assert_cmpuint (n_answers, ==, 100);
  g_assert_true (act_store_close_finish (self->store, closed, NULL));
  g_assert_true (act_store_close_finish (self->store, closed_again, NULL));
  g_assert_null (act_store_count_finish (self->store, late, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_CLOSED);

  g_clear_object (&closed);
  g_clear_object (&closed_again);
  g_clear_object (&late);
  fixture_reopen (self);
  last = get_value (self->store, "key");
  g_assert_cmpstr (last, ==, "99");
}

/* Let go without being closed: what was asked for is still done. */
static void
test_left_open (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->directory, "left.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *value = NULL;
  ActStore        *store = open_store (path);
  guint            n_answers = 0;

  act_store_set_value_async (store, "key", "value", NULL, count_answers_cb, &n_answers);
  g_object_unref (store);
  while (n_answers == 0)
    g_main_context_iteration (NULL, TRUE);

  /* The new handle waits for the old one, if it is alone at all. */
  store = open_store (path);
  value = get_value (store, "key");
  g_assert_cmpstr (value, ==, "value");
  close_store (store);
  while (g_file_test (log, G_FILE_TEST_EXISTS))
    g_thread_yield ();
}

typedef struct
{
  Fixture *fixture;
  GString *order;
} Order;

static void
note_changed_cb (Order *order)
{
  g_string_append (order->order, "changed ");
}

static void
note_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_true (act_store_mark_finish (ACT_STORE (source), result, NULL, NULL));
  g_string_append (order->order, "answer ");
}

/* Written in the order of the calls, told before it is answered, and only if there is something. */
static void
test_changed (Fixture *self, gconstpointer unused)
{
  Order  order = { self, g_string_new (NULL) };
  gint64 row_ids[2];
  gulong handler;

  merge_many (self->store, 2);
  row_ids[0] = find_row (self->store, "e0");
  row_ids[1] = find_row (self->store, "e1");
  handler = g_signal_connect_swapped (self->store, "changed", G_CALLBACK (note_changed_cb), &order);

  act_store_mark_async (self->store, row_ids, 1, 0, NULL, note_answer_cb, &order);
  act_store_mark_async (self->store, row_ids, 1, 0, NULL, note_answer_cb, &order);
  act_store_mark_async (self->store, row_ids + 1, 1, 0, NULL, note_answer_cb, &order);
  set_value (self->store, "key", "value");
  g_assert_cmpstr (order.order->str, ==, "changed answer answer changed answer ");

  g_signal_handler_disconnect (self->store, handler);
  g_string_free (order.order, TRUE);
}

static void
test_two_handles (Fixture *self, gconstpointer unused)
{
  ActStore *other = open_store (self->path);
  g_autoptr (GArray) row_ids = NULL;
  guint n_changed;

  merge_many (self->store, 3);
  row_ids = query_all (other);
  g_assert_cmpuint (row_ids->len, ==, 3);

  /* What the other one writes is noticed here. */
  n_changed = self->n_changed;
  g_assert_cmpuint (mark (other, "e1", 0), ==, 1);
  while (self->n_changed == n_changed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (read_status (self->store, "e1"), ==, ACT_EVENT_STATUS_PENDING);

  close_store (other);
}

static void
test_claim_once (Fixture *self, gconstpointer unused)
{
  ActStore *stores[2] = { self->store, open_store (self->path) };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) row_ids = NULL;
  guint n_empty = 0;

  merge_many (self->store, 500);
  row_ids = query_all (self->store);
  g_assert_cmpuint (mark_rows (self->store, row_ids, 0), ==, 500);

  while (n_empty < 2)
    {
      GAsyncResult *results[2] = { NULL, NULL };

      for (guint i = 0; i < 2; i++)
        act_store_claim_async (stores[i], ACT_OUTBOX_READY, 7, NULL, keep_result_cb, &results[i]);

      n_empty = 0;
      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (GPtrArray) entries = NULL;
          g_autoptr (GError) error = NULL;

          wait_for_result (&results[i]);
          entries = act_store_claim_finish (stores[i], results[i], &error);
          g_assert_no_error (error);
          g_clear_object (&results[i]);
          n_empty += entries->len == 0;
          for (guint j = 0; j < entries->len; j++)
            g_assert_true (g_hash_table_add (seen, g_strdup (((ActOutboxEntry *) g_ptr_array_index (entries, j))->target)));
        }
    }

  g_assert_cmpuint (g_hash_table_size (seen), ==, 500);
  close_store (stores[1]);
}

/* A handle that comes later does not take what another one is sending, until that one is gone. */
static void
test_sync_lock (Fixture *self, gconstpointer unused)
{
  ActStore *other = open_store (self->path);
  g_autoptr (GPtrArray) sending = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) again = NULL;

  merge_many (self->store, 1);
  mark (self->store, "e0", 0);
  g_assert_true (act_store_try_lock_sync (other));
  g_assert_true (act_store_try_lock_sync (other));
  g_assert_false (act_store_try_lock_sync (self->store));

  sending = claim (other, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (sending->len, ==, 1);
  none = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (none->len, ==, 0);

  close_store (other);
  g_assert_true (act_store_try_lock_sync (self->store));
  again = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (again->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/worker/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("cancelled-before", test_cancelled_before);
  ADD ("cancelled-within", test_cancelled_within);
  ADD ("cancelled-too-late", test_cancelled_too_late);
  ADD ("close-drains", test_close_drains);
  ADD ("left-open", test_left_open);
  ADD ("changed", test_changed);
  ADD ("two-handles", test_two_handles);
  ADD ("claim-once", test_claim_once);
  ADD ("sync-lock", test_sync_lock);
#undef ADD

  return g_test_run ();
}
