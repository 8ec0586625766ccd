/* The cell with the button for what a person does next
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-cell.h"

G_BEGIN_DECLS

#define ACT_TYPE_FOLLOW_UP_CELL (act_follow_up_cell_get_type ())

G_DECLARE_FINAL_TYPE (ActFollowUpCell, act_follow_up_cell, ACT, FOLLOW_UP_CELL, ActEventCell)

G_END_DECLS
