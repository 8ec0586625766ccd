/* Turns: how many in a second, in which order, and none in a pause
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-rate-limiter.h"

#include "manual-clock.h"
#include "outcome.h"

#define N_CALLERS 25

typedef struct
{
  ManualClock    *clock;
  ActRateLimiter *limiter;
  Outcome         turns[N_CALLERS];
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->clock = manual_clock_new ();
  fixture->limiter = act_rate_limiter_new (ACT_CLOCK (fixture->clock));
}

/* Nothing may keep the limiter alive once all have had their turn. */
static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  while (manual_clock_skip (fixture->clock))
    settle ();
  settle ();

  for (guint i = 0; i < N_CALLERS; i++)
    outcome_clear (&fixture->turns[i]);
  settle ();

  g_assert_finalize_object (fixture->limiter);
  g_assert_finalize_object (fixture->clock);
}

static void
ask (Fixture      *fixture,
     guint         caller,
     GCancellable *cancellable)
{
  act_rate_limiter_wait_async (fixture->limiter, ACT_URGENCY_NOW, cancellable, outcome_cb,
                               &fixture->turns[caller]);
}

static void
ask_without_hurry (Fixture   *fixture,
                   guint      caller,
                   ActUrgency urgency)
{
  act_rate_limiter_wait_async (fixture->limiter, urgency, NULL, outcome_cb,
                               &fixture->turns[caller]);
  settle ();
}

static void
ask_all (Fixture *fixture)
{
  for (guint i = 0; i < N_CALLERS; i++)
    ask (fixture, i, NULL);
  settle ();
}

/* The turns given so far, which must be the first ones. */
static guint
count_turns (Fixture *fixture)
{
  guint n_turns = 0;

  while (n_turns < N_CALLERS && fixture->turns[n_turns].result != NULL)
    n_turns++;
  for (guint i = n_turns; i < N_CALLERS; i++)
    g_assert_null (fixture->turns[i].result);

  return n_turns;
}

static void
advance (Fixture *fixture,
         gint64   milliseconds)
{
  manual_clock_advance (fixture->clock, milliseconds);
  settle ();
}

static void
test_default (Fixture      *fixture,
              gconstpointer data)
{
  ask_all (fixture);
  g_assert_cmpuint (count_turns (fixture), ==, ACT_RATE_LIMITER_DEFAULT);

  advance (fixture, 999);
  g_assert_cmpuint (count_turns (fixture), ==, ACT_RATE_LIMITER_DEFAULT);
  advance (fixture, 1);
  g_assert_cmpuint (count_turns (fixture), ==, 2 * ACT_RATE_LIMITER_DEFAULT);
  advance (fixture, 1000);
  g_assert_cmpuint (count_turns (fixture), ==, N_CALLERS);
}

/* A quiet second does not save up turns for a second of twice as many. */
static void
test_window (Fixture      *fixture,
             gconstpointer data)
{
  act_rate_limiter_set_ceiling (fixture->limiter, 2);
  ask (fixture, 0, NULL);
  settle ();
  advance (fixture, 900);
  ask (fixture, 1, NULL);
  ask (fixture, 2, NULL);
  ask (fixture, 3, NULL);
  settle ();
  g_assert_cmpuint (count_turns (fixture), ==, 2);

  advance (fixture, 100);
  g_assert_cmpuint (count_turns (fixture), ==, 3);
  advance (fixture, 899);
  g_assert_cmpuint (count_turns (fixture), ==, 3);
  advance (fixture, 1);
  g_assert_cmpuint (count_turns (fixture), ==, 4);
}

static void
test_ceiling (Fixture      *fixture,
              gconstpointer data)
{
  act_rate_limiter_set_ceiling (fixture->limiter, 0);
  ask_all (fixture);
  g_assert_cmpuint (count_turns (fixture), ==, 1);

  /* Those that wait need not wait as long as they were to. */
  act_rate_limiter_set_ceiling (fixture->limiter, 5);
  settle ();
  g_assert_cmpuint (count_turns (fixture), ==, 5);
  act_rate_limiter_set_ceiling (fixture->limiter, 1000);
  settle ();
  g_assert_cmpuint (count_turns (fixture), ==, N_CALLERS);
}

