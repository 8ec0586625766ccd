/* The calls that are the simulator's own, by which a test acts on the world from outside
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-call.h"
#include "act-simulator-events.h"

G_BEGIN_DECLS

void     act_simulator_control_get_counts         (ActSimulatorCall  *call);
void     act_simulator_control_get_ledger         (ActSimulatorCall  *call);
void     act_simulator_control_get_faults         (ActSimulatorCall  *call);
void     act_simulator_control_set_faults         (ActSimulatorCall  *call);
void     act_simulator_control_add_events         (ActSimulatorCall  *call);
void     act_simulator_control_set_actioned       (ActSimulatorCall  *call);
void     act_simulator_control_add_mapping        (ActSimulatorCall  *call);
void     act_simulator_control_edit_configuration (ActSimulatorCall  *call);
void     act_simulator_control_set_good           (ActSimulatorCall  *call);

gint64   act_simulator_control_get_time_between   (gint64             first_ms,
                                                   gint64             last_ms,
                                                   guint              index,
                                                   guint              n);

G_END_DECLS
