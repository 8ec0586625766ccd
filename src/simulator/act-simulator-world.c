/* The organisation that the simulator pretends to be
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-world.h"

#include "act-simulator-base.h"
#include "act-simulator-events.h"
#include "act-simulator-ledger.h"
#include "act-simulator-random.h"
#include "act-simulator-runs.h"

#define EVENTS_PER_ACCOUNT 25
#define MIN_BILLS          4
#define MAX_BILLS          200

static const char *const system_names[ACT_SIMULATOR_N_SYSTEMS] = { "Chargebee", "NetSuite", "Salesforce", "Webhook" };
static const char *const system_tables[ACT_SIMULATOR_N_SYSTEMS] = { "Customer", "Customer", "Account", "" };

static void
free_json (gpointer json)
{
  if (json != NULL)
    json_object_unref (json);
}

static void
make_keys (ActSimulatorWorld *self)
{
  self->org_id = act_simulator_make_id (self->seed, ACT_SIMULATOR_STREAM_ORGANISATION, 0);
  self->api_key = g_strdup_printf ("demo%016" G_GINT64_MODIFIER "x",
                                   act_simulator_random_at (self->seed, ACT_SIMULATOR_STREAM_KEY, 0));
  self->api_secret = g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x",
                                      act_simulator_random_at (self->seed, ACT_SIMULATOR_STREAM_KEY, 1),
                                      act_simulator_random_at (self->seed, ACT_SIMULATOR_STREAM_KEY, 2));
  self->user = act_simulator_make_id (self->seed, ACT_SIMULATOR_STREAM_USER, 0);
}

/**
 * act_simulator_world_new:
 * @options: options
 * @seed: the seed, which need not be the one of the options
 * @n_events: how many events there are at the start
 * @base_ms: the time of the start, in milliseconds since 1970
 *
 * Makes a world. Its clock is at the time of the options, or else at the computer's.
 *
 * Returns: (transfer full): the world
 */
ActSimulatorWorld *
act_simulator_world_new (const ActSimulatorOptions *options,
                         guint64                    seed,
                         guint                      n_events,
                         gint64                     base_ms)
{
  ActSimulatorWorld *self = g_new0 (ActSimulatorWorld, 1);

  self->options = act_simulator_options_copy (options);
  self->faults = act_simulator_faults_new ();
  for (guint i = 0; options->faults != NULL && options->faults[i] != NULL; i++)
    act_simulator_faults_set_from_text (self->faults, options->faults[i], NULL);

  self->seed = seed;
  self->n_events = n_events;
  self->base_ms = base_ms;
  self->clock_ms = options->now_ms != 0 ? options->now_ms : g_get_real_time () / 1000;
  self->clock_started_us = g_get_monotonic_time ();
  self->n_accounts = options->accounts != 0 ? options->accounts : n_events / EVENTS_PER_ACCOUNT;
  self->n_accounts = CLAMP (self->n_accounts / 4 * 4, ACT_SIMULATOR_MIN_ACCOUNTS, ACT_SIMULATOR_MAX_ACCOUNTS);
  self->n_bills_each = CLAMP (n_events / (self->n_accounts * 3), MIN_BILLS, MAX_BILLS);
  make_keys (self);

  self->configurations = g_ptr_array_new_with_free_func ((GDestroyNotify) act_simulator_configuration_free);
  self->credentials = g_ptr_array_new_with_free_func ((GDestroyNotify) act_simulator_credential_free);
  self->actioned = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->added = g_ptr_array_new_with_free_func ((GDestroyNotify) act_simulator_event_free);
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) act_simulator_run_free);
  self->run_edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_json);
  self->run_logs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->created = g_ptr_array_new_with_free_func (free_json);
  self->mappings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_json);
  self->ledger = g_ptr_array_new_with_free_func ((GDestroyNotify) act_simulator_ledger_entry_free);
  act_simulator_base_fill (self);

  return self;
}

