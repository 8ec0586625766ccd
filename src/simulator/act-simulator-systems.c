/* The calls about what other systems there are and what they have
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-systems.h"

#include "act-simulator-accounts.h"
#include "act-simulator-mappings.h"
#include "act-simulator-random.h"

#include <string.h>

#define MAX_PAGE     200
#define MAX_SETTINGS 4
#define MAX_ENTITIES 4

typedef struct
{
  const char *name;
  const char *label;
  gboolean    secret;
} ActSimulatorSetting;

typedef struct
{
  const char         *identifier;
  const char         *api_name;
  const char         *auth_type;
  gboolean            validation;
  const char         *entities[MAX_ENTITIES];
  ActSimulatorSetting settings[MAX_SETTINGS];
} ActSimulatorSystemRow;

static const ActSimulatorSystemRow systems[] = {
  { "Chargebee", "CHARGEBEE", "CHARGEBEE", TRUE, { "Bill" }, { { "site", "Site", FALSE }, { "apiKey", "API key", TRUE } } },
  { "NetSuite", "NETSUITE", "NETSUITE", TRUE, { "Bill", "Account" }, { { "externalCustomerId", "External Customer Id", FALSE }, { "clientId", "Client Id", FALSE }, { "keyId", "Key Id", TRUE } } },
  { "Salesforce", "SALESFORCE", "OAUTH_CODE", FALSE, { "Account" }, { { NULL } } },
  { "Webhook", "WEBHOOK", "M3TER_SIGNED_REQUEST", FALSE, { "Notification" }, { { "apiKey", "API key", FALSE }, { "secret", "Secret", TRUE } } },
};

typedef struct
{
  const char *name;
  const char *tables[3];
  gboolean    custom;
} ActSimulatorExternalSystem;

static const ActSimulatorExternalSystem external_systems[] = {
  { "Chargebee", { "Customer", "Subscription" }, FALSE },
  { "NetSuite", { "Customer" }, TRUE },
  { "Salesforce", { "Account", "Opportunity" }, TRUE },
  { "Stripe", { "Customer" }, FALSE },
  { "Xero", { "Contact" }, FALSE },
};

static const char *const mapped_entities[] = { "Account", "Contract", "Product", "Meter" };

static const ActSimulatorSystemRow *
find_row (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    {
      if (g_ascii_strcasecmp (systems[i].identifier, name) == 0 || g_ascii_strcasecmp (systems[i].api_name, name) == 0)
        return &systems[i];
    }

  return NULL;
}

static gboolean
has_entity (const ActSimulatorSystemRow *row,
            const char                  *entity_type)
{
  for (guint i = 0; i < MAX_ENTITIES && row->entities[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (row->entities[i], entity_type) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
answer_array (ActSimulatorCall *call,
              JsonArray        *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  act_simulator_call_answer (call, node);
}

static JsonArray *
list_settings (const ActSimulatorSystemRow *row)
{
  JsonArray *settings = json_array_new ();

  for (guint i = 0; i < MAX_SETTINGS && row->settings[i].name != NULL; i++)
    {
      JsonObject *json = json_object_new ();

      json_object_set_string_member (json, "name", row->settings[i].name);
      json_object_set_string_member (json, "label", row->settings[i].label);
      json_object_set_string_member (json, "type", "STRING");
      json_object_set_boolean_member (json, "required", TRUE);
      json_object_set_boolean_member (json, "secret", row->settings[i].secret);
      json_array_add_object_element (settings, json);
    }

  return settings;
}

static JsonArray *
list_words (const char *const *words,
            guint              most)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < most && words[i] != NULL; i++)
    json_array_add_string_element (array, words[i]);

  return array;
}

static JsonObject *
describe_destination (const ActSimulatorSystemRow *row)
{
  JsonObject *json = json_object_new ();
  JsonArray  *categories = json_array_new ();

  json_array_add_string_element (categories, "Billing");
  json_object_set_string_member (json, "apiName", row->api_name);
  json_object_set_string_member (json, "destination", row->identifier);
  json_object_set_string_member (json, "displayName", row->identifier);
  json_object_set_boolean_member (json, "released", TRUE);
  json_object_set_string_member (json, "authType", row->auth_type);
  json_object_set_array_member (json, "categories", categories);
  json_object_set_array_member (json, "destinationConfigOptions", json_array_new ());
  json_object_set_array_member (json, "authConfigOptions", list_settings (row));

  return json;
}

/* A system tells its records only to who can sign in. */
static gboolean
can_read_records (ActSimulatorWorld *world,
                  const char        *destination,
                  const char        *credential_id)
{
  ActSimulatorCredential *credential = NULL;

  if (credential_id != NULL)
    {
      credential = act_simulator_world_find_credential (world, credential_id);
      return credential != NULL && credential->good &&
             g_ascii_strcasecmp (json_object_get_string_member (credential->json, "destination"), destination) == 0;
    }

  for (guint i = 0; i < world->configurations->len; i++)
    {
      ActSimulatorConfiguration *configuration = g_ptr_array_index (world->configurations, i);

      if (!configuration->deleted && act_simulator_world_is_authorized (world, configuration) &&
          g_ascii_strcasecmp (json_object_get_string_member (configuration->json, "destination"), destination) == 0)
        return TRUE;
    }

  return FALSE;
}

