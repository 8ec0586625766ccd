/* One request and its answer, and every way in which that goes wrong
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "transport-fixture.h"

#include "act-api-error.h"

#include <libsoup/soup.h>
#include <string.h>

static void
assert_fails (TransportFixture *fixture,
              int               code,
              gboolean          is_connected)
{
  g_autoptr (GError) error = NULL;
  gboolean was_connected = FALSE;

  g_assert_null (transport_fixture_send (fixture, &was_connected, &error));
  g_assert_error (error, ACT_API_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "GET /events: "));
  g_assert_cmpint (was_connected, ==, is_connected);
}

static void
test_answer (TransportFixture *fixture,
             gconstpointer     data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActResponse) response = NULL;
  const ScriptRequest *request = NULL;

  scripted_server_answer_with (fixture->server, 503,
                               "Content-Type: application/json; charset=utf-8\r\nRetry-After: 7\r\n", "{}", -1);
  response = transport_fixture_send (fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 503);
  g_assert_cmpstr (response->content_type, ==, "application/json");
  g_assert_cmpstr (response->retry_after, ==, "7");
  g_assert_cmpmem (g_bytes_get_data (response->body, NULL), g_bytes_get_size (response->body), "{}", 2);

  request = scripted_server_get (fixture->server, 0);
  g_assert_cmpstr (request->method, ==, "GET");
  g_assert_cmpstr (request->path, ==, "/events");
  g_assert_cmpstr (request->query, ==, "a=b%20c");
  g_assert_cmpstr (script_request_get_header (request, "authorization"), ==, CANARY);
  g_assert_cmpstr (script_request_get_header (request, "accept"), ==, "application/json");
  g_assert_true (g_str_has_prefix (script_request_get_header (request, "user-agent"), "Actioned/"));
}

/* Servers refuse a PUT that does not say how long it is. */
static void
test_put (TransportFixture *fixture,
          gconstpointer     data)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (ActResponse) response = NULL;

  scripted_server_answer_with (fixture->server, 204, "", "", 0);
  transport_fixture_start (fixture, "PUT", NULL, &outcome);
  response = transport_fixture_finish (fixture, &outcome, NULL, NULL);
  g_assert_cmpuint (response->status, ==, 204);
  g_assert_cmpuint (g_bytes_get_size (response->body), ==, 0);
  g_assert_cmpstr (script_request_get_header (scripted_server_get (fixture->server, 0), "content-length"), ==, "0");
}

/* A challenge is an answer like any other: nobody looks for credentials, nothing is sent again. */
static void
test_challenge (TransportFixture *fixture,
                gconstpointer     data)
{
  g_autoptr (ActResponse) response = NULL;

  scripted_server_answer_with (fixture->server, 401, "WWW-Authenticate: Basic realm=\"x\"\r\n", "", 0);
  response = transport_fixture_send (fixture, NULL, NULL);
  g_assert_cmpuint (response->status, ==, 401);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 1);
}

static void
test_refused (TransportFixture *fixture,
              gconstpointer     data)
{
  g_autofree char *url = scripted_server_get_url (fixture->server);

  fixture->transport = act_transport_new (url, &fixture->limits);
  scripted_server_free (fixture->server);
  assert_fails (fixture, ACT_API_ERROR_OFFLINE, FALSE);
  fixture->server = scripted_server_new (NULL);
}

static void
test_no_such_host (TransportFixture *fixture,
                   gconstpointer     data)
{
  fixture->transport = act_transport_new ("https://host.invalid", &fixture->limits);
  assert_fails (fixture, ACT_API_ERROR_OFFLINE, FALSE);
}

static void
test_dropped (TransportFixture *fixture,
              gconstpointer     data)
{
  scripted_server_behave (fixture->server, SCRIPT_DROP);
  assert_fails (fixture, ACT_API_ERROR_OFFLINE, TRUE);
}

static void
test_cut (TransportFixture *fixture,
          gconstpointer     data)
{
  scripted_server_behave (fixture->server, SCRIPT_CUT);
  assert_fails (fixture, ACT_API_ERROR_BAD_RESPONSE, TRUE);
}

/* Somebody listens, but never greets: this is what a connection that cannot be made looks like once
 * TLS is spoken. */
