/* The cell that says whether the event is actioned
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-cell.h"

G_BEGIN_DECLS

#define ACT_TYPE_STATUS_CELL (act_status_cell_get_type ())

G_DECLARE_FINAL_TYPE (ActStatusCell, act_status_cell, ACT, STATUS_CELL, ActEventCell)

GtkWidget *act_status_cell_new (gboolean compact);

G_END_DECLS
