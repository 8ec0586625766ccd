/* Where a server sends us, and whether we go: the token stays with its origin
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "transport-fixture.h"

#include "act-api-error.h"
#include "act-network-log.h"
#include "act-redirect.h"
#include "certificates.h"
#include "client-fixture.h"
#include "sample.h"

#include <string.h>

static const guint statuses[] = { 301, 302, 303, 307, 308 };

static void
redirect (ScriptedServer *server,
          guint           status,
          const char     *location)
{
  g_autofree char *header = g_strdup_printf ("Location: %s\r\n", location);

  scripted_server_answer_with (server, status, header, "", 0);
}

static ActResponse *
send_by (TransportFixture *fixture,
         const char       *method,
         GError          **error)
{
  g_auto (Outcome) outcome = { 0 };

  transport_fixture_start (fixture, method, NULL, &outcome);

  return transport_fixture_finish (fixture, &outcome, NULL, error);
}

static void
assert_stays (TransportFixture *fixture,
              const char       *named)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (send_by (fixture, "GET", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_REDIRECTED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, named));
}

static void
test_same_origin (TransportFixture *fixture,
                  gconstpointer     data)
{
  g_autofree char *url = scripted_server_get_url (fixture->server);
  g_autofree char *absolute = g_strconcat (url, "/absolute?c=d", NULL);
  const char      *locations[] = { "/events/", "other", absolute, "?only=query" };
  const char      *targets[] = { "/events/", "/other", "/absolute", "/events" };

  for (gsize i = 0; i < G_N_ELEMENTS (locations); i++)
    {
      g_autoptr (ActResponse) response = NULL;
      g_autoptr (GError) error = NULL;
      const ScriptRequest *request = NULL;

      tell_sample (locations[i]);
      redirect (fixture->server, statuses[i], locations[i]);
      scripted_server_answer (fixture->server, 200, "{}");
      response = send_by (fixture, "GET", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (response->status, ==, 200);

      request = scripted_server_get (fixture->server, scripted_server_count (fixture->server) - 1);
      g_assert_cmpstr (request->path, ==, targets[i]);
      g_assert_cmpstr (script_request_get_header (request, "authorization"), ==, CANARY);
    }
}

/* Another port is another origin. Not even a request without the token gets there. */
static void
test_other_origin (TransportFixture *fixture,
                   gconstpointer     data)
{
  g_autoptr (ScriptedServer) other = scripted_server_new (NULL);
  g_autofree char *url = scripted_server_get_url (other);
  g_autofree char *location = g_strconcat (url, "/events?token=canary", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      redirect (fixture->server, statuses[i], location);
      assert_stays (fixture, url);
    }

  g_assert_cmpuint (scripted_server_count (fixture->server), ==, G_N_ELEMENTS (statuses));
  g_assert_cmpuint (scripted_server_count (other), ==, 0);
}

static void
test_odd_places (TransportFixture *fixture,
                 gconstpointer     data)
{
  g_autofree char *url = scripted_server_get_url (fixture->server);
  g_autofree char *port = g_strdup (strrchr (url, ':'));
  g_autofree char *with_user = g_strdup_printf ("http://127.0.0.1%s@evil.invalid/", port);
  g_autofree char *as_user = g_strdup_printf ("http://evil@127.0.0.1%s/", port);
  g_autofree char *other_name = g_strdup_printf ("http://localhost%s/", port);
  g_autofree char *secure = g_strdup_printf ("https://127.0.0.1%s/", port);
  const char      *samples[][2] = {
         { with_user, "http://evil.invalid" },
         { as_user, "http://127.0.0.1" },
         { other_name, "http://localhost" },
         { secure, "https://127.0.0.1" },
         { "//evil.invalid/events", "http://evil.invalid" },
         { "file:///etc/passwd", "file://" },
         { "data:application/json,{}", "data://" },
         { "http://", "http://" },
         { "http://[::1/", "cannot be read" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      tell_sample (samples[i][0]);
      redirect (fixture->server, 302, samples[i][0]);
      assert_stays (fixture, samples[i][1]);
    }
}

static void
test_downgrade (TransportFixture *fixture,
                gconstpointer     data)
{
  g_autoptr (Certificates) certificates = certificates_new ();
  g_autofree char *authority = certificates_dup_authority (certificates, CERTIFICATES_AUTHORITY);
  g_autoptr (GTlsCertificate) certificate =
      certificates_make (certificates, CERTIFICATES_AUTHORITY, "/CN=Server", CERTIFICATES_LOOPBACK, 2);
  g_autoptr (ScriptedServer) plain = scripted_server_new (NULL);
  g_autofree char *location = scripted_server_get_url (plain);

  scripted_server_free (fixture->server);
  fixture->server = scripted_server_new (certificate);
  act_transport_trust (transport_fixture_get_transport (fixture), authority);
  redirect (fixture->server, 301, location);
  assert_stays (fixture, location);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 1);
  g_assert_cmpuint (scripted_server_count (plain), ==, 0);
}

