/* A transport and a server that follows a script
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "transport-fixture.h"

#include <string.h>

void
transport_fixture_set_up (TransportFixture *fixture,
                          gconstpointer     data)
{
  fixture->server = scripted_server_new (NULL);
  fixture->limits = (ActTransportLimits){ LONG, LONG, LONG, 100 * 1000 };
}

ActTransport *
transport_fixture_get_transport (TransportFixture *fixture)
{
  if (fixture->transport == NULL)
    {
      g_autofree char *url = scripted_server_get_url (fixture->server);

      fixture->transport = act_transport_new (url, &fixture->limits);
    }

  return fixture->transport;
}

void
transport_fixture_tear_down (TransportFixture *fixture,
                             gconstpointer     data)
{
  settle ();
  g_assert_finalize_object (fixture->transport);
  settle ();
  scripted_server_free (fixture->server);
}

void
transport_fixture_start (TransportFixture *fixture,
                         const char       *method,
                         GCancellable     *cancellable,
                         Outcome          *outcome)
{
  g_autoptr (ActRequest) request = act_request_new (method, "/events");

  act_request_add (request, "a", "b c");
  act_transport_send_async (transport_fixture_get_transport (fixture), request, CANARY,
                            cancellable, outcome_cb, outcome);
}

ActResponse *
transport_fixture_finish (TransportFixture *fixture,
                          Outcome          *outcome,
                          gboolean         *was_connected,
                          GError          **error)
{
  ActResponse *response = NULL;

  outcome_await (outcome, NULL);
  response = act_transport_send_finish (fixture->transport, outcome->result, was_connected, error);
  if (response == NULL && error != NULL)
    g_assert_null (strstr ((*error)->message, "canary"));

  return response;
}

ActResponse *
transport_fixture_send (TransportFixture *fixture,
                        gboolean         *was_connected,
                        GError          **error)
{
  g_auto (Outcome) outcome = { 0 };

  transport_fixture_start (fixture, "GET", NULL, &outcome);

  return transport_fixture_finish (fixture, &outcome, was_connected, error);
}

gboolean
transport_fixture_server_has_request (gpointer data)
{
  TransportFixture *fixture = data;

  return scripted_server_count (fixture->server) > 0;
}
