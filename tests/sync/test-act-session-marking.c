/* Tests of a session that marks: against a simulated server, without a window
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "act-api-error.h"

/* Longer than any test runs. */
#define UNDO_SECONDS 3600

static gint64
get_row (GArray *row_ids,
         guint   i)
{
  return g_array_index (row_ids, gint64, i);
}

static void
open_refreshed (Fixture        *self,
                ActSessionFlags flags)
{
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  if (flags == ACT_SESSION_FLAGS_NONE)
    return;

  fixture_close (self);
  fixture_open (self, flags);
  wait_until (act_session_get_state (self->session) == ACT_SESSION_IDLE);
}

static void
check_waiting (Fixture *self,
               guint    n_waiting)
{
  g_autoptr (ActCounts) counts = fixture_count (self);

  g_assert_cmpuint (counts->waiting, ==, n_waiting);
}

static void
test_sent (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  open_refreshed (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_list (self, FALSE);
  marked = fixture_mark_first (self, 70, 0);
  after = fixture_list (self, FALSE);
  g_assert_cmpuint (after->len, ==, before->len - 70);
  g_assert_cmpint (fixture_get_status (self, get_row (marked, 0)), ==, ACT_EVENT_STATUS_PENDING);
  check_waiting (self, 70);

  fixture_send (self);
  fixture_check_sent_once (self, marked);
  check_waiting (self, 0);
  g_assert_true (act_session_get_can_mark (self->session));

  /* What is confirmed stays so when it is listed again. */
  fixture_refresh (self);
  fixture_check_sent_once (self, marked);
}

static void
test_undo (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;
  g_autoptr (JsonArray) ledger = NULL;

  open_refreshed (self, ACT_SESSION_AUTOMATIC);
  first = fixture_mark_first (self, 2, UNDO_SECONDS);
  second = fixture_mark_first (self, 3, UNDO_SECONDS);
  check_waiting (self, 5);
  g_assert_cmpuint (fixture_undo (self), ==, 5);
  g_assert_cmpuint (fixture_undo (self), ==, 0);
  check_waiting (self, 0);
  g_assert_cmpint (fixture_get_status (self, get_row (first, 0)), ==, ACT_EVENT_STATUS_OPEN);
  g_assert_cmpint (fixture_get_status (self, get_row (second, 2)), ==, ACT_EVENT_STATUS_OPEN);

  fixture_send (self);
  ledger = fixture_read_ledger (self);
  g_assert_cmpuint (json_array_get_length (ledger), ==, 0);
}

/* Nobody has to do anything for a mark to be sent. */
static void
test_automatic (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;

  open_refreshed (self, ACT_SESSION_AUTOMATIC);
  marked = fixture_mark_first (self, 3, 1);
  g_assert_cmpuint (act_session_get_counts (self->session)->waiting, <=, 3);
  wait_until (fixture_get_status (self, get_row (marked, 2)) == ACT_EVENT_STATUS_ACTIONED &&
              fixture_get_status (self, get_row (marked, 1)) == ACT_EVENT_STATUS_ACTIONED &&
              fixture_get_status (self, get_row (marked, 0)) == ACT_EVENT_STATUS_ACTIONED);
  fixture_check_sent_once (self, marked);
}

static void
test_end_of_undo_time (Fixture      *self,
                       gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;

  open_refreshed (self, ACT_SESSION_AUTOMATIC);
  marked = fixture_mark_first (self, 4, UNDO_SECONDS);
  act_session_pause_undo_time (self->session, TRUE);
  act_session_end_undo_time (self->session);
  fixture_send (self);
  fixture_check_sent_once (self, marked);
}

/* What was in its undo time when the process ended can be undone again. */
static void
test_held_over_restart (Fixture      *self,
                        gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;

  open_refreshed (self, ACT_SESSION_AUTOMATIC);
  marked = fixture_mark_first (self, 4, UNDO_SECONDS);
  fixture_close (self);
  fixture_open (self, ACT_SESSION_AUTOMATIC);
  g_assert_cmpuint (act_session_get_counts (self->session)->held, ==, 4);
  g_assert_cmpint (fixture_get_status (self, get_row (marked, 3)), ==, ACT_EVENT_STATUS_PENDING);
  g_assert_cmpuint (fixture_undo (self), ==, 4);
}

static void
test_offline (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GError) error = NULL;

  open_refreshed (self, ACT_SESSION_FLAGS_NONE);
  fixture_stop_simulator (self);
  marked = fixture_mark_first (self, 12, 0);
  g_assert_false (fixture_try_send (self, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
  check_waiting (self, 12);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_OFFLINE);

  /* One of them is thought better of, while the others wait for the next start. */
  g_assert_cmpuint (fixture_take_back (self, get_row (marked, 0)), ==, 1);
  g_array_remove_index (marked, 0);
  fixture_start_simulator (self);
  fixture_close (self);

  fixture_open (self, ACT_SESSION_AUTOMATIC);
  wait_until (act_session_get_counts (self->session)->waiting == 0);
  fixture_check_sent_once (self, marked);
}

/* Whatever goes wrong on the way, each mark is made exactly once and none is lost. */
static void
test_faults (Fixture      *self,
             gconstpointer unused)
{
  static const char *const kinds[] = { "mark-500", "lost-mark", "drop", "cut", "malformed" };
  g_autoptr (GArray) all_marked = g_array_new (FALSE, FALSE, sizeof (gint64));

  open_refreshed (self, ACT_SESSION_FLAGS_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GArray) marked = fixture_mark_first (self, 12, 0);

      g_test_message ("%s", kinds[i]);
      g_array_append_vals (all_marked, marked->data, marked->len);
      fixture_set_fault (self, kinds[i], 5);
      while (!fixture_try_send (self, NULL))
        ;
      fixture_set_fault (self, kinds[i], 0);
      fixture_send (self);
      check_waiting (self, 0);
    }
  fixture_check_sent_once (self, all_marked);
}

