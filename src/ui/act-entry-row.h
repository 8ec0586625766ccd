/* A row of a form in which a text is entered
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (nullable): in words what stands against a text, or %NULL for nothing */
typedef const char *(*ActFieldCheck) (const char *text);

#define ACT_TYPE_ENTRY_ROW (act_entry_row_get_type ())

/**
 * ActEntryRow:
 *
 * Of libadwaita 1.2's own row assistive technology does not learn that the focus is in it; in this
 * one is an entry of GTK, of which it does. Property: `title`. Signals: `changed`; `submit`, when
 * Enter was pressed.
 */
G_DECLARE_FINAL_TYPE (ActEntryRow, act_entry_row, ACT, ENTRY_ROW, GtkListBoxRow)

GtkWidget   *act_entry_row_new          (void);
const char  *act_entry_row_get_text     (ActEntryRow   *self);
void         act_entry_row_set_text     (ActEntryRow   *self,
                                         const char    *text);
GtkEditable *act_entry_row_get_editable (ActEntryRow   *self);
void         act_entry_row_set_check    (ActEntryRow   *self,
                                         ActFieldCheck  check);
gboolean     act_entry_row_check        (ActEntryRow   *self);
void         act_entry_row_set_problem  (ActEntryRow   *self,
                                         const char    *problem);
void         act_entry_row_set_wrong    (ActEntryRow   *self,
                                         gboolean       is_wrong);
gboolean     act_entry_row_is_wrong     (ActEntryRow   *self);
void         act_entry_row_focus        (ActEntryRow   *self);

G_END_DECLS
