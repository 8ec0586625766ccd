/* A request on its way and its answer coming in
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The state of one exchange is the data of its task. Time-outs and the caller's cancellable both
 * cancel a cancellable of our own, so that there is one way out; they do so from the main loop,
 * never from within somebody else's call.
 */

#include "act-exchange.h"

#include "act-api-error.h"
#include "act-redact.h"
#include "act-time.h"
#include "act-transport-error.h"

#include <string.h>

#define CHUNK_SIZE      (64 * 1024)
#define ERROR_BODY_SIZE (64 * 1024)

typedef struct
{
  GTask             *task;           /* (unowned): whose data this is */
  ActRequest        *request;        /* (owned) */
  SoupMessage       *message;        /* (owned) */
  GCancellable      *cancellable;    /* (owned) */
  GInputStream      *stream;         /* (owned) (nullable) */
  GByteArray        *body;           /* (owned) */
  ActNetworkLog     *log;            /* (owned) (nullable) */
  GSource           *cancelled;      /* (owned) (nullable) */
  GSource           *stalled;        /* (owned) */
  GSource           *whole_timer;    /* (owned) (nullable) */
  GSource           *progress_timer; /* (owned) (nullable) */
  char              *certificate;    /* (owned) (nullable): its facts, when it was refused */
  const char        *timed_out;      /* (nullable): what took too long */
  gint64             started;
  gint64             asked_at;
  ActTransportLimits limits;
  gboolean           was_connected;
} ActExchange;

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* Nothing may call back into an exchange that is over: the message lives as long as the session
 * likes. Closing the stream early costs the connection, and reads nothing more. */
