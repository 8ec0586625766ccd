/* The server that speaks for a world
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-server.h"

#include "act-simulator-answer.h"
#include "act-simulator-state.h"
#include "act-simulator-transport.h"

#include <libsoup/soup.h>

#define MAX_REQUEST_BYTES (1024 * 1024)
#define SAVE_PAUSE_MS     100

struct _ActSimulatorServer
{
  ActSimulatorOptions *options;  /* (owned) */
  ActSimulatorWorld   *world;    /* (owned) */
  SoupServer          *server;   /* (owned) */
  char                *base_url; /* (owned) */
  GSource             *saver;    /* (owned) (nullable) */
  gint64               saved_us;
  gint64               second;
  guint                n_in_second;
};

/* An answer that waits. */
typedef struct
{
  ActSimulatorServer *self;    /* (unowned) */
  SoupServerMessage  *message; /* (owned) */
  GSource            *timer;   /* (owned) */
} ActSimulatorWait;

static gboolean
is_over_limit (ActSimulatorServer *self)
{
  gint64 second = g_get_monotonic_time () / G_USEC_PER_SEC;

  if (self->options->rate_limit == 0)
    return FALSE;

  if (second != self->second)
    {
      self->second = second;
      self->n_in_second = 0;
    }

  return ++self->n_in_second > self->options->rate_limit;
}

static gboolean
is_control (SoupServerMessage *message)
{
  return g_str_has_prefix (g_uri_get_path (soup_server_message_get_uri (message)), "/_simulator/");
}

/* Returns whether the message stays paused for ever. */
static gboolean
answer_message (ActSimulatorServer *self,
                SoupServerMessage  *message)
{
  g_autoptr (ActSimulatorAnswer) answer = NULL;

  if (!is_control (message))
    self->world->n_calls++;

  if (!is_control (message) && is_over_limit (self))
    {
      self->world->n_limited++;
      answer = act_simulator_answer_new_refusal (429, "Too many requests");
    }
  else
    {
      answer = act_simulator_answer_new (self->world, message);
    }

  act_simulator_server_save_soon (self);
  if (answer->fault == ACT_SIMULATOR_FAULT_HANG)
    return TRUE;

  act_simulator_transport_send (message, answer->status, answer->text, answer->fault, self->options->slow_ms);

  return FALSE;
}

static void
free_wait (ActSimulatorWait *wait)
{
  g_source_destroy (wait->timer);
  g_source_unref (wait->timer);
  g_object_unref (wait->message);
  g_free (wait);
}

static void
gone_cb (SoupServerMessage *message,
         gpointer           user_data)
{
  g_signal_handlers_disconnect_by_data (message, user_data);
  free_wait (user_data);
}

static gboolean
waited_cb (gpointer user_data)
{
  ActSimulatorWait *wait = user_data;
  g_autoptr (SoupServerMessage) message = g_object_ref (wait->message);
  ActSimulatorServer *self = wait->self;

  g_signal_handlers_disconnect_by_data (message, wait);
  free_wait (wait);
  if (!answer_message (self, message))
    soup_server_message_unpause (message);

  return G_SOURCE_REMOVE;
}

static void
wait_first (ActSimulatorServer *self,
            SoupServerMessage  *message)
{
  ActSimulatorWait *wait = g_new0 (ActSimulatorWait, 1);

  wait->self = self;
  wait->message = g_object_ref (message);
  wait->timer = g_timeout_source_new (self->options->latency_ms);
  g_source_set_callback (wait->timer, waited_cb, wait, NULL);
  g_source_attach (wait->timer, g_main_context_get_thread_default ());
  g_signal_connect (message, "finished", G_CALLBACK (gone_cb), wait);
  g_signal_connect (message, "disconnected", G_CALLBACK (gone_cb), wait);
  soup_server_message_pause (message);
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  ActSimulatorServer *self = user_data;

  if (self->options->latency_ms > 0 && !is_control (message))
    wait_first (self, message);
  else if (answer_message (self, message))
    soup_server_message_pause (message);
}

