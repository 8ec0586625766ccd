/* Where the user finds what a connection needs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-help.h"

#include <adwaita.h>

struct _ActConnectionHelp
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (ActConnectionHelp, act_connection_help, GTK_TYPE_WIDGET)

static void
act_connection_help_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CONNECTION_HELP);

  G_OBJECT_CLASS (act_connection_help_parent_class)->dispose (object);
}

static void
act_connection_help_class_init (ActConnectionHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_connection_help_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-connection-help.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConnectionHelp, scroller);
}

static void
act_connection_help_init (ActConnectionHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_connection_help_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
act_connection_help_new (void)
{
  return g_object_new (ACT_TYPE_CONNECTION_HELP, NULL);
}