static void
stop (ActExchange *exchange)
{
  clear_source (&exchange->cancelled);
  clear_source (&exchange->stalled);
  clear_source (&exchange->whole_timer);
  clear_source (&exchange->progress_timer);
  g_signal_handlers_disconnect_by_data (exchange->message, exchange->task);

  if (exchange->stream != NULL)
    g_input_stream_close_async (exchange->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_clear_object (&exchange->stream);
}

/* What has come of an answer that was given up may be a token. */
static void
wipe_body (ActExchange *exchange)
{
  if (exchange->body->len > 0)
    explicit_bzero (exchange->body->data, exchange->body->len);
  g_clear_pointer (&exchange->body, g_byte_array_unref);
}

static void
free_exchange (ActExchange *exchange)
{
  stop (exchange);
  g_clear_object (&exchange->message);
  g_clear_object (&exchange->cancellable);
  g_clear_pointer (&exchange->request, act_request_unref);
  wipe_body (exchange);
  g_clear_object (&exchange->log);
  g_free (exchange->certificate);
  g_free (exchange);
}

static void
log_end (ActExchange *exchange,
         const char  *outcome)
{
  g_autofree char *call = act_request_describe (exchange->request);

  g_debug ("%s: %s, %u bytes, %" G_GINT64_FORMAT " ms", call, outcome, exchange->body->len,
           (g_get_monotonic_time () - exchange->started) / 1000);
}

static void
note_end (ActExchange      *exchange,
          ActNetworkProblem problem)
{
  gint64           milliseconds = (g_get_monotonic_time () - exchange->started) / 1000;
  GUri            *uri = soup_message_get_uri (exchange->message);
  const char      *query = g_uri_get_query (uri);
  g_autofree char *target = NULL;
  g_autoptr (ActNetworkCall) call = NULL;

  if (exchange->log == NULL)
    return;

  target = g_strconcat (g_uri_get_path (uri), query != NULL ? "?" : NULL, query, NULL);
  call = act_network_call_new (exchange->asked_at, exchange->request->method, target,
                               soup_message_get_status (exchange->message), problem,
                               (guint) CLAMP (milliseconds, 0, G_MAXINT), exchange->body->len);
  act_network_log_add (exchange->log, call);
}

static GSource *
attach_timer (GTask      *task,
              guint       milliseconds,
              GSourceFunc callback)
{
  GSource *source = g_timeout_source_new (milliseconds);

  g_source_set_callback (source, callback, g_task_get_task_data (task), NULL);
  g_source_attach (source, g_task_get_context (task));

  return source;
}

static gboolean
took_too_long (ActExchange *exchange,
               const char  *what)
{
  exchange->timed_out = what;
  g_cancellable_cancel (exchange->cancellable);

  return G_SOURCE_REMOVE;
}

static gboolean
connect_timer_cb (gpointer user_data)
{
  return took_too_long (user_data, "no connection in time");
}

static gboolean
silence_timer_cb (gpointer user_data)
{
  return took_too_long (user_data, "the server fell silent");
}

static gboolean
whole_timer_cb (gpointer user_data)
{
  return took_too_long (user_data, "the answer took too long");
}

static gboolean
stalled_cb (GCancellable *stalled,
            gpointer      user_data)
{
  return took_too_long (user_data, "the connection did not outlive the sleep of the computer");
}

static void
start_whole_timer (GTask *task)
{
  ActExchange *exchange = g_task_get_task_data (task);

  if (exchange->whole_timer == NULL)
    exchange->whole_timer = attach_timer (task, exchange->limits.whole_time, whole_timer_cb);
}

static void
hear_a_byte (GTask *task)
{
  ActExchange *exchange = g_task_get_task_data (task);

  clear_source (&exchange->progress_timer);
  exchange->progress_timer = attach_timer (task, exchange->limits.silence, silence_timer_cb);
}

static ActNetworkProblem
get_problem (const GError *cause,
             gboolean      has_status)
{
  ActApiError code = ACT_API_ERROR_OFFLINE;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ACT_NETWORK_PROBLEM_CANCELLED;

  code = act_transport_error_get_code (cause, has_status);
  if (code == ACT_API_ERROR_TLS)
    return ACT_NETWORK_PROBLEM_NOT_TRUSTED;
  if (code == ACT_API_ERROR_TIMED_OUT)
    return ACT_NETWORK_PROBLEM_TIMED_OUT;

  return has_status ? ACT_NETWORK_PROBLEM_CUT : ACT_NETWORK_PROBLEM_NO_CONNECTION;
}

static void
fail (GTask        *task,
      const GError *cause)
{
  ActExchange *exchange = g_task_get_task_data (task);
  gboolean     has_status = soup_message_get_status (exchange->message) != SOUP_STATUS_NONE;

  stop (exchange);

  if (exchange->timed_out != NULL)
    {
      g_autofree char *call = act_request_describe (exchange->request);

      log_end (exchange, exchange->timed_out);
      note_end (exchange, ACT_NETWORK_PROBLEM_TIMED_OUT);
      g_task_return_new_error (task, ACT_API_ERROR, ACT_API_ERROR_TIMED_OUT, "%s: %s", call,
                               exchange->timed_out);
      return;
    }

  log_end (exchange, "no answer");
  note_end (exchange, get_problem (cause, has_status));
  g_task_return_error (task, act_transport_error_new (exchange->request, cause, has_status,
                                                      exchange->certificate));
}

static void
fail_too_large (GTask *task)
{
  ActExchange     *exchange = g_task_get_task_data (task);
  g_autofree char *call = act_request_describe (exchange->request);

  stop (exchange);
  log_end (exchange, "too large");
  note_end (exchange, ACT_NETWORK_PROBLEM_TOO_LARGE);
  g_task_return_new_error (task, ACT_API_ERROR, ACT_API_ERROR_TOO_LARGE,
                           "%s: the answer is larger than %" G_GSIZE_FORMAT " bytes", call,
                           exchange->limits.body_size);
}

/* There was no connection to the server, so what was answered is not what the server says: it must not be
 * taken for a refusal of the key, or for something that is gone. */
static void
fail_at_proxy (GTask *task)
{
  ActExchange     *exchange = g_task_get_task_data (task);
  g_autofree char *call = act_request_describe (exchange->request);
  guint            status = soup_message_get_status (exchange->message);

  stop (exchange);
  log_end (exchange, "refused by a proxy");
  note_end (exchange, ACT_NETWORK_PROBLEM_NO_CONNECTION);
  g_task_return_new_error (task, ACT_API_ERROR, ACT_API_ERROR_OFFLINE,
                           "%s: the proxy makes no connection\nThe proxy answered %u instead of making a connection",
                           call, status);
}

static void
succeed (GTask *task)
{
  ActExchange        *exchange = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  ActResponse        *response = act_response_new (soup_message_get_status (exchange->message));
  g_autofree char    *outcome = g_strdup_printf ("%u", response->status);

  response->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  response->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  response->retry_after = g_strdup (soup_message_headers_get_one (headers, "Retry-After"));
  response->asked_at = exchange->asked_at;

  stop (exchange);
  log_end (exchange, outcome);
  note_end (exchange, ACT_NETWORK_PROBLEM_NONE);
  /* It may be a token. */
  response->body = act_redact_take_bytes (g_steal_pointer (&exchange->body));
  exchange->body = g_byte_array_new ();
  g_task_return_pointer (task, response, (GDestroyNotify) act_response_free);
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  ActExchange *exchange = user_data;

  g_cancellable_cancel (exchange->cancellable);

  return G_SOURCE_REMOVE;
}

static void
network_event_cb (SoupMessage       *message,
                  GSocketClientEvent event,
                  GIOStream         *connection,
                  gpointer           user_data)
{
  GTask       *task = user_data;
  ActExchange *exchange = g_task_get_task_data (task);

  start_whole_timer (task);
  if (exchange->progress_timer == NULL)
    exchange->progress_timer = attach_timer (task, exchange->limits.connect_time, connect_timer_cb);
}

static void
starting_cb (SoupMessage *message,
             gpointer     user_data)
{
  GTask       *task = user_data;
  ActExchange *exchange = g_task_get_task_data (task);

  exchange->was_connected = TRUE;
  exchange->asked_at = act_time_now ();
  start_whole_timer (task);
  hear_a_byte (task);
}

static gboolean
accept_certificate_cb (SoupMessage         *message,
                       GTlsCertificate     *certificate,
                       GTlsCertificateFlags problems,
                       gpointer             user_data)
{
  ActExchange *exchange = g_task_get_task_data (user_data);

  g_free (exchange->certificate);
  exchange->certificate = act_transport_error_describe_certificate (certificate, problems);

  return FALSE;
}

static void read_more (GTask *task);

static void
chunk_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  ActExchange *exchange = g_task_get_task_data (task);
  gboolean     is_success = SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (exchange->message));
  gsize        limit = is_success ? exchange->limits.body_size : ERROR_BODY_SIZE;
  gsize        size = 0;

  if (chunk == NULL)
    {
      fail (task, error);
      return;
    }

  size = g_bytes_get_size (chunk);
  if (size == 0)
    {
      succeed (task);
      return;
    }

  if (exchange->body->len + size <= limit)
    {
      g_byte_array_append (exchange->body, g_bytes_get_data (chunk, NULL), (guint) size);
      hear_a_byte (task);
      read_more (g_steal_pointer (&task));
    }
  else if (is_success)
    {
      fail_too_large (task);
    }
  else
    {
      /* The status is what matters. */
      succeed (task);
    }
}

