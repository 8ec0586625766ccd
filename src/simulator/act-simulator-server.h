/* The server that speaks for a world
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-world.h"

G_BEGIN_DECLS

typedef struct _ActSimulatorServer ActSimulatorServer;

ActSimulatorServer *act_simulator_server_new          (const ActSimulatorOptions *options,
                                                       GError                   **error);
void                act_simulator_server_free         (ActSimulatorServer        *self);
const char         *act_simulator_server_get_base_url (ActSimulatorServer        *self);
ActSimulatorWorld  *act_simulator_server_get_world    (ActSimulatorServer        *self);
void                act_simulator_server_save_soon    (ActSimulatorServer        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActSimulatorServer, act_simulator_server_free)

G_END_DECLS
