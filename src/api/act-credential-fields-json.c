/* What a form for a credential asks for, as the API writes it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * That the call answers an array of settings is documented; what a setting looks like is not. So the
 * names here are candidates, in the order in which they are tried.
 */

#include "act-credential-json.h"

#include "act-api-error.h"
#include "act-json.h"
#include "act-redact.h"

#include <string.h>

#define MAX_FIELDS 50
#define MAX_LEVELS 4

static const char *const containers[] = { "configSettings", "settings", "authConfigOptions", "configOptions", "fields", "data" };
static const char *const labels[] = { "label", "displayName", "readableName", "title", "name" };
static const char *const secret_flags[] = { "secret", "sensitive", "masked", "encrypted", "password" };
static const char *const types[] = { "type", "inputType", "dataType", "format" };
static const char *const secret_types[] = { "password", "secret" };

/* What a form has anyway. */
static const char *const known_keys[] = { "type", "destination", "name", "version", "id", NULL };

/* Returns 1, 0, or -1 when nothing is said. */
static int
get_flag (JsonObject *object,
          const char *member)
{
  if (act_json_get_boolean (object, member, FALSE))
    return 1;

  return act_json_get_boolean (object, member, TRUE) ? -1 : 0;
}

/* A name for people has blanks; one for programs has none. */
static gboolean
is_key (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && strchr ("_-.", *c) == NULL)
        return FALSE;
    }

  return *text != '\0';
}

static char *
read_key (JsonObject *object)
{
  static const char *const candidates[] = { "key", "name", "id" };

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      g_autofree char *key = act_json_dup_text (object, candidates[i]);

      if (key != NULL && is_key (key))
        return g_steal_pointer (&key);
    }

  return NULL;
}

static char *
read_label (JsonObject *object,
            const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      char *label = act_json_dup_text (object, labels[i]);

      if (label != NULL)
        return label;
    }

  return g_strdup (key);
}

static gboolean
has_secret_type (JsonObject *object)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *type = act_json_dup_text (object, types[i]);
      g_autofree char *lower = type != NULL ? g_ascii_strdown (type, -1) : NULL;

      for (gsize j = 0; lower != NULL && j < G_N_ELEMENTS (secret_types); j++)
        {
          if (strstr (lower, secret_types[j]) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/* Where nothing is said, the name decides: to hide too much does less harm. */
static gboolean
is_secret (JsonObject *object,
           const char *key)
{
  gboolean is_said = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (secret_flags); i++)
    {
      int flag = get_flag (object, secret_flags[i]);

      if (flag == 1)
        return TRUE;
      is_said |= flag == 0;
    }

  return has_secret_type (object) || (!is_said && act_redact_is_secret_name (key));
}

static void
read_field (GPtrArray  *fields,
            JsonObject *object)
{
  g_autofree char *key = read_key (object);
  g_autofree char *label = NULL;
  gboolean         required = FALSE;

  if (key == NULL || g_strv_contains (known_keys, key) || fields->len == MAX_FIELDS)
    return;

  for (guint i = 0; i < fields->len; i++)
    {
      const ActCredentialField *other = g_ptr_array_index (fields, i);

      if (g_str_equal (other->key, key))
        return;
    }

  label = read_label (object, key);
  required = get_flag (object, "required") == 1 || get_flag (object, "mandatory") == 1 || get_flag (object, "optional") == 0;
  g_ptr_array_add (fields, act_credential_field_new (key, label, is_secret (object, key), required));
}

static void
read_node (GPtrArray *fields,
           JsonNode  *node,
           guint      level)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gboolean   has_container = FALSE;

  if (level > MAX_LEVELS || (array == NULL && !JSON_NODE_HOLDS_OBJECT (node)))
    return;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    read_node (fields, json_array_get_element (array, i), level + 1);
  if (array != NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (containers); i++)
    {
      JsonNode *inner = json_object_get_member (json_node_get_object (node), containers[i]);

      if (inner != NULL && (JSON_NODE_HOLDS_ARRAY (inner) || JSON_NODE_HOLDS_OBJECT (inner)))
        {
          has_container = TRUE;
          read_node (fields, inner, level + 1);
        }
    }

  if (!has_container)
    read_field (fields, json_node_get_object (node));
}

static gpointer
read_fields (JsonNode   *root,
             const char *text,
             GError    **error)
{
  GPtrArray *fields = NULL;

  if (!JSON_NODE_HOLDS_ARRAY (root) && !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE, "the answer has no settings");
      return NULL;
    }

  fields = g_ptr_array_new_with_free_func ((GDestroyNotify) act_credential_field_free);
  read_node (fields, root, 0);

  return fields;
}

const ActJsonDecoder act_credential_fields_decoder = { read_fields, (GDestroyNotify) g_ptr_array_unref };
