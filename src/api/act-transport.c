/* One request and its answer over HTTP, within limits
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-transport.h"

#include "act-api-error.h"
#include "act-exchange.h"
#include "act-redact.h"
#include "act-redirect.h"
#include "act-trust.h"

#include <libsoup/soup.h>
#include <string.h>

#define MAX_CONNECTIONS 8

/* Shorter than servers keep a connection: what is sent on one that was just closed is sent again by
 * libsoup behind our back. */
#define IDLE_SECONDS 10

static const ActTransportLimits default_limits = {
  .connect_time = 10 * 1000,
  .silence = 30 * 1000,
  .whole_time = 60 * 1000,
  .body_size = 32 * 1024 * 1024,
};

struct _ActTransport
{
  GObject            parent_instance;
  SoupSession       *session;  /* (owned) */
  char              *base_url; /* (owned) */
  ActTransportLimits limits;
  GCancellable      *stalled;  /* (owned): of all that is on its way */
  ActNetworkLog     *log;      /* (owned) (nullable) */
  GError            *distrust; /* (owned) (nullable): why nothing is sent at all */
};

typedef struct
{
  ActRequest *request;       /* (owned) */
  GUri       *uri;           /* (owned): where it is sent now */
  char       *authorization; /* (owned) (nullable) */
  guint       n_redirects;
  gboolean    was_connected;
} ActSend;

G_DEFINE_FINAL_TYPE (ActTransport, act_transport, G_TYPE_OBJECT)

static void send_now (GTask *task);

static void
free_send (ActSend *sending)
{
  act_request_unref (sending->request);
  g_uri_unref (sending->uri);
  act_redact_free (sending->authorization);
  g_free (sending);
}

/* On a kept connection that turns out to be closed libsoup sends a GET or a PUT again by itself, and
 * then it can get two ends of one message, of which the second one crashes (3.2.3). So what changes
 * something gets a connection of its own; it must not be sent twice behind our back anyway. */
static SoupMessageFlags
get_flags (ActRequest *request)
{
  gboolean only_reads = g_str_equal (request->method, "GET") && request->idempotent;

  return only_reads ? SOUP_MESSAGE_NO_REDIRECT
                    : SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION;
}

/* Whatever reads an address takes a segment of dots for a step, even when it is written with escapes:
 * an id from outside that is nothing else would lead to some other call. */
static gboolean
takes_steps (const char *path)
{
  g_autofree char *plain_path = g_strndup (path, strcspn (path, "?"));
  g_auto (GStrv) segments = g_strsplit (plain_path, "/", -1);

  for (char **segment = segments; *segment != NULL; segment++)
    {
      g_autofree char *plain = g_uri_unescape_string (*segment, NULL);

      if (g_strcmp0 (plain, ".") == 0 || g_strcmp0 (plain, "..") == 0)
        return TRUE;
    }

  return FALSE;
}

static GUri *
build_uri (ActTransport *self,
           ActRequest   *request)
{
  g_autofree char *url = g_strconcat (self->base_url, request->path, request->query->len > 0 ? "?" : NULL,
                                      request->query->str, NULL);

  return takes_steps (request->path) ? NULL : g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
}

