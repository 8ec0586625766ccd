/* Tests of the laws of the simulator's world
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "simulator-client.h"

#include <string.h>

static SimulatorClient *
make_client (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();

  options->run_ms = 0;

  return simulator_client_new (options);
}

static char *
find_configuration (SimulatorClient *client,
                    const char      *name)
{
  g_autoptr (GPtrArray) configurations = simulator_client_list (client, "integrationconfigs", "", 200);

  return g_strdup (simulator_get_text (simulator_find_by_text (configurations, "name", name), "id"));
}

/* Returns what an event of this kind and configuration says, one that names its run. */
static JsonObject *
find_facts (SimulatorClient *client,
            const char      *event_name,
            const char      *configuration)
{
  g_autofree char *query = g_strconcat ("&eventName=", event_name, NULL);
  g_autoptr (GPtrArray) events = simulator_client_list (client, "events", query, 100);

  for (guint i = 0; i < events->len; i++)
    {
      JsonObject *facts = simulator_get_facts (events->pdata[i]);

      if (g_strcmp0 (json_object_get_string_member_with_default (facts, "integrationConfigId", NULL), configuration) == 0 &&
          json_object_has_member (facts, "integrationRunId"))
        return json_object_ref (facts);
    }

  g_assert_not_reached ();
}

static gboolean
has_mapping (SimulatorClient *client,
             const char      *account,
             const char      *system)
{
  g_autoptr (JsonObject) page = simulator_client_get (client, "externalmappings/external/Account/%s", account);
  JsonArray *data = json_object_get_array_member (page, "data");

  for (guint i = 0; i < json_array_get_length (data); i++)
    {
      if (g_str_equal (simulator_get_text (json_array_get_object_element (data, i), "externalSystem"), system))
        return TRUE;
    }

  return FALSE;
}

static JsonObject *
find_unmapped (SimulatorClient *client)
{
  g_autoptr (GPtrArray) events = simulator_client_list (client, "events", "&eventName=integration.missingaccountmapping.error", 100);

  for (guint i = 0; i < events->len; i++)
    {
      JsonObject *facts = simulator_get_facts (events->pdata[i]);

      if (g_strcmp0 (json_object_get_string_member_with_default (facts, "destination", NULL), "Chargebee") == 0 &&
          json_object_has_member (facts, "integrationRunId") &&
          !has_mapping (client, simulator_get_text (facts, "entityId"), "Chargebee"))
        return json_object_ref (facts);
    }

  g_assert_not_reached ();
}

static char *
replay (SimulatorClient *client,
        JsonObject      *facts)
{
  g_autofree char *path = g_strdup_printf ("integrationruns/%s/replay", simulator_get_text (facts, "integrationRunId"));
  g_autoptr (JsonObject) started = simulator_client_change (client, "POST", path, NULL);
  g_autoptr (JsonObject) ended = simulator_client_get (client, "integrationruns/%s", simulator_get_text (started, "id"));

  g_assert_cmpstr (simulator_get_text (started, "status"), ==, "STARTED");
  g_assert_cmpstr (simulator_get_text (ended, "originalIntegrationRunId"), ==, simulator_get_text (facts, "integrationRunId"));
  g_assert_true (json_object_has_member (ended, "dtCompleted"));

  return g_strdup (simulator_get_text (ended, "status"));
}

static void
enable (SimulatorClient *client,
        const char      *configuration)
{
  g_autofree char *path = g_strdup_printf ("integrationconfigs/%s/enable", configuration);
  g_autoptr (JsonObject) enabled = simulator_client_change (client, "POST", path, NULL);

  g_assert_true (json_object_get_boolean_member (enabled, "enabled"));
}

static void
link_credential (SimulatorClient *client,
                 const char      *configuration,
                 const char      *body)
{
  g_autoptr (JsonObject) credential = simulator_client_change (client, "POST", "integrationcredentials", body);
  g_autoptr (JsonObject) current = simulator_client_get (client, "integrationconfigs/%s", configuration);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *path = g_strdup_printf ("integrationconfigs/%s", configuration);
  g_autofree char *text = NULL;
  g_autoptr (JsonObject) answer = NULL;

  json_object_set_string_member (current, "integrationCredentialsId", simulator_get_text (credential, "id"));
  json_node_set_object (node, current);
  text = json_to_string (node, FALSE);
  answer = simulator_client_change (client, "PUT", path, text);
  g_assert_cmpint (json_object_get_int_member (answer, "version"), ==, json_object_get_int_member (current, "version") + 1);
}

