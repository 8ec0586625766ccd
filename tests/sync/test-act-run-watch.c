/* Tests of following a run
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-watch-private.h"
#include "scripted-fixture.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static ActRunWatch *
watch (ScriptedFixture *self,
       ManualClock     *clock,
       ActRunStatus     status,
       guint           *n_changes)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);
  g_autoptr (ActIntegrationRun) run = act_integration_run_new ();
  ActRunWatch *self_watch = NULL;

  run->id = g_strdup ("r");
  run->status = status;
  self_watch = act_run_watch_new_with_clock (session, run, ACT_CLOCK (clock));
  g_signal_connect_swapped (self_watch, "changed", G_CALLBACK (count_cb), n_changes);

  return self_watch;
}

typedef struct
{
  const guint *n_changes;
  guint        expected;
} Changes;

static gboolean
have_come (gpointer data)
{
  Changes *changes = data;

  return *changes->n_changes >= changes->expected;
}

static void
await_changes (const guint *n_changes,
               guint        expected,
               ManualClock *clock)
{
  Changes changes = { n_changes, expected };

  await (have_come, &changes, clock);
  g_assert_cmpuint (*n_changes, ==, expected);
}

static void
answer (ScriptedFixture *self,
        const char      *status)
{
  g_autofree char *run = g_strdup_printf ("{\"id\":\"r\",\"status\":\"%s\"}", status);

  client_fixture_answer (&self->api, 200, run);
}

static void
test_until_the_end (ScriptedFixture *self,
                    gconstpointer    data)
{
  static const gint64 waits[] = { 1000, 2000, 3000, 4000, 5000, 5000 };
  g_autoptr (ManualClock) clock = manual_clock_new ();
  g_autoptr (ActRunWatch) run_watch = NULL;
  guint n_changes = 0;

  for (guint i = 0; i < 5; i++)
    answer (self, i < 2 ? "WAITING" : "STARTED");
  answer (self, "COMPLETE");
  run_watch = watch (self, clock, ACT_RUN_STATUS_WAITING, &n_changes);
  g_assert_true (act_run_watch_is_watching (run_watch));
  await_changes (&n_changes, 6, clock);
  g_assert_false (act_run_watch_is_watching (run_watch));
  g_assert_cmpint (act_run_watch_get_run (run_watch)->status, ==, ACT_RUN_STATUS_COMPLETE);
  g_assert_null (act_run_watch_get_error (run_watch));

  g_assert_cmpuint (manual_clock_count_waits (clock), ==, G_N_ELEMENTS (waits));
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    g_assert_cmpint (manual_clock_get_wait (clock, i), ==, waits[i]);
}

static void
test_ended (ScriptedFixture *self,
            gconstpointer    data)
{
  g_autoptr (ManualClock) clock = manual_clock_new ();
  guint n_changes = 0;
  g_autoptr (ActRunWatch) run_watch = watch (self, clock, ACT_RUN_STATUS_ERROR, &n_changes);

  g_assert_false (act_run_watch_is_watching (run_watch));
  g_assert_cmpuint (manual_clock_count_waits (clock), ==, 0);
}

/* What answers in the place of the server is told of, and does not end it; a refusal does. */
static void
test_errors (ScriptedFixture *self,
             gconstpointer    data)
{
  g_autoptr (ManualClock) clock = manual_clock_new ();
  g_autoptr (ActRunWatch) run_watch = NULL;
  guint n_changes = 0;

  scripted_fixture_answer (self, 302);
  answer (self, "STARTED");
  scripted_fixture_answer (self, 302);
  scripted_fixture_answer (self, 404);
  run_watch = watch (self, clock, ACT_RUN_STATUS_WAITING, &n_changes);

  await_changes (&n_changes, 1, clock);
  g_assert_error (act_run_watch_get_error (run_watch), ACT_API_ERROR, ACT_API_ERROR_NOT_JSON);
  g_assert_true (act_run_watch_is_watching (run_watch));

  await_changes (&n_changes, 2, clock);
  g_assert_null (act_run_watch_get_error (run_watch));

  /* Now the store knows the run, which is not the server's word. */
  await_changes (&n_changes, 3, clock);
  g_assert_error (act_run_watch_get_error (run_watch), ACT_API_ERROR, ACT_API_ERROR_NOT_JSON);
  g_assert_cmpint (act_run_watch_get_run (run_watch)->status, ==, ACT_RUN_STATUS_STARTED);
  g_assert_true (act_run_watch_is_watching (run_watch));

  await_changes (&n_changes, 4, clock);
  g_assert_error (act_run_watch_get_error (run_watch), ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
  g_assert_false (act_run_watch_is_watching (run_watch));
}

static void
test_let_go (ScriptedFixture *self,
             gconstpointer    data)
{
  g_autoptr (ManualClock) clock = manual_clock_new ();
  guint        n_changes = 0;
  ActRunWatch *run_watch = watch (self, clock, ACT_RUN_STATUS_WAITING, &n_changes);

  g_assert_finalize_object (run_watch);
  settle ();
  g_assert_cmpuint (manual_clock_count_pending (clock), ==, 0);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 0);
  g_assert_cmpuint (n_changes, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SCRIPTED_FIXTURE_ADD ("/sync/run-watch/until-the-end", test_until_the_end);
  SCRIPTED_FIXTURE_ADD ("/sync/run-watch/ended", test_ended);
  SCRIPTED_FIXTURE_ADD ("/sync/run-watch/errors", test_errors);
  SCRIPTED_FIXTURE_ADD ("/sync/run-watch/let-go", test_let_go);

  return g_test_run ();
}
