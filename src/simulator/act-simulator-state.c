/* What outlives a restart
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file has the seed, the time of the first start and the changes since. A world that is started
 * again on another day therefore has the same events at the same times, and what the options say about
 * seed and number of events is for a world without a file.
 */

#include "act-simulator-state.h"

#include "act-simulator-events.h"
#include "act-simulator-json.h"
#include "act-simulator-ledger.h"
#include "act-simulator-runs.h"
#include "act-simulator-state-writer.h"

#include <glib/gstdio.h>

static gboolean
get_index (JsonObject *json,
           const char *name,
           gint64      limit,
           guint      *value)
{
  gint64 number = 0;

  if (!act_simulator_json_get_integer (json, name, 0, limit - 1, &number))
    return FALSE;

  *value = (guint) number;

  return TRUE;
}

static gboolean
load_configurations (ActSimulatorWorld *world,
                     JsonArray         *array)
{
  static const char *const texts[] = { "id", "entityType", "destination", NULL };

  g_ptr_array_set_size (world->configurations, 0);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode                  *node = json_array_get_element (array, i);
      JsonObject                *outer = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      JsonObject                *json = outer != NULL ? act_simulator_json_get_object (outer, "json") : NULL;
      ActSimulatorConfiguration *configuration = NULL;
      guint                      errors = 0;

      if (json == NULL || !act_simulator_json_has_texts (json, texts) || !get_index (outer, "errors", G_MAXINT, &errors))
        return FALSE;

      configuration = act_simulator_configuration_new (json_object_ref (json));
      configuration->errors = errors;
      configuration->deleted = json_object_get_boolean_member_with_default (outer, "deleted", FALSE);
      g_ptr_array_add (world->configurations, configuration);
    }

  return world->configurations->len > 0;
}

static gboolean
load_credentials (ActSimulatorWorld *world,
                  JsonArray         *array)
{
  static const char *const texts[] = { "id", "type", "destination", NULL };

  g_ptr_array_set_size (world->credentials, 0);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode               *node = json_array_get_element (array, i);
      JsonObject             *outer = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      JsonObject             *json = outer != NULL ? act_simulator_json_get_object (outer, "json") : NULL;
      ActSimulatorCredential *credential = NULL;

      if (json == NULL || !act_simulator_json_has_texts (json, texts))
        return FALSE;

      credential = act_simulator_credential_new (json_object_ref (json),
                                                 json_object_get_boolean_member_with_default (outer, "good", FALSE));
      credential->deleted = json_object_get_boolean_member_with_default (outer, "deleted", FALSE);
      g_ptr_array_add (world->credentials, credential);
    }

  return TRUE;
}

static gboolean
load_actioned (ActSimulatorWorld *world,
               JsonArray         *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode  *node = json_array_get_element (array, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      gint64     numbers[2];

      if (pair == NULL || json_array_get_length (pair) != 2)
        return FALSE;

      for (guint k = 0; k < 2; k++)
        {
          JsonNode *number = json_array_get_element (pair, k);

          if (!JSON_NODE_HOLDS_VALUE (number) || json_node_get_value_type (number) != G_TYPE_INT64)
            return FALSE;
          numbers[k] = json_node_get_int (number);
        }

      g_hash_table_insert (world->actioned, g_memdup2 (&numbers[0], sizeof (gint64)), g_memdup2 (&numbers[1], sizeof (gint64)));
    }

  return TRUE;
}

static gboolean
read_place (ActSimulatorWorld *world,
            JsonObject        *json,
            guint             *message,
            guint             *account,
            guint             *bill,
            guint             *configuration)
{
  return get_index (json, "message", act_simulator_get_n_messages (), message) &&
         get_index (json, "account", world->n_accounts, account) &&
         get_index (json, "bill", world->n_accounts * world->n_bills_each, bill) &&
         get_index (json, "configuration", world->configurations->len, configuration);
}