static void
test_connect_time (TransportFixture *fixture,
                   gconstpointer     data)
{
  g_autofree char *url = scripted_server_get_url (fixture->server);
  g_autofree char *secure = g_strconcat ("https", url + strlen ("http"), NULL);

  fixture->limits.connect_time = 20;
  fixture->transport = act_transport_new (secure, &fixture->limits);
  assert_fails (fixture, ACT_API_ERROR_TIMED_OUT, FALSE);
}

static void
test_silence (TransportFixture *fixture,
              gconstpointer     data)
{
  fixture->limits.silence = 20;
  scripted_server_behave (fixture->server, SCRIPT_HANG);
  assert_fails (fixture, ACT_API_ERROR_TIMED_OUT, TRUE);
}

static void
test_silence_in_body (TransportFixture *fixture,
                      gconstpointer     data)
{
  fixture->limits.silence = 20;
  scripted_server_behave (fixture->server, SCRIPT_STALL);
  assert_fails (fixture, ACT_API_ERROR_TIMED_OUT, TRUE);
}

static void
test_whole_time (TransportFixture *fixture,
                 gconstpointer     data)
{
  fixture->limits.whole_time = 200;
  scripted_server_behave (fixture->server, SCRIPT_DRIP);
  assert_fails (fixture, ACT_API_ERROR_TIMED_OUT, TRUE);
}

static void
test_flood (TransportFixture *fixture,
            gconstpointer     data)
{
  scripted_server_behave (fixture->server, SCRIPT_FLOOD);
  assert_fails (fixture, ACT_API_ERROR_TOO_LARGE, TRUE);
}

/* What pipes between here and there hold, at the very most. */
#define IN_PIPES (16 * 1024 * 1024)

/* With the limits that people have. Of a gibibyte no more is taken than is allowed, whether it says how
 * large it is, and then not even that, */
static void
test_gibibyte (TransportFixture *fixture,
               gconstpointer     data)
{
  g_autofree char *url = scripted_server_get_url (fixture->server);

  fixture->transport = act_transport_new (url, NULL);
  scripted_server_behave (fixture->server, SCRIPT_LARGE);
  assert_fails (fixture, ACT_API_ERROR_TOO_LARGE, TRUE);
  g_assert_cmpuint (scripted_server_get_written (fixture->server), <, IN_PIPES);
}

/* or not. */
static void
test_endless (TransportFixture *fixture,
              gconstpointer     data)
{
  g_autofree char *url = scripted_server_get_url (fixture->server);

  fixture->transport = act_transport_new (url, NULL);
  scripted_server_behave (fixture->server, SCRIPT_FLOOD);
  assert_fails (fixture, ACT_API_ERROR_TOO_LARGE, TRUE);
  g_assert_cmpuint (scripted_server_get_written (fixture->server), >=, 32 * 1024 * 1024);
  g_assert_cmpuint (scripted_server_get_written (fixture->server), <, 32 * 1024 * 1024 + IN_PIPES);
}

static void
test_size (TransportFixture *fixture,
           gconstpointer     data)
{
  g_autofree char *most = g_strnfill (fixture->limits.body_size, ' ');
  g_autofree char *more = g_strnfill (fixture->limits.body_size + 1, ' ');
  g_autoptr (ActResponse) response = NULL;

  scripted_server_answer (fixture->server, 200, most);
  response = transport_fixture_send (fixture, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (response->body), ==, fixture->limits.body_size);

  scripted_server_answer (fixture->server, 200, more);
  assert_fails (fixture, ACT_API_ERROR_TOO_LARGE, TRUE);
}

static ActResponse *
send_with (TransportFixture *fixture,
           guint             patience,
           gsize             body_size,
           GError          **error)
{
  g_autoptr (ActRequest) request = act_request_new ("GET", "/long");
  g_auto (Outcome) outcome = { 0 };

  request->patience = patience;
  request->body_size = body_size;
  act_transport_send_async (transport_fixture_get_transport (fixture), request, NULL, NULL,
                            outcome_cb, &outcome);

  return transport_fixture_finish (fixture, &outcome, NULL, error);
}