/* Everything at once, over the whole of a long batch, and with a process that ends now and then. */
static void
test_many_faults (Fixture      *self,
                  gconstpointer unused)
{
  static const struct
  {
    const char *kind;
    guint       every;
  } faults[] = {
    { "mark-500", 31 },
    { "lost-mark", 17 },
    { "drop", 23 },
    { "cut", 29 },
    { "malformed", 37 },
    { "slow", 19 },
  };
  g_autoptr (GArray) marked = NULL;

  self->options->slow_ms = 20;
  self->options->events = 200;
  fixture_stop_simulator (self);
  fixture_start_simulator (self);
  open_refreshed (self, ACT_SESSION_FLAGS_NONE);
  marked = fixture_mark_first (self, 100, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    fixture_set_fault (self, faults[i].kind, faults[i].every);

  for (guint n = 1; !fixture_try_send (self, NULL); n++)
    {
      if (n % 3 == 0)
        {
          fixture_close (self);
          fixture_open (self, ACT_SESSION_FLAGS_NONE);
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    fixture_set_fault (self, faults[i].kind, 0);
  fixture_send (self);
  check_waiting (self, 0);
  fixture_check_sent_once (self, marked);
}

/* A mark that the server always fails on holds up nobody, and is not given up. */
static void
test_server_down (Fixture      *self,
                  gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GError) error = NULL;

  open_refreshed (self, ACT_SESSION_FLAGS_NONE);
  fixture_set_fault (self, "mark-500", 1);
  marked = fixture_mark_first (self, 3, 0);
  g_assert_false (fixture_try_send (self, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_SERVER);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_FAILING);
  check_waiting (self, 3);

  fixture_set_fault (self, "mark-500", 0);
  fixture_send (self);
  fixture_check_sent_once (self, marked);
}

static void
test_cannot_mark (Fixture      *self,
                  gconstpointer unused)
{
  static const struct
  {
    const char *kind;
    ActApiError code;
  } rows[] = {
    { "mark-403", ACT_API_ERROR_FORBIDDEN },
    { "mark-404", ACT_API_ERROR_NOT_FOUND },
    { "mark-405", ACT_API_ERROR_NOT_ALLOWED },
  };
  g_autoptr (GArray) all_marked = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (JsonArray) ledger = NULL;

  open_refreshed (self, ACT_SESSION_FLAGS_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) marked = fixture_mark_first (self, 5, 0);

      g_test_message ("%s", rows[i].kind);
      g_array_append_vals (all_marked, marked->data, marked->len);
      fixture_set_fault (self, rows[i].kind, 1);
      act_session_retry_local_marks (self->session);
      fixture_send (self);
      g_assert_false (act_session_get_can_mark (self->session));
      g_assert_error (act_session_get_mark_error (self->session), ACT_API_ERROR,
                      (int) rows[i].code);
      g_assert_cmpint (fixture_get_status (self, get_row (marked, 4)), ==, ACT_EVENT_STATUS_LOCAL);
      fixture_set_fault (self, rows[i].kind, 0);
    }

  /* It is known at the next start, and the events stay marked here though the server lists them. */
  fixture_close (self);
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  g_assert_false (act_session_get_can_mark (self->session));
  g_assert_cmpuint (act_session_get_counts (self->session)->local, ==, 15);
  g_assert_cmpint (fixture_get_status (self, get_row (all_marked, 7)), ==, ACT_EVENT_STATUS_LOCAL);
  ledger = fixture_read_ledger (self);
  g_assert_cmpuint (json_array_get_length (ledger), ==, 0);

  /* One of them is taken back, the others are offered again. */
  g_assert_cmpuint (fixture_take_back (self, get_row (all_marked, 0)), ==, 1);
  g_array_remove_index (all_marked, 0);
  act_session_retry_local_marks (self->session);
  g_assert_true (act_session_get_can_mark (self->session));
  fixture_send (self);
  fixture_check_sent_once (self, all_marked);
}

/* Once marking has worked, a refusal is about one event. */
static void
test_one_refused (Fixture      *self,
                  gconstpointer unused)
{
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;
  g_autoptr (ActEventRecord) record = NULL;

  open_refreshed (self, ACT_SESSION_FLAGS_NONE);
  first = fixture_mark_first (self, 1, 0);
  fixture_send (self);
  fixture_set_fault (self, "mark-403", 1);
  second = fixture_mark_first (self, 1, 0);
  fixture_send (self);
  fixture_set_fault (self, "mark-403", 0);

  g_assert_true (act_session_get_can_mark (self->session));
  record = fixture_read (self, get_row (second, 0));
  g_assert_cmpint (record->status, ==, ACT_EVENT_STATUS_REFUSED);
  g_assert_nonnull (record->refusal);

  /* It is open, so it can be marked again. */
  g_assert_cmpuint (fixture_mark (self, second, 0), ==, 1);
  fixture_send (self);
  g_assert_cmpint (fixture_get_status (self, get_row (second, 0)), ==, ACT_EVENT_STATUS_ACTIONED);
}

static void
test_wrong_secret (Fixture      *self,
                   gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GError) error = NULL;

  open_refreshed (self, ACT_SESSION_FLAGS_NONE);
  fixture_close (self);

  self->secret = g_strdup ("not-the-secret");
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  marked = fixture_mark_first (self, 3, 0);
  g_assert_false (fixture_try_send (self, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOKEN_REFUSED);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_SIGN_IN_NEEDED);
  check_waiting (self, 3);
  fixture_close (self);

  g_clear_pointer (&self->secret, g_free);
  fixture_open (self, ACT_SESSION_AUTOMATIC);
  wait_until (act_session_get_counts (self->session)->waiting == 0);
  fixture_check_sent_once (self, marked);
}

