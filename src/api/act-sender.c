/* Requests sent at the right pace and as often as it takes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-sender.h"

#include "act-api-error.h"
#include "act-redact.h"
#include "act-retry.h"
#include "act-status-error.h"

#define RATE_LIMITED 429

struct _ActSender
{
  GObject         parent_instance;
  ActTransport   *transport; /* (owned) */
  ActRateLimiter *limiter;   /* (owned) */
  ActClock       *clock;     /* (owned) */
  gboolean        once;
};

typedef struct
{
  ActRequest *request;       /* (owned) */
  char       *authorization; /* (owned) (nullable) */
  guint       attempts;
} ActSending;

G_DEFINE_FINAL_TYPE (ActSender, act_sender, G_TYPE_OBJECT)

static void ask_for_turn (GTask *task);

static void
free_sending (ActSending *sending)
{
  act_request_unref (sending->request);
  act_redact_free (sending->authorization);
  g_free (sending);
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_clock_wait_finish (ACT_CLOCK (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  ask_for_turn (g_steal_pointer (&task));
}

/* Takes the task. */
static void
repeat (GTask *task,
        gint64 delay)
{
  ActSender  *self = g_task_get_source_object (task);
  ActSending *sending = g_task_get_task_data (task);

  g_autofree char *call = act_request_describe (sending->request);

  g_debug ("%s: again in %" G_GINT64_FORMAT " ms", call, delay);
  act_clock_wait_async (self->clock, delay, g_task_get_cancellable (task), waited_cb, task);
}

/* What was on its way may have been done, and is not sent again to find out. */
static GError *
take_error (const ActFailure *failure,
            GError           *error)
{
  if (failure->is_idempotent || !failure->was_connected || error->domain != ACT_API_ERROR)
    return error;

  error->code = ACT_API_ERROR_UNCERTAIN;

  return error;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActResponse) response = NULL;
  ActSender  *self = g_task_get_source_object (task);
  ActSending *sending = g_task_get_task_data (task);
  ActFailure  failure = { 0 };
  gint64      delay = 0;

  response = act_transport_send_finish (ACT_TRANSPORT (source), result, &failure.was_connected, &error);
  if (response != NULL && act_response_is_successful (response))
    {
      g_task_return_pointer (task, g_steal_pointer (&response), (GDestroyNotify) act_response_free);
      return;
    }

  failure.attempts = sending->attempts;
  failure.is_idempotent = sending->request->idempotent;
  failure.status = response != NULL ? response->status : 0;
  failure.retry_after = response != NULL ? response->retry_after : NULL;
  failure.error = error;
  failure.now = g_get_real_time () / G_USEC_PER_SEC;
  delay = self->once ? ACT_RETRY_NEVER : act_retry_get_delay (&failure);

  /* The limit is on all calls together, so all of them wait. */
  if (failure.status == RATE_LIMITED)
    act_rate_limiter_pause (self->limiter, delay != ACT_RETRY_NEVER ? delay : act_retry_get_pause (&failure));

  if (delay != ACT_RETRY_NEVER)
    repeat (g_steal_pointer (&task), delay);
  else if (response != NULL)
    g_task_return_error (task, act_status_error_new (sending->request, response, sending->authorization));
  else
    g_task_return_error (task, take_error (&failure, g_steal_pointer (&error)));
}

/* Takes the task. */
static void
send_now (GTask *task)
{
  ActSender  *self = g_task_get_source_object (task);
  ActSending *sending = g_task_get_task_data (task);

  sending->attempts++;
  act_transport_send_async (self->transport, sending->request, sending->authorization,
                            g_task_get_cancellable (task), answered_cb, task);
}

static void
turn_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_rate_limiter_wait_finish (ACT_RATE_LIMITER (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  send_now (g_steal_pointer (&task));
}

/* Takes the task. */
static void
ask_for_turn (GTask *task)
{
  ActSender  *self = g_task_get_source_object (task);
  ActSending *sending = g_task_get_task_data (task);

  act_rate_limiter_wait_async (self->limiter, sending->request->urgency,
                               g_task_get_cancellable (task), turn_cb, task);
}

static void
act_sender_dispose (GObject *object)
{
  ActSender *self = ACT_SENDER (object);

  g_clear_object (&self->transport);
  g_clear_object (&self->limiter);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (act_sender_parent_class)->dispose (object);
}

static void
act_sender_class_init (ActSenderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_sender_dispose;
}

static void
act_sender_init (ActSender *self)
{
}

/**
 * act_sender_new:
 * @transport: what sends
 * @limiter: what says when
 * @clock: the time
 *
 * Returns: (transfer full): a sender
 */
ActSender *
act_sender_new (ActTransport   *transport,
                ActRateLimiter *limiter,
                ActClock       *clock)
{
  ActSender *self = g_object_new (ACT_TYPE_SENDER, NULL);

  self->transport = g_object_ref (transport);
  self->limiter = g_object_ref (limiter);
  self->clock = g_object_ref (clock);

  return self;
}

/**
 * act_sender_set_once:
 * @self: a sender
 * @once: whether nothing is repeated
 *
 * Somebody who waits for an answer wants to know that there is none rather than get one later.
 */
void
act_sender_set_once (ActSender *self,
                     gboolean   once)
{
  g_return_if_fail (ACT_IS_SENDER (self));

  self->once = once;
}

/**
 * act_sender_send_async:
 * @self: a sender
 * @request: what to send
 * @authorization: (nullable): the header of that name; a secret
 * @cancellable: (nullable): a cancellable
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Sends a request. One that is not idempotent is sent once, and fails with
 * %ACT_API_ERROR_UNCERTAIN when it was sent and no whole answer came.
 */
void
act_sender_send_async (ActSender          *self,
                       ActRequest         *request,
                       const char         *authorization,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  ActSending *sending = NULL;

  g_return_if_fail (ACT_IS_SENDER (self));
  g_return_if_fail (request != NULL);

  sending = g_new0 (ActSending, 1);
  sending->request = act_request_ref (request);
  sending->authorization = g_strdup (authorization);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_sender_send_async);
  g_task_set_task_data (task, sending, (GDestroyNotify) free_sending);
  ask_for_turn (g_steal_pointer (&task));
}

/**
 * act_sender_send_finish:
 * @self: a sender
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): an answer that is a success, or %NULL on error
 */
ActResponse *
act_sender_send_finish (ActSender    *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
