/* Changes of something else than an event, in the outbox: the calls
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-changes.h"

#include "act-store-change-rows.h"
#include "act-store-private.h"

static gboolean
add_change (ActStoreDatabase *database,
            gpointer          arguments,
            gpointer         *result,
            GCancellable     *cancellable,
            GError          **error)
{
  ActStoreCall      *call = arguments;
  g_autofree gint64 *id = g_new0 (gint64, 1);

  if (!act_store_change_rows_add (database, call->change, call->row_id, id, error))
    return FALSE;

  *result = g_steal_pointer (&id);

  return TRUE;
}

static gboolean
list_changes (ActStoreDatabase *database,
              gpointer          arguments,
              gpointer         *result,
              GCancellable     *cancellable,
              GError          **error)
{
  *result = act_store_change_rows_list (database, error);

  return *result != NULL;
}

static gboolean
claim_change (ActStoreDatabase *database,
              gpointer          arguments,
              gpointer         *result,
              GCancellable     *cancellable,
              GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_change_rows_claim (database, call->row_id, (ActChange **) result, error);
}

static gboolean
settle_change (ActStoreDatabase *database,
               gpointer          arguments,
               gpointer         *result,
               GCancellable     *cancellable,
               GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_change_rows_settle (database, call->row_id, (ActOutboxState) call->kind,
                                       call->text, error);
}

static gboolean
discard_change (ActStoreDatabase *database,
                gpointer          arguments,
                gpointer         *result,
                GCancellable     *cancellable,
                GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_change_rows_discard (database, call->row_id, error);
}

/**
 * act_store_add_change_async:
 * @self: a store
 * @change: what is to be done, to what, and what it is made of; its other fields do not matter
 * @replaced_id: a change that this one replaces, or 0
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Adds a change that is ready to be sent. It takes the place of @replaced_id, and of an unfinished
 * one that does the same to the same target, all in one transaction. Main thread.
 */
void
act_store_add_change_async (ActStore           *self,
                            const ActChange    *change,
                            gint64              replaced_id,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (change != NULL && change->target != NULL);
  g_return_if_fail (change->action != ACT_OUTBOX_MARK_ACTIONED);

  call = g_new0 (ActStoreCall, 1);
  call->change = act_change_copy (change);
  call->row_id = replaced_id;
  act_store_submit (self, ACT_STORE_WRITES, act_store_add_change_async, add_change, call, g_free,
                    cancellable, callback, user_data);
}

/**
 * act_store_add_change_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED; %ACT_STORE_ERROR_BUSY while the one that
 *   would have to give way is being sent or, if it was not named, its answer is lost
 *
 * Returns: the change's id once it is on the disk, 0 with @error set if it could not be added
 */
gint64
act_store_add_change_finish (ActStore     *self,
                             GAsyncResult *result,
                             GError      **error)
{
  gpointer           value = NULL;
  g_autofree gint64 *id = NULL;

  if (!act_store_take (self, result, act_store_add_change_async, &value, error))
    return 0;

  id = value;

  return *id;
}

/**
 * act_store_list_changes_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the changes that are not done, and those done that the user is to be told something of.
 * Main thread.
 */
void
act_store_list_changes_async (ActStore           *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  act_store_submit (self, ACT_STORE_READS, act_store_list_changes_async, list_changes, call,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_list_changes_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActChange) (nullable): the changes, oldest first
 */
GPtrArray *
act_store_list_changes_finish (ActStore     *self,
                               GAsyncResult *result,
                               GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_changes_async, &value, error) ? value : NULL;
}

/**
 * act_store_claim_change_async:
 * @self: a store that holds the lock to send
 * @after_id: the change that was claimed before, 0 for the first
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes the next change that is to be worked on, in the order in which they were made: one that is
 * ready, which is called sending from now on and is given to nobody else, or one whose answer was
 * lost, which is only shown. Main thread.
 */
void
act_store_claim_change_async (ActStore           *self,
                              gint64              after_id,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->row_id = after_id;
  act_store_submit (self, ACT_STORE_WRITES, act_store_claim_change_async, claim_change, call,
                    (GDestroyNotify) act_change_free, cancellable, callback, user_data);
}

/**
 * act_store_claim_change_finish:
 * @self: a store
 * @result: the result
 * @change: (out) (transfer full) (nullable): return location for the change, %NULL if there is none
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it could be looked for
 */
gboolean
act_store_claim_change_finish (ActStore     *self,
                               GAsyncResult *result,
                               ActChange   **change,
                               GError      **error)
{
  gpointer value = NULL;

  g_return_val_if_fail (change != NULL, FALSE);

  *change = NULL;
  if (!act_store_take (self, result, act_store_claim_change_async, &value, error))
    return FALSE;

  *change = value;

  return TRUE;
}

/**
 * act_store_settle_change_async:
 * @self: a store that holds the lock to send
 * @change_id: a change
 * @state: how far it got; %ACT_OUTBOX_READY and %ACT_OUTBOX_WAITING_FOR_SIGN_IN for one that was
 *   being sent say that it surely was not
 * @reason: (nullable): why it got no farther, or what is to be told of one that is done
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes down what came of a change. One that is done stays done. Main thread.
 */
void
act_store_settle_change_async (ActStore           *self,
                               gint64              change_id,
                               ActOutboxState      state,
                               const char         *reason,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->row_id = change_id;
  call->kind = state;
  call->text = g_strdup (reason);
  act_store_submit (self, ACT_STORE_WRITES, act_store_settle_change_async, settle_change, call,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_settle_change_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is written down
 */
gboolean
act_store_settle_change_finish (ActStore     *self,
                                GAsyncResult *result,
                                GError      **error)
{
  return act_store_take (self, result, act_store_settle_change_async, NULL, error);
}

/**
 * act_store_discard_change_async:
 * @self: a store
 * @change_id: a change
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Gives up a change that the server did not take, or whose answer was lost, and forgets what was to
 * be told of one that is done. Main thread.
 */
void
act_store_discard_change_async (ActStore           *self,
                                gint64              change_id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->row_id = change_id;
  act_store_submit (self, ACT_STORE_WRITES, act_store_discard_change_async, discard_change, call,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_discard_change_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED; %ACT_STORE_ERROR_BUSY while it is being
 *   sent
 *
 * Returns: whether it is gone; one that was gone already is no error
 */
gboolean
act_store_discard_change_finish (ActStore     *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return act_store_take (self, result, act_store_discard_change_async, NULL, error);
}
