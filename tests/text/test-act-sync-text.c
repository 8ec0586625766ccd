/* Tests of a synchronisation in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-sync-text.h"

#include "act-event.h"

/* 2026-03-04T05:00:00Z */
#define NOW G_GINT64_CONSTANT (1772600400000)

static void
test_phases (void)
{
  g_assert_null (act_sync_text_phase (ACT_SYNC_IDLE));
  for (guint phase = ACT_SYNC_OPEN; phase <= ACT_SYNC_AHEAD; phase++)
    g_assert_nonnull (act_sync_text_phase ((ActSyncPhase) phase));
}

static void
test_holds (void)
{
  g_assert_null (act_sync_text_hold (ACT_SYNC_HOLD_NONE));
  g_assert_null (act_sync_text_effect (ACT_SYNC_HOLD_NONE));
  for (guint hold = ACT_SYNC_HOLD_PAUSED; hold <= ACT_SYNC_HOLD_PORTAL; hold++)
    {
      g_assert_nonnull (act_sync_text_hold ((ActSyncHold) hold));
      g_assert_nonnull (act_sync_text_effect ((ActSyncHold) hold));
    }
}

static void
check_numbers (const ActSyncProgress *progress,
               const char            *expected)
{
  g_autofree char *text = act_sync_text_numbers (progress, NOW);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbers (void)
{
  ActSyncProgress progress = { .phase = ACT_SYNC_OPEN, .reached = NOW - 3600000 };

  check_numbers (&progress, NULL);
  progress.pages = 1;
  progress.events = 1;
  check_numbers (&progress, "1 page · 1 event");
  progress.pages = 12;
  progress.events = 1190;
  progress.events_per_second = 4500;
  check_numbers (&progress, "12 pages · 1190 events · 4500 a second");
  progress.phase = ACT_SYNC_HISTORY;
  check_numbers (&progress, "12 pages · 1190 events · 4500 a second · back to 4 Mar 04:00");
  progress.reached = ACT_TIME_UNKNOWN;
  check_numbers (&progress, "12 pages · 1190 events · 4500 a second");
}

static void
check_left (ActSyncPhase phase,
            gint64       left,
            const char  *expected)
{
  const ActSyncProgress progress = { .phase = phase, .left = left };
  g_autofree char      *text = act_sync_text_left (&progress);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_left (void)
{
  check_left (ACT_SYNC_OPEN, -1, NULL);
  check_left (ACT_SYNC_OPEN, 1, "About 1 event left");
  check_left (ACT_SYNC_OPEN, 300, "About 300 events left");
  check_left (ACT_SYNC_SENDING, 1, "1 change left");
  check_left (ACT_SYNC_SENDING, 0, "0 changes left");
  check_left (ACT_SYNC_AHEAD, 12, "12 events left");
  check_left (ACT_SYNC_HISTORY, 12, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync-text/phases", test_phases);
  g_test_add_func ("/sync-text/holds", test_holds);
  g_test_add_func ("/sync-text/numbers", test_numbers);
  g_test_add_func ("/sync-text/left", test_left);

  return g_test_run ();
}
