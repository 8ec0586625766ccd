/* A cell of the list: shows one thing about one row
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-row.h"
#include "act-row-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_EVENT_CELL (act_event_cell_get_type ())

G_DECLARE_DERIVABLE_TYPE (ActEventCell, act_event_cell, ACT, EVENT_CELL, GtkWidget)

/**
 * ActEventCellClass:
 * @show_record: shows the record, or nothing while it is %NULL: the row is not loaded, or the cell
 *     is not bound
 *
 * A cell is recycled all the time, so everything that it shows is set by @show_record.
 */
struct _ActEventCellClass
{
  GtkWidgetClass parent_class;

  void (*show_record) (ActEventCell         *self,
                       const ActEventRecord *record);
};

ActEventRow *act_event_cell_get_row    (ActEventCell *self);
void         act_event_cell_set_row    (ActEventCell *self,
                                        ActEventRow  *row);
gint64       act_event_cell_get_row_id (ActEventCell *self);
ActRowLook  *act_event_cell_get_look   (ActEventCell *self);
void         act_event_cell_set_look   (ActEventCell *self,
                                        ActRowLook   *look);

G_END_DECLS
