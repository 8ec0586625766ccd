/* A destination that can be chosen, and how many events have it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_DESTINATION_ROW (act_destination_row_get_type ())

/**
 * ActDestinationRow:
 *
 * Property: `chosen` (gboolean).
 */
G_DECLARE_FINAL_TYPE (ActDestinationRow, act_destination_row, ACT, DESTINATION_ROW, GtkListBoxRow)

GtkWidget  *act_destination_row_new             (const char        *destination,
                                                 guint              n_events,
                                                 gboolean           chosen);
const char *act_destination_row_get_destination (ActDestinationRow *self);
void        act_destination_row_set_count       (ActDestinationRow *self,
                                                 guint              n_events);
gboolean    act_destination_row_get_chosen      (ActDestinationRow *self);
void        act_destination_row_set_chosen      (ActDestinationRow *self,
                                                 gboolean           chosen);

G_END_DECLS
