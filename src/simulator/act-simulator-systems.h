/* The calls about what other systems there are and what they have
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-call.h"

G_BEGIN_DECLS

void act_simulator_systems_list                  (ActSimulatorCall *call);
void act_simulator_systems_list_entities         (ActSimulatorCall *call);
void act_simulator_systems_get_authorization     (ActSimulatorCall *call);
void act_simulator_systems_get_available         (ActSimulatorCall *call);
void act_simulator_systems_get_option_values     (ActSimulatorCall *call);
void act_simulator_systems_get_mapping_options   (ActSimulatorCall *call);
void act_simulator_systems_list_records          (ActSimulatorCall *call);
void act_simulator_systems_list_webhooks         (ActSimulatorCall *call);
void act_simulator_systems_get_webhook           (ActSimulatorCall *call);

G_END_DECLS
