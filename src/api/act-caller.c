/* Calls with a token, and what they answer as plain data
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-caller.h"

#include "act-api-error.h"
#include "act-redact.h"

struct _ActCaller
{
  GObject         parent_instance;
  ActSender      *sender; /* (owned) */
  ActTokenSource *tokens; /* (owned) */
};

typedef struct
{
  ActRequest           *request; /* (owned) */
  const ActJsonDecoder *decoder; /* (nullable) */
  char                 *token;   /* (owned) (nullable) */
  gpointer              data;    /* (owned) (nullable): for the caller */
  gint64                asked_at;
  gboolean              is_replay;
} ActCall;

G_DEFINE_FINAL_TYPE (ActCaller, act_caller, G_TYPE_OBJECT)

static void get_token (GTask *task);

static void
free_call (ActCall *call)
{
  if (call->data != NULL)
    call->decoder->free (call->data);
  act_request_unref (call->request);
  act_redact_free (call->token);
  g_free (call);
}

static gboolean
is_about_token (const GError *error)
{
  return g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_UNAUTHORIZED) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN);
}

/* A refused call was not carried out, so it may be sent again whatever it does. */
static gboolean
may_replay (ActCaller *self,
            ActCall   *call)
{
  if (!call->is_replay)
    return act_token_source_discard (self->tokens, call->token);

  act_token_source_note_refusal (self->tokens, call->token);
  return FALSE;
}

static void
fail (GTask  *task,
      GError *error)
{
  ActCall *call = g_task_get_task_data (task);

  error = act_redact_error_all (error, call->request->secrets);
  g_task_return_error (task, act_redact_error (error, call->token));
}

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  ActCall         *call = g_task_get_task_data (task);

  call->data = act_json_decode_finish (result, &error);
  if (call->data != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  name = act_request_describe (call->request);
  g_prefix_error (&error, "%s: ", name);
  fail (task, g_steal_pointer (&error));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActResponse) response = NULL;
  ActCaller    *self = g_task_get_source_object (task);
  ActCall      *call = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  response = act_sender_send_finish (ACT_SENDER (source), result, &error);
  if (response != NULL)
    call->asked_at = response->asked_at;

  if (response == NULL && is_about_token (error) && may_replay (self, call))
    {
      call->is_replay = TRUE;
      get_token (g_steal_pointer (&task));
    }
  else if (response == NULL)
    {
      fail (task, g_steal_pointer (&error));
    }
  else if (call->decoder == NULL && act_json_decode_is_markup (response))
    {
      g_task_return_new_error (task, ACT_API_ERROR, ACT_API_ERROR_NOT_JSON,
                               "something else than the server answered");
    }
  else if (call->decoder == NULL)
    {
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      act_json_decode_async (response, call->decoder, cancellable, decoded_cb, g_steal_pointer (&task));
    }
}

/* Takes the task. */
static void
send_call (GTask *task)
{
  ActCaller *self = g_task_get_source_object (task);
  ActCall   *call = g_task_get_task_data (task);
  char      *authorization = g_strconcat ("Bearer ", call->token, NULL);

  act_sender_send_async (self->sender, call->request, authorization, g_task_get_cancellable (task),
                         answered_cb, task);
  act_redact_free (authorization);
}

static void
token_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  ActCall *call = g_task_get_task_data (task);

  g_clear_pointer (&call->token, act_redact_free);
  call->token = act_token_source_get_finish (ACT_TOKEN_SOURCE (source), result, &error);
  if (call->token == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (call->request == NULL)
    g_task_return_boolean (task, TRUE);
  else
    send_call (g_steal_pointer (&task));
}

/* Takes the task. */
static void
get_token (GTask *task)
{
  ActCaller *self = g_task_get_source_object (task);

  act_token_source_get_async (self->tokens, g_task_get_cancellable (task), token_cb, task);
}

static void
act_caller_dispose (GObject *object)
{
  ActCaller *self = ACT_CALLER (object);

  if (self->tokens != NULL)
    act_token_source_stop (self->tokens);
  g_clear_object (&self->tokens);
  g_clear_object (&self->sender);

  G_OBJECT_CLASS (act_caller_parent_class)->dispose (object);
}

static void
act_caller_class_init (ActCallerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_caller_dispose;
}

static void
act_caller_init (ActCaller *self)
{
}

/**
 * act_caller_new:
 * @sender: what sends
 * @tokens: where tokens come from
 *
 * Returns: (transfer full): a caller
 */
ActCaller *
act_caller_new (ActSender      *sender,
                ActTokenSource *tokens)
{
  ActCaller *self = g_object_new (ACT_TYPE_CALLER, NULL);

  self->sender = g_object_ref (sender);
  self->tokens = g_object_ref (tokens);

  return self;
}

/**
 * act_caller_call_async:
 * @self: a caller
 * @request: (nullable): what to send; %NULL only gets a token
 * @decoder: (nullable) (scope forever): what makes data of the answer; %NULL when that is of no
 *   interest
 * @cancellable: (nullable): a cancellable
 * @callback: called with the data
 * @user_data: for @callback
 *
 * Makes a call.
 */
void
act_caller_call_async (ActCaller            *self,
                       ActRequest           *request,
                       const ActJsonDecoder *decoder,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  ActCall *call = NULL;

  g_return_if_fail (ACT_IS_CALLER (self));

  call = g_new0 (ActCall, 1);
  call->request = request != NULL ? act_request_ref (request) : NULL;
  call->decoder = decoder;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_caller_call_async);
  g_task_set_task_data (task, call, (GDestroyNotify) free_call);
  get_token (g_steal_pointer (&task));
}

/**
 * act_caller_call_finish:
 * @self: a caller
 * @result: what the callback got
 * @data: (out) (optional) (transfer full): return location for what the decoder made
 * @asked_at: (out) (optional): return location for when the request that was answered left,
 *   milliseconds since 1970 UTC; 0 when there was none
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the call succeeded
 */
gboolean
act_caller_call_finish (ActCaller    *self,
                        GAsyncResult *result,
                        gpointer     *data,
                        gint64       *asked_at,
                        GError      **error)
{
  ActCall *call = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  call = g_task_get_task_data (G_TASK (result));
  if (data != NULL)
    *data = g_steal_pointer (&call->data);
  if (asked_at != NULL)
    *asked_at = call->asked_at;

  return TRUE;
}

/**
 * act_caller_get_organisation_id:
 * @self: a caller
 *
 * Returns: (nullable): the organisation that the last token says it is for, checked to be an id
 */
const char *
act_caller_get_organisation_id (ActCaller *self)
{
  g_return_val_if_fail (ACT_IS_CALLER (self), NULL);

  return act_token_source_get_organisation_id (self->tokens);
}
