/* Integration configurations as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-configuration-json.h"

#include "act-json-edit.h"
#include "act-json-page.h"
#include "act-json.h"
#include "act-resource-json.h"

/* A configuration links to its credential. Should a server send a whole one along, it is not for us
 * to keep. */
static const char *const unwanted_members[] = { "credentials", NULL };

static char *
keep_wanted (JsonObject *object,
             char       *json)
{
  g_autofree char *text = json;
  char            *kept = NULL;

  if (!json_object_has_member (object, unwanted_members[0]))
    return g_steal_pointer (&text);

  kept = act_json_edit_object (text, unwanted_members, NULL);

  return kept != NULL ? kept : g_strdup ("{}");
}

/* The API's description promises a run where a configuration comes; should a run come indeed, its id
 * must not be taken for that of a configuration. */
static gboolean
is_run (JsonObject *object)
{
  return json_object_has_member (object, "status") &&
         (json_object_has_member (object, "dtStarted") || json_object_has_member (object, "parentIntegrationRunId")) &&
         !json_object_has_member (object, "enabled") && !json_object_has_member (object, "configData");
}

/* Takes the text. */
static gpointer
read_thing (JsonObject *object,
            char       *json)
{
  g_autofree char             *text = json;
  ActIntegrationConfiguration *configuration = NULL;

  if (is_run (object))
    return NULL;

  configuration = act_integration_configuration_new ();
  configuration->id = act_json_dup_text (object, "id");
  configuration->name = act_json_dup_text (object, "name");
  configuration->destination = act_json_dup_text (object, "destination");
  configuration->destination_id = act_json_dup_text (object, "destinationId");
  configuration->entity_type = act_json_dup_text (object, "entityType");
  configuration->entity_id = act_json_dup_text (object, "entityId");
  configuration->credentials_id = act_json_dup_text (object, "integrationCredentialsId");
  configuration->version = act_json_get_integer (object, "version", 0);
  configuration->modified = act_json_get_time (object, "dtLastModified");

  /* Nothing is called broken that was not said to be. */
  configuration->enabled = act_json_get_boolean (object, "enabled", TRUE);
  configuration->authorized = act_json_get_boolean (object, "authorized", TRUE);
  configuration->json = keep_wanted (object, g_steal_pointer (&text));

  return configuration;
}

static const ActJsonThing thing = { "id", read_thing, (GDestroyNotify) act_integration_configuration_free };

static gpointer
read_page (JsonNode   *root,
           const char *text,
           GError    **error)
{
  return act_json_page_read (root, text, &thing, error);
}

static gpointer
read_configuration (JsonNode   *root,
                    const char *text,
                    GError    **error)
{
  ActJsonPage *page = act_json_page_read (root, text, &thing, error);

  return page != NULL ? act_json_page_only (page, error) : NULL;
}

const ActJsonDecoder act_configuration_decoder = { read_configuration, (GDestroyNotify) act_integration_configuration_free };
const ActJsonDecoder act_configuration_page_decoder = { read_page, (GDestroyNotify) act_json_page_free };

/**
 * act_integration_configuration_from_json:
 * @json: a configuration as the API writes it, from anywhere
 * @error: return location for an error of %ACT_API_ERROR
 *
 * Reads what was kept of a configuration. Any thread.
 *
 * Returns: (transfer full) (nullable): the configuration, or %NULL on error
 */
ActIntegrationConfiguration *
act_integration_configuration_from_json (const char *json,
                                         GError    **error)
{
  return act_json_decode_text (json, &act_configuration_decoder, error);
}

/**
 * act_integration_configuration_change_json:
 * @json: a configuration as the API wrote it
 * @credentials_id: (nullable): the credential that it is to use; %NULL for the one that it has
 * @version: the version that the change must name
 *
 * Writes what a change of a configuration sends. That is the whole of it, in which everything else
 * stands as the server wrote it. Any thread.
 *
 * Returns: (transfer full) (nullable): the JSON text, or %NULL when @json is no JSON of an object
 */
char *
act_integration_configuration_change_json (const char *json,
                                           const char *credentials_id,
                                           gint64      version)
{
  static const char *const replaced[] = { "version", "integrationCredentialsId", NULL };
  static const char *const version_only[] = { "version", NULL };
  g_autofree char         *added = NULL;
  g_autofree char         *id = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  if (credentials_id == NULL)
    {
      added = g_strdup_printf ("\"version\":%" G_GINT64_FORMAT, version);
      return act_json_edit_object (json, version_only, added);
    }

  id = act_json_quote (credentials_id);
  added = g_strdup_printf ("\"integrationCredentialsId\":%s,\"version\":%" G_GINT64_FORMAT, id, version);

  return act_json_edit_object (json, replaced, added);
}
