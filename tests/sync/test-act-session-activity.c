/* What is done without the outbox is kept too, and what another process does is sent soon
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-activity.h"
#include "act-session-pending.h"
#include "act-session-runs.h"
#include "act-store.h"
#include "session-fixture.h"

static GPtrArray *
list (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *activities = NULL;

  act_session_list_activities_async (self->session, NULL, 0, G_MAXINT64, 100, NULL, keep_result_cb,
                                     &result);
  wait_until (result != NULL);
  activities = act_session_list_activities_finish (self->session, result, &error);
  g_assert_no_error (error);

  return activities;
}

static char *
dup_run_id (Fixture *self)
{
  g_autoptr (GArray) row_ids = fixture_list (self, FALSE);

  for (guint i = 0; i < row_ids->len; i++)
    {
      g_autoptr (ActEventRecord) record = fixture_read (self, g_array_index (row_ids, gint64, i));

      if (record->event->run_id != NULL)
        return g_strdup (record->event->run_id);
    }

  g_assert_not_reached ();
}

static void
replay (Fixture    *self,
        const char *run_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ActIntegrationRun) run = NULL;

  act_session_replay_run_async (self->session, run_id, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  run = act_session_replay_run_finish (self->session, result, NULL);
}

/* It is written down after the answer was told. */
static void
check_replay (Fixture          *self,
              const char       *run_id,
              guint             n_activities,
              ActActivityResult result)
{
  g_autoptr (GPtrArray) activities = list (self);
  const ActActivity *newest = NULL;

  while (activities->len < n_activities)
    {
      g_ptr_array_unref (activities);
      activities = list (self);
    }

  g_assert_cmpuint (activities->len, ==, n_activities);
  newest = g_ptr_array_index (activities, 0);
  g_assert_cmpint (newest->action, ==, ACT_ACTIVITY_REPLAY);
  g_assert_cmpstr (newest->target, ==, run_id);
  g_assert_cmpuint (newest->results[result], ==, 1);
}

static void
test_direct (Fixture      *self,
             gconstpointer unused)
{
  g_autofree char *run_id = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  run_id = dup_run_id (self);

  replay (self, run_id);
  check_replay (self, run_id, 1, ACT_ACTIVITY_CONFIRMED);

  fixture_set_fault (self, "replay-403", 1);
  replay (self, run_id);
  check_replay (self, run_id, 2, ACT_ACTIVITY_REFUSED);

  /* What reached nobody was not done. */
  fixture_set_fault (self, "replay-403", 0);
  fixture_stop_simulator (self);
  replay (self, run_id);
  check_replay (self, run_id, 2, ACT_ACTIVITY_REFUSED);
}

static char *
find_store (Fixture *self)
{
  g_autofree char *name = g_strconcat (
      act_connection_get_id (act_session_get_connection (self->session)), ".db", NULL);

  return g_build_filename (self->directory, name, NULL);
}

static ActStore *
open_store (const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActStore *store = NULL;

  act_store_open_async (path, NULL, NULL, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  store = act_store_open_finish (result, &error);
  g_assert_no_error (error);

  return store;
}

static void
mark_and_close (ActStore *store,
                gint64    row_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) closed = NULL;

  act_store_mark_async (store, &row_id, 1, 0, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  g_assert_true (act_store_mark_finish (store, result, NULL, NULL));
  act_store_close_async (store, NULL, keep_result_cb, &closed);
  wait_until (closed != NULL);
  g_object_unref (store);
}

/* A command marks an event while the window is open: the window sends it without being asked. */
static void
test_others (Fixture      *self,
             gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autofree char *path = NULL;
  gint64           row_id = 0;

  fixture_open (self, ACT_SESSION_AUTOMATIC);
  fixture_refresh (self);
  row_ids = fixture_list (self, FALSE);
  row_id = g_array_index (row_ids, gint64, 0);
  path = find_store (self);
  mark_and_close (open_store (path), row_id);
  while (fixture_get_status (self, row_id) != ACT_EVENT_STATUS_ACTIONED)
    g_main_context_iteration (NULL, TRUE);
}

/* What is kept on this device only is offered again by itself, and finds out whether it is taken. */
static void
test_retry (Fixture      *self,
            gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActPendingScope scope = act_pending_scope_of_all (ACT_PENDING_LOCAL);

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  fixture_set_fault (self, "mark-405", 1);
  row_ids = fixture_mark_first (self, 3, 0);
  fixture_send (self);
  g_assert_cmpint (fixture_get_status (self, g_array_index (row_ids, gint64, 2)), ==,
                   ACT_EVENT_STATUS_LOCAL);
  g_assert_false (act_session_get_can_mark (self->session));

  fixture_set_fault (self, "mark-405", 0);
  act_session_retry_pending_async (self->session, &scope, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  g_assert_true (act_session_retry_finish (self->session, result, &error));
  g_assert_no_error (error);
  g_assert_true (act_session_get_can_mark (self->session));
  fixture_send (self);
  fixture_check_sent_once (self, row_ids);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/session/activity/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("direct", test_direct);
  ADD ("others", test_others);
  ADD ("retry", test_retry);
#undef ADD

  return g_test_run ();
}
