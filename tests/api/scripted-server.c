/* A server that answers what a test tells it to, however wrong
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It writes its bytes itself, since a real server would not misbehave when asked to. Each connection
 * has a thread and serves one request. Token calls have a script of their own; when that is at its
 * end they get token-1, token-2 and so on.
 */

#include "scripted-server.h"

#include <string.h>

#define DRIP_PAUSE  (5 * G_TIME_SPAN_MILLISECOND)
#define FLOOD_CHUNK 4096
#define LARGE_SIZE  ((gsize) 1024 * 1024 * 1024)

typedef struct
{
  ScriptBehaviour behaviour;
  guint           status;
  char           *headers;
  GBytes         *body;
} ScriptStep;

struct _ScriptedServer
{
  GSocketListener *listener;
  GTlsCertificate *certificate; /* (nullable) */
  GTlsCertificate *tunnelled;   /* (nullable): of the server behind it, when it is a proxy */
  GCancellable    *stop;
  GThread         *thread;
  GPtrArray       *connection_threads; /* only of the thread that accepts */
  guint16          port;

  GMutex     lock; /* for all that follows */
  GCond      stopping;
  GQueue     steps;
  GQueue     token_steps;
  GPtrArray *requests;
  GPtrArray *token_requests;
  gsize      written; /* of endless bodies */
  char      *stale;   /* (nullable): an Authorization header that gets 401 whatever the script says */
};

typedef struct
{
  ScriptedServer    *server;
  GSocketConnection *connection;
} ScriptConnection;

static void
free_step (ScriptStep *step)
{
  g_free (step->headers);
  g_clear_pointer (&step->body, g_bytes_unref);
  g_free (step);
}

static gboolean
write_all (ScriptedServer *self,
           GIOStream      *stream,
           const void     *data,
           gsize           size)
{
  return g_output_stream_write_all (g_io_stream_get_output_stream (stream), data, size, NULL, self->stop, NULL);
}

static gboolean
write_text (ScriptedServer *self,
            GIOStream      *stream,
            const char     *text)
{
  return write_all (self, stream, text, strlen (text));
}

/* Returns when the client has closed the connection, or the server stops. */
static void
wait_for_end (ScriptedServer *self,
              GIOStream      *stream)
{
  char byte = 0;

  while (g_input_stream_read (g_io_stream_get_input_stream (stream), &byte, 1, self->stop, NULL) > 0)
    continue;
}

static void
pause_a_little (ScriptedServer *self)
{
  gint64 end = g_get_monotonic_time () + DRIP_PAUSE;

  g_mutex_lock (&self->lock);
  while (!g_cancellable_is_cancelled (self->stop) && g_cond_wait_until (&self->stopping, &self->lock, end))
    continue;
  g_mutex_unlock (&self->lock);
}

static void
drip (ScriptedServer *self,
      GIOStream      *stream)
{
  while (write_text (self, stream, "1\r\n \r\n"))
    pause_a_little (self);
}

static void
count_written (ScriptedServer *self,
               gsize           size)
{
  g_mutex_lock (&self->lock);
  self->written += size;
  g_mutex_unlock (&self->lock);
}

static void
flood (ScriptedServer *self,
       GIOStream      *stream)
{
  g_autofree char *chunk = g_strnfill (FLOOD_CHUNK, ' ');
  g_autofree char *whole = g_strdup_printf ("%x\r\n%s\r\n", FLOOD_CHUNK, chunk);

  while (write_text (self, stream, whole))
    count_written (self, FLOOD_CHUNK);
}

/* None of it is ever there as a whole, not even here. */
static void
pour (ScriptedServer *self,
      GIOStream      *stream)
{
  g_autofree char *chunk = g_strnfill (FLOOD_CHUNK, ' ');

  for (gsize size = LARGE_SIZE; size > 0 && write_text (self, stream, chunk); size -= FLOOD_CHUNK)
    count_written (self, FLOOD_CHUNK);
}

static void
write_answer (ScriptedServer   *self,
              GIOStream        *stream,
              const ScriptStep *step)
{
  gsize            size = g_bytes_get_size (step->body);
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 %u Scripted\r\n"
                                           "Content-Length: %" G_GSIZE_FORMAT "\r\n"
                                           "Connection: close\r\n"
                                           "%s\r\n",
                                           step->status, size, step->headers);

  if (write_text (self, stream, head) && size > 0)
    write_all (self, stream, g_bytes_get_data (step->body, NULL), size);
}