/* Takes the task. */
static void
read_more (GTask *task)
{
  ActExchange *exchange = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (exchange->stream, CHUNK_SIZE, G_PRIORITY_DEFAULT,
                                   exchange->cancellable, chunk_read_cb, task);
}

/* Not a byte of it needs to be read then. */
static gboolean
is_said_to_be_too_large (ActExchange *exchange)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);

  return SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (exchange->message)) &&
         soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
         soup_message_headers_get_content_length (headers) > (goffset) exchange->limits.body_size;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  ActExchange *exchange = g_task_get_task_data (task);

  exchange->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (exchange->stream == NULL)
    {
      fail (task, error);
      return;
    }

  if (!exchange->was_connected)
    {
      fail_at_proxy (task);
      return;
    }
  if (is_said_to_be_too_large (exchange))
    {
      fail_too_large (task);
      return;
    }

  hear_a_byte (task);
  read_more (g_steal_pointer (&task));
}

/**
 * act_exchange_start:
 * @task: (transfer full): returns an #ActResponse in the end
 * @session: what sends
 * @message: the message, ready to be sent
 * @request: what it was made from
 * @limits: the most that it may take
 * @stalled: is cancelled when what is on its way will not come any more
 * @log: (nullable): where it is noted
 *
 * Sends a message and reads the answer. The time that it waits for other messages to end is not
 * counted, since these are limited themselves. Main thread only.
 */
void
act_exchange_start (GTask                    *task,
                    SoupSession              *session,
                    SoupMessage              *message,
                    ActRequest               *request,
                    const ActTransportLimits *limits,
                    GCancellable             *stalled,
                    ActNetworkLog            *log)
{
  ActExchange  *exchange = g_new0 (ActExchange, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  exchange->task = task;
  exchange->request = act_request_ref (request);
  exchange->message = g_object_ref (message);
  exchange->cancellable = g_cancellable_new ();
  exchange->log = log != NULL ? g_object_ref (log) : NULL;
  exchange->body = g_byte_array_new ();
  exchange->started = g_get_monotonic_time ();
  exchange->asked_at = act_time_now ();
  exchange->limits = *limits;
  g_task_set_task_data (task, exchange, (GDestroyNotify) free_exchange);

  if (cancellable != NULL)
    {
      exchange->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (exchange->cancelled, G_SOURCE_FUNC (cancelled_cb), exchange, NULL);
      g_source_attach (exchange->cancelled, g_task_get_context (task));
    }

  exchange->stalled = g_cancellable_source_new (stalled);
  g_source_set_callback (exchange->stalled, G_SOURCE_FUNC (stalled_cb), exchange, NULL);
  g_source_attach (exchange->stalled, g_task_get_context (task));

  g_signal_connect (message, "network-event", G_CALLBACK (network_event_cb), task);
  g_signal_connect (message, "starting", G_CALLBACK (starting_cb), task);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_certificate_cb), task);

  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, exchange->cancellable, sent_cb, task);
}

/**
 * act_exchange_was_connected:
 * @task: the task of an exchange that is over
 *
 * Returns: whether there was a connection, so that the server may have got the request
 */
gboolean
act_exchange_was_connected (GTask *task)
{
  ActExchange *exchange = g_task_get_task_data (task);

  return exchange != NULL && exchange->was_connected;
}
