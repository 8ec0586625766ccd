/* The calls about credentials
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-call.h"

G_BEGIN_DECLS

const char *act_simulator_credential_take    (ActSimulatorWorld *world,
                                              JsonObject        *body);

void        act_simulator_credentials_list   (ActSimulatorCall  *call);
void        act_simulator_credentials_get    (ActSimulatorCall  *call);
void        act_simulator_credentials_create (ActSimulatorCall  *call);
void        act_simulator_credentials_update (ActSimulatorCall  *call);
void        act_simulator_credentials_delete (ActSimulatorCall  *call);

G_END_DECLS