static void
test_pause (Fixture      *fixture,
            gconstpointer data)
{
  act_rate_limiter_pause (fixture->limiter, 5000);
  act_rate_limiter_pause (fixture->limiter, 1000);
  ask_all (fixture);
  advance (fixture, 4999);
  g_assert_cmpuint (count_turns (fixture), ==, 0);
  advance (fixture, 1);
  g_assert_cmpuint (count_turns (fixture), ==, ACT_RATE_LIMITER_DEFAULT);

  /* A pause also holds for those that wait already. */
  act_rate_limiter_pause (fixture->limiter, 3000);
  advance (fixture, 2999);
  g_assert_cmpuint (count_turns (fixture), ==, ACT_RATE_LIMITER_DEFAULT);
  advance (fixture, 1);
  g_assert_cmpuint (count_turns (fixture), ==, 2 * ACT_RATE_LIMITER_DEFAULT);
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  act_rate_limiter_set_ceiling (fixture->limiter, 1);
  ask (fixture, 0, NULL);
  ask (fixture, 2, cancellable);
  ask (fixture, 1, NULL);
  settle ();
  g_assert_cmpuint (count_turns (fixture), ==, 1);

  /* Who gives up is told at once, and costs nobody a turn. */
  g_cancellable_cancel (cancellable);
  settle ();
  g_assert_nonnull (fixture->turns[2].result);
  g_assert_false (act_rate_limiter_wait_finish (fixture->limiter, fixture->turns[2].result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  advance (fixture, 1000);
  g_assert_nonnull (fixture->turns[1].result);
  g_assert_true (act_rate_limiter_wait_finish (fixture->limiter, fixture->turns[1].result, NULL));
}

static void
test_cancelled_before (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  act_rate_limiter_set_ceiling (fixture->limiter, 1);
  g_cancellable_cancel (cancellable);
  ask (fixture, 0, cancellable);
  ask (fixture, 1, NULL);
  settle ();

  g_assert_false (act_rate_limiter_wait_finish (fixture->limiter, fixture->turns[0].result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_nonnull (fixture->turns[1].result);
}

/* What nobody waits for never uses up a second at once. */
static void
test_steady (Fixture      *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < N_CALLERS; i++)
    ask_without_hurry (fixture, i, ACT_URGENCY_STEADY);
  g_assert_cmpuint (count_turns (fixture), ==, 2);

  for (guint i = 3; i <= 10; i++)
    {
      advance (fixture, 101);
      g_assert_cmpuint (count_turns (fixture), ==, i - 1);
      advance (fixture, 1);
      g_assert_cmpuint (count_turns (fixture), ==, i);
    }
}

/* A moment that came late is made up for, a long one is not. */
static void
test_steady_late (Fixture      *fixture,
                  gconstpointer data)
{
  for (guint i = 0; i < N_CALLERS; i++)
    ask_without_hurry (fixture, i, ACT_URGENCY_STEADY);
  advance (fixture, 150);
  g_assert_cmpuint (count_turns (fixture), ==, 3);
  advance (fixture, 54);
  g_assert_cmpuint (count_turns (fixture), ==, 4);
  advance (fixture, 5000);
  g_assert_cmpuint (count_turns (fixture), ==, 6);
}

/* One of those that nobody waits for may be early, and who waits passes all of them. */
static void
test_urgent (Fixture      *fixture,
             gconstpointer data)
{
  ask_without_hurry (fixture, 0, ACT_URGENCY_STEADY);
  ask_without_hurry (fixture, 1, ACT_URGENCY_STEADY);
  ask_without_hurry (fixture, 5, ACT_URGENCY_STEADY);
  g_assert_cmpuint (count_turns (fixture), ==, 2);
  ask_without_hurry (fixture, 2, ACT_URGENCY_NEXT);
  ask_without_hurry (fixture, 4, ACT_URGENCY_NEXT);
  g_assert_cmpuint (count_turns (fixture), ==, 3);
  ask_without_hurry (fixture, 3, ACT_URGENCY_NOW);
  g_assert_cmpuint (count_turns (fixture), ==, 4);

  /* It was paid for by those that nobody waits for. */
  advance (fixture, 203);
  g_assert_cmpuint (count_turns (fixture), ==, 4);
  advance (fixture, 1);
  g_assert_cmpuint (count_turns (fixture), ==, 5);
  advance (fixture, 203);
  g_assert_cmpuint (count_turns (fixture), ==, 5);
  advance (fixture, 1);
  g_assert_cmpuint (count_turns (fixture), ==, 6);
}

/* Whatever a clock does, nobody waits longer than they would have. */
static void
test_clock_jumps (Fixture      *fixture,
                  gconstpointer data)
{
  const gint64 years = G_GINT64_CONSTANT (3) * 365 * 24 * 60 * 60 * 1000;

  act_rate_limiter_set_ceiling (fixture->limiter, 5);
  ask (fixture, 0, NULL);
  advance (fixture, years);
  for (guint i = 1; i < 6; i++)
    ask (fixture, i, NULL);
  settle ();
  g_assert_cmpuint (count_turns (fixture), ==, 6);

  act_rate_limiter_pause (fixture->limiter, 50 * 1000);
  advance (fixture, -2 * years);
  for (guint i = 6; i < 11; i++)
    ask (fixture, i, NULL);
  settle ();
  g_assert_cmpuint (count_turns (fixture), ==, 11);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/rate-limiter/default", Fixture, NULL, set_up, test_default, tear_down);
  g_test_add ("/rate-limiter/window", Fixture, NULL, set_up, test_window, tear_down);
  g_test_add ("/rate-limiter/ceiling", Fixture, NULL, set_up, test_ceiling, tear_down);
  g_test_add ("/rate-limiter/pause", Fixture, NULL, set_up, test_pause, tear_down);
  g_test_add ("/rate-limiter/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/rate-limiter/cancelled-before", Fixture, NULL, set_up, test_cancelled_before, tear_down);

  g_test_add ("/rate-limiter/steady", Fixture, NULL, set_up, test_steady, tear_down);
  g_test_add ("/rate-limiter/steady-late", Fixture, NULL, set_up, test_steady_late, tear_down);
  g_test_add ("/rate-limiter/clock-jumps", Fixture, NULL, set_up, test_clock_jumps, tear_down);
  g_test_add ("/rate-limiter/urgent", Fixture, NULL, set_up, test_urgent, tear_down);

  return g_test_run ();
}
