/* What a front end asks of a session: marking, undo, and taking back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-private.h"

#include "act-time.h"

static void
held_restarted_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!act_store_hold_finish (ACT_STORE (source), result, NULL, &error))
    g_info ("The undo time was not written down: %s", error->message);
}

/* Begins the undo time of everything that is held. */
void
act_session_start_undo_time (ActSession *self,
                             guint       undo_seconds)
{
  act_store_restart_hold_async (self->store, act_time_now () + (gint64) undo_seconds * 1000, NULL,
                                held_restarted_cb, NULL);
  act_hold_start (self->hold, undo_seconds * 1000);
}

static void
held_released_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ActSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_hold_finish (ACT_STORE (source), result, NULL, &error))
    g_warning ("The undo time was not ended: %s", error->message);
  else
    act_engine_send_soon (self->engine);
}

/* Ends the undo time of everything that is held. */
void
act_session_release_held (ActSession *self)
{
  act_store_release_held_async (self->store, NULL, held_released_cb, g_object_ref (self));
}

/* What marking takes along. */
typedef struct
{
  guint undo_seconds;
  gsize n_marked;
} Marking;

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession *self = g_task_get_source_object (task);
  Marking    *marking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!act_store_mark_finish (ACT_STORE (source), result, &marking->n_marked, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (marking->undo_seconds == 0)
    act_engine_send_soon (self->engine);
  else
    act_session_start_undo_time (self, marking->undo_seconds);

  g_task_return_boolean (task, TRUE);
}

/**
 * act_session_mark_async:
 * @self: a session
 * @row_ids: (array length=n_row_ids): rows; copied
 * @n_row_ids: how many
 * @undo_seconds: for how long it can be undone, in seconds; 0 sends at once
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Marks events as actioned, on this device at once and on the server when the undo time is over.
 * Marks that are still held get this undo time too, so that one Undo covers them all.
 */
void
act_session_mark_async (ActSession         *self,
                        const gint64       *row_ids,
                        gsize               n_row_ids,
                        guint               undo_seconds,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask   *task = NULL;
  Marking *marking = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (undo_seconds <= 3600);

  marking = g_new0 (Marking, 1);
  marking->undo_seconds = undo_seconds;
  task = act_session_new_task (self, cancellable, callback, user_data, act_session_mark_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, marking, g_free);
  act_store_mark_async (self->store, row_ids, n_row_ids,
                        act_time_now () + (gint64) undo_seconds * 1000, cancellable, marked_cb,
                        task);
}

/**
 * act_session_mark_finish:
 * @self: the session
 * @result: the result
 * @n_marked: (out) (optional): return location for how many were marked
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all of them that could be marked are marked; if not, none is
 */
gboolean
act_session_mark_finish (ActSession   *self,
                         GAsyncResult *result,
                         gsize        *n_marked,
                         GError      **error)
{
  Marking *marking = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  marking = g_task_get_task_data (G_TASK (result));
  if (n_marked != NULL)
    *n_marked = marking->n_marked;

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

static GTask *
new_taking_back (ActSession         *self,
                 GCancellable       *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, act_session_take_back_finish);
  g_task_set_check_cancellable (task, FALSE);

  return task;
}

/**
 * act_session_undo_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Takes back all marks that are in their undo time. Finished by
 * [method@Session.take_back_finish].
 */
void
act_session_undo_async (ActSession         *self,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_hold_stop (self->hold);
  act_store_take_back_held_async (self->store, cancellable, taken_back_cb,
                                  new_taking_back (self, cancellable, callback, user_data));
}

/**
 * act_session_take_back_async:
 * @self: a session
 * @row_ids: (array length=n_row_ids): rows; copied
 * @n_row_ids: how many
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Takes back the marks of some rows, as far as the server does not know of them.
 */
void
act_session_take_back_async (ActSession         *self,
                             const gint64       *row_ids,
                             gsize               n_row_ids,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_store_take_back_async (self->store, row_ids, n_row_ids, cancellable, taken_back_cb,
                             new_taking_back (self, cancellable, callback, user_data));
}

/**
 * act_session_take_back_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the rows that are open again; those
 *   that are missing from it were already sent
 */
GArray *
act_session_take_back_finish (ActSession   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, act_session_take_back_finish), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * act_session_pause_undo_time:
 * @self: a session
 * @paused: whether the undo time stands still
 *
 * Holds the undo time while the user looks at the offer to undo.
 */
void
act_session_pause_undo_time (ActSession *self,
                             gboolean    paused)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_hold_set_paused (self->hold, paused);
}

/**
 * act_session_end_undo_time:
 * @self: a session
 *
 * Ends the undo time now: what is held may be sent, before anything that is asked for later.
 */
void
act_session_end_undo_time (ActSession *self)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_hold_stop (self->hold);
  act_session_release_held (self);
}

/**
 * act_session_retry_local_marks:
 * @self: a session
 *
 * Offers the server again the marks that it would not take from anybody.
 */
void
act_session_retry_local_marks (ActSession *self)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_engine_offer_marks_again (self->engine);
}
