/* A request that is cancelled, at any moment
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "transport-fixture.h"

static void
assert_cancelled (TransportFixture *fixture,
                  Outcome          *outcome)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (transport_fixture_finish (fixture, outcome, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancelled_before (TransportFixture *fixture,
                       gconstpointer     data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  g_cancellable_cancel (cancellable);
  transport_fixture_start (fixture, "GET", cancellable, &outcome);
  assert_cancelled (fixture, &outcome);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 0);
}

static void
test_cancelled_at_once (TransportFixture *fixture,
                        gconstpointer     data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  transport_fixture_start (fixture, "GET", cancellable, &outcome);
  g_cancellable_cancel (cancellable);
  assert_cancelled (fixture, &outcome);
}

/* Between any two steps of the main loop, until the exchange is over before it is cancelled. */
static void
test_cancelled_anywhere (TransportFixture *fixture,
                         gconstpointer     data)
{
  gboolean was_in_time = TRUE;

  for (guint steps = 0; was_in_time && steps < 1000; steps++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_auto (Outcome) outcome = { 0 };

      scripted_server_answer (fixture->server, 200, "{}");
      transport_fixture_start (fixture, "GET", cancellable, &outcome);
      for (guint i = 0; i < steps && outcome.result == NULL; i++)
        g_main_context_iteration (NULL, TRUE);

      was_in_time = outcome.result == NULL;
      g_cancellable_cancel (cancellable);
      if (was_in_time)
        assert_cancelled (fixture, &outcome);
    }

  g_assert_false (was_in_time);
}

static void
test_cancelled_while_waiting (TransportFixture *fixture,
                              gconstpointer     data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  scripted_server_behave (fixture->server, SCRIPT_HANG);
  transport_fixture_start (fixture, "GET", cancellable, &outcome);
  await (transport_fixture_server_has_request, fixture, NULL);
  g_cancellable_cancel (cancellable);
  assert_cancelled (fixture, &outcome);
}

static void
test_cancelled_in_body (TransportFixture *fixture,
                        gconstpointer     data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  scripted_server_behave (fixture->server, SCRIPT_DRIP);
  transport_fixture_start (fixture, "GET", cancellable, &outcome);
  await (transport_fixture_server_has_request, fixture, NULL);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (outcome.result);
  g_cancellable_cancel (cancellable);
  assert_cancelled (fixture, &outcome);
}

#define ADD(name, function)                                          \
  g_test_add ("/transport-cancelling/" name, TransportFixture, NULL, \
              transport_fixture_set_up, function, transport_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("before", test_cancelled_before);
  ADD ("at-once", test_cancelled_at_once);
  ADD ("anywhere", test_cancelled_anywhere);
  ADD ("while-waiting", test_cancelled_while_waiting);
  ADD ("in-body", test_cancelled_in_body);

  return g_test_run ();
}
