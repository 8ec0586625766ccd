/* What the fuzzers share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-api-error.h"
#include "act-response.h"
#include "act-safe-text.h"

#include <string.h>

/* A copy that ends where the input or a NUL does, so that reading beyond it is noticed. */
char *
fuzz_dup_text (const uint8_t *data,
               size_t         size)
{
  return g_strndup (size > 0 ? (const char *) data : "", size);
}

/* Exactly so many lines, the last of which holds all the rest. What is missing is empty. */
char **
fuzz_dup_lines (const uint8_t *data,
                size_t         size,
                guint          n_lines)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_auto (GStrv) split = g_strsplit (text, "\n", (int) n_lines);
  char **lines = g_new0 (char *, n_lines + 1);
  guint  n_split = g_strv_length (split);

  for (guint i = 0; i < n_lines; i++)
    lines[i] = g_strdup (i < n_split ? split[i] : "");

  return lines;
}

void
fuzz_check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

/* What is shown turns no direction and hides nothing. */
void
fuzz_check_shown (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_assert_false (act_safe_text_is_treacherous (character));
      g_assert_true (character == '\n' || character == '\t' || !g_unichar_iscntrl (character));
    }
}

static void
decode_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* As an answer of the server is read. */
gpointer
fuzz_decode (const uint8_t        *data,
             size_t                size,
             const ActJsonDecoder *decoder)
{
  g_autoptr (ActResponse) response = act_response_new (200);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer thing = NULL;

  g_clear_pointer (&response->body, g_bytes_unref);
  response->body = g_bytes_new (data, size);
  response->content_type = g_strdup ("application/json");

  act_json_decode_async (response, decoder, NULL, decode_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  thing = act_json_decode_finish (result, &error);
  g_assert_true ((thing == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_assert_true (error->domain == ACT_API_ERROR);
      fuzz_check_text (error->message);
    }

  return thing;
}

void
fuzz_decode_and_free (const uint8_t        *data,
                      size_t                size,
                      const ActJsonDecoder *decoder)
{
  gpointer thing = fuzz_decode (data, size, decoder);

  if (thing != NULL)
    decoder->free (thing);
}
