/* Tests of telling how far a synchronisation is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event.h"
#include "act-meter.h"
#include "outcome.h"

typedef struct
{
  ManualClock *clock;
  ActMeter    *meter;
  guint        n_changes;
} Fixture;

static void
changed_cb (ActMeter *meter,
            Fixture  *self)
{
  self->n_changes++;
}

static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  self->clock = manual_clock_new ();
  self->meter = act_meter_new (ACT_CLOCK (self->clock));
  g_signal_connect (self->meter, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  g_assert_finalize_object (g_steal_pointer (&self->meter));
  settle ();
  g_assert_finalize_object (g_steal_pointer (&self->clock));
}

static ActSyncProgress
get (Fixture *self)
{
  ActSyncProgress progress = { 0 };

  act_meter_get (self->meter, &progress);

  return progress;
}

static void
advance (Fixture *self,
         gint64   milliseconds)
{
  manual_clock_advance (self->clock, milliseconds);
  settle ();
}

static void
test_idle (Fixture      *self,
           gconstpointer unused)
{
  ActSyncProgress progress = get (self);

  g_assert_cmpint (progress.phase, ==, ACT_SYNC_IDLE);
  g_assert_cmpint (progress.left, ==, -1);
  g_assert_cmpuint (progress.events_per_second, ==, 0);
  g_assert_cmpint (progress.reached, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpuint (self->n_changes, ==, 0);
}

/* A phase that comes first is shown while it lasts, and then the other one goes on. */
static void
test_phases (Fixture      *self,
             gconstpointer unused)
{
  ActSyncProgress progress;

  act_meter_begin (self->meter, ACT_SYNC_HISTORY, -1);
  act_meter_count (self->meter, ACT_SYNC_HISTORY, 100, 5);
  act_meter_begin (self->meter, ACT_SYNC_OPEN, 250);
  act_meter_count (self->meter, ACT_SYNC_OPEN, 100, 7);
  progress = get (self);
  g_assert_cmpint (progress.phase, ==, ACT_SYNC_OPEN);
  g_assert_cmpuint (progress.pages, ==, 1);
  g_assert_cmpuint (progress.events, ==, 100);
  g_assert_cmpint (progress.left, ==, 150);
  g_assert_cmpint (progress.reached, ==, 7);

  /* There can be more than there were the last time. */
  act_meter_count (self->meter, ACT_SYNC_OPEN, 100, 6);
  act_meter_count (self->meter, ACT_SYNC_OPEN, 100, 5);
  progress = get (self);
  g_assert_cmpint (progress.left, ==, 0);

  act_meter_count (self->meter, ACT_SYNC_HISTORY, 50, 4);
  act_meter_end (self->meter, ACT_SYNC_OPEN);
  progress = get (self);
  g_assert_cmpint (progress.phase, ==, ACT_SYNC_HISTORY);
  g_assert_cmpuint (progress.pages, ==, 2);
  g_assert_cmpuint (progress.events, ==, 150);
  g_assert_cmpint (progress.left, ==, -1);

  act_meter_end (self->meter, ACT_SYNC_HISTORY);
  progress = get (self);
  g_assert_cmpint (progress.phase, ==, ACT_SYNC_IDLE);
}

/* It is that of the last seconds, and the sleep of the computer is none of them. */
static void
test_speed (Fixture      *self,
            gconstpointer unused)
{
  advance (self, 60000);
  act_meter_begin (self->meter, ACT_SYNC_HISTORY, -1);
  act_meter_count (self->meter, ACT_SYNC_HISTORY, 100, 1);
  advance (self, 999);
  g_assert_cmpuint (get (self).events_per_second, ==, 0);
  advance (self, 1);
  g_assert_cmpuint (get (self).events_per_second, ==, 100);

  for (guint i = 0; i < 40; i++)
    {
      act_meter_count (self->meter, ACT_SYNC_HISTORY, 500, 1);
      advance (self, 250);
    }
  g_assert_cmpuint (get (self).events_per_second, >=, 1900);
  g_assert_cmpuint (get (self).events_per_second, <=, 2100);

  manual_clock_sleep (self->clock, 3600 * 1000);
  g_assert_cmpuint (get (self).events_per_second, >=, 1900);
  advance (self, 6000);
  g_assert_cmpuint (get (self).events_per_second, ==, 0);
}

static void
test_changes (Fixture      *self,
              gconstpointer unused)
{
  act_meter_begin (self->meter, ACT_SYNC_HISTORY, -1);
  g_assert_cmpuint (self->n_changes, ==, 1);
  for (guint i = 0; i < 1000; i++)
    act_meter_count (self->meter, ACT_SYNC_HISTORY, 100, 1);
  settle ();
  g_assert_cmpuint (self->n_changes, ==, 1);
  advance (self, 250);
  g_assert_cmpuint (self->n_changes, ==, 2);
  advance (self, 10000);
  g_assert_cmpuint (self->n_changes, ==, 2);
  act_meter_end (self->meter, ACT_SYNC_HISTORY);
  act_meter_end (self->meter, ACT_SYNC_HISTORY);
  advance (self, 10000);
  g_assert_cmpuint (self->n_changes, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/meter/idle", test_idle);
  ADD ("/meter/phases", test_phases);
  ADD ("/meter/speed", test_speed);
  ADD ("/meter/changes", test_changes);

  return g_test_run ();
}
