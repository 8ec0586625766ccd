/* Moves data between the store and the server, and knows when
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-engine-private.h"

#include "act-store-error.h"

#define REFRESH_SECONDS 300

G_DEFINE_FINAL_TYPE (ActEngine, act_engine, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CAUGHT_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
act_engine_emit_changed (ActEngine *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
act_engine_emit_caught_up (ActEngine *self)
{
  g_signal_emit (self, signals[SIGNAL_CAUGHT_UP], 0);
}

void
act_engine_set_state (ActEngine      *self,
                      ActSessionState state,
                      const GError   *error)
{
  self->state = state;
  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  act_engine_emit_changed (self);
}

void
act_engine_complete_waiters (ActWaitList  *waiters,
                             const GError *error)
{
  GTask *waiter = NULL;

  while ((waiter = act_wait_list_pop (waiters)) != NULL)
    {
      if (error != NULL)
        g_task_return_error (waiter, g_error_copy (error));
      else
        g_task_return_boolean (waiter, TRUE);
      g_object_unref (waiter);
    }
}

/* For good: also once the stop has been answered. */
gboolean
act_engine_is_ended (ActEngine *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

void
act_engine_check_stopped (ActEngine *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->stopping == NULL || self->passing || self->pushing || self->digging)
    return;

  task = g_steal_pointer (&self->stopping);
  g_task_return_boolean (task, TRUE);
}

/* Only one process sends; what it meets is told by the state of the store's lock. */
gboolean
act_engine_take_lock (ActEngine *self,
                      GError   **error)
{
  if (act_store_get_read_only (self->store))
    {
      g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_READ_ONLY,
                           "The store can only be viewed");
      return FALSE;
    }

  if (!act_store_try_lock_sync (self->store))
    {
      g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY,
                           "Another process synchronises this store");
      return FALSE;
    }

  return TRUE;
}

static void
act_engine_dispose (GObject *object)
{
  ActEngine *self = ACT_ENGINE (object);

  act_alarm_clear (self->timer);
  act_alarm_clear (self->look_again);
  act_alarm_clear (self->sleep_check);

  G_OBJECT_CLASS (act_engine_parent_class)->dispose (object);
}

static void
act_engine_finalize (GObject *object)
{
  ActEngine *self = ACT_ENGINE (object);

  g_clear_object (&self->push);
  g_clear_object (&self->change_push);
  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_object (&self->abilities);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->pass);
  g_clear_object (&self->dig);
  g_clear_object (&self->timer);
  g_clear_object (&self->look_again);
  g_clear_object (&self->sleep_check);
  g_clear_object (&self->meter);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->position, act_position_free);
  g_clear_pointer (&self->refreshers, act_wait_list_free);
  g_clear_pointer (&self->senders, act_wait_list_free);
  g_clear_error (&self->error);
  g_clear_error (&self->mark_error);
  g_clear_error (&self->push_error);
  g_clear_error (&self->dig_error);

  G_OBJECT_CLASS (act_engine_parent_class)->finalize (object);
}

