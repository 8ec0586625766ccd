/* Integration configurations as they may be kept
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-edit.h"
#include "act-json-slice.h"
#include "act-json.h"
#include "act-redact.h"
#include "act-resource-json.h"

static char *hide (const char *json,
                   gboolean    is_secret);

static gboolean
is_secret_key (const char *key)
{
  g_autoptr (JsonNode) node = act_json_parse (key, NULL);
  g_autofree char *name = node != NULL ? act_json_node_dup_text (node) : NULL;

  return name != NULL && act_redact_is_secret_name (name);
}

static char *
hide_in_object (const char *json,
                gboolean    is_secret)
{
  g_autoptr (GPtrArray) members = act_json_slice_members (json);
  GString *hidden = g_string_new ("{");

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const ActJsonMember *member = g_ptr_array_index (members, i);
      g_autofree char     *value = hide (member->value, is_secret || is_secret_key (member->key));

      g_string_append_printf (hidden, "%s%s:%s", i > 0 ? "," : "", member->key, value);
    }
  g_string_append_c (hidden, '}');

  return g_string_free (hidden, FALSE);
}

static char *
hide_in_array (const char *json,
               gboolean    is_secret)
{
  g_autoptr (GPtrArray) elements = act_json_slice_array (json, NULL);
  GString *hidden = g_string_new ("[");

  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      g_autofree char *element = hide (g_ptr_array_index (elements, i), is_secret);

      g_string_append_printf (hidden, "%s%s", i > 0 ? "," : "", element);
    }
  g_string_append_c (hidden, ']');

  return g_string_free (hidden, FALSE);
}

/* Switches are no secrets. */
static char *
hide (const char *json,
      gboolean    is_secret)
{
  switch (*json)
    {
    case '{':
      return hide_in_object (json, is_secret);

    case '[':
      return hide_in_array (json, is_secret);

    case 't':
    case 'f':
    case 'n':
      return g_strdup (json);

    default:
      return g_strdup (is_secret ? "\"" ACT_REDACT_MASK "\"" : json);
    }
}

/**
 * act_integration_configuration_hide_secrets:
 * @json: JSON text of a configuration, from anywhere
 *
 * Makes of a configuration what may be kept: whatever is named like a secret is dots, and everything
 * else stays as it is written. It must not be sent back. Any thread.
 *
 * Returns: (transfer full) (nullable): the JSON text, or %NULL when @json is no JSON of an object
 */
char *
act_integration_configuration_hide_secrets (const char *json)
{
  static const char *const nothing[] = { NULL };
  g_autofree char         *text = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  text = act_json_edit_object (json, nothing, NULL);

  return text != NULL ? hide (text, FALSE) : NULL;
}
