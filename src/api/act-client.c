/* The remote API, one async function a call
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A call goes down through these, each of which does one thing:
 *
 *   client        which request, and what its answer means
 *   caller        the token, and once more when it is refused
 *   sender        the rate limit and the retries
 *   transport     one request and its answer, within limits
 */

#include "act-client-private.h"

#include "act-caller.h"
#include "act-json-page.h"
#include "act-rate-limiter.h"
#include "act-sender.h"
#include "act-system-clock.h"
#include "act-token-source.h"

struct _ActClient
{
  GObject         parent_instance;
  ActConnection  *connection; /* (owned) */
  ActRateLimiter *limiter;    /* (owned) */
  ActTransport   *transport;  /* (owned) */
  ActSender      *sender;     /* (owned) */
  ActTokenSource *tokens;     /* (owned) */
  ActCaller      *caller;     /* (owned) */
};

typedef struct
{
  const ActJsonDecoder *decoder; /* (nullable) */
  gpointer              data;    /* (owned) (nullable) */
  gint64                asked_at;
} ActClientCall;

/* A person looks on. */
static const ActTransportLimits impatient_limits = {
  .connect_time = 5 * 1000,
  .silence = 7 * 1000,
  .whole_time = 7 * 1000,
  .body_size = 1024 * 1024,
};

G_DEFINE_FINAL_TYPE (ActClient, act_client, G_TYPE_OBJECT)

