/* The members of integration configurations, for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-guard.h"
#include "act-json.h"
#include "act-name.h"
#include "act-redact.h"
#include "act-resource-json.h"

#include <string.h>

#define SETTINGS "configData"

/* What the server changes by itself with every change. */
static const char *const audit_members[] = {
  "version",
  "dtCreated",
  "dtLastModified",
  "createdBy",
  "lastModifiedBy",
  NULL,
};

typedef enum
{
  BEFORE,
  OURS,
  THEIRS,
  N_VERSIONS,
} ActVersion;

static JsonNode *mask (JsonNode *node,
                       gboolean  is_secret);

static JsonNode *
mask_object (JsonNode *node,
             gboolean  is_secret)
{
  g_autoptr (JsonObject) masked = json_object_new ();
  JsonObjectIter iter;
  const char    *name = NULL;
  JsonNode      *member = NULL;
  JsonNode      *result = json_node_new (JSON_NODE_OBJECT);

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (masked, name, mask (member, is_secret || act_redact_is_secret_name (name)));
  json_node_set_object (result, masked);

  return result;
}

static JsonNode *
mask_array (JsonNode *node,
            gboolean  is_secret)
{
  g_autoptr (JsonArray) masked = json_array_new ();
  JsonArray *array = json_node_get_array (node);
  JsonNode  *result = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (masked, mask (json_array_get_element (array, i), is_secret));
  json_node_set_array (result, masked);

  return result;
}

/* Switches are no secrets. */
static JsonNode *
mask (JsonNode *node,
      gboolean  is_secret)
{
  JsonNode *masked = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return mask_object (node, is_secret);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return mask_array (node, is_secret);
  if (!is_secret || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_copy (node);

  masked = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (masked, ACT_REDACT_MASK);

  return masked;
}

static JsonNode *
mask_member (const char *name,
             JsonNode   *node)
{
  return node != NULL ? mask (node, act_redact_is_secret_name (name)) : NULL;
}

static char *
write_value (JsonNode *node)
{
  return node != NULL ? json_to_string (node, FALSE) : NULL;
}

static JsonNode *
parse_object (const char *json)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (json != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));

      text = act_json_guard_clean (bytes, NULL);
    }
  if (text != NULL)
    root = act_json_parse (text, NULL);
  if (root != NULL && !JSON_NODE_HOLDS_OBJECT (root))
    g_clear_pointer (&root, json_node_unref);

  return g_steal_pointer (&root);
}

static JsonObject *
get_settings (JsonObject *object)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, SETTINGS) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Null and nothing are the same to this API. */
static JsonNode *
get_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
are_equal (JsonNode *first,
           JsonNode *second)
{
  if (first == NULL || second == NULL)
    return first == second;

  return json_node_equal (first, second);
}

/* What was kept has dots for its secrets, and no other secret is another than dots. */
static gboolean
are_all_equal (JsonNode *const *nodes,
               JsonNode *const *masked)
{
  JsonNode *const *compared = are_equal (nodes[BEFORE], masked[BEFORE]) ? masked : nodes;

  return are_equal (compared[BEFORE], compared[OURS]) && are_equal (compared[BEFORE], compared[THEIRS]);
}

static void
add_difference (GPtrArray         *differences,
                const char        *prefix,
                const char        *name,
                JsonObject *const *objects)
{
  JsonNode *nodes[N_VERSIONS] = { NULL };
  JsonNode *masked[N_VERSIONS] = { NULL };

  for (guint i = 0; i < N_VERSIONS; i++)
    {
      nodes[i] = get_member (objects[i], name);
      masked[i] = mask_member (name, nodes[i]);
    }

  if (!are_all_equal (nodes, masked))
    {
      g_autofree char *member = g_strconcat (prefix, name, NULL);
      ActDifference   *difference = act_difference_new (member);

      difference->before = write_value (masked[BEFORE]);
      difference->ours = write_value (masked[OURS]);
      difference->theirs = write_value (masked[THEIRS]);
      g_ptr_array_add (differences, difference);
    }

  for (guint i = 0; i < N_VERSIONS; i++)
    g_clear_pointer (&masked[i], json_node_unref);
}

