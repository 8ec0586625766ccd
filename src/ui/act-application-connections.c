/* The connections of the application, and what can be done with them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-application-private.h"

#include "act-connection-dialog.h"
#include "act-connections-dialog.h"
#include "act-secret-dialog.h"
#include "act-update-key-dialog.h"

#include <gio/gio.h>

/* Whether connections can be added and removed: not those of the demo. */
gboolean
act_application_manages (ActApplication *self)
{
  return self->connections != NULL && !self->launch->is_demo;
}

static GPtrArray *
list_entries (ActConnections *connections)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint      n = g_list_model_get_n_items (G_LIST_MODEL (connections));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (entries, g_list_model_get_item (G_LIST_MODEL (connections), i));

  return entries;
}

/* A connection that was added is what its user wants to see. */
static void
items_changed_cb (ActApplication *self)
{
  g_autoptr (GPtrArray) former = g_steal_pointer (&self->known);
  ActWindow *window = act_application_get_window (self);

  self->known = list_entries (self->connections);
  for (guint i = 0; window != NULL && i < self->known->len; i++)
    {
      ActConnectionEntry *entry = g_ptr_array_index (self->known, i);

      if (g_ptr_array_find (former, entry, NULL))
        continue;

      act_application_open (self, entry);
      act_window_show_entry (window, entry);
    }

  act_application_update_notifiers (self);
}

/* Reads the list, with the connection of the command line or the environment in it. */
void
act_application_load_connections (ActApplication *self)
{
  ActLaunch *launch = self->launch;

  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);
  g_clear_object (&self->connections);
  g_ptr_array_set_size (self->known, 0);
  act_application_update_notifiers (self);
  if (launch == NULL || launch->directory == NULL)
    return;

  self->connections = launch->is_demo ? act_connections_new_unkept (launch->directory)
                                      : act_connections_new (launch->directory);
  if (launch->connection != NULL)
    act_connections_add_for_session (self->connections, launch->connection, launch->secret);

  g_ptr_array_unref (self->known);
  self->known = list_entries (self->connections);
  act_application_update_connection_actions (self);
  act_application_update_notifiers (self);
  g_signal_connect_object (self->connections, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_connection_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ActApplication     *self = ACT_APPLICATION (user_data);
  ActWindow          *window = act_application_get_window (self);
  ActConnectionEntry *entry = NULL;

  /* Another start of the program asks for it, and then for a window, which takes the focus. */
  if (window == NULL)
    {
      g_free (self->wanted_id);
      self->wanted_id = g_variant_dup_string (parameter, NULL);
      return;
    }

  if (self->connections != NULL)
    entry = act_connections_find (self->connections, g_variant_get_string (parameter, NULL));
  if (entry != NULL)
    act_window_show_entry (window, entry);

  /* A notification asks for no more than this. */
  gtk_window_present (GTK_WINDOW (window));
}

static GtkWidget *
get_parent (ActApplication *self)
{
  return GTK_WIDGET (act_application_get_window (self));
}

static void
add_connection_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  ActApplication *self = ACT_APPLICATION (user_data);

  if (act_application_manages (self) && get_parent (self) != NULL)
    act_connection_dialog_present (get_parent (self), self->connections, NULL);
}

static void
manage_connections_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  ActApplication *self = ACT_APPLICATION (user_data);

  if (act_application_manages (self) && get_parent (self) != NULL)
    act_connections_dialog_present (get_parent (self), self->connections);
}

static void
edit_connection_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ActApplication     *self = ACT_APPLICATION (user_data);
  ActConnectionEntry *entry = act_application_get_entry (self);

  if (act_application_manages (self) && entry != NULL)
    act_connection_dialog_present (get_parent (self), self->connections, entry);
}

static void
enter_secret_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ActApplication     *self = ACT_APPLICATION (user_data);
  ActConnectionEntry *entry = act_application_get_entry (self);

  if (act_application_manages (self) && entry != NULL)
    act_secret_dialog_present (get_parent (self), self->connections, entry);
}

static void
try_keyring_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ActApplication     *self = ACT_APPLICATION (user_data);
  ActConnectionEntry *entry = act_application_get_entry (self);

  if (act_application_manages (self) && entry != NULL)
    act_connections_unlock (self->connections, entry);
}

static void
update_key_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ActApplication     *self = ACT_APPLICATION (user_data);
  ActConnectionEntry *entry = act_application_get_entry (self);

  if (act_application_manages (self) && entry != NULL)
    act_update_key_dialog_present (get_parent (self), self->connections, entry);
}

static void
set_enabled (ActApplication *self,
             const char     *name,
             gboolean        enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* The demo has one connection, which stays as it is. */
void
act_application_update_connection_actions (ActApplication *self)
{
  gboolean manages = act_application_manages (self);
  gboolean has_entry = manages && act_application_get_entry (self) != NULL;

  set_enabled (self, "add-connection", manages);
  set_enabled (self, "manage-connections", manages);
  set_enabled (self, "edit-connection", has_entry);
  set_enabled (self, "enter-secret", has_entry);
  set_enabled (self, "try-keyring", has_entry);
  set_enabled (self, "update-key", has_entry);
}

void
act_application_add_connection_actions (ActApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-connection", .activate = add_connection_cb },
    { .name = "edit-connection", .activate = edit_connection_cb },
    { .name = "enter-secret", .activate = enter_secret_cb },
    { .name = "manage-connections", .activate = manage_connections_cb },
    { .name = "show-connection", .activate = show_connection_cb, .parameter_type = "s" },
    { .name = "try-keyring", .activate = try_keyring_cb },
    { .name = "update-key", .activate = update_key_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  act_application_update_connection_actions (self);
}
