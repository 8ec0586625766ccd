/* Keeping what is in memory to this process
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

void act_guard_against_cores   (void);
void act_guard_against_readers (void);

G_END_DECLS
