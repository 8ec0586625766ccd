/* JSON read with care
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parser library's own accessors read a string as the number 0 in silence and complain loudly
 * about a member that is not there; none of them is called before the type is known. The checked
 * ones here (find) fail on a wrong type; the tolerant ones (dup, get) take what makes sense.
 */

#include "act-json.h"

#include "act-api-error.h"
#include "act-event.h"
#include "act-json-grammar.h"
#include "act-time.h"

#include <math.h>

static gboolean
fail_type (const char *member,
           const char *wanted,
           GError    **error)
{
  g_set_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE, "%s is not %s", member, wanted);

  return FALSE;
}

/* Absent and null are the same to this API. */
static JsonNode *
get_member (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return *text == '\0';
}

/* Returns %FALSE for what does not fit; a conversion that does not is undefined. */
static gboolean
double_to_integer (double  number,
                   gint64 *integer)
{
  if (!isfinite (number) || number < -9.2e18 || number > 9.2e18)
    return FALSE;

  *integer = (gint64) number;
  return TRUE;
}

/**
 * act_json_parse:
 * @text: JSON text that act_json_guard_clean() let pass
 * @error: return location for %ACT_API_ERROR_BAD_RESPONSE
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the root, immutable, or %NULL on error
 */
JsonNode *
act_json_parse (const char *text,
                GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  if (act_json_grammar_is_valid (text) && json_parser_load_from_data (parser, text, -1, NULL))
    root = json_parser_steal_root (parser);

  /* The parser's own words quote what was sent, which is not for logs. */
  if (root == NULL)
    g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE,
                         is_blank (text) ? "the answer is empty" : "the answer is malformed JSON");

  return g_steal_pointer (&root);
}

/**
 * act_json_get_root_object:
 * @root: a root
 * @error: return location for %ACT_API_ERROR_BAD_RESPONSE
 *
 * Returns: (transfer none) (nullable): the object that it is, or %NULL on error
 */
JsonObject *
act_json_get_root_object (JsonNode *root,
                          GError  **error)
{
  if (JSON_NODE_HOLDS_OBJECT (root))
    return json_node_get_object (root);

  fail_type ("the answer", "an object", error);
  return NULL;
}

/**
 * act_json_find_array:
 * @object: an object
 * @member: a member's name
 * @array: (out) (transfer none) (nullable): return location for the array; %NULL when there is none
 * @error: return location for %ACT_API_ERROR_BAD_RESPONSE
 *
 * Finds an array that may be left out, as empty members may.
 *
 * Returns: %FALSE when the member is something else than an array
 */
gboolean
act_json_find_array (JsonObject *object,
                     const char *member,
                     JsonArray **array,
                     GError    **error)
{
  JsonNode *node = get_member (object, member);

  *array = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail_type (member, "an array", error);

  *array = json_node_get_array (node);
  return TRUE;
}

/**
 * act_json_find_text:
 * @object: an object
 * @member: a member's name
 * @text: (out) (transfer full) (nullable): return location for the text; %NULL when there is none
 * @error: return location for %ACT_API_ERROR_BAD_RESPONSE
 *
 * Finds a text that may be left out or empty, which is the same.
 *
 * Returns: %FALSE when the member is something else than a text or a number
 */
gboolean
act_json_find_text (JsonObject *object,
                    const char *member,
                    char      **text,
                    GError    **error)
{
  JsonNode *node = get_member (object, member);

  *text = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return fail_type (member, "a text", error);

  *text = act_json_node_dup_text (node);
  return TRUE;
}

/**
 * act_json_node_dup_text:
 * @node: (nullable): a value of any type
 *
 * Returns: (transfer full) (nullable): a text as it is and a number as it is written; %NULL for
 *   anything else and for blank texts
 */
char *
act_json_node_dup_text (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *text = json_node_get_string (node);

      return text != NULL && !is_blank (text) ? g_strdup (text) : NULL;
    }

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return NULL;

  return json_to_string (node, FALSE);
}

/**
 * act_json_dup_text:
 * @object: an object
 * @member: a member's name
 *
 * Returns: (transfer full) (nullable): the member as act_json_node_dup_text() gives it
 */
char *
act_json_dup_text (JsonObject *object,
                   const char *member)
{
  return act_json_node_dup_text (json_object_get_member (object, member));
}

/**
 * act_json_get_boolean:
 * @object: an object
 * @member: a member's name
 * @fallback: what is meant when there is none, or something else
 *
 * Returns: the boolean
 */
gboolean
act_json_get_boolean (JsonObject *object,
                      const char *member,
                      gboolean    fallback)
{
  JsonNode *node = get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fallback;

  return json_node_get_boolean (node);
}

/**
 * act_json_get_integer:
 * @object: an object
 * @member: a member's name
 * @fallback: what is meant when there is none, or something else
 *
 * Returns: the number, also when it is written as a text
 */
gint64
act_json_get_integer (JsonObject *object,
                      const char *member,
                      gint64      fallback)
{
  JsonNode *node = get_member (object, member);
  gint64    integer = fallback;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return fallback;

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return json_node_get_int (node);

  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    double_to_integer (json_node_get_double (node), &integer);
  else if (json_node_get_value_type (node) == G_TYPE_STRING &&
           !g_ascii_string_to_signed (json_node_get_string (node), 10, G_MININT64, G_MAXINT64, &integer, NULL))
    integer = fallback;

  return integer;
}

/**
 * act_json_get_time:
 * @object: an object
 * @member: a member's name
 *
 * Returns: the time that is written there, in milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 */
gint64
act_json_get_time (JsonObject *object,
                   const char *member)
{
  g_autofree char *text = act_json_dup_text (object, member);
  gint64           time = ACT_TIME_UNKNOWN;

  return act_time_parse_iso8601 (text, &time) ? time : ACT_TIME_UNKNOWN;
}

/**
 * act_json_get_element:
 * @array: an array
 * @index: a position in it
 *
 * Returns: (transfer none) (nullable): the object there, or %NULL when it is none
 */
JsonObject *
act_json_get_element (JsonArray *array,
                      guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}
