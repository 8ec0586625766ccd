/* What was not sent from another computer, and waits for a word here
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-imported.h"

#include "act-store-imported-rows.h"
#include "act-store-private.h"

static gboolean
list_imported (ActStoreDatabase *database,
               gpointer          arguments,
               gpointer         *result,
               GCancellable     *cancellable,
               GError          **error)
{
  *result = act_store_imported_rows_list (database, error);

  return *result != NULL;
}

static gboolean
send_imported (ActStoreDatabase *database,
               gpointer          arguments,
               gpointer         *result,
               GCancellable     *cancellable,
               GError          **error)
{
  guint n_sent = 0;

  if (!act_store_imported_rows_send (database, &n_sent, error))
    return FALSE;

  *result = GUINT_TO_POINTER (n_sent);

  return TRUE;
}

static gboolean
discard_imported (ActStoreDatabase *database,
                  gpointer          arguments,
                  gpointer         *result,
                  GCancellable     *cancellable,
                  GError          **error)
{
  return act_store_imported_rows_remove (database, error);
}

/**
 * act_store_list_imported_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the changes that were imported and are not sent before somebody says so. Main thread.
 */
void
act_store_list_imported_async (ActStore           *self,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (ACT_IS_STORE (self));

  act_store_submit (self, ACT_STORE_READS, act_store_list_imported_async, list_imported, NULL,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_list_imported_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActUnsent): the changes
 */
GPtrArray *
act_store_list_imported_finish (ActStore     *self,
                                GAsyncResult *result,
                                GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_imported_async, &value, error) ? value : NULL;
}

/**
 * act_store_send_imported_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Puts the changes that were imported into the outbox. Main thread.
 */
void
act_store_send_imported_async (ActStore           *self,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (ACT_IS_STORE (self));

  act_store_submit (self, ACT_STORE_WRITES, act_store_send_imported_async, send_imported, NULL,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_send_imported_finish:
 * @self: a store
 * @result: the result
 * @n_sent: (out) (optional): return location for how many are to be sent now
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are in the outbox
 */
gboolean
act_store_send_imported_finish (ActStore     *self,
                                GAsyncResult *result,
                                guint        *n_sent,
                                GError      **error)
{
  gpointer value = NULL;

  if (!act_store_take (self, result, act_store_send_imported_async, &value, error))
    return FALSE;

  if (n_sent != NULL)
    *n_sent = GPOINTER_TO_UINT (value);

  return TRUE;
}

/**
 * act_store_discard_imported_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Forgets the changes that were imported. Main thread.
 */
void
act_store_discard_imported_async (ActStore           *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_return_if_fail (ACT_IS_STORE (self));

  act_store_submit (self, ACT_STORE_WRITES, act_store_discard_imported_async, discard_imported,
                    NULL, NULL, cancellable, callback, user_data);
}

/**
 * act_store_discard_imported_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are gone
 */
gboolean
act_store_discard_imported_finish (ActStore     *self,
                                   GAsyncResult *result,
                                   GError      **error)
{
  return act_store_take (self, result, act_store_discard_imported_async, NULL, error);
}
