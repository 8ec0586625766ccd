/* The calls about integration configurations
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-configurations.h"

#include "act-api-error.h"
#include "client-fixture.h"

#include <string.h>

#define CONFIGURATIONS "/organizations/org/integrationconfigs"

static GPtrArray *
list_configurations (ClientFixture *fixture,
                     const char    *token,
                     char         **next_token,
                     GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_list_configurations_async (fixture->client, token, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_list_configurations_finish (fixture->client, outcome.result, next_token, error);
}

static ActIntegrationConfiguration *
read_configuration (ClientFixture *fixture,
                    const char    *id,
                    GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_read_configuration_async (fixture->client, id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_read_configuration_finish (fixture->client, outcome.result, error);
}

static ActIntegrationConfiguration *
update_configuration (ClientFixture                     *fixture,
                      const ActIntegrationConfiguration *configuration,
                      GError                           **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_update_configuration_async (fixture->client, configuration, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_update_configuration_finish (fixture->client, outcome.result, error);
}

static ActIntegrationConfiguration *
enable_configuration (ClientFixture *fixture,
                      const char    *id,
                      GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_enable_configuration_async (fixture->client, id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_enable_configuration_finish (fixture->client, outcome.result, error);
}

static void
test_list (ClientFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) last = NULL;
  g_autofree char             *token = NULL;
  g_autofree char             *end = NULL;
  ActIntegrationConfiguration *configuration = NULL;

  client_fixture_answer (fixture, 200, "{\"data\":[{\"id\":\"c-1\",\"name\":\"Bills\"},7],\"nextToken\":\"t/2\"}");
  first = list_configurations (fixture, NULL, &token, NULL);
  g_assert_cmpuint (first->len, ==, 1);
  configuration = g_ptr_array_index (first, 0);
  g_assert_cmpstr (configuration->id, ==, "c-1");
  g_assert_cmpstr (configuration->name, ==, "Bills");
  g_assert_cmpstr (token, ==, "t/2");
  client_fixture_expect (fixture, 0, "GET " CONFIGURATIONS "?pageSize=200");

  client_fixture_answer (fixture, 200, "{\"data\":[],\"nextToken\":\"\"}");
  last = list_configurations (fixture, token, &end, NULL);
  g_assert_cmpuint (last->len, ==, 0);
  g_assert_null (end);
  client_fixture_expect (fixture, 1, "GET " CONFIGURATIONS "?pageSize=200&nextToken=t%2F2");
}

static void
test_list_refused (ClientFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  client_fixture_answer (fixture, 404, "{}");
  g_assert_null (list_configurations (fixture, NULL, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
}

static void
test_read (ClientFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  g_autoptr (GError) error = NULL;

  client_fixture_answer (fixture, 200, "{\"id\":\"c/1\",\"version\":4,\"enabled\":false}");
  configuration = read_configuration (fixture, "c/1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (configuration->id, ==, "c/1");
  g_assert_cmpint (configuration->version, ==, 4);
  g_assert_false (configuration->enabled);
  client_fixture_expect (fixture, 0, "GET " CONFIGURATIONS "/c%2F1");
}

/* The id of a run, taken for that of a configuration, would be changed next. */
static void
test_read_run (ClientFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  client_fixture_answer (fixture, 200, "{\"id\":\"r-1\",\"entityType\":\"Bill\",\"status\":\"ERROR\","
                                       "\"destination\":\"Chargebee\",\"dtStarted\":\"2026-03-04T05:06:07Z\"}");
  g_assert_null (read_configuration (fixture, "c-1", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
}

static void
test_update (ClientFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (ActIntegrationConfiguration) configuration = act_integration_configuration_new ();
  g_autoptr (ActIntegrationConfiguration) changed = NULL;
  g_autoptr (GError) error = NULL;
  const ScriptRequest *request = NULL;

  configuration->id = g_strdup ("c/1");
  configuration->credentials_id = g_strdup ("new");
  configuration->version = 7;
  configuration->json = g_strdup ("{\"id\":\"c/1\",\"version\":4,\"integrationCredentialsId\":\"old\","
                                  "\"configData\":{\"limit\":1.10}}");

  client_fixture_answer (fixture, 200, "{\"id\":\"c/1\",\"version\":8,\"integrationCredentialsId\":\"new\"}");
  changed = update_configuration (fixture, configuration, &error);
  g_assert_no_error (error);
  g_assert_cmpint (changed->version, ==, 8);
  g_assert_cmpstr (changed->credentials_id, ==, "new");

  client_fixture_expect (fixture, 0, "PUT " CONFIGURATIONS "/c%2F1");
  request = scripted_server_get (fixture->server, 0);
  g_assert_cmpstr (request->body, ==, "{\"id\":\"c/1\",\"configData\":{\"limit\":1.10},\"integrationCredentialsId\":\"new\",\"version\":7}");
  g_assert_cmpstr (script_request_get_header (request, "content-type"), ==, "application/json");
}

/* Sent again with the same version it would be refused, as if somebody else had changed it. */
static void
test_update_lost (ClientFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (ActIntegrationConfiguration) configuration = act_integration_configuration_new ();
  g_autoptr (GError) error = NULL;

  configuration->id = g_strdup ("c");
  configuration->json = g_strdup ("{}");
  scripted_server_behave (fixture->server, SCRIPT_DROP);
  g_assert_null (update_configuration (fixture, configuration, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 1);
}

static void
test_update_conflict (ClientFixture *fixture,
                      gconstpointer  data)
{
  static const struct
  {
    guint       status;
    ActApiError code;
  } samples[] = {
    { 400, ACT_API_ERROR_BAD_REQUEST },
    { 409, ACT_API_ERROR_CONFLICT },
    { 412, ACT_API_ERROR_CONFLICT },
  };
  g_autoptr (ActIntegrationConfiguration) configuration = act_integration_configuration_new ();

  configuration->id = g_strdup ("c");
  configuration->json = g_strdup ("{}");
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      client_fixture_answer (fixture, samples[i].status, "{\"message\":\"Version\"}");
      g_assert_null (update_configuration (fixture, configuration, &error));
      g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
      g_assert_cmpuint (scripted_server_count (fixture->server), ==, i + 1);
    }
}

static void
test_enable (ClientFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  g_autoptr (GError) error = NULL;
  const ScriptRequest *request = NULL;

  client_fixture_answer (fixture, 200, "{\"id\":\"c/1\",\"enabled\":true}");
  configuration = enable_configuration (fixture, "c/1", &error);
  g_assert_no_error (error);
  g_assert_true (configuration->enabled);
  client_fixture_expect (fixture, 0, "POST " CONFIGURATIONS "/c%2F1/enable");
  request = scripted_server_get (fixture->server, 0);
  g_assert_cmpstr (request->body, ==, "");
}

static void
test_enable_once (ClientFixture *fixture,
                  gconstpointer  data)
{
  static const ScriptBehaviour behaviours[] = { SCRIPT_DROP, SCRIPT_CUT };

  for (gsize i = 0; i < G_N_ELEMENTS (behaviours); i++)
    {
      g_autoptr (GError) error = NULL;

      scripted_server_behave (fixture->server, behaviours[i]);
      g_assert_null (enable_configuration (fixture, "c", &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
      g_assert_cmpuint (scripted_server_count (fixture->server), ==, i + 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CLIENT_FIXTURE_ADD ("/client-configurations/list", test_list);
  CLIENT_FIXTURE_ADD ("/client-configurations/list-refused", test_list_refused);
  CLIENT_FIXTURE_ADD ("/client-configurations/read", test_read);
  CLIENT_FIXTURE_ADD ("/client-configurations/read-run", test_read_run);
  CLIENT_FIXTURE_ADD ("/client-configurations/update", test_update);
  CLIENT_FIXTURE_ADD ("/client-configurations/update-lost", test_update_lost);
  CLIENT_FIXTURE_ADD ("/client-configurations/update-conflict", test_update_conflict);
  CLIENT_FIXTURE_ADD ("/client-configurations/enable", test_enable);
  CLIENT_FIXTURE_ADD ("/client-configurations/enable-once", test_enable_once);

  return g_test_run ();
}