static SoupMessage *
build_message (ActSend *sending)
{
  ActRequest         *request = sending->request;
  SoupMessage        *message = soup_message_new_from_uri (request->method, sending->uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_set_flags (message, get_flags (request));
  soup_message_headers_replace (headers, "Accept", "application/json");
  if (sending->authorization != NULL)
    soup_message_headers_replace (headers, "Authorization", sending->authorization);

  if (request->body != NULL)
    {
      /* Not copied, so that a secret in it is overwritten with the request. */
      g_autoptr (GBytes) body = g_bytes_new_with_free_func (request->body, strlen (request->body),
                                                            (GDestroyNotify) act_request_unref,
                                                            act_request_ref (request));

      soup_message_set_request_body_from_bytes (message, request->content_type, body);
    }

  return message;
}

/* Some answers are known to be long, and to be long in coming. */
static ActTransportLimits
get_limits (ActTransport *self,
            ActRequest   *request)
{
  ActTransportLimits limits = self->limits;

  if (request->patience != 0)
    limits.whole_time = limits.silence = request->patience;
  if (request->body_size != 0)
    limits.body_size = request->body_size;

  return limits;
}

/* Takes the task, unless it returns %FALSE. */
static gboolean
follow (GTask             *task,
        const ActResponse *response,
        GError           **error)
{
  ActSend         *sending = g_task_get_task_data (task);
  g_autofree char *call = act_request_describe (sending->request);
  g_autoptr (GUri) uri = NULL;

  if (sending->n_redirects == ACT_REDIRECT_MAX)
    {
      g_propagate_error (error, act_redirect_new_loop_error (sending->request));
      return FALSE;
    }

  uri = act_redirect_resolve (sending->uri, response->location, error);
  if (uri == NULL)
    {
      g_prefix_error (error, "%s: %u\n", call, response->status);
      return FALSE;
    }

  sending->n_redirects++;
  g_uri_unref (sending->uri);
  sending->uri = g_steal_pointer (&uri);
  send_now (task);

  return TRUE;
}

static void
exchanged_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActResponse) response = g_task_propagate_pointer (G_TASK (result), &error);
  ActSend *sending = g_task_get_task_data (task);

  sending->was_connected = act_exchange_was_connected (G_TASK (result));
  if (response == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!act_redirect_is_one (response) || !act_redirect_may_be_tried (sending->request))
    g_task_return_pointer (task, g_steal_pointer (&response), (GDestroyNotify) act_response_free);
  else if (follow (task, response, &error))
    (void) g_steal_pointer (&task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Takes the task. */
static void
send_now (GTask *task)
{
  ActTransport *self = g_task_get_source_object (task);
  ActSend      *sending = g_task_get_task_data (task);
  g_autoptr (SoupMessage) message = build_message (sending);
  ActTransportLimits limits = get_limits (self, sending->request);
  GTask             *exchange = NULL;

  exchange = g_task_new (self, g_task_get_cancellable (task), exchanged_cb, task);
  g_task_set_source_tag (exchange, send_now);
  act_exchange_start (exchange, self->session, message, sending->request, &limits, self->stalled,
                      self->log);
}

static SoupSession *
make_session (const char *base_url)
{
  /* The session's own time-out is only for silence; ours replace it. */
  SoupSession *session = soup_session_new_with_options ("max-conns", MAX_CONNECTIONS,
                                                        "max-conns-per-host", MAX_CONNECTIONS,
                                                        "timeout", 0,
                                                        "idle-timeout", IDLE_SECONDS,
                                                        "user-agent", "Actioned/" ACT_VERSION,
                                                        NULL);

  /* A challenge by the server must not make it look for credentials anywhere. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);

  /* What is not encrypted stays on this computer, which it would not on its way through a proxy. */
  if (!g_str_has_prefix (base_url, "https:"))
    soup_session_set_proxy_resolver (session, NULL);

  return session;
}

static void
act_transport_dispose (GObject *object)
{
  ActTransport *self = ACT_TRANSPORT (object);

  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->log);

  G_OBJECT_CLASS (act_transport_parent_class)->dispose (object);
}

static void
act_transport_finalize (GObject *object)
{
  ActTransport *self = ACT_TRANSPORT (object);

  g_free (self->base_url);
  g_clear_object (&self->stalled);
  g_clear_error (&self->distrust);

  G_OBJECT_CLASS (act_transport_parent_class)->finalize (object);
}

static void
act_transport_class_init (ActTransportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_transport_dispose;
  object_class->finalize = act_transport_finalize;
}

static void
act_transport_init (ActTransport *self)
{
  self->stalled = g_cancellable_new ();
}

/**
 * act_transport_new:
 * @base_url: the server, without a slash at the end
 * @limits: (nullable): the most that a request may take; %NULL for what a person should wait for
 *
 * Returns: (transfer full): a transport
 */
ActTransport *
act_transport_new (const char               *base_url,
                   const ActTransportLimits *limits)
{
  ActTransport *self = NULL;

  g_return_val_if_fail (base_url != NULL, NULL);

  self = g_object_new (ACT_TYPE_TRANSPORT, NULL);
  self->base_url = g_strdup (base_url);
  self->session = make_session (base_url);
  self->limits = limits != NULL ? *limits : default_limits;

  return self;
}

