/* What stands against a field of a form, right below it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-field-note.h"

struct _ActFieldNote
{
  GtkListBoxRow parent_instance;

  GtkWidget *field; /* (weak) (nullable) */

  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (ActFieldNote, act_field_note, GTK_TYPE_LIST_BOX_ROW)

static void
act_field_note_dispose (GObject *object)
{
  g_clear_weak_pointer (&ACT_FIELD_NOTE (object)->field);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_FIELD_NOTE);

  G_OBJECT_CLASS (act_field_note_parent_class)->dispose (object);
}

static void
act_field_note_class_init (ActFieldNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_field_note_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-field-note.ui");
  gtk_widget_class_bind_template_child (widget_class, ActFieldNote, problem);
}

static void
act_field_note_init (ActFieldNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_field_note_new:
 * @field: the field that it is about
 *
 * Returns: (transfer floating): a hidden note
 */
GtkWidget *
act_field_note_new (GtkWidget *field)
{
  ActFieldNote *self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (field), NULL);

  self = g_object_new (ACT_TYPE_FIELD_NOTE, NULL);
  g_set_weak_pointer (&self->field, field);

  return GTK_WIDGET (self);
}

/**
 * act_field_note_set:
 * @self: a note
 * @problem: (nullable): what stands against the field, in words, or %NULL for nothing
 *
 * Shows or hides the note and marks the field.
 */
void
act_field_note_set (ActFieldNote *self,
                    const char   *problem)
{
  g_return_if_fail (ACT_IS_FIELD_NOTE (self));

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self), problem != NULL);
  if (self->field == NULL)
    return;

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (problem != NULL)
    gtk_widget_add_css_class (self->field, "error");
  else
    gtk_widget_remove_css_class (self->field, "error");
}
