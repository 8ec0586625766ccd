/* What a test of a connection finds out, for every verdict
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-test-private.h"

#include "act-api-error.h"
#include "act-simulator.h"
#include "certificates.h"
#include "outcome.h"
#include "sample.h"
#include "scripted-server.h"

#include <string.h>

#define SECRET "canary"

/* Tokens whose claims are {"orgId":"org"}, {"orgId":"other-1"} and {"orgId":"../x"}. */
#define TOKEN_OURS    "{\"access_token\":\"e30.eyJvcmdJZCI6Im9yZyJ9.x\",\"expires_in\":18000}"
#define TOKEN_OTHER   "{\"access_token\":\"e30.eyJvcmdJZCI6Im90aGVyLTEifQ.x\",\"expires_in\":18000}"
#define TOKEN_HOSTILE "{\"access_token\":\"e30.eyJvcmdJZCI6Ii4uL3gifQ.x\",\"expires_in\":18000}"

static ActConnection *
make_connection (const char *url,
                 const char *organisation,
                 const char *key)
{
  g_autoptr (GError) error = NULL;
  ActConnection *connection = act_connection_new (NULL, url, organisation, key, &error);

  g_assert_no_error (error);

  return connection;
}

static ActConnectionReport *
run (ActConnection *connection,
     const char    *secret)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  ActConnectionReport *report = NULL;

  act_connection_test_async (connection, secret, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  report = act_connection_test_finish (outcome.result, &error);
  g_assert_no_error (error);
  if (report->error != NULL)
    g_assert_null (strstr (report->error->message, SECRET));

  return report;
}

static ActConnectionReport *
run_on_script (ScriptedServer *server)
{
  g_autofree char *url = scripted_server_get_url (server);
  g_autoptr (ActConnection) connection = make_connection (url, "org", "key");

  return run (connection, SECRET);
}

static void
check (ScriptedServer      *server,
       ActConnectionVerdict verdict,
       const char          *organisation_id)
{
  g_autoptr (ActConnectionReport) report = run_on_script (server);

  g_assert_cmpint (report->verdict, ==, verdict);
  g_assert_cmpstr (report->organisation_id, ==, organisation_id);
  if (verdict == ACT_CONNECTION_WORKS || verdict == ACT_CONNECTION_OTHER_ORGANISATION)
    g_assert_no_error (report->error);
  else
    g_assert_nonnull (report->error);
}

static void
test_works (void)
{
  g_autoptr (ScriptedServer) server = scripted_server_new (NULL);
  const ScriptRequest *request = NULL;

  scripted_server_answer_token (server, 200, TOKEN_OURS);
  scripted_server_answer (server, 200, "{\"data\":[]}");
  check (server, ACT_CONNECTION_WORKS, "org");

  g_assert_cmpuint (scripted_server_count (server), ==, 1);
  request = scripted_server_get (server, 0);
  g_assert_cmpstr (request->path, ==, "/organizations/org/events");
  g_assert_true (g_str_has_prefix (request->query, "pageSize=1&"));
}

/* Not every token says for whom it is. */
static void
test_works_without_claim (void)
{
  g_autoptr (ScriptedServer) server = scripted_server_new (NULL);

  scripted_server_answer (server, 200, "{}");
  check (server, ACT_CONNECTION_WORKS, NULL);
}

static void
test_key_refused (void)
{
  static const guint statuses[] = { 400, 401, 403 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (ScriptedServer) server = scripted_server_new (NULL);

      scripted_server_answer_token (server, statuses[i], "{\"message\":\"" SECRET " is wrong\"}");
      check (server, ACT_CONNECTION_KEY_REFUSED, NULL);
      g_assert_cmpuint (scripted_server_count_tokens (server), ==, 1);
      g_assert_cmpuint (scripted_server_count (server), ==, 0);
    }
}