static gboolean
load_added (ActSimulatorWorld *world,
            JsonArray         *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode          *node = json_array_get_element (array, i);
      JsonObject        *json = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      ActSimulatorEvent *event = g_new0 (ActSimulatorEvent, 1);
      gint64             sequence = 0;
      gint64             run = 0;

      if (json == NULL || !read_place (world, json, &event->message, &event->account, &event->bill, &event->configuration) ||
          !act_simulator_json_get_integer (json, "sequence", ACT_SIMULATOR_FIRST_ADDED, ACT_SIMULATOR_FIRST_REPLAY, &sequence) ||
          !act_simulator_json_get_integer (json, "time", G_MININT64 / 2, G_MAXINT64 / 2, &event->time_ms) ||
          !act_simulator_json_get_integer (json, "actioned", 0, G_MAXINT64 / 2, &event->actioned_ms) ||
          !act_simulator_json_get_integer (json, "run", 0, G_MAXUINT32, &run))
        {
          act_simulator_event_free (event);
          return FALSE;
        }

      event->sequence = (guint32) sequence;
      event->run = (guint32) run;
      event->event_name = g_strdup (json_object_get_string_member_with_default (json, "eventName", NULL));
      event->text = g_strdup (json_object_get_string_member_with_default (json, "text", NULL));
      if (json_object_has_member (json, "payload"))
        event->payload = json_node_copy (json_object_get_member (json, "payload"));
      act_simulator_events_insert (world, event);
    }

  return TRUE;
}

static gboolean
load_runs (ActSimulatorWorld *world,
           JsonArray         *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode        *node = json_array_get_element (array, i);
      JsonObject      *json = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      ActSimulatorRun *run = g_new0 (ActSimulatorRun, 1);

      if (json == NULL || !read_place (world, json, &run->message, &run->account, &run->bill, &run->configuration) ||
          !act_simulator_json_get_integer (json, "started", 0, G_MAXINT64 / 2, &run->started_ms) ||
          !act_simulator_json_get_integer (json, "due", 0, G_MAXINT64 / 2, &run->due_ms))
        {
          act_simulator_run_free (run);
          return FALSE;
        }

      run->number = (guint32) ACT_SIMULATOR_FIRST_REPLAY + i;
      run->original = g_strdup (json_object_get_string_member_with_default (json, "original", ""));
      run->status = g_strdup (json_object_get_string_member_with_default (json, "status", NULL));
      run->error = g_strdup (json_object_get_string_member_with_default (json, "error", NULL));
      run->ended = run->status != NULL;
      g_ptr_array_add (world->runs, run);
    }

  return TRUE;
}

static gboolean
is_mapping (JsonNode *node)
{
  static const char *const texts[] = { "id", "m3terEntity", "m3terId", "externalSystem", "externalTable", "externalId", NULL };

  return JSON_NODE_HOLDS_OBJECT (node) && act_simulator_json_has_texts (json_node_get_object (node), texts);
}

static gboolean
load_mappings (ActSimulatorWorld *world,
               JsonObject        *changed,
               JsonArray         *created)
{
  g_autoptr (GList) ids = json_object_get_members (changed);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (changed, l->data);

      if (!JSON_NODE_HOLDS_NULL (node) && !is_mapping (node))
        return FALSE;
      g_hash_table_insert (world->mappings, g_strdup (l->data), JSON_NODE_HOLDS_NULL (node) ? NULL : json_node_dup_object (node));
    }

  for (guint i = 0; i < json_array_get_length (created); i++)
    {
      JsonNode *node = json_array_get_element (created, i);

      if (!is_mapping (node))
        return FALSE;
      g_ptr_array_add (world->created, json_node_dup_object (node));
    }

  return TRUE;
}

static gboolean
load_ledger (ActSimulatorWorld *world,
             JsonArray         *array)
{
  static const char *const texts[] = { "method", "path", "id", NULL };

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      JsonObject *json = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      guint       status = 0;

      if (json == NULL || !act_simulator_json_has_texts (json, texts) || !get_index (json, "status", 1000, &status))
        return FALSE;

      act_simulator_ledger_add (world, json_object_get_string_member (json, "method"),
                                json_object_get_string_member (json, "path"),
                                json_object_get_string_member (json, "id"), status,
                                json_object_get_boolean_member_with_default (json, "changed", FALSE));
    }

  return TRUE;
}

