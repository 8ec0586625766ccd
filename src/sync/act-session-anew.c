/* Starts a new store for a connection whose store cannot be opened
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-anew.h"

#include "act-session-private.h"
#include "act-store-anew.h"

/**
 * act_session_list_unsent_async:
 * @connection: the connection
 * @directory: the folder of the stores
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads what was not sent from the store of a connection that a newer version wrote.
 */
void
act_session_list_unsent_async (ActConnection      *connection,
                               const char         *directory,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autofree char *path = act_session_build_store_path (connection, directory);

  act_store_list_unsent_async (path, cancellable, callback, user_data);
}

/**
 * act_session_list_unsent_finish:
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActUnsent): the changes
 */
GPtrArray *
act_session_list_unsent_finish (GAsyncResult *result,
                                GError      **error)
{
  return act_store_list_unsent_finish (result, error);
}

/**
 * act_session_set_aside_async:
 * @connection: the connection, which no session is open for
 * @directory: the folder of the stores
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Gives the store of a connection another name, so that the next session begins with a new one.
 */
void
act_session_set_aside_async (ActConnection      *connection,
                             const char         *directory,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autofree char *path = act_session_build_store_path (connection, directory);

  act_store_set_aside_async (path, cancellable, callback, user_data);
}

/**
 * act_session_set_aside_finish:
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (type filename): where the store is now
 */
char *
act_session_set_aside_finish (GAsyncResult *result,
                              GError      **error)
{
  return act_store_set_aside_finish (result, error);
}
