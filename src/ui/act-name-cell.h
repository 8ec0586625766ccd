/* The cell with the kind's icon and the event name
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-cell.h"

G_BEGIN_DECLS

#define ACT_TYPE_NAME_CELL (act_name_cell_get_type ())

G_DECLARE_FINAL_TYPE (ActNameCell, act_name_cell, ACT, NAME_CELL, ActEventCell)

GtkWidget *act_name_cell_new (gboolean    compact,
                              ActRowLook *look);

G_END_DECLS
