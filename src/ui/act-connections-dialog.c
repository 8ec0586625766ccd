/* All connections, to be put in order, set up and removed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connections-dialog.h"

#include "act-connection-dialog.h"
#include "act-connections-row.h"
#include "act-problem-box.h"
#include "act-remove-connection-dialog.h"
#include "act-update-key-dialog.h"

#include <glib/gi18n.h>

struct _ActConnectionsDialog
{
  AdwWindow parent_instance;

  ActConnections     *connections; /* (owned) */
  ActConnectionEntry *asked_about; /* (owned) (nullable): whether it is to be removed */
  GCancellable       *cancellable; /* (owned) */

  GtkStack      *stack;
  GtkListBox    *list;
  ActProblemBox *problem;
};

G_DEFINE_FINAL_TYPE (ActConnectionsDialog, act_connections_dialog, ADW_TYPE_WINDOW)

static guint
get_n_entries (ActConnectionsDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->connections));
}

static ActConnectionsRow *
get_row (ActConnectionsDialog *self,
         guint                 position)
{
  return ACT_CONNECTIONS_ROW (gtk_list_box_get_row_at_index (self->list, (int) position));
}

static void
update_rows (ActConnectionsDialog *self)
{
  guint n_entries = get_n_entries (self);

  for (guint i = 0; i < n_entries; i++)
    act_connections_row_set_place (get_row (self, i), i == 0, i + 1 == n_entries);

  gtk_stack_set_visible_child_name (self->stack, n_entries > 0 ? "list" : "empty");
}

/* The row was made anew at its new place, and whoever moved it goes on with it. */
static void
move (ActConnectionsDialog *self,
      ActConnectionEntry   *entry,
      guint                 position)
{
  g_autoptr (ActConnectionEntry) moved = g_object_ref (entry);
  g_autoptr (GError) error = NULL;

  act_problem_box_hide (self->problem);
  if (!act_connections_move (self->connections, moved, position, &error))
    {
      act_problem_box_show_error (self->problem, error);
      return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (get_row (self, position)));
}

static void
move_cb (ActConnectionsDialog *self,
         int                   places,
         ActConnectionsRow    *row)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + places;

  if (position >= 0 && position < (int) get_n_entries (self))
    move (self, act_connections_row_get_entry (row), (guint) position);
}

static void
dropped_cb (ActConnectionsDialog *self,
            ActConnectionEntry   *entry,
            ActConnectionsRow    *row)
{
  move (self, entry, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
edit_cb (ActConnectionsDialog *self,
         ActConnectionsRow    *row)
{
  act_connection_dialog_present (GTK_WIDGET (self), self->connections,
                                 act_connections_row_get_entry (row));
}

static void
row_activated_cb (ActConnectionsDialog *self,
                  GtkListBoxRow        *row)
{
  edit_cb (self, ACT_CONNECTIONS_ROW (row));
}

static void
update_key_cb (ActConnectionsDialog *self,
               ActConnectionsRow    *row)
{
  act_update_key_dialog_present (GTK_WIDGET (self), self->connections,
                                 act_connections_row_get_entry (row));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean              removed = FALSE;
  ActConnectionsDialog *self = NULL;

  removed = act_connections_remove_finish (ACT_CONNECTIONS (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_CONNECTIONS_DIALOG (user_data);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  if (!removed)
    act_problem_box_show_error (self->problem, error);
}

static void
confirmed_cb (ActConnectionsDialog *self)
{
  g_autoptr (ActConnectionEntry) entry = g_steal_pointer (&self->asked_about);

  act_problem_box_hide (self->problem);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  act_connections_remove_async (self->connections, entry, self->cancellable, removed_cb, self);
}

static void
remove_cb (ActConnectionsDialog *self,
           ActConnectionsRow    *row)
{
  GtkWidget *dialog = NULL;

  g_set_object (&self->asked_about, act_connections_row_get_entry (row));
  dialog = act_remove_connection_dialog_new (GTK_WINDOW (self), self->asked_about);
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_cb (ActConnectionsDialog *self)
{
  act_connection_dialog_present (GTK_WIDGET (self), self->connections, NULL);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  GtkWidget *row = act_connections_row_new (ACT_CONNECTION_ENTRY (item));

  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edit", G_CALLBACK (edit_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (move_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "update-key", G_CALLBACK (update_key_cb), user_data,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
act_connections_dialog_dispose (GObject *object)
{
  ActConnectionsDialog *self = ACT_CONNECTIONS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->asked_about);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->connections);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CONNECTIONS_DIALOG);

  G_OBJECT_CLASS (act_connections_dialog_parent_class)->dispose (object);
}

static void
act_connections_dialog_class_init (ActConnectionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_connections_dialog_dispose;

  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-connections-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConnectionsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionsDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionsDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
act_connections_dialog_init (ActConnectionsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_connections_dialog_present:
 * @parent: (nullable): a widget of the window that it belongs to
 * @connections: the connections
 *
 * Lists the connections.
 */
void
act_connections_dialog_present (GtkWidget      *parent,
                                ActConnections *connections)
{
  ActConnectionsDialog *self = NULL;
  GtkRoot              *root = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WIDGET (parent));
  g_return_if_fail (ACT_IS_CONNECTIONS (connections));

  root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  self = g_object_new (ACT_TYPE_CONNECTIONS_DIALOG, "transient-for", root, NULL);
  self->connections = g_object_ref (connections);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (connections), create_row_cb, self, NULL);
  /* After the list's own handler, so that the rows are there. */
  g_signal_connect_object (connections, "items-changed", G_CALLBACK (update_rows), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_rows (self);
  gtk_window_present (GTK_WINDOW (self));
}