static void
add_differences (GPtrArray         *differences,
                 const char        *prefix,
                 JsonObject *const *objects,
                 const char *const *skipped)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < N_VERSIONS; i++)
    {
      JsonObjectIter iter;
      const char    *name = NULL;

      if (objects[i] == NULL)
        continue;

      json_object_iter_init_ordered (&iter, objects[i]);
      while (json_object_iter_next_ordered (&iter, &name, NULL))
        {
          if (!g_strv_contains (skipped, name) && g_hash_table_add (seen, (gpointer) name))
            add_difference (differences, prefix, name, objects);
        }
    }
}

/**
 * act_integration_configuration_list_differences:
 * @before: (nullable): JSON of a configuration as it was read
 * @ours: (nullable): JSON of what we want it to be
 * @theirs: (nullable): JSON of what somebody else made of it meanwhile
 *
 * Lists the members, and those of `configData` as `configData.NAME`, that are not the same in all
 * three; not those by which the server keeps account of changes. What looks like a secret is masked.
 * Any thread.
 *
 * Returns: (transfer full) (element-type ActDifference): the differences
 */
GPtrArray *
act_integration_configuration_list_differences (const char *before,
                                                const char *ours,
                                                const char *theirs)
{
  static const char *const nothing[] = { NULL };
  const char              *texts[N_VERSIONS] = { before, ours, theirs };
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func ((GDestroyNotify) act_difference_free);
  JsonNode   *roots[N_VERSIONS] = { NULL };
  JsonObject *objects[N_VERSIONS] = { NULL };
  JsonObject *settings[N_VERSIONS] = { NULL };
  gboolean    has_plain_settings = TRUE;
  g_autoptr (GStrvBuilder) skipped = g_strv_builder_new ();
  g_auto (GStrv) skipped_names = NULL;

  for (guint i = 0; i < N_VERSIONS; i++)
    {
      roots[i] = parse_object (texts[i]);
      objects[i] = roots[i] != NULL ? json_node_get_object (roots[i]) : NULL;
      settings[i] = get_settings (objects[i]);
      if (settings[i] == NULL && get_member (objects[i], SETTINGS) != NULL)
        has_plain_settings = FALSE;
    }

  g_strv_builder_addv (skipped, (const char **) audit_members);
  if (has_plain_settings)
    g_strv_builder_add (skipped, SETTINGS);
  skipped_names = g_strv_builder_end (skipped);

  add_differences (differences, "", objects, (const char *const *) skipped_names);
  if (has_plain_settings)
    add_differences (differences, SETTINGS ".", settings, nothing);

  for (guint i = 0; i < N_VERSIONS; i++)
    g_clear_pointer (&roots[i], json_node_unref);

  return g_steal_pointer (&differences);
}

/**
 * act_integration_configuration_list_settings:
 * @json: (nullable): JSON of a configuration
 *
 * Lists the members of `configData`, for people to look at. What looks like a secret is masked. Any
 * thread.
 *
 * Returns: (transfer full) (element-type ActName): of each, the member as @id and as @name its value:
 *   a text as it is, anything else as JSON on one line
 */
GPtrArray *
act_integration_configuration_list_settings (const char *json)
{
  g_autoptr (GPtrArray) settings = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);
  g_autoptr (JsonNode) root = parse_object (json);
  JsonObject    *object = get_settings (root != NULL ? json_node_get_object (root) : NULL);
  JsonObjectIter iter;
  const char    *name = NULL;
  JsonNode      *node = NULL;

  if (object == NULL)
    return g_steal_pointer (&settings);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autoptr (JsonNode) masked = mask_member (name, node);
      g_autofree char *text = NULL;

      if (JSON_NODE_HOLDS_VALUE (masked) && json_node_get_value_type (masked) == G_TYPE_STRING)
        text = g_strdup (json_node_get_string (masked));
      else
        text = json_to_string (masked, FALSE);
      g_ptr_array_add (settings, act_name_new (name, text));
    }

  return g_steal_pointer (&settings);
}
