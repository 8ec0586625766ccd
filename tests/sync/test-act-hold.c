/* Tests of the undo time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-hold.h"

/* Longer than any test runs. */
#define FOR_EVER 3600000

static void
ended_cb (ActHold *hold,
          guint   *n_ended)
{
  (*n_ended)++;
}

static ActHold *
create_hold (guint *n_ended)
{
  ActHold *hold = act_hold_new ();

  g_signal_connect (hold, "ended", G_CALLBACK (ended_cb), n_ended);

  return hold;
}

static void
wait_until_ended (guint *n_ended)
{
  while (*n_ended == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_ends (void)
{
  guint n_ended = 0;
  g_autoptr (ActHold) hold = create_hold (&n_ended);

  act_hold_start (hold, 1);
  g_assert_cmpuint (n_ended, ==, 0);
  wait_until_ended (&n_ended);
  g_assert_cmpuint (n_ended, ==, 1);
}

/* A second start counts for both: the first one's end does not come. */
static void
test_starts_afresh (void)
{
  guint n_ended = 0;
  guint n_other = 0;
  g_autoptr (ActHold) hold = create_hold (&n_ended);
  g_autoptr (ActHold) other = create_hold (&n_other);

  act_hold_start (hold, 1);
  act_hold_start (hold, FOR_EVER);
  act_hold_start (other, 20);
  wait_until_ended (&n_other);
  g_assert_cmpuint (n_ended, ==, 0);

  act_hold_start (hold, 1);
  wait_until_ended (&n_ended);
  g_assert_cmpuint (n_ended, ==, 1);
}

static void
test_paused (void)
{
  guint n_ended = 0;
  guint n_other = 0;
  g_autoptr (ActHold) hold = create_hold (&n_ended);
  g_autoptr (ActHold) other = create_hold (&n_other);

  act_hold_start (hold, 1);
  act_hold_set_paused (hold, TRUE);
  act_hold_set_paused (hold, TRUE);
  act_hold_start (other, 20);
  wait_until_ended (&n_other);
  g_assert_cmpuint (n_ended, ==, 0);

  act_hold_set_paused (hold, FALSE);
  wait_until_ended (&n_ended);
  g_assert_cmpuint (n_ended, ==, 1);
}

/* What is marked while the pointer is on the toast begins to count when it leaves. */
static void
test_started_while_paused (void)
{
  guint n_ended = 0;
  g_autoptr (ActHold) hold = create_hold (&n_ended);

  act_hold_set_paused (hold, TRUE);
  act_hold_start (hold, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_ended, ==, 0);

  act_hold_set_paused (hold, FALSE);
  wait_until_ended (&n_ended);
}

static void
test_stopped (void)
{
  guint n_ended = 0;
  guint n_other = 0;
  g_autoptr (ActHold) hold = create_hold (&n_ended);
  g_autoptr (ActHold) other = create_hold (&n_other);

  act_hold_start (hold, 1);
  act_hold_stop (hold);
  act_hold_set_paused (hold, TRUE);
  act_hold_set_paused (hold, FALSE);
  act_hold_start (other, 20);
  wait_until_ended (&n_other);
  g_assert_cmpuint (n_ended, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hold/ends", test_ends);
  g_test_add_func ("/hold/starts-afresh", test_starts_afresh);
  g_test_add_func ("/hold/paused", test_paused);
  g_test_add_func ("/hold/started-while-paused", test_started_while_paused);
  g_test_add_func ("/hold/stopped", test_stopped);

  return g_test_run ();
}
