/* JSON text changed here and there
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is sent back to the server must not have lost digits on the way, so it is not parsed and
 * written again.
 */

#include "act-json-edit.h"

#include "act-json-guard.h"
#include "act-json-slice.h"
#include "act-json.h"

#include <string.h>

/* A character of JSON text may need so many. */
#define MAX_ESCAPE 6

static gboolean
is_named (const ActJsonMember *member,
          const char *const   *names)
{
  g_autoptr (JsonNode) node = act_json_parse (member->key, NULL);
  const char *name = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  return name != NULL && g_strv_contains (names, name);
}

static char *
clean_object (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autofree char *text = act_json_guard_clean (bytes, NULL);
  g_autoptr (JsonNode) root = text != NULL ? act_json_parse (text, NULL) : NULL;

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? g_steal_pointer (&text) : NULL;
}

/**
 * act_json_edit_object:
 * @json: JSON text of an object, from anywhere
 * @dropped: (array zero-terminated=1): members that are left out
 * @added: (nullable): members that are added at the end, as JSON text without brackets
 *
 * Changes some members and leaves the others as they are written. Any thread.
 *
 * Returns: (transfer full) (nullable): the JSON text, or %NULL when @json is no JSON of an object
 */
char *
act_json_edit_object (const char        *json,
                      const char *const *dropped,
                      const char        *added)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GString) edited = g_string_new ("{");

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (dropped != NULL, NULL);

  text = clean_object (json);
  if (text != NULL)
    members = act_json_slice_members (text);
  if (members == NULL)
    return NULL;

  for (guint i = 0; i < members->len; i++)
    {
      const ActJsonMember *member = g_ptr_array_index (members, i);

      if (!is_named (member, dropped))
        g_string_append_printf (edited, "%s%s:%s", edited->len > 1 ? "," : "", member->key, member->value);
    }

  if (added != NULL && *added != '\0')
    g_string_append_printf (edited, "%s%s", edited->len > 1 ? "," : "", added);
  g_string_append_c (edited, '}');

  return g_string_free (g_steal_pointer (&edited), FALSE);
}

/**
 * act_json_quote:
 * @text: any text
 *
 * Writes a text as JSON. No copy of it is left behind in memory. Any thread.
 *
 * Returns: (transfer full): the JSON text, with its quotation marks
 */
char *
act_json_quote (const char *text)
{
  char *quoted = NULL;
  char *to = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  quoted = to = g_malloc (MAX_ESCAPE * strlen (text) + 3);
  *to++ = '"';
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        {
          *to++ = '\\';
          *to++ = *c;
        }
      else if ((guchar) *c < 0x20 || *c == 0x7f)
        {
          to += g_snprintf (to, MAX_ESCAPE + 1, "\\u%04x", (guint) (guchar) *c);
        }
      else
        {
          *to++ = *c;
        }
    }
  *to++ = '"';
  *to = '\0';

  return quoted;
}
