/* Marks that the server has not confirmed: the calls
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-pending.h"

#include "act-store-change-rows.h"
#include "act-store-outbox.h"
#include "act-store-pending-rows.h"
#include "act-store-private.h"

static gboolean
list_groups (ActStoreDatabase *database,
             gpointer          arguments,
             gpointer         *result,
             GCancellable     *cancellable,
             GError          **error)
{
  *result = act_store_pending_rows_list_groups (database, error);

  return *result != NULL;
}

static gboolean
list_marks (ActStoreDatabase *database,
            gpointer          arguments,
            gpointer         *result,
            GCancellable     *cancellable,
            GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_pending_rows_list_marks (database, &call->scope, call->row_id,
                                               (guint) call->number, error);

  return *result != NULL;
}

static gboolean
retry (ActStoreDatabase *database,
       gpointer          arguments,
       gpointer         *result,
       GCancellable     *cancellable,
       GError          **error)
{
  ActStoreCall     *call = arguments;
  g_autofree guint *n = g_new0 (guint, 1);

  if (!act_store_outbox_retry_scope (database, &call->scope, n, error))
    return FALSE;

  *result = g_steal_pointer (&n);

  return TRUE;
}

static gboolean
retry_change (ActStoreDatabase *database,
              gpointer          arguments,
              gpointer         *result,
              GCancellable     *cancellable,
              GError          **error)
{
  ActStoreCall     *call = arguments;
  g_autofree guint *n = g_new0 (guint, 1);

  if (!act_store_change_rows_retry (database, call->row_id, error))
    return FALSE;

  *n = 1;
  *result = g_steal_pointer (&n);

  return TRUE;
}

static gboolean
take_back (ActStoreDatabase *database,
           gpointer          arguments,
           gpointer         *result,
           GCancellable     *cancellable,
           GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_outbox_take_back_scope (database, &call->scope, error);

  return *result != NULL;
}

/**
 * act_store_list_pending_groups_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Gathers the marks that are not done by the gestures that made them. However many wait, the answer
 * is short. Main thread.
 */
void
act_store_list_pending_groups_async (ActStore           *self,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_return_if_fail (ACT_IS_STORE (self));

  act_store_submit (self, ACT_STORE_SCANS, act_store_list_pending_groups_async, list_groups,
                    g_new0 (ActStoreCall, 1), (GDestroyNotify) g_ptr_array_unref, cancellable,
                    callback, user_data);
}

/**
 * act_store_list_pending_groups_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActPendingGroup) (nullable): the groups, by kind, newest
 *   first
 */
GPtrArray *
act_store_list_pending_groups_finish (ActStore     *self,
                                      GAsyncResult *result,
                                      GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_pending_groups_async, &value, error) ? value
                                                                                           : NULL;
}

/**
 * act_store_list_pending_marks_async:
 * @self: a store
 * @scope: which; copied
 * @after_id: the last entry that was listed before, 0 for the first
 * @limit: how many at most
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists a page of the marks of a group. Main thread.
 */
void
act_store_list_pending_marks_async (ActStore              *self,
                                    const ActPendingScope *scope,
                                    gint64                 after_id,
                                    guint                  limit,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (scope != NULL);
  g_return_if_fail (limit > 0);

  call = g_new0 (ActStoreCall, 1);
  call->scope = *scope;
  call->row_id = after_id;
  call->number = limit;
  act_store_submit (self, ACT_STORE_SCANS, act_store_list_pending_marks_async, list_marks, call,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_list_pending_marks_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActPendingMark) (nullable): the marks, oldest first
 */
GPtrArray *
act_store_list_pending_marks_finish (ActStore     *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_pending_marks_async, &value, error) ? value
                                                                                          : NULL;
}

/**
 * act_store_retry_pending_async:
 * @self: a store
 * @scope: which; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes marks that got no farther ready to be sent again. Finished by [method@Store.hold_finish].
 * Main thread.
 */
void
act_store_retry_pending_async (ActStore              *self,
                               const ActPendingScope *scope,
                               GCancellable          *cancellable,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (scope != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->scope = *scope;
  act_store_submit (self, ACT_STORE_WRITES, act_store_hold_finish, retry, call, g_free,
                    cancellable, callback, user_data);
}

/**
 * act_store_retry_change_async:
 * @self: a store
 * @change_id: a change
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes a change that is no mark, and that the server did not take, ready to be sent again as if it
 * were new. Finished by [method@Store.hold_finish]. Main thread.
 */
void
act_store_retry_change_async (ActStore           *self,
                              gint64              change_id,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->row_id = change_id;
  act_store_submit (self, ACT_STORE_WRITES, act_store_hold_finish, retry_change, call, g_free,
                    cancellable, callback, user_data);
}

/**
 * act_store_take_back_pending_async:
 * @self: a store
 * @scope: which; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes back marks, as far as the server does not know of them. Finished by
 * [method@Store.take_back_finish]. Main thread.
 */
void
act_store_take_back_pending_async (ActStore              *self,
                                   const ActPendingScope *scope,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (scope != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->scope = *scope;
  act_store_submit (self, ACT_STORE_WRITES, act_store_take_back_finish, take_back, call,
                    (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}
