/* How many changes wait for the server or were refused
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pending-button.h"

#include "act-pending-text.h"
#include "act-tooltip.h"

#include <glib/gi18n.h>

/* What is more has no room in a header bar; the name of the button tells it all the same. */
#define MOST_SHOWN 9999

struct _ActPendingButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *image;
  GtkWidget *number;
};

G_DEFINE_FINAL_TYPE (ActPendingButton, act_pending_button, GTK_TYPE_WIDGET)

static void
act_pending_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_PENDING_BUTTON);

  G_OBJECT_CLASS (act_pending_button_parent_class)->dispose (object);
}

static void
act_pending_button_class_init (ActPendingButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_pending_button_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-pending-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ActPendingButton, button);
  gtk_widget_class_bind_template_child (widget_class, ActPendingButton, image);
  gtk_widget_class_bind_template_child (widget_class, ActPendingButton, number);
}

static void
act_pending_button_init (ActPendingButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
format_number (guint n)
{
  if (n > MOST_SHOWN)
    /* Translators: a number of changes that has no room: more than so many. */
    return g_strdup_printf (_ ("%u+"), MOST_SHOWN);

  return g_strdup_printf ("%u", n);
}

/* What needs the user's eye is told from what only waits by its icon and in words. */
static void
show_counts (ActPendingButton *self,
             guint             n,
             gboolean          needs_eye)
{
  g_autofree char *number = format_number (n);
  g_autofree char *count = act_pending_text_count (n);
  g_autofree char *name = NULL;

  if (needs_eye)
    /* Translators: "12 pending changes" goes in here. */
    name = g_strdup_printf (_ ("%s, some need a look"), count);
  else
    name = g_steal_pointer (&count);

  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), needs_eye ? "dialog-warning-symbolic"
                                                                   : "document-send-symbolic");
  act_tooltip_set (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * act_pending_button_set_counts:
 * @self: a button
 * @counts: (nullable): what there is
 *
 * Shows how much waits or was refused.
 */
void
act_pending_button_set_counts (ActPendingButton *self,
                               const ActCounts  *counts)
{
  guint n = 0;
  guint n_for_the_eye = 0;

  g_return_if_fail (ACT_IS_PENDING_BUTTON (self));

  if (counts != NULL)
    {
      n_for_the_eye = counts->local + counts->refused + counts->refused_changes;
      n = counts->waiting + n_for_the_eye;
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n > 0)
    show_counts (self, n, n_for_the_eye > 0);
}
