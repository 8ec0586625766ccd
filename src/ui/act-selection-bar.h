/* The bar under the list while events are ticked
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_SELECTION_BAR (act_selection_bar_get_type ())

G_DECLARE_FINAL_TYPE (ActSelectionBar, act_selection_bar, ACT, SELECTION_BAR, GtkWidget)

GtkWidget *act_selection_bar_new         (void);
void       act_selection_bar_set_numbers (ActSelectionBar *self,
                                          gsize            n_ticked,
                                          gsize            n_shown,
                                          gsize            n_hidden);

G_END_DECLS
