/* Tests of what an engine does after the computer slept, and when its clock is set
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-engine.h"
#include "act-session-private.h"
#include "scripted-fixture.h"

#define MINUTE G_GINT64_CONSTANT (60000)
#define HOUR   (60 * MINUTE)

/* An automatic engine on the clock of the test, and what it asks for once it has a token. */
typedef struct
{
  ScriptedFixture *fixture;
  ActSession      *session; /* (owned) */
  ActEngine       *engine;  /* (owned) */
} Running;

static void
running_init (Running         *self,
              ScriptedFixture *fixture)
{
  ActPosition *position = act_position_new ();

  self->fixture = fixture;
  self->session = scripted_fixture_new_session (fixture);
  position->history_complete = TRUE;
  self->engine = act_engine_new (fixture->api.client, fixture->store, position,
                                 self->session->abilities, self->session->once,
                                 ACT_CLOCK (fixture->api.clock), TRUE);
}

static void
running_clear (Running *self)
{
  g_auto (Outcome) outcome = { 0 };

  act_engine_stop_async (self->engine, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  act_engine_stop_finish (self->engine, outcome.result, NULL);
  g_clear_object (&outcome.result);
  g_clear_object (&outcome.source);
  settle ();
  g_assert_finalize_object (g_steal_pointer (&self->engine));
  g_clear_object (&self->session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Running, running_clear)

/* What one synchronisation asks for when nothing is new: the names, a list for each of the five kinds
 * and one of all, and the head of the history. */
#define N_REQUESTS 8

static void
answer_sync (Running *self)
{
  client_fixture_answer (&self->fixture->api, 200, "{\"events\":[]}");
  for (guint i = 1; i < N_REQUESTS; i++)
    scripted_fixture_answer_page (self->fixture, "", NULL);
}

static gboolean
is_at_rest (gpointer data)
{
  Running *self = data;

  return !act_engine_is_busy (self->engine) &&
         act_engine_get_state (self->engine) == ACT_SESSION_IDLE && !act_engine_get_stale (self->engine);
}

static gboolean
has_asked_once (gpointer data)
{
  Running *self = data;

  return scripted_server_count (self->fixture->api.server) == 1;
}

static void
check_requests (Running *self,
                guint    n_requests)
{
  await (is_at_rest, self, NULL);
  settle ();
  g_assert_cmpuint (scripted_server_count (self->fixture->api.server), ==, n_requests);
}

static void
start_and_rest (Running *self)
{
  answer_sync (self);
  act_engine_start (self->engine);
  check_requests (self, N_REQUESTS);
}

/* It is noticed soon after, what is shown is old at once, and one synchronisation starts. */
static void
test_slept (ScriptedFixture *fixture,
            gconstpointer    data)
{
  g_auto (Running) self = { 0 };

  running_init (&self, fixture);
  start_and_rest (&self);
  g_assert_cmpuint (scripted_server_count_tokens (fixture->api.server), ==, 1);

  answer_sync (&self);
  manual_clock_sleep (fixture->api.clock, 8 * HOUR);
  settle ();
  manual_clock_advance (fixture->api.clock, 10000);
  settle ();
  g_assert_true (act_engine_get_stale (self.engine));
  g_assert_cmpint (act_engine_get_state (self.engine), ==, ACT_SESSION_REFRESHING);
  check_requests (&self, 2 * N_REQUESTS);

  /* The token is as old as the night was long. */
  g_assert_cmpuint (scripted_server_count_tokens (fixture->api.server), ==, 2);

  manual_clock_advance (fixture->api.clock, 10000);
  check_requests (&self, 2 * N_REQUESTS);
}

/* A network that comes back when the computer wakes up is no reason for a second one. */
static void
test_slept_and_network (ScriptedFixture *fixture,
                        gconstpointer    data)
{
  const ActConditions gone = { .network_available = FALSE };
  const ActConditions back = { .network_available = TRUE };
  g_auto (Running) self = { 0 };

  running_init (&self, fixture);
  start_and_rest (&self);

  act_engine_set_conditions (self.engine, &gone);
  answer_sync (&self);
  manual_clock_sleep (fixture->api.clock, HOUR);
  manual_clock_advance (fixture->api.clock, 2000);
  act_engine_set_conditions (self.engine, &back);
  manual_clock_advance (fixture->api.clock, 10000);
  check_requests (&self, 2 * N_REQUESTS);
}

/* What was on its way when the lid was closed is not waited for, and is not taken for a failure. */
static void
test_slept_while_asking (ScriptedFixture *fixture,
                         gconstpointer    data)
{
  g_auto (Running) self = { 0 };
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  running_init (&self, fixture);
  scripted_server_behave (fixture->api.server, SCRIPT_HANG);
  act_engine_start (self.engine);
  act_engine_refresh_async (self.engine, NULL, outcome_cb, &outcome);
  await (has_asked_once, &self, NULL);

  answer_sync (&self);
  manual_clock_sleep (fixture->api.clock, HOUR);
  manual_clock_advance (fixture->api.clock, 10000);
  outcome_await (&outcome, NULL);
  g_assert_true (act_engine_refresh_finish (self.engine, outcome.result, &error));
  g_assert_no_error (error);
  check_requests (&self, 1 + N_REQUESTS);
  g_assert_null (act_engine_get_error (self.engine));
}

/* Waiting is no sleep. */
static void
test_awake (ScriptedFixture *fixture,
            gconstpointer    data)
{
  g_auto (Running) self = { 0 };

  running_init (&self, fixture);
  start_and_rest (&self);
  for (guint i = 0; i < 20; i++)
    {
      manual_clock_advance (fixture->api.clock, 10000);
      settle ();
    }
  g_assert_false (act_engine_get_stale (self.engine));
  check_requests (&self, N_REQUESTS);

  /* And a moment is none either. */
  manual_clock_sleep (fixture->api.clock, 1000);
  manual_clock_advance (fixture->api.clock, 10000);
  check_requests (&self, N_REQUESTS);
}

/* One that is paused stays so over night. */
static void
test_slept_while_paused (ScriptedFixture *fixture,
                         gconstpointer    data)
{
  g_auto (Running) self = { 0 };

  running_init (&self, fixture);
  start_and_rest (&self);
  act_engine_set_paused (self.engine, TRUE);
  manual_clock_sleep (fixture->api.clock, HOUR);
  manual_clock_advance (fixture->api.clock, 10000);
  settle ();
  g_assert_true (act_engine_get_stale (self.engine));
  g_assert_cmpuint (scripted_server_count (fixture->api.server), ==, N_REQUESTS);

  answer_sync (&self);
  act_engine_set_paused (self.engine, FALSE);
  check_requests (&self, 2 * N_REQUESTS);
}

/* Every five minutes, or as often as the user wants, or never. */
static void
test_interval (ScriptedFixture *fixture,
               gconstpointer    data)
{
  g_auto (Running) self = { 0 };

  running_init (&self, fixture);
  start_and_rest (&self);
  manual_clock_advance (fixture->api.clock, 5 * MINUTE - 1);
  check_requests (&self, N_REQUESTS);
  answer_sync (&self);
  manual_clock_advance (fixture->api.clock, 1);
  settle ();
  check_requests (&self, 2 * N_REQUESTS);

  act_engine_set_interval (self.engine, 60);
  answer_sync (&self);
  manual_clock_advance (fixture->api.clock, MINUTE);
  settle ();
  check_requests (&self, 3 * N_REQUESTS);

  act_engine_set_interval (self.engine, 0);
  manual_clock_advance (fixture->api.clock, 24 * HOUR);
  check_requests (&self, 3 * N_REQUESTS);
}

static gboolean
has_failed (gpointer data)
{
  Running *self = data;

  return act_engine_get_state (self->engine) == ACT_SESSION_FAILING && !act_engine_is_busy (self->engine);
}

/* A server that fails is tried again after 15 seconds, then 30, then 60, also by hand. */
static void
test_backing_off (ScriptedFixture *fixture,
                  gconstpointer    data)
{
  g_auto (Running) self = { 0 };
  gint64 wait = 15000;

  running_init (&self, fixture);
  act_engine_set_interval (self.engine, 0);
  for (guint i = 0; i < 3; i++)
    {
      guint n_requests = scripted_server_count (fixture->api.server);

      client_fixture_answer (&fixture->api, 200, "{\"events\":[]}");
      for (guint n = 0; n < 6; n++)
        scripted_fixture_answer (fixture, 400);
      if (i == 0)
        act_engine_start (self.engine);
      else
        {
          manual_clock_advance (fixture->api.clock, wait - 1);
          settle ();
          g_assert_cmpint (act_engine_get_state (self.engine), ==, ACT_SESSION_FAILING);
          manual_clock_advance (fixture->api.clock, 1);
          wait *= 2;
          settle ();

          /* It may have failed again already. */
          g_assert_true (act_engine_get_state (self.engine) == ACT_SESSION_REFRESHING ||
                         scripted_server_count (fixture->api.server) > n_requests);
        }
      await (has_failed, &self, NULL);
    }

  answer_sync (&self);
  manual_clock_advance (fixture->api.clock, wait);
  settle ();
  check_requests (&self, 3 * 7 + N_REQUESTS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SCRIPTED_FIXTURE_ADD ("/engine-sleep/slept", test_slept);
  SCRIPTED_FIXTURE_ADD ("/engine-sleep/slept-and-network", test_slept_and_network);
  SCRIPTED_FIXTURE_ADD ("/engine-sleep/slept-while-asking", test_slept_while_asking);
  SCRIPTED_FIXTURE_ADD ("/engine-sleep/awake", test_awake);
  SCRIPTED_FIXTURE_ADD ("/engine-sleep/slept-while-paused", test_slept_while_paused);
  SCRIPTED_FIXTURE_ADD ("/engine-sleep/interval", test_interval);
  SCRIPTED_FIXTURE_ADD ("/engine-sleep/backing-off", test_backing_off);

  return g_test_run ();
}
