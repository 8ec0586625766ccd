/* What came of a change that waited for the server, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-change.h"

G_BEGIN_DECLS

char *act_change_text_title  (const ActChange *change,
                              const char      *name);
char *act_change_text_reason (const ActChange *change);

G_END_DECLS