/* Nothing is asked of an organisation that is not the one. */
static void
test_other_organisation (void)
{
  g_autoptr (ScriptedServer) server = scripted_server_new (NULL);

  scripted_server_answer_token (server, 200, TOKEN_OTHER);
  check (server, ACT_CONNECTION_OTHER_ORGANISATION, "other-1");
  g_assert_cmpuint (scripted_server_count (server), ==, 0);
}

/* What cannot be an id is neither told nor believed. */
static void
test_hostile_claim (void)
{
  g_autoptr (ScriptedServer) server = scripted_server_new (NULL);

  scripted_server_answer_token (server, 200, TOKEN_HOSTILE);
  scripted_server_answer (server, 200, "{}");
  check (server, ACT_CONNECTION_WORKS, NULL);
}

static void
test_no_permission (void)
{
  static const guint statuses[] = { 401, 403 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (ScriptedServer) server = scripted_server_new (NULL);

      for (guint attempt = 0; attempt < 2; attempt++)
        {
          scripted_server_answer_token (server, 200, TOKEN_OURS);
          scripted_server_answer (server, statuses[i], "{\"message\":\"No\"}");
        }
      check (server, ACT_CONNECTION_NO_PERMISSION, "org");
      g_assert_cmpuint (scripted_server_count (server), ==, 2);
    }
}

/* The token does not say for whom it is, but the organisation knows us: so it is the permission. */
static void
test_no_permission_without_claim (void)
{
  g_autoptr (ScriptedServer) server = scripted_server_new (NULL);

  scripted_server_answer (server, 403, "{}");
  scripted_server_answer (server, 403, "{}");
  scripted_server_answer (server, 200, "{\"organization\":{}}");
  check (server, ACT_CONNECTION_NO_PERMISSION, NULL);
  g_assert_cmpstr (scripted_server_get (server, 2)->path, ==, "/organizations/org/users/me");
}

static void
test_not_confirmed (void)
{
  static const guint statuses[] = { 401, 403, 404, 503 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (ScriptedServer) server = scripted_server_new (NULL);
      g_autoptr (ActConnectionReport) report = NULL;

      scripted_server_answer (server, 403, "{\"message\":\"first\"}");
      scripted_server_answer (server, 403, "{\"message\":\"of the events\"}");
      scripted_server_answer (server, statuses[i], "{}");
      scripted_server_answer (server, statuses[i], "{}");
      report = run_on_script (server);
      g_assert_cmpint (report->verdict, ==, ACT_CONNECTION_NOT_CONFIRMED);
      g_assert_nonnull (strstr (report->error->message, "of the events"));
    }
}

static void
test_no_network (void)
{
  g_autoptr (ActConnection) nowhere = make_connection ("https://host.invalid", "org", "key");
  g_autoptr (ActConnectionReport) report = run (nowhere, SECRET);
  g_autoptr (ScriptedServer) server = scripted_server_new (NULL);

  g_assert_cmpint (report->verdict, ==, ACT_CONNECTION_NO_NETWORK);

  scripted_server_behave (server, SCRIPT_DROP);
  check (server, ACT_CONNECTION_NO_NETWORK, NULL);
  g_assert_cmpuint (scripted_server_count (server), ==, 1);
}

static void
test_sign_in_to_network (void)
{
  g_autoptr (ScriptedServer) first = scripted_server_new (NULL);
  g_autoptr (ScriptedServer) second = scripted_server_new (NULL);
  g_autoptr (ScriptedServer) third = scripted_server_new (NULL);

  scripted_server_answer_token (first, 200, "<html>Welcome to the lobby</html>");
  check (first, ACT_CONNECTION_SIGN_IN_TO_NETWORK, NULL);

  scripted_server_answer_token (second, 511, "");
  check (second, ACT_CONNECTION_SIGN_IN_TO_NETWORK, NULL);

  scripted_server_answer_with (third, 200, "Content-Type: text/html\r\n", "<p>Welcome</p>", -1);
  check (third, ACT_CONNECTION_SIGN_IN_TO_NETWORK, NULL);
}

