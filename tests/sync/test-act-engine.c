/* Tests of what an engine does by itself, by a session on a simulated server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "act-api-error.h"
#include "act-store-error.h"

#define UNDO_SECONDS 3600

static void
wait_for_state (Fixture        *self,
                ActSessionState state)
{
  wait_until (act_session_get_state (self->session) == state);
}

static void
open_automatic (Fixture *self)
{
  fixture_open (self, ACT_SESSION_AUTOMATIC);
  wait_for_state (self, ACT_SESSION_IDLE);
}

/* A session that reads has a store to mark in. */
static void
fill_store (Fixture *self)
{
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  fixture_close (self);
}

static guint
count_waiting (Fixture *self)
{
  g_autoptr (ActCounts) counts = fixture_count (self);

  return counts->waiting;
}

static void
wait_until_sent (Fixture *self)
{
  wait_until (count_waiting (self) == 0);
}

/* It says that it is offline, and notices by a mark that gets through that it is so no longer. */
static void
test_back_again (Fixture      *self,
                 gconstpointer unused)
{
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;
  gint64 as_of = 0;

  open_automatic (self);
  as_of = act_session_get_as_of (self->session);
  fixture_stop_simulator (self);
  first = fixture_mark_first (self, 3, 0);
  wait_for_state (self, ACT_SESSION_OFFLINE);
  g_assert_nonnull (act_session_get_error (self->session));

  fixture_start_simulator (self);
  second = fixture_mark_first (self, 1, 0);
  wait_until_sent (self);
  wait_for_state (self, ACT_SESSION_IDLE);
  g_assert_null (act_session_get_error (self->session));
  g_assert_cmpint (act_session_get_as_of (self->session), >, as_of);
  g_array_append_vals (first, second->data, second->len);
  fixture_check_sent_once (self, first);
}

/* What is marked while it refreshes is sent when it has refreshed. */
static void
test_marked_while_refreshing (Fixture      *self,
                              gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;

  fill_store (self);
  fixture_open (self, ACT_SESSION_AUTOMATIC);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_REFRESHING);
  marked = fixture_mark_first (self, 5, 0);
  wait_until_sent (self);
  fixture_check_sent_once (self, marked);
}

/* What is marked while others are being sent is sent after them. */
static void
test_marked_while_sending (Fixture      *self,
                           gconstpointer unused)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  open_automatic (self);
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (GArray) marked = fixture_mark_first (self, 3, 0);

      g_array_append_vals (all, marked->data, marked->len);
      for (guint n = 0; n < i; n++)
        g_main_context_iteration (NULL, FALSE);
    }
  wait_until_sent (self);
  fixture_check_sent_once (self, all);
}

static void
count_turns_cb (ActSession *session,
                GParamSpec *property,
                guint      *n_turns)
{
  (*n_turns)++;
}

/* A key that does not work is not tried again by itself. */
static void
test_sign_in_needed (Fixture      *self,
                     gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GError) error = NULL;

  fill_store (self);
  self->secret = g_strdup ("not-the-secret");
  fixture_open (self, ACT_SESSION_AUTOMATIC);
  wait_for_state (self, ACT_SESSION_SIGN_IN_NEEDED);
  marked = fixture_mark_first (self, 2, 0);
  g_assert_false (fixture_try_send (self, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOKEN_REFUSED);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_SIGN_IN_NEEDED);
  fixture_close (self);

  /* The right one sends what has waited for it. */
  g_clear_pointer (&self->secret, g_free);
  fixture_open (self, ACT_SESSION_AUTOMATIC);
  wait_until_sent (self);
  fixture_check_sent_once (self, marked);
}

static gboolean
set_flag_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* The undo time stands still while the pointer is on the offer to undo, and then goes on. */
static void
test_paused (Fixture      *self,
             gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;
  gboolean later = FALSE;

  open_automatic (self);
  act_session_pause_undo_time (self->session, TRUE);
  marked = fixture_mark_first (self, 2, 1);
  g_timeout_add (1300, set_flag_cb, &later);
  wait_until (later);
  g_assert_cmpuint (act_session_get_counts (self->session)->held, ==, 2);

  act_session_pause_undo_time (self->session, FALSE);
  wait_until_sent (self);
  fixture_check_sent_once (self, marked);
}

