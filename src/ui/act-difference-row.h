/* One thing that two versions disagree about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_DIFFERENCE_ROW (act_difference_row_get_type ())

G_DECLARE_FINAL_TYPE (ActDifferenceRow, act_difference_row, ACT, DIFFERENCE_ROW, GtkListBoxRow)

GtkWidget *act_difference_row_new (const char *what,
                                   const char *before,
                                   const char *ours,
                                   const char *theirs);

G_END_DECLS
