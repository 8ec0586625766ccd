/* A transport and a server that follows a script
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-transport.h"
#include "outcome.h"
#include "scripted-server.h"

G_BEGIN_DECLS

#define CANARY "Bearer canary"

/* Long enough not to matter, where a limit is not what is tested. */
#define LONG (30 * 1000)

typedef struct
{
  ScriptedServer    *server;
  ActTransport      *transport;
  ActTransportLimits limits;
} TransportFixture;

void          transport_fixture_set_up             (TransportFixture  *fixture,
                                                    gconstpointer      data);
void          transport_fixture_tear_down          (TransportFixture  *fixture,
                                                    gconstpointer      data);
ActTransport *transport_fixture_get_transport      (TransportFixture  *fixture);
void          transport_fixture_start              (TransportFixture  *fixture,
                                                    const char        *method,
                                                    GCancellable      *cancellable,
                                                    Outcome           *outcome);
ActResponse  *transport_fixture_finish             (TransportFixture  *fixture,
                                                    Outcome           *outcome,
                                                    gboolean          *was_connected,
                                                    GError           **error);
ActResponse  *transport_fixture_send               (TransportFixture  *fixture,
                                                    gboolean          *was_connected,
                                                    GError           **error);
gboolean      transport_fixture_server_has_request (gpointer           data);

G_END_DECLS
