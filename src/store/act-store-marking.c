/* What the user did, and what came of it: the calls around the outbox
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-private.h"

#include "act-store-outbox.h"

static gboolean
mark (ActStoreDatabase *database,
      gpointer          arguments,
      gpointer         *result,
      GCancellable     *cancellable,
      GError          **error)
{
  ActStoreCall     *call = arguments;
  g_autofree gsize *n = g_new0 (gsize, 1);

  if (!act_store_outbox_mark (database, call->row_ids, call->number, n, error))
    return FALSE;

  *result = g_steal_pointer (&n);

  return TRUE;
}

static gboolean
follow (ActStoreDatabase *database,
        gpointer          arguments,
        gpointer         *result,
        GCancellable     *cancellable,
        GError          **error)
{
  return act_store_database_follow_marks (database, error);
}

/* What a mark has left until afterwards. Should it fail, whatever is written next makes up for it. */
static void
submit_following (ActStore *self)
{
  act_store_submit (self, ACT_STORE_WRITES, submit_following, follow, NULL, NULL, NULL, NULL, NULL);
}

static gboolean
take_back (ActStoreDatabase *database,
           gpointer          arguments,
           gpointer         *result,
           GCancellable     *cancellable,
           GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_outbox_take_back (database, call->row_ids, error);

  return *result != NULL;
}

static gboolean
restart_hold (ActStoreDatabase *database,
              gpointer          arguments,
              gpointer         *result,
              GCancellable     *cancellable,
              GError          **error)
{
  ActStoreCall     *call = arguments;
  g_autofree guint *n = g_new0 (guint, 1);

  if (!act_store_outbox_hold_again (database, call->number, n, error))
    return FALSE;

  *result = g_steal_pointer (&n);

  return TRUE;
}

static gboolean
release_held (ActStoreDatabase *database,
              gpointer          arguments,
              gpointer         *result,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autofree guint *n = g_new0 (guint, 1);

  if (!act_store_outbox_release (database, n, error))
    return FALSE;

  *result = g_steal_pointer (&n);

  return TRUE;
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

  if (!act_store_outbox_retry (database, (ActOutboxState) call->kind, n, error))
    return FALSE;

  *result = g_steal_pointer (&n);

  return TRUE;
}

static gboolean
keep_here (ActStoreDatabase *database,
           gpointer          arguments,
           gpointer         *result,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autofree guint *n = g_new0 (guint, 1);

  if (!act_store_outbox_keep_here (database, n, error))
    return FALSE;

  *result = g_steal_pointer (&n);

  return TRUE;
}

static gboolean
claim (ActStoreDatabase *database,
       gpointer          arguments,
       gpointer         *result,
       GCancellable     *cancellable,
       GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_outbox_claim (database, (ActOutboxState) call->kind, (guint) call->number,
                                    error);

  return *result != NULL;
}

static gboolean
settle (ActStoreDatabase *database,
        gpointer          arguments,
        gpointer         *result,
        GCancellable     *cancellable,
        GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_outbox_settle (database, call->row_id, (ActOutboxState) call->kind,
                                  call->number, call->text, error);
}

/**
 * act_store_mark_async:
 * @self: a store
 * @row_ids: (array length=n_row_ids): which rows; copied
 * @n_row_ids: how many
 * @hold_until: the end of the undo time, milliseconds since 1970 UTC; in the past for none
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Marks events as actioned: those of the rows that are open, in one transaction that is on the disk
 * when the call answers. Main thread.
 */
void
act_store_mark_async (ActStore           *self,
                      const gint64       *row_ids,
                      gsize               n_row_ids,
                      gint64              hold_until,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (row_ids != NULL || n_row_ids == 0);

  call = g_new0 (ActStoreCall, 1);
  call->row_ids = act_store_copy_rows (row_ids, n_row_ids);
  call->number = hold_until;
  act_store_submit (self, ACT_STORE_WRITES, act_store_mark_async, mark, call,
                    g_free, cancellable, callback, user_data);
  submit_following (self);
}

/**
 * act_store_mark_finish:
 * @self: a store
 * @result: the result
 * @n_marked: (out) (optional): return location for how many were open and are marked now
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are marked; if not, none of them is
 */
gboolean
act_store_mark_finish (ActStore     *self,
                       GAsyncResult *result,
                       gsize        *n_marked,
                       GError      **error)
{
  g_autofree gsize *value = NULL;

  if (!act_store_take (self, result, act_store_mark_async, (gpointer *) &value, error))
    return FALSE;

  if (n_marked != NULL)
    *n_marked = *value;

  return TRUE;
}

/**
 * act_store_take_back_async:
 * @self: a store
 * @row_ids: (array length=n_row_ids): which rows; copied
 * @n_row_ids: how many
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes back the marks of some rows, as far as the server does not know of them. Finished by
 * [method@Store.take_back_finish]. Main thread.
 */
