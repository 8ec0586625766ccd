/* What was done from this computer, as a file for others
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity.h"

G_BEGIN_DECLS

/**
 * ActActivityFormat:
 * @ACT_ACTIVITY_CSV: comma-separated values, a line for each activity, with a heading
 * @ACT_ACTIVITY_JSON: a JSON object a line
 *
 * What activities are exported as.
 */
typedef enum
{
  ACT_ACTIVITY_CSV,
  ACT_ACTIVITY_JSON,
} ActActivityFormat;

void act_activity_export_begin (GString           *text,
                                ActActivityFormat  format);
void act_activity_export_add   (GString           *text,
                                ActActivityFormat  format,
                                const char        *connection,
                                const ActActivity *activity,
                                GPtrArray         *items);

G_END_DECLS