/* Somebody else did the same meanwhile: nothing is left to do, and nothing is wrong. */
static void
test_actioned_meanwhile (Fixture      *self,
                         gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;
  g_autoptr (ActEventRecord) record = NULL;

  open_refreshed (self, ACT_SESSION_FLAGS_NONE);
  marked = fixture_mark_first (self, 2, 0);
  record = fixture_read (self, get_row (marked, 0));
  act_simulator_set_actioned (self->simulator, record->event->id, TRUE);
  fixture_send (self);
  g_assert_true (act_event_status_is_actioned (fixture_get_status (self, get_row (marked, 0))));
  g_assert_cmpint (fixture_get_status (self, get_row (marked, 1)), ==, ACT_EVENT_STATUS_ACTIONED);
  check_waiting (self, 0);
}

/* Refreshing while marks are being sent loses none of them. */
static void
test_refreshed_meanwhile (Fixture      *self,
                          gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GAsyncResult) sent = NULL;
  g_autoptr (GAsyncResult) refreshed = NULL;

  open_refreshed (self, ACT_SESSION_AUTOMATIC);
  marked = fixture_mark_first (self, 60, UNDO_SECONDS);
  act_session_end_undo_time (self->session);
  act_session_send_async (self->session, NULL, keep_result_cb, &sent);
  for (guint i = 0; i < 20 && sent == NULL; i++)
    g_main_context_iteration (NULL, TRUE);
  act_session_refresh_async (self->session, NULL, keep_result_cb, &refreshed);
  wait_until (sent != NULL && refreshed != NULL);
  g_assert_true (act_session_refresh_finish (self->session, refreshed, NULL));
  g_assert_true (act_session_send_finish (self->session, sent, NULL));
  fixture_check_sent_once (self, marked);
}

