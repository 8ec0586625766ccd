/* A connection that can be chosen
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONNECTION_ROW (act_connection_row_get_type ())

/**
 * ActConnectionRow:
 *
 * Its colour and name, how many events are open, how many changes are not sent, and what is wrong
 * with it, kept up to date.
 */
G_DECLARE_FINAL_TYPE (ActConnectionRow, act_connection_row, ACT, CONNECTION_ROW, GtkListBoxRow)

GtkWidget          *act_connection_row_new       (ActConnectionEntry *entry);
ActConnectionEntry *act_connection_row_get_entry (ActConnectionRow   *self);
void                act_connection_row_set_shown (ActConnectionRow   *self,
                                                  gboolean            shown);

G_END_DECLS
