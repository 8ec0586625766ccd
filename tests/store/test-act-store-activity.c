/* What was done from this computer is kept, and says what came of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-activity.h"
#include "act-store-changes.h"
#include "act-store-pending.h"
#include "store-fixture.h"

static GPtrArray *
list (ActStore *store, const char *text, guint actions, gint64 before, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *activities = NULL;

  act_store_list_activities_async (store, text, actions, before, limit, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  activities = act_store_list_activities_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (activities);

  return activities;
}

static GPtrArray *
list_all (ActStore *store)
{
  return list (store, NULL, 0, G_MAXINT64, 100);
}

static guint
count_found (ActStore *store, const char *text, guint actions)
{
  g_autoptr (GPtrArray) activities = list (store, text, actions, G_MAXINT64, 100);

  return activities->len;
}

/* The ids and results of an activity, as one text. */
static char *
read_items (ActStore *store, gint64 number, guint first, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  act_store_list_activity_items_async (store, number, first, limit, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  items = act_store_list_activity_items_finish (store, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      ActActivityItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (text, "%s%s:%d", i > 0 ? " " : "", item->id, (int) item->result);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static ActActivity *
get (GPtrArray *activities, guint i)
{
  g_assert_cmpuint (i, <, activities->len);

  return g_ptr_array_index (activities, i);
}

static gint64
add_mapping (ActStore *store, const char *target, const char *name, gint64 replaced)
{
  g_autoptr (ActChange) change = act_change_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  change->action = ACT_OUTBOX_CREATE_MAPPING;
  change->target = g_strdup (target);
  change->content = g_strdup ("{}");
  change->name = g_strdup (name);
  act_store_add_change_async (store, change, replaced, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  id = act_store_add_change_finish (store, result, &error);
  g_assert_no_error (error);

  return id;
}

static void
discard (ActStore *store, gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_discard_change_async (store, id, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_discard_change_finish (store, result, &error));
  g_assert_no_error (error);
}

/* One gesture is one activity, and its results follow the outbox. */
static void
test_mark (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *items = NULL;
  g_autofree char *page = NULL;

  merge_many (self->store, 4);
  row_ids = query_all (self->store);
  mark_rows (self->store, row_ids, 0);
  activities = list_all (self->store);
  g_assert_cmpuint (activities->len, ==, 1);
  g_assert_cmpint (get (activities, 0)->action, ==, ACT_ACTIVITY_MARK);
  g_assert_cmpuint (get (activities, 0)->count, ==, 4);
  g_assert_cmpuint (get (activities, 0)->results[ACT_ACTIVITY_WAITING], ==, 4);

  entries = claim (self->store, ACT_OUTBOX_READY, 3);
  settle (self->store, ((ActOutboxEntry *) entries->pdata[0])->id, ACT_OUTBOX_DONE, FIXTURE_TIME, NULL);
  settle (self->store, ((ActOutboxEntry *) entries->pdata[1])->id, ACT_OUTBOX_REFUSED, FIXTURE_TIME, "Not now");
  settle (self->store, ((ActOutboxEntry *) entries->pdata[2])->id, ACT_OUTBOX_UNSUPPORTED, FIXTURE_TIME, NULL);
  after = list_all (self->store);
  g_assert_cmpuint (get (after, 0)->results[ACT_ACTIVITY_CONFIRMED], ==, 1);
  g_assert_cmpuint (get (after, 0)->results[ACT_ACTIVITY_REFUSED], ==, 1);
  g_assert_cmpuint (get (after, 0)->results[ACT_ACTIVITY_LOCAL], ==, 1);
  g_assert_cmpuint (get (after, 0)->results[ACT_ACTIVITY_WAITING], ==, 1);
  g_assert_cmpstr (get (after, 0)->reason, ==, "Not now");

  items = read_items (self->store, get (after, 0)->number, 0, 10);
  g_assert_cmpstr (items, ==, "e3:1 e2:2 e1:3 e0:0");
  page = read_items (self->store, get (after, 0)->number, 1, 2);
  g_assert_cmpstr (page, ==, "e2:2 e1:3");
}

/* What left the outbox is still told by the activity that made it. */
static void
test_take_back (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GArray) taken_back = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *undone = NULL;

  merge_many (self->store, 3);
  row_ids = query_all (self->store);
  mark_rows (self->store, row_ids, 0);
  taken_back = take_back (self->store, "e1");
  g_assert_cmpuint (taken_back->len, ==, 1);

  activities = list_all (self->store);
  g_assert_cmpuint (activities->len, ==, 2);
  g_assert_cmpint (get (activities, 0)->action, ==, ACT_ACTIVITY_TAKE_BACK);
  g_assert_cmpuint (get (activities, 0)->count, ==, 1);
  g_assert_cmpuint (get (activities, 1)->count, ==, 3);
  g_assert_cmpuint (get (activities, 1)->results[ACT_ACTIVITY_TAKEN_BACK], ==, 1);
  g_assert_cmpuint (get (activities, 1)->results[ACT_ACTIVITY_WAITING], ==, 2);
  undone = read_items (self->store, get (activities, 0)->number, 0, 10);
  g_assert_cmpstr (undone, ==, "e1:1");
  marked = read_items (self->store, get (activities, 1)->number, 0, 10);
  g_assert_cmpstr (marked, ==, "e1:5 e2:0 e0:0");
}

/* Marking again what was refused is another gesture, and the first one was refused. */
static void
test_mark_again (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GArray) taken_back = NULL;

  merge_many (self->store, 1);
  mark (self->store, "e0", 0);
  entries = claim (self->store, ACT_OUTBOX_READY, 0);
  settle (self->store, ((ActOutboxEntry *) entries->pdata[0])->id, ACT_OUTBOX_REFUSED, FIXTURE_TIME, "No");
  g_assert_cmpuint (mark (self->store, "e0", 0), ==, 1);

  activities = list_all (self->store);
  g_assert_cmpuint (activities->len, ==, 2);
  g_assert_cmpuint (get (activities, 0)->results[ACT_ACTIVITY_WAITING], ==, 1);
  g_assert_cmpuint (get (activities, 1)->results[ACT_ACTIVITY_REFUSED], ==, 1);
  g_assert_cmpstr (get (activities, 1)->reason, ==, "No");

  taken_back = take_back (self->store, "e0");
  g_assert_cmpuint (taken_back->len, ==, 1);
  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_OPEN);
}

static void
test_changes (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) activities = NULL;
  gint64 id = add_mapping (self->store, "Account/a/S/t", "Account a", 0);

  id = add_mapping (self->store, "Account/a/S/t", "Account a, better", id);
  discard (self->store, id);
  activities = list_all (self->store);
  g_assert_cmpuint (activities->len, ==, 3);
  g_assert_cmpint (get (activities, 0)->action, ==, ACT_ACTIVITY_DISCARD);
  g_assert_cmpstr (get (activities, 0)->target, ==, "Account/a/S/t");
  g_assert_cmpstr (get (activities, 0)->detail, ==, "Account a, better");
  g_assert_cmpint (get (activities, 1)->action, ==, ACT_ACTIVITY_CREATE_MAPPING);
  g_assert_cmpuint (get (activities, 1)->results[ACT_ACTIVITY_TAKEN_BACK], ==, 1);
  g_assert_cmpuint (get (activities, 2)->results[ACT_ACTIVITY_TAKEN_BACK], ==, 1);
  g_assert_cmpstr (get (activities, 2)->detail, ==, "Account a");
}

