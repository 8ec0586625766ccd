/* One of the errors for which an integration was disabled
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cause.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CAUSE_ROW (act_cause_row_get_type ())

/**
 * ActCauseRow:
 *
 * What the error was and when, and whether its cause looks put right, in words and an icon.
 */
G_DECLARE_FINAL_TYPE (ActCauseRow, act_cause_row, ACT, CAUSE_ROW, GtkListBoxRow)

GtkWidget  *act_cause_row_new           (const ActCause *cause);
gint64      act_cause_row_get_row_id    (ActCauseRow    *self);
ActFollowUp act_cause_row_get_follow_up (ActCauseRow    *self);

G_END_DECLS
