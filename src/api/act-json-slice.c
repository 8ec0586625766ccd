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

static char *
dup_slice (const char *begin,
           const char *end)
{
  return g_strchomp (g_strndup (begin, (gsize) (end - begin)));
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
 * @text: well-formed JSON text of an object, or of an array
 * @member: (nullable): the name of a member that is an array, without anything to escape; %NULL when
 *   @text itself is the array
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

  c = member != NULL ? find_member (text, member) : skip_blanks (text);
  if (c == NULL || *c != '[')
    return NULL;

  slices = g_ptr_array_new_with_free_func (g_free);
  for (c = skip_blanks (c + 1); *c != ']' && *c != '\0'; c = skip_blanks (*c == ',' ? c + 1 : c))
    {
      const char *end = skip_value (c);

      g_ptr_array_add (slices, dup_slice (c, end));
      c = end;
      if (*c == '}')
        return NULL;
    }

  return g_steal_pointer (&slices);
}

/**
 * act_json_slice_members:
 * @text: well-formed JSON text of an object
 *
 * Cuts out the members of an object, those too that are there twice. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type ActJsonMember): the members, or %NULL when it is
 *   no object
 */
GPtrArray *
act_json_slice_members (const char *text)
{
  g_autoptr (GPtrArray) members = NULL;
  const char *c = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  c = skip_blanks (text);
  if (*c != '{')
    return NULL;

  members = g_ptr_array_new_with_free_func ((GDestroyNotify) act_json_member_free);
  for (c = skip_blanks (c + 1); *c == '"'; c = skip_blanks (*c == ',' ? c + 1 : c))
    {
      const char    *key_end = skip_string (c);
      const char    *value = skip_blanks (key_end);
      ActJsonMember *member = NULL;
      const char    *end = NULL;

      if (*value != ':')
        return NULL;
      value = skip_blanks (value + 1);
      end = skip_value (value);

      member = g_new0 (ActJsonMember, 1);
      member->key = dup_slice (c, key_end);
      member->value = dup_slice (value, end);
      g_ptr_array_add (members, member);
      c = end;
    }

  return *c == '}' ? g_steal_pointer (&members) : NULL;
}

/**
 * act_json_member_free:
 * @self: (transfer full) (nullable): a member
 */
void
act_json_member_free (ActJsonMember *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->value);
  g_free (self);
}