static gboolean
load_changes (ActSimulatorWorld *world,
              JsonObject        *json)
{
  JsonArray  *configurations = act_simulator_json_get_array (json, "configurations");
  JsonArray  *credentials = act_simulator_json_get_array (json, "credentials");
  JsonArray  *actioned = act_simulator_json_get_array (json, "actioned");
  JsonArray  *added = act_simulator_json_get_array (json, "added");
  JsonArray  *runs = act_simulator_json_get_array (json, "runs");
  JsonArray  *created = act_simulator_json_get_array (json, "created");
  JsonArray  *ledger = act_simulator_json_get_array (json, "ledger");
  JsonObject *mappings = act_simulator_json_get_object (json, "mappings");

  return configurations != NULL && credentials != NULL && actioned != NULL && added != NULL && runs != NULL &&
         created != NULL && ledger != NULL && mappings != NULL &&
         get_index (json, "nCreated", G_MAXINT, &world->n_created) &&
         load_configurations (world, configurations) && load_credentials (world, credentials) &&
         load_actioned (world, actioned) && load_added (world, added) && load_runs (world, runs) &&
         load_mappings (world, mappings, created) && load_ledger (world, ledger);
}

static ActSimulatorWorld *
read_world (const ActSimulatorOptions *options,
            JsonObject                *json)
{
  g_autoptr (ActSimulatorWorld) world = NULL;
  g_autoptr (ActSimulatorOptions) kept = act_simulator_options_copy (options);
  const char *seed_text = json_object_get_string_member_with_default (json, "seed", "");
  guint64     seed = 0;
  guint       n_events = 0;
  gint64      version = 0;
  gint64      accounts = 0;
  gint64      base_ms = 0;
  gint64      clock_ms = 0;

  if (!act_simulator_json_get_integer (json, "version", ACT_SIMULATOR_STATE_VERSION, ACT_SIMULATOR_STATE_VERSION, &version) ||
      !g_ascii_string_to_unsigned (seed_text, 10, 0, G_MAXUINT64, &seed, NULL) ||
      !get_index (json, "events", ACT_SIMULATOR_MAX_EVENTS + 1, &n_events) ||
      (json_object_has_member (json, "accounts") &&
       !act_simulator_json_get_integer (json, "accounts", ACT_SIMULATOR_MIN_ACCOUNTS, ACT_SIMULATOR_MAX_ACCOUNTS, &accounts)) ||
      !act_simulator_json_get_integer (json, "base", 0, G_MAXINT64 / 2, &base_ms) ||
      !act_simulator_json_get_integer (json, "clock", 0, G_MAXINT64 / 2, &clock_ms))
    return NULL;

  kept->accounts = (guint) accounts;
  world = act_simulator_world_new (kept, seed, n_events, base_ms);
  if (!load_changes (world, json))
    return NULL;

  /* Time does not go back, whatever the options say. */
  world->clock_ms = MAX (world->clock_ms, clock_ms);
  world->dirty = FALSE;

  return g_steal_pointer (&world);
}

static void
set_aside (const char *path)
{
  g_autofree char *aside = g_strconcat (path, ".unreadable", NULL);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.unreadable-%u", path, i);
    }

  if (g_rename (path, aside) == 0)
    g_message ("The state in %s could not be read. It is %s now, and a new world was begun.", path, aside);
}

static ActSimulatorWorld *
make_new (const ActSimulatorOptions *options)
{
  gint64             base_ms = options->now_ms != 0 ? options->now_ms : g_get_real_time () / 1000;
  ActSimulatorWorld *world = act_simulator_world_new (options, options->seed, options->events, base_ms);

  world->dirty = TRUE;

  return world;
}

/**
 * act_simulator_state_load:
 * @options: options
 *
 * Makes the world of the state file, or a new one when there is no file. A file that cannot be read is
 * set aside under another name.
 *
 * Returns: (transfer full): the world
 */
ActSimulatorWorld *
act_simulator_state_load (const ActSimulatorOptions *options)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autoptr (GError) error = NULL;
  ActSimulatorWorld *world = NULL;
  gsize              length = 0;

  if (options->state_file == NULL)
    return make_new (options);

  if (!g_file_get_contents (options->state_file, &text, &length, &error))
    {
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        set_aside (options->state_file);
      return make_new (options);
    }

  json = act_simulator_json_read_object (text, length);
  if (json != NULL)
    world = read_world (options, json);
  if (world != NULL)
    return world;

  set_aside (options->state_file);

  return make_new (options);
}

/**
 * act_simulator_state_save:
 * @world: a world
 *
 * Writes the state file, if there is to be one.
 */
void
act_simulator_state_save (ActSimulatorWorld *world)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  world->dirty = FALSE;
  if (world->options->state_file == NULL)
    return;

  text = act_simulator_state_write (world);
  if (!g_file_set_contents_full (world->options->state_file, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_message ("The state could not be kept: %s", error->message);
}
