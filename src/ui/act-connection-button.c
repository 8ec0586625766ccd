/* Which organisation the window is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-button.h"

#include "act-accessible.h"
#include "act-session-console.h"
#include "act-session-offline.h"
#include "act-sync-status.h"

#include <glib/gi18n.h>

struct _ActConnectionButton
{
  GtkWidget parent_instance;

  ActSession *session; /* (owned) (nullable) */

  GtkMenuButton *menu_button;
  GtkImage      *image;
  GtkLabel      *label;
  GtkLabel      *name;
  GtkLabel      *organisation;
  GtkLabel      *address;
  GtkLabel      *offline;
  GtkWidget     *console_box;
  GtkLabel      *console;
  ActSyncStatus *sync_status;
};

G_DEFINE_FINAL_TYPE (ActConnectionButton, act_connection_button, GTK_TYPE_WIDGET)

static void
update_offline (ActConnectionButton *self)
{
  g_autofree char *text = NULL;
  guint            ready = 0;
  guint            total = 0;

  if (self->session != NULL)
    act_session_get_offline_progress (self->session, &ready, &total);

  /* Translators: for how many events all that their follow-ups show is kept, as in "480 of 500". */
  text = g_strdup_printf (_ ("Ready for offline: %u of %u"), ready, total);
  gtk_label_set_text (self->offline, text);
  gtk_widget_set_visible (GTK_WIDGET (self->offline), total > 0);
}

static void
update_console (ActConnectionButton *self)
{
  const char *address = NULL;

  if (self->session != NULL)
    address = act_session_get_console_address (self->session);

  gtk_label_set_text (self->console, address != NULL ? address : _ ("Not set"));
  gtk_widget_set_visible (self->console_box, self->session != NULL);
}

static void
offline_changed_cb (ActConnectionButton *self)
{
  update_offline (self);
}

static void
console_changed_cb (ActConnectionButton *self)
{
  update_console (self);
}

/* The dialog that opens would stand behind the popover. */
static void
change_console_cb (ActConnectionButton *self)
{
  gtk_menu_button_popdown (self->menu_button);
  gtk_widget_activate_action (GTK_WIDGET (self), "events.console-address", NULL);
}

static void
act_connection_button_dispose (GObject *object)
{
  ActConnectionButton *self = ACT_CONNECTION_BUTTON (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CONNECTION_BUTTON);

  G_OBJECT_CLASS (act_connection_button_parent_class)->dispose (object);
}

static void
act_connection_button_class_init (ActConnectionButtonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_connection_button_dispose;

  g_type_ensure (ACT_TYPE_SYNC_STATUS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-connection-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, address);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, console);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, console_box);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, image);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, label);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, name);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, offline);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, organisation);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, sync_status);
  gtk_widget_class_bind_template_callback (widget_class, change_console_cb);
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
 * act_connection_button_set_session:
 * @self: a button
 * @session: (nullable): what works for the connection
 *
 * Watches another session.
 */
void
act_connection_button_set_session (ActConnectionButton *self,
                                   ActSession          *session)
{
  g_return_if_fail (ACT_IS_CONNECTION_BUTTON (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_set_object (&self->session, session);
  act_sync_status_set_session (self->sync_status, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "offline-changed", G_CALLBACK (offline_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "console-changed", G_CALLBACK (console_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  update_offline (self);
  update_console (self);
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
