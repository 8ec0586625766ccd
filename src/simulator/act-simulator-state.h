/* What outlives a restart
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-world.h"

G_BEGIN_DECLS

ActSimulatorWorld *act_simulator_state_load (const ActSimulatorOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void               act_simulator_state_save (ActSimulatorWorld         *world);

G_END_DECLS
