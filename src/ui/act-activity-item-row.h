/* One id that an activity was about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_ACTIVITY_ITEM_ROW (act_activity_item_row_get_type ())

/**
 * ActActivityItemRow:
 *
 * An id that can be copied, and what came of it. A row that can be activated is of an event that the
 * store has.
 */
G_DECLARE_FINAL_TYPE (ActActivityItemRow, act_activity_item_row, ACT, ACTIVITY_ITEM_ROW, AdwActionRow)

GtkWidget *act_activity_item_row_new        (const ActActivityItem *item);
gint64     act_activity_item_row_get_row_id (ActActivityItemRow    *self);

G_END_DECLS
