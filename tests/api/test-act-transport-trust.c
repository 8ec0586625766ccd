/* Which servers are trusted, and what is said of those that are not
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "transport-fixture.h"

#include "act-api-error.h"
#include "act-client.h"
#include "act-connection-settings.h"
#include "certificates.h"

#include <string.h>

typedef struct
{
  TransportFixture transport;
  Certificates    *certificates;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  transport_fixture_set_up (&fixture->transport, data);
  fixture->certificates = certificates_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  transport_fixture_tear_down (&fixture->transport, data);
  certificates_free (fixture->certificates);
}

/* Takes the certificate. */
static void
serve (Fixture         *fixture,
       GTlsCertificate *certificate)
{
  scripted_server_free (fixture->transport.server);
  fixture->transport.server = scripted_server_new (certificate);
  scripted_server_answer (fixture->transport.server, 200, "{}");
  g_object_unref (certificate);
}

static void
trust (Fixture              *fixture,
       CertificatesAuthority authority)
{
  g_autofree char *text = certificates_dup_authority (fixture->certificates, authority);

  act_transport_trust (transport_fixture_get_transport (&fixture->transport), text);
}

static GTlsCertificate *
make (Fixture    *fixture,
      const char *host,
      int         days)
{
  return certificates_make (fixture->certificates, CERTIFICATES_AUTHORITY, "/O=Example/CN=Example Server",
                            host, days);
}

