/* Calls whose token is refused, calls at the same time, calls that nobody waits for
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-event.h"
#include "client-fixture.h"

#include <string.h>

#define N_CALLS 24

static void
start (ClientFixture *fixture,
       const char    *id,
       GCancellable  *cancellable,
       Outcome       *outcome)
{
  act_client_read_event_async (fixture->client, id, cancellable, outcome_cb, outcome);
}

static ActEvent *
finish (ClientFixture *fixture,
        Outcome       *outcome,
        GError       **error)
{
  outcome_await (outcome, fixture->clock);

  return act_client_read_event_finish (fixture->client, outcome->result, error);
}

static void
assert_succeeds (ClientFixture *fixture,
                 Outcome       *outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActEvent) event = finish (fixture, outcome, &error);

  g_assert_no_error (error);
  g_assert_nonnull (event);
  outcome_clear (outcome);
}

static void
assert_fails (ClientFixture *fixture,
              Outcome       *outcome,
              GQuark         domain,
              int            code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (finish (fixture, outcome, &error));
  g_assert_error (error, domain, code);
  g_assert_null (strstr (error->message, "token-"));
  outcome_clear (outcome);
}

static void
read_and_fail (ClientFixture *fixture,
               int            code)
{
  Outcome outcome = { 0 };

  start (fixture, "e", NULL, &outcome);
  assert_fails (fixture, &outcome, ACT_API_ERROR, code);
}

static const char *
get_authorization (ClientFixture *fixture,
                   guint          index)
{
  return script_request_get_header (scripted_server_get (fixture->server, index), "authorization");
}

static void
test_renewed (ClientFixture *fixture,
              gconstpointer  data)
{
  static const guint statuses[] = { 401, 403 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      Outcome          outcome = { 0 };
      g_autofree char *refused = g_strdup_printf ("Bearer token-%u", i + 1);
      g_autofree char *renewed = g_strdup_printf ("Bearer token-%u", i + 2);

      client_fixture_answer (fixture, statuses[i], "{}");
      client_fixture_answer (fixture, 200, "{}");
      start (fixture, "e", NULL, &outcome);
      assert_succeeds (fixture, &outcome);
      g_assert_cmpstr (get_authorization (fixture, 2 * i), ==, refused);
      g_assert_cmpstr (get_authorization (fixture, 2 * i + 1), ==, renewed);
      g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, i + 2);
    }
}

/* Renewed once: after that the token is not what is wrong. */
static void
test_refused (ClientFixture *fixture,
              gconstpointer  data)
{
  client_fixture_answer (fixture, 401, "{\"message\":\"Not with token-1\"}");
  client_fixture_answer (fixture, 401, "{\"message\":\"Not with token-2\"}");

  read_and_fail (fixture, ACT_API_ERROR_UNAUTHORIZED);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 2);
  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, 2);
}

/* So for a while no call gets another one. */
static void
test_remembered (ClientFixture *fixture,
                 gconstpointer  data)
{
  for (guint i = 0; i < 5; i++)
    client_fixture_answer (fixture, 401, "{}");

  read_and_fail (fixture, ACT_API_ERROR_UNAUTHORIZED);
  read_and_fail (fixture, ACT_API_ERROR_UNAUTHORIZED);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 3);
  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, 2);

  /* A minute later it may be the token after all. */
  manual_clock_advance (fixture->clock, 60 * 1000);
  read_and_fail (fixture, ACT_API_ERROR_UNAUTHORIZED);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 5);
  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, 3);
}

static void
test_no_token (ClientFixture *fixture,
               gconstpointer  data)
{
  scripted_server_answer_token (fixture->server, 401, "{}");
  read_and_fail (fixture, ACT_API_ERROR_TOKEN_REFUSED);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 0);
}

/* Each gets the answer to its own question. The server numbers its answers in the order in which the
 * questions came. */
static void
test_many (ClientFixture *fixture,
           gconstpointer  data)
{
  Outcome outcomes[N_CALLS] = { { 0 } };

  for (guint i = 0; i < N_CALLS; i++)
    {
      g_autofree char *id = g_strdup_printf ("e-%u", i);
      g_autofree char *body = g_strdup_printf ("{\"id\":\"%u\"}", i);

      client_fixture_answer (fixture, 200, body);
      start (fixture, id, NULL, &outcomes[i]);
    }

  for (guint i = 0; i < N_CALLS; i++)
    {
      g_autoptr (ActEvent) event = finish (fixture, &outcomes[i], NULL);
      g_autofree char *line = g_strdup_printf ("GET " FIXTURE_EVENTS "/e-%u", i);

      g_assert_nonnull (event);
      client_fixture_expect (fixture, (guint) g_ascii_strtoull (event->id, NULL, 10), line);
      outcome_clear (&outcomes[i]);
    }

  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, 1);
}