static JsonObject *
describe_webhook (ActSimulatorWorld *world)
{
  g_autofree char        *id = act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_DESTINATION, 0);
  g_autofree char        *credential = act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_CREDENTIAL, 3);
  ActSimulatorCredential *found = act_simulator_world_find_credential (world, credential);
  JsonObject             *json = json_object_new ();

  json_object_set_string_member (json, "id", id);
  json_object_set_int_member (json, "version", 1);
  json_object_set_string_member (json, "name", "Usage alerts");
  json_object_set_string_member (json, "description", "Tells the portal when an account nears its limit");
  json_object_set_string_member (json, "code", "usage-alerts");
  json_object_set_boolean_member (json, "active", TRUE);
  json_object_set_string_member (json, "url", "https://alerts.example.com/usage");
  if (found != NULL)
    json_object_set_object_member (json, "credentials", json_object_ref (found->json));
  act_simulator_world_add_audit (world, json, world->base_ms, world->base_ms);

  return json;
}

/**
 * act_simulator_systems_list:
 * @call: a call
 *
 * Answers `GET integrationconfigs/available/systems`.
 */
void
act_simulator_systems_list (ActSimulatorCall *call)
{
  const char *entity_type = act_simulator_call_get_query (call, "entityType");
  JsonArray  *array = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    {
      JsonObject *json = NULL;

      if (entity_type != NULL && !has_entity (&systems[i], entity_type))
        continue;

      json = json_object_new ();
      json_object_set_string_member (json, "identifier", systems[i].identifier);
      json_object_set_string_member (json, "displayName", systems[i].identifier);
      json_object_set_boolean_member (json, "validationSupported", systems[i].validation);
      json_object_set_array_member (json, "supportedAuthTypes", list_words (&systems[i].auth_type, 1));
      json_array_add_object_element (array, json);
    }

  answer_array (call, array);
}

/**
 * act_simulator_systems_list_entities:
 * @call: a call
 *
 * Answers `GET integrationconfigs/available/{systemName}/entities`.
 */
void
act_simulator_systems_list_entities (ActSimulatorCall *call)
{
  const ActSimulatorSystemRow *row = find_row (call->arguments[0]);
  JsonArray                   *array = json_array_new ();

  for (guint i = 0; row != NULL && i < MAX_ENTITIES && row->entities[i] != NULL; i++)
    {
      JsonObject *json = json_object_new ();

      json_object_set_string_member (json, "entityType", row->entities[i]);
      json_array_add_object_element (array, json);
    }

  answer_array (call, array);
}

/**
 * act_simulator_systems_get_authorization:
 * @call: a call
 *
 * Answers `GET integrationconfigs/available/{systemName}/auth/{entityType}` with an array of settings.
 */
void
act_simulator_systems_get_authorization (ActSimulatorCall *call)
{
  const ActSimulatorSystemRow *row = find_row (call->arguments[0]);

  if (row != NULL)
    answer_array (call, list_settings (row));
  else
    act_simulator_call_refuse (call, 404, "There is no system with this name.");
}

/**
 * act_simulator_systems_get_available:
 * @call: a call
 *
 * Answers `GET integrationconfigs/available`.
 */
void
act_simulator_systems_get_available (ActSimulatorCall *call)
{
  static const char *const entity_types[] = { "Bill", "Account", "Notification" };
  const char              *system = act_simulator_call_get_query (call, "systemName");
  const char              *entity_type = act_simulator_call_get_query (call, "entityType");
  JsonObject              *json = json_object_new ();
  JsonObject              *entities = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entity_types); i++)
    {
      JsonObject *entity = NULL;
      JsonArray  *destinations = NULL;

      if (entity_type != NULL && g_ascii_strcasecmp (entity_type, entity_types[i]) != 0)
        continue;

      destinations = json_array_new ();
      for (guint k = 0; k < G_N_ELEMENTS (systems); k++)
        {
          if (has_entity (&systems[k], entity_types[i]) &&
              (system == NULL || g_ascii_strcasecmp (system, systems[k].identifier) == 0))
            json_array_add_object_element (destinations, describe_destination (&systems[k]));
        }

      entity = json_object_new ();
      json_object_set_string_member (entity, "readableName", entity_types[i]);
      json_object_set_boolean_member (entity, "released", TRUE);
      json_object_set_array_member (entity, "destinations", destinations);
      json_object_set_array_member (entity, "entityConfigurationOptions", json_array_new ());
      json_object_set_object_member (entities, entity_types[i], entity);
    }

  json_object_set_object_member (json, "supportedEntities", entities);
  json_object_set_object_member (json, "selectedConfigurations", json_object_new ());
  json_object_set_array_member (json, "globalConfigurationOptions", json_array_new ());
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_systems_get_option_values:
 * @call: a call
 *
 * Answers `GET integrationconfigs/values/{systemName}/{configOption}`. The API's description promises
 * one value, so that is what there is.
 */