/* There is no way on: nothing is sent, the token least of all. */
static char *
get_refusal (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean was_connected = TRUE;

  g_assert_null (transport_fixture_send (&fixture->transport, &was_connected, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TLS);
  g_assert_false (was_connected);
  g_assert_cmpuint (scripted_server_count (fixture->transport.server), ==, 0);
  g_test_message ("%s", error->message);

  return g_strdup (error->message);
}

static void
test_private_authority (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (ActResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  serve (fixture, make (fixture, CERTIFICATES_LOOPBACK, 2));
  trust (fixture, CERTIFICATES_AUTHORITY);
  response = transport_fixture_send (&fixture->transport, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 200);
}

/* A file may hold more than one. */
static void
test_two_authorities (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *one = certificates_dup_authority (fixture->certificates, CERTIFICATES_OTHER_AUTHORITY);
  g_autofree char *two = certificates_dup_authority (fixture->certificates, CERTIFICATES_AUTHORITY);
  g_autofree char *both = g_strconcat (one, two, NULL);
  g_autoptr (ActResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  serve (fixture, make (fixture, CERTIFICATES_LOOPBACK, 2));
  act_transport_trust (transport_fixture_get_transport (&fixture->transport), both);
  response = transport_fixture_send (&fixture->transport, NULL, &error);
  g_assert_no_error (error);
}

/* What was trusted is not any more, whatever connections there are, */
static void
test_edited (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (ActResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  serve (fixture, make (fixture, CERTIFICATES_LOOPBACK, 2));
  trust (fixture, CERTIFICATES_OTHER_AUTHORITY);
  g_free (get_refusal (fixture));
  act_transport_trust (fixture->transport.transport, NULL);
  g_free (get_refusal (fixture));
  trust (fixture, CERTIFICATES_AUTHORITY);
  response = transport_fixture_send (&fixture->transport, NULL, &error);
  g_assert_no_error (error);

  act_transport_trust (fixture->transport.transport, NULL);
  g_assert_null (transport_fixture_send (&fixture->transport, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TLS);
  g_assert_cmpuint (scripted_server_count (fixture->transport.server), ==, 1);
}

/* but what is on its way comes home. */
static void
test_edited_meanwhile (Fixture      *fixture,
                       gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  scripted_server_behave (fixture->transport.server, SCRIPT_FLOOD);
  transport_fixture_start (&fixture->transport, "GET", NULL, &outcome);
  await (transport_fixture_server_has_request, &fixture->transport, NULL);
  act_transport_trust (fixture->transport.transport, NULL);
  g_assert_null (transport_fixture_finish (&fixture->transport, &outcome, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOO_LARGE);
}

static ActConnection *
make_connection (Fixture              *fixture,
                 CertificatesAuthority authority)
{
  g_autoptr (ActConnectionSettings) settings = act_connection_settings_new ();
  g_autoptr (GError) error = NULL;
  ActConnection *connection = NULL;

  settings->base_url = scripted_server_get_url (fixture->transport.server);
  settings->organisation_id = g_strdup ("org");
  settings->key_id = g_strdup ("key");
  settings->authority = certificates_dup_authority (fixture->certificates, authority);
  connection = act_connection_new_from_settings (settings, &error);
  g_assert_no_error (error);

  return connection;
}

static gboolean
list_events (ActClient *client,
             GError   **error)
{
  ActEventsRequest request = { .page_size = 1 };
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (ActEventPage) page = NULL;

  act_client_list_events_async (client, &request, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  page = act_client_list_events_finish (client, outcome.result, error);

  return page != NULL;
}

/* It belongs to the connection, so it changes with that. */
static void
test_client (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (ActConnection) good = NULL;
  g_autoptr (ActConnection) other = NULL;
  g_autoptr (ActClient) client = NULL;
  g_autoptr (GError) error = NULL;

  serve (fixture, make (fixture, CERTIFICATES_LOOPBACK, 2));
  scripted_server_answer (fixture->transport.server, 200, "{}");
  good = make_connection (fixture, CERTIFICATES_AUTHORITY);
  other = make_connection (fixture, CERTIFICATES_OTHER_AUTHORITY);
  client = act_client_new (good, "secret");
  g_assert_true (list_events (client, &error));
  g_assert_no_error (error);

  act_client_set_connection (client, other);
  g_assert_false (list_events (client, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TLS);
  g_clear_error (&error);

  act_client_set_connection (client, good);
  g_assert_true (list_events (client, &error));
  g_assert_no_error (error);
  transport_fixture_get_transport (&fixture->transport);
}

/* The facts by which a person can tell what it is that answers. */
static void
test_unknown_authority (Fixture      *fixture,
                        gconstpointer data)
{
  GTlsCertificate *certificate = make (fixture, CERTIFICATES_LOOPBACK, 2);
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *message = NULL;
  g_autofree char *fingerprint = NULL;

  g_object_get (certificate, "certificate", &bytes, NULL);
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);
  fingerprint = g_ascii_strup (digest, -1);

  serve (fixture, certificate);
  message = get_refusal (fixture);
  g_assert_nonnull (strstr (message, "\nCertificate: its issuer is not trusted\n"));
  g_assert_nonnull (strstr (message, "\nSubject: O=Example,CN=Example Server\n"));
  g_assert_nonnull (strstr (message, "\nIssuer: O=Example,CN=Example Authority\n"));
  g_assert_nonnull (strstr (message, "\nValid from: 2"));
  g_assert_nonnull (strstr (message, "\nValid until: 2"));
  g_assert_nonnull (strstr (message, "\nSHA-256: "));
  g_assert_cmpuint (strlen (strstr (message, "\nSHA-256: ")), ==, strlen ("\nSHA-256: ") + 32 * 3 - 1);
  g_assert_true (strncmp (strstr (message, "\nSHA-256: ") + strlen ("\nSHA-256: "), fingerprint, 2) == 0);
  g_assert_true (g_str_has_suffix (message, fingerprint + 62));
}

/* Who trusts an authority of their own trusts that one. */
static void
test_other_authority (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *message = NULL;

  serve (fixture, make (fixture, CERTIFICATES_LOOPBACK, 2));
  trust (fixture, CERTIFICATES_OTHER_AUTHORITY);
  message = get_refusal (fixture);
  g_assert_nonnull (strstr (message, "its issuer is not trusted"));
}

static void
test_self_signed (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *message = NULL;

  serve (fixture, certificates_make_self_signed (fixture->certificates, "/CN=Self"));
  message = get_refusal (fixture);
  g_assert_nonnull (strstr (message, "its issuer is not trusted"));
  g_assert_nonnull (strstr (message, "\nSubject: CN=Self\n"));
  g_assert_nonnull (strstr (message, "\nIssuer: CN=Self\n"));
}

static void
test_expired (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *message = NULL;

  serve (fixture, make (fixture, CERTIFICATES_LOOPBACK, -1));
  trust (fixture, CERTIFICATES_AUTHORITY);
  message = get_refusal (fixture);
  g_assert_nonnull (strstr (message, "it has expired"));
}

static void
test_wrong_host (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *message = NULL;

  serve (fixture, make (fixture, "DNS:api.example.com", 2));
  trust (fixture, CERTIFICATES_AUTHORITY);
  message = get_refusal (fixture);
  g_assert_nonnull (strstr (message, "\nCertificate: it is for another host\n"));
}

/* Whoever makes a certificate writes into it what they like. */
static void
test_hostile_names (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *message = NULL;

  serve (fixture, certificates_make_self_signed (fixture->certificates,
                                                 "/CN=a\nIssuer: CN=Good Authority\nb/O=Long name, "
                                                 "long name, long name, long name, long name, l/OU="
                                                 "Long name, long name, long name, long name, long n"));
  message = get_refusal (fixture);
  g_assert_null (strstr (message, "\nIssuer: CN=Good Authority\n"));
  g_assert_cmpuint (strlen (message), <, 1000);
  g_assert_nonnull (strstr (message, "\nSHA-256: "));
}

/* What cannot be read trusts nobody, rather than everybody. */
static void
test_broken_authority (Fixture      *fixture,
                       gconstpointer data)
{
  static const char *const samples[] = {
    "",
    "nonsense",
    "-----BEGIN CERTIFICATE-----\nbm9uc2Vuc2U=\n-----END CERTIFICATE-----\n",
  };

  serve (fixture, make (fixture, CERTIFICATES_LOOPBACK, 2));
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *message = NULL;

      act_transport_trust (transport_fixture_get_transport (&fixture->transport), samples[i]);
      message = get_refusal (fixture);
      g_assert_nonnull (strstr (message, "cannot be read"));
    }
}

#define ADD(name, function) \
  g_test_add ("/transport-trust/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("private-authority", test_private_authority);
  ADD ("two-authorities", test_two_authorities);
  ADD ("edited", test_edited);
  ADD ("edited-meanwhile", test_edited_meanwhile);
  ADD ("client", test_client);
  ADD ("unknown-authority", test_unknown_authority);
  ADD ("other-authority", test_other_authority);
  ADD ("self-signed", test_self_signed);
  ADD ("expired", test_expired);
  ADD ("wrong-host", test_wrong_host);
  ADD ("hostile-names", test_hostile_names);
  ADD ("broken-authority", test_broken_authority);

  return g_test_run ();
}
