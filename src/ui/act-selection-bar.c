/* The bar under the list while events are ticked
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-selection-bar.h"

#include <glib/gi18n.h>

struct _ActSelectionBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel  *label;
  GtkLabel  *hidden_label;
};

G_DEFINE_FINAL_TYPE (ActSelectionBar, act_selection_bar, GTK_TYPE_WIDGET)

static void
act_selection_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_SELECTION_BAR);

  G_OBJECT_CLASS (act_selection_bar_parent_class)->dispose (object);
}

static void
act_selection_bar_class_init (ActSelectionBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_selection_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSelectionBar, box);
  gtk_widget_class_bind_template_child (widget_class, ActSelectionBar, hidden_label);
  gtk_widget_class_bind_template_child (widget_class, ActSelectionBar, label);
}

static void
act_selection_bar_init (ActSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_selection_bar_new:
 *
 * Creates a hidden bar.
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
act_selection_bar_new (void)
{
  return g_object_new (ACT_TYPE_SELECTION_BAR, NULL);
}

/**
 * act_selection_bar_set_numbers:
 * @self: a bar
 * @n_ticked: how many events are ticked
 * @n_shown: how many are in the list
 * @n_hidden: how many of the ticked ones are not in the list
 *
 * Shows the numbers; the bar is there while something is ticked.
 */
void
act_selection_bar_set_numbers (ActSelectionBar *self,
                               gsize            n_ticked,
                               gsize            n_shown,
                               gsize            n_hidden)
{
  g_autofree char *text = NULL;
  g_autofree char *hidden = NULL;

  g_return_if_fail (ACT_IS_SELECTION_BAR (self));

  gtk_widget_set_visible (self->box, n_ticked > 0);
  if (n_ticked == 0)
    return;

  /* Translators: how many events are selected, and of how many. */
  text = g_strdup_printf (_ ("%zu of %zu selected"), n_ticked, n_shown + n_hidden);
  gtk_label_set_label (self->label, text);

  hidden = g_strdup_printf (ngettext ("%zu is hidden by the filter",
                                      "%zu are hidden by the filter",
                                      n_hidden),
                            n_hidden);
  gtk_label_set_label (self->hidden_label, hidden);
  gtk_widget_set_visible (GTK_WIDGET (self->hidden_label), n_hidden > 0);
}