/* A process that ends at any moment loses no mark and makes none twice. */
static void
test_closed_meanwhile (Fixture      *self,
                       gconstpointer unused)
{
  g_autoptr (GArray) marked = NULL;

  open_refreshed (self, ACT_SESSION_FLAGS_NONE);
  marked = fixture_mark_first (self, 60, 0);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GAsyncResult) sent = NULL;

      act_session_send_async (self->session, NULL, keep_result_cb, &sent);
      for (guint n = 0; n < 2 * i && sent == NULL; n++)
        g_main_context_iteration (NULL, TRUE);
      fixture_close (self);
      wait_until (sent != NULL);
      fixture_open (self, ACT_SESSION_FLAGS_NONE);
    }
  fixture_send (self);
  fixture_check_sent_once (self, marked);
}

static void
test_cancelled_waiting (Fixture      *self,
                        gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) sent = NULL;
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GError) error = NULL;

  open_refreshed (self, ACT_SESSION_FLAGS_NONE);
  marked = fixture_mark_first (self, 10, 0);
  act_session_send_async (self->session, cancellable, keep_result_cb, &sent);
  g_cancellable_cancel (cancellable);
  wait_until (sent != NULL);
  g_assert_false (act_session_send_finish (self->session, sent, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  fixture_send (self);
  fixture_check_sent_once (self, marked);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/session/marking/sent", test_sent);
  ADD ("/session/marking/undo", test_undo);
  ADD ("/session/marking/automatic", test_automatic);
  ADD ("/session/marking/end-of-undo-time", test_end_of_undo_time);
  ADD ("/session/marking/held-over-restart", test_held_over_restart);
  ADD ("/session/marking/offline", test_offline);
  ADD ("/session/marking/faults", test_faults);
  ADD ("/session/marking/many-faults", test_many_faults);
  ADD ("/session/marking/server-down", test_server_down);
  ADD ("/session/marking/cannot-mark", test_cannot_mark);
  ADD ("/session/marking/one-refused", test_one_refused);
  ADD ("/session/marking/wrong-secret", test_wrong_secret);
  ADD ("/session/marking/actioned-meanwhile", test_actioned_meanwhile);
  ADD ("/session/marking/refreshed-meanwhile", test_refreshed_meanwhile);
  ADD ("/session/marking/closed-meanwhile", test_closed_meanwhile);
  ADD ("/session/marking/cancelled-waiting", test_cancelled_waiting);
#undef ADD

  return g_test_run ();
}