static void
test_other_api (void)
{
  static const struct
  {
    guint       token_status;
    const char *token;
    guint       status;
    const char *events;
  } samples[] = {
    { 404, "{}", 0, NULL },
    { 405, "{}", 0, NULL },
    { 404, "<html></html>", 0, NULL },
    { 200, "OK", 0, NULL },
    { 200, "{}", 0, NULL },
    { 200, TOKEN_OURS, 404, "{}" },
    { 200, TOKEN_OURS, 200, "OK" },
    { 200, TOKEN_OURS, 200, "{\"data\":7}" },
    { 200, TOKEN_OURS, 501, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ScriptedServer) server = scripted_server_new (NULL);
      g_autoptr (ActConnectionReport) report = NULL;

      tell_sample (samples[i].events != NULL ? samples[i].events : samples[i].token);
      scripted_server_answer_token (server, samples[i].token_status, samples[i].token);
      if (samples[i].events != NULL)
        scripted_server_answer (server, samples[i].status, samples[i].events);
      report = run_on_script (server);
      g_assert_cmpint (report->verdict, ==, ACT_CONNECTION_OTHER_API);
      g_assert_nonnull (report->error);
    }
}

static void
check_trust (Certificates         *certificates,
             CertificatesAuthority authority,
             ActConnectionVerdict  verdict)
{
  g_autoptr (GTlsCertificate) certificate =
      certificates_make (certificates, CERTIFICATES_AUTHORITY, "/CN=Server", CERTIFICATES_LOOPBACK, 2);
  g_autoptr (ScriptedServer) server = scripted_server_new (certificate);
  g_autoptr (ActConnectionSettings) settings = act_connection_settings_new ();
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (ActConnectionReport) report = NULL;
  g_autoptr (GError) error = NULL;

  settings->base_url = scripted_server_get_url (server);
  settings->organisation_id = g_strdup ("org");
  settings->key_id = g_strdup ("key");
  settings->authority = certificates_dup_authority (certificates, authority);
  connection = act_connection_new_from_settings (settings, &error);
  g_assert_no_error (error);

  scripted_server_answer (server, 200, "{}");
  report = run (connection, SECRET);
  g_assert_cmpint (report->verdict, ==, verdict);
}

static void
test_trust (void)
{
  g_autoptr (Certificates) certificates = certificates_new ();

  check_trust (certificates, CERTIFICATES_AUTHORITY, ACT_CONNECTION_WORKS);
  check_trust (certificates, CERTIFICATES_OTHER_AUTHORITY, ACT_CONNECTION_NOT_TRUSTED);
}

/* It is not tried again, however soon the server would like it. */
static void
test_server_fails (void)
{
  static const guint statuses[] = { 429, 500, 503 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (ScriptedServer) first = scripted_server_new (NULL);
      g_autoptr (ScriptedServer) second = scripted_server_new (NULL);

      scripted_server_answer_token (first, statuses[i], "{}");
      check (first, ACT_CONNECTION_SERVER_FAILS, NULL);
      g_assert_cmpuint (scripted_server_count_tokens (first), ==, 1);

      scripted_server_answer_token (second, 200, TOKEN_OURS);
      scripted_server_answer_with (second, statuses[i], "Retry-After: 30\r\n", "", 0);
      check (second, ACT_CONNECTION_SERVER_FAILS, "org");
      g_assert_cmpuint (scripted_server_count (second), ==, 1);
    }
}

static gboolean
server_has_request (gpointer data)
{
  return scripted_server_count (data) > 0;
}