static void
test_direct (Fixture *self, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActActivity) activity = act_activity_new ();
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) activities = NULL;

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) act_activity_item_free);
  activity->time = FIXTURE_TIME;
  activity->action = ACT_ACTIVITY_REPLAY;
  activity->count = 1;
  activity->target = g_strdup ("run-1");
  g_ptr_array_add (items, act_activity_item_new ("run-1", ACT_ACTIVITY_LOST, "No answer"));
  act_store_add_activity_async (self->store, activity, items, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_add_activity_finish (self->store, result, &error));
  g_assert_no_error (error);

  g_clear_object (&result);
  fixture_reopen (self);
  activities = list_all (self->store);
  g_assert_cmpuint (activities->len, ==, 1);
  g_assert_cmpint (get (activities, 0)->time, ==, FIXTURE_TIME);
  g_assert_cmpuint (get (activities, 0)->results[ACT_ACTIVITY_LOST], ==, 1);
  g_assert_cmpstr (get (activities, 0)->reason, ==, "No answer");
}

static void
test_search (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GArray) taken_back = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;

  merge_many (self->store, 3);
  row_ids = query_all (self->store);
  mark_rows (self->store, row_ids, 0);
  taken_back = take_back (self->store, "e1");
  add_mapping (self->store, "Account/acc-7/NetSuite/customer", "Account acc-7 and 100% of_it", 0);

  g_assert_cmpuint (count_found (self->store, "e2", 0), ==, 1);
  g_assert_cmpuint (count_found (self->store, "E1", 0), ==, 2);
  g_assert_cmpuint (count_found (self->store, "netsuite", 0), ==, 1);
  g_assert_cmpuint (count_found (self->store, "100% of_it", 0), ==, 1);
  g_assert_cmpuint (count_found (self->store, "x%", 0), ==, 0);
  g_assert_cmpuint (count_found (self->store, "nothing", 1u << ACT_ACTIVITY_TAKE_BACK), ==, 1);
  g_assert_cmpuint (count_found (self->store, "Marked 3", 1u << ACT_ACTIVITY_MARK), ==, 1);
  g_assert_cmpuint (count_found (self->store, "3 events", 1u << ACT_ACTIVITY_MARK), ==, 1);
  g_assert_cmpuint (count_found (self->store, "Marked 30", 1u << ACT_ACTIVITY_MARK), ==, 0);
  g_assert_cmpuint (count_found (self->store, "Marked 2 events", 1u << ACT_ACTIVITY_MARK), ==, 0);

  first = list (self->store, NULL, 0, G_MAXINT64, 2);
  g_assert_cmpuint (first->len, ==, 2);
  second = list (self->store, NULL, 0, get (first, 1)->number, 2);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpint (get (second, 0)->action, ==, ACT_ACTIVITY_MARK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/activity/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("mark", test_mark);
  ADD ("take-back", test_take_back);
  ADD ("mark-again", test_mark_again);
  ADD ("changes", test_changes);
  ADD ("direct", test_direct);
  ADD ("search", test_search);
#undef ADD

  return g_test_run ();
}
