/* One of the errors for which an integration was disabled
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-earlier-error.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_EARLIER_ERROR_ROW (act_earlier_error_row_get_type ())

/**
 * ActEarlierErrorRow:
 *
 * What the error was and when, and whether its cause looks put right, in words and an icon.
 */
G_DECLARE_FINAL_TYPE (ActEarlierErrorRow, act_earlier_error_row, ACT, EARLIER_ERROR_ROW, GtkListBoxRow)

GtkWidget  *act_earlier_error_row_new           (const ActEarlierError *cause);
gint64      act_earlier_error_row_get_row_id    (ActEarlierErrorRow    *self);
ActFollowUp act_earlier_error_row_get_follow_up (ActEarlierErrorRow    *self);

G_END_DECLS
