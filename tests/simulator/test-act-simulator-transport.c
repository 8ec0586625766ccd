/* Tests of answers that are broken on purpose
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

  options->slow_ms = 40;

  return simulator_client_new (options);
}

static GBytes *
ask (SimulatorClient *client,
     const char      *fault,
     guint           *status)
{
  g_autofree char *bearer = g_strconcat ("Bearer ", client->token, NULL);
  GBytes          *bytes = NULL;

  g_assert_true (act_simulator_set_fault (client->simulator, fault, 1));
  bytes = simulator_client_send (client, "GET", "events?pageSize=100", NULL, bearer, status);
  g_assert_true (act_simulator_set_fault (client->simulator, fault, 0));

  return bytes;
}

/* After a fault the simulator answers as before. */
static void
check_recovered (SimulatorClient *client)
{
  g_autoptr (JsonObject) page = simulator_client_get (client, "events?pageSize=1");

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (page, "data")), ==, 1);
}

static void
test_statuses (void)
{
  const guint statuses[] = { 400, 401, 403, 404, 405, 413, 429, 500, 501, 502, 503, 504 };
  g_autoptr (SimulatorClient) client = make_client ();

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *fault = g_strdup_printf ("status-%u", statuses[i]);
      guint            status = 0;
      g_autoptr (GBytes) bytes = ask (client, fault, &status);
      g_autoptr (JsonNode) node = json_from_string (g_bytes_get_data (bytes, NULL), NULL);

      g_assert_cmpuint (status, ==, statuses[i]);
      simulator_check (json_node_get_object (node), "message:s!");
    }

  check_recovered (client);
}

static void
test_broken_connections (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  guint status = 0;

  {
    g_autoptr (GBytes) dropped = ask (client, "drop", &status);

    g_assert_null (dropped);
    g_assert_nonnull (client->error);
  }
  check_recovered (client);
  {
    g_autoptr (GBytes) cut = ask (client, "cut", &status);

    g_assert_null (cut);
    g_assert_nonnull (client->error);
  }
  check_recovered (client);
}

static void
test_slow (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  guint status = 0;
  g_autoptr (GBytes) bytes = ask (client, "slow", &status);
  g_autoptr (JsonNode) node = json_from_string (g_bytes_get_data (bytes, NULL), NULL);

  g_assert_cmpuint (status, ==, 200);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (node), "data")), ==, 100);
  check_recovered (client);
}

static void
test_not_json (void)
{
  static const char *const faults[] = { "malformed", "html" };
  g_autoptr (SimulatorClient) client = make_client ();
  guint status = 0;
  g_autoptr (GBytes) bad = ask (client, "bad-utf8", &status);

  g_assert_cmpuint (status, ==, 200);
  g_assert_false (g_utf8_validate_len (g_bytes_get_data (bad, NULL), g_bytes_get_size (bad), NULL));

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GBytes) bytes = ask (client, faults[i], &status);
      g_autoptr (JsonNode) node = json_from_string (g_bytes_get_data (bytes, NULL), NULL);

      g_assert_cmpuint (status, ==, 200);
      g_assert_null (node);
    }
  check_recovered (client);
}

/* Nobody is there, and nobody should find out. */
static void
test_redirect (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autofree char *bearer = g_strconcat ("Bearer ", client->token, NULL);
  guint            status = 0;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (act_simulator_set_fault (client->simulator, "redirect", 1));
  bytes = simulator_client_send (client, "PUT", "events/x/actioned", "", bearer, &status);
  g_assert_cmpuint (status, ==, 307);
  g_assert_true (act_simulator_set_fault (client->simulator, "redirect", 0));
  check_recovered (client);
}

static void
test_too_large (void)
{
  static const char *const faults[] = { "oversized", "gzip-bomb" };
  g_autoptr (SimulatorClient) client = make_client ();

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      guint status = 0;
      g_autoptr (GBytes) bytes = ask (client, faults[i], &status);

      g_assert_no_error (client->error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 32 * 1024 * 1024);
      g_assert_cmpuint (g_bytes_get_size (bytes), <, 80 * 1024 * 1024);
    }
  check_recovered (client);
}

