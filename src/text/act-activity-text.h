/* What was done from this computer, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity.h"

G_BEGIN_DECLS

char       *act_activity_text_title        (const ActActivity *activity);
char       *act_activity_text_about        (const ActActivity *activity);
char       *act_activity_text_results      (const ActActivity *activity);
char       *act_activity_text_reason       (const char        *reason);
const char *act_activity_text_result       (ActActivityResult  result);
guint       act_activity_text_find_actions (const char        *text);

G_END_DECLS
