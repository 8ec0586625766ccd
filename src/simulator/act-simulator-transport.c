/* How an answer leaves: as it should, or broken on purpose
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-transport.h"

#include <string.h>

#define JSON_TYPE     "application/json"
#define N_DRIPS       20
#define DEPTH         100000
#define MIB           (1024 * 1024)
#define OVERSIZED_MIB 40
#define BOMB_MIB      64

/* A body that is written piece by piece. Freed when the message is finished. */
typedef struct
{
  SoupServerMessage *message; /* (owned) */
  char              *text;    /* (owned) (nullable) */
  gsize              length;
  gsize              sent;
  guint              pieces;
  GSource           *timer; /* (owned) (nullable) */
} ActSimulatorDrip;

static void
free_drip (ActSimulatorDrip *drip)
{
  if (drip->timer != NULL)
    {
      g_source_destroy (drip->timer);
      g_source_unref (drip->timer);
    }
  g_object_unref (drip->message);
  g_free (drip->text);
  g_free (drip);
}

/* A message whose connection is closed, be it by the client or by stopping, is not always finished. */
static void
finished_cb (SoupServerMessage *message,
             gpointer           user_data)
{
  g_signal_handlers_disconnect_by_data (message, user_data);
  free_drip (user_data);
}

static ActSimulatorDrip *
make_drip (SoupServerMessage *message,
           const char        *text)
{
  ActSimulatorDrip *drip = g_new0 (ActSimulatorDrip, 1);

  drip->message = g_object_ref (message);
  drip->text = g_strdup (text);
  drip->length = text != NULL ? strlen (text) : 0;
  g_signal_connect (message, "finished", G_CALLBACK (finished_cb), drip);
  g_signal_connect (message, "disconnected", G_CALLBACK (finished_cb), drip);

  return drip;
}

static void
set_json (SoupServerMessage *message,
          guint              status)
{
  soup_server_message_set_status (message, status, NULL);
  soup_message_headers_set_content_type (soup_server_message_get_response_headers (message), JSON_TYPE, NULL);
}

static void
send_whole (SoupServerMessage *message,
            guint              status,
            const char        *type,
            const char        *text,
            gsize              length)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, text, length);
}

static void
cut_cb (SoupServerMessage *message,
        gpointer           user_data)
{
  act_simulator_transport_close (message);
}

static void
send_cut (SoupServerMessage *message,
          guint              status,
          const char        *text)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  gsize               length = strlen (text);

  set_json (message, status);
  soup_message_headers_set_content_length (headers, (goffset) length + 1);
  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_COPY, text, length / 2 + 1);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (cut_cb), NULL);
}

static gboolean
drip_cb (gpointer user_data)
{
  ActSimulatorDrip *drip = user_data;
  SoupMessageBody  *body = soup_server_message_get_response_body (drip->message);
  gsize             end = drip->length * ++drip->pieces / N_DRIPS;

  if (end > drip->sent)
    soup_message_body_append (body, SOUP_MEMORY_COPY, drip->text + drip->sent, end - drip->sent);
  drip->sent = end;
  if (drip->pieces == N_DRIPS)
    soup_message_body_complete (body);
  soup_server_message_unpause (drip->message);

  return drip->pieces == N_DRIPS ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
send_slow (SoupServerMessage *message,
           guint              status,
           const char        *text,
           guint              slow_ms)
{
  ActSimulatorDrip *drip = make_drip (message, text);

  set_json (message, status);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  drip->timer = g_timeout_source_new (MAX (slow_ms / N_DRIPS, 1));
  g_source_set_callback (drip->timer, drip_cb, drip, NULL);
  g_source_attach (drip->timer, g_main_context_get_thread_default ());
}

static void
grow_cb (SoupServerMessage *message,
         gpointer           user_data)
{
  ActSimulatorDrip *drip = user_data;
  SoupMessageBody  *body = soup_server_message_get_response_body (message);

  if (drip->pieces > OVERSIZED_MIB)
    return;

  if (drip->pieces++ < OVERSIZED_MIB)
    soup_message_body_append (body, SOUP_MEMORY_COPY, drip->text, drip->length);
  else
    soup_message_body_complete (body);
}

static void
send_oversized (SoupServerMessage *message)
{
  g_autofree char  *spaces = g_strnfill (MIB, ' ');
  ActSimulatorDrip *drip = make_drip (message, spaces);
  SoupMessageBody  *body = soup_server_message_get_response_body (message);

  set_json (message, 200);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (body, FALSE);
  soup_message_body_append (body, SOUP_MEMORY_STATIC, "{\"data\":[", 9);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (grow_cb), drip);
}

