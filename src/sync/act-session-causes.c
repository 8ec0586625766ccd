/* What a query of the session's events finds, grouped by cause
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-causes.h"

#include "act-session-private.h"
#include "act-store-causes.h"

/* The store's own answer is handed on, and read by the finish function. */
static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, g_object_ref (result), g_object_unref);
}

static GAsyncResult *
take_answer (ActSession   *self,
             GAsyncResult *result,
             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * act_session_list_causes_async:
 * @self: a session
 * @query: what to ask for; its order is of no account
 * @order: how the causes are ordered
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Groups what a query finds by cause.
 */
void
act_session_list_causes_async (ActSession         *self,
                               const ActQuery     *query,
                               ActCauseOrder       order,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (query != NULL);

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_list_causes_async);
  act_store_list_causes_async (self->store, query, order, cancellable, answered_cb, task);
}

/**
 * act_session_list_causes_finish:
 * @self: the session
 * @result: the result
 * @n_causes: (out) (optional): return location for how many causes there are, which may be more than
 *   are given
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActCause) (nullable): the first %ACT_MAX_CAUSES causes
 */
GPtrArray *
act_session_list_causes_finish (ActSession   *self,
                                GAsyncResult *result,
                                guint        *n_causes,
                                GError      **error)
{
  g_autoptr (GAsyncResult) answer = take_answer (self, result, error);
  g_autoptr (GObject) store = answer != NULL ? g_async_result_get_source_object (answer) : NULL;

  return store != NULL ? act_store_list_causes_finish (ACT_STORE (store), answer, n_causes, error) : NULL;
}

/**
 * act_session_count_cause_async:
 * @self: a session
 * @row_id: an event
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks for an event's cause, and how many other open events have it among the newest
 * %ACT_MAX_COUNTED_OF_CAUSE.
 */
void
act_session_count_cause_async (ActSession         *self,
                               gint64              row_id,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_count_cause_async);
  act_store_count_cause_async (self->store, row_id, cancellable, answered_cb, task);
}

/**
 * act_session_count_cause_finish:
 * @self: the session
 * @result: the result
 * @cause: (out): return location for the number of the cause, 0 if there is no such event
 * @n_others: (out): return location for how many other open events have it
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it could be counted
 */
gboolean
act_session_count_cause_finish (ActSession   *self,
                                GAsyncResult *result,
                                gint64       *cause,
                                guint        *n_others,
                                GError      **error)
{
  g_autoptr (GAsyncResult) answer = take_answer (self, result, error);
  g_autoptr (GObject) store = answer != NULL ? g_async_result_get_source_object (answer) : NULL;

  return store != NULL && act_store_count_cause_finish (ACT_STORE (store), answer, cause, n_others, error);
}

/**
 * act_session_count_causes_async:
 * @self: a session
 * @row_ids: (array length=n_row_ids): events, in any order; copied
 * @n_row_ids: how many
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Counts how many of some events have which cause and are open.
 */
void
act_session_count_causes_async (ActSession         *self,
                                const gint64       *row_ids,
                                gsize               n_row_ids,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_count_causes_async);
  act_store_count_causes_async (self->store, row_ids, n_row_ids, cancellable, answered_cb, task);
}

/**
 * act_session_count_causes_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActCauseCount) (nullable): the counts, in no order
 */
GArray *
act_session_count_causes_finish (ActSession   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_autoptr (GAsyncResult) answer = take_answer (self, result, error);
  g_autoptr (GObject) store = answer != NULL ? g_async_result_get_source_object (answer) : NULL;

  return store != NULL ? act_store_count_causes_finish (ACT_STORE (store), answer, error) : NULL;
}
