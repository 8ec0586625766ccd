/* The proxy that the desktop names is used, and is told nothing that it need not know
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desktop's settings come through GIO's proxy resolver. The one here takes the place of the
 * desktop's, and names a proxy for everything.
 */

#include "transport-fixture.h"

#include "act-api-error.h"
#include "certificates.h"

#include <string.h>

static char *proxy_url;

#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GObject)

struct _TestResolver
{
  GObject parent_instance;
};

static void test_resolver_proxy_resolver_init (GProxyResolverInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestResolver, test_resolver, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, test_resolver_proxy_resolver_init))

static char **
make_answer (void)
{
  char **answer = g_new0 (char *, 2);

  answer[0] = g_strdup (proxy_url != NULL ? proxy_url : "direct://");

  return answer;
}

static char **
test_resolver_lookup (GProxyResolver *resolver,
                      const char     *uri,
                      GCancellable   *cancellable,
                      GError        **error)
{
  return make_answer ();
}

static void
test_resolver_lookup_async (GProxyResolver     *resolver,
                            const char         *uri,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  g_task_set_source_tag (task, test_resolver_lookup_async);
  g_task_return_pointer (task, make_answer (), (GDestroyNotify) g_strfreev);
}

static char **
test_resolver_lookup_finish (GProxyResolver *resolver,
                             GAsyncResult   *result,
                             GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
test_resolver_is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static void
test_resolver_proxy_resolver_init (GProxyResolverInterface *iface)
{
  iface->is_supported = test_resolver_is_supported;
  iface->lookup = test_resolver_lookup;
  iface->lookup_async = test_resolver_lookup_async;
  iface->lookup_finish = test_resolver_lookup_finish;
}

static void
test_resolver_class_init (TestResolverClass *klass)
{
}

static void
test_resolver_init (TestResolver *self)
{
}

typedef struct
{
  TransportFixture transport;
  ScriptedServer  *proxy;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  transport_fixture_set_up (&fixture->transport, data);
  fixture->proxy = scripted_server_new (NULL);
  proxy_url = scripted_server_get_url (fixture->proxy);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  transport_fixture_tear_down (&fixture->transport, data);
  scripted_server_free (fixture->proxy);
  g_clear_pointer (&proxy_url, g_free);
}

/* Without TLS a proxy would see all. What goes to this computer itself does not leave it. */
static void
test_plain (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (ActResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  scripted_server_answer (fixture->transport.server, 200, "{}");
  response = transport_fixture_send (&fixture->transport, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 200);
  g_assert_cmpuint (scripted_server_count (fixture->transport.server), ==, 1);
  g_assert_cmpuint (scripted_server_count (fixture->proxy), ==, 0);
}

/* The proxy hears where to, and the rest is between us and the server, whose certificate is checked. */
static void
test_tunnel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (Certificates) certificates = certificates_new ();
  g_autofree char *authority = certificates_dup_authority (certificates, CERTIFICATES_AUTHORITY);
  g_autoptr (GTlsCertificate) certificate =
      certificates_make (certificates, CERTIFICATES_AUTHORITY, "/CN=Server", "DNS:api.invalid", 2);
  g_autoptr (ActResponse) response = NULL;
  g_autoptr (GError) error = NULL;
  const ScriptRequest *request = NULL;

  scripted_server_tunnel_to (fixture->proxy, certificate);
  scripted_server_answer (fixture->proxy, 200, "");
  scripted_server_answer (fixture->proxy, 200, "{}");
  fixture->transport.transport = act_transport_new ("https://api.invalid", &fixture->transport.limits);
  act_transport_trust (fixture->transport.transport, authority);
  response = transport_fixture_send (&fixture->transport, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 200);

  g_assert_cmpuint (scripted_server_count (fixture->proxy), ==, 2);
  request = scripted_server_get (fixture->proxy, 0);
  g_assert_cmpstr (request->method, ==, "CONNECT");
  g_assert_cmpstr (request->path, ==, "api.invalid:443");
  g_assert_null (script_request_get_header (request, "authorization"));
  request = scripted_server_get (fixture->proxy, 1);
  g_assert_cmpstr (request->path, ==, "/events");
  g_assert_cmpstr (script_request_get_header (request, "authorization"), ==, CANARY);
}

/* A proxy that looks into connections is told like any other server that is not the one. */
static void
test_inspecting (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (Certificates) certificates = certificates_new ();
  g_autoptr (GTlsCertificate) certificate =
      certificates_make (certificates, CERTIFICATES_OTHER_AUTHORITY, "/CN=Proxy", "DNS:api.invalid", 2);
  g_autoptr (GError) error = NULL;

  scripted_server_tunnel_to (fixture->proxy, certificate);
  scripted_server_answer (fixture->proxy, 200, "");
  fixture->transport.transport = act_transport_new ("https://api.invalid", &fixture->transport.limits);
  g_assert_null (transport_fixture_send (&fixture->transport, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TLS);
  g_assert_nonnull (strstr (error->message, "\nIssuer: O=Example,CN=Other Authority\n"));
  g_assert_cmpuint (scripted_server_count (fixture->proxy), ==, 1);
}

/* What a proxy says instead of making a tunnel is not what the server says: no refusal of a key, no place
 * to go to, nothing that is gone. */
static void
test_refusing (Fixture      *fixture,
               gconstpointer data)
{
  static const guint statuses[] = { 302, 307, 400, 401, 403, 404, 407, 500, 502 };

  fixture->transport.transport = act_transport_new ("https://api.invalid", &fixture->transport.limits);
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ActResponse) response = NULL;
      gboolean was_connected = TRUE;

      scripted_server_answer_with (fixture->proxy, statuses[i], "Location: https://api.invalid/canary\r\n",
                                   "{\"message\":\"canary\"}", -1);
      response = transport_fixture_send (&fixture->transport, &was_connected, &error);
      g_assert_null (response);
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
      g_assert_false (was_connected);
      g_assert_cmpuint (scripted_server_count (fixture->proxy), ==, i + 1);
    }
}

/* Whoever set up a proxy does not want anything to go past it. */
static void
test_no_proxy (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (Certificates) certificates = certificates_new ();
  g_autofree char *authority = certificates_dup_authority (certificates, CERTIFICATES_AUTHORITY);
  g_autoptr (GTlsCertificate) certificate =
      certificates_make (certificates, CERTIFICATES_AUTHORITY, "/CN=Server", CERTIFICATES_LOOPBACK, 2);
  g_autoptr (GError) error = NULL;

  scripted_server_free (fixture->transport.server);
  fixture->transport.server = scripted_server_new (certificate);
  act_transport_trust (transport_fixture_get_transport (&fixture->transport), authority);
  scripted_server_free (fixture->proxy);
  g_assert_null (transport_fixture_send (&fixture->transport, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
  g_assert_cmpuint (scripted_server_count (fixture->transport.server), ==, 0);
  fixture->proxy = scripted_server_new (NULL);
}

#define ADD(name, function) \
  g_test_add ("/transport-proxy/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_setenv ("GIO_USE_PROXY_RESOLVER", "actioned-test", TRUE);
  g_io_extension_point_register (G_PROXY_RESOLVER_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_PROXY_RESOLVER_EXTENSION_POINT_NAME, TEST_TYPE_RESOLVER,
                                  "actioned-test", 1000);

  ADD ("plain", test_plain);
  ADD ("tunnel", test_tunnel);
  ADD ("inspecting", test_inspecting);
  ADD ("refusing", test_refusing);
  ADD ("no-proxy", test_no_proxy);

  return g_test_run ();
}