static GByteArray *
make_bomb (void)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autofree char *spaces = g_strnfill (MIB, ' ');
  GByteArray      *bomb = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;

  for (guint i = 0; i < BOMB_MIB; i++)
    {
      gsize done = 0;

      while (done < MIB || (i == BOMB_MIB - 1 && result != G_CONVERTER_FINISHED))
        {
          guint8 buffer[16384];
          gsize  n_read = 0;
          gsize  n_written = 0;

          result = g_converter_convert (converter, spaces + done, MIB - done, buffer, sizeof (buffer),
                                        i == BOMB_MIB - 1 ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS,
                                        &n_read, &n_written, NULL);
          if (result == G_CONVERTER_ERROR)
            return bomb;
          done += n_read;
          g_byte_array_append (bomb, buffer, (guint) n_written);
        }
    }

  return bomb;
}

static void
send_bomb (SoupServerMessage *message)
{
  g_autoptr (GByteArray) bomb = make_bomb ();

  send_whole (message, 200, JSON_TYPE, (const char *) bomb->data, bomb->len);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Encoding", "gzip");
}

static void
send_deep (SoupServerMessage *message)
{
  g_autofree char *opened = g_strnfill (DEPTH, '[');
  g_autofree char *closed = g_strnfill (DEPTH, ']');
  g_autofree char *text = g_strconcat ("{\"data\":", opened, closed, "}", NULL);

  send_whole (message, 200, JSON_TYPE, text, strlen (text));
}

/**
 * act_simulator_transport_close:
 * @message: a message
 *
 * Closes the connection at once.
 */
void
act_simulator_transport_close (SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);

  if (socket != NULL)
    g_socket_shutdown (socket, TRUE, TRUE, NULL);
}

static void
send_elsewhere (SoupServerMessage *message)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location",
                                "https://elsewhere.example/");
  send_whole (message, 307, "text/html", "", 0);
}

/**
 * act_simulator_transport_send:
 * @message: a message
 * @status: the status
 * @text: the body, which is JSON
 * @fault: what goes wrong on the way, or %ACT_SIMULATOR_FAULT_NONE
 * @slow_ms: how long a slow body takes
 *
 * Answers a message. Its caller unpauses it when it is paused.
 */
void
act_simulator_transport_send (SoupServerMessage *message,
                              guint              status,
                              const char        *text,
                              ActSimulatorFault  fault,
                              guint              slow_ms)
{
  static const char malformed[] = "{\"data\":[{\"id\":\"";
  static const char bad_utf8[] = "{\"data\":[{\"id\":\"\xff\xfe\xc3\x28\"}]}";
  static const char html[] = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in to the network.</body></html>";

  switch (fault)
    {
    case ACT_SIMULATOR_FAULT_DROP:
      set_json (message, status);
      act_simulator_transport_close (message);
      break;

    case ACT_SIMULATOR_FAULT_CUT:
      send_cut (message, status, text);
      break;

    case ACT_SIMULATOR_FAULT_SLOW:
      send_slow (message, status, text, slow_ms);
      break;

    case ACT_SIMULATOR_FAULT_MALFORMED:
      send_whole (message, 200, JSON_TYPE, malformed, strlen (malformed));
      break;

    case ACT_SIMULATOR_FAULT_BAD_UTF8:
      send_whole (message, 200, JSON_TYPE, bad_utf8, strlen (bad_utf8));
      break;

    case ACT_SIMULATOR_FAULT_OVERSIZED:
      send_oversized (message);
      break;

    case ACT_SIMULATOR_FAULT_GZIP_BOMB:
      send_bomb (message);
      break;

    case ACT_SIMULATOR_FAULT_DEEP:
      send_deep (message);
      break;

    case ACT_SIMULATOR_FAULT_HTML:
      send_whole (message, 200, "text/html", html, strlen (html));
      break;

    case ACT_SIMULATOR_FAULT_REDIRECT:
      send_elsewhere (message);
      break;

    case ACT_SIMULATOR_FAULT_NONE:
    case ACT_SIMULATOR_FAULT_STATUS:
    case ACT_SIMULATOR_FAULT_HANG:
    case ACT_SIMULATOR_FAULT_DUPLICATE:
    case ACT_SIMULATOR_FAULT_REORDER:
    case ACT_SIMULATOR_FAULT_EMPTY_PAGE:
    case ACT_SIMULATOR_FAULT_REPEAT_TOKEN:
    case ACT_SIMULATOR_FAULT_CHANGE:
    case ACT_SIMULATOR_FAULT_BAD_EVENT:
    case ACT_SIMULATOR_FAULT_HIDE_ACTIONED_IDS:
    case ACT_SIMULATOR_FAULT_LOST_MARK:
    case ACT_SIMULATOR_FAULT_EDIT:
    case ACT_SIMULATOR_FAULT_CONFLICT_400:
    case ACT_SIMULATOR_FAULT_LOST_WRITE:
    default:
      send_whole (message, status, JSON_TYPE, text, strlen (text));
      break;
    }
}
