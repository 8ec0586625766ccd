/* One change that waits or was refused
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-change.h"
#include "act-pending.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_PENDING_ROW (act_pending_row_get_type ())

/**
 * ActPendingRow:
 *
 * A row with a change and a menu of what can be done about it, whose items activate the actions
 * `pending.…` of an ancestor.
 */
G_DECLARE_FINAL_TYPE (ActPendingRow, act_pending_row, ACT, PENDING_ROW, AdwActionRow)

GtkWidget *act_pending_row_new         (void);
void       act_pending_row_show_group  (ActPendingRow         *self,
                                        const ActPendingGroup *group);
void       act_pending_row_show_mark   (ActPendingRow         *self,
                                        const ActPendingScope *scope,
                                        const ActPendingMark  *mark);
void       act_pending_row_show_change (ActPendingRow         *self,
                                        const ActChange       *change,
                                        const char            *name);

G_END_DECLS