static void
test_deep (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  guint status = 0;
  g_autoptr (GBytes) bytes = ask (client, "deep", &status);

  g_assert_cmpuint (strspn ((const char *) g_bytes_get_data (bytes, NULL) + strlen ("{\"data\":"), "["), ==, 100000);
  check_recovered (client);
}

static void
test_hang (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autofree char *bearer = g_strconcat ("Bearer ", client->token, NULL);
  guint            status = 0;
  g_autoptr (GBytes) bytes = NULL;

  /* A connection that is open already keeps the time-out that it was made with. */
  soup_session_abort (client->session);
  soup_session_set_timeout (client->session, 1);
  g_assert_true (act_simulator_set_fault (client->simulator, "hang", 1));
  bytes = simulator_client_send (client, "GET", "events", NULL, bearer, &status);
  g_assert_null (bytes);
  g_assert_error (client->error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);

  g_assert_true (act_simulator_set_fault (client->simulator, "hang", 0));
  soup_session_set_timeout (client->session, 60);
  check_recovered (client);
}

/* The client does not wait for the rest of an answer, and the simulator is stopped in the middle. */
static void
test_client_goes_away (void)
{
  static const char *const faults[] = { "slow", "oversized", "hang" };
  g_autoptr (SimulatorClient) client = make_client ();

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GSocketClient) socket_client = g_socket_client_new ();
      g_autoptr (GSocketConnection) connection = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *request = NULL;
      const char      *host = act_simulator_get_base_url (client->simulator) + strlen ("http://");

      g_assert_true (act_simulator_set_fault (client->simulator, faults[i], 1));
      request = g_strdup_printf ("GET /organizations/%s/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n",
                                 act_simulator_get_org_id (client->simulator), client->token);
      connection = g_socket_client_connect_to_host (socket_client, host, 80, NULL, &error);
      g_assert_no_error (error);
      g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request, strlen (request), NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (act_simulator_set_fault (client->simulator, faults[i], 0));
    }
  check_recovered (client);
}

static void
test_lost_mark (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  g_autoptr (JsonObject) page = simulator_client_get (client, "events?pageSize=1");
  JsonObject      *event = json_array_get_object_element (json_object_get_array_member (page, "data"), 0);
  g_autofree char *path = g_strdup_printf ("events/%s/actioned", simulator_get_text (event, "id"));
  g_autofree char *bearer = g_strconcat ("Bearer ", client->token, NULL);
  guint            status = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonObject) after = NULL;

  g_assert_true (act_simulator_set_fault (client->simulator, "lost-mark", 1));
  bytes = simulator_client_send (client, "PUT", path, NULL, bearer, &status);
  g_assert_null (bytes);
  g_assert_nonnull (client->error);

  after = simulator_client_get (client, "events/%s", simulator_get_text (event, "id"));
  g_assert_true (json_object_has_member (after, "dtActioned"));
}