/**
 * act_simulator_world_free:
 * @self: (transfer full): a world
 *
 * Frees the world.
 */
void
act_simulator_world_free (ActSimulatorWorld *self)
{
  act_simulator_options_free (self->options);
  act_simulator_faults_free (self->faults);
  g_free (self->org_id);
  g_free (self->api_key);
  g_free (self->api_secret);
  g_free (self->key_org_id);
  g_free (self->user);
  g_ptr_array_unref (self->configurations);
  g_ptr_array_unref (self->credentials);
  g_hash_table_unref (self->actioned);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->runs);
  g_hash_table_unref (self->run_edits);
  g_hash_table_unref (self->run_logs);
  g_ptr_array_unref (self->created);
  g_hash_table_unref (self->mappings);
  g_ptr_array_unref (self->ledger);
  g_free (self);
}

/**
 * act_simulator_world_get_now:
 * @self: a world
 *
 * Returns: the time in the world, in milliseconds since 1970
 */
gint64
act_simulator_world_get_now (ActSimulatorWorld *self)
{
  return self->clock_ms + (g_get_monotonic_time () - self->clock_started_us) / 1000;
}

/**
 * act_simulator_world_make_new_id:
 * @self: a world
 *
 * Makes the id of something that a call creates.
 *
 * Returns: (transfer full): an id that nothing has
 */
char *
act_simulator_world_make_new_id (ActSimulatorWorld *self)
{
  return act_simulator_make_id (self->seed, ACT_SIMULATOR_STREAM_CHANGE, self->n_created++);
}

/**
 * act_simulator_world_get_configuration:
 * @self: a world
 * @index: the index of a configuration
 *
 * Returns: (transfer none): the configuration, even when it is deleted
 */
ActSimulatorConfiguration *
act_simulator_world_get_configuration (ActSimulatorWorld *self,
                                       guint              index)
{
  g_return_val_if_fail (index < self->configurations->len, NULL);

  return g_ptr_array_index (self->configurations, index);
}

/**
 * act_simulator_world_find_configuration:
 * @self: a world
 * @id: (nullable): an id from anywhere
 * @index: (out) (optional): return location for its index
 *
 * Returns: (transfer none) (nullable): the configuration, unless there is none
 */
ActSimulatorConfiguration *
act_simulator_world_find_configuration (ActSimulatorWorld *self,
                                        const char        *id,
                                        guint             *index)
{
  for (guint i = 0; i < self->configurations->len; i++)
    {
      ActSimulatorConfiguration *configuration = g_ptr_array_index (self->configurations, i);

      if (configuration->deleted || g_strcmp0 (json_object_get_string_member (configuration->json, "id"), id) != 0)
        continue;

      if (index != NULL)
        *index = i;
      return configuration;
    }

  return NULL;
}

/**
 * act_simulator_world_find_credential:
 * @self: a world
 * @id: (nullable): an id from anywhere
 *
 * Returns: (transfer none) (nullable): the credential, unless there is none
 */
ActSimulatorCredential *
act_simulator_world_find_credential (ActSimulatorWorld *self,
                                     const char        *id)
{
  for (guint i = 0; i < self->credentials->len; i++)
    {
      ActSimulatorCredential *credential = g_ptr_array_index (self->credentials, i);

      if (!credential->deleted && g_strcmp0 (json_object_get_string_member (credential->json, "id"), id) == 0)
        return credential;
    }

  return NULL;
}

/**
 * act_simulator_world_is_authorized:
 * @self: a world
 * @configuration: one of its configurations
 *
 * Returns: whether the other system accepts the configuration's credential
 */
gboolean
act_simulator_world_is_authorized (ActSimulatorWorld         *self,
                                   ActSimulatorConfiguration *configuration)
{
  const char             *id = json_object_get_string_member_with_default (configuration->json, "integrationCredentialsId", NULL);
  ActSimulatorCredential *credential = act_simulator_world_find_credential (self, id);

  return credential != NULL && credential->good;
}

