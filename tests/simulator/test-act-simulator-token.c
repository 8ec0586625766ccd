/* Tests of tokens, and of who may call
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "simulator-client.h"

#include <string.h>

static const char json_form[] = "{\"grant_type\":\"client_credentials\"}";

static char *
make_basic (const char *key,
            const char *secret)
{
  g_autofree char *both = g_strconcat (key, ":", secret, NULL);
  g_autofree char *encoded = g_base64_encode ((const guchar *) both, strlen (both));

  return g_strconcat ("Basic ", encoded, NULL);
}

static guint
ask (SimulatorClient *client,
     const char      *path,
     const char      *authorization)
{
  guint status = 0;
  g_autoptr (GBytes) bytes = simulator_client_send (client, "GET", path, NULL, authorization, &status);

  g_assert_no_error (client->error);

  return status;
}

static void
test_token_names_the_organisation (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_auto (GStrv) parts = g_strsplit (client->token, ".", -1);
  g_autofree char   *padded = NULL;
  g_autofree guchar *claims = NULL;
  gsize              length = 0;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  padded = g_strconcat (parts[1], "===", NULL);
  padded[(strlen (parts[1]) + 3) / 4 * 4] = '\0';
  claims = g_base64_decode (padded, &length);
  text = g_strndup ((const char *) claims, length);
  node = json_from_string (text, NULL);

  g_assert_cmpstr (simulator_get_text (json_node_get_object (node), "orgId"), ==, act_simulator_get_org_id (client->simulator));
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "exp") -
                       json_object_get_int_member (json_node_get_object (node), "iat"),
                   ==, 18000);
}

static void
test_token_answer (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autofree char *right = make_basic (act_simulator_get_api_key (client->simulator), act_simulator_get_api_secret (client->simulator));
  guint            status = 0;
  g_autoptr (GBytes) bytes = simulator_client_send (client, "POST", "/oauth/token", json_form, right, &status);
  g_autoptr (JsonNode) node = json_from_string (g_bytes_get_data (bytes, NULL), NULL);

  g_assert_cmpuint (status, ==, 200);
  simulator_check (json_node_get_object (node), "access_token:s! expires_in:i! token_type:s scope:*");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "expires_in"), ==, 18000);
}

static void
test_form_body (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autofree char *right = make_basic (act_simulator_get_api_key (client->simulator), act_simulator_get_api_secret (client->simulator));
  g_autofree char *url = g_strconcat (act_simulator_get_base_url (client->simulator), "/oauth/token", NULL);
  static const struct
  {
    const char *form;
    guint       status;
  } forms[] = {
    { "grant_type=client_credentials", 200 },
    { "scope=x&grant_type=client_credentials", 200 },
    { "grant_type=password", 400 },
    { "", 400 },
    { "{\"grant_type\":\"client_credentials\"}", 400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (SoupMessage) message = soup_message_new ("POST", url);
      g_autoptr (GBytes) sent = g_bytes_new_static (forms[i].form, strlen (forms[i].form));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", right);
      soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", sent);
      bytes = soup_session_send_and_read (client->session, message, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (soup_message_get_status (message), ==, forms[i].status);
    }
}

static void
test_wrong_key (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  const char *key = act_simulator_get_api_key (client->simulator);
  char       *wrong[] = {
          make_basic (key, "wrong"),
          make_basic ("wrong", act_simulator_get_api_secret (client->simulator)),
          make_basic ("", ""),
          g_strdup ("Basic"),
          g_strdup ("Basic ====="),
          g_strdup ("Bearer x"),
          NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      guint status = 0;
      g_autoptr (GBytes) bytes = simulator_client_send (client, "POST", "/oauth/token", json_form, wrong[i], &status);
      g_autoptr (JsonNode) node = json_from_string (g_bytes_get_data (bytes, NULL), NULL);

      g_assert_cmpuint (status, ==, 401);
      simulator_check (json_node_get_object (node), "message:s!");
      g_free (wrong[i]);
    }
}

static void
test_wrong_grant (void)
{
  static const char *const bodies[] = { "{}", "{\"grant_type\":\"password\"}", "{\"grant_type\":7}", "[]", "x", NULL };
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autofree char *right = make_basic (act_simulator_get_api_key (client->simulator), act_simulator_get_api_secret (client->simulator));

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      guint status = 0;
      g_autoptr (GBytes) bytes = simulator_client_send (client, "POST", "/oauth/token", bodies[i], right, &status);

      g_assert_cmpuint (status, ==, 400);
    }
}

static void
test_no_token (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autofree char *bad = g_strconcat ("Bearer ", client->token, "x", NULL);
  g_autofree char *good = g_strconcat ("Bearer ", client->token, NULL);

  g_assert_cmpuint (ask (client, "events", NULL), ==, 401);
  g_assert_cmpuint (ask (client, "events", "Bearer"), ==, 401);
  g_assert_cmpuint (ask (client, "events", "Bearer a.b.c"), ==, 401);
  g_assert_cmpuint (ask (client, "events", "Bearer .."), ==, 401);
  g_assert_cmpuint (ask (client, "events", bad), ==, 401);
  g_assert_cmpuint (ask (client, "events", good), ==, 200);
}

static void
test_wrong_organisation (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);

  simulator_client_refused (client, "GET", "/organizations/6d1f0c1e-0000-4000-8000-000000000001/events", NULL, 403);
}

/* Tokens of one seed are good in every simulator of it, so one that starts later stands for waiting. */
static void
test_stale_token (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (SimulatorClient) client = NULL;
  g_autoptr (SimulatorClient) later = NULL;
  g_autofree char *bearer = NULL;

  options->now_ms = G_GINT64_CONSTANT (1772600000000);
  options->token_life_s = 60;
  client = simulator_client_new (options);
  bearer = g_strconcat ("Bearer ", client->token, NULL);
  g_assert_cmpuint (ask (client, "events", bearer), ==, 200);

  options->now_ms += 59 * 1000 / 2;
  later = simulator_client_new (options);
  g_assert_cmpuint (ask (later, "events", bearer), ==, 200);
  g_clear_pointer (&later, simulator_client_free);

  options->now_ms += 61 * 1000;
  later = simulator_client_new (options);
  g_assert_cmpuint (ask (later, "events", bearer), ==, 403);
}

