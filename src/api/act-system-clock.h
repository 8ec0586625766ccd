/* The computer's clock
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-clock.h"

G_BEGIN_DECLS

#define ACT_TYPE_SYSTEM_CLOCK (act_system_clock_get_type ())

G_DECLARE_FINAL_TYPE (ActSystemClock, act_system_clock, ACT, SYSTEM_CLOCK, GObject)

ActClock *act_system_clock_new (void);

G_END_DECLS
