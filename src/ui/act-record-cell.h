/* A record of another system in a list: its name, and its id below
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-record-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RECORD_CELL (act_record_cell_get_type ())

G_DECLARE_FINAL_TYPE (ActRecordCell, act_record_cell, ACT, RECORD_CELL, GtkWidget)

GtkWidget *act_record_cell_new      (void);
void       act_record_cell_set_item (ActRecordCell *self,
                                     ActRecordItem *item);

G_END_DECLS
