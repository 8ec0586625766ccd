/* What must hold of JSON text before it may be parsed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parser recurses, keeps every value in a tree many times the size of the text, knows comments
 * and other quotation marks, gives up on a lone surrogate, and makes one of an escape that is too
 * short. So one look over the text comes first.
 */

#include "act-json-guard.h"

#include "act-api-error.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define ESCAPE_LENGTH   6 /* of \uXXXX */

typedef struct
{
  char *cursor;
  guint depth;
  guint values;
} ActJsonScan;

/* Returns the UTF-16 unit that an escape stands for, or -1 when there is no such escape here. */
static int
read_unit (const char *text)
{
  int unit = 0;

  if (text[0] != '\\' || text[1] != 'u')
    return -1;

  for (int i = 2; i < ESCAPE_LENGTH; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (text[i]);
    }

  return unit;
}

static gboolean
is_high (int unit)
{
  return unit >= 0xd800 && unit < 0xdc00;
}

static gboolean
is_low (int unit)
{
  return unit >= 0xdc00 && unit < 0xe000;
}

/* A character that cannot be is replaced in place: NUL and halves of surrogate pairs. Returns %NULL
 * for an escape of a character that does not say which. */
static char *
skip_escape (char *escape)
{
  int unit = read_unit (escape);

  if (unit < 0 && escape[1] == 'u')
    return NULL;
  if (unit < 0)
    return escape + (escape[1] != '\0' ? 2 : 1);

  if (is_high (unit) && is_low (read_unit (escape + ESCAPE_LENGTH)))
    return escape + 2 * ESCAPE_LENGTH;

  if (unit == 0 || is_high (unit) || is_low (unit))
    memcpy (escape, "\\ufffd", ESCAPE_LENGTH);

  return escape + ESCAPE_LENGTH;
}

/* Returns what follows the string that begins here, or %NULL when it does not end, or not well. */
static char *
skip_string (char *string)
{
  char *c = string + 1;

  while (c != NULL && *c != '\0' && *c != '"')
    c = *c == '\\' ? skip_escape (c) : c + 1;

  return c != NULL && *c == '"' ? c + 1 : NULL;
}

static gboolean
fail (GError    **error,
      int         code,
      const char *what)
{
  g_set_error_literal (error, ACT_API_ERROR, code, what);

  return FALSE;
}

static gboolean
open_or_close (ActJsonScan *scan,
               GError     **error)
{
  char c = *scan->cursor;

  if (c == '{' || c == '[')
    {
      if (++scan->depth > ACT_JSON_MAX_DEPTH)
        return fail (error, ACT_API_ERROR_TOO_DEEP, "the answer is nested too deep");
    }
  else if (c == '}' || c == ']')
    {
      if (scan->depth == 0)
        return fail (error, ACT_API_ERROR_BAD_RESPONSE, "the answer is malformed JSON");
      scan->depth--;
    }

  if (strchr ("{[,", c) != NULL && ++scan->values > ACT_JSON_MAX_VALUES)
    return fail (error, ACT_API_ERROR_TOO_LARGE, "the answer has too many values");

  scan->cursor++;
  return TRUE;
}

static gboolean
step (ActJsonScan *scan,
      GError     **error)
{
  char c = *scan->cursor;

  if (c == '"')
    {
      scan->cursor = skip_string (scan->cursor);
      if (scan->cursor != NULL)
        return TRUE;
      return fail (error, ACT_API_ERROR_BAD_RESPONSE, "the answer is cut off, or malformed JSON");
    }

  if (strchr ("{}[],", c) != NULL)
    return open_or_close (scan, error);

  if (!g_ascii_isalnum (c) && strchr (":+-. \t\r\n", c) == NULL)
    return fail (error, ACT_API_ERROR_BAD_RESPONSE, "the answer is malformed JSON");

  scan->cursor++;
  return TRUE;
}

static char *
copy_valid (GBytes *bytes)
{
  gsize       size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size >= strlen (BYTE_ORDER_MARK) && memcmp (data, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      data += strlen (BYTE_ORDER_MARK);
      size -= strlen (BYTE_ORDER_MARK);
    }

  return size > 0 ? g_utf8_make_valid (data, (gssize) size) : g_strdup ("");
}

/**
 * act_json_guard_clean:
 * @bytes: what the server sent
 * @error: return location for %ACT_API_ERROR_TOO_DEEP, _TOO_LARGE or _BAD_RESPONSE
 *
 * Copies JSON text if it is safe to parse. Bytes that are not UTF-8, NULs and halves of surrogate
 * pairs become U+FFFD. Any thread.
 *
 * Returns: (transfer full) (nullable): the text, which may still be malformed, or %NULL on error
 */
char *
act_json_guard_clean (GBytes  *bytes,
                      GError **error)
{
  g_autofree char *text = NULL;
  ActJsonScan      scan = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  text = copy_valid (bytes);
  scan.cursor = text;
  while (*scan.cursor != '\0')
    {
      if (!step (&scan, error))
        return NULL;
    }

  if (scan.depth > 0)
    {
      fail (error, ACT_API_ERROR_BAD_RESPONSE, "the answer is cut off");
      return NULL;
    }

  return g_steal_pointer (&text);
}
