/* The cell that says when it happened
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-cell.h"

G_BEGIN_DECLS

#define ACT_TYPE_DATE_CELL (act_date_cell_get_type ())

G_DECLARE_FINAL_TYPE (ActDateCell, act_date_cell, ACT, DATE_CELL, ActEventCell)

G_END_DECLS
