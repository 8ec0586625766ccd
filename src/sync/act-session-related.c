/* The open events that a follow-up has put right
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-related.h"

#include "act-session-private.h"
#include "act-store-related.h"

static void
related_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GArray *row_ids = NULL;
  GError *error = NULL;

  row_ids = act_store_list_related_finish (ACT_STORE (source), result, &error);
  if (row_ids != NULL)
    g_task_return_pointer (task, row_ids, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * act_session_list_related_async:
 * @self: a session
 * @relation: what the events have in common
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Finds the open events that can be marked and for which all holds that @relation says.
 */
void
act_session_list_related_async (ActSession         *self,
                                const ActRelation  *relation,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (relation != NULL);

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_list_related_async);
  act_store_list_related_async (self->store, relation, cancellable, related_listed_cb, task);
}

/**
 * act_session_list_related_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their row ids, oldest first
 */
GArray *
act_session_list_related_finish (ActSession   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
