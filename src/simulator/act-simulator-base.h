/* What the organisation has at the start
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-world.h"

G_BEGIN_DECLS

void act_simulator_base_fill (ActSimulatorWorld *world);

G_END_DECLS
