/* How the engine sends what waits in the outbox
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-engine-private.h"

#include "act-api-error.h"

static void
update_mark_error (ActEngine *self)
{
  g_clear_error (&self->mark_error);
  self->mark_error = act_position_dup_mark_error (self->position);
  act_engine_emit_changed (self);
}

static void
position_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!act_position_save_finish (ACT_STORE (source), result, &error))
    g_info ("Whether events can be marked was not kept: %s", error->message);
}

static void
end_sending (ActEngine    *self,
             const GError *error)
{
  self->pushing = FALSE;
  act_meter_end (self->meter, ACT_SYNC_SENDING);
  act_position_save_async (self->position, self->store, NULL, position_saved_cb, NULL);
  update_mark_error (self);

  if (self->passing)
    {
      /* It was stopped for the pass; what is left follows it. */
      act_engine_run_pass (self);
      return;
    }

  if (error == NULL && self->push_again && !act_engine_is_ended (self))
    {
      act_engine_start_sending (self);
      return;
    }

  self->push_again = FALSE;
  if (error != NULL)
    act_engine_take_failure (self, error);
  else
    self->failures = 0;
  act_engine_complete_waiters (self->senders, error);

  /* The server is back, sooner than it would have been tried again. */
  if (error == NULL && self->automatic && self->state == ACT_SESSION_OFFLINE && !self->paused &&
      !act_engine_is_ended (self))
    act_engine_try_pass (self);

  act_engine_check_stopped (self);
}

/* An answer was lost, and the server may still bring about what it was asked for. */
static void
look_again_after (ActEngine *self,
                  gint64     milliseconds)
{
  if (milliseconds > 0 && self->automatic && !act_engine_is_ended (self))
    act_alarm_set (self->look_again, milliseconds);
  else
    act_alarm_clear (self->look_again);
}

void
act_engine_look_again (ActEngine *self)
{
  act_engine_start_sending (self);
}

static void
changes_pushed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ActEngine) self = user_data;
  g_autoptr (GError) mark_failure = g_steal_pointer (&self->push_error);
  g_autoptr (GError) error = NULL;

  act_change_push_run_finish (self->change_push, result, &error);
  look_again_after (self, act_change_push_get_wait (self->change_push));
  end_sending (self, mark_failure != NULL ? mark_failure : error);
}

/* A mark that upsets the server holds up no other change; any other failure is everybody's. */
static gboolean
can_push_changes (ActEngine    *self,
                  const GError *error)
{
  return !self->passing && !act_engine_is_ended (self) &&
         (error == NULL || g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_SERVER));
}

static void
marks_pushed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ActEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  act_push_run_finish (self->push, result, &error);
  if (!can_push_changes (self, error))
    {
      end_sending (self, error);
      return;
    }

  self->push_error = g_steal_pointer (&error);
  act_change_push_run_async (self->change_push, self->cancellable, changes_pushed_cb,
                             g_object_ref (self));
}

void
act_engine_start_sending (ActEngine *self)
{
  g_autoptr (GError) error = NULL;

  /* The open list must not get shorter while it is read page by page. */
  if (self->passing)
    return;

  if (self->pushing)
    {
      self->push_again = TRUE;
      return;
    }

  if (!act_engine_take_lock (self, &error))
    {
      act_engine_complete_waiters (self->senders, error);
      return;
    }

  self->push_again = FALSE;
  self->pushing = TRUE;
  act_meter_begin (self->meter, ACT_SYNC_SENDING, -1);
  act_push_run_async (self->push, self->cancellable, marks_pushed_cb, g_object_ref (self));
}

/* Lets it end with what is on its way. */
void
act_engine_stop_sending (ActEngine *self)
{
  act_push_stop (self->push);
  act_change_push_stop (self->change_push);
}

/**
 * act_engine_send_async:
 * @self: an engine
 * @cancellable: (nullable): ends the waiting, not the sending
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Empties the outbox as far as that is possible now; ends too when the server cannot be reached.
 */
void
act_engine_send_async (ActEngine          *self,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_return_if_fail (ACT_IS_ENGINE (self));
  g_return_if_fail (!act_engine_is_ended (self));

  act_wait_list_push (self->senders, act_engine_new_waiter (self, cancellable, callback, user_data,
                                                            act_engine_send_async));
  act_engine_start_sending (self);
}

/**
 * act_engine_send_finish:
 * @self: the engine
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all that was ready is sent
 */
gboolean
act_engine_send_finish (ActEngine    *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * act_engine_send_soon:
 * @self: an engine
 *
 * Says that something is ready to be sent. An engine that is not automatic waits to be told, and a
 * network that asks to sign in first would answer in place of the server.
 */
void
act_engine_send_soon (ActEngine *self)
{
  g_return_if_fail (ACT_IS_ENGINE (self));

  if (self->automatic && !self->portal && !act_engine_is_ended (self))
    act_engine_start_sending (self);
}

static void
local_marks_ready_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (ActEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_hold_finish (ACT_STORE (source), result, NULL, &error))
    g_info ("The marks of this device were not made ready: %s", error->message);
  else
    act_engine_send_soon (self);
}

/**
 * act_engine_forget_cannot_mark:
 * @self: an engine
 *
 * Forgets that the server takes no mark from anybody: the next one finds out.
 */
void
act_engine_forget_cannot_mark (ActEngine *self)
{
  g_return_if_fail (ACT_IS_ENGINE (self));

  if (act_engine_is_ended (self))
    return;

  act_position_set_cannot_mark (self->position, NULL);
  update_mark_error (self);
}

/**
 * act_engine_offer_marks_again:
 * @self: an engine
 *
 * Offers the server again what it would not take from anybody.
 */
void
act_engine_offer_marks_again (ActEngine *self)
{
  g_return_if_fail (ACT_IS_ENGINE (self));

  if (act_engine_is_ended (self))
    return;

  act_engine_forget_cannot_mark (self);
  act_store_retry_async (self->store, ACT_OUTBOX_UNSUPPORTED, NULL, local_marks_ready_cb,
                         g_object_ref (self));
}
