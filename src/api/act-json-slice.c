/* JSON text cut out of JSON text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is parsed and written again has lost digits of numbers and members that are there twice. A
 * person who looks at what was sent wants it as it was sent.
 */

#include "act-json-slice.h"

#include <string.h>

#define BLANKS " \t\r\n"

static const char *
skip_string (const char *string)
{
  const char *c = string + 1;

  while (*c != '\0' && *c != '"')
    c += c[0] == '\\' && c[1] != '\0' ? 2 : 1;

  return *c == '"' ? c + 1 : c;
}

/* Returns the comma or the bracket that ends the value that begins here. */
static const char *
skip_value (const char *value)
{
  const char *c = value;
  guint       depth = 0;

  while (*c != '\0')
    {
      if (*c == '"')
        {
          c = skip_string (c);
          continue;
        }
      if (depth == 0 && strchr (",]}", *c) != NULL)
        return c;
      if (*c == '{' || *c == '[')
        depth++;
      else if (*c == '}' || *c == ']')
        depth--;
      c++;
    }

  return c;
}

static const char *
skip_blanks (const char *text)
{
  return text + strspn (text, BLANKS);
}

/* Returns the value of the last member of that name, since that is the one that counts. */
static const char *
find_member (const char *text,
             const char *member)
{
  g_autofree char *key = g_strdup_printf ("\"%s\"", member);
  const char      *found = NULL;
  const char      *c = skip_blanks (text);

  if (*c != '{')
    return NULL;

  for (c = skip_blanks (c + 1); *c == '"'; c = skip_blanks (*c == ',' ? c + 1 : c))
    {
      gboolean    matches = g_str_has_prefix (c, key);
      const char *colon = skip_blanks (skip_string (c));

      if (*colon != ':')
        return NULL;
      c = skip_blanks (colon + 1);
      if (matches)
        found = c;
      c = skip_value (c);
    }

  return found;
}

/**
 * act_json_slice_array:
 * @text: well-formed JSON text of an object
 * @member: the name of a member that is an array, without anything to escape
 *
 * Cuts out the elements of an array. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the text of each element, or %NULL when
 *   the array was not found
 */
GPtrArray *
act_json_slice_array (const char *text,
                      const char *member)
{
  g_autoptr (GPtrArray) slices = NULL;
  const char *c = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  c = find_member (text, member);
  if (c == NULL || *c != '[')
    return NULL;

  slices = g_ptr_array_new_with_free_func (g_free);
  for (c = skip_blanks (c + 1); *c != ']' && *c != '\0'; c = skip_blanks (*c == ',' ? c + 1 : c))
    {
      const char *end = skip_value (c);

      g_ptr_array_add (slices, g_strchomp (g_strndup (c, (gsize) (end - c))));
      c = end;
      if (*c == '}')
        return NULL;
    }

  return g_steal_pointer (&slices);
}