/* A key that was replaced is good for nothing, nor are its tokens; and that of another organisation has
 * tokens, but sees nothing. */
static void
test_key_is_replaced (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autofree char *former = make_basic (act_simulator_get_api_key (client->simulator), act_simulator_get_api_secret (client->simulator));
  g_autofree char *now = make_basic ("new", "secret");
  g_autofree char *bearer = g_strconcat ("Bearer ", client->token, NULL);
  guint            status = 0;
  g_autoptr (JsonObject) done = NULL;
  g_autoptr (JsonObject) other = NULL;
  g_autoptr (GBytes) refused = NULL;
  g_autoptr (GBytes) accepted = NULL;
  g_autoptr (GBytes) of_another = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *stranger = NULL;

  g_assert_cmpuint (ask (client, "events", bearer), ==, 200);
  simulator_client_refused (client, "POST", "/_simulator/key", "{\"apiKey\":\"new\"}", 400);
  done = simulator_client_change (client, "POST", "/_simulator/key", "{\"apiKey\":\"new\",\"apiSecret\":\"secret\"}");
  g_assert_cmpuint (ask (client, "events", bearer), ==, 401);
  refused = simulator_client_send (client, "POST", "/oauth/token", json_form, former, &status);
  g_assert_cmpuint (status, ==, 401);
  accepted = simulator_client_send (client, "POST", "/oauth/token", json_form, now, &status);
  g_assert_cmpuint (status, ==, 200);

  other = simulator_client_change (client, "POST", "/_simulator/key",
                                   "{\"apiKey\":\"new\",\"apiSecret\":\"secret\",\"orgId\":\"another\"}");
  of_another = simulator_client_send (client, "POST", "/oauth/token", json_form, now, &status);
  g_assert_cmpuint (status, ==, 200);
  node = json_from_string (g_bytes_get_data (of_another, NULL), NULL);
  stranger = g_strconcat ("Bearer ", simulator_get_text (json_node_get_object (node), "access_token"), NULL);
  g_assert_cmpuint (ask (client, "events", stranger), ==, 403);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/token/names-the-organisation", test_token_names_the_organisation);
  g_test_add_func ("/simulator/token/answer", test_token_answer);
  g_test_add_func ("/simulator/token/form-body", test_form_body);
  g_test_add_func ("/simulator/token/wrong-key", test_wrong_key);
  g_test_add_func ("/simulator/token/wrong-grant", test_wrong_grant);
  g_test_add_func ("/simulator/token/no-token", test_no_token);
  g_test_add_func ("/simulator/token/wrong-organisation", test_wrong_organisation);
  g_test_add_func ("/simulator/token/stale-token", test_stale_token);
  g_test_add_func ("/simulator/token/key-is-replaced", test_key_is_replaced);

  return g_test_run ();
}