static void
test_mapping_lets_the_replay_succeed (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autoptr (JsonObject) facts = find_unmapped (client);
  g_autofree char *body = g_strdup_printf ("{\"m3terEntity\":\"Account\",\"m3terId\":\"%s\",\"externalSystem\":\"Chargebee\","
                                           "\"externalTable\":\"Customer\",\"externalId\":\"cus_1\"}",
                                           simulator_get_text (facts, "entityId"));
  g_autofree char *before = replay (client, facts);
  g_autoptr (JsonObject) mapping = simulator_client_change (client, "POST", "externalmappings", body);
  g_autofree char *after = replay (client, facts);
  g_autofree char *path = g_strconcat ("externalmappings/", simulator_get_text (mapping, "id"), NULL);
  g_autoptr (JsonObject) deleted = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (before, ==, "ERROR");
  g_assert_cmpstr (after, ==, "COMPLETE");
  g_assert_true (has_mapping (client, simulator_get_text (facts, "entityId"), "Chargebee"));

  deleted = simulator_client_change (client, "DELETE", path, NULL);
  again = replay (client, facts);
  g_assert_cmpstr (again, ==, "ERROR");
}

static void
test_failed_replay_is_told (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autoptr (JsonObject) facts = find_unmapped (client);
  g_autoptr (GPtrArray) before = simulator_client_list (client, "events", "", 100);
  g_autofree char *status = replay (client, facts);
  g_autoptr (GPtrArray) after = simulator_client_list (client, "events", "", 100);

  g_assert_cmpstr (status, ==, "ERROR");
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpstr (simulator_get_text (after->pdata[0], "eventName"), ==, "integration.missingaccountmapping.error");
}

static void
test_ten_errors_disable (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autofree char *configuration = find_configuration (client, "Salesforce accounts");
  g_autoptr (JsonObject) facts = find_facts (client, "integration.validation.error", configuration);
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (JsonObject) current = simulator_client_get (client, "integrationconfigs/%s", configuration);
      g_autofree char *status = NULL;

      g_assert_true (json_object_get_boolean_member (current, "enabled"));
      status = replay (client, facts);
      g_assert_cmpstr (status, ==, "ERROR");
    }

  {
    g_autoptr (JsonObject) disabled = simulator_client_get (client, "integrationconfigs/%s", configuration);

    g_assert_false (json_object_get_boolean_member (disabled, "enabled"));
  }
  events = simulator_client_list (client, "events", "", 100);
  g_assert_cmpstr (simulator_get_text (events->pdata[0], "eventName"), ==, "integration.disabled.error");

  last = replay (client, facts);
  g_assert_cmpstr (last, ==, "DISABLED");
}

static void
test_enabling_lets_runs_go_on (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autofree char *configuration = find_configuration (client, "Usage alerts");
  g_autoptr (JsonObject) facts = find_facts (client, "integration.perform.error", configuration);
  g_autofree char *before = replay (client, facts);
  g_autofree char *after = NULL;

  enable (client, configuration);
  after = replay (client, facts);

  g_assert_cmpstr (before, ==, "DISABLED");
  g_assert_cmpstr (after, ==, "COMPLETE");
}

static void
test_success_ends_a_row_of_errors (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autofree char *configuration = find_configuration (client, "Salesforce accounts");
  g_autoptr (JsonObject) bad = find_facts (client, "integration.validation.error", configuration);
  g_autoptr (JsonObject) good = find_facts (client, "integration.perform.error", configuration);
  g_autoptr (JsonObject) current = NULL;

  for (guint i = 0; i < 18; i++)
    {
      g_autofree char *status = replay (client, i == 9 ? good : bad);

      g_assert_cmpstr (status, ==, i == 9 ? "COMPLETE" : "ERROR");
    }

  current = simulator_client_get (client, "integrationconfigs/%s", configuration);
  g_assert_true (json_object_get_boolean_member (current, "enabled"));
}

static void
test_credential_authorises (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autofree char *configuration = find_configuration (client, "NetSuite invoices");
  g_autoptr (JsonObject) facts = find_facts (client, "integration.authentication.error", configuration);
  g_autoptr (JsonObject) current = simulator_client_get (client, "integrationconfigs/%s", configuration);
  g_autofree char *before = replay (client, facts);
  g_autofree char *still = NULL;
  g_autofree char *after = NULL;

  g_assert_false (json_object_get_boolean_member (current, "authorized"));
  g_assert_cmpstr (before, ==, "AUTH_FAILED");

  link_credential (client, configuration, "{\"type\":\"NETSUITE_AUTH\",\"destination\":\"NETSUITE\",\"keyId\":\"wrong\"}");
  still = replay (client, facts);
  g_assert_cmpstr (still, ==, "AUTH_FAILED");

  link_credential (client, configuration, "{\"type\":\"NETSUITE_AUTH\",\"destination\":\"NETSUITE\",\"keyId\":\"k1\"}");
  after = replay (client, facts);
  g_assert_cmpstr (after, ==, "COMPLETE");
}