static void
act_engine_class_init (ActEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_engine_dispose;
  object_class->finalize = act_engine_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACT_TYPE_ENGINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CAUGHT_UP] = g_signal_new ("caught-up", ACT_TYPE_ENGINE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_engine_init (ActEngine *self)
{
  self->cancellable = g_cancellable_new ();
  self->refreshers = act_wait_list_new ();
  self->senders = act_wait_list_new ();
  self->interval = REFRESH_SECONDS;
  self->conditions.network_available = TRUE;
}

static ActAlarm *
make_alarm (ActEngine *self,
            void (*rang) (ActEngine *self))
{
  ActAlarm *alarm = act_alarm_new (self->clock);

  g_signal_connect_object (alarm, "rang", G_CALLBACK (rang), self, G_CONNECT_SWAPPED);

  return alarm;
}

/**
 * act_engine_new:
 * @client: a client
 * @store: an open store
 * @position: (transfer full): what the store knows of the server
 * @abilities: what the key may do
 * @once: what is changed by others just now
 * @clock: the time
 * @automatic: whether it refreshes and sends by itself once it is started
 *
 * Returns: (transfer full): an engine that stands still
 */
ActEngine *
act_engine_new (ActClient    *client,
                ActStore     *store,
                ActPosition  *position,
                ActAbilities *abilities,
                ActOnce      *once,
                ActClock     *clock,
                gboolean      automatic)
{
  ActEngine *self = NULL;

  g_return_val_if_fail (ACT_IS_CLIENT (client), NULL);
  g_return_val_if_fail (ACT_IS_STORE (store), NULL);
  g_return_val_if_fail (position != NULL, NULL);
  g_return_val_if_fail (ACT_IS_ABILITIES (abilities), NULL);
  g_return_val_if_fail (ACT_IS_ONCE (once), NULL);
  g_return_val_if_fail (ACT_IS_CLOCK (clock), NULL);

  self = g_object_new (ACT_TYPE_ENGINE, NULL);
  self->client = g_object_ref (client);
  self->store = g_object_ref (store);
  self->position = position;
  self->abilities = g_object_ref (abilities);
  self->clock = g_object_ref (clock);
  self->meter = act_meter_new (clock);
  self->timer = make_alarm (self, act_engine_try_pass);
  self->look_again = make_alarm (self, act_engine_look_again);
  self->sleep_check = make_alarm (self, act_engine_check_sleep);
  self->push = act_push_new (client, store, position);
  self->change_push = act_change_push_new (client, store, abilities, once);
  self->automatic = automatic;
  self->mark_error = act_position_dup_mark_error (position);

  return self;
}

/**
 * act_engine_start:
 * @self: an automatic engine
 *
 * Refreshes now, and from now on again and again.
 */
void
act_engine_start (ActEngine *self)
{
  g_return_if_fail (ACT_IS_ENGINE (self));
  g_return_if_fail (self->automatic);

  if (act_store_get_read_only (self->store))
    return;

  act_engine_watch_sleep (self);
  if (act_client_has_secret (self->client))
    act_engine_try_pass (self);
}

/**
 * act_engine_stop_async:
 * @self: an engine
 * @callback: called when nothing runs any more
 * @user_data: for @callback
 *
 * Cancels what runs. What was being sent is sent again at the next start.
 */
void
act_engine_stop_async (ActEngine          *self,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_return_if_fail (ACT_IS_ENGINE (self));
  g_return_if_fail (!act_engine_is_ended (self));

  self->stopping = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->stopping, act_engine_stop_async);
  act_alarm_clear (self->timer);
  act_alarm_clear (self->look_again);
  act_alarm_clear (self->sleep_check);
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->pass);
  g_cancellable_cancel (self->dig);
  act_engine_check_stopped (self);
}

/**
 * act_engine_stop_finish:
 * @self: the engine
 * @result: the result
 * @error: never set
 *
 * Returns: %TRUE
 */
gboolean
act_engine_stop_finish (ActEngine    *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * act_engine_get_state:
 * @self: an engine
 *
 * Returns: what it is doing, or how the last doing ended
 */
ActSessionState
act_engine_get_state (ActEngine *self)
{
  g_return_val_if_fail (ACT_IS_ENGINE (self), ACT_SESSION_IDLE);

  return self->state;
}

/**
 * act_engine_get_error:
 * @self: an engine
 *
 * Returns: (nullable): why it is offline, failing, or needs a sign-in; kept while it tries again
 */
const GError *
act_engine_get_error (ActEngine *self)
{
  g_return_val_if_fail (ACT_IS_ENGINE (self), NULL);

  return self->error;
}

/**
 * act_engine_get_as_of:
 * @self: an engine
 *
 * Returns: when the open events were last read, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 */
gint64
act_engine_get_as_of (ActEngine *self)
{
  g_return_val_if_fail (ACT_IS_ENGINE (self), 0);

  return self->position->as_of;
}

/**
 * act_engine_get_history_read:
 * @self: an engine
 *
 * Returns: whether the server's events were once read to the oldest
 */
gboolean
act_engine_get_history_read (ActEngine *self)
{
  g_return_val_if_fail (ACT_IS_ENGINE (self), FALSE);

  return self->position->history_complete;
}

/**
 * act_engine_get_mark_error:
 * @self: an engine
 *
 * Returns: (nullable): why this connection cannot mark events
 */
const GError *
act_engine_get_mark_error (ActEngine *self)
{
  g_return_val_if_fail (ACT_IS_ENGINE (self), NULL);

  return self->mark_error;
}

/**
 * act_engine_is_busy:
 * @self: an engine
 *
 * Returns: whether it reads or sends something just now
 */
gboolean
act_engine_is_busy (ActEngine *self)
{
  g_return_val_if_fail (ACT_IS_ENGINE (self), FALSE);

  return self->passing || self->pushing || self->digging;
}

GTask *
act_engine_new_waiter (ActEngine          *self,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data,
                       gpointer            source_tag)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);

  return task;
}

/**
 * act_engine_get_meter:
 * @self: an engine
 *
 * Returns: (transfer none): how far it is
 */
ActMeter *
act_engine_get_meter (ActEngine *self)
{
  g_return_val_if_fail (ACT_IS_ENGINE (self), NULL);

  return self->meter;
}
