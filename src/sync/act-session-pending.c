/* What waits for the server, and what can be done about it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-pending.h"

#include "act-session-private.h"
#include "act-store-pending.h"

static void
groups_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;

  groups = act_store_list_pending_groups_finish (ACT_STORE (source), result, &error);
  if (groups == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&groups), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_pending_groups_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Gathers the marks that the server has not confirmed, by the gestures that made them. The row
 * source's `changed` says when it may be another list.
 */
void
act_session_list_pending_groups_async (ActSession         *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data,
                               act_session_list_pending_groups_async);
  act_store_list_pending_groups_async (self->store, cancellable, groups_listed_cb, task);
}

/**
 * act_session_list_pending_groups_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActPendingGroup) (nullable): the groups, by kind, newest
 *   first
 */
GPtrArray *
act_session_list_pending_groups_finish (ActSession   *self,
                                        GAsyncResult *result,
                                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
marks_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GError) error = NULL;

  marks = act_store_list_pending_marks_finish (ACT_STORE (source), result, &error);
  if (marks == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&marks), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_pending_marks_async:
 * @self: a session
 * @scope: which; copied
 * @after_id: the last entry that was listed before, 0 for the first
 * @limit: how many at most
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists a page of the marks of a group.
 */
void
act_session_list_pending_marks_async (ActSession            *self,
                                      const ActPendingScope *scope,
                                      gint64                 after_id,
                                      guint                  limit,
                                      GCancellable          *cancellable,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data,
                               act_session_list_pending_marks_async);
  act_store_list_pending_marks_async (self->store, scope, after_id, limit, cancellable,
                                      marks_listed_cb, task);
}

/**
 * act_session_list_pending_marks_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActPendingMark) (nullable): the marks, oldest first
 */
GPtrArray *
act_session_list_pending_marks_finish (ActSession   *self,
                                       GAsyncResult *result,
                                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
made_ready_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (!act_store_hold_finish (ACT_STORE (source), result, NULL, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  act_engine_send_soon (self->engine);
  g_signal_emit_by_name (self, "changes-changed");
  g_task_return_boolean (task, TRUE);
}

/**
 * act_session_retry_pending_async:
 * @self: a session
 * @scope: which; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Offers marks to the server again that got no farther. Finished by [method@Session.retry_finish].
 */
void
act_session_retry_pending_async (ActSession            *self,
                                 const ActPendingScope *scope,
                                 GCancellable          *cancellable,
                                 GAsyncReadyCallback    callback,
                                 gpointer               user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (scope != NULL);

  /* What was refused for everybody is asked again with one of them. */
  if (scope->kind == ACT_PENDING_LOCAL)
    act_engine_forget_cannot_mark (self->engine);

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_retry_finish);
  g_task_set_check_cancellable (task, FALSE);
  act_store_retry_pending_async (self->store, scope, cancellable, made_ready_cb, task);
}

/**
 * act_session_retry_change_async:
 * @self: a session
 * @change_id: a change that is no mark
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Sends a change once more that the server did not take. Finished by
 * [method@Session.retry_finish].
 */
void
act_session_retry_change_async (ActSession         *self,
                                gint64              change_id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_retry_finish);
  g_task_set_check_cancellable (task, FALSE);
  act_store_retry_change_async (self->store, change_id, cancellable, made_ready_cb, task);
}

/**
 * act_session_retry_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are ready to be sent
 */
gboolean
act_session_retry_finish (ActSession   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GError) error = NULL;

  row_ids = act_store_take_back_finish (ACT_STORE (source), result, &error);
  if (row_ids == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&row_ids), (GDestroyNotify) g_array_unref);
}

/**
 * act_session_take_back_pending_async:
 * @self: a session
 * @scope: which; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Takes back marks, as far as the server does not know of them. Finished by
 * [method@Session.take_back_finish].
 */
void
act_session_take_back_pending_async (ActSession            *self,
                                     const ActPendingScope *scope,
                                     GCancellable          *cancellable,
                                     GAsyncReadyCallback    callback,
                                     gpointer               user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (scope != NULL);

  task = act_session_new_task (self, cancellable, callback, user_data,
                               act_session_take_back_finish);
  g_task_set_check_cancellable (task, FALSE);
  act_store_take_back_pending_async (self->store, scope, cancellable, taken_back_cb, task);
}
