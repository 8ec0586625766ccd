/* The calls about integration configurations
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-call.h"

G_BEGIN_DECLS

void act_simulator_configurations_list           (ActSimulatorCall *call);
void act_simulator_configurations_list_of_entity (ActSimulatorCall *call);
void act_simulator_configurations_get            (ActSimulatorCall *call);
void act_simulator_configurations_create         (ActSimulatorCall *call);
void act_simulator_configurations_update         (ActSimulatorCall *call);
void act_simulator_configurations_delete         (ActSimulatorCall *call);
void act_simulator_configurations_enable         (ActSimulatorCall *call);

G_END_DECLS
