/* What can be done about a change that waits
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-change.h"
#include "act-pending.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *act_pending_menu_new_for_marks  (const ActPendingScope *scope,
                                             gint64                 row_id,
                                             gboolean               is_sending);
GMenuModel *act_pending_menu_new_for_change (const ActChange       *change);
GVariant   *act_pending_menu_make_target    (const ActPendingScope *scope);
void        act_pending_menu_read_target    (GVariant              *target,
                                             ActPendingScope       *scope);
gboolean    act_pending_menu_can_retry      (ActPendingKind         kind);
gboolean    act_pending_menu_can_take_back  (ActPendingKind         kind);

G_END_DECLS