static void
test_loop (TransportFixture *fixture,
           gconstpointer     data)
{
  for (guint i = 0; i < ACT_REDIRECT_MAX + 5; i++)
    redirect (fixture->server, 302, "/events");
  assert_stays (fixture, "place to place");
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, ACT_REDIRECT_MAX + 1);
}

static void
test_longest (TransportFixture *fixture,
              gconstpointer     data)
{
  g_autoptr (ActNetworkLog) log = act_network_log_new ();
  g_autoptr (ActResponse) response = NULL;

  act_transport_set_network_log (transport_fixture_get_transport (fixture), log);
  for (guint i = 0; i < ACT_REDIRECT_MAX; i++)
    redirect (fixture->server, 302, "/events/../else?canary=canary");
  scripted_server_answer (fixture->server, 200, "{}");
  response = send_by (fixture, "GET", NULL);
  g_assert_cmpuint (response->status, ==, 200);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (log)), ==, ACT_REDIRECT_MAX + 1);
}

/* What changes something is not sent to another place, not even on the same server. */
static void
test_changes (TransportFixture *fixture,
              gconstpointer     data)
{
  static const char *const methods[] = { "PUT", "POST", "PATCH", "DELETE" };

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (ActResponse) response = NULL;

      redirect (fixture->server, statuses[i], "/elsewhere");
      response = send_by (fixture, methods[i], NULL);
      g_assert_cmpuint (response->status, ==, statuses[i]);
      g_assert_cmpstr (response->location, ==, "/elsewhere");
    }

  g_assert_cmpuint (scripted_server_count (fixture->server), ==, G_N_ELEMENTS (methods));
}

static void
check_client_error (ClientFixture *fixture,
                    guint          index,
                    const char    *named)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  if (index == 0)
    act_client_sign_in_async (fixture->client, NULL, outcome_cb, &outcome);
  else
    act_client_mark_actioned_async (fixture->client, "event", NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);
  if (index == 0)
    g_assert_false (act_client_sign_in_finish (fixture->client, outcome.result, &error));
  else
    g_assert_false (act_client_mark_actioned_finish (fixture->client, outcome.result, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_REDIRECTED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, named));
}

/* Neither the key with its secret nor the token goes on, and a person is told where they should have. */
static void
test_client (ClientFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (ScriptedServer) other = scripted_server_new (NULL);
  g_autofree char *url = scripted_server_get_url (other);
  g_autofree char *header = g_strdup_printf ("Location: %s/oauth/token\r\n", url);

  scripted_server_answer_token_with (fixture->server, 307, header, "");
  check_client_error (fixture, 0, url);
  redirect (fixture->server, 307, url);
  check_client_error (fixture, 1, url);
  redirect (fixture->server, 308, "/elsewhere");
  check_client_error (fixture, 1, "another place on itself");

  g_assert_cmpuint (scripted_server_count (other), ==, 0);
  g_assert_cmpuint (scripted_server_count_tokens (other), ==, 0);
}

#define ADD(name, function)                                                                             \
  g_test_add ("/transport-redirects/" name, TransportFixture, NULL, transport_fixture_set_up, function, \
              transport_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("same-origin", test_same_origin);
  ADD ("other-origin", test_other_origin);
  ADD ("odd-places", test_odd_places);
  ADD ("downgrade", test_downgrade);
  ADD ("loop", test_loop);
  ADD ("longest", test_longest);
  ADD ("changes", test_changes);
  CLIENT_FIXTURE_ADD ("/transport-redirects/client", test_client);

  return g_test_run ();
}