static void
got_chunk_cb (SoupServerMessage *message,
              GBytes            *chunk,
              gpointer           user_data)
{
  if (soup_server_message_get_request_body (message)->length > MAX_REQUEST_BYTES)
    act_simulator_transport_close (message);
}

static void
early_request_cb (SoupServer        *server,
                  SoupServerMessage *message,
                  const char        *path,
                  GHashTable        *query,
                  gpointer           user_data)
{
  if (soup_message_headers_get_content_length (soup_server_message_get_request_headers (message)) > MAX_REQUEST_BYTES)
    {
      soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
      act_simulator_transport_send (message, 413, "{\"message\":\"The body is too large.\"}", ACT_SIMULATOR_FAULT_NONE, 0);
      return;
    }

  g_signal_connect (message, "got-chunk", G_CALLBACK (got_chunk_cb), NULL);
}

static gboolean
save_cb (gpointer user_data)
{
  ActSimulatorServer *self = user_data;

  g_clear_pointer (&self->saver, g_source_unref);
  act_simulator_state_save (self->world);
  self->saved_us = g_get_monotonic_time ();

  return G_SOURCE_REMOVE;
}

static gboolean
listen_here (ActSimulatorServer *self,
             GError            **error)
{
  GSList *uris = NULL;

  self->server = g_object_new (SOUP_TYPE_SERVER, "raw-paths", TRUE, NULL);
  soup_server_add_early_handler (self->server, NULL, early_request_cb, self, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  if (!soup_server_listen_local (self->server, self->options->port, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return FALSE;

  uris = soup_server_get_uris (self->server);
  self->base_url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return TRUE;
}

/**
 * act_simulator_server_new:
 * @options: options that were checked
 * @error: return location for a #GError of the domain %G_IO_ERROR
 *
 * Makes the world and listens in the main context that is the thread's default.
 *
 * Returns: (transfer full) (nullable): the server, or %NULL when it cannot listen
 */
ActSimulatorServer *
act_simulator_server_new (const ActSimulatorOptions *options,
                          GError                   **error)
{
  g_autoptr (ActSimulatorServer) self = g_new0 (ActSimulatorServer, 1);

  self->options = act_simulator_options_copy (options);
  if (!listen_here (self, error))
    return NULL;

  self->world = act_simulator_state_load (self->options);
  act_simulator_server_save_soon (self);

  return g_steal_pointer (&self);
}

/**
 * act_simulator_server_free:
 * @self: (transfer full): a server
 *
 * Closes all connections and saves what is not saved yet.
 */
void
act_simulator_server_free (ActSimulatorServer *self)
{
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);

  if (self->saver != NULL)
    g_source_destroy (self->saver);
  g_clear_pointer (&self->saver, g_source_unref);
  if (self->world != NULL && self->world->dirty)
    act_simulator_state_save (self->world);

  g_clear_pointer (&self->world, act_simulator_world_free);
  act_simulator_options_free (self->options);
  g_free (self->base_url);
  g_free (self);
}

/**
 * act_simulator_server_get_base_url:
 * @self: a server
 *
 * Returns: where it listens
 */
const char *
act_simulator_server_get_base_url (ActSimulatorServer *self)
{
  return self->base_url;
}

/**
 * act_simulator_server_get_world:
 * @self: a server
 *
 * Returns: (transfer none): the world that it speaks for
 */
ActSimulatorWorld *
act_simulator_server_get_world (ActSimulatorServer *self)
{
  return self->world;
}

/**
 * act_simulator_server_save_soon:
 * @self: a server
 *
 * Saves the world if it changed: at once, or a moment after it was saved last.
 */
void
act_simulator_server_save_soon (ActSimulatorServer *self)
{
  gint64 now_us = g_get_monotonic_time ();

  if (!self->world->dirty || self->saver != NULL)
    return;

  if (now_us - self->saved_us >= SAVE_PAUSE_MS * 1000)
    {
      act_simulator_state_save (self->world);
      self->saved_us = g_get_monotonic_time ();
      return;
    }

  self->saver = g_timeout_source_new (SAVE_PAUSE_MS);
  g_source_set_callback (self->saver, save_cb, self, NULL);
  g_source_attach (self->saver, g_main_context_get_thread_default ());
}
