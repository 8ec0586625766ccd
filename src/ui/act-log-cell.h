/* One row of a log
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-log-finder.h"
#include "act-log-lines.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_LOG_CELL (act_log_cell_get_type ())

/**
 * ActLogCell:
 *
 * Shows a row of text in letters of one width, with what is searched for marked in it.
 */
G_DECLARE_FINAL_TYPE (ActLogCell, act_log_cell, ACT, LOG_CELL, GtkWidget)

GtkWidget *act_log_cell_new      (ActLogFinder *finder);
void       act_log_cell_set_line (ActLogCell   *self,
                                  ActLogLine   *line);

G_END_DECLS