void
act_store_take_back_async (ActStore           *self,
                           const gint64       *row_ids,
                           gsize               n_row_ids,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (row_ids != NULL || n_row_ids == 0);

  call = g_new0 (ActStoreCall, 1);
  call->row_ids = act_store_copy_rows (row_ids, n_row_ids);
  act_store_submit (self, ACT_STORE_WRITES, act_store_take_back_finish, take_back, call,
                    (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_take_back_held_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes back all marks that are in their undo time. Finished by [method@Store.take_back_finish].
 * Main thread.
 */
void
act_store_take_back_held_async (ActStore           *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  act_store_submit (self, ACT_STORE_WRITES, act_store_take_back_finish, take_back, call,
                    (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_take_back_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the rows that are open again, ascending
 */
GArray *
act_store_take_back_finish (ActStore     *self,
                            GAsyncResult *result,
                            GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_take_back_finish, &value, error) ? value : NULL;
}

/**
 * act_store_restart_hold_async:
 * @self: a store
 * @hold_until: its end, milliseconds since 1970 UTC
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Gives a new undo time to all marks that are held. Finished by [method@Store.hold_finish]. Main
 * thread.
 */
void
act_store_restart_hold_async (ActStore           *self,
                              gint64              hold_until,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->number = hold_until;
  act_store_submit (self, ACT_STORE_WRITES, act_store_hold_finish, restart_hold, call,
                    g_free, cancellable, callback, user_data);
}

/**
 * act_store_release_held_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Ends the undo time of all marks that are held: they may be sent. Finished by
 * [method@Store.hold_finish]. Main thread.
 */
void
act_store_release_held_async (ActStore           *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  act_store_submit (self, ACT_STORE_WRITES, act_store_hold_finish, release_held, call,
                    g_free, cancellable, callback, user_data);
}

/**
 * act_store_retry_async:
 * @self: a store
 * @from: what became of them: refused, unsupported, unknown or waiting for a sign-in
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes marks that got no farther ready to be sent again. Finished by [method@Store.hold_finish].
 * Main thread.
 */
void
act_store_retry_async (ActStore           *self,
                       ActOutboxState      from,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->kind = from;
  act_store_submit (self, ACT_STORE_WRITES, act_store_hold_finish, retry, call,
                    g_free, cancellable, callback, user_data);
}

/**
 * act_store_keep_here_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps all marks that are ready on this device only, in one transaction: the server takes none from
 * anybody. Finished by [method@Store.hold_finish]. Main thread.
 */
void
act_store_keep_here_async (ActStore           *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  act_store_submit (self, ACT_STORE_WRITES, act_store_hold_finish, keep_here, call,
                    g_free, cancellable, callback, user_data);
}

/**
 * act_store_hold_finish:
 * @self: a store
 * @result: the result
 * @n_entries: (out) (optional): return location for how many marks it was done for
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it was done
 */
gboolean
act_store_hold_finish (ActStore     *self,
                       GAsyncResult *result,
                       guint        *n_entries,
                       GError      **error)
{
  g_autofree guint *value = NULL;

  if (!act_store_take (self, result, act_store_hold_finish, (gpointer *) &value, error))
    return FALSE;

  if (n_entries != NULL)
    *n_entries = *value;

  return TRUE;
}

/**
 * act_store_claim_async:
 * @self: a store
 * @from: the state
 * @limit: how many at most, 0 for all
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes the oldest changes in a state. Those that are ready are called sending from now on, and no
 * other claim gets them; those in other states are only shown. Main thread.
 */
void
act_store_claim_async (ActStore           *self,
                       ActOutboxState      from,
                       guint               limit,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->kind = from;
  call->number = limit;
  act_store_submit (self, ACT_STORE_WRITES, act_store_claim_async, claim, call,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_claim_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActOutboxEntry) (nullable): the changes, oldest first
 */
GPtrArray *
act_store_claim_finish (ActStore     *self,
                        GAsyncResult *result,
                        GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_claim_async, &value, error) ? value : NULL;
}

/**
 * act_store_settle_async:
 * @self: a store
 * @entry_id: the change
 * @state: how far it got
 * @actioned_time: when the server says that the event was actioned, or %ACT_TIME_UNKNOWN
 * @reason: (nullable): why it got no farther
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes down what came of sending a change, and where its event stands now. A change that is done
 * stays done. Main thread.
 */
void
act_store_settle_async (ActStore           *self,
                        gint64              entry_id,
                        ActOutboxState      state,
                        gint64              actioned_time,
                        const char         *reason,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->row_id = entry_id;
  call->kind = state;
  call->number = actioned_time;
  call->text = g_strdup (reason);
  act_store_submit (self, ACT_STORE_WRITES, act_store_settle_async, settle, call,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_settle_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is written down
 */
gboolean
act_store_settle_finish (ActStore     *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return act_store_take (self, result, act_store_settle_async, NULL, error);
}