static void
follow (ScriptedServer   *self,
        GIOStream        *stream,
        const ScriptStep *step)
{
  static const char beginning[] = "HTTP/1.1 200 Scripted\r\n"
                                  "Content-Type: application/json\r\n"
                                  "Transfer-Encoding: chunked\r\n"
                                  "\r\n"
                                  "1\r\n{\r\n";

  switch (step->behaviour)
    {
    case SCRIPT_ANSWER:
      write_answer (self, stream, step);
      break;

    case SCRIPT_DROP:
      break;

    case SCRIPT_HANG:
      wait_for_end (self, stream);
      break;

    case SCRIPT_DRIP:
      write_text (self, stream, beginning);
      drip (self, stream);
      break;

    case SCRIPT_STALL:
      write_text (self, stream, beginning);
      wait_for_end (self, stream);
      break;

    case SCRIPT_CUT:
      write_text (self, stream, "HTTP/1.1 200 Scripted\r\nContent-Type: application/json\r\n"
                                "Content-Length: 1000\r\n\r\n{\"data\":[");
      break;

    case SCRIPT_FLOOD:
      write_text (self, stream, beginning);
      flood (self, stream);
      break;

    case SCRIPT_LARGE:
      write_text (self, stream, "HTTP/1.1 200 Scripted\r\nContent-Type: application/json\r\n"
                                "Content-Length: 1073741824\r\n\r\n");
      pour (self, stream);
      break;

    default:
      g_assert_not_reached ();
    }
}

static ScriptStep *
make_step (guint       status,
           const char *headers,
           const char *body,
           gssize      size)
{
  ScriptStep *step = g_new0 (ScriptStep, 1);

  step->status = status;
  step->headers = g_strdup (headers);
  step->body = g_bytes_new (body, size < 0 ? strlen (body) : (gsize) size);

  return step;
}

static ScriptStep *
make_token_step (guint number)
{
  g_autofree char *body = g_strdup_printf ("{\"access_token\":\"token-%u\",\"expires_in\":18000,"
                                           "\"token_type\":\"Bearer\",\"scope\":null}",
                                           number);

  return make_step (200, "Content-Type: application/json\r\n", body, -1);
}

static gboolean
is_stale (ScriptedServer      *self,
          const ScriptRequest *request)
{
  return self->stale != NULL && g_strcmp0 (script_request_get_header (request, "authorization"), self->stale) == 0;
}

/* What nobody wrote a script for gets an answer that no test expects. */
static ScriptStep *
record (ScriptedServer *self,
        ScriptRequest  *request)
{
  gboolean    is_token = g_str_has_suffix (request->path, "/oauth/token");
  ScriptStep *step = NULL;

  g_mutex_lock (&self->lock);
  g_ptr_array_add (is_token ? self->token_requests : self->requests, request);
  if (!is_token && is_stale (self, request))
    step = make_step (401, "", "", 0);
  else
    step = g_queue_pop_head (is_token ? &self->token_steps : &self->steps);
  if (step == NULL && is_token)
    step = make_token_step (self->token_requests->len);
  else if (step == NULL)
    step = make_step (418, "", "", 0);
  g_mutex_unlock (&self->lock);

  g_main_context_wakeup (NULL);

  return step;
}

/* A proxy that is asked for a tunnel is the server at its other end, too. */
static ScriptRequest *
enter_tunnel (ScriptedServer *self,
              GIOStream     **stream)
{
  GIOStream *inside = NULL;

  write_text (self, *stream, "HTTP/1.1 200 Connection established\r\n\r\n");
  inside = g_tls_server_connection_new (*stream, self->tunnelled, NULL);
  g_object_unref (*stream);
  *stream = inside;

  return script_request_read (inside, self->stop);
}

static GIOStream *
open_stream (ScriptedServer    *self,
             GSocketConnection *connection)
{
  if (self->certificate == NULL)
    return g_object_ref (G_IO_STREAM (connection));

  return g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
}

static gpointer
serve (gpointer data)
{
  ScriptConnection *connection = data;
  ScriptedServer   *self = connection->server;
  g_autoptr (GIOStream) stream = open_stream (self, connection->connection);
  ScriptRequest *request = stream != NULL ? script_request_read (stream, self->stop) : NULL;

  if (request != NULL && self->tunnelled != NULL && g_str_equal (request->method, "CONNECT"))
    {
      free_step (record (self, request));
      request = enter_tunnel (self, &stream);
    }

  if (request != NULL)
    {
      ScriptStep *step = record (self, request);

      follow (self, stream, step);
      free_step (step);
    }

  if (stream != NULL)
    g_io_stream_close (stream, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (connection->connection), NULL, NULL);
  g_object_unref (connection->connection);
  g_free (connection);

  return NULL;
}

static gpointer
accept_connections (gpointer data)
{
  ScriptedServer *self = data;

  while (TRUE)
    {
      GSocketConnection *connection = g_socket_listener_accept (self->listener, NULL, self->stop, NULL);
      ScriptConnection  *served = NULL;

      if (connection == NULL)
        break;

      served = g_new0 (ScriptConnection, 1);
      served->server = self;
      served->connection = connection;
      g_ptr_array_add (self->connection_threads, g_thread_new ("connection", serve, served));
    }

  return NULL;
}

/* Takes the step. */
static void
push (ScriptedServer *self,
      GQueue         *steps,
      ScriptStep     *step)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (steps, step);
  g_mutex_unlock (&self->lock);
}

