/* External mappings as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-json.h"

#include "act-event.h"
#include "act-json-edit.h"
#include "act-json-page.h"
#include "act-json.h"
#include "act-resource-json.h"

/* What a user can write; the last one may be left out. */
static const struct
{
  const char *name;
  gsize       field;
} written[] = {
  { "m3terEntity", G_STRUCT_OFFSET (ActExternalMapping, entity_type) },
  { "m3terId", G_STRUCT_OFFSET (ActExternalMapping, entity_id) },
  { "externalSystem", G_STRUCT_OFFSET (ActExternalMapping, external_system) },
  { "externalTable", G_STRUCT_OFFSET (ActExternalMapping, external_table) },
  { "externalId", G_STRUCT_OFFSET (ActExternalMapping, external_id) },
  { "integrationConfigId", G_STRUCT_OFFSET (ActExternalMapping, configuration_id) },
};

/* Takes the text. */
static gpointer
read_thing (JsonObject *object,
            char       *json)
{
  ActExternalMapping *mapping = act_external_mapping_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    *(char **) G_STRUCT_MEMBER_P (mapping, written[i].field) = act_json_dup_text (object, written[i].name);

  mapping->id = act_json_dup_text (object, "id");
  mapping->version = act_json_get_integer (object, "version", 0);
  mapping->created = act_json_get_time (object, "dtCreated");
  mapping->json = json;

  return mapping;
}

static const ActJsonThing thing = { "id", read_thing, (GDestroyNotify) act_external_mapping_free };

static gpointer
read_page (JsonNode   *root,
           const char *text,
           GError    **error)
{
  return act_json_page_read (root, text, &thing, error);
}

static gpointer
read_mapping (JsonNode   *root,
              const char *text,
              GError    **error)
{
  ActJsonPage *page = act_json_page_read (root, text, &thing, error);

  return page != NULL ? act_json_page_only (page, error) : NULL;
}

/* What was not sent yet has no id. */
static gpointer
read_kept (JsonNode   *root,
           const char *text,
           GError    **error)
{
  JsonObject *object = act_json_get_root_object (root, error);

  return object != NULL ? read_thing (object, g_strstrip (g_strdup (text))) : NULL;
}

static const ActJsonDecoder kept_decoder = { read_kept, (GDestroyNotify) act_external_mapping_free };

const ActJsonDecoder act_mapping_decoder = { read_mapping, (GDestroyNotify) act_external_mapping_free };
const ActJsonDecoder act_mapping_page_decoder = { read_page, (GDestroyNotify) act_json_page_free };

static void
append_text (GString    *json,
             const char *name,
             const char *text)
{
  g_autofree char *quoted = NULL;

  if (text == NULL)
    return;

  quoted = act_json_quote (text);
  g_string_append_printf (json, "%s\"%s\":%s", json->len > 0 ? "," : "", name, quoted);
}

static GString *
write_members (const ActExternalMapping *mapping)
{
  GString *json = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    append_text (json, written[i].name, G_STRUCT_MEMBER (const char *, mapping, written[i].field));

  return json;
}

/**
 * act_mapping_json_write_new:
 * @mapping: a mapping that is yet to be created
 *
 * Returns: (transfer full): what the call that creates it sends
 */
char *
act_mapping_json_write_new (const ActExternalMapping *mapping)
{
  g_autoptr (GString) members = write_members (mapping);

  return g_strdup_printf ("{%s}", members->str);
}

/**
 * act_external_mapping_from_json:
 * @json: a mapping as the API or act_external_mapping_to_json() writes it, from anywhere
 * @error: return location for an error of %ACT_API_ERROR
 *
 * Reads what was kept of a mapping. Any thread.
 *
 * Returns: (transfer full) (nullable): the mapping, without an id when it was not created yet, or
 *   %NULL on error
 */
ActExternalMapping *
act_external_mapping_from_json (const char *json,
                                GError    **error)
{
  return act_json_decode_text (json, &kept_decoder, error);
}

/**
 * act_external_mapping_to_json:
 * @self: a mapping
 *
 * Writes the whole of a mapping, as a change of it sends it and as it is kept: what it says, with its
 * id and version if it has an id, and everything else as its @json has it. Any thread.
 *
 * Returns: (transfer full): the JSON text
 */
char *
act_external_mapping_to_json (const ActExternalMapping *self)
{
  static const char *const replaced[] = {
    "id",
    "version",
    "m3terEntity",
    "m3terId",
    "externalSystem",
    "externalTable",
    "externalId",
    "integrationConfigId",
    NULL,
  };
  g_autoptr (GString) members = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  members = write_members (self);
  append_text (members, "id", self->id);
  if (self->id != NULL)
    g_string_append_printf (members, ",\"version\":%" G_GINT64_FORMAT, self->version);

  if (self->json != NULL)
    json = act_json_edit_object (self->json, replaced, members->str);

  return json != NULL ? g_steal_pointer (&json) : g_strdup_printf ("{%s}", members->str);
}
