/* Reading JSON that comes from outside
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-json.h"

#define MAX_DEPTH 64

/* json-glib reads an array inside an array by calling itself, so the depth is counted before. */
static gboolean
is_shallow (const char *text,
            gsize       length)
{
  guint    depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '[' || text[i] == '{') && ++depth > MAX_DEPTH)
        return FALSE;
      else if (!in_string && (text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }

  return TRUE;
}

/**
 * act_simulator_json_read_object:
 * @text: a text from outside
 * @length: its length in bytes
 *
 * Returns: (transfer full) (nullable): the object that it is, unless it is none
 */
JsonObject *
act_simulator_json_read_object (const char *text,
                                gsize       length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root = NULL;

  if (!g_utf8_validate_len (text, length, NULL) || !is_shallow (text, length) ||
      !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;

  root = json_parser_get_root (parser);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root) : NULL;
}

/**
 * act_simulator_json_copy_object:
 * @json: an object
 *
 * Returns: (transfer full): an object with copies of the same members
 */
JsonObject *
act_simulator_json_copy_object (JsonObject *json)
{
  g_autoptr (GList) names = json_object_get_members (json);
  JsonObject *copy = json_object_new ();

  for (GList *l = names; l != NULL; l = l->next)
    json_object_set_member (copy, l->data, json_node_copy (json_object_get_member (json, l->data)));

  return copy;
}

/**
 * act_simulator_json_has_texts:
 * @json: an object
 * @names: (array zero-terminated=1): names of members
 *
 * Returns: whether all these members are texts
 */
gboolean
act_simulator_json_has_texts (JsonObject        *json,
                              const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (json_object_get_string_member_with_default (json, names[i], NULL) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * act_simulator_json_get_object:
 * @json: an object
 * @name: the name of a member
 *
 * Returns: (transfer none) (nullable): the member, when it is an object
 */
JsonObject *
act_simulator_json_get_object (JsonObject *json,
                               const char *name)
{
  JsonNode *node = json_object_get_member (json, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * act_simulator_json_get_array:
 * @json: an object
 * @name: the name of a member
 *
 * Returns: (transfer none) (nullable): the member, when it is an array
 */
JsonArray *
act_simulator_json_get_array (JsonObject *json,
                              const char *name)
{
  JsonNode *node = json_object_get_member (json, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * act_simulator_json_get_integer:
 * @json: an object
 * @name: the name of a member
 * @least: the least value
 * @most: the greatest value
 * @value: (out): return location for the value
 *
 * Returns: whether the member is such a whole number
 */
gboolean
act_simulator_json_get_integer (JsonObject *json,
                                const char *name,
                                gint64      least,
                                gint64      most,
                                gint64     *value)
{
  JsonNode *node = json_object_get_member (json, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  *value = json_node_get_int (node);

  return *value >= least && *value <= most;
}
