/* Many marks of one gesture, as one row
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-pending.h"
#include "act-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_PENDING_GROUP_ROW (act_pending_group_row_get_type ())

/**
 * ActPendingGroupRow:
 *
 * A row with a number of marks. Opened, it shows the first of them, and more when it is asked.
 */
G_DECLARE_FINAL_TYPE (ActPendingGroupRow, act_pending_group_row, ACT, PENDING_GROUP_ROW, AdwExpanderRow)

GtkWidget *act_pending_group_row_new  (ActSession            *session);
void       act_pending_group_row_show (ActPendingGroupRow    *self,
                                       const ActPendingGroup *group);

G_END_DECLS