static void
test_secrets_never_come_back (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autoptr (JsonObject) credential = simulator_client_change (client, "POST", "integrationcredentials",
                                                               "{\"type\":\"CHARGEBEE_AUTH\",\"destination\":\"CHARGEBEE\",\"name\":\"new\","
                                                               "\"apiKey\":\"sesame\",\"site\":\"quillwort\"}");
  g_autofree char *bearer = g_strconcat ("Bearer ", client->token, NULL);
  guint            status = 0;
  g_autoptr (GBytes) all = simulator_client_send (client, "GET", "integrationcredentials", NULL, bearer, &status);

  simulator_check (credential, "id:s! version:i type:s! destination:s! name:s dtCreated:t dtLastModified:t createdBy:s lastModifiedBy:s");
  g_assert_null (strstr (g_bytes_get_data (all, NULL), "sesame"));
}

static void
test_stale_versions_are_refused (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autofree char *configuration = find_configuration (client, "Chargebee invoices");
  g_autofree char *path = g_strconcat ("integrationconfigs/", configuration, NULL);
  g_autofree char *edit = g_strconcat ("/_simulator/integrationconfigs/", configuration, NULL);
  g_autofree char *body = NULL;
  g_autoptr (JsonObject) current = simulator_client_get (client, "%s", path);
  g_autoptr (JsonObject) edited = simulator_client_change (client, "POST", edit, "{\"name\":\"Somebody else's\"}");

  body = g_strdup_printf ("{\"version\":%" G_GINT64_FORMAT ",\"entityType\":\"Bill\",\"destination\":\"Chargebee\"}",
                          json_object_get_int_member (current, "version"));
  g_assert_cmpstr (simulator_get_text (edited, "name"), ==, "Somebody else's");
  simulator_client_refused (client, "PUT", path, body, 409);
  simulator_client_refused (client, "PUT", path, "{\"entityType\":\"Bill\",\"destination\":\"Chargebee\"}", 400);
  simulator_client_refused (client, "PUT", path, "{\"version\":\"1\",\"entityType\":\"Bill\",\"destination\":\"Chargebee\"}", 400);
}

/* Nobody knows which status the real server gives, so either can be had. */
static void
test_somebody_else_is_faster (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autofree char *configuration = find_configuration (client, "Chargebee invoices");
  g_autofree char *path = g_strconcat ("integrationconfigs/", configuration, NULL);
  static const struct
  {
    guint every; /* of conflict-400 */
    guint status;
  } rows[] = { { 0, 409 }, { 1, 400 } };

  g_assert_true (act_simulator_set_fault (client->simulator, "edit", 1));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonObject) current = simulator_client_get (client, "%s", path);
      g_autoptr (JsonObject) edited = NULL;
      g_autofree char *body = g_strdup_printf ("{\"version\":%" G_GINT64_FORMAT ",\"entityType\":\"Bill\",\"destination\":\"Chargebee\"}",
                                               json_object_get_int_member (current, "version"));

      g_assert_true (act_simulator_set_fault (client->simulator, "conflict-400", rows[i].every));
      simulator_client_refused (client, "PUT", path, body, rows[i].status);
      edited = simulator_client_get (client, "%s", path);
      g_assert_cmpint (json_object_get_int_member (edited, "version"), ==, json_object_get_int_member (current, "version") + 1);
      g_assert_cmpstr (simulator_get_text (json_object_get_object_member (edited, "configData"), "invoiceNote"), ==, "Changed meanwhile");
      g_assert_cmpstr (simulator_get_text (edited, "integrationCredentialsId"), ==, simulator_get_text (current, "integrationCredentialsId"));
    }
}

static void
test_put_replaces_the_whole (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autofree char *configuration = find_configuration (client, "Chargebee invoices");
  g_autofree char *path = g_strconcat ("integrationconfigs/", configuration, NULL);
  g_autoptr (JsonObject) current = simulator_client_get (client, "%s", path);
  g_autofree char *body = g_strdup_printf ("{\"version\":%" G_GINT64_FORMAT ",\"entityType\":\"Bill\",\"destination\":\"Chargebee\","
                                           "\"enabled\":false,\"configData\":{\"unknown\":[1]}}",
                                           json_object_get_int_member (current, "version"));
  g_autoptr (JsonObject) answer = simulator_client_change (client, "PUT", path, body);

  g_assert_false (json_object_has_member (answer, "integrationCredentialsId"));
  g_assert_false (json_object_get_boolean_member (answer, "authorized"));
  g_assert_true (json_object_get_boolean_member (answer, "enabled"));
  g_assert_cmpstr (simulator_get_text (answer, "dtCreated"), ==, simulator_get_text (current, "dtCreated"));
  g_assert_true (json_object_has_member (json_object_get_object_member (answer, "configData"), "unknown"));
}

