/* Tests of a session that reads: against a simulated server, without a window
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "act-api-error.h"
#include "act-store-error.h"

static gint64
get_row (GArray *row_ids,
         guint   i)
{
  return g_array_index (row_ids, gint64, i);
}

static void
test_first_refresh (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (ActCounts) counts = NULL;
  guint n_named = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_IDLE);
  g_assert_cmpint (act_session_get_as_of (self->session), ==, ACT_TIME_UNKNOWN);
  fixture_refresh (self);

  all = fixture_list (self, TRUE);
  open = fixture_list (self, FALSE);
  counts = fixture_count (self);
  g_assert_cmpuint (all->len, ==, 150);
  g_assert_cmpuint (open->len, <, 150);
  g_assert_cmpuint (open->len, >, 60);
  g_assert_cmpuint (act_counts_get_open (counts), ==, open->len);
  g_assert_cmpuint (act_counts_get_all (counts), ==, all->len);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_IDLE);
  g_assert_cmpint (act_session_get_as_of (self->session), >, 0);
  g_assert_null (act_session_get_error (self->session));

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (ActEventRecord) record = fixture_read (self, get_row (all, i));

      g_assert_nonnull (record->event->payload);
      if (record->integration_name != NULL && record->account_name != NULL)
        n_named++;
    }
  g_assert_cmpuint (n_named, >, 50);
}

/* By now the store has seen events of all ages, so a list of its own kind shows each of them once. */
static void
test_new_events (Fixture      *self,
                 gconstpointer unused)
{
  gint64 now = act_time_now ();
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  before = fixture_list (self, FALSE);

  act_simulator_add_events (self->simulator, 30, now - 60000, now, FALSE);
  act_simulator_add_events (self->simulator, 30, now - 20 * 86400000LL, now - 10 * 86400000LL,
                            FALSE);
  act_simulator_add_events (self->simulator, 5, now - 60000, now, TRUE);
  fixture_refresh (self);
  after = fixture_list (self, FALSE);
  g_assert_cmpuint (after->len, ==, before->len + 60);
}

static void
test_actioned_elsewhere (Fixture      *self,
                         gconstpointer unused)
{
  g_autoptr (GArray) open = NULL;
  g_autoptr (ActEventRecord) newest = NULL;
  g_autoptr (ActEventRecord) oldest = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  open = fixture_list (self, FALSE);
  newest = fixture_read (self, get_row (open, 0));
  oldest = fixture_read (self, get_row (open, open->len - 1));

  act_simulator_set_actioned (self->simulator, newest->event->id, TRUE);
  act_simulator_set_actioned (self->simulator, oldest->event->id, TRUE);
  fixture_refresh (self);
  g_assert_cmpint (fixture_get_status (self, newest->row_id), ==, ACT_EVENT_STATUS_ELSEWHERE);
  g_assert_cmpint (fixture_get_status (self, oldest->row_id), ==, ACT_EVENT_STATUS_ELSEWHERE);

  act_simulator_set_actioned (self->simulator, newest->event->id, FALSE);
  fixture_refresh (self);
  g_assert_cmpint (fixture_get_status (self, newest->row_id), ==, ACT_EVENT_STATUS_REOPENED);
}

/* Some servers leave actioned events out of an answer to ids=. */
static void
test_hidden_by_ids (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (GArray) open = NULL;
  g_autoptr (ActEventRecord) record = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  open = fixture_list (self, FALSE);
  record = fixture_read (self, get_row (open, 3));

  fixture_set_fault (self, "hide-actioned-ids", 1);
  act_simulator_set_actioned (self->simulator, record->event->id, TRUE);
  fixture_refresh (self);
  g_assert_cmpint (fixture_get_status (self, record->row_id), ==, ACT_EVENT_STATUS_ELSEWHERE);
}

/* What arrives while it is being listed, twice or in another order, is there once and whole. */
static void
test_unruly_lists (Fixture      *self,
                   gconstpointer unused)
{
  static const char *const kinds[] = { "duplicate", "reorder", "change", "empty-page", "bad-event" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GArray) all = NULL;

      g_test_message ("%s", kinds[i]);
      fixture_stop_simulator (self);
      g_free (self->options->state_file);
      self->options->state_file = NULL;
      self->options->port = 0;
      self->options->events = 450;
      fixture_start_simulator (self);
      fixture_set_fault (self, kinds[i], 2);
      fixture_open (self, ACT_SESSION_FLAGS_NONE);
      fixture_refresh (self);
      fixture_set_fault (self, kinds[i], 0);
      fixture_refresh (self);
      all = fixture_list (self, TRUE);
      g_assert_cmpuint (all->len, >=, 450);
      fixture_close (self);
    }
}

/* What comes slowly, or not at all the first time, is asked for again, and nothing is missing. */
static void
test_troubled_lists (Fixture      *self,
                     gconstpointer unused)
{
  static const char *const kinds[] = { "slow", "cut", "drop", "list-503" };

  self->options->slow_ms = 20;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GArray) all = NULL;

      g_test_message ("%s", kinds[i]);
      fixture_stop_simulator (self);
      g_free (self->options->state_file);
      self->options->state_file = NULL;
      self->options->port = 0;
      self->options->events = 450;
      fixture_start_simulator (self);
      fixture_set_fault (self, kinds[i], 4);
      fixture_open (self, ACT_SESSION_FLAGS_NONE);
      fixture_refresh (self);
      all = fixture_list (self, TRUE);
      g_assert_cmpuint (all->len, ==, 450);
      fixture_close (self);
    }
}

