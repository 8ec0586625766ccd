/* Which organisation the window is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-button.h"

#include "act-accessible.h"
#include "act-colour-dot.h"
#include "act-connection-switcher.h"
#include "act-entry-watch.h"
#include "act-safe-text.h"
#include "act-session-console.h"
#include "act-session-offline.h"
#include "act-sync-status.h"

#include <glib/gi18n.h>

struct _ActConnectionButton
{
  GtkWidget parent_instance;

  ActSession         *session;     /* (owned) (nullable) */
  GListModel         *connections; /* (owned) (nullable) */
  ActConnectionEntry *entry;       /* (owned) (nullable): the one that is shown */
  GPtrArray          *others;      /* (owned) (element-type ActEntryWatch) */
  gboolean            narrow;

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

  ActColourDot          *dot;
  GtkWidget             *arrow;
  GtkWidget             *others_image;
  ActConnectionSwitcher *switcher;
  GtkWidget             *manage_box;
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

/* The first of the other connections that needs the user, or NULL. */
static ActEntryWatch *
find_needy (ActConnectionButton *self)
{
  for (guint i = 0; i < self->others->len; i++)
    {
      ActEntryWatch *watch = g_ptr_array_index (self->others, i);

      if (act_entry_watch_get_condition (watch) >= ACT_ENTRY_REFUSED)
        return watch;
    }

  return NULL;
}

/* Where there is no room for the name, an icon stands for it, or the colour, and nothing beside it. */
static void
update_width (ActConnectionButton *self)
{
  gboolean several = self->connections != NULL && g_list_model_get_n_items (self->connections) > 1;

  gtk_widget_set_visible (GTK_WIDGET (self->label), !self->narrow);
  gtk_widget_set_visible (self->arrow, !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->image), self->narrow && !several);
}

/* What is wrong with a connection that is not on the screen is told by icon and in words. */
static void
update_others (ActConnectionButton *self)
{
  ActEntryWatch   *needy = find_needy (self);
  g_autofree char *text = NULL;

  if (needy != NULL)
    {
      g_autofree char *name = act_entry_watch_dup_name (needy);

      /* Translators: the name of a connection, and what is wrong with it. */
      text = g_strdup_printf (_ ("%1$s: %2$s"), name,
                              act_entry_condition_get_text (act_entry_watch_get_condition (needy)));
    }

  gtk_widget_set_visible (self->others_image, text != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), text != NULL ? text : _ ("Connection"));
}

static void
watch_others (ActConnectionButton *self)
{
  guint n = self->connections != NULL ? g_list_model_get_n_items (self->connections) : 0;

  g_ptr_array_set_size (self->others, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ActConnectionEntry) entry = g_list_model_get_item (self->connections, i);
      ActEntryWatch *watch = NULL;

      if (entry == self->entry)
        continue;

      watch = act_entry_watch_new (entry);
      g_signal_connect_object (watch, "changed", G_CALLBACK (update_others), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->others, watch);
    }

  update_others (self);
  update_width (self);
}

static void
connection_chosen_cb (ActConnectionButton *self,
                      ActConnectionEntry  *entry)
{
  const char *id = act_connection_get_id (act_connection_entry_get_connection (entry));

  gtk_menu_button_popdown (self->menu_button);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.show-connection", "s", id);
}

static void
popover_shown_cb (ActConnectionButton *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->switcher)))
    gtk_widget_grab_focus (GTK_WIDGET (self->switcher));
}

static void
add_clicked_cb (ActConnectionButton *self)
{
  gtk_menu_button_popdown (self->menu_button);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.add-connection", NULL);
}

static void
manage_clicked_cb (ActConnectionButton *self)
{
  gtk_menu_button_popdown (self->menu_button);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.manage-connections", NULL);
}

static void
act_connection_button_dispose (GObject *object)
{
  ActConnectionButton *self = ACT_CONNECTION_BUTTON (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);

  g_clear_object (&self->session);
  g_clear_object (&self->connections);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CONNECTION_BUTTON);

  G_OBJECT_CLASS (act_connection_button_parent_class)->dispose (object);
}

static void
act_connection_button_class_init (ActConnectionButtonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_connection_button_dispose;

  g_type_ensure (ACT_TYPE_COLOUR_DOT);
  g_type_ensure (ACT_TYPE_CONNECTION_SWITCHER);
  g_type_ensure (ACT_TYPE_SYNC_STATUS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-connection-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, address);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, arrow);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, console);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, console_box);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, dot);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, image);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, label);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, manage_box);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, name);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, offline);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, organisation);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, others_image);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, switcher);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionButton, sync_status);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_console_cb);
  gtk_widget_class_bind_template_callback (widget_class, connection_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, manage_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
act_connection_button_init (ActConnectionButton *self)
{
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
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
  g_autofree char *name = NULL;

  g_return_if_fail (ACT_IS_CONNECTION_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), connection != NULL);
  if (connection == NULL)
    return;

  name = act_safe_text_line (act_connection_get_name (connection));
  act_accessible_name_widget (GTK_WIDGET (self->menu_button), name);
  act_colour_dot_set_colour (self->dot, act_connection_get_colour (connection));
  gtk_label_set_label (self->label, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->organisation, act_connection_get_organisation_id (connection));
  gtk_label_set_label (self->address, act_connection_get_base_url (connection));
}

/**
 * act_connection_button_set_connections:
 * @self: a button
 * @connections: (nullable): a model of #ActConnectionEntry that can be managed
 * @entry: (nullable): the one of them that the button is about
 *
 * Lets the user choose among connections, and tells when one of the others needs something.
 */
void
act_connection_button_set_connections (ActConnectionButton *self,
                                       GListModel          *connections,
                                       ActConnectionEntry  *entry)
{
  g_return_if_fail (ACT_IS_CONNECTION_BUTTON (self));

  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);

  g_set_object (&self->connections, connections);
  g_set_object (&self->entry, entry);
  gtk_widget_set_visible (self->manage_box, connections != NULL);
  act_connection_switcher_set_connections (self->switcher, connections, entry);
  if (connections != NULL)
    g_signal_connect_object (connections, "items-changed", G_CALLBACK (watch_others), self,
                             G_CONNECT_SWAPPED);

  watch_others (self);
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
 * Shows an icon, or the colour alone, instead of the name.
 */
void
act_connection_button_set_narrow (ActConnectionButton *self,
                                  gboolean             narrow)
{
  g_return_if_fail (ACT_IS_CONNECTION_BUTTON (self));

  self->narrow = narrow;
  update_width (self);
}
