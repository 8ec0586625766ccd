/* Which organisation the window is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-button.h"

#include "act-accessible.h"

struct _ActConnectionButton
{
  GtkWidget parent_instance;

  GtkMenuButton *menu_button;
  GtkImage      *image;
  GtkLabel      *label;
  GtkLabel      *name;
  GtkLabel      *organisation;
  GtkLabel      *address;
};

G_DEFINE_FINAL_TYPE (ActConnectionButton, act_connection_button, GTK_TYPE_WIDGET)

static void
act_connection_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CONNECTION_BUTTON);

  G_OBJECT_CLASS (act_connection_button_parent_class)->dispose (object);
}

static void
act_connection_button_class_init (ActConnectionButtonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_connection_button_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-connection-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, address);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, image);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, label);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, name);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, organisation);
}

static void
act_connection_button_init (ActConnectionButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_connection_button_new:
 *
 * Creates a button that is hidden until it has a connection.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
act_connection_button_new (void)
{
  return g_object_new (ACT_TYPE_CONNECTION_BUTTON, NULL);
}

/**
 * act_connection_button_set_connection:
 * @self: a button
 * @connection: (nullable): what to name
 *
 * Names another connection.
 */
void
act_connection_button_set_connection (ActConnectionButton *self,
                                      ActConnection       *connection)
{
  g_return_if_fail (ACT_IS_CONNECTION_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), connection != NULL);
  if (connection == NULL)
    return;

  act_accessible_name_widget (GTK_WIDGET (self->menu_button), act_connection_get_name (connection));
  gtk_label_set_label (self->label, act_connection_get_name (connection));
  gtk_label_set_label (self->name, act_connection_get_name (connection));
  gtk_label_set_label (self->organisation, act_connection_get_organisation_id (connection));
  gtk_label_set_label (self->address, act_connection_get_base_url (connection));
}

/**
 * act_connection_button_set_narrow:
 * @self: a button
 * @narrow: whether there is no room for the name
 *
 * Shows an icon instead of the name.
 */
void
act_connection_button_set_narrow (ActConnectionButton *self,
                                  gboolean             narrow)
{
  g_return_if_fail (ACT_IS_CONNECTION_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self->label), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->image), narrow);
}
