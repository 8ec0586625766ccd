/* Marks that wait are gathered, listed in pages, offered again and taken back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-pending.h"
#include "store-fixture.h"

static GPtrArray *
list_groups (ActStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *groups = NULL;

  act_store_list_pending_groups_async (store, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  groups = act_store_list_pending_groups_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (groups);

  return groups;
}

static ActPendingGroup *
get (GPtrArray *groups, guint i)
{
  g_assert_cmpuint (i, <, groups->len);

  return g_ptr_array_index (groups, i);
}

static GPtrArray *
list_marks (ActStore *store, const ActPendingScope *scope, gint64 after, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *marks = NULL;

  act_store_list_pending_marks_async (store, scope, after, limit, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  marks = act_store_list_pending_marks_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (marks);

  return marks;
}

static guint
retry_scope (ActStore *store, const ActPendingScope *scope)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  act_store_retry_pending_async (store, scope, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_hold_finish (store, result, &n, &error));
  g_assert_no_error (error);

  return n;
}

static guint
take_back_scope (ActStore *store, const ActPendingScope *scope)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;

  act_store_take_back_pending_async (store, scope, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  rows = act_store_take_back_finish (store, result, &error);
  g_assert_no_error (error);

  return rows->len;
}

/* Two gestures must not have the same time, or they would be one. */
static void
wait_for_next_millisecond (void)
{
  gint64 now = g_get_real_time () / 1000;

  while (g_get_real_time () / 1000 == now)
    g_thread_yield ();
}

static void
test_groups (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GPtrArray) none = list_groups (self->store);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  merge_many (self->store, 10);
  mark (self->store, "e5", 0);
  wait_for_next_millisecond ();
  row_ids = query_all (self->store);
  mark_rows (self->store, row_ids, 0);
  entries = claim (self->store, ACT_OUTBOX_READY, 4);
  settle (self->store, ((ActOutboxEntry *) entries->pdata[1])->id, ACT_OUTBOX_REFUSED, FIXTURE_TIME, "One");
  settle (self->store, ((ActOutboxEntry *) entries->pdata[2])->id, ACT_OUTBOX_REFUSED, FIXTURE_TIME, "Two");

  groups = list_groups (self->store);
  g_assert_cmpuint (groups->len, ==, 3);
  g_assert_cmpint (get (groups, 0)->scope.kind, ==, ACT_PENDING_WAITING);
  g_assert_cmpuint (get (groups, 0)->count, ==, 7);
  g_assert_cmpuint (get (groups, 0)->n_sending, ==, 1);
  g_assert_cmpuint (get (groups, 0)->n_gestures, ==, 1);
  g_assert_null (get (groups, 0)->message);
  g_assert_cmpuint (get (groups, 1)->count, ==, 1);
  g_assert_cmpuint (get (groups, 1)->n_sending, ==, 1);
  g_assert_cmpint (get (groups, 1)->row_id, ==, find_row (self->store, "e5"));
  g_assert_nonnull (get (groups, 1)->message);
  g_assert_cmpint (get (groups, 2)->scope.kind, ==, ACT_PENDING_REFUSED);
  g_assert_cmpuint (get (groups, 2)->count, ==, 2);
  g_assert_false (get (groups, 2)->has_one_reason);
}

/* However many gestures there were, there are not more than so many groups. */
static void
test_many_gestures (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) groups = NULL;
  guint n = 0;

  merge_many (self->store, 60);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      mark (self->store, id, 0);
      wait_for_next_millisecond ();
    }

  groups = list_groups (self->store);
  g_assert_cmpuint (groups->len, ==, 50);
  for (guint i = 0; i < groups->len; i++)
    n += get (groups, i)->count;
  g_assert_cmpuint (n, ==, 60);
  g_assert_cmpuint (get (groups, 49)->count, ==, 11);
  g_assert_cmpuint (get (groups, 49)->n_gestures, ==, 11);
  g_assert_cmpuint (take_back_scope (self->store, &get (groups, 49)->scope), ==, 11);
}

static void
test_pages (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  gint64 after = 0;
  guint  n = 0;

  merge_many (self->store, 25);
  row_ids = query_all (self->store);
  mark_rows (self->store, row_ids, 0);
  groups = list_groups (self->store);
  g_assert_cmpuint (groups->len, ==, 1);

  for (;;)
    {
      g_autoptr (GPtrArray) marks = list_marks (self->store, &get (groups, 0)->scope, after, 10);
      ActPendingMark *last = NULL;

      if (marks->len == 0)
        break;

      g_assert_cmpuint (marks->len, <=, 10);
      n += marks->len;
      last = g_ptr_array_index (marks, marks->len - 1);
      g_assert_cmpint (last->entry_id, >, after);
      g_assert_nonnull (last->message);
      after = last->entry_id;
    }
  g_assert_cmpuint (n, ==, 25);
}

static void
test_retry (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) again = NULL;
  ActPendingScope scope = { 0 };

  merge_many (self->store, 3);
  row_ids = query_all (self->store);
  mark_rows (self->store, row_ids, 0);
  entries = claim (self->store, ACT_OUTBOX_READY, 0);
  for (guint i = 0; i < 3; i++)
    settle (self->store, ((ActOutboxEntry *) entries->pdata[i])->id, ACT_OUTBOX_REFUSED, FIXTURE_TIME, "No");
  groups = list_groups (self->store);
  g_assert_true (get (groups, 0)->has_one_reason);
  g_assert_cmpstr (get (groups, 0)->reason, ==, "No");

  /* One of them, and then the others. */
  scope = get (groups, 0)->scope;
  scope.entry_id = ((ActOutboxEntry *) entries->pdata[0])->id;
  g_assert_cmpuint (retry_scope (self->store, &scope), ==, 1);
  g_assert_cmpint (read_status (self->store, "e2"), ==, ACT_EVENT_STATUS_PENDING);
  g_assert_cmpint (read_status (self->store, "e1"), ==, ACT_EVENT_STATUS_REFUSED);
  g_assert_cmpuint (retry_scope (self->store, &get (groups, 0)->scope), ==, 2);

  again = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (again->len, ==, 3);
}

/* What is on its way cannot be taken back; the rest can. */
static void
test_take_back (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  ActPendingScope all = act_pending_scope_of_all (ACT_PENDING_WAITING);

  merge_many (self->store, 5);
  row_ids = query_all (self->store);
  mark_rows (self->store, row_ids, 0);
  entries = claim (self->store, ACT_OUTBOX_READY, 2);
  g_assert_cmpuint (take_back_scope (self->store, &all), ==, 3);
  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_OPEN);
  g_assert_cmpint (read_status (self->store, "e4"), ==, ACT_EVENT_STATUS_PENDING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/pending/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("groups", test_groups);
  ADD ("many-gestures", test_many_gestures);
  ADD ("pages", test_pages);
  ADD ("retry", test_retry);
  ADD ("take-back", test_take_back);
#undef ADD

  return g_test_run ();
}