/* However many calls find out at the same time that the token is stale, it is renewed once. */
static void
test_many_renewed (ClientFixture *fixture,
                   gconstpointer  data)
{
  Outcome outcomes[N_CALLS] = { { 0 } };

  scripted_server_refuse (fixture->server, "token-1");
  for (guint i = 0; i < N_CALLS; i++)
    {
      client_fixture_answer (fixture, 200, "{}");
      start (fixture, "e", NULL, &outcomes[i]);
    }

  for (guint i = 0; i < N_CALLS; i++)
    assert_succeeds (fixture, &outcomes[i]);

  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, 2);
}

static gboolean
server_has_request (gpointer data)
{
  ClientFixture *fixture = data;

  return scripted_server_count (fixture->server) > 0;
}

/* One call is given up while it waits for its answer; the others are none the worse. */
static void
test_cancelled (ClientFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome given_up = { 0 };
  Outcome outcomes[N_CALLS] = { { 0 } };

  scripted_server_behave (fixture->server, SCRIPT_HANG);
  start (fixture, "e", cancellable, &given_up);
  await (server_has_request, fixture, fixture->clock);

  for (guint i = 0; i < N_CALLS; i++)
    {
      client_fixture_answer (fixture, 200, "{}");
      start (fixture, "e", NULL, &outcomes[i]);
    }
  g_cancellable_cancel (cancellable);

  assert_fails (fixture, &given_up, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  for (guint i = 0; i < N_CALLS; i++)
    assert_succeeds (fixture, &outcomes[i]);
}

static void
turn (ClientFixture *fixture)
{
  if (!g_main_context_iteration (NULL, FALSE) && !manual_clock_skip (fixture->clock))
    g_main_context_iteration (NULL, TRUE);
}

/* Between any two steps of the main loop, by way of a token and of one that is refused. */
static void
test_cancelled_anywhere (ClientFixture *fixture,
                         gconstpointer  data)
{
  gboolean was_in_time = TRUE;

  for (guint steps = 0; was_in_time && steps < 1000; steps++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Outcome outcome = { 0 };

      client_fixture_connect (fixture, NULL, NULL);
      client_fixture_answer (fixture, 401, "{}");
      client_fixture_answer (fixture, 200, "{}");
      start (fixture, "e", cancellable, &outcome);
      for (guint i = 0; i < steps && outcome.result == NULL; i++)
        turn (fixture);

      was_in_time = outcome.result == NULL;
      g_cancellable_cancel (cancellable);
      if (was_in_time)
        assert_fails (fixture, &outcome, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      outcome_clear (&outcome);
    }

  g_assert_false (was_in_time);
}

/* A call keeps what it needs. */
static void
test_let_go (ClientFixture *fixture,
             gconstpointer  data)
{
  Outcome    outcome = { 0 };
  ActClient *client = fixture->client;

  client_fixture_answer (fixture, 200, "{}");
  start (fixture, "e", NULL, &outcome);
  g_object_add_weak_pointer (G_OBJECT (client), (gpointer *) &client);
  g_clear_object (&fixture->client);

  outcome_await (&outcome, fixture->clock);
  g_assert_nonnull (client);
  outcome_clear (&outcome);
  settle ();
  g_assert_null (client);

  client_fixture_connect (fixture, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CLIENT_FIXTURE_ADD ("/caller/renewed", test_renewed);
  CLIENT_FIXTURE_ADD ("/caller/refused", test_refused);
  CLIENT_FIXTURE_ADD ("/caller/remembered", test_remembered);
  CLIENT_FIXTURE_ADD ("/caller/no-token", test_no_token);
  CLIENT_FIXTURE_ADD ("/caller/many", test_many);
  CLIENT_FIXTURE_ADD ("/caller/many-renewed", test_many_renewed);
  CLIENT_FIXTURE_ADD ("/caller/cancelled", test_cancelled);
  CLIENT_FIXTURE_ADD ("/caller/cancelled-anywhere", test_cancelled_anywhere);
  CLIENT_FIXTURE_ADD ("/caller/let-go", test_let_go);

  return g_test_run ();
}