/* What is held stays held while it refreshes and sends other things. */
static void
test_held (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (GArray) held = NULL;
  g_autoptr (JsonArray) ledger = NULL;

  open_automatic (self);
  held = fixture_mark_first (self, 4, UNDO_SECONDS);
  fixture_refresh (self);
  fixture_send (self);
  ledger = fixture_read_ledger (self);
  g_assert_cmpuint (json_array_get_length (ledger), ==, 0);
  for (guint i = 0; i < held->len; i++)
    g_assert_cmpint (fixture_get_status (self, g_array_index (held, gint64, i)), ==, ACT_EVENT_STATUS_PENDING);
  g_assert_cmpuint (fixture_undo (self), ==, 4);
}

/* A refresh that is asked for while the last one's names and history are read has its own. */
static void
test_refreshed_while_digging (Fixture      *self,
                              gconstpointer unused)
{
  gint64 now = act_time_now ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GArray) all = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  act_session_refresh_async (self->session, NULL, keep_result_cb, &first);
  wait_until (act_session_get_as_of (self->session) != ACT_TIME_UNKNOWN);
  act_simulator_add_events (self->simulator, 7, now - 60000, now, TRUE);
  act_session_refresh_async (self->session, NULL, keep_result_cb, &second);
  wait_until (second != NULL);
  g_assert_true (act_session_refresh_finish (self->session, second, NULL));
  all = fixture_list (self, TRUE);
  g_assert_cmpuint (all->len, ==, 157);
  wait_until (first != NULL);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_IDLE);
}

/* The marks of a process that may not send are sent by the one that may. */
static void
test_marked_by_another (Fixture      *self,
                        gconstpointer unused)
{
  Fixture other = *self;
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GError) error = NULL;

  open_automatic (self);
  other.simulator = self->simulator;
  fixture_open (&other, ACT_SESSION_FLAGS_NONE);
  marked = fixture_mark_first (&other, 3, 0);
  g_assert_false (fixture_try_send (&other, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
  fixture_close (&other);

  fixture_refresh (self);
  fixture_send (self);
  fixture_check_sent_once (self, marked);
}

/* Nothing changes without a word, and the last word is the truth. */
static void
test_notified (Fixture      *self,
               gconstpointer unused)
{
  guint n_states = 0;
  guint n_counts = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  g_signal_connect (self->session, "notify::state", G_CALLBACK (count_turns_cb), &n_states);
  g_signal_connect (self->session, "notify::counts", G_CALLBACK (count_turns_cb), &n_counts);
  fixture_refresh (self);
  g_assert_cmpuint (n_states, >, 0);
  wait_until (act_counts_get_all (act_session_get_counts (self->session)) == 150);
  g_assert_cmpuint (n_counts, >, 0);
}

/* Whatever is going on when the user leaves: sending, refreshing, undo time. */
static void
test_closed_meanwhile (Fixture      *self,
                       gconstpointer unused)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  fill_store (self);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GAsyncResult) refreshed = NULL;
      g_autoptr (GAsyncResult) sent = NULL;
      g_autoptr (GArray) marked = NULL;

      fixture_open (self, ACT_SESSION_AUTOMATIC);
      marked = fixture_mark_first (self, 1, i % 3 == 0 ? 0 : UNDO_SECONDS);
      g_array_append_vals (all, marked->data, marked->len);
      act_session_refresh_async (self->session, NULL, keep_result_cb, &refreshed);
      act_session_send_async (self->session, NULL, keep_result_cb, &sent);
      if (i % 3 == 1)
        act_session_end_undo_time (self->session);
      for (guint n = 0; n < 3 * i; n++)
        g_main_context_iteration (NULL, FALSE);
      fixture_close (self);
      wait_until (refreshed != NULL && sent != NULL);
    }

  fixture_open (self, ACT_SESSION_AUTOMATIC);
  act_session_end_undo_time (self->session);
  wait_until_sent (self);
  fixture_check_sent_once (self, all);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/engine/back-again", test_back_again);
  ADD ("/engine/marked-while-refreshing", test_marked_while_refreshing);
  ADD ("/engine/marked-while-sending", test_marked_while_sending);
  ADD ("/engine/sign-in-needed", test_sign_in_needed);
  ADD ("/engine/paused", test_paused);
  ADD ("/engine/held", test_held);
  ADD ("/engine/refreshed-while-digging", test_refreshed_while_digging);
  ADD ("/engine/marked-by-another", test_marked_by_another);
  ADD ("/engine/notified", test_notified);
  ADD ("/engine/closed-meanwhile", test_closed_meanwhile);
#undef ADD

  return g_test_run ();
}
