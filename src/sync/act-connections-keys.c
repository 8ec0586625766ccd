/* The keys of the list of connections: new connections, other keys, and the keyring
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connections-private.h"

#include "act-connection-test.h"
#include "act-redact.h"

/* A key that is to be kept, which is the data of its task. */
typedef struct
{
  ActConnectionEntry *entry;      /* (owned) (nullable): %NULL for a new connection */
  ActConnection      *connection; /* (owned) */
  char               *secret;     /* (owned) */
  gboolean            only_this_session;
} NewKey;

static void
free_new_key (gpointer data)
{
  NewKey *new_key = data;

  g_clear_object (&new_key->entry);
  act_connection_unref (new_key->connection);
  act_redact_free (new_key->secret);
  g_free (new_key);
}

static GTask *
create_task (ActConnections     *self,
             ActConnectionEntry *entry,
             ActConnection      *connection,
             const char         *secret,
             gboolean            only_this_session,
             GTask              *task)
{
  NewKey *new_key = g_new0 (NewKey, 1);

  g_set_object (&new_key->entry, entry);
  new_key->connection = act_connection_ref (connection);
  new_key->secret = g_strdup (secret);
  new_key->only_this_session = only_this_session || self->keyring == NULL;
  g_task_set_task_data (task, new_key, free_new_key);

  return task;
}

/* Colours tell connections apart for as long as there are enough of them. */
static ActConnection *
give_free_colour (ActConnections *self,
                  ActConnection  *connection)
{
  gboolean taken[ACT_N_CONNECTION_COLOURS] = { FALSE };
  g_autoptr (ActConnectionSettings) settings = act_connection_dup_settings (connection);

  for (guint i = 0; i < self->entries->len; i++)
    {
      ActConnectionEntry *entry = g_ptr_array_index (self->entries, i);

      taken[act_connection_get_colour (act_connection_entry_get_connection (entry))] = TRUE;
    }

  for (guint i = 0; taken[settings->colour] && i < ACT_N_CONNECTION_COLOURS; i++)
    settings->colour = (ActConnectionColour) i;

  return act_connection_copy_with_settings (connection, settings, NULL);
}

static ActConnection *
copy_with_key (ActConnection *connection,
               const char    *key_id,
               GError       **error)
{
  g_autoptr (ActConnectionSettings) settings = act_connection_dup_settings (connection);

  g_free (settings->key_id);
  settings->key_id = g_strdup (key_id);

  return act_connection_copy_with_settings (connection, settings, error);
}

/* It is there already, perhaps with another key, which stays written down. */
static void
use_key_of_environment (ActConnectionEntry *entry,
                        const char         *key_id,
                        const char         *secret)
{
  ActConnection *former = act_connection_entry_get_connection (entry);
  g_autoptr (ActConnection) connection = copy_with_key (former, key_id, NULL);

  if (!g_str_equal (act_connection_get_key_id (former), key_id))
    act_connection_entry_set_kept_key_id (entry, act_connection_get_key_id (former));
  act_connection_entry_set_key (entry, connection, secret, ACT_SECRET_PLACE_THIS_SESSION);
}

/**
 * act_connections_add_for_session:
 * @self: a list
 * @connection: the connection of the environment, or of the demo
 * @secret: (nullable): its secret, which is for this session only
 *
 * Adds a connection, or gives one that is there already its key for this session. What was set for it
 * stays as it is. That it cannot be written down is no reason for not using it.
 *
 * Returns: (transfer none): its entry
 */
ActConnectionEntry *
act_connections_add_for_session (ActConnections *self,
                                 ActConnection  *connection,
                                 const char     *secret)
{
  ActConnectionEntry *entry = NULL;
  g_autoptr (ActConnection) coloured = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ACT_IS_CONNECTIONS (self), NULL);
  g_return_val_if_fail (connection != NULL, NULL);

  entry = act_connections_find (self, act_connection_get_id (connection));
  if (entry != NULL && secret != NULL)
    use_key_of_environment (entry, act_connection_get_key_id (connection), secret);
  if (entry != NULL)
    return entry;

  coloured = give_free_colour (self, connection);
  entry = act_connections_append (self, coloured);
  if (secret != NULL)
    act_connection_entry_set_key (entry, coloured, secret, ACT_SECRET_PLACE_THIS_SESSION);
  if (!act_connections_save (self, entry, &error))
    g_info ("The connection was not written down: %s", error->message);

  return entry;
}

/* The secret is where it belongs; now the connection is written down, and used. What was edited while
 * the key was being tested is not lost. */