static const ScriptRequest *
get (ScriptedServer *self,
     GPtrArray      *requests,
     guint           index)
{
  const ScriptRequest *request = NULL;

  g_mutex_lock (&self->lock);
  g_assert_cmpuint (index, <, requests->len);
  request = g_ptr_array_index (requests, index);
  g_mutex_unlock (&self->lock);

  return request;
}

static guint
count (ScriptedServer *self,
       GPtrArray      *requests)
{
  guint length = 0;

  g_mutex_lock (&self->lock);
  length = requests->len;
  g_mutex_unlock (&self->lock);

  return length;
}

ScriptedServer *
scripted_server_new (GTlsCertificate *certificate)
{
  ScriptedServer *self = g_new0 (ScriptedServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->lock);
  g_cond_init (&self->stopping);
  g_queue_init (&self->steps);
  g_queue_init (&self->token_steps);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) script_request_free);
  self->token_requests = g_ptr_array_new_with_free_func ((GDestroyNotify) script_request_free);
  self->connection_threads = g_ptr_array_new ();
  self->stop = g_cancellable_new ();
  self->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  self->listener = g_socket_listener_new ();

  g_socket_listener_add_address (self->listener, address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL,
                                 &effective, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  self->thread = g_thread_new ("server", accept_connections, self);

  return self;
}

void
scripted_server_free (ScriptedServer *self)
{
  g_cancellable_cancel (self->stop);
  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->stopping);
  g_mutex_unlock (&self->lock);

  g_thread_join (self->thread);
  for (guint i = 0; i < self->connection_threads->len; i++)
    g_thread_join (g_ptr_array_index (self->connection_threads, i));

  g_ptr_array_unref (self->connection_threads);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->token_requests);
  g_queue_clear_full (&self->steps, (GDestroyNotify) free_step);
  g_queue_clear_full (&self->token_steps, (GDestroyNotify) free_step);
  g_clear_object (&self->certificate);
  g_clear_object (&self->tunnelled);
  g_free (self->stale);
  g_object_unref (self->listener);
  g_object_unref (self->stop);
  g_cond_clear (&self->stopping);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* Makes it a proxy, before it is asked for anything. */
void
scripted_server_tunnel_to (ScriptedServer  *self,
                           GTlsCertificate *certificate)
{
  g_set_object (&self->tunnelled, certificate);
}

char *
scripted_server_get_url (ScriptedServer *self)
{
  return g_strdup_printf ("%s://127.0.0.1:%u", self->certificate != NULL ? "https" : "http", self->port);
}

void
scripted_server_answer (ScriptedServer *self,
                        guint           status,
                        const char     *body)
{
  scripted_server_answer_with (self, status, "Content-Type: application/json\r\n", body, -1);
}

/* @headers are whole lines. */
void
scripted_server_answer_with (ScriptedServer *self,
                             guint           status,
                             const char     *headers,
                             const char     *body,
                             gssize          size)
{
  push (self, &self->steps, make_step (status, headers, body, size));
}

void
scripted_server_answer_token (ScriptedServer *self,
                              guint           status,
                              const char     *body)
{
  scripted_server_answer_token_with (self, status, "Content-Type: application/json\r\n", body);
}

/* @headers are whole lines. */
void
scripted_server_answer_token_with (ScriptedServer *self,
                                   guint           status,
                                   const char     *headers,
                                   const char     *body)
{
  push (self, &self->token_steps, make_step (status, headers, body, -1));
}

/* From now on whoever comes with this token gets 401, and the next step is left for another. */
void
scripted_server_refuse (ScriptedServer *self,
                        const char     *token)
{
  g_mutex_lock (&self->lock);
  g_free (self->stale);
  self->stale = g_strconcat ("Bearer ", token, NULL);
  g_mutex_unlock (&self->lock);
}

void
scripted_server_behave (ScriptedServer *self,
                        ScriptBehaviour behaviour)
{
  ScriptStep *step = g_new0 (ScriptStep, 1);

  step->behaviour = behaviour;
  push (self, &self->steps, step);
}

/* How much of endless bodies somebody has taken. */
gsize
scripted_server_get_written (ScriptedServer *self)
{
  gsize written = 0;

  g_mutex_lock (&self->lock);
  written = self->written;
  g_mutex_unlock (&self->lock);

  return written;
}

/* How many requests have come, token calls not counted. */
guint
scripted_server_count (ScriptedServer *self)
{
  return count (self, self->requests);
}

guint
scripted_server_count_tokens (ScriptedServer *self)
{
  return count (self, self->token_requests);
}

const ScriptRequest *
scripted_server_get (ScriptedServer *self,
                     guint           index)
{
  return get (self, self->requests, index);
}

const ScriptRequest *
scripted_server_get_token_call (ScriptedServer *self,
                                guint           index)
{
  return get (self, self->token_requests, index);
}
