/* From the bytes of an answer to plain data
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-decode.h"

#include "act-api-error.h"
#include "act-json-guard.h"
#include "act-json.h"
#include "act-redact.h"

#include <string.h>

/* What takes a noticeable time is done in a thread: a page of events does, a token does not. */
#define THREAD_SIZE (8 * 1024)

typedef struct
{
  GBytes               *body; /* (owned) */
  const ActJsonDecoder *decoder;
} ActDecoding;

static void
free_decoding (ActDecoding *decoding)
{
  g_bytes_unref (decoding->body);
  g_free (decoding);
}

static char
get_first_character (GBytes *body)
{
  gsize       size = 0;
  const char *data = g_bytes_get_data (body, &size);

  for (gsize i = 0; i < size; i++)
    {
      if (!g_ascii_isspace (data[i]))
        return data[i];
    }

  return '\0';
}

/* A page for people is told by how it begins, or by its name. */
static gboolean
is_page (const ActResponse *response)
{
  char first = get_first_character (response->body);

  return first == '<' || (first != '{' && first != '[' && first != '\0' && response->content_type != NULL &&
                          strstr (response->content_type, "html") != NULL);
}

/* Some servers call JSON by another name. */
static gboolean
is_json (const ActResponse *response)
{
  const char *type = response->content_type;
  char        first = get_first_character (response->body);

  return first == '{' || first == '[' || first == '\0' || type == NULL || strstr (type, "json") != NULL;
}

static gpointer
decode (GBytes               *body,
        const ActJsonDecoder *decoder,
        GError              **error)
{
  char *text = act_json_guard_clean (body, error);
  g_autoptr (JsonNode) root = NULL;
  gpointer data = NULL;

  if (text == NULL)
    return NULL;

  root = act_json_parse (text, error);
  if (root != NULL)
    data = decoder->read (root, text, error);
  /* It may be a token. */
  act_redact_free (text);

  return data;
}

static void
decode_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  ActDecoding *decoding = task_data;
  g_autoptr (GError) error = NULL;
  gpointer data = decode (decoding->body, decoding->decoder, &error);

  if (data == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, data, decoding->decoder->free);
}

/**
 * act_json_decode_is_markup:
 * @response: a successful answer
 *
 * Returns: whether it is a page for people, as a network sends that asks to sign in first
 */
gboolean
act_json_decode_is_markup (const ActResponse *response)
{
  return get_first_character (response->body) == '<';
}

/**
 * act_json_decode_async:
 * @response: a successful answer
 * @decoder: (scope forever): what makes data of it; static
 * @cancellable: (nullable): a cancellable
 * @callback: called with the data
 * @user_data: for @callback
 *
 * Checks, parses and reads an answer, in a thread if it is long.
 */
void
act_json_decode_async (const ActResponse    *response,
                       const ActJsonDecoder *decoder,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ActDecoding *decoding = NULL;

  g_task_set_source_tag (task, act_json_decode_async);
  if (is_page (response) || !is_json (response))
    {
      ActApiError code = is_page (response) ? ACT_API_ERROR_NOT_JSON : ACT_API_ERROR_OTHER_API;

      g_task_return_new_error (task, ACT_API_ERROR, (int) code, "the answer is not JSON but %s",
                               response->content_type != NULL ? response->content_type : "of no type");
      return;
    }

  decoding = g_new0 (ActDecoding, 1);
  decoding->body = g_bytes_ref (response->body);
  decoding->decoder = decoder;
  g_task_set_task_data (task, decoding, (GDestroyNotify) free_decoding);

  if (g_bytes_get_size (response->body) > THREAD_SIZE)
    {
      g_task_set_return_on_cancel (task, TRUE);
      g_task_run_in_thread (task, decode_in_thread);
    }
  else
    {
      decode_in_thread (task, NULL, decoding, cancellable);
    }
}

/**
 * act_json_decode_finish:
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what the decoder made, or %NULL on error
 */
gpointer
act_json_decode_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * act_json_decode_text:
 * @text: JSON text from anywhere
 * @decoder: what makes data of it
 * @error: return location for an error of %ACT_API_ERROR
 *
 * Checks, parses and reads a text at once. Any thread.
 *
 * Returns: (transfer full) (nullable): what the decoder made, or %NULL on error
 */
gpointer
act_json_decode_text (const char           *text,
                      const ActJsonDecoder *decoder,
                      GError              **error)
{
  g_autoptr (GBytes) body = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (decoder != NULL, NULL);

  body = g_bytes_new_static (text, strlen (text));

  return decode (body, decoder, error);
}