/* Each kind of change is made all the same, once. */
static void
test_lost_writes (void)
{
  static const char mapping[] = "{\"m3terEntity\":\"Account\",\"m3terId\":\"a\",\"externalSystem\":\"Stripe\","
                                "\"externalTable\":\"Customer\",\"externalId\":\"cus_1\"}";
  g_autoptr (SimulatorClient) client = make_client ();
  g_autofree char *bearer = g_strconcat ("Bearer ", client->token, NULL);
  g_autoptr (GPtrArray) events = simulator_client_list (client, "events", "&eventName=integration.perform.error", 100);
  g_autoptr (GPtrArray) configurations = simulator_client_list (client, "integrationconfigs", "", 100);
  JsonObject      *disabled = simulator_find_by_text (configurations, "name", "Usage alerts");
  g_autofree char *enable = g_strdup_printf ("integrationconfigs/%s/enable", simulator_get_text (disabled, "id"));
  g_autofree char *replay = NULL;
  g_autoptr (JsonArray) ledger = NULL;
  struct
  {
    const char *path;
    const char *body;
  } rows[] = {
    { NULL, NULL },
    { NULL, NULL },
    { "externalmappings", mapping },
    { "integrationcredentials", "{\"type\":\"HTTP_BASIC\",\"destination\":\"XERO\"}" },
  };

  for (guint i = 0; i < events->len && replay == NULL; i++)
    {
      const char *run = json_object_get_string_member_with_default (simulator_get_facts (events->pdata[i]), "integrationRunId", NULL);

      replay = run != NULL ? g_strdup_printf ("integrationruns/%s/replay", run) : NULL;
    }

  rows[0].path = replay;
  rows[1].path = enable;
  g_assert_true (act_simulator_set_fault (client->simulator, "lost-write", 1));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint status = 0;
      g_autoptr (GBytes) bytes = simulator_client_send (client, "POST", rows[i].path, rows[i].body, bearer, &status);

      g_assert_null (bytes);
      g_assert_nonnull (client->error);
    }

  ledger = simulator_client_get_ledger (client);
  g_assert_cmpuint (json_array_get_length (ledger), ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JsonObject *entry = json_array_get_object_element (ledger, (guint) i);

      g_assert_true (g_str_has_suffix (simulator_get_text (entry, "path"), rows[i].path));
      g_assert_true (json_object_get_boolean_member (entry, "changed"));
    }
}

static void
test_refused_mark_changes_nothing (void)
{
  const guint statuses[] = { 403, 404, 405, 501, 503 };
  g_autoptr (SimulatorClient) client = make_client ();
  g_autoptr (JsonObject) page = simulator_client_get (client, "events?pageSize=1");
  JsonObject      *event = json_array_get_object_element (json_object_get_array_member (page, "data"), 0);
  g_autofree char *path = g_strdup_printf ("events/%s/actioned", simulator_get_text (event, "id"));
  g_autoptr (JsonArray) ledger = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *fault = g_strdup_printf ("mark-%u", statuses[i]);
      g_autoptr (JsonObject) after = NULL;

      g_assert_true (act_simulator_set_fault (client->simulator, fault, 1));
      simulator_client_refused (client, "PUT", path, NULL, statuses[i]);
      g_assert_true (act_simulator_set_fault (client->simulator, fault, 0));

      after = simulator_client_get (client, "events/%s", simulator_get_text (event, "id"));
      g_assert_false (json_object_has_member (after, "dtActioned"));
    }

  ledger = simulator_client_get_ledger (client);
  g_assert_cmpuint (json_array_get_length (ledger), ==, 0);
}

static void
test_token_faults_are_apart (void)
{
  g_autoptr (SimulatorClient) client = make_client ();
  guint status = 0;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (act_simulator_set_fault (client->simulator, "token-503", 1));
  bytes = simulator_client_send (client, "POST", "/oauth/token", "{}", NULL, &status);
  g_assert_cmpuint (status, ==, 503);
  check_recovered (client);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/transport/statuses", test_statuses);
  g_test_add_func ("/simulator/transport/broken-connections", test_broken_connections);
  g_test_add_func ("/simulator/transport/slow", test_slow);
  g_test_add_func ("/simulator/transport/not-json", test_not_json);
  g_test_add_func ("/simulator/transport/redirect", test_redirect);
  g_test_add_func ("/simulator/transport/too-large", test_too_large);
  g_test_add_func ("/simulator/transport/deep", test_deep);
  g_test_add_func ("/simulator/transport/hang", test_hang);
  g_test_add_func ("/simulator/transport/client-goes-away", test_client_goes_away);
  g_test_add_func ("/simulator/transport/lost-mark", test_lost_mark);
  g_test_add_func ("/simulator/transport/lost-writes", test_lost_writes);
  g_test_add_func ("/simulator/transport/refused-mark-changes-nothing", test_refused_mark_changes_nothing);
  g_test_add_func ("/simulator/transport/token-faults-are-apart", test_token_faults_are_apart);

  return g_test_run ();
}
