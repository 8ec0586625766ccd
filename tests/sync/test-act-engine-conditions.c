/* Tests of what holds an engine back, by a session on a simulated server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "act-api-error.h"
#include "act-session-progress.h"

static ActSyncProgress
get_progress (Fixture *self)
{
  ActSyncProgress progress = { 0 };

  act_session_get_progress (self->session, &progress);

  return progress;
}

static gboolean
is_at_rest (Fixture *self)
{
  return act_session_get_state (self->session) == ACT_SESSION_IDLE &&
         get_progress (self).phase == ACT_SYNC_IDLE;
}

static void
set_conditions (Fixture *self,
                gboolean available,
                gboolean portal,
                gboolean metered,
                gboolean power_saver)
{
  const ActConditions conditions = { available, portal, metered, power_saver };

  act_session_set_conditions (self->session, &conditions);
}

static void
open_automatic (Fixture *self)
{
  fixture_open (self, ACT_SESSION_AUTOMATIC);
  act_session_set_refresh_minutes (self->session, 0);
}

static guint
count_all (Fixture *self)
{
  g_autoptr (GArray) rows = fixture_list (self, TRUE);

  return rows->len;
}

static guint
count_waiting (Fixture *self)
{
  g_autoptr (ActCounts) counts = fixture_count (self);

  return counts->waiting;
}

static guint
count_open (Fixture *self)
{
  g_autoptr (GArray) rows = fixture_list (self, FALSE);

  return rows->len;
}

/* On a network that costs money the open events are read, and no more, until the user says so. */
static void
check_costly (Fixture    *self,
              gboolean    metered,
              ActSyncHold hold)
{
  guint n_open = 0;

  open_automatic (self);
  set_conditions (self, TRUE, FALSE, metered, !metered);
  wait_until (is_at_rest (self));
  g_assert_cmpint (get_progress (self).hold, ==, hold);
  g_assert_false (act_session_get_history_read (self->session));
  n_open = count_open (self);
  g_assert_cmpuint (n_open, >, 0);
  g_assert_cmpuint (count_all (self), ==, n_open);

  act_session_download_anyway (self->session);
  g_assert_cmpint (get_progress (self).hold, ==, ACT_SYNC_HOLD_NONE);
  wait_until (act_session_get_history_read (self->session));
  wait_until (count_all (self) == 150);

  /* That was for this time. */
  set_conditions (self, TRUE, FALSE, FALSE, FALSE);
  set_conditions (self, TRUE, FALSE, metered, !metered);
  g_assert_cmpint (get_progress (self).hold, ==, hold);
}

static void
test_metered (Fixture      *self,
              gconstpointer unused)
{
  check_costly (self, TRUE, ACT_SYNC_HOLD_METERED);
}

static void
test_power_saver (Fixture      *self,
                  gconstpointer unused)
{
  check_costly (self, FALSE, ACT_SYNC_HOLD_POWER_SAVER);
}

/* What is marked meanwhile is sent all the same, and the rest is read when it costs nothing more. */
static void
test_metered_sends (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;

  open_automatic (self);
  set_conditions (self, TRUE, FALSE, TRUE, FALSE);
  wait_until (is_at_rest (self));
  marked = fixture_mark_first (self, 3, 0);
  wait_until (count_waiting (self) == 0);
  fixture_check_sent_once (self, marked);

  set_conditions (self, TRUE, FALSE, FALSE, FALSE);
  wait_until (act_session_get_history_read (self->session));
  wait_until (count_all (self) == 150);
}

static void
check_portal (Fixture    *self,
              const char *fault)
{
  g_autoptr (GArray) marked = NULL;

  open_automatic (self);
  wait_until (is_at_rest (self));
  fixture_set_fault (self, fault, 1);
  marked = fixture_mark_first (self, 3, 0);
  wait_until (get_progress (self).hold == ACT_SYNC_HOLD_PORTAL);
  g_assert_cmpuint (count_waiting (self), ==, 3);
  g_assert_true (act_session_get_can_mark (self->session));
  for (guint i = 0; i < marked->len; i++)
    g_assert_cmpint (fixture_get_status (self, g_array_index (marked, gint64, i)), ==,
                     ACT_EVENT_STATUS_PENDING);

  fixture_set_fault (self, fault, 0);
  fixture_refresh (self);
  g_assert_cmpint (get_progress (self).hold, ==, ACT_SYNC_HOLD_NONE);
  wait_until (count_waiting (self) == 0);
  fixture_check_sent_once (self, marked);
}

/* A network that asks to sign in first answers in place of the server, and nothing is refused. */
static void
test_portal (Fixture      *self,
             gconstpointer unused)
{
  check_portal (self, "html");
}

/* Or it sends to its own page. */
static void
test_portal_elsewhere (Fixture      *self,
                       gconstpointer unused)
{
  check_portal (self, "redirect");
}

