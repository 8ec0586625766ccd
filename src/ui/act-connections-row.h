/* A connection in the list in which they are managed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONNECTIONS_ROW (act_connections_row_get_type ())

/**
 * ActConnectionsRow:
 *
 * Can be dragged, and has a menu for what the keyboard can do, too. Signals: `edit`; `update-key`;
 * `remove`; `move` (int: by how many places); `dropped` (#ActConnectionEntry, which is to take the
 * row's place).
 */
G_DECLARE_FINAL_TYPE (ActConnectionsRow, act_connections_row, ACT, CONNECTIONS_ROW, GtkListBoxRow)

GtkWidget          *act_connections_row_new       (ActConnectionEntry *entry);
ActConnectionEntry *act_connections_row_get_entry (ActConnectionsRow  *self);
void                act_connections_row_set_place (ActConnectionsRow  *self,
                                                   gboolean            is_first,
                                                   gboolean            is_last);

G_END_DECLS
