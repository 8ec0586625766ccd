/* The computer's clock goes on, and a wait ends
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-system-clock.h"

#include "outcome.h"

static void
test_wait (void)
{
  g_autoptr (ActClock) clock = act_system_clock_new ();
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 before = act_clock_now (clock);
  gint64 awake = act_clock_awake (clock);

  act_clock_wait_async (clock, 5, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);

  g_assert_true (act_clock_wait_finish (clock, outcome.result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (act_clock_now (clock), >, before);
  g_assert_cmpint (act_clock_awake (clock), >, awake);
}

static void
test_cancel (void)
{
  g_autoptr (ActClock) clock = act_system_clock_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  /* Longer than the test would be let run. */
  act_clock_wait_async (clock, G_MAXINT64, cancellable, outcome_cb, &outcome);
  settle ();
  g_assert_null (outcome.result);

  g_cancellable_cancel (cancellable);
  outcome_await (&outcome, NULL);
  g_assert_false (act_clock_wait_finish (clock, outcome.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/system-clock/wait", test_wait);
  g_test_add_func ("/system-clock/cancel", test_cancel);

  return g_test_run ();
}
