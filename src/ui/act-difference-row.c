/* One thing that two versions disagree about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-difference-row.h"

#include <glib/gi18n.h>

struct _ActDifferenceRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *what;
  GtkLabel *before;
  GtkLabel *theirs;
  GtkLabel *ours;
};

G_DEFINE_FINAL_TYPE (ActDifferenceRow, act_difference_row, GTK_TYPE_LIST_BOX_ROW)

/* Who has changed nothing has nothing to say. */
static void
show_change (GtkLabel   *label,
             const char *value,
             const char *before)
{
  gtk_label_set_text (label, value);
  gtk_widget_set_visible (GTK_WIDGET (label), !g_str_equal (value, before));
}

static void
act_difference_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_DIFFERENCE_ROW);

  G_OBJECT_CLASS (act_difference_row_parent_class)->dispose (object);
}

static void
act_difference_row_class_init (ActDifferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_difference_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-difference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActDifferenceRow, what);
  gtk_widget_class_bind_template_child (widget_class, ActDifferenceRow, before);
  gtk_widget_class_bind_template_child (widget_class, ActDifferenceRow, theirs);
  gtk_widget_class_bind_template_child (widget_class, ActDifferenceRow, ours);
}

static void
act_difference_row_init (ActDifferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_difference_row_new:
 * @what: what it is about
 * @before: what it was at first
 * @ours: what we want it to be
 * @theirs: what somebody else made of it
 *
 * All texts must be safe to show.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
act_difference_row_new (const char *what,
                        const char *before,
                        const char *ours,
                        const char *theirs)
{
  ActDifferenceRow *self = g_object_new (ACT_TYPE_DIFFERENCE_ROW, NULL);
  g_autofree char  *name = NULL;

  gtk_label_set_text (self->what, what);
  gtk_label_set_text (self->before, before);
  show_change (self->theirs, theirs, before);
  show_change (self->ours, ours, before);

  /* Translators: read out: what it is about, then the three values that it has */
  name = g_strdup_printf (_ ("%s. Before: %s. Theirs: %s. Yours: %s"), what, before, theirs, ours);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}
