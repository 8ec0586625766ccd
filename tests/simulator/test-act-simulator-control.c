/* Tests of the calls by which a test acts on the world
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "simulator-client.h"

static guint
find_place (GPtrArray  *events,
            const char *id)
{
  for (guint i = 0; i < events->len; i++)
    {
      if (g_str_equal (simulator_get_text (events->pdata[i], "id"), id))
        return i;
    }

  g_assert_not_reached ();
}

static void
test_newer_and_older (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (GPtrArray) before = simulator_client_list (client, "events", "", 100);
  const char *newest = simulator_get_text (before->pdata[0], "id");
  const char *oldest = simulator_get_text (before->pdata[before->len - 1], "id");
  g_autoptr (JsonObject) answer = simulator_client_change (client, "POST", "/_simulator/events", "{\"count\":100,\"newer\":50}");
  g_autoptr (GPtrArray) after = simulator_client_list (client, "events", "", 100);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "ids")), ==, 100);
  g_assert_cmpuint (after->len, ==, before->len + 100);
  g_assert_cmpuint (find_place (after, newest), ==, 50);
  g_assert_cmpuint (find_place (after, oldest), <, after->len - 1);
}

static void
test_what_is_asked_for (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (JsonObject) answer = simulator_client_change (client, "POST", "/_simulator/events",
                                                           "{\"eventName\":\"integration.sixth.error\",\"message\":\"a & b\",\"actioned\":true,"
                                                           "\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2030-01-01T00:00:00Z\"}");
  const char *id = json_array_get_string_element (json_object_get_array_member (answer, "ids"), 0);
  g_autoptr (JsonObject) event = simulator_client_get (client, "events/%s", id);

  g_assert_cmpstr (simulator_get_text (event, "eventName"), ==, "integration.sixth.error");
  g_assert_cmpstr (simulator_get_text (event, "eventTime"), ==, "2030-01-01T00:00:00.000Z");
  g_assert_true (json_object_has_member (event, "dtActioned"));
}

static void
test_payload_as_it_is_given (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (JsonObject) answer = simulator_client_change (client, "POST", "/_simulator/events", "{\"count\":2,\"m3terEvent\":[\"x\"]}");
  const char *id = json_array_get_string_element (json_object_get_array_member (answer, "ids"), 1);
  g_autoptr (JsonObject) event = simulator_client_get (client, "events/%s", id);

  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (event, "m3terEvent"), 0), ==, "x");
}

static void
test_somebody_else_actions (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (GPtrArray) open = simulator_client_list (client, "events", "", 100);
  const char      *id = simulator_get_text (open->pdata[3], "id");
  g_autofree char *path = g_strdup_printf ("/_simulator/events/%s/actioned", id);
  g_autoptr (JsonObject) first = simulator_client_change (client, "POST", path, "{\"actioned\":true}");
  g_autoptr (JsonObject) second = simulator_client_change (client, "POST", path, "{\"actioned\":true}");
  g_autoptr (JsonObject) actioned = simulator_client_get (client, "events/%s", id);
  g_autoptr (JsonObject) third = simulator_client_change (client, "POST", path, "{\"actioned\":false}");
  g_autoptr (JsonObject) again = simulator_client_get (client, "events/%s", id);

  g_assert_true (json_object_get_boolean_member (first, "changed"));
  g_assert_false (json_object_get_boolean_member (second, "changed"));
  g_assert_true (json_object_has_member (actioned, "dtActioned"));
  g_assert_true (json_object_get_boolean_member (third, "changed"));
  g_assert_false (json_object_has_member (again, "dtActioned"));
}

static void
test_faults_are_switched (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (JsonObject) on = simulator_client_change (client, "POST", "/_simulator/faults", "{\"status-503\":2,\"drop\":0}");
  g_autoptr (JsonObject) first = simulator_client_get (client, "events");
  g_autoptr (JsonObject) off = NULL;

  g_assert_cmpint (json_object_get_int_member (on, "status-503"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (on, "drop"), ==, 0);
  simulator_client_refused (client, "GET", "events", NULL, 503);
  off = simulator_client_change (client, "POST", "/_simulator/faults", "{\"status-503\":0}");
  g_assert_cmpint (json_object_get_int_member (off, "status-503"), ==, 0);
}

static void
test_faults_are_all_or_none (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (JsonObject) faults = NULL;

  simulator_client_refused (client, "POST", "/_simulator/faults", "{\"drop\":1,\"nothing\":1}", 400);
  faults = simulator_client_get (client, "/_simulator/faults");
  g_assert_cmpint (json_object_get_int_member (faults, "drop"), ==, 0);
}

static void
test_consent (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (GPtrArray) configurations = simulator_client_list (client, "integrationconfigs", "", 100);
  JsonObject      *configuration = simulator_find_by_text (configurations, "name", "Salesforce accounts");
  const char      *id = simulator_get_text (configuration, "id");
  g_autofree char *path = g_strdup_printf ("/_simulator/integrationcredentials/%s/good", simulator_get_text (configuration, "integrationCredentialsId"));
  g_autoptr (JsonObject) off = simulator_client_change (client, "POST", path, "{\"good\":false}");
  g_autoptr (JsonObject) without = simulator_client_get (client, "integrationconfigs/%s", id);
  g_autoptr (JsonObject) on = simulator_client_change (client, "POST", path, "{\"good\":true}");
  g_autoptr (JsonObject) with = simulator_client_get (client, "integrationconfigs/%s", id);

  g_assert_true (json_object_get_boolean_member (configuration, "authorized"));
  g_assert_false (json_object_get_boolean_member (without, "authorized"));
  g_assert_true (json_object_get_boolean_member (with, "authorized"));
}

/* It is there for everybody, and not among the changes that were made by calls of the API. */
static void
test_somebody_else_maps (void)
{
  static const char body[] = "{\"m3terEntity\":\"Account\",\"m3terId\":\"nobody\",\"externalSystem\":\"Stripe\","
                             "\"externalTable\":\"Customer\",\"externalId\":\"cus_1\"}";
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (JsonObject) mapping = simulator_client_change (client, "POST", "/_simulator/externalmappings", body);
  g_autoptr (JsonObject) found = simulator_client_get (client, "externalmappings/%s", simulator_get_text (mapping, "id"));
  g_autoptr (JsonArray) ledger = simulator_client_get_ledger (client);

  g_assert_cmpstr (simulator_get_text (found, "externalId"), ==, "cus_1");
  g_assert_cmpuint (json_array_get_length (ledger), ==, 0);
}