static void
test_cancelled (void)
{
  g_autoptr (ScriptedServer) server = scripted_server_new (NULL);
  g_autofree char *url = scripted_server_get_url (server);
  g_autoptr (ActConnection) connection = make_connection (url, "org", "key");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) outcome = { 0 };

  scripted_server_behave (server, SCRIPT_HANG);
  act_connection_test_async (connection, SECRET, cancellable, outcome_cb, &outcome);
  await (server_has_request, server, NULL);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcome, NULL);
  g_assert_null (act_connection_test_finish (outcome.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A server that answers each call just in time takes too long all the same. */
static void
test_late (void)
{
  g_autoptr (ScriptedServer) server = scripted_server_new (NULL);
  g_autofree char *url = scripted_server_get_url (server);
  g_autoptr (ActConnection) connection = make_connection (url, "org", "key");
  g_autoptr (ActConnectionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) outcome = { 0 };

  scripted_server_behave (server, SCRIPT_DRIP);
  act_connection_test_within_async (connection, SECRET, 100, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  report = act_connection_test_finish (outcome.result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->verdict, ==, ACT_CONNECTION_NO_NETWORK);
  g_assert_error (report->error, ACT_API_ERROR, ACT_API_ERROR_TIMED_OUT);
}

static void
check_simulator (ActSimulator        *simulator,
                 const char          *organisation,
                 const char          *key,
                 const char          *secret,
                 ActConnectionVerdict verdict)
{
  g_autoptr (ActConnection) connection =
      make_connection (act_simulator_get_base_url (simulator), organisation, key);
  g_autoptr (ActConnectionReport) report = run (connection, secret);

  g_assert_cmpint (report->verdict, ==, verdict);
  if (verdict != ACT_CONNECTION_KEY_REFUSED)
    g_assert_cmpstr (report->organisation_id, ==, act_simulator_get_org_id (simulator));
}

static void
test_simulator (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (ActSimulator) simulator = act_simulator_new (options);
  g_autoptr (GError) error = NULL;
  const char *organisation = NULL;
  const char *key = NULL;
  const char *secret = NULL;

  act_simulator_start (simulator, &error);
  g_assert_no_error (error);
  organisation = act_simulator_get_org_id (simulator);
  key = act_simulator_get_api_key (simulator);
  secret = act_simulator_get_api_secret (simulator);
  check_simulator (simulator, organisation, key, secret, ACT_CONNECTION_WORKS);
  check_simulator (simulator, organisation, key, "wrong", ACT_CONNECTION_KEY_REFUSED);
  check_simulator (simulator, organisation, "wrong", secret, ACT_CONNECTION_KEY_REFUSED);
  check_simulator (simulator, "elsewhere", key, secret, ACT_CONNECTION_OTHER_ORGANISATION);
  g_assert_true (act_simulator_set_fault (simulator, "list-403", 1));
  check_simulator (simulator, organisation, key, secret, ACT_CONNECTION_NO_PERMISSION);
  act_simulator_stop (simulator);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection-test/works", test_works);
  g_test_add_func ("/connection-test/works-without-claim", test_works_without_claim);
  g_test_add_func ("/connection-test/key-refused", test_key_refused);
  g_test_add_func ("/connection-test/other-organisation", test_other_organisation);
  g_test_add_func ("/connection-test/hostile-claim", test_hostile_claim);
  g_test_add_func ("/connection-test/no-permission", test_no_permission);
  g_test_add_func ("/connection-test/no-permission-without-claim", test_no_permission_without_claim);
  g_test_add_func ("/connection-test/not-confirmed", test_not_confirmed);
  g_test_add_func ("/connection-test/no-network", test_no_network);
  g_test_add_func ("/connection-test/sign-in-to-network", test_sign_in_to_network);
  g_test_add_func ("/connection-test/other-api", test_other_api);
  g_test_add_func ("/connection-test/trust", test_trust);
  g_test_add_func ("/connection-test/server-fails", test_server_fails);
  g_test_add_func ("/connection-test/cancelled", test_cancelled);
  g_test_add_func ("/connection-test/late", test_late);
  g_test_add_func ("/connection-test/simulator", test_simulator);

  return g_test_run ();
}
