/* The calls about integration configurations
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-configurations.h"

#include "act-simulator-credentials.h"
#include "act-simulator-json.h"

#define MAX_PAGE 200

/* What a body can set; the rest belongs to the server. */
static const char *const server_members[] = {
  "id",
  "version",
  "authorized",
  "enabled",
  "dtCreated",
  "dtLastModified",
  "createdBy",
  "lastModifiedBy",
};
static const char *const optional_texts[] = { "name", "entityId", "destinationId" };

static const char *
get_member (JsonObject *json,
            const char *name)
{
  return json_object_get_string_member_with_default (json, name, NULL);
}

static JsonObject *
describe (ActSimulatorWorld         *world,
          ActSimulatorConfiguration *configuration)
{
  JsonObject *json = act_simulator_json_copy_object (configuration->json);

  json_object_set_boolean_member (json, "authorized", act_simulator_world_is_authorized (world, configuration));

  return json;
}

static gboolean
is_word (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && *c != '_' && *c != '-')
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_word (ActSimulatorCall *call,
            const char       *name)
{
  const char *text = act_simulator_call_get_text (call, name, TRUE);

  if (text == NULL)
    return FALSE;
  if (is_word (text))
    return TRUE;

  act_simulator_call_refuse (call, 400, "%s must have letters, digits, - and _ only.", name);

  return FALSE;
}

static gboolean
check_body (ActSimulatorCall *call)
{
  JsonNode   *data = NULL;
  JsonNode   *inline_credential = NULL;
  const char *credential = NULL;

  if (!check_word (call, "entityType") || !check_word (call, "destination"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (optional_texts); i++)
    {
      if (act_simulator_call_get_text (call, optional_texts[i], FALSE) == NULL && call->status != 200)
        return FALSE;
    }

  data = json_object_get_member (call->body, "configData");
  inline_credential = json_object_get_member (call->body, "credentials");
  if ((data != NULL && !JSON_NODE_HOLDS_OBJECT (data)) ||
      (inline_credential != NULL && !JSON_NODE_HOLDS_OBJECT (inline_credential)))
    {
      act_simulator_call_refuse (call, 400, "configData and credentials must be objects.");
      return FALSE;
    }

  credential = act_simulator_call_get_text (call, "integrationCredentialsId", FALSE);
  if (call->status != 200)
    return FALSE;
  if (credential != NULL && act_simulator_world_find_credential (call->world, credential) == NULL)
    {
      act_simulator_call_refuse (call, 400, "integrationCredentialsId names no credential.");
      return FALSE;
    }

  return TRUE;
}

/* A PUT replaces the whole: what the body leaves out is gone. */
static JsonObject *
take_body (ActSimulatorCall *call)
{
  JsonObject *json = act_simulator_json_copy_object (call->body);
  JsonNode   *credential = json_object_get_member (json, "credentials");

  for (guint i = 0; i < G_N_ELEMENTS (server_members); i++)
    json_object_remove_member (json, server_members[i]);
  if (!json_object_has_member (json, "configData"))
    json_object_set_object_member (json, "configData", json_object_new ());

  if (credential != NULL)
    {
      const char *id = act_simulator_credential_take (call->world, json_node_get_object (credential));

      json_object_set_string_member (json, "integrationCredentialsId", id);
      json_object_remove_member (json, "credentials");
    }

  return json;
}

static void
answer_list (ActSimulatorCall *call,
             const char       *entity_type)
{
  const char *entity = act_simulator_call_get_query (call, "entityId");
  const char *destination = act_simulator_call_get_query (call, "destination");
  const char *destination_id = act_simulator_call_get_query (call, "destinationId");
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; i < call->world->configurations->len; i++)
    {
      ActSimulatorConfiguration *configuration = g_ptr_array_index (call->world->configurations, i);
      JsonObject                *json = configuration->json;

      if (!configuration->deleted &&
          (entity_type == NULL || g_strcmp0 (entity_type, get_member (json, "entityType")) == 0) &&
          (entity_type == NULL || entity == NULL || g_strcmp0 (entity, get_member (json, "entityId")) == 0) &&
          (entity_type == NULL || destination == NULL || g_strcmp0 (destination, get_member (json, "destination")) == 0) &&
          (destination_id == NULL || g_strcmp0 (destination_id, get_member (json, "destinationId")) == 0))
        g_ptr_array_add (wanted, describe (call->world, configuration));
    }

  act_simulator_call_answer_page (call, wanted, MAX_PAGE);
}

/* Somebody else is a moment faster. */
static void
edit (ActSimulatorWorld         *world,
      ActSimulatorConfiguration *configuration)
{
  JsonNode *data = json_object_get_member (configuration->json, "configData");

  if (data != NULL && JSON_NODE_HOLDS_OBJECT (data))
    json_object_set_string_member (json_node_get_object (data), "invoiceNote", "Changed meanwhile");
  act_simulator_world_touch (world, configuration->json);
}

