/* What was not sent from another computer, and is held here
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-imported.h"

#include "act-session-private.h"
#include "act-store-imported.h"

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError    *error = NULL;
  GPtrArray *all = act_store_list_imported_finish (ACT_STORE (source), result, &error);

  if (all != NULL)
    g_task_return_pointer (task, all, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * act_session_list_imported_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists the changes that came with an imported store and are not sent before somebody says so.
 */
void
act_session_list_imported_async (ActSession         *self,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_store_list_imported_async (self->store, cancellable, listed_cb,
                                 act_session_new_task (self, cancellable, callback, user_data,
                                                       act_session_list_imported_async));
}

/**
 * act_session_list_imported_finish:
 * @self: a session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActUnsent): the changes
 */
GPtrArray *
act_session_list_imported_finish (ActSession   *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession *self = g_task_get_source_object (task);
  GError     *error = NULL;
  guint       n_sent = 0;

  if (!act_store_send_imported_finish (ACT_STORE (source), result, &n_sent, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_signal_emit_by_name (self, "changes-changed");
  act_engine_send_soon (self->engine);
  g_task_return_int (task, n_sent);
}

/**
 * act_session_send_imported_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Makes the changes that came with an imported store here, as if the user did so now: they are in
 * the outbox then, and are sent like all others.
 */
void
act_session_send_imported_async (ActSession         *self,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_send_imported_async);
  g_task_set_check_cancellable (task, FALSE);
  act_store_send_imported_async (self->store, cancellable, sent_cb, task);
}

/**
 * act_session_send_imported_finish:
 * @self: a session
 * @result: the result
 * @n_sent: (out) (optional): return location for how many are sent now
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are to be sent
 */
gboolean
act_session_send_imported_finish (ActSession   *self,
                                  GAsyncResult *result,
                                  guint        *n_sent,
                                  GError      **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  if (n_sent != NULL)
    *n_sent = (guint) MAX (n, 0);

  return n >= 0;
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession *self = g_task_get_source_object (task);
  GError     *error = NULL;

  if (!act_store_discard_imported_finish (ACT_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_signal_emit_by_name (self, "changes-changed");
  g_task_return_boolean (task, TRUE);
}

/**
 * act_session_discard_imported_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Forgets the changes that came with an imported store.
 */
void
act_session_discard_imported_async (ActSession         *self,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_store_discard_imported_async (self->store, cancellable, discarded_cb,
                                    act_session_new_task (self, cancellable, callback, user_data,
                                                          act_session_discard_imported_async));
}

/**
 * act_session_discard_imported_finish:
 * @self: a session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are gone
 */
gboolean
act_session_discard_imported_finish (ActSession   *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