static void
test_somebody_else_enables (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (GPtrArray) configurations = simulator_client_list (client, "integrationconfigs", "", 100);
  JsonObject      *configuration = simulator_find_by_text (configurations, "name", "NetSuite customers");
  const char      *id = simulator_get_text (configuration, "id");
  g_autofree char *path = g_strdup_printf ("/_simulator/integrationconfigs/%s", id);
  g_autoptr (JsonObject) edited = simulator_client_change (client, "POST", path, "{\"enabled\":true}");
  g_autoptr (JsonObject) enabled = simulator_client_get (client, "integrationconfigs/%s", id);

  g_assert_false (json_object_get_boolean_member (configuration, "enabled"));
  g_assert_true (json_object_get_boolean_member (enabled, "enabled"));
  g_assert_cmpint (json_object_get_int_member (enabled, "version"), ==, json_object_get_int_member (configuration, "version") + 1);
}

static JsonObject *
get_counts (SimulatorClient *client)
{
  guint status = 0;
  g_autoptr (JsonNode) node = simulator_client_call (client, "GET", "/_simulator/counts", NULL, &status);

  g_assert_cmpuint (status, ==, 200);

  return json_object_ref (json_node_get_object (node));
}

static void
test_counts (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (JsonObject) before = get_counts (client);
  g_autoptr (JsonObject) page = simulator_client_get (client, "events?pageSize=7");
  g_autoptr (JsonObject) after = get_counts (client);

  g_assert_cmpint (json_object_get_int_member (after, "listedEvents") - json_object_get_int_member (before, "listedEvents"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (after, "calls") - json_object_get_int_member (before, "calls"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (after, "limited"), ==, 0);
}

static void
test_bad_requests (void)
{
  static const struct
  {
    const char *path;
    const char *body;
    guint       status;
  } rows[] = {
    { "/_simulator/events", NULL, 400 },
    { "/_simulator/events", "{\"count\":-1}", 400 },
    { "/_simulator/events", "{\"count\":1000000}", 400 },
    { "/_simulator/events", "{\"count\":1,\"newer\":2}", 400 },
    { "/_simulator/events", "{\"count\":\"x\"}", 400 },
    { "/_simulator/events", "{\"from\":\"x\",\"to\":\"y\"}", 400 },
    { "/_simulator/events", "{\"actioned\":1}", 400 },
    { "/_simulator/events/x/actioned", "{\"actioned\":true}", 404 },
    { "/_simulator/integrationconfigs/x", "{}", 404 },
    { "/_simulator/integrationcredentials/x/good", "{\"good\":true}", 404 },
    { "/_simulator/faults", "{\"drop\":\"x\"}", 400 },
    { "/_simulator/externalmappings", "{}", 400 },
    { "/_simulator/ledger", "{}", 405 },
  };
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    simulator_client_refused (client, "POST", rows[i].path, rows[i].body, rows[i].status);
}

static guint
ask_with_header (SimulatorClient *client,
                 const char      *name,
                 const char      *value)
{
  g_autofree char *url = g_strconcat (act_simulator_get_base_url (client->simulator), "/_simulator/ledger", NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  soup_message_headers_replace (soup_message_get_request_headers (message), name, value);
  bytes = soup_session_send_and_read (client->session, message, NULL, &error);
  g_assert_no_error (error);

  return soup_message_get_status (message);
}

static void
test_web_pages_are_refused (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);

  g_assert_cmpuint (ask_with_header (client, "Accept", "*/*"), ==, 200);
  g_assert_cmpuint (ask_with_header (client, "Origin", "http://example.com"), ==, 403);
  g_assert_cmpuint (ask_with_header (client, "Host", "example.com"), ==, 403);
}

static char *
find_run_id (GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      JsonObject *facts = simulator_get_facts (events->pdata[i]);

      if (facts != NULL && json_object_has_member (facts, "integrationRunId"))
        return g_strdup (simulator_get_text (facts, "integrationRunId"));
    }

  g_assert_not_reached ();
}

static void
test_runs (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (GPtrArray) events = simulator_client_list (client, "events", "", 100);
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  g_autofree char *log_path = NULL;
  g_autoptr (JsonObject) answer = NULL;
  g_autoptr (JsonObject) logged = NULL;
  g_autoptr (JsonObject) run = NULL;
  g_autoptr (JsonObject) log = NULL;
  g_autofree guchar *bytes = NULL;
  gsize              length = 0;

  id = find_run_id (events);
  path = g_strdup_printf ("/_simulator/integrationruns/%s", id);
  log_path = g_strconcat (path, "/log", NULL);
  answer = simulator_client_change (client, "POST", path, "{\"url\":\"javascript:1\",\"error\":null}");
  run = simulator_client_get (client, "integrationruns/%s", id);
  g_assert_cmpstr (simulator_get_text (run, "url"), ==, "javascript:1");
  g_assert_false (json_object_has_member (run, "error"));

  logged = simulator_client_change (client, "POST", log_path, "{\"size\":1000000}");
  log = simulator_client_get (client, "integrationruns/logs/%s", id);
  bytes = g_base64_decode (simulator_get_text (log, "Payload"), &length);
  g_assert_cmpuint (length, ==, 1000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/control/counts", test_counts);
  g_test_add_func ("/simulator/control/newer-and-older", test_newer_and_older);
  g_test_add_func ("/simulator/control/what-is-asked-for", test_what_is_asked_for);
  g_test_add_func ("/simulator/control/payload-as-it-is-given", test_payload_as_it_is_given);
  g_test_add_func ("/simulator/control/somebody-else-actions", test_somebody_else_actions);
  g_test_add_func ("/simulator/control/faults-are-switched", test_faults_are_switched);
  g_test_add_func ("/simulator/control/faults-are-all-or-none", test_faults_are_all_or_none);
  g_test_add_func ("/simulator/control/consent", test_consent);
  g_test_add_func ("/simulator/control/runs", test_runs);
  g_test_add_func ("/simulator/control/somebody-else-maps", test_somebody_else_maps);
  g_test_add_func ("/simulator/control/somebody-else-enables", test_somebody_else_enables);
  g_test_add_func ("/simulator/control/bad-requests", test_bad_requests);
  g_test_add_func ("/simulator/control/web-pages-are-refused", test_web_pages_are_refused);

  return g_test_run ();
}