static void
free_call (ActClientCall *call)
{
  if (call->data != NULL)
    call->decoder->free (call->data);
  g_free (call);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  ActClientCall *call = g_task_get_task_data (task);

  if (act_caller_call_finish (ACT_CALLER (source), result, &call->data, &call->asked_at, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
act_client_dispose (GObject *object)
{
  ActClient *self = ACT_CLIENT (object);

  g_clear_object (&self->caller);
  g_clear_object (&self->tokens);
  g_clear_object (&self->sender);
  g_clear_object (&self->transport);
  g_clear_object (&self->limiter);
  g_clear_pointer (&self->connection, act_connection_unref);

  G_OBJECT_CLASS (act_client_parent_class)->dispose (object);
}

static void
act_client_class_init (ActClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_client_dispose;
}

static void
act_client_init (ActClient *self)
{
}

/**
 * act_client_new:
 * @connection: whom to speak to
 * @secret: (nullable): the secret of its key; copied, kept in memory only and overwritten in the end
 *
 * Makes a client. Nothing is sent before the first call. Main thread only.
 *
 * Returns: (transfer full): the client
 */
ActClient *
act_client_new (ActConnection *connection,
                const char    *secret)
{
  g_autoptr (ActClock) clock = act_system_clock_new ();

  return act_client_new_with_limits (connection, secret, clock, NULL);
}

/**
 * act_client_new_impatient:
 * @connection: whom to speak to
 * @secret: the secret of its key; copied, kept in memory only and overwritten in the end
 *
 * Makes a client for somebody who waits in front of the screen: it sends each request once, and gives up
 * after seconds. Main thread only.
 *
 * Returns: (transfer full): the client
 */
ActClient *
act_client_new_impatient (ActConnection *connection,
                          const char    *secret)
{
  g_autoptr (ActClock) clock = act_system_clock_new ();
  ActClient *self = act_client_new_with_limits (connection, secret, clock, &impatient_limits);

  if (self != NULL)
    act_sender_set_once (self->sender, TRUE);

  return self;
}

/**
 * act_client_new_with_limits:
 * @connection: whom to speak to
 * @secret: (nullable): the secret of its key
 * @clock: the time
 * @limits: (nullable): the most that a request may take
 *
 * Makes a client that need not wait for the time to pass.
 *
 * Returns: (transfer full): the client
 */
ActClient *
act_client_new_with_limits (ActConnection            *connection,
                            const char               *secret,
                            ActClock                 *clock,
                            const ActTransportLimits *limits)
{
  ActClient *self = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  self = g_object_new (ACT_TYPE_CLIENT, NULL);
  self->connection = act_connection_ref (connection);
  self->limiter = act_rate_limiter_new (clock);

  self->transport = act_transport_new (act_connection_get_base_url (connection), limits);
  if (act_connection_get_authority (connection) != NULL)
    act_transport_trust (self->transport, act_connection_get_authority (connection));
  self->sender = act_sender_new (self->transport, self->limiter, clock);
  self->tokens =
      act_token_source_new (self->sender, clock, act_connection_get_key_id (connection), secret);
  self->caller = act_caller_new (self->sender, self->tokens);

  return self;
}

/**
 * act_client_get_connection:
 * @self: a client
 *
 * Returns: (transfer none): whom it speaks to
 */
ActConnection *
act_client_get_connection (ActClient *self)
{
  return self->connection;
}

/**
 * act_client_set_connection:
 * @self: a client
 * @connection: the same connection with other settings
 *
 * Follows what was edited. Calls that were begun go on as they are.
 */
void
act_client_set_connection (ActClient     *self,
                           ActConnection *connection)
{
  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (connection != NULL);
  g_return_if_fail (g_str_equal (act_connection_get_base_url (connection),
                                 act_connection_get_base_url (self->connection)));
  g_return_if_fail (g_str_equal (act_connection_get_organisation_id (connection),
                                 act_connection_get_organisation_id (self->connection)));

  if (g_strcmp0 (act_connection_get_authority (connection),
                 act_connection_get_authority (self->connection)) != 0)
    act_transport_trust (self->transport, act_connection_get_authority (connection));

  act_connection_ref (connection);
  act_connection_unref (self->connection);
  self->connection = connection;
}

/**
 * act_client_set_key:
 * @self: a client
 * @key_id: the id of an access key
 * @secret: (nullable): its secret; copied, kept in memory only and overwritten in the end
 *
 * Takes another key. What is called from now on, and what waits for a token, gets one of this key.
 */
void
act_client_set_key (ActClient  *self,
                    const char *key_id,
                    const char *secret)
{
  g_return_if_fail (ACT_IS_CLIENT (self));

  act_token_source_set_key (self->tokens, key_id, secret);
}

/**
 * act_client_has_secret:
 * @self: a client
 *
 * Returns: whether the server can be asked for anything
 */
gboolean
act_client_has_secret (ActClient *self)
{
  g_return_val_if_fail (ACT_IS_CLIENT (self), FALSE);

  return act_token_source_has_secret (self->tokens);
}

/**
 * act_client_set_request_ceiling:
 * @self: a client
 * @requests_a_second: 1 to 50; other numbers are clamped. The default is 10
 *
 * Limits how fast requests are sent, since the organisation's other programs share what the server
 * allows.
 */
void
act_client_set_request_ceiling (ActClient *self,
                                guint      requests_a_second)
{
  g_return_if_fail (ACT_IS_CLIENT (self));

  act_rate_limiter_set_ceiling (self->limiter, requests_a_second);
}

/**
 * act_client_drop_calls:
 * @self: a client
 *
 * Waits no more for what is on its way, since the computer slept. What may be sent again is. Main
 * thread only.
 */
void
act_client_drop_calls (ActClient *self)
{
  g_return_if_fail (ACT_IS_CLIENT (self));

  act_transport_drop_calls (self->transport);
}

/**
 * act_client_set_network_log:
 * @self: a client
 * @log: (nullable): where the requests are noted from now on
 *
 * Main thread only.
 */
void
act_client_set_network_log (ActClient     *self,
                            ActNetworkLog *log)
{
  g_return_if_fail (ACT_IS_CLIENT (self));

  act_transport_set_network_log (self->transport, log);
}

/**
 * act_client_get_token_organisation_id:
 * @self: a client
 *
 * Main thread only.
 *
 * Returns: (nullable): the organisation that the last token says it is for, checked to be an id; %NULL
 *   when there was none yet, or it does not say
 */
const char *
act_client_get_token_organisation_id (ActClient *self)
{
  g_return_val_if_fail (ACT_IS_CLIENT (self), NULL);

  return act_caller_get_organisation_id (self->caller);
}

/**
 * act_client_call_async:
 * @self: a client
 * @request: (nullable) (transfer none): what to send; %NULL only signs in
 * @decoder: (nullable) (scope forever): what makes data of the answer
 * @source_tag: the function that the front end called
 * @cancellable: (nullable): a cancellable
 * @callback: called with the data
 * @user_data: for @callback
 *
 * Makes a call.
 */
void
act_client_call_async (ActClient            *self,
                       ActRequest           *request,
                       const ActJsonDecoder *decoder,
                       gpointer              source_tag,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ActClientCall *call = g_new0 (ActClientCall, 1);

  call->decoder = decoder;
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, call, (GDestroyNotify) free_call);

  act_caller_call_async (self->caller, request, decoder, cancellable, called_cb, g_steal_pointer (&task));
}

/**
 * act_client_call_finish:
 * @self: a client
 * @result: what the callback got
 * @source_tag: the function that the front end called
 * @data: (out) (optional) (transfer full): return location for what the decoder made
 * @asked_at: (out) (optional): return location for when the request that was answered left,
 *   milliseconds since 1970 UTC by the local clock: after all waiting, and not that of an earlier try
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the call succeeded
 */
gboolean
act_client_call_finish (ActClient    *self,
                        GAsyncResult *result,
                        gpointer      source_tag,
                        gpointer     *data,
                        gint64       *asked_at,
                        GError      **error)
{
  ActClientCall *call = NULL;

  g_return_val_if_fail (ACT_IS_CLIENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == source_tag, FALSE);

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
 * act_client_data_finish:
 * @self: a client
 * @result: what the callback got
 * @source_tag: the function that the front end called
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what the decoder made, or %NULL on error
 */
gpointer
act_client_data_finish (ActClient    *self,
                        GAsyncResult *result,
                        gpointer      source_tag,
                        GError      **error)
{
  gpointer data = NULL;

  return act_client_call_finish (self, result, source_tag, &data, NULL, error) ? data : NULL;
}

/**
 * act_client_page_finish:
 * @self: a client
 * @result: what the callback got of a call whose decoder makes an #ActJsonPage
 * @source_tag: the function that the front end called
 * @next_token: (out) (optional) (transfer full) (nullable): return location for the cursor of the
 *   next page
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the things on the page, or %NULL on error
 */
GPtrArray *
act_client_page_finish (ActClient    *self,
                        GAsyncResult *result,
                        gpointer      source_tag,
                        char        **next_token,
                        GError      **error)
{
  ActJsonPage *page = act_client_data_finish (self, result, source_tag, error);

  return page != NULL ? act_json_page_take (page, next_token) : NULL;
}

/**
 * act_client_sign_in_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called when there is a token, or will be none
 * @user_data: for @callback
 *
 * Gets a token, unless there is one. Every call does so by itself; this one tells whether key and
 * secret are accepted. Main thread only.
 */
void
act_client_sign_in_async (ActClient          *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (ACT_IS_CLIENT (self));

  act_client_call_async (self, NULL, NULL, act_client_sign_in_async, cancellable, callback, user_data);
}

/**
 * act_client_sign_in_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether there is a token
 */
gboolean
act_client_sign_in_finish (ActClient    *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return act_client_call_finish (self, result, act_client_sign_in_async, NULL, NULL, error);
}
