/* What stands against a field of a form, right below it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_FIELD_NOTE (act_field_note_get_type ())

/**
 * ActFieldNote:
 *
 * A row of the same list as the field, below it. Hidden while there is nothing to say.
 */
G_DECLARE_FINAL_TYPE (ActFieldNote, act_field_note, ACT, FIELD_NOTE, GtkListBoxRow)

GtkWidget *act_field_note_new (GtkWidget    *field);
void       act_field_note_set (ActFieldNote *self,
                               const char   *problem);

G_END_DECLS