/**
 * act_simulator_world_find_system:
 * @name: the name of an external system, in any case
 *
 * Returns: an #ActSimulatorSystem, or -1 when it is none that this organisation has
 */
int
act_simulator_world_find_system (const char *name)
{
  for (int i = 0; i < ACT_SIMULATOR_N_SYSTEMS; i++)
    {
      if (g_ascii_strcasecmp (system_names[i], name) == 0)
        return i;
    }

  return -1;
}

/**
 * act_simulator_world_get_system_name:
 * @system: an external system
 *
 * Returns: its name
 */
const char *
act_simulator_world_get_system_name (ActSimulatorSystem system)
{
  g_return_val_if_fail ((guint) system < ACT_SIMULATOR_N_SYSTEMS, NULL);

  return system_names[system];
}

/**
 * act_simulator_world_get_system_table:
 * @system: an external system
 *
 * Returns: the table that accounts are mapped to
 */
const char *
act_simulator_world_get_system_table (ActSimulatorSystem system)
{
  g_return_val_if_fail ((guint) system < ACT_SIMULATOR_N_SYSTEMS, NULL);

  return system_tables[system];
}

/**
 * act_simulator_world_add_audit:
 * @self: a world
 * @json: what the API answers
 * @created_ms: when it was created
 * @modified_ms: when it was last changed
 *
 * Says when a thing was made and changed, and by whom.
 */
void
act_simulator_world_add_audit (ActSimulatorWorld *self,
                               JsonObject        *json,
                               gint64             created_ms,
                               gint64             modified_ms)
{
  g_autofree char *created = act_simulator_format_time (created_ms);
  g_autofree char *modified = act_simulator_format_time (modified_ms);

  json_object_set_string_member (json, "dtCreated", created);
  json_object_set_string_member (json, "dtLastModified", modified);
  json_object_set_string_member (json, "createdBy", self->user);
  json_object_set_string_member (json, "lastModifiedBy", self->user);
}

/**
 * act_simulator_world_touch:
 * @self: a world
 * @json: what the API answers
 *
 * Gives a changed thing its next version and the time of the change.
 */
void
act_simulator_world_touch (ActSimulatorWorld *self,
                           JsonObject        *json)
{
  g_autofree char *modified = act_simulator_format_time (act_simulator_world_get_now (self));

  json_object_set_int_member (json, "version", json_object_get_int_member_with_default (json, "version", 0) + 1);
  json_object_set_string_member (json, "dtLastModified", modified);
  self->dirty = TRUE;
}

/**
 * act_simulator_configuration_new:
 * @json: (transfer full): what the API answers
 *
 * Returns: (transfer full): a configuration
 */
ActSimulatorConfiguration *
act_simulator_configuration_new (JsonObject *json)
{
  ActSimulatorConfiguration *self = g_new0 (ActSimulatorConfiguration, 1);

  self->json = json;

  return self;
}

/**
 * act_simulator_configuration_free:
 * @self: (transfer full): a configuration
 *
 * Frees the configuration.
 */
void
act_simulator_configuration_free (ActSimulatorConfiguration *self)
{
  json_object_unref (self->json);
  g_free (self);
}

/**
 * act_simulator_credential_new:
 * @json: (transfer full): what the API answers
 * @good: whether the other system accepts it
 *
 * Returns: (transfer full): a credential
 */
ActSimulatorCredential *
act_simulator_credential_new (JsonObject *json,
                              gboolean    good)
{
  ActSimulatorCredential *self = g_new0 (ActSimulatorCredential, 1);

  self->json = json;
  self->good = good;

  return self;
}

/**
 * act_simulator_credential_free:
 * @self: (transfer full): a credential
 *
 * Frees the credential.
 */
void
act_simulator_credential_free (ActSimulatorCredential *self)
{
  json_object_unref (self->json);
  g_free (self);
}
