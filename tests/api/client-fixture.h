/* A client and the server that it speaks to
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "outcome.h"
#include "scripted-server.h"

G_BEGIN_DECLS

#define FIXTURE_SECRET "canary/sécret"
#define FIXTURE_EVENTS "/organizations/org/events"

typedef struct
{
  ScriptedServer *server;
  ManualClock    *clock;
  ActClient      *client;
} ClientFixture;

void client_fixture_set_up    (ClientFixture *fixture,
                               gconstpointer  data);
void client_fixture_tear_down (ClientFixture *fixture,
                               gconstpointer  data);
void client_fixture_connect   (ClientFixture *fixture,
                               const char    *mark_method,
                               const char    *mark_path);
void client_fixture_answer    (ClientFixture *fixture,
                               guint          status,
                               const char    *body);
void client_fixture_expect    (ClientFixture *fixture,
                               guint          index,
                               const char    *line);

#define CLIENT_FIXTURE_ADD(path, function) \
  g_test_add (path, ClientFixture, NULL, client_fixture_set_up, function, client_fixture_tear_down)

G_END_DECLS