/**
 * act_transport_trust:
 * @self: a transport
 * @authority: (nullable): certificates (PEM) of authorities; %NULL for those of the system
 *
 * Trusts these authorities and no others from now on. If they cannot be read nothing is trusted, and each
 * request fails. No connection that was made before is used again; what is on its way goes on.
 */
void
act_transport_trust (ActTransport *self,
                     const char   *authority)
{
  g_autoptr (GTlsDatabase) database = NULL;

  g_return_if_fail (ACT_IS_TRANSPORT (self));

  g_clear_error (&self->distrust);
  if (authority != NULL)
    database = act_trust_new_database (authority, &self->distrust);

  g_object_unref (self->session);
  self->session = make_session (self->base_url);
  if (database != NULL)
    soup_session_set_tls_database (self->session, database);
}

/**
 * act_transport_set_network_log:
 * @self: a transport
 * @log: (nullable): where each exchange is noted from now on
 */
void
act_transport_set_network_log (ActTransport  *self,
                               ActNetworkLog *log)
{
  g_return_if_fail (ACT_IS_TRANSPORT (self));
  g_return_if_fail (log == NULL || ACT_IS_NETWORK_LOG (log));

  g_set_object (&self->log, log);
}

/**
 * act_transport_drop_calls:
 * @self: a transport
 *
 * Waits no more for what is on its way: it timed out. After the computer slept nothing of it comes
 * any more, and the time-outs have stood still.
 */
void
act_transport_drop_calls (ActTransport *self)
{
  g_autoptr (GCancellable) stalled = NULL;

  g_return_if_fail (ACT_IS_TRANSPORT (self));

  stalled = g_steal_pointer (&self->stalled);
  self->stalled = g_cancellable_new ();
  g_cancellable_cancel (stalled);
}

/**
 * act_transport_send_async:
 * @self: a transport
 * @request: what to send
 * @authorization: (nullable): the header of that name; a secret
 * @cancellable: (nullable): a cancellable, honoured at any moment
 * @callback: called when the whole answer has come, or will not
 * @user_data: for @callback
 *
 * Sends a request once and reads the answer. Redirects of what changes nothing are followed as long as
 * they stay on the server; %ACT_API_ERROR_REDIRECTED otherwise. Other redirects are answers.
 */
void
act_transport_send_async (ActTransport       *self,
                          ActRequest         *request,
                          const char         *authorization,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GUri) uri = NULL;
  ActSend *sending = NULL;

  g_return_if_fail (ACT_IS_TRANSPORT (self));
  g_return_if_fail (request != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_transport_send_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  if (self->distrust != NULL)
    {
      g_task_return_error (task, g_error_copy (self->distrust));
      return;
    }

  uri = build_uri (self, request);
  if (uri == NULL)
    {
      g_task_return_new_error (task, ACT_API_ERROR, ACT_API_ERROR_BAD_REQUEST,
                               "%s: the address cannot be built", request->method);
      return;
    }

  sending = g_new0 (ActSend, 1);
  sending->request = act_request_ref (request);
  sending->uri = g_steal_pointer (&uri);
  sending->authorization = g_strdup (authorization);
  g_task_set_task_data (task, sending, (GDestroyNotify) free_send);
  send_now (g_steal_pointer (&task));
}

/**
 * act_transport_send_finish:
 * @self: a transport
 * @result: what the callback got
 * @was_connected: (out) (optional): return location for whether there was a connection, so that the
 *   server may have got the request
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the answer, whatever its status, or %NULL on error
 */
ActResponse *
act_transport_send_finish (ActTransport *self,
                           GAsyncResult *result,
                           gboolean     *was_connected,
                           GError      **error)
{
  ActSend *sending = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  sending = g_task_get_task_data (G_TASK (result));
  if (was_connected != NULL)
    *was_connected = sending != NULL && sending->was_connected;

  return g_task_propagate_pointer (G_TASK (result), error);
}
