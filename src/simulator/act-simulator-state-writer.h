/* The changes of a world, as a text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-world.h"

G_BEGIN_DECLS

#define ACT_SIMULATOR_STATE_VERSION 1

char *act_simulator_state_write (ActSimulatorWorld *world) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
