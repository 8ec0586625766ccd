/* The changes of a world, as a text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-state-writer.h"

#include "act-simulator-events.h"
#include "act-simulator-ledger.h"
#include "act-simulator-runs.h"

static JsonObject *
wrap (JsonObject *json)
{
  JsonObject *wrapped = json_object_new ();

  json_object_set_object_member (wrapped, "json", json_object_ref (json));

  return wrapped;
}

static JsonArray *
save_configurations (ActSimulatorWorld *world)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < world->configurations->len; i++)
    {
      ActSimulatorConfiguration *configuration = g_ptr_array_index (world->configurations, i);
      JsonObject                *json = wrap (configuration->json);

      json_object_set_int_member (json, "errors", configuration->errors);
      json_object_set_boolean_member (json, "deleted", configuration->deleted);
      json_array_add_object_element (array, json);
    }

  return array;
}

static JsonArray *
save_credentials (ActSimulatorWorld *world)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < world->credentials->len; i++)
    {
      ActSimulatorCredential *credential = g_ptr_array_index (world->credentials, i);
      JsonObject             *json = wrap (credential->json);

      json_object_set_boolean_member (json, "good", credential->good);
      json_object_set_boolean_member (json, "deleted", credential->deleted);
      json_array_add_object_element (array, json);
    }

  return array;
}

static JsonArray *
save_actioned (ActSimulatorWorld *world)
{
  JsonArray     *array = json_array_sized_new (g_hash_table_size (world->actioned));
  GHashTableIter iter;
  gpointer       key = NULL;
  gpointer       value = NULL;

  g_hash_table_iter_init (&iter, world->actioned);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      JsonArray *pair = json_array_new ();

      json_array_add_int_element (pair, *(gint64 *) key);
      json_array_add_int_element (pair, *(gint64 *) value);
      json_array_add_array_element (array, pair);
    }

  return array;
}

static JsonArray *
save_added (ActSimulatorWorld *world)
{
  JsonArray *array = json_array_sized_new (world->added->len);

  for (guint i = 0; i < world->added->len; i++)
    {
      ActSimulatorEvent *event = g_ptr_array_index (world->added, i);
      JsonObject        *json = json_object_new ();

      json_object_set_int_member (json, "sequence", event->sequence);
      json_object_set_int_member (json, "time", event->time_ms);
      json_object_set_int_member (json, "message", event->message);
      json_object_set_int_member (json, "account", event->account);
      json_object_set_int_member (json, "bill", event->bill);
      json_object_set_int_member (json, "configuration", event->configuration);
      json_object_set_int_member (json, "run", event->run);
      json_object_set_int_member (json, "actioned", event->actioned_ms);
      if (event->event_name != NULL)
        json_object_set_string_member (json, "eventName", event->event_name);
      if (event->text != NULL)
        json_object_set_string_member (json, "text", event->text);
      if (event->payload != NULL)
        json_object_set_member (json, "payload", json_node_copy (event->payload));
      json_array_add_object_element (array, json);
    }

  return array;
}

static JsonArray *
save_runs (ActSimulatorWorld *world)
{
  JsonArray *array = json_array_sized_new (world->runs->len);

  for (guint i = 0; i < world->runs->len; i++)
    {
      ActSimulatorRun *run = g_ptr_array_index (world->runs, i);
      JsonObject      *json = json_object_new ();

      json_object_set_int_member (json, "message", run->message);
      json_object_set_int_member (json, "account", run->account);
      json_object_set_int_member (json, "bill", run->bill);
      json_object_set_int_member (json, "configuration", run->configuration);
      json_object_set_int_member (json, "started", run->started_ms);
      json_object_set_int_member (json, "due", run->due_ms);
      json_object_set_string_member (json, "original", run->original);
      if (run->ended)
        json_object_set_string_member (json, "status", run->status);
      if (run->error != NULL)
        json_object_set_string_member (json, "error", run->error);
      json_array_add_object_element (array, json);
    }

  return array;
}

static JsonObject *
save_mappings (ActSimulatorWorld *world)
{
  JsonObject    *json = json_object_new ();
  GHashTableIter iter;
  gpointer       key = NULL;
  gpointer       value = NULL;

  g_hash_table_iter_init (&iter, world->mappings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      if (value != NULL)
        json_object_set_object_member (json, key, json_object_ref (value));
      else
        json_object_set_null_member (json, key);
    }

  return json;
}

static JsonArray *
save_created (ActSimulatorWorld *world)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < world->created->len; i++)
    json_array_add_object_element (array, json_object_ref (g_ptr_array_index (world->created, i)));

  return array;
}

/**
 * act_simulator_state_write:
 * @world: a world
 *
 * Returns: (transfer full): what act_simulator_state_load() reads, as JSON
 */
char *
act_simulator_state_write (ActSimulatorWorld *world)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, world->seed);
  JsonObject      *json = json_object_new ();

  json_object_set_int_member (json, "version", ACT_SIMULATOR_STATE_VERSION);
  json_object_set_string_member (json, "seed", seed);
  json_object_set_int_member (json, "events", world->n_events);
  json_object_set_int_member (json, "accounts", world->n_accounts);
  json_object_set_int_member (json, "base", world->base_ms);
  json_object_set_int_member (json, "clock", act_simulator_world_get_now (world));
  json_object_set_int_member (json, "nCreated", world->n_created);
  json_object_set_array_member (json, "configurations", save_configurations (world));
  json_object_set_array_member (json, "credentials", save_credentials (world));
  json_object_set_array_member (json, "actioned", save_actioned (world));
  json_object_set_array_member (json, "added", save_added (world));
  json_object_set_array_member (json, "runs", save_runs (world));
  json_object_set_object_member (json, "mappings", save_mappings (world));
  json_object_set_array_member (json, "created", save_created (world));
  json_object_set_member (json, "ledger", act_simulator_ledger_to_json (world));
  json_node_take_object (node, json);

  return json_to_string (node, FALSE);
}
