/* One activity in a list
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_ACTIVITY_CELL (act_activity_cell_get_type ())

/**
 * ActActivityCell:
 *
 * What was done, to what, when, and what came of it.
 */
G_DECLARE_FINAL_TYPE (ActActivityCell, act_activity_cell, ACT, ACTIVITY_CELL, GtkWidget)

GtkWidget *act_activity_cell_new          (void);
void       act_activity_cell_set_activity (ActActivityCell   *self,
                                           const ActActivity *activity);

G_END_DECLS
