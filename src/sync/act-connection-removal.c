/* Removes a connection: its secret, its store with all copies, and its place in the list
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connections-private.h"

#include "act-connection-file.h"
#include "act-session-private.h"
#include "act-store-removal.h"

static ActConnection *
get_connection (GTask *task)
{
  return act_connection_entry_get_connection (g_task_get_task_data (task));
}

static void
store_removed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActConnections *self = g_task_get_source_object (task);
  const char     *id = act_connection_get_id (get_connection (task));
  g_autoptr (GError) error = NULL;

  if (!act_store_remove_finish (result, &error) ||
      (self->is_kept && !act_connection_file_remove (self->folder, id, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  act_connections_drop (self, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActConnections  *self = g_task_get_source_object (task);
  GCancellable    *cancellable = g_task_get_cancellable (task);
  g_autofree char *path = act_session_build_store_path (get_connection (task), self->folder);
  g_autoptr (GError) error = NULL;

  if (!act_connection_entry_close_finish (ACT_CONNECTION_ENTRY (source), result, &error))
    g_info ("A store that is removed did not close: %s", error->message);

  act_store_remove_async (path, cancellable, store_removed_cb, g_steal_pointer (&task));
}

/* Takes the task. */
static void
close_session (GTask *task)
{
  act_connection_entry_close_async (g_task_get_task_data (task), closed_cb, task);
}

/* Where there is no keyring, or it never had the secret, there is nothing to forget. */
static gboolean
is_in_the_way (ActConnectionEntry *entry,
               const GError       *error)
{
  ActSecretPlace place = act_connection_entry_get_secret_place (entry);

  return !g_error_matches (error, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_ABSENT) &&
         place != ACT_SECRET_PLACE_NOWHERE && place != ACT_SECRET_PLACE_THIS_SESSION;
}

static void
secret_cleared_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_keyring_clear_finish (ACT_KEYRING (source), result, &error) &&
      is_in_the_way (g_task_get_task_data (task), error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    close_session (g_steal_pointer (&task));
}

/**
 * act_connections_remove_async:
 * @self: a list
 * @entry: an entry of it
 * @cancellable: (nullable): stops waiting for the keyring and for other processes
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Removes the secret, closes the session, and removes the store, its backups and the copies that were
 * set aside, whatever was not sent. The entry leaves the list last: what fails can be tried again.
 */
void
act_connections_remove_async (ActConnections     *self,
                              ActConnectionEntry *entry,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ACT_IS_CONNECTIONS (self));
  g_return_if_fail (ACT_IS_CONNECTION_ENTRY (entry));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_connections_remove_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (entry), g_object_unref);
  if (self->keyring == NULL)
    close_session (g_steal_pointer (&task));
  else
    act_keyring_clear_async (self->keyring, act_connection_entry_get_connection (entry), cancellable,
                             secret_cleared_cb, g_steal_pointer (&task));
}

/**
 * act_connections_remove_finish:
 * @self: the list
 * @result: the result
 * @error: of %ACT_KEYRING_ERROR if the keyring could not forget the secret, and nothing was removed;
 *   of %ACT_STORE_ERROR, %ACT_STORE_ERROR_BUSY if another process has the store open; of %G_IO_ERROR
 *
 * Returns: whether nothing of the connection is left
 */
gboolean
act_connections_remove_finish (ActConnections *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, act_connections_remove_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
