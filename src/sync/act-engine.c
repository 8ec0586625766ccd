/* Moves data between the store and the server, and knows when
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-engine-private.h"

#include "act-history.h"
#include "act-namer.h"
#include "act-open-pass.h"
#include "act-store-error.h"

#define REFRESH_SECONDS     300
#define FIRST_RETRY_SECONDS 15

G_DEFINE_FINAL_TYPE (ActEngine, act_engine, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CAUGHT_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void start_digging (ActEngine *self);

void
act_engine_emit_changed (ActEngine *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_state (ActEngine      *self,
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

static void
stop_timer (ActEngine *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
time_to_refresh_cb (gpointer user_data)
{
  ActEngine *self = user_data;

  stop_timer (self);
  if (!self->passing)
    act_engine_begin_pass (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (ActEngine *self,
          guint      seconds)
{
  stop_timer (self);
  if (!self->automatic || act_engine_is_ended (self))
    return;

  self->timer = g_timeout_source_new_seconds (seconds);
  g_source_set_static_name (self->timer, "[actioned] next refresh");
  g_source_set_callback (self->timer, time_to_refresh_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static ActSessionState
get_state_for_error (const GError *error)
{
  if (act_api_error_is_sign_in (error))
    return ACT_SESSION_SIGN_IN_NEEDED;
  if (act_api_error_is_offline (error))
    return ACT_SESSION_OFFLINE;

  return ACT_SESSION_FAILING;
}

/* A key that does not work is not tried again by itself: that could lock it. */
void
act_engine_take_failure (ActEngine    *self,
                         const GError *error)
{
  guint seconds = FIRST_RETRY_SECONDS << MIN (self->failures, 8);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->failures++;
  set_state (self, get_state_for_error (error), error);
  if (self->state == ACT_SESSION_SIGN_IN_NEEDED)
    stop_timer (self);
  else
    schedule (self, MIN (seconds, REFRESH_SECONDS));
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
end_digging (ActEngine    *self,
             const GError *error)
{
  self->digging = FALSE;
  if (error != NULL)
    g_debug ("Names and history were not read to the end: %s", error->message);

  if (self->dig_again && error == NULL)
    {
      start_digging (self);
      return;
    }

  /* While a pass runs its own digging is yet to come, which answers for this one too. */
  if (!self->automatic && !self->passing)
    {
      if (error != NULL)
        act_engine_take_failure (self, error);
      else
        set_state (self, ACT_SESSION_IDLE, NULL);
      act_engine_complete_waiters (self->refreshers, error);
    }

  if (self->automatic)
    {
      act_engine_emit_changed (self);
      if (error == NULL)
        g_signal_emit (self, signals[SIGNAL_CAUGHT_UP], 0);
    }

  act_engine_check_stopped (self);
}

static void
history_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ActEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  act_history_finish (result, &error);
  end_digging (self, error);
}

/* A name that cannot be had is shown as an id; events are worth more. */
static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ActEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_namer_finish (result, &error))
    g_debug ("Names were not read: %s", error->message);

  act_history_async (self->client, self->store, self->position, self->cancellable, history_read_cb,
                     g_object_ref (self));
}

static void
start_digging (ActEngine *self)
{
  self->dig_again = self->digging;
  if (self->digging)
    return;

  self->digging = TRUE;
  act_namer_async (self->client, self->store, self->cancellable, named_cb, g_object_ref (self));
}

static void
waiting_retried_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!act_store_hold_finish (ACT_STORE (source), result, NULL, &error))
    g_info ("What waited for a sign-in still waits: %s", error->message);
}

static void
end_pass (ActEngine    *self,
          const GError *error)
{
  self->passing = FALSE;
  if (error != NULL)
    {
      act_engine_take_failure (self, error);
      act_engine_complete_waiters (self->refreshers, error);
      act_engine_complete_waiters (self->senders, error);
      act_engine_check_stopped (self);
      return;
    }

  act_store_retry_async (self->store, ACT_OUTBOX_WAITING_FOR_SIGN_IN, NULL, waiting_retried_cb,
                         NULL);

  /* A refresh that works while sending fails is no reason to try that again sooner. */
  if (self->automatic || !act_wait_list_is_empty (self->senders))
    act_engine_start_sending (self);
  else
    self->failures = 0;
  start_digging (self);

  if (self->automatic)
    {
      set_state (self, ACT_SESSION_IDLE, NULL);
      schedule (self, REFRESH_SECONDS);
      act_engine_complete_waiters (self->refreshers, NULL);
    }
}

static void
pass_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ActEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  act_open_pass_finish (result, &error);
  end_pass (self, error);
}

void
act_engine_run_pass (ActEngine *self)
{
  act_open_pass_async (self->client, self->store, self->position, self->cancellable, pass_done_cb,
                       g_object_ref (self));
}

void
act_engine_begin_pass (ActEngine *self)
{
  g_autoptr (GError) error = NULL;

  stop_timer (self);
  if (!act_engine_take_lock (self, &error))
    {
      end_pass (self, error);
      return;
    }

  self->passing = TRUE;
  self->state = ACT_SESSION_REFRESHING;
  act_engine_emit_changed (self);

  if (self->pushing)
    act_engine_stop_sending (self);
  else
    act_engine_run_pass (self);
}

static void
act_engine_dispose (GObject *object)
{
  ActEngine *self = ACT_ENGINE (object);

  stop_timer (self);
  act_engine_stop_looking (self);

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
  g_clear_pointer (&self->position, act_position_free);
  g_clear_pointer (&self->refreshers, act_wait_list_free);
  g_clear_pointer (&self->senders, act_wait_list_free);
  g_clear_error (&self->error);
  g_clear_error (&self->mark_error);
  g_clear_error (&self->push_error);

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
}

/**
 * act_engine_new:
 * @client: a client
 * @store: an open store
 * @position: (transfer full): what the store knows of the server
 * @abilities: what the key may do
 * @once: what is changed by others just now
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
                gboolean      automatic)
{
  ActEngine *self = NULL;

  g_return_val_if_fail (ACT_IS_CLIENT (client), NULL);
  g_return_val_if_fail (ACT_IS_STORE (store), NULL);
  g_return_val_if_fail (position != NULL, NULL);
  g_return_val_if_fail (ACT_IS_ABILITIES (abilities), NULL);
  g_return_val_if_fail (ACT_IS_ONCE (once), NULL);

  self = g_object_new (ACT_TYPE_ENGINE, NULL);
  self->client = g_object_ref (client);
  self->store = g_object_ref (store);
  self->position = position;
  self->abilities = g_object_ref (abilities);
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

  if (!self->passing && !act_store_get_read_only (self->store))
    act_engine_begin_pass (self);
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
  stop_timer (self);
  act_engine_stop_looking (self);
  g_cancellable_cancel (self->cancellable);
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
 * act_engine_refresh_async:
 * @self: an engine
 * @cancellable: (nullable): ends the waiting, not the refresh, which others may wait for too
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Brings the open events up to date, or joins the pass that does. An engine that is not automatic
 * goes on to names and history before it answers.
 */
void
act_engine_refresh_async (ActEngine          *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (ACT_IS_ENGINE (self));
  g_return_if_fail (!act_engine_is_ended (self));

  act_wait_list_push (self->refreshers, act_engine_new_waiter (self, cancellable, callback, user_data,
                                                               act_engine_refresh_async));
  if (!self->passing)
    act_engine_begin_pass (self);
}

/**
 * act_engine_refresh_finish:
 * @self: the engine
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the refresh succeeded
 */
gboolean
act_engine_refresh_finish (ActEngine    *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
