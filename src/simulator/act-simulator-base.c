/* What the organisation has at the start
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-base.h"

#include "act-simulator-random.h"

#define DAY_MS   G_GINT64_CONSTANT (86400000)
#define AGE_DAYS 400

typedef struct
{
  const char *name;
  const char *type;
  const char *destination;
  gboolean    good;
  guint       age_days;
} ActSimulatorBaseCredential;

typedef struct
{
  const char        *name;
  const char        *entity_type;
  ActSimulatorSystem system;
  guint              credential;
  gboolean           enabled;
  guint              errors;
  const char        *data;
} ActSimulatorBaseConfiguration;

static const ActSimulatorBaseCredential base_credentials[] = {
  { "Chargebee, live site", "CHARGEBEE_AUTH", "CHARGEBEE", TRUE, 12 },
  { "NetSuite, certificate of last year", "NETSUITE_AUTH", "NETSUITE", FALSE, 380 },
  { "Salesforce, integration user", "OAUTH_CODE", "SALESFORCE", TRUE, 210 },
  { "Usage alerts, signing key", "M3TER_SIGNED_REQUEST", "WEBHOOK", TRUE, 160 },
  { "Chargebee, site for the EU", "CHARGEBEE_AUTH", "CHARGEBEE", TRUE, 90 },
  { "NetSuite, trial account", "NETSUITE_AUTH", "NETSUITE", FALSE, 395 },
};

static const ActSimulatorBaseConfiguration base_configurations[] = {
  { "Chargebee invoices", "Bill", ACT_SIMULATOR_SYSTEM_CHARGEBEE, 0, TRUE, 1,
    "{\"site\":\"quillwort\",\"groupLines\":false,\"autoCollection\":true,\"invoiceNote\":\"Thank you\"}" },
  { "Chargebee invoices (EU)", "Bill", ACT_SIMULATOR_SYSTEM_CHARGEBEE, 4, TRUE, 0,
    "{\"site\":\"quillwort-eu\",\"groupLines\":false,\"autoCollection\":false}" },
  { "NetSuite invoices", "Bill", ACT_SIMULATOR_SYSTEM_NETSUITE, 1, TRUE, 4,
    "{\"subsidiary\":\"3\",\"groupLines\":true,\"transactionDate\":\"BILL_DATE\",\"customFields\":{\"cseg_region\":\"EMEA\"}}" },
  { "NetSuite customers", "Account", ACT_SIMULATOR_SYSTEM_NETSUITE, 1, FALSE, 10,
    "{\"subsidiary\":\"3\",\"createMissing\":false}" },
  { "Salesforce accounts", "Account", ACT_SIMULATOR_SYSTEM_SALESFORCE, 2, TRUE, 0,
    "{\"object\":\"Account\",\"syncEvery\":\"PT1H\",\"fields\":[\"BillingState\",\"Industry\"]}" },
  { "Usage alerts", "Notification", ACT_SIMULATOR_SYSTEM_WEBHOOK, 3, FALSE, 10,
    "{\"retries\":3}" },
};

static void
add_credential (ActSimulatorWorld                *world,
                guint                             index,
                const ActSimulatorBaseCredential *base)
{
  g_autofree char *id = act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_CREDENTIAL, index);
  JsonObject      *json = json_object_new ();
  gint64           created = world->base_ms - (gint64) base->age_days * DAY_MS;

  json_object_set_string_member (json, "id", id);
  json_object_set_int_member (json, "version", 1);
  json_object_set_string_member (json, "type", base->type);
  json_object_set_string_member (json, "destination", base->destination);
  json_object_set_string_member (json, "name", base->name);
  act_simulator_world_add_audit (world, json, created, created);

  g_ptr_array_add (world->credentials, act_simulator_credential_new (json, base->good));
}

static void
add_configuration (ActSimulatorWorld                   *world,
                   guint                                index,
                   const ActSimulatorBaseConfiguration *base)
{
  g_autofree char *id = act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_CONFIGURATION, index);
  g_autofree char *credential = act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_CREDENTIAL, base->credential);
  g_autoptr (JsonNode) data = json_from_string (base->data, NULL);
  JsonObject                *json = json_object_new ();
  ActSimulatorConfiguration *configuration = NULL;

  json_object_set_string_member (json, "id", id);
  json_object_set_int_member (json, "version", 3 + (gint64) index);
  json_object_set_string_member (json, "name", base->name);
  json_object_set_string_member (json, "entityType", base->entity_type);
  json_object_set_string_member (json, "destination", act_simulator_world_get_system_name (base->system));
  if (base->system == ACT_SIMULATOR_SYSTEM_WEBHOOK)
    {
      g_autofree char *destination = act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_DESTINATION, 0);

      json_object_set_string_member (json, "destinationId", destination);
    }
  json_object_set_member (json, "configData", g_steal_pointer (&data));
  json_object_set_boolean_member (json, "enabled", base->enabled);
  json_object_set_string_member (json, "integrationCredentialsId", credential);
  act_simulator_world_add_audit (world, json, world->base_ms - AGE_DAYS * DAY_MS, world->base_ms - 30 * DAY_MS);

  configuration = act_simulator_configuration_new (json);
  configuration->errors = base->errors;
  g_ptr_array_add (world->configurations, configuration);
}

/**
 * act_simulator_base_fill:
 * @world: a world with no configurations and no credentials
 *
 * Gives the organisation its configurations and credentials.
 */
void
act_simulator_base_fill (ActSimulatorWorld *world)
{
  for (guint i = 0; i < G_N_ELEMENTS (base_credentials); i++)
    add_credential (world, i, &base_credentials[i]);
  for (guint i = 0; i < G_N_ELEMENTS (base_configurations); i++)
    add_configuration (world, i, &base_configurations[i]);
}
