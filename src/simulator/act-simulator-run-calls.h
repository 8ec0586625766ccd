/* The calls about integration runs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-call.h"

G_BEGIN_DECLS

void act_simulator_runs_get                 (ActSimulatorCall *call);
void act_simulator_runs_get_log             (ActSimulatorCall *call);
void act_simulator_runs_get_latest          (ActSimulatorCall *call);
void act_simulator_runs_get_latest_of_many  (ActSimulatorCall *call);
void act_simulator_runs_list                (ActSimulatorCall *call);
void act_simulator_runs_list_of_destination (ActSimulatorCall *call);
void act_simulator_runs_start_replay        (ActSimulatorCall *call);

G_END_DECLS
