/* Which rows the events of some ids have
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-finding.h"

#include "act-session-private.h"
#include "act-store-finding.h"

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GError) error = NULL;

  row_ids = act_store_find_events_finish (ACT_STORE (source), result, &error);
  if (row_ids == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&row_ids), (GDestroyNotify) g_array_unref);
}

/**
 * act_session_find_events_async:
 * @self: a session
 * @event_ids: (array zero-terminated=1): the events' ids; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks for the rows of events whose ids somebody has written down. Main thread.
 */
void
act_session_find_events_async (ActSession         *self,
                               const char *const  *event_ids,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (event_ids != NULL);

  act_store_find_events_async (self->store, event_ids, cancellable, found_cb,
                               act_session_new_task (self, cancellable, callback, user_data,
                                                     act_session_find_events_async));
}

/**
 * act_session_find_events_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the row ids in the order asked for, 0
 *   for an event that the store does not have
 */
GArray *
act_session_find_events_finish (ActSession   *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
