/* The connection that a review is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-review-private.h"

#include "act-safe-text.h"

#include <glib/gi18n.h>

/* The review shows the session while there is one, and else why there is none. */
static void
follow (ActReview *self)
{
  const GError *error = act_connection_entry_get_error (self->entry);
  ActSession   *session = act_connection_entry_get_session (self->entry);

  if (session != NULL && session == self->session)
    return;

  act_review_set_session (self, session);
  if (session != NULL)
    return;

  if (error != NULL)
    act_review_show_open_error (self, error);
  else
    act_review_show_opening (self, act_connection_entry_get_connection (self->entry));
}

static void
connection_cb (ActReview *self)
{
  act_connection_button_set_connection (self->connection_button,
                                        act_connection_entry_get_connection (self->entry));
  act_review_place_name (self);
  act_review_update_status (self);
}

static void
connections_changed_cb (ActReview *self)
{
  g_autofree char *name = act_review_dup_name (self);

  act_undo_toast_set_connection_name (self->undo_toast, name);
  act_review_place_name (self);
}

/**
 * act_review_set_entry:
 * @self: a review without an entry
 * @connections: the connections among which it is
 * @entry: one of them
 * @can_manage: whether connections can be added and removed
 *
 * Shows this connection from now on: its session while it has one, and else why it has none.
 */
void
act_review_set_entry (ActReview          *self,
                      ActConnections     *connections,
                      ActConnectionEntry *entry,
                      gboolean            can_manage)
{
  g_return_if_fail (ACT_IS_REVIEW (self));
  g_return_if_fail (self->entry == NULL);

  self->connections = g_object_ref (G_LIST_MODEL (connections));
  self->entry = g_object_ref (entry);
  g_signal_connect_object (connections, "items-changed", G_CALLBACK (connections_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::session", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::state", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::connection", G_CALLBACK (connection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::secret-place", G_CALLBACK (act_review_update_status), self,
                           G_CONNECT_SWAPPED);
  act_connection_button_set_connections (self->connection_button, can_manage ? self->connections : NULL,
                                         entry);
  connections_changed_cb (self);
  follow (self);
}

/**
 * act_review_get_entry:
 * @self: a review
 *
 * Returns: (transfer none) (nullable): the connection that it is about
 */
ActConnectionEntry *
act_review_get_entry (ActReview *self)
{
  g_return_val_if_fail (ACT_IS_REVIEW (self), NULL);

  return self->entry;
}

void
act_review_forget_entry (ActReview *self)
{
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);

  g_clear_object (&self->entry);
  g_clear_object (&self->connections);
}

/* The name by which what is said of this connection is told from what is said of others; NULL while
 * there are none. */
char *
act_review_dup_name (ActReview *self)
{
  if (self->connections == NULL || g_list_model_get_n_items (self->connections) < 2)
    return NULL;

  return act_safe_text_line (
      act_connection_get_name (act_connection_entry_get_connection (self->entry)));
}

/* Opens a dialog, and says in its title which connection it is about. */
void
act_review_present (ActReview *self,
                    GtkWidget *dialog)
{
  g_autofree char *name = act_review_dup_name (self);

  if (name != NULL)
    {
      /* Translators: the title of a dialog, and the name of the connection that it is about. */
      g_autofree char *title = g_strdup_printf (_ ("%1$s · %2$s"),
                                                gtk_window_get_title (GTK_WINDOW (dialog)), name);

      gtk_window_set_title (GTK_WINDOW (dialog), title);
    }

  gtk_window_present (GTK_WINDOW (dialog));
}