void
act_simulator_systems_get_option_values (ActSimulatorCall *call)
{
  JsonObject *json = NULL;

  if (find_row (call->arguments[0]) == NULL)
    {
      act_simulator_call_refuse (call, 404, "There is no system with this name.");
      return;
    }

  json = json_object_new ();
  json_object_set_string_member (json, "id", "default");
  json_object_set_string_member (json, "label", "Default");
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_systems_get_mapping_options:
 * @call: a call
 *
 * Answers `GET externalmappingconfiguration`.
 */
void
act_simulator_systems_get_mapping_options (ActSimulatorCall *call)
{
  JsonObject *json = json_object_new ();
  JsonArray  *array = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (external_systems); i++)
    {
      const ActSimulatorExternalSystem *system = &external_systems[i];
      JsonObject                       *external = json_object_new ();

      json_object_set_string_member (external, "name", system->name);
      json_object_set_array_member (external, "tables", list_words (system->tables, G_N_ELEMENTS (system->tables)));
      json_object_set_boolean_member (external, "allowCustomExternalTables", system->custom);
      json_array_add_object_element (array, external);
    }

  json_object_set_array_member (json, "m3terEntities", list_words (mapped_entities, G_N_ELEMENTS (mapped_entities)));
  json_object_set_array_member (json, "externalSystems", array);
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_systems_list_records:
 * @call: a call
 *
 * Answers `GET externalmappingconfiguration/values/{destination}/{entityType}`, with or without a
 * credential's id behind it. What cannot be listed is an empty array.
 */
void
act_simulator_systems_list_records (ActSimulatorCall *call)
{
  ActSimulatorWorld *world = call->world;
  int                system = act_simulator_world_find_system (call->arguments[0]);
  const char        *table = act_simulator_call_get_query (call, "externalTable");
  JsonArray         *array = json_array_new ();

  if (system < 0 || system >= ACT_SIMULATOR_N_MAPPED_SYSTEMS || g_ascii_strcasecmp (call->arguments[1], "Account") != 0 ||
      (table != NULL && g_ascii_strcasecmp (table, act_simulator_world_get_system_table ((ActSimulatorSystem) system)) != 0) ||
      !can_read_records (world, call->arguments[0], call->arguments[2]))
    {
      answer_array (call, array);
      return;
    }

  for (guint i = 0; i < world->n_accounts; i++)
    {
      g_autofree char *id = act_simulator_mapping_dup_external_id (world, i, (ActSimulatorSystem) system);
      g_autofree char *name = act_simulator_account_dup_name (i);
      JsonObject      *json = json_object_new ();

      json_object_set_string_member (json, "externalId", id);
      json_object_set_string_member (json, "externalName", name);
      json_array_add_object_element (array, json);
    }

  answer_array (call, array);
}

/**
 * act_simulator_systems_list_webhooks:
 * @call: a call
 *
 * Answers `GET integrationdestinations/webhooks`.
 */
void
act_simulator_systems_list_webhooks (ActSimulatorCall *call)
{
  g_autoptr (GPtrArray) webhooks = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  JsonObject *webhook = describe_webhook (call->world);
  g_auto (GStrv) ids = act_simulator_call_dup_list (call, "ids");

  g_ptr_array_add (webhooks, webhook);
  if (*ids != NULL && !g_strv_contains ((const char *const *) ids, json_object_get_string_member (webhook, "id")))
    g_ptr_array_set_size (webhooks, 0);

  act_simulator_call_answer_page (call, webhooks, MAX_PAGE);
}

/**
 * act_simulator_systems_get_webhook:
 * @call: a call
 *
 * Answers `GET integrationdestinations/webhooks/{id}`.
 */
void
act_simulator_systems_get_webhook (ActSimulatorCall *call)
{
  g_autoptr (JsonObject) webhook = describe_webhook (call->world);

  if (g_strcmp0 (json_object_get_string_member (webhook, "id"), call->arguments[0]) == 0)
    act_simulator_call_answer_object (call, g_steal_pointer (&webhook));
  else
    act_simulator_call_refuse (call, 404, "There is no webhook with this id.");
}
