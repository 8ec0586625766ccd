/* What external mappings can be made of, as the API writes it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-edit.h"
#include "act-json-page.h"
#include "act-json.h"
#include "act-mapping-json.h"
#include "act-resource-json.h"

/* Elements that are objects are told by their name. */
static char *
read_word (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return act_json_dup_text (json_node_get_object (node), "name");

  return act_json_node_dup_text (node);
}

/* What is no array counts as an empty one: a form without a choice still takes what is typed. */
static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  JsonArray *array = NULL;

  return act_json_find_array (object, member, &array, NULL) ? array : NULL;
}

static char **
read_words (JsonObject *object,
            const char *member)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *array = get_array (object, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      char *word = read_word (json_array_get_element (array, i));

      if (word == NULL)
        continue;
      if (!g_hash_table_contains (seen, word))
        g_strv_builder_add (words, word);
      g_hash_table_add (seen, word);
    }

  return g_strv_builder_end (words);
}

static ActExternalSystem *
read_system (JsonNode *node)
{
  g_autofree char   *name = read_word (node);
  ActExternalSystem *system = NULL;

  if (name == NULL)
    return NULL;

  system = act_external_system_new (name);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return system;

  g_strfreev (system->tables);
  system->tables = read_words (json_node_get_object (node), "tables");
  system->allow_custom_tables = act_json_get_boolean (json_node_get_object (node), "allowCustomExternalTables", FALSE);

  return system;
}

static gpointer
read_options (JsonNode   *root,
              const char *text,
              GError    **error)
{
  JsonObject        *object = act_json_get_root_object (root, error);
  ActMappingOptions *options = NULL;
  JsonArray         *array = NULL;
  g_autoptr (GHashTable) seen = NULL;

  if (object == NULL)
    return NULL;

  options = act_mapping_options_new ();
  g_strfreev (options->entity_types);
  options->entity_types = read_words (object, "m3terEntities");
  options->json = g_strstrip (g_strdup (text));

  array = get_array (object, "externalSystems");
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (ActExternalSystem) system = read_system (json_array_get_element (array, i));

      if (system != NULL && g_hash_table_add (seen, g_ascii_strdown (system->name, -1)))
        g_ptr_array_add (options->systems, g_steal_pointer (&system));
    }

  return options;
}

/* Takes the text. */
static gpointer
read_record (JsonObject *object,
             char       *json)
{
  g_autofree char *text = json;
  g_autofree char *id = act_json_dup_text (object, "externalId");
  g_autofree char *name = act_json_dup_text (object, "externalName");

  return act_external_record_new (id, name);
}

static const ActJsonThing record = { "externalId", read_record, (GDestroyNotify) act_external_record_free };

static gpointer
read_records (JsonNode   *root,
              const char *text,
              GError    **error)
{
  ActJsonPage *page = act_json_page_read (root, text, &record, error);

  return page != NULL ? act_json_page_take (page, NULL) : NULL;
}

const ActJsonDecoder act_mapping_options_decoder = { read_options, (GDestroyNotify) act_mapping_options_free };
const ActJsonDecoder act_external_records_decoder = { read_records, (GDestroyNotify) g_ptr_array_unref };

/**
 * act_mapping_options_from_json:
 * @json: options as the API writes them, from anywhere
 * @error: return location for an error of %ACT_API_ERROR
 *
 * Reads what was kept of the options. Any thread.
 *
 * Returns: (transfer full) (nullable): the options, or %NULL on error
 */
ActMappingOptions *
act_mapping_options_from_json (const char *json,
                               GError    **error)
{
  return act_json_decode_text (json, &act_mapping_options_decoder, error);
}

/**
 * act_external_records_from_json:
 * @json: records as the API or act_external_records_to_json() writes them, from anywhere
 * @error: return location for an error of %ACT_API_ERROR
 *
 * Reads what was kept of records of another system. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type ActExternalRecord): the records, or %NULL on
 *   error
 */
GPtrArray *
act_external_records_from_json (const char *json,
                                GError    **error)
{
  return act_json_decode_text (json, &act_external_records_decoder, error);
}

/**
 * act_external_records_to_json:
 * @records: (element-type ActExternalRecord): records
 *
 * Writes records of another system as the API does. Any thread.
 *
 * Returns: (transfer full): the JSON text
 */
char *
act_external_records_to_json (GPtrArray *records)
{
  g_autoptr (GString) json = g_string_new ("[");

  g_return_val_if_fail (records != NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const ActExternalRecord *row = g_ptr_array_index (records, i);
      g_autofree char         *id = act_json_quote (row->id);
      g_autofree char         *name = row->name != NULL ? act_json_quote (row->name) : NULL;

      g_string_append_printf (json, "%s{\"externalId\":%s", i > 0 ? "," : "", id);
      if (name != NULL)
        g_string_append_printf (json, ",\"externalName\":%s", name);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');

  return g_string_free (g_steal_pointer (&json), FALSE);
}
