/* What a test changes about integration runs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-call.h"

G_BEGIN_DECLS

void  act_simulator_control_edit_run    (ActSimulatorCall  *call);
void  act_simulator_control_set_run_log (ActSimulatorCall  *call);
void  act_simulator_run_apply_edits     (ActSimulatorWorld *world,
                                         JsonObject        *run);
char *act_simulator_run_dup_log         (ActSimulatorWorld *world,
                                         const char        *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
