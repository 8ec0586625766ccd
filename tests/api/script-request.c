/* A request as it came to a server of a test
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "script-request.h"

#include <string.h>

#define MAX_HEAD (64 * 1024)

static char *
read_head (GDataInputStream *input,
           GCancellable     *cancellable)
{
  g_autoptr (GString) head = g_string_new (NULL);

  while (head->len < MAX_HEAD)
    {
      g_autofree char *line = g_data_input_stream_read_line (input, NULL, cancellable, NULL);

      if (line == NULL)
        return NULL;
      if (*line == '\0')
        return g_string_free (g_steal_pointer (&head), FALSE);
      g_string_append_printf (head, "%s\n", line);
    }

  return NULL;
}

static ScriptRequest *
parse_head (const char *head)
{
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);
  g_auto (GStrv) words = g_strsplit (lines[0], " ", 3);
  ScriptRequest *request = NULL;
  char          *mark = NULL;

  if (g_strv_length (words) != 3)
    return NULL;

  request = g_new0 (ScriptRequest, 1);
  request->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  request->method = g_strdup (words[0]);
  mark = strchr (words[1], '?');
  request->query = g_strdup (mark != NULL ? mark + 1 : "");
  request->path = mark != NULL ? g_strndup (words[1], (gsize) (mark - words[1])) : g_strdup (words[1]);

  for (char **line = lines + 1; *line != NULL; line++)
    {
      g_auto (GStrv) parts = g_strsplit (*line, ":", 2);

      if (g_strv_length (parts) == 2)
        g_hash_table_replace (request->headers, g_ascii_strdown (parts[0], -1), g_strdup (g_strstrip (parts[1])));
    }

  return request;
}

/* Returns NULL for what is none. */
ScriptRequest *
script_request_read (GIOStream    *stream,
                     GCancellable *cancellable)
{
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (g_io_stream_get_input_stream (stream));
  g_autofree char *head = NULL;
  ScriptRequest   *request = NULL;
  const char      *length = NULL;
  gsize            size = 0;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (input), FALSE);
  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  head = read_head (input, cancellable);
  request = head != NULL ? parse_head (head) : NULL;
  if (request == NULL)
    return NULL;

  length = script_request_get_header (request, "content-length");
  size = length != NULL ? (gsize) g_ascii_strtoull (length, NULL, 10) : 0;
  request->body = g_malloc0 (size + 1);
  g_input_stream_read_all (G_INPUT_STREAM (input), request->body, size, NULL, cancellable, NULL);

  return request;
}

void
script_request_free (ScriptRequest *request)
{
  g_free (request->method);
  g_free (request->path);
  g_free (request->query);
  g_free (request->body);
  g_hash_table_unref (request->headers);
  g_free (request);
}

const char *
script_request_get_header (const ScriptRequest *request,
                           const char          *name)
{
  return g_hash_table_lookup (request->headers, name);
}
