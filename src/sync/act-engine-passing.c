/* How the engine reads the open events, and when
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-engine-private.h"

#include "act-open-pass.h"
#include "act-time.h"

#define FIRST_RETRY_SECONDS   15
#define LONGEST_RETRY_SECONDS 300

static void
schedule (ActEngine *self,
          guint      seconds)
{
  if (self->automatic && !act_engine_is_ended (self))
    act_alarm_set (self->timer, (gint64) seconds * 1000);
}

/* By hand it is only tried again, until what was asked for is done. */
static void
schedule_next (ActEngine *self)
{
  if (self->interval > 0)
    schedule (self, self->interval);
  else
    act_alarm_clear (self->timer);
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

/* Where the server has answered once, something else that answers now is the network. */
static gboolean
is_about_portal (ActEngine    *self,
                 const GError *error)
{
  return (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_JSON) ||
          g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_REDIRECTED)) &&
         self->position->as_of != ACT_TIME_UNKNOWN;
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
  if (is_about_portal (self, error))
    self->portal = TRUE;
  act_engine_set_state (self, get_state_for_error (error), error);
  if (self->state == ACT_SESSION_SIGN_IN_NEEDED)
    act_alarm_clear (self->timer);
  else
    schedule (self, MIN (seconds, LONGEST_RETRY_SECONDS));
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
waiting_ready_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ActEngine) self = user_data;

  waiting_retried_cb (source, result, NULL);
  act_engine_send_soon (self);
}

/* The user has paused it: that is no failure. */
static void
settle_after_stop (ActEngine    *self,
                   const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || act_engine_is_ended (self))
    return;

  self->state = self->error != NULL ? get_state_for_error (self->error) : ACT_SESSION_IDLE;
  act_engine_emit_changed (self);
}

static void
fail_pass (ActEngine    *self,
           const GError *error)
{
  act_engine_take_failure (self, error);
  settle_after_stop (self, error);
  act_engine_complete_waiters (self->refreshers, error);
  act_engine_complete_waiters (self->senders, error);
  act_engine_check_stopped (self);
}

static void
end_pass (ActEngine    *self,
          const GError *error)
{
  gboolean again = self->pass_again && !act_engine_is_ended (self);

  self->passing = FALSE;
  self->pass_again = FALSE;
  g_clear_object (&self->pass);
  act_meter_end (self->meter, ACT_SYNC_OPEN);
  if (again)
    {
      act_engine_begin_pass (self);
      return;
    }

  if (error != NULL)
    {
      fail_pass (self, error);
      return;
    }

  self->portal = FALSE;
  self->stale = FALSE;
  act_store_retry_async (self->store, ACT_OUTBOX_WAITING_FOR_SIGN_IN, NULL, waiting_retried_cb,
                         NULL);

  /* A refresh that works while sending fails is no reason to try that again sooner. */
  if (self->automatic || !act_wait_list_is_empty (self->senders))
    act_engine_start_sending (self);
  else
    self->failures = 0;
  act_engine_start_digging (self);

  if (self->automatic)
    {
      act_engine_set_state (self, ACT_SESSION_IDLE, NULL);
      schedule_next (self);
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
  self->pass = g_cancellable_new ();
  if (act_engine_is_ended (self))
    g_cancellable_cancel (self->pass);
  act_open_pass_async (self->client, self->store, self->position, self->meter,
                       act_engine_may_read_ahead (self), self->pass, pass_done_cb,
                       g_object_ref (self));
}

/* Whoever asks for it gets it, whatever holds back what happens by itself. */
void
act_engine_begin_pass (ActEngine *self)
{
  g_autoptr (GError) error = NULL;

  act_alarm_clear (self->timer);
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

/* The time has come, or something has changed. What was not sent is tried again while it is paused. */
void
act_engine_try_pass (ActEngine *self)
{
  if (self->passing || act_engine_is_ended (self))
    return;

  if (!self->paused)
    act_engine_begin_pass (self);
  else if (self->automatic)
    act_engine_start_sending (self);
}

/* One that waits for the push to end has not begun, and need not begin anew. */
void
act_engine_stop_pass (ActEngine *self,
                      gboolean   again)
{
  if (self->pass == NULL)
    return;

  self->pass_again = again;
  g_cancellable_cancel (self->pass);
}

static void
tell_no_secret (ActEngine *self)
{
  g_autoptr (GError) error = NULL;

  g_set_error_literal (&error, ACT_API_ERROR, ACT_API_ERROR_NO_SECRET,
                       "The secret of the key is not known");
  act_engine_stop_pass (self, FALSE);
  act_engine_take_failure (self, error);
}

/* While it is paused only what waits is sent, as ever. */
static void
resume (ActEngine *self)
{
  if (self->passing)
    act_engine_stop_pass (self, TRUE);
  else if (self->paused)
    act_store_retry_async (self->store, ACT_OUTBOX_WAITING_FOR_SIGN_IN, NULL, waiting_ready_cb,
                           g_object_ref (self));
  else
    act_engine_begin_pass (self);
}

/**
 * act_engine_follow_key:
 * @self: an engine
 *
 * Says that the client has another key, or another secret, or none. An automatic engine goes on with
 * what waited for it.
 */
void
act_engine_follow_key (ActEngine *self)
{
  g_return_if_fail (ACT_IS_ENGINE (self));

  if (act_engine_is_ended (self))
    return;

  if (!act_client_has_secret (self->client))
    {
      tell_no_secret (self);
      return;
    }

  self->failures = 0;
  if (self->state == ACT_SESSION_SIGN_IN_NEEDED)
    act_engine_set_state (self, ACT_SESSION_IDLE, NULL);
  if (self->automatic)
    resume (self);
}

/**
 * act_engine_set_interval:
 * @self: an engine
 * @seconds: the time between two refreshes, or 0 for none but those that are asked for
 *
 * Says how often an automatic engine refreshes. What failed is tried again in any case.
 */
void
act_engine_set_interval (ActEngine *self,
                         guint      seconds)
{
  g_return_if_fail (ACT_IS_ENGINE (self));

  if (self->interval == seconds)
    return;

  self->interval = seconds;
  if (self->automatic && !self->passing && self->state == ACT_SESSION_IDLE &&
      self->position->as_of != ACT_TIME_UNKNOWN)
    schedule_next (self);
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
