/* The calls about names, and signing in
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-name.h"
#include "client-fixture.h"

#include <string.h>

static char **
list_event_names (ClientFixture *fixture,
                  GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_list_event_names_async (fixture->client, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_list_event_names_finish (fixture->client, outcome.result, error);
}

static gboolean
sign_in (ClientFixture *fixture,
         GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_sign_in_async (fixture->client, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_sign_in_finish (fixture->client, outcome.result, error);
}

static void
test_event_names (ClientFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  client_fixture_answer (fixture, 200, "{\"events\":[\"integration.perform.error\",\"ingest.validation.failure\","
                                       "\"integration.sixth.error\"]}");
  names = list_event_names (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, "integration.perform.error");
  g_assert_cmpstr (names[1], ==, "integration.sixth.error");
  client_fixture_expect (fixture, 0, "GET " FIXTURE_EVENTS "/types");
}

static void
test_account_names (ClientFixture *fixture,
                    gconstpointer  data)
{
  static const char *const ids[] = { "a-1", "a/2", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_auto (Outcome) outcome = { 0 };
  ActName *name = NULL;

  client_fixture_answer (fixture, 200, "{\"data\":[{\"id\":\"a-1\",\"name\":\"Acme\"}]}");
  act_client_list_account_names_async (fixture->client, ids, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);
  names = act_client_list_account_names_finish (fixture->client, outcome.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 1);
  name = g_ptr_array_index (names, 0);
  g_assert_cmpstr (name->name, ==, "Acme");
  client_fixture_expect (fixture, 0, "GET /organizations/org/accounts?pageSize=100&ids=a-1,a%2F2");
}

static void
test_sign_in (ClientFixture *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (sign_in (fixture, &error));
      g_assert_no_error (error);
    }

  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, 1);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 0);
}

/* Not even a server that says it back gets the secret into a message. */
static void
test_wrong_secret (ClientFixture *fixture,
                   gconstpointer  data)
{
  static const guint statuses[] = { 400, 401, 403 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) error = NULL;

      scripted_server_answer_token (fixture->server, statuses[i], "{\"message\":\"Bad: " FIXTURE_SECRET "\"}");
      g_assert_false (sign_in (fixture, &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOKEN_REFUSED);
      g_assert_nonnull (strstr (error->message, "Bad: "));
      g_assert_null (strstr (error->message, "canary"));
      g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, i + 1);
    }
}

static void
test_ceiling (ClientFixture *fixture,
              gconstpointer  data)
{
  gint64 start = 0;

  g_assert_true (sign_in (fixture, NULL));
  act_client_set_request_ceiling (fixture->client, 1);
  start = act_clock_now (ACT_CLOCK (fixture->clock));
  for (guint i = 0; i < 3; i++)
    {
      g_auto (GStrv) names = NULL;

      client_fixture_answer (fixture, 200, "{}");
      names = list_event_names (fixture, NULL);
      g_assert_nonnull (names);
    }

  g_assert_cmpint (act_clock_now (ACT_CLOCK (fixture->clock)) - start, ==, 3000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CLIENT_FIXTURE_ADD ("/client-names/event-names", test_event_names);
  CLIENT_FIXTURE_ADD ("/client-names/account-names", test_account_names);
  CLIENT_FIXTURE_ADD ("/client-names/sign-in", test_sign_in);
  CLIENT_FIXTURE_ADD ("/client-names/wrong-secret", test_wrong_secret);
  CLIENT_FIXTURE_ADD ("/client-names/ceiling", test_ceiling);

  return g_test_run ();
}
