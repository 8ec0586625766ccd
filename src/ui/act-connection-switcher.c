/* The list of connections to choose from
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-switcher.h"

#include "act-connection-row.h"

struct _ActConnectionSwitcher
{
  GtkWidget parent_instance;

  GListModel         *connections; /* (owned) (nullable) */
  ActConnectionEntry *shown;       /* (owned) (nullable) */

  GtkWidget  *scrolled_window;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ActConnectionSwitcher, act_connection_switcher, GTK_TYPE_WIDGET)

static guint chosen_signal;

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  ActConnectionSwitcher *self = user_data;
  GtkWidget             *row = act_connection_row_new (item);

  act_connection_row_set_shown (ACT_CONNECTION_ROW (row), item == (gpointer) self->shown);

  return row;
}

static void
items_changed_cb (ActConnectionSwitcher *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->connections != NULL &&
                                                 g_list_model_get_n_items (self->connections) > 1);
}

static void
row_activated_cb (GtkListBox            *list,
                  GtkListBoxRow         *row,
                  ActConnectionSwitcher *self)
{
  g_signal_emit (self, chosen_signal, 0, act_connection_row_get_entry (ACT_CONNECTION_ROW (row)));
}

/* The keyboard begins at the connection that is shown. */
static gboolean
act_connection_switcher_grab_focus (GtkWidget *widget)
{
  ActConnectionSwitcher *self = ACT_CONNECTION_SWITCHER (widget);
  GtkListBoxRow         *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (act_connection_row_get_entry (ACT_CONNECTION_ROW (row)) == self->shown)
        return gtk_widget_grab_focus (GTK_WIDGET (row));
    }

  return FALSE;
}

static void
act_connection_switcher_dispose (GObject *object)
{
  ActConnectionSwitcher *self = ACT_CONNECTION_SWITCHER (object);

  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);

  g_clear_object (&self->connections);
  g_clear_object (&self->shown);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CONNECTION_SWITCHER);

  G_OBJECT_CLASS (act_connection_switcher_parent_class)->dispose (object);
}

static void
act_connection_switcher_class_init (ActConnectionSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_connection_switcher_dispose;
  widget_class->grab_focus = act_connection_switcher_grab_focus;

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, ACT_TYPE_CONNECTION_ENTRY);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-connection-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSwitcher, list);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSwitcher, scrolled_window);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
act_connection_switcher_init (ActConnectionSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_connection_switcher_new:
 *
 * Returns: (transfer floating): a switcher without connections
 */
GtkWidget *
act_connection_switcher_new (void)
{
  return g_object_new (ACT_TYPE_CONNECTION_SWITCHER, NULL);
}

/**
 * act_connection_switcher_set_connections:
 * @self: a switcher
 * @connections: (nullable): a model of #ActConnectionEntry
 * @shown: (nullable): the one of them that is on the screen
 *
 * Lists other connections.
 */
void
act_connection_switcher_set_connections (ActConnectionSwitcher *self,
                                         GListModel            *connections,
                                         ActConnectionEntry    *shown)
{
  g_return_if_fail (ACT_IS_CONNECTION_SWITCHER (self));

  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);

  g_set_object (&self->connections, connections);
  g_set_object (&self->shown, shown);
  gtk_list_box_bind_model (self->list, connections, create_row_cb, self, NULL);
  if (connections != NULL)
    g_signal_connect_object (connections, "items-changed", G_CALLBACK (items_changed_cb), self,
                             G_CONNECT_SWAPPED);

  items_changed_cb (self);
}