static ActSimulatorConfiguration *
find (ActSimulatorCall *call)
{
  ActSimulatorConfiguration *configuration = act_simulator_world_find_configuration (call->world, call->arguments[0], NULL);

  if (configuration == NULL)
    act_simulator_call_refuse (call, 404, "There is no integration configuration with this id.");

  return configuration;
}

/**
 * act_simulator_configurations_list:
 * @call: a call
 *
 * Answers `GET integrationconfigs`.
 */
void
act_simulator_configurations_list (ActSimulatorCall *call)
{
  answer_list (call, NULL);
}

/**
 * act_simulator_configurations_list_of_entity:
 * @call: a call
 *
 * Answers `GET integrationconfigs/entity/{entityType}` with a page, though the API's description
 * promises one run.
 */
void
act_simulator_configurations_list_of_entity (ActSimulatorCall *call)
{
  answer_list (call, call->arguments[0]);
}

/**
 * act_simulator_configurations_get:
 * @call: a call
 *
 * Answers `GET integrationconfigs/{id}`.
 */
void
act_simulator_configurations_get (ActSimulatorCall *call)
{
  ActSimulatorConfiguration *configuration = find (call);

  if (configuration != NULL)
    act_simulator_call_answer_object (call, describe (call->world, configuration));
}

/**
 * act_simulator_configurations_create:
 * @call: a call
 *
 * Answers `POST integrationconfigs`.
 */
void
act_simulator_configurations_create (ActSimulatorCall *call)
{
  ActSimulatorConfiguration *configuration = NULL;
  g_autofree char           *id = NULL;
  JsonObject                *json = NULL;
  gint64                     now = act_simulator_world_get_now (call->world);

  if (!act_simulator_call_need_body (call) || !check_body (call))
    return;

  id = act_simulator_world_make_new_id (call->world);
  json = take_body (call);
  json_object_set_string_member (json, "id", id);
  json_object_set_int_member (json, "version", 1);
  json_object_set_boolean_member (json, "enabled", TRUE);
  act_simulator_world_add_audit (call->world, json, now, now);
  configuration = act_simulator_configuration_new (json);
  g_ptr_array_add (call->world->configurations, configuration);

  act_simulator_call_answer_object (call, describe (call->world, configuration));
  act_simulator_call_record (call, id, TRUE);
}

/**
 * act_simulator_configurations_update:
 * @call: a call
 *
 * Answers `PUT integrationconfigs/{id}`.
 */
void
act_simulator_configurations_update (ActSimulatorCall *call)
{
  ActSimulatorConfiguration *configuration = find (call);
  JsonObject                *json = NULL;

  if (configuration != NULL && act_simulator_faults_strike (call->world->faults, ACT_SIMULATOR_FAULT_EDIT))
    edit (call->world, configuration);

  if (configuration == NULL || !act_simulator_call_need_body (call) ||
      !act_simulator_call_check_version (call, configuration->json) || !check_body (call))
    return;

  json = take_body (call);
  for (guint i = 0; i < G_N_ELEMENTS (server_members); i++)
    {
      JsonNode *node = json_object_get_member (configuration->json, server_members[i]);

      if (node != NULL)
        json_object_set_member (json, server_members[i], json_node_copy (node));
    }
  act_simulator_world_touch (call->world, json);
  json_object_unref (configuration->json);
  configuration->json = json;

  act_simulator_call_answer_object (call, describe (call->world, configuration));
  act_simulator_call_record (call, get_member (json, "id"), TRUE);
}

/**
 * act_simulator_configurations_delete:
 * @call: a call
 *
 * Answers `DELETE integrationconfigs/{id}` with what was deleted.
 */
void
act_simulator_configurations_delete (ActSimulatorCall *call)
{
  ActSimulatorConfiguration *configuration = find (call);

  if (configuration == NULL)
    return;

  configuration->deleted = TRUE;
  act_simulator_call_answer_object (call, describe (call->world, configuration));
  act_simulator_call_record (call, get_member (configuration->json, "id"), TRUE);
}

/**
 * act_simulator_configurations_enable:
 * @call: a call
 *
 * Answers `POST integrationconfigs/{id}/enable`. To do it again is no error.
 */
void
act_simulator_configurations_enable (ActSimulatorCall *call)
{
  ActSimulatorConfiguration *configuration = find (call);
  gboolean                   changed = FALSE;

  if (configuration == NULL)
    return;

  changed = !json_object_get_boolean_member_with_default (configuration->json, "enabled", TRUE);
  if (changed)
    {
      json_object_set_boolean_member (configuration->json, "enabled", TRUE);
      act_simulator_world_touch (call->world, configuration->json);
      configuration->errors = 0;
    }

  act_simulator_call_answer_object (call, describe (call->world, configuration));
  act_simulator_call_record (call, get_member (configuration->json, "id"), changed);
}