/* The desktop may know of it before anything was asked, and be wrong. */
static void
test_portal_of_desktop (Fixture      *self,
                        gconstpointer unused)
{
  gint64 as_of = 0;

  open_automatic (self);
  wait_until (is_at_rest (self));
  as_of = act_session_get_as_of (self->session);
  set_conditions (self, TRUE, TRUE, FALSE, FALSE);
  g_assert_cmpint (get_progress (self).hold, ==, ACT_SYNC_HOLD_PORTAL);
  fixture_refresh (self);
  g_assert_cmpint (get_progress (self).hold, ==, ACT_SYNC_HOLD_NONE);

  set_conditions (self, TRUE, FALSE, FALSE, FALSE);
  set_conditions (self, TRUE, TRUE, FALSE, FALSE);
  set_conditions (self, TRUE, FALSE, FALSE, FALSE);
  g_assert_cmpint (get_progress (self).hold, ==, ACT_SYNC_HOLD_NONE);
  wait_until (is_at_rest (self));
  g_assert_cmpint (act_session_get_as_of (self->session), >, as_of);
}

/* When a network comes back it does not wait for the next time. */
static void
test_network_back (Fixture      *self,
                   gconstpointer unused)
{
  open_automatic (self);
  wait_until (is_at_rest (self));
  fixture_stop_simulator (self);
  set_conditions (self, FALSE, FALSE, FALSE, FALSE);
  g_assert_false (fixture_try_refresh (self, NULL));
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_OFFLINE);

  fixture_start_simulator (self);
  set_conditions (self, TRUE, FALSE, FALSE, FALSE);
  wait_until (is_at_rest (self));
  g_assert_null (act_session_get_error (self->session));
}

static void
count_changes_cb (ActSession *session,
                  guint      *n_changes)
{
  (*n_changes)++;
}

/* It stands still at once, keeps what it has, and goes on from there; changes are sent meanwhile. */
static void
test_paused (Fixture      *self,
             gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;
  guint n_changes = 0;
  guint n_read = 0;

  open_automatic (self);
  g_signal_connect (self->session, "progress-changed", G_CALLBACK (count_changes_cb), &n_changes);
  wait_until (count_all (self) > 0);
  act_session_set_paused (self->session, TRUE);
  g_assert_true (act_session_get_paused (self->session));
  g_assert_cmpint (get_progress (self).hold, ==, ACT_SYNC_HOLD_PAUSED);
  g_assert_cmpuint (n_changes, >, 0);
  g_signal_handlers_disconnect_by_data (self->session, &n_changes);
  wait_until (is_at_rest (self));
  n_read = count_all (self);
  g_assert_null (act_session_get_error (self->session));

  marked = fixture_mark_first (self, 1, 0);
  wait_until (count_waiting (self) == 0);
  fixture_check_sent_once (self, marked);
  g_assert_cmpuint (count_all (self), ==, n_read);

  /* Whoever asks for it gets the open events. */
  fixture_refresh (self);
  wait_until (is_at_rest (self));
  g_assert_false (act_session_get_history_read (self->session));

  act_session_set_paused (self->session, FALSE);
  wait_until (act_session_get_history_read (self->session));
  wait_until (count_all (self) == 150);
}

/* What could not be sent while it is paused is sent when the network is back. */
static void
test_paused_offline (Fixture      *self,
                     gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;

  open_automatic (self);
  wait_until (is_at_rest (self));
  act_session_set_paused (self->session, TRUE);
  fixture_stop_simulator (self);
  set_conditions (self, FALSE, FALSE, FALSE, FALSE);
  marked = fixture_mark_first (self, 2, 0);
  wait_until (act_session_get_state (self->session) == ACT_SESSION_OFFLINE);
  g_assert_cmpuint (count_waiting (self), ==, 2);

  fixture_start_simulator (self);
  set_conditions (self, TRUE, FALSE, FALSE, FALSE);
  wait_until (count_waiting (self) == 0);
  fixture_check_sent_once (self, marked);
  g_assert_true (act_session_get_paused (self->session));
}

/* One that is stopped in the middle of a refresh says that it was stopped, and is no failure. */
static void
test_paused_while_refreshing (Fixture      *self,
                              gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  open_automatic (self);
  act_session_refresh_async (self->session, NULL, keep_result_cb, &result);
  act_session_set_paused (self->session, TRUE);
  wait_until (result != NULL);
  g_assert_false (act_session_refresh_finish (self->session, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  wait_until (is_at_rest (self));
  g_assert_null (act_session_get_error (self->session));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/engine-conditions/metered", test_metered);
  ADD ("/engine-conditions/power-saver", test_power_saver);
  ADD ("/engine-conditions/metered-sends", test_metered_sends);
  ADD ("/engine-conditions/portal", test_portal);
  ADD ("/engine-conditions/portal-elsewhere", test_portal_elsewhere);
  ADD ("/engine-conditions/portal-of-desktop", test_portal_of_desktop);
  ADD ("/engine-conditions/network-back", test_network_back);
  ADD ("/engine-conditions/paused", test_paused);
  ADD ("/engine-conditions/paused-offline", test_paused_offline);
  ADD ("/engine-conditions/paused-while-refreshing", test_paused_while_refreshing);

  return g_test_run ();
}
