/* What a front end asks of a session: refreshing, sending, and reading events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-private.h"

static void
return_boolean (GTask   *task,
                gboolean success,
                GError  *error)
{
  if (success)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError  *error = NULL;
  gboolean success = act_engine_refresh_finish (ACT_ENGINE (source), result, &error);

  return_boolean (task, success, error);
}

/**
 * act_session_refresh_async:
 * @self: a session
 * @cancellable: (nullable): ends the waiting, not the refresh, which others may wait for too
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Brings the open events up to date, or joins the refresh that is under way. A session that is not
 * automatic goes on to names and history before it answers.
 */
void
act_session_refresh_async (ActSession         *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_engine_refresh_async (self->engine, cancellable, refreshed_cb,
                            act_session_new_task (self, cancellable, callback, user_data,
                                                  act_session_refresh_async));
}

/**
 * act_session_refresh_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the refresh succeeded
 */
gboolean
act_session_refresh_finish (ActSession   *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError  *error = NULL;
  gboolean success = act_engine_send_finish (ACT_ENGINE (source), result, &error);

  return_boolean (task, success, error);
}

/**
 * act_session_send_async:
 * @self: a session
 * @cancellable: (nullable): ends the waiting, not the sending
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Sends what is ready. Ends when nothing more can be sent, also when the server is out of reach.
 */
void
act_session_send_async (ActSession         *self,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_engine_send_async (self->engine, cancellable, sent_cb,
                         act_session_new_task (self, cancellable, callback, user_data, act_session_send_async));
}

/**
 * act_session_send_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all that was ready is sent
 */
gboolean
act_session_send_finish (ActSession   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
record_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (ActEventRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  record = act_store_read_record_finish (ACT_STORE (source), result, &error);
  if (record == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&record), (GDestroyNotify) act_event_record_free);
}

/**
 * act_session_read_record_async:
 * @self: a session
 * @row_id: a row
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads everything that the store knows of an event, its payload too.
 */
void
act_session_read_record_async (ActSession         *self,
                               gint64              row_id,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_store_read_record_async (self->store, row_id, cancellable, record_read_cb,
                               act_session_new_task (self, cancellable, callback, user_data,
                                                     act_session_read_record_async));
}

/**
 * act_session_read_record_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the event
 */
ActEventRecord *
act_session_read_record_finish (ActSession   *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
summarised_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (ActSelectionSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  summary = act_store_summarise_finish (ACT_STORE (source), result, &error);
  if (summary == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&summary),
                           (GDestroyNotify) act_selection_summary_free);
}

/**
 * act_session_summarise_async:
 * @self: a session
 * @row_ids: (array length=n_row_ids): rows; copied
 * @n_row_ids: how many
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Tells what marking these rows would mark: those of them that can be marked, by kind.
 */
void
act_session_summarise_async (ActSession         *self,
                             const gint64       *row_ids,
                             gsize               n_row_ids,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_store_summarise_async (self->store, row_ids, n_row_ids, cancellable, summarised_cb,
                             act_session_new_task (self, cancellable, callback, user_data,
                                                   act_session_summarise_async));
}

/**
 * act_session_summarise_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the summary
 */
ActSelectionSummary *
act_session_summarise_finish (ActSession   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (ActCounts) counts = NULL;
  g_autoptr (GError) error = NULL;

  counts = act_store_count_finish (ACT_STORE (source), result, &error);
  if (counts == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&counts), (GDestroyNotify) act_counts_free);
}

/**
 * act_session_count_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Counts now. The property `counts` follows the store a moment later.
 */
void
act_session_count_async (ActSession         *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_store_count_async (self->store, cancellable, counted_cb,
                         act_session_new_task (self, cancellable, callback, user_data,
                                               act_session_count_async));
}

/**
 * act_session_count_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the counts
 */
ActCounts *
act_session_count_finish (ActSession   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
