/* A plain client of the simulator, for its tests
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * SimulatorClient:
 * @simulator: a simulator that runs
 * @session: a session
 * @token: a token that is good
 * @error: why the last request got no answer
 */
typedef struct
{
  ActSimulator *simulator; /* (owned) */
  SoupSession  *session;   /* (owned) */
  char         *token;     /* (owned) */
  GError       *error;     /* (owned) (nullable) */
} SimulatorClient;

SimulatorClient *simulator_client_new         (const ActSimulatorOptions *options);
void             simulator_client_free        (SimulatorClient           *self);
GBytes          *simulator_client_send        (SimulatorClient           *self,
                                               const char                *method,
                                               const char                *path,
                                               const char                *body,
                                               const char                *authorization,
                                               guint                     *status);
JsonNode        *simulator_client_call        (SimulatorClient           *self,
                                               const char                *method,
                                               const char                *path,
                                               const char                *body,
                                               guint                     *status);
JsonObject      *simulator_client_get         (SimulatorClient           *self,
                                               const char                *format,
                                               ...) G_GNUC_PRINTF (2, 3);
JsonObject      *simulator_client_change      (SimulatorClient           *self,
                                               const char                *method,
                                               const char                *path,
                                               const char                *body);
void             simulator_client_refused     (SimulatorClient           *self,
                                               const char                *method,
                                               const char                *path,
                                               const char                *body,
                                               guint                      status);
GPtrArray       *simulator_client_list        (SimulatorClient           *self,
                                               const char                *path,
                                               const char                *query,
                                               guint                      page_size);
JsonArray       *simulator_client_get_ledger  (SimulatorClient           *self);

const char      *simulator_get_text           (JsonObject                *json,
                                               const char                *name);
JsonObject      *simulator_get_facts          (JsonObject                *event);
JsonObject      *simulator_find_by_text       (GPtrArray                 *objects,
                                               const char                *name,
                                               const char                *text);
void             simulator_check              (JsonObject                *json,
                                               const char                *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SimulatorClient, simulator_client_free)

G_END_DECLS
