/* Which call is answered by what
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-call.h"

G_BEGIN_DECLS

typedef enum
{
  ACT_SIMULATOR_PLACE_API,
  ACT_SIMULATOR_PLACE_CONTROL,
} ActSimulatorPlace;

void                   act_simulator_routes_answer    (ActSimulatorCall  *call,
                                                       ActSimulatorPlace  place,
                                                       GStrv              segments);
ActSimulatorFaultScope act_simulator_routes_get_scope (const char        *method,
                                                       GStrv              segments);

G_END_DECLS
