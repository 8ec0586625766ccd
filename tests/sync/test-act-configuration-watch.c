/* Tests of waiting until a configuration is authorized
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-configuration-watch-private.h"
#include "scripted-fixture.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)

static void
answer (ScriptedFixture *self,
        gboolean         authorized)
{
  client_fixture_answer (&self->api, 200,
                         authorized ? "{\"id\":\"c\",\"authorized\":true}"
                                    : "{\"id\":\"c\",\"authorized\":false}");
}

static ActConfigurationWatch *
watch (ScriptedFixture *self,
       ManualClock     *clock)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);

  return act_configuration_watch_new_with_clock (session, "c", ACT_CLOCK (clock));
}

static gboolean
is_over (gpointer data)
{
  return act_configuration_watch_get_state (data) != ACT_CONFIGURATION_WATCH_WAITING;
}

static gboolean
was_read (gpointer data)
{
  return act_configuration_watch_get_configuration (data) != NULL;
}

static void
test_authorized (ScriptedFixture *self,
                 gconstpointer    data)
{
  g_autoptr (ManualClock) clock = manual_clock_new ();
  g_autoptr (ActConfigurationWatch) configuration_watch = NULL;

  answer (self, FALSE);
  scripted_fixture_answer (self, 302);
  answer (self, TRUE);
  configuration_watch = watch (self, clock);
  await (is_over, configuration_watch, clock);
  g_assert_cmpint (act_configuration_watch_get_state (configuration_watch), ==, ACT_CONFIGURATION_WATCH_AUTHORIZED);
  g_assert_true (act_configuration_watch_get_configuration (configuration_watch)->authorized);
  g_assert_null (act_configuration_watch_get_error (configuration_watch));
  g_assert_cmpuint (manual_clock_count_waits (clock), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (manual_clock_get_wait (clock, i), ==, 5000);
}

static void
test_timed_out (ScriptedFixture *self,
                gconstpointer    data)
{
  g_autoptr (ManualClock) clock = manual_clock_new ();
  g_autoptr (ActConfigurationWatch) configuration_watch = NULL;

  answer (self, FALSE);
  answer (self, FALSE);
  configuration_watch = watch (self, clock);
  await (was_read, configuration_watch, clock);
  g_assert_cmpint (act_configuration_watch_get_state (configuration_watch), ==, ACT_CONFIGURATION_WATCH_WAITING);

  manual_clock_advance (clock, 10 * MINUTE_MS);
  await (is_over, configuration_watch, clock);
  g_assert_cmpint (act_configuration_watch_get_state (configuration_watch), ==, ACT_CONFIGURATION_WATCH_TIMED_OUT);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 2);
}

static void
test_refused (ScriptedFixture *self,
              gconstpointer    data)
{
  g_autoptr (ManualClock) clock = manual_clock_new ();
  g_autoptr (ActConfigurationWatch) configuration_watch = NULL;

  /* With the first token and with a fresh one. */
  scripted_fixture_answer (self, 403);
  scripted_fixture_answer (self, 403);
  configuration_watch = watch (self, clock);
  await (is_over, configuration_watch, clock);
  g_assert_cmpint (act_configuration_watch_get_state (configuration_watch), ==, ACT_CONFIGURATION_WATCH_FAILED);
  g_assert_error (act_configuration_watch_get_error (configuration_watch), ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN);
}

static void
test_let_go (ScriptedFixture *self,
             gconstpointer    data)
{
  g_autoptr (ManualClock) clock = manual_clock_new ();
  ActConfigurationWatch *configuration_watch = watch (self, clock);

  g_assert_finalize_object (configuration_watch);
  settle ();
  g_assert_cmpuint (manual_clock_count_pending (clock), ==, 0);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SCRIPTED_FIXTURE_ADD ("/sync/configuration-watch/authorized", test_authorized);
  SCRIPTED_FIXTURE_ADD ("/sync/configuration-watch/timed-out", test_timed_out);
  SCRIPTED_FIXTURE_ADD ("/sync/configuration-watch/refused", test_refused);
  SCRIPTED_FIXTURE_ADD ("/sync/configuration-watch/let-go", test_let_go);

  return g_test_run ();
}
