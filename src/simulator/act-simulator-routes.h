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

#define ACT_SIMULATOR_MAX_SCOPES 4

void  act_simulator_routes_answer      (ActSimulatorCall       *call,
                                        ActSimulatorPlace       place,
                                        GStrv                   segments);
guint act_simulator_routes_list_scopes (const char             *method,
                                        GStrv                   segments,
                                        ActSimulatorFaultScope  found[ACT_SIMULATOR_MAX_SCOPES]);

G_END_DECLS