/* A request may have limits of its own: more of everything, */
static void
test_own_limits (TransportFixture *fixture,
                 gconstpointer     data)
{
  g_autofree char *more = g_strnfill (fixture->limits.body_size + 1, ' ');
  g_autoptr (ActResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  fixture->limits.whole_time = 1;
  fixture->limits.silence = 1;
  scripted_server_answer (fixture->server, 200, more);
  response = send_with (fixture, LONG, fixture->limits.body_size + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (response->body), ==, fixture->limits.body_size + 1);
}

/* or less. */
static void
test_own_narrow_limits (TransportFixture *fixture,
                        gconstpointer     data)
{
  g_autoptr (GError) late = NULL;
  g_autoptr (GError) large = NULL;

  scripted_server_behave (fixture->server, SCRIPT_DRIP);
  g_assert_null (send_with (fixture, 200, 0, &late));
  g_assert_error (late, ACT_API_ERROR, ACT_API_ERROR_TIMED_OUT);

  scripted_server_answer (fixture->server, 200, "four");
  g_assert_null (send_with (fixture, 0, 3, &large));
  g_assert_error (large, ACT_API_ERROR, ACT_API_ERROR_TOO_LARGE);
}

/* Dots climb out of where they stand, with escapes or without. */
static void
test_steps (TransportFixture *fixture,
            gconstpointer     data)
{
  static const char *const paths[] = { "/a/..", "/a/../b", "/./a", "/a/%2e%2E/b", "/a/.%2E", "/%2e" };
  static const char *const harmless[] = { "/a/...", "/..a", "/%252E%252E", "/a?b=/../c" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (ActRequest) request = act_request_new ("DELETE", paths[i]);
      g_autoptr (GError) error = NULL;
      g_auto (Outcome) outcome = { 0 };

      act_transport_send_async (transport_fixture_get_transport (fixture), request, NULL, NULL,
                                outcome_cb, &outcome);
      g_assert_null (transport_fixture_finish (fixture, &outcome, NULL, &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_REQUEST);
    }
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      g_autoptr (ActRequest) request = act_request_new ("DELETE", harmless[i]);
      g_autoptr (ActResponse) response = NULL;
      g_auto (Outcome) outcome = { 0 };

      scripted_server_answer (fixture->server, 200, "");
      act_transport_send_async (transport_fixture_get_transport (fixture), request, NULL, NULL,
                                outcome_cb, &outcome);
      response = transport_fixture_finish (fixture, &outcome, NULL, NULL);
      g_assert_nonnull (response);
    }
}

static GBytes *
compress (const char *text,
          gsize       size)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (text, (gssize) size, NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, converter);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (memory, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
answer_packed (TransportFixture *fixture,
               GBytes           *packed)
{
  scripted_server_answer_with (fixture->server, 200, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
                               g_bytes_get_data (packed, NULL), (gssize) g_bytes_get_size (packed));
}

static void
test_gzip (TransportFixture *fixture,
           gconstpointer     data)
{
  g_autoptr (GBytes) packed = compress ("{\"a\":1}", 7);
  g_autoptr (ActResponse) response = NULL;

  answer_packed (fixture, packed);
  response = transport_fixture_send (fixture, NULL, NULL);
  g_assert_cmpmem (g_bytes_get_data (response->body, NULL), g_bytes_get_size (response->body), "{\"a\":1}", 7);
}

/* Small on the wire. What counts is what comes out. */
static void
test_gzip_bomb (TransportFixture *fixture,
                gconstpointer     data)
{
  gsize            size = 20 * 1000 * 1000;
  g_autofree char *text = g_strnfill (size, ' ');
  g_autoptr (GBytes) packed = compress (text, size);

  g_assert_cmpuint (g_bytes_get_size (packed), <, fixture->limits.body_size);
  answer_packed (fixture, packed);
  assert_fails (fixture, ACT_API_ERROR_TOO_LARGE, TRUE);
}

/* The status of an error is worth more than the rest of its body. */
static void
test_large_error (TransportFixture *fixture,
                  gconstpointer     data)
{
  g_autofree char *body = g_strnfill (1000 * 1000, ' ');
  g_autoptr (ActResponse) response = NULL;

  scripted_server_answer (fixture->server, 500, body);
  response = transport_fixture_send (fixture, NULL, NULL);
  g_assert_cmpuint (response->status, ==, 500);
  g_assert_cmpuint (g_bytes_get_size (response->body), <=, 64 * 1024);
}

/* After the computer slept nothing comes any more on the connections that there were, and the next
 * call has one of its own. */
static void
test_after_sleep (TransportFixture *fixture,
                  gconstpointer     data)
{
  g_auto (Outcome) dropped = { 0 };
  g_auto (Outcome) next = { 0 };
  g_autoptr (ActResponse) none = NULL;
  g_autoptr (ActResponse) response = NULL;
  g_autoptr (GError) error = NULL;
  gboolean was_connected = FALSE;

  scripted_server_behave (fixture->server, SCRIPT_HANG);
  scripted_server_answer (fixture->server, 200, "{}");
  transport_fixture_start (fixture, "GET", NULL, &dropped);
  await (transport_fixture_server_has_request, fixture, NULL);
  act_transport_drop_calls (fixture->transport);
  none = transport_fixture_finish (fixture, &dropped, &was_connected, &error);
  g_assert_null (none);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TIMED_OUT);
  g_assert_true (was_connected);
  g_clear_error (&error);

  transport_fixture_start (fixture, "GET", NULL, &next);
  response = transport_fixture_finish (fixture, &next, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 200);
}

/* More at once than there are connections; nobody's time runs out for waiting in the queue. */
static void
test_many (TransportFixture *fixture,
           gconstpointer     data)
{
  Outcome outcomes[30] = { { 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    scripted_server_answer (fixture->server, 200, "{}");
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    transport_fixture_start (fixture, "GET", NULL, &outcomes[i]);

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ActResponse) response =
          transport_fixture_finish (fixture, &outcomes[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (response->status, ==, 200);
      outcome_clear (&outcomes[i]);
    }
}

static void
note_port_cb (SoupServer        *server,
              SoupServerMessage *message,
              const char        *path,
              GHashTable        *query,
              gpointer           user_data)
{
  GInetSocketAddress *address = G_INET_SOCKET_ADDRESS (soup_server_message_get_remote_address (message));

  g_ptr_array_add (user_data, GUINT_TO_POINTER (g_inet_socket_address_get_port (address)));
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, "{}", 2);
}

/* Connections are kept, but not for what changes something: libsoup sends it twice when a kept one
 * turns out to be closed. */
static void
test_own_connection (TransportFixture *fixture,
                     gconstpointer     data)
{
  g_autoptr (SoupServer) server = g_object_new (SOUP_TYPE_SERVER, NULL);
  g_autoptr (GPtrArray) ports = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *url = NULL;
  GSList          *uris = NULL;

  soup_server_add_handler (server, NULL, note_port_cb, ports, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  url = g_uri_to_string (uris->data);
  url[strlen (url) - 1] = '\0';
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  fixture->transport = act_transport_new (url, &fixture->limits);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ActRequest) request = act_request_new (i < 2 ? "GET" : "PUT", "/events");
      g_auto (Outcome) outcome = { 0 };
      g_autoptr (ActResponse) response = NULL;

      g_assert_true (request->idempotent);
      act_transport_send_async (fixture->transport, request, CANARY, NULL, outcome_cb, &outcome);
      response = transport_fixture_finish (fixture, &outcome, NULL, NULL);
      g_assert_nonnull (response);
    }

  g_assert_true (g_ptr_array_index (ports, 0) == g_ptr_array_index (ports, 1));
  g_assert_true (g_ptr_array_index (ports, 1) != g_ptr_array_index (ports, 2));
}

#define ADD(name, function)                                                                   \
  g_test_add ("/transport/" name, TransportFixture, NULL, transport_fixture_set_up, function, \
              transport_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("answer", test_answer);
  ADD ("put", test_put);
  ADD ("challenge", test_challenge);
  ADD ("refused", test_refused);
  ADD ("no-such-host", test_no_such_host);
  ADD ("dropped", test_dropped);
  ADD ("cut", test_cut);
  ADD ("connect-time", test_connect_time);
  ADD ("after-sleep", test_after_sleep);
  ADD ("silence", test_silence);
  ADD ("silence-in-body", test_silence_in_body);
  ADD ("whole-time", test_whole_time);
  ADD ("own-limits", test_own_limits);
  ADD ("own-narrow-limits", test_own_narrow_limits);
  ADD ("steps", test_steps);
  ADD ("flood", test_flood);
  ADD ("gibibyte", test_gibibyte);
  ADD ("endless", test_endless);
  ADD ("size", test_size);
  ADD ("gzip", test_gzip);
  ADD ("gzip-bomb", test_gzip_bomb);
  ADD ("large-error", test_large_error);
  ADD ("many", test_many);
  ADD ("own-connection", test_own_connection);

  return g_test_run ();
}
