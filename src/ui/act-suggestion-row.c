/* A row of the completion: what is suggested and what it means
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-suggestion-row.h"

#include "act-accessible.h"

#include <glib/gi18n.h>

struct _ActSuggestionRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *label;
  GtkLabel *explanation;
};

G_DEFINE_FINAL_TYPE (ActSuggestionRow, act_suggestion_row, GTK_TYPE_LIST_BOX_ROW)

static void
act_suggestion_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_SUGGESTION_ROW);

  G_OBJECT_CLASS (act_suggestion_row_parent_class)->dispose (object);
}

static void
act_suggestion_row_class_init (ActSuggestionRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_suggestion_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-suggestion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSuggestionRow, explanation);
  gtk_widget_class_bind_template_child (widget_class, ActSuggestionRow, label);
}

static void
act_suggestion_row_init (ActSuggestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_suggestion_row_new:
 * @suggestion: what to show
 *
 * Creates a row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
act_suggestion_row_new (const ActSearchSuggestion *suggestion)
{
  ActSuggestionRow *self = g_object_new (ACT_TYPE_SUGGESTION_ROW, NULL);
  const char       *explanation = suggestion->explanation;
  g_autofree char  *name = NULL;

  gtk_label_set_label (self->label, suggestion->label);
  gtk_label_set_label (self->explanation, explanation != NULL ? explanation : "");
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), explanation != NULL);

  /* Translators: a way to go on with a search, and what it means, as in "is:, Where the event stands" */
  name = explanation != NULL ? g_strdup_printf (_ ("%1$s, %2$s"), suggestion->label, explanation)
                             : g_strdup (suggestion->label);
  act_accessible_name_widget (GTK_WIDGET (self), name);

  return GTK_WIDGET (self);
}
