/* One fact in a list of facts: what it is called, its value, and a small id to copy
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_FACT_ROW (act_fact_row_get_type ())

/**
 * ActFactRow:
 *
 * Properties: `label`, what the fact is called; `copy-label`, what the button that copies the id is
 * called; `open-label` and `open-icon-name`, what the button that opens the thing is called and looks
 * like. A row without value and id hides itself. Signal: `open`, when that button is pressed.
 */
G_DECLARE_FINAL_TYPE (ActFactRow, act_fact_row, ACT, FACT_ROW, GtkListBoxRow)

GtkWidget *act_fact_row_new          (void);
void       act_fact_row_set_value    (ActFactRow *self,
                                      const char *value,
                                      const char *id);
void       act_fact_row_set_openable (ActFactRow *self,
                                      gboolean    openable);

G_END_DECLS
