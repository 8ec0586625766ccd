/* A cause in a list: what happened, where, how often and when
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cause-item.h"
#include "act-row-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CAUSE_CELL (act_cause_cell_get_type ())

/**
 * ActCauseCell:
 *
 * It names the row that it is in. Its check box changes nothing: it emits `tick-requested`
 * (gboolean: whether to tick).
 */
G_DECLARE_FINAL_TYPE (ActCauseCell, act_cause_cell, ACT, CAUSE_CELL, GtkWidget)

GtkWidget    *act_cause_cell_new        (ActRowLook   *look);
ActCauseItem *act_cause_cell_get_item   (ActCauseCell *self);
void          act_cause_cell_set_item   (ActCauseCell *self,
                                         ActCauseItem *item);
void          act_cause_cell_set_narrow (ActCauseCell *self,
                                         gboolean      narrow);

G_END_DECLS
