/* Tests of replays, which are sent once whatever happens
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-run-watch.h"
#include "act-session-abilities.h"
#include "act-session-runs.h"
#include "session-fixture.h"

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

static ActIntegrationRun *
replay (Fixture    *self,
        const char *run_id,
        GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_replay_run_async (self->session, run_id, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_replay_run_finish (self->session, result, error);
}

static guint
count_replays (Fixture *self)
{
  g_autoptr (JsonArray) changes = fixture_read_ledger (self);

  return json_array_get_length (changes);
}

static ActAbilityState
get_ability (Fixture *self)
{
  return act_session_get_ability (self->session, ACT_ABILITY_REPLAY);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_replay (Fixture      *self,
             gconstpointer unused)
{
  g_autofree char *run_id = NULL;
  g_autoptr (ActIntegrationRun) run = NULL;
  g_autoptr (ActRunWatch) run_watch = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  run_id = dup_run_id (self);
  run = replay (self, run_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (run->id, !=, run_id);
  g_assert_cmpuint (count_replays (self), ==, 1);
  g_assert_cmpint (get_ability (self), ==, ACT_ABILITY_STATE_WORKS);

  run_watch = act_run_watch_new (self->session, run);
  wait_until (!act_run_watch_is_watching (run_watch));
  g_assert_no_error (act_run_watch_get_error (run_watch));
  g_assert_true (act_run_status_is_final (act_run_watch_get_run (run_watch)->status));

  act_session_list_runs_async (self->session, run->entity_type, run->entity_id, NULL,
                               keep_result_cb, &result);
  wait_until (result != NULL);
  runs = act_session_list_runs_finish (self->session, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((ActIntegrationRun *) g_ptr_array_index (runs, 0))->id, ==, run->id);
}

static void
test_lost (Fixture      *self,
           gconstpointer unused)
{
  g_autofree char *run_id = NULL;
  g_autoptr (ActIntegrationRun) run = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  run_id = dup_run_id (self);
  fixture_set_fault (self, "lost-write", 1);
  run = replay (self, run_id, &error);
  g_assert_null (run);
  g_assert_true (act_api_error_may_have_acted (error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
  g_assert_cmpuint (count_replays (self), ==, 1);
  g_assert_cmpint (get_ability (self), ==, ACT_ABILITY_STATE_UNKNOWN);

  /* Nor later, by itself. */
  fixture_set_fault (self, "lost-write", 0);
  fixture_refresh (self);
  g_assert_cmpuint (count_replays (self), ==, 1);
}

static void
test_offline (Fixture      *self,
              gconstpointer unused)
{
  g_autofree char *run_id = NULL;
  g_autoptr (ActIntegrationRun) run = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  run_id = dup_run_id (self);
  fixture_stop_simulator (self);
  run = replay (self, run_id, &error);
  g_assert_null (run);
  g_assert_true (act_api_error_is_offline (error));
  g_assert_false (act_api_error_may_have_acted (error));

  fixture_start_simulator (self);
  fixture_refresh (self);
  g_assert_cmpuint (count_replays (self), ==, 0);
}

/* What a refusal teaches, also to the next session, until the user checks again. */
static void
test_refused (Fixture      *self,
              gconstpointer unused)
{
  static const struct
  {
    const char     *fault;
    ActApiError     code;
    ActAbilityState state;
  } rows[] = {
    { "write-403", ACT_API_ERROR_FORBIDDEN, ACT_ABILITY_STATE_FORBIDDEN },
    { "write-404", ACT_API_ERROR_NOT_FOUND, ACT_ABILITY_STATE_MISSING },
    { "write-405", ACT_API_ERROR_NOT_ALLOWED, ACT_ABILITY_STATE_MISSING },
    { "write-501", ACT_API_ERROR_NOT_ALLOWED, ACT_ABILITY_STATE_MISSING },
    { "write-400", ACT_API_ERROR_BAD_REQUEST, ACT_ABILITY_STATE_UNKNOWN },
  };
  g_autofree char *run_id = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  run_id = dup_run_id (self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ActIntegrationRun) run = NULL;
      g_autoptr (GError) error = NULL;
      guint n_changes = 0;

      g_signal_connect_swapped (self->session, "abilities-changed", G_CALLBACK (count_cb), &n_changes);
      fixture_set_fault (self, rows[i].fault, 1);
      run = replay (self, run_id, &error);
      g_assert_null (run);
      g_assert_error (error, ACT_API_ERROR, (int) rows[i].code);
      g_assert_cmpint (get_ability (self), ==, rows[i].state);
      g_assert_cmpuint (n_changes, ==, rows[i].state != ACT_ABILITY_STATE_UNKNOWN ? 1 : 0);
      fixture_set_fault (self, rows[i].fault, 0);

      fixture_close (self);
      fixture_open (self, ACT_SESSION_FLAGS_NONE);
      g_assert_cmpint (get_ability (self), ==, rows[i].state);
      act_session_check_ability_again (self->session, ACT_ABILITY_REPLAY);
      g_assert_cmpint (get_ability (self), ==, ACT_ABILITY_STATE_UNKNOWN);
    }

  g_assert_cmpuint (count_replays (self), ==, 0);
}

/* A run that is gone says nothing about the call. */
static void
test_gone (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (ActIntegrationRun) run = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  run = replay (self, "no-such-run", &error);
  g_assert_null (run);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
  g_assert_cmpint (get_ability (self), ==, ACT_ABILITY_STATE_UNKNOWN);
}

static void
test_twice (Fixture      *self,
            gconstpointer unused)
{
  g_autofree char *run_id = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (ActIntegrationRun) run = NULL;
  g_autoptr (ActIntegrationRun) none = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  run_id = dup_run_id (self);
  act_session_replay_run_async (self->session, run_id, NULL, keep_result_cb, &first);
  act_session_replay_run_async (self->session, run_id, NULL, keep_result_cb, &second);
  wait_until (first != NULL && second != NULL);
  run = act_session_replay_run_finish (self->session, first, &error);
  g_assert_no_error (error);
  g_assert_nonnull (run);
  none = act_session_replay_run_finish (self->session, second, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_assert_null (none);
  g_assert_cmpuint (count_replays (self), ==, 1);
}

/* Whoever let it go does not hear of it, and the server has it once. */
static void
test_let_go (Fixture      *self,
             gconstpointer unused)
{
  g_autofree char *run_id = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ActIntegrationRun) run = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  run_id = dup_run_id (self);
  act_session_replay_run_async (self->session, run_id, cancellable, keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  wait_until (result != NULL);
  run = act_session_replay_run_finish (self->session, result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (run);
  g_assert_cmpuint (count_replays (self), ==, 1);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sync/session-replay/replay", test_replay);
  ADD ("/sync/session-replay/lost", test_lost);
  ADD ("/sync/session-replay/offline", test_offline);
  ADD ("/sync/session-replay/refused", test_refused);
  ADD ("/sync/session-replay/gone", test_gone);
  ADD ("/sync/session-replay/twice", test_twice);
  ADD ("/sync/session-replay/let-go", test_let_go);

  return g_test_run ();
}
