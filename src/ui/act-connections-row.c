/* A connection in the list in which they are managed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connections-row.h"

#include "act-accessible.h"
#include "act-colour-dot.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

struct _ActConnectionsRow
{
  GtkListBoxRow parent_instance;

  ActConnectionEntry *entry; /* (owned) */

  ActColourDot *dot;
  GtkLabel     *name;
  GtkLabel     *subtitle;
  GtkWidget    *edit_button;
  GtkWidget    *menu_button;
};

G_DEFINE_FINAL_TYPE (ActConnectionsRow, act_connections_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_EDIT,
  SIGNAL_UPDATE_KEY,
  SIGNAL_REMOVE,
  SIGNAL_MOVE,
  SIGNAL_DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
build_host (ActConnection *connection)
{
  g_autoptr (GUri) uri = g_uri_parse (act_connection_get_base_url (connection), G_URI_FLAGS_ENCODED, NULL);

  return act_safe_text_line (uri != NULL ? g_uri_get_host (uri) : NULL);
}

static void
show_connection (ActConnectionsRow *self)
{
  ActConnection   *connection = act_connection_entry_get_connection (self->entry);
  g_autofree char *name = act_safe_text_line (act_connection_get_name (connection));
  g_autofree char *organisation = act_safe_text_id (act_connection_get_organisation_id (connection));
  g_autofree char *host = build_host (connection);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", organisation, host);
  /* Translators: what the user calls a connection. */
  g_autofree char *edit = g_strdup_printf (_ ("Edit “%s”"), name);
  /* Translators: what the user calls a connection. */
  g_autofree char *more = g_strdup_printf (_ ("More for “%s”"), name);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->subtitle, subtitle);
  act_colour_dot_set_colour (self->dot, act_connection_get_colour (connection));
  act_accessible_name_widget (GTK_WIDGET (self), name);
  act_accessible_name_widget (self->edit_button, edit);
  act_accessible_name_widget (self->menu_button, more);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
}

static void
emit_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (g_str_equal (action_name, "connection.edit"))
    g_signal_emit (widget, signals[SIGNAL_EDIT], 0);
  else if (g_str_equal (action_name, "connection.update-key"))
    g_signal_emit (widget, signals[SIGNAL_UPDATE_KEY], 0);
  else if (g_str_equal (action_name, "connection.remove"))
    g_signal_emit (widget, signals[SIGNAL_REMOVE], 0);
  else
    g_signal_emit (widget, signals[SIGNAL_MOVE], 0,
                   g_str_equal (action_name, "connection.move-up") ? -1 : 1);
}

static GdkContentProvider *
prepare_cb (GtkDragSource     *source,
            double             x,
            double             y,
            ActConnectionsRow *self)
{
  return gdk_content_provider_new_typed (ACT_TYPE_CONNECTION_ENTRY, self->entry);
}

static void
drag_begin_cb (GtkDragSource     *source,
               GdkDrag           *drag,
               ActConnectionsRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget     *target,
         const GValue      *value,
         double             x,
         double             y,
         ActConnectionsRow *self)
{
  ActConnectionEntry *entry = g_value_get_object (value);

  if (entry == NULL || entry == self->entry)
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, entry);

  return TRUE;
}

static void
add_drop_target (ActConnectionsRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (ACT_TYPE_CONNECTION_ENTRY, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
act_connections_row_dispose (GObject *object)
{
  ActConnectionsRow *self = ACT_CONNECTIONS_ROW (object);

  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CONNECTIONS_ROW);

  G_OBJECT_CLASS (act_connections_row_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const names[] = {
    "connection.edit",
    "connection.update-key",
    "connection.remove",
    "connection.move-up",
    "connection.move-down",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, emit_action_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "connection.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "connection.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "connection.remove", NULL);
}

static void
act_connections_row_class_init (ActConnectionsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_connections_row_dispose;

  signals[SIGNAL_EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_UPDATE_KEY] = g_signal_new ("update-key", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, ACT_TYPE_CONNECTION_ENTRY);

  g_type_ensure (ACT_TYPE_COLOUR_DOT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-connections-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConnectionsRow, dot);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionsRow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionsRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionsRow, name);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionsRow, subtitle);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  install_actions (widget_class);
}

static void
act_connections_row_init (ActConnectionsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drop_target (self);
}

/**
 * act_connections_row_new:
 * @entry: a connection
 *
 * Returns: (transfer floating): a row that shows it as it is now and later
 */
GtkWidget *
act_connections_row_new (ActConnectionEntry *entry)
{
  ActConnectionsRow *self = NULL;

  g_return_val_if_fail (ACT_IS_CONNECTION_ENTRY (entry), NULL);

  self = g_object_new (ACT_TYPE_CONNECTIONS_ROW, NULL);
  self->entry = g_object_ref (entry);
  show_connection (self);
  g_signal_connect_object (entry, "notify::connection", G_CALLBACK (show_connection), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * act_connections_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): its connection
 */
ActConnectionEntry *
act_connections_row_get_entry (ActConnectionsRow *self)
{
  g_return_val_if_fail (ACT_IS_CONNECTIONS_ROW (self), NULL);

  return self->entry;
}

/**
 * act_connections_row_set_place:
 * @self: a row
 * @is_first: whether it cannot be moved up
 * @is_last: whether it cannot be moved down
 *
 * Offers only moves that lead somewhere.
 */
void
act_connections_row_set_place (ActConnectionsRow *self,
                               gboolean           is_first,
                               gboolean           is_last)
{
  g_return_if_fail (ACT_IS_CONNECTIONS_ROW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "connection.move-up", !is_first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "connection.move-down", !is_last);
}
