/* The cell that ticks its row
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-cell.h"
#include "act-ticks.h"

G_BEGIN_DECLS

#define ACT_TYPE_CHECK_CELL (act_check_cell_get_type ())

G_DECLARE_FINAL_TYPE (ActCheckCell, act_check_cell, ACT, CHECK_CELL, ActEventCell)

GtkWidget *act_check_cell_new (ActTicks *ticks);

G_END_DECLS
