/* The calls about events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-call.h"

G_BEGIN_DECLS

void act_simulator_events_list       (ActSimulatorCall *call);
void act_simulator_events_get        (ActSimulatorCall *call);
void act_simulator_events_get_types  (ActSimulatorCall *call);
void act_simulator_events_get_fields (ActSimulatorCall *call);
void act_simulator_events_mark       (ActSimulatorCall *call);

G_END_DECLS