static void
test_failing_server (Fixture      *self,
                     gconstpointer unused)
{
  static const struct
  {
    const char     *kind;
    ActApiError     code;
    ActSessionState state;
  } rows[] = {
    { "list-403", ACT_API_ERROR_FORBIDDEN, ACT_SESSION_FAILING },
    { "html", ACT_API_ERROR_NOT_JSON, ACT_SESSION_FAILING },
    { "malformed", ACT_API_ERROR_BAD_RESPONSE, ACT_SESSION_FAILING },
    { "deep", ACT_API_ERROR_TOO_DEEP, ACT_SESSION_FAILING },
    { "repeat-token", ACT_API_ERROR_REPEATED_TOKEN, ACT_SESSION_FAILING },
  };
  g_autoptr (GArray) before = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  before = fixture_list (self, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 as_of = act_session_get_as_of (self->session);
      g_autoptr (GArray) after = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].kind);
      fixture_set_fault (self, rows[i].kind, 1);
      g_assert_false (fixture_try_refresh (self, &error));
      g_assert_error (error, ACT_API_ERROR, (int) rows[i].code);
      g_assert_error (act_session_get_error (self->session), ACT_API_ERROR, (int) rows[i].code);
      g_assert_cmpint (act_session_get_state (self->session), ==, rows[i].state);
      g_assert_cmpint (act_session_get_as_of (self->session), ==, as_of);
      fixture_set_fault (self, rows[i].kind, 0);
      after = fixture_list (self, FALSE);
      g_assert_cmpuint (after->len, ==, before->len);
    }

  fixture_refresh (self);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_IDLE);
  g_assert_null (act_session_get_error (self->session));
}

static void
test_offline (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  before = fixture_list (self, TRUE);
  fixture_stop_simulator (self);

  g_assert_false (fixture_try_refresh (self, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_OFFLINE);
  after = fixture_list (self, TRUE);
  g_assert_cmpuint (after->len, ==, before->len);

  fixture_start_simulator (self);
  fixture_refresh (self);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_IDLE);
}

static void
test_wrong_secret (Fixture      *self,
                   gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->secret = g_strdup ("not-the-secret");
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  g_assert_false (fixture_try_refresh (self, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOKEN_REFUSED);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_SIGN_IN_NEEDED);
  g_assert_null (strstr (error->message, "not-the-secret"));
}

/* One of two processes synchronises; the other one reads, and says why it does no more. */
static void
test_second_session (Fixture      *self,
                     gconstpointer unused)
{
  Fixture other = *self;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  fixture_open (&other, ACT_SESSION_FLAGS_NONE);
  g_assert_false (fixture_try_refresh (&other, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);

  first = fixture_list (self, TRUE);
  second = fixture_list (&other, TRUE);
  g_assert_cmpuint (first->len, ==, second->len);

  /* It takes over when the first one has ended. */
  fixture_close (self);
  fixture_refresh (&other);
  fixture_close (&other);
}

static void
test_automatic (Fixture      *self,
                gconstpointer unused)
{
  fixture_open (self, ACT_SESSION_AUTOMATIC);
  g_assert_cmpint (act_session_get_state (self->session), ==, ACT_SESSION_REFRESHING);
  wait_until (act_session_get_state (self->session) == ACT_SESSION_IDLE);
  g_assert_cmpint (act_session_get_as_of (self->session), >, 0);
  wait_until (act_counts_get_all (act_session_get_counts (self->session)) == 150);
}

/* Several that ask at once get the answer of one refresh. */
static void
test_joined (Fixture      *self,
             gconstpointer unused)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) given_up = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  act_session_refresh_async (self->session, NULL, keep_result_cb, &first);
  act_session_refresh_async (self->session, NULL, keep_result_cb, &second);
  act_session_refresh_async (self->session, cancellable, keep_result_cb, &given_up);
  g_cancellable_cancel (cancellable);
  wait_until (given_up != NULL);
  g_assert_false (act_session_refresh_finish (self->session, given_up, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (first);

  wait_until (first != NULL && second != NULL);
  g_assert_true (act_session_refresh_finish (self->session, first, NULL));
  g_assert_true (act_session_refresh_finish (self->session, second, NULL));
}

/* Closing at any moment leaves a store that can be opened again and goes on. */
static void
test_closed_meanwhile (Fixture      *self,
                       gconstpointer unused)
{
  g_autoptr (GArray) all = NULL;

  for (guint i = 0; i < 40; i++)
    {
      fixture_open (self, ACT_SESSION_AUTOMATIC);
      for (guint n = 0;
           n < i && act_session_get_state (self->session) == ACT_SESSION_REFRESHING; n++)
        g_main_context_iteration (NULL, TRUE);
      fixture_close (self);
    }

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  all = fixture_list (self, TRUE);
  g_assert_cmpuint (all->len, ==, 150);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/session/first-refresh", test_first_refresh);
  ADD ("/session/new-events", test_new_events);
  ADD ("/session/actioned-elsewhere", test_actioned_elsewhere);
  ADD ("/session/hidden-by-ids", test_hidden_by_ids);
  ADD ("/session/unruly-lists", test_unruly_lists);
  ADD ("/session/troubled-lists", test_troubled_lists);
  ADD ("/session/failing-server", test_failing_server);
  ADD ("/session/offline", test_offline);
  ADD ("/session/wrong-secret", test_wrong_secret);
  ADD ("/session/second-session", test_second_session);
  ADD ("/session/automatic", test_automatic);
  ADD ("/session/joined", test_joined);
  ADD ("/session/closed-meanwhile", test_closed_meanwhile);
#undef ADD

  return g_test_run ();
}