static void
use_new_key (GTask *task)
{
  ActConnections     *self = g_task_get_source_object (task);
  NewKey             *new_key = g_task_get_task_data (task);
  ActSecretPlace      place = new_key->only_this_session ? ACT_SECRET_PLACE_THIS_SESSION
                                                         : ACT_SECRET_PLACE_KEYRING;
  ActConnectionEntry *entry = new_key->entry;
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  if (entry == NULL)
    entry = act_connections_append (self, new_key->connection);

  connection = copy_with_key (act_connection_entry_get_connection (entry),
                              act_connection_get_key_id (new_key->connection), NULL);
  act_connection_entry_set_kept_key_id (entry, NULL);
  act_connection_entry_set_key (entry, connection, new_key->secret, place);
  if (!act_connections_save (self, entry, &error))
    {
      if (new_key->entry == NULL)
        act_connections_drop (self, entry);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_return_pointer (task, g_object_ref (entry), g_object_unref);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_keyring_store_finish (ACT_KEYRING (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    use_new_key (task);
}

/* Takes the task. */
static void
keep_new_key (GTask *task)
{
  g_autoptr (GTask) own = task;
  ActConnections *self = g_task_get_source_object (task);
  NewKey         *new_key = g_task_get_task_data (task);

  if (new_key->only_this_session)
    use_new_key (task);
  else
    act_keyring_store_async (self->keyring, new_key->connection, new_key->secret,
                             g_task_get_cancellable (task), stored_cb, g_steal_pointer (&own));
}

/**
 * act_connections_add_async:
 * @self: a list
 * @connection: a connection that is not in it, and was tested
 * @secret: the secret of its key; copied, and wiped when it is kept
 * @only_this_session: whether the secret is not to be kept
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Adds a connection at the end. It is not opened yet.
 */
void
act_connections_add_async (ActConnections     *self,
                           ActConnection      *connection,
                           const char         *secret,
                           gboolean            only_this_session,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ACT_IS_CONNECTIONS (self));
  g_return_if_fail (connection != NULL);
  g_return_if_fail (secret != NULL);

  task = create_task (self, NULL, connection, secret, only_this_session,
                      g_task_new (self, cancellable, callback, user_data));
  g_task_set_source_tag (task, act_connections_add_async);
  if (act_connections_find (self, act_connection_get_id (connection)) != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_EXISTS,
                             "This organisation of this server is in the list already");
  else
    keep_new_key (g_steal_pointer (&task));
}

/**
 * act_connections_add_finish:
 * @self: the list
 * @result: the result
 * @error: of %ACT_KEYRING_ERROR, %G_IO_ERROR_EXISTS if it is in the list, or another one of %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the new entry
 */
ActConnectionEntry *
act_connections_add_finish (ActConnections *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, act_connections_add_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A key that may not read events is still one of this organisation. */
static gboolean
check_report (const ActConnectionReport *report,
              GError                   **error)
{
  if (report->verdict == ACT_CONNECTION_WORKS || report->verdict == ACT_CONNECTION_NO_PERMISSION)
    return TRUE;

  if (report->verdict == ACT_CONNECTION_OTHER_ORGANISATION || report->error == NULL)
    g_set_error (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_ORGANISATION,
                 "The key belongs to organisation %s",
                 report->organisation_id != NULL ? report->organisation_id : "?");
  else if (error != NULL)
    *error = g_error_copy (report->error);

  return FALSE;
}

static void
tested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (ActConnectionReport) report = NULL;
  g_autoptr (GError) error = NULL;

  report = act_connection_test_finish (result, &error);
  if (report == NULL || !check_report (report, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    keep_new_key (g_steal_pointer (&task));
}

/**
 * act_connections_set_key_async:
 * @self: a list
 * @entry: an entry of it
 * @key_id: the id of another access key, or of the same
 * @secret: its secret; copied, and wiped when it is kept
 * @only_this_session: whether the secret is not to be kept
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Gives a connection a key that was rotated, after it was tested: one that does not work, or is one of
 * another organisation, is not taken. Changes that waited are sent then.
 */
void
act_connections_set_key_async (ActConnections     *self,
                               ActConnectionEntry *entry,
                               const char         *key_id,
                               const char         *secret,
                               gboolean            only_this_session,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ACT_IS_CONNECTIONS (self));
  g_return_if_fail (ACT_IS_CONNECTION_ENTRY (entry));
  g_return_if_fail (key_id != NULL);
  g_return_if_fail (secret != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_connections_set_key_async);
  connection = copy_with_key (act_connection_entry_get_connection (entry), key_id, &error);
  if (connection == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  create_task (self, entry, connection, secret, only_this_session, task);
  act_connection_test_async (connection, secret, cancellable, tested_cb, g_steal_pointer (&task));
}

/**
 * act_connections_set_key_finish:
 * @self: the list
 * @result: the result
 * @error: %ACT_CONNECTION_ERROR_ORGANISATION if it is one of another organisation, of
 *   %ACT_API_ERROR if it does not work or cannot be tested, of %ACT_KEYRING_ERROR, or of %G_IO_ERROR
 *
 * Returns: whether it is the key now
 */
gboolean
act_connections_set_key_finish (ActConnections *self,
                                GAsyncResult   *result,
                                GError        **error)
{
  g_autoptr (ActConnectionEntry) entry = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, act_connections_set_key_async), FALSE);

  entry = g_task_propagate_pointer (G_TASK (result), error);

  return entry != NULL;
}

/**
 * act_connections_unlock:
 * @self: a list
 * @entry: an entry of it
 *
 * Asks the keyring once more, which may make the desktop ask for its password.
 */
void
act_connections_unlock (ActConnections     *self,
                        ActConnectionEntry *entry)
{
  g_return_if_fail (ACT_IS_CONNECTIONS (self));
  g_return_if_fail (ACT_IS_CONNECTION_ENTRY (entry));

  act_connection_entry_ask_keyring (entry);
}