static void
test_bad_changes_are_refused (void)
{
  static const struct
  {
    const char *path;
    const char *body;
  } changes[] = {
    { "externalmappings", "{}" },
    { "externalmappings", "{\"m3terEntity\":\"Account\",\"m3terId\":\"1\",\"externalSystem\":\"S\",\"externalTable\":\"T\"}" },
    { "externalmappings", "{\"m3terEntity\":\"Account\",\"m3terId\":\"1\",\"externalSystem\":\"S\",\"externalTable\":\"T\",\"externalId\":\" x\"}" },
    { "externalmappings", "{\"m3terEntity\":\"Account\",\"m3terId\":\"1\",\"externalSystem\":\"S\",\"externalTable\":\"T\",\"externalId\":\"x\\ty\"}" },
    { "externalmappings", "{\"m3terEntity\":\"Account\",\"m3terId\":\"1\",\"externalSystem\":\"S\",\"externalTable\":\"T\",\"externalId\":7}" },
    { "externalmappings", "{\"m3terEntity\":\"A\",\"m3terId\":\"1\",\"externalSystem\":\"S\",\"externalTable\":\"T\",\"externalId\":\"x\",\"integrationConfigId\":\"no\"}" },
    { "integrationconfigs", "{\"destination\":\"Stripe\"}" },
    { "integrationconfigs", "{\"entityType\":\"Bill\",\"destination\":\"not a word\"}" },
    { "integrationconfigs", "{\"entityType\":\"Bill\",\"destination\":\"Stripe\",\"configData\":[]}" },
    { "integrationconfigs", "{\"entityType\":\"Bill\",\"destination\":\"Stripe\",\"integrationCredentialsId\":\"no\"}" },
    { "integrationcredentials", "{}" },
    { "integrationcredentials", "{\"type\":\"OAUTH_CODE\"}" },
    { "integrationcredentials", "{\"type\":\"HTTP_BASIC\",\"destination\":\"Chargebee\"}" },
  };
  g_autoptr (SimulatorClient) client = make_client ();
  g_autoptr (JsonArray) ledger = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    simulator_client_refused (client, "POST", changes[i].path, changes[i].body, 400);

  ledger = simulator_client_get_ledger (client);
  g_assert_cmpuint (json_array_get_length (ledger), ==, 0);
}

static void
test_mapping_can_be_corrected (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autoptr (GPtrArray) mappings = simulator_client_list (client, "externalmappings", "", 200);
  JsonObject      *mapping = mappings->pdata[7];
  g_autofree char *path = g_strconcat ("externalmappings/", simulator_get_text (mapping, "id"), NULL);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *body = NULL;
  g_autoptr (JsonObject) answer = NULL;
  g_autoptr (GPtrArray) after = NULL;

  json_object_set_string_member (mapping, "externalId", "corrected");
  json_node_set_object (node, mapping);
  body = json_to_string (node, FALSE);
  answer = simulator_client_change (client, "PUT", path, body);
  g_assert_cmpstr (simulator_get_text (answer, "externalId"), ==, "corrected");
  simulator_client_refused (client, "PUT", path, body, 409);

  after = simulator_client_list (client, "externalmappings", "", 200);
  g_assert_cmpuint (after->len, ==, mappings->len);
  g_assert_cmpstr (simulator_get_text (after->pdata[7], "externalId"), ==, "corrected");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/outcome/mapping-lets-the-replay-succeed", test_mapping_lets_the_replay_succeed);
  g_test_add_func ("/simulator/outcome/failed-replay-is-told", test_failed_replay_is_told);
  g_test_add_func ("/simulator/outcome/ten-errors-disable", test_ten_errors_disable);
  g_test_add_func ("/simulator/outcome/enabling-lets-runs-go-on", test_enabling_lets_runs_go_on);
  g_test_add_func ("/simulator/outcome/success-ends-a-row-of-errors", test_success_ends_a_row_of_errors);
  g_test_add_func ("/simulator/outcome/credential-authorises", test_credential_authorises);
  g_test_add_func ("/simulator/outcome/secrets-never-come-back", test_secrets_never_come_back);
  g_test_add_func ("/simulator/outcome/somebody-else-is-faster", test_somebody_else_is_faster);
  g_test_add_func ("/simulator/outcome/stale-versions-are-refused", test_stale_versions_are_refused);
  g_test_add_func ("/simulator/outcome/put-replaces-the-whole", test_put_replaces_the_whole);
  g_test_add_func ("/simulator/outcome/bad-changes-are-refused", test_bad_changes_are_refused);
  g_test_add_func ("/simulator/outcome/mapping-can-be-corrected", test_mapping_can_be_corrected);

  return g_test_run ();
}
