/* The calls about credentials
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever else a body has is taken for a secret: it is looked at once, to see whether the other
 * system would accept it, and then forgotten. The word "wrong" is never accepted.
 */

#include "act-simulator-credentials.h"

#define MAX_PAGE     200
#define WRONG_SECRET "wrong"

static const char *const types[] = {
  "HTTP_BASIC",
  "OAUTH_CLIENT_CREDENTIALS",
  "M3TER_SIGNED_REQUEST",
  "AWS_INTEGRATION",
  "PADDLE_AUTH",
  "NETSUITE_AUTH",
  "CHARGEBEE_AUTH",
  "M3TER_APP_SIGNATURE",
  "M3TER_SERVICE_USER",
  "STRIPE_SIGNED_REQUEST",
  "HUBSPOT_ACCESS_TOKEN",
  "HUBSPOT_CLIENT_SECRET",
  "OPSGENIE_KEY",
  "SAP_BYD",
  "SLACK_WEBHOOK",
  "SAGE_INTACCT_CLIENT_CREDENTIALS",
  "SAGE_INTACCT_CLIENT_SECRET",
  "STATIC_API_KEY",
  NULL,
};
static const char *const destinations[] = {
  "WEBHOOK",
  "NETSUITE",
  "STRIPE",
  "STRIPE_TEST",
  "AWS",
  "PADDLE",
  "PADDLE_SANDBOX",
  "SALESFORCE",
  "XERO",
  "CHARGEBEE",
  "QUICKBOOKS",
  "QUICKBOOKS_SANDBOX",
  "M3TER",
  NULL,
};

static const char *
get_member (JsonObject *json,
            const char *name)
{
  return json_object_get_string_member_with_default (json, name, NULL);
}

static gboolean
is_accepted (JsonObject *body)
{
  g_autoptr (GList) names = json_object_get_members (body);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (body, l->data);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
          (g_strcmp0 (json_node_get_string (node), WRONG_SECRET) == 0 || *json_node_get_string (node) == '\0'))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_choice (ActSimulatorCall  *call,
              const char        *name,
              gboolean           required,
              const char *const *choices)
{
  const char *text = act_simulator_call_get_text (call, name, required);

  if (text == NULL)
    return call->status == 200;
  if (g_strv_contains (choices, text))
    return TRUE;

  act_simulator_call_refuse (call, 400, "%s is none of the values that it can have.", name);

  return FALSE;
}

static gboolean
check_body (ActSimulatorCall *call)
{
  return act_simulator_call_need_body (call) &&
         check_choice (call, "type", TRUE, types) &&
         check_choice (call, "destination", FALSE, destinations) &&
         (act_simulator_call_get_text (call, "name", FALSE) != NULL || call->status == 200);
}

static void
set_members (JsonObject *json,
             JsonObject *body)
{
  const char *type = get_member (body, "type");
  const char *destination = get_member (body, "destination");
  const char *name = get_member (body, "name");

  json_object_set_string_member (json, "type", type != NULL && *type != '\0' ? type : "HTTP_BASIC");
  json_object_set_string_member (json, "destination", destination != NULL ? destination : "M3TER");
  if (name != NULL)
    json_object_set_string_member (json, "name", name);
}

static ActSimulatorCredential *
find (ActSimulatorCall *call)
{
  ActSimulatorCredential *credential = act_simulator_world_find_credential (call->world, call->arguments[0]);

  if (credential == NULL)
    act_simulator_call_refuse (call, 404, "There is no credential with this id.");

  return credential;
}

/**
 * act_simulator_credential_take:
 * @world: a world
 * @body: what a call sent
 *
 * Makes a credential.
 *
 * Returns: (transfer none): its id
 */
const char *
act_simulator_credential_take (ActSimulatorWorld *world,
                               JsonObject        *body)
{
  JsonObject      *json = json_object_new ();
  g_autofree char *id = act_simulator_world_make_new_id (world);
  gint64           now = act_simulator_world_get_now (world);

  json_object_set_string_member (json, "id", id);
  json_object_set_int_member (json, "version", 1);
  set_members (json, body);
  act_simulator_world_add_audit (world, json, now, now);
  g_ptr_array_add (world->credentials, act_simulator_credential_new (json, is_accepted (body)));
  world->dirty = TRUE;

  return get_member (json, "id");
}

/**
 * act_simulator_credentials_list:
 * @call: a call
 *
 * Answers `GET integrationcredentials`.
 */
void
act_simulator_credentials_list (ActSimulatorCall *call)
{
  const char *destination = act_simulator_call_get_query (call, "destination");
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; i < call->world->credentials->len; i++)
    {
      ActSimulatorCredential *credential = g_ptr_array_index (call->world->credentials, i);

      if (!credential->deleted &&
          (destination == NULL || g_strcmp0 (destination, get_member (credential->json, "destination")) == 0))
        g_ptr_array_add (wanted, json_object_ref (credential->json));
    }

  act_simulator_call_answer_page (call, wanted, MAX_PAGE);
}

/**
 * act_simulator_credentials_get:
 * @call: a call
 *
 * Answers `GET integrationcredentials/{id}`.
 */
void
act_simulator_credentials_get (ActSimulatorCall *call)
{
  ActSimulatorCredential *credential = find (call);

  if (credential != NULL)
    act_simulator_call_answer_object (call, json_object_ref (credential->json));
}

/**
 * act_simulator_credentials_create:
 * @call: a call
 *
 * Answers `POST integrationcredentials`.
 */
void
act_simulator_credentials_create (ActSimulatorCall *call)
{
  ActSimulatorCredential *credential = NULL;
  const char             *id = NULL;

  if (!check_body (call))
    return;

  id = act_simulator_credential_take (call->world, call->body);
  credential = act_simulator_world_find_credential (call->world, id);
  act_simulator_call_answer_object (call, json_object_ref (credential->json));
  act_simulator_call_record (call, id, TRUE);
}

/**
 * act_simulator_credentials_update:
 * @call: a call
 *
 * Answers `PUT integrationcredentials/{id}`.
 */
void
act_simulator_credentials_update (ActSimulatorCall *call)
{
  ActSimulatorCredential *credential = find (call);

  if (credential == NULL || !check_body (call) || !act_simulator_call_check_version (call, credential->json))
    return;

  set_members (credential->json, call->body);
  credential->good = is_accepted (call->body);
  act_simulator_world_touch (call->world, credential->json);
  act_simulator_call_answer_object (call, json_object_ref (credential->json));
  act_simulator_call_record (call, get_member (credential->json, "id"), TRUE);
}

/**
 * act_simulator_credentials_delete:
 * @call: a call
 *
 * Answers `DELETE integrationcredentials/{id}` with what was deleted.
 */
void
act_simulator_credentials_delete (ActSimulatorCall *call)
{
  ActSimulatorCredential *credential = find (call);

  if (credential == NULL)
    return;

  credential->deleted = TRUE;
  act_simulator_call_answer_object (call, json_object_ref (credential->json));
  act_simulator_call_record (call, get_member (credential->json, "id"), TRUE);
}
