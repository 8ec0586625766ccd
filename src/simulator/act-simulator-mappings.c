/* External mappings: which record of another system is which account
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-mappings.h"

#include "act-simulator-accounts.h"
#include "act-simulator-json.h"
#include "act-simulator-random.h"

#include <string.h>

#define DAY_MS   G_GINT64_CONSTANT (86400000)
#define MAX_PAGE 200

static const char *const written_members[] = { "m3terEntity", "m3terId", "externalSystem", "externalTable", "externalId" };

static const char *
get_member (JsonObject *json,
            const char *name)
{
  return json_object_get_string_member_with_default (json, name, NULL);
}

/* One account of four lacks a mapping in each system; of some of them it came after the error. */
static gboolean
is_in_base (guint account,
            guint system)
{
  return account % 4 != system + 1 || account % 16 < 4;
}

static char *
make_base_id (ActSimulatorWorld *world,
              guint              account,
              guint              system)
{
  return act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_MAPPING,
                                account * ACT_SIMULATOR_N_MAPPED_SYSTEMS + system);
}

static JsonObject *
describe_base (ActSimulatorWorld *world,
               guint              account,
               guint              system)
{
  g_autofree char *id = make_base_id (world, account, system);
  g_autofree char *account_id = act_simulator_account_dup_id (world, account);
  g_autofree char *external = act_simulator_mapping_dup_external_id (world, account, (ActSimulatorSystem) system);
  gint64           created = world->base_ms - (account % 4 == system + 1 ? DAY_MS / 2 : (100 + account) * DAY_MS);
  JsonObject      *json = json_object_new ();

  json_object_set_string_member (json, "id", id);
  json_object_set_int_member (json, "version", 1);
  json_object_set_string_member (json, "m3terEntity", "Account");
  json_object_set_string_member (json, "m3terId", account_id);
  json_object_set_string_member (json, "externalSystem", act_simulator_world_get_system_name ((ActSimulatorSystem) system));
  json_object_set_string_member (json, "externalTable", act_simulator_world_get_system_table ((ActSimulatorSystem) system));
  json_object_set_string_member (json, "externalId", external);
  act_simulator_world_add_audit (world, json, created, created);

  return json;
}

static JsonObject *
find_base (ActSimulatorWorld *world,
           guint              account,
           guint              system)
{
  g_autofree char *id = make_base_id (world, account, system);
  gpointer         changed = NULL;

  if (!is_in_base (account, system))
    return NULL;
  if (!g_hash_table_lookup_extended (world->mappings, id, NULL, &changed))
    return describe_base (world, account, system);

  return changed != NULL ? json_object_ref (changed) : NULL;
}

/* With an account's number, at least the mappings of this account; else all. */
static GPtrArray *
collect (ActSimulatorWorld *world,
         guint              only)
{
  gboolean may_skip = only < world->n_accounts && g_hash_table_size (world->mappings) == 0;
  g_autoptr (GPtrArray) mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; i < world->created->len; i++)
    g_ptr_array_add (mappings, json_object_ref (g_ptr_array_index (world->created, i)));

  for (guint account = may_skip ? only : 0; account < (may_skip ? only + 1 : world->n_accounts); account++)
    {
      for (guint system = 0; system < ACT_SIMULATOR_N_MAPPED_SYSTEMS; system++)
        {
          JsonObject *mapping = find_base (world, account, system);

          if (mapping != NULL)
            g_ptr_array_add (mappings, mapping);
        }
    }

  return g_steal_pointer (&mappings);
}

static JsonObject *
find (ActSimulatorWorld *world,
      const char        *id,
      guint             *created)
{
  guint32 number = 0;

  *created = G_MAXUINT;
  for (guint i = 0; i < world->created->len; i++)
    {
      if (g_strcmp0 (get_member (g_ptr_array_index (world->created, i), "id"), id) == 0)
        {
          *created = i;
          return json_object_ref (g_ptr_array_index (world->created, i));
        }
    }

  if (!act_simulator_find_index (world->seed, ACT_SIMULATOR_STREAM_MAPPING, id, &number) ||
      number >= world->n_accounts * ACT_SIMULATOR_N_MAPPED_SYSTEMS)
    return NULL;

  return find_base (world, number / ACT_SIMULATOR_N_MAPPED_SYSTEMS, number % ACT_SIMULATOR_N_MAPPED_SYSTEMS);
}

/* No control characters, no space at either end, and inside no white space but plain spaces. */
static gboolean
is_plain (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || text[0] == ' ' || text[length - 1] == ' ')
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_iscntrl (text[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_body (ActSimulatorCall *call,
           JsonObject       *mapping)
{
  const char *configuration = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (written_members); i++)
    {
      const char *text = act_simulator_call_get_text (call, written_members[i], TRUE);

      if (text == NULL)
        return FALSE;
      if (!is_plain (text))
        {
          act_simulator_call_refuse (call, 400, "%s must have no control characters and no space at either end.",
                                     written_members[i]);
          return FALSE;
        }
      json_object_set_string_member (mapping, written_members[i], text);
    }

  configuration = act_simulator_call_get_text (call, "integrationConfigId", FALSE);
  if (call->status != 200)
    return FALSE;
  if (configuration != NULL && act_simulator_world_find_configuration (call->world, configuration, NULL) == NULL)
    {
      act_simulator_call_refuse (call, 400, "integrationConfigId names no integration configuration.");
      return FALSE;
    }

  json_object_remove_member (mapping, "integrationConfigId");
  if (configuration != NULL)
    json_object_set_string_member (mapping, "integrationConfigId", configuration);

  return TRUE;
}

static gboolean
fits (JsonObject *mapping,
      const char *system,
      GStrv       ids,
      const char *configuration)
{
  return (system == NULL || g_ascii_strcasecmp (system, get_member (mapping, "externalSystem")) == 0) &&
         (*ids == NULL || g_strv_contains ((const char *const *) ids, get_member (mapping, "m3terId"))) &&
         (configuration == NULL || g_strcmp0 (configuration, get_member (mapping, "integrationConfigId")) == 0);
}

static void
refuse_unknown (ActSimulatorCall *call)
{
  act_simulator_call_refuse (call, 404, "There is no external mapping with this id.");
}

/**
 * act_simulator_mapping_dup_external_id:
 * @world: a world
 * @account: the index of an account
 * @system: an external system
 *
 * Returns: (transfer full): the id of the record in the other system that is this account
 */
char *
act_simulator_mapping_dup_external_id (ActSimulatorWorld *world,
                                       guint              account,
                                       ActSimulatorSystem system)
{
  guint64 number = act_simulator_random_at (world->seed, ACT_SIMULATOR_STREAM_MAPPING,
                                            (guint64) account * ACT_SIMULATOR_N_SYSTEMS + system);

  if (system == ACT_SIMULATOR_SYSTEM_NETSUITE)
    return g_strdup_printf ("%u", 20000 + account);
  if (system == ACT_SIMULATOR_SYSTEM_SALESFORCE)
    return g_strdup_printf ("001%012" G_GINT64_MODIFIER "xAAA", number & G_GUINT64_CONSTANT (0xffffffffffff));

  return g_strdup_printf ("cus_%012" G_GINT64_MODIFIER "x", number & G_GUINT64_CONSTANT (0xffffffffffff));
}

/**
 * act_simulator_mapping_exists:
 * @world: a world
 * @account: the index of an account
 * @system: an #ActSimulatorSystem, or -1
 *
 * Returns: whether the account has a mapping in this system, or needs none
 */
gboolean
act_simulator_mapping_exists (ActSimulatorWorld *world,
                              guint              account,
                              int                system)
{
  g_autofree char *id = act_simulator_account_dup_id (world, account);
  g_autoptr (GPtrArray) mappings = NULL;
  const char *name = NULL;

  if (system < 0 || system >= ACT_SIMULATOR_N_MAPPED_SYSTEMS)
    return TRUE;

  name = act_simulator_world_get_system_name ((ActSimulatorSystem) system);
  mappings = collect (world, account);
  for (guint i = 0; i < mappings->len; i++)
    {
      JsonObject *mapping = g_ptr_array_index (mappings, i);

      if (g_ascii_strcasecmp (get_member (mapping, "m3terId"), id) == 0 &&
          g_ascii_strcasecmp (get_member (mapping, "externalSystem"), name) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * act_simulator_mappings_list:
 * @call: a call
 *
 * Answers `GET externalmappings`.
 */
void
act_simulator_mappings_list (ActSimulatorCall *call)
{
  const char *system = act_simulator_call_get_query (call, "externalSystemId");
  const char *configuration = act_simulator_call_get_query (call, "integrationConfigId");
  g_auto (GStrv) ids = act_simulator_call_dup_list (call, "m3terIds");
  g_autoptr (GPtrArray) all = collect (call->world, G_MAXUINT);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      JsonObject *mapping = g_ptr_array_index (all, i);

      if (fits (mapping, system, ids, configuration))
        g_ptr_array_add (wanted, json_object_ref (mapping));
    }

  act_simulator_call_answer_page (call, wanted, MAX_PAGE);
}

/**
 * act_simulator_mappings_list_of_entity:
 * @call: a call
 *
 * Answers `GET externalmappings/external/{entity}/{m3terId}`.
 */
void
act_simulator_mappings_list_of_entity (ActSimulatorCall *call)
{
  guint    account = G_MAXUINT;
  gboolean is_account = act_simulator_account_find (call->world, call->arguments[1], &account);
  g_autoptr (GPtrArray) all = collect (call->world, is_account ? account : G_MAXUINT);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      JsonObject *mapping = g_ptr_array_index (all, i);

      if (g_ascii_strcasecmp (call->arguments[0], get_member (mapping, "m3terEntity")) == 0 &&
          g_ascii_strcasecmp (call->arguments[1], get_member (mapping, "m3terId")) == 0)
        g_ptr_array_add (wanted, json_object_ref (mapping));
    }

  act_simulator_call_answer_page (call, wanted, MAX_PAGE);
}

/**
 * act_simulator_mappings_list_of_record:
 * @call: a call
 *
 * Answers `GET externalmappings/externalid/{system}/{externalTable}/{externalId}`.
 */
void
act_simulator_mappings_list_of_record (ActSimulatorCall *call)
{
  g_autoptr (GPtrArray) all = collect (call->world, G_MAXUINT);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      JsonObject *mapping = g_ptr_array_index (all, i);

      if (g_ascii_strcasecmp (call->arguments[0], get_member (mapping, "externalSystem")) == 0 &&
          g_ascii_strcasecmp (call->arguments[1], get_member (mapping, "externalTable")) == 0 &&
          strcmp (call->arguments[2], get_member (mapping, "externalId")) == 0)
        g_ptr_array_add (wanted, json_object_ref (mapping));
    }

  act_simulator_call_answer_page (call, wanted, MAX_PAGE);
}

/**
 * act_simulator_mappings_get:
 * @call: a call
 *
 * Answers `GET externalmappings/{id}`.
 */
void
act_simulator_mappings_get (ActSimulatorCall *call)
{
  guint       created = 0;
  JsonObject *mapping = find (call->world, call->arguments[0], &created);

  if (mapping != NULL)
    act_simulator_call_answer_object (call, mapping);
  else
    refuse_unknown (call);
}

/**
 * act_simulator_mappings_add:
 * @call: a call whose body is a mapping
 *
 * Creates the mapping and answers with it. The same mapping may be created twice.
 *
 * Returns: (transfer full) (nullable): its id; %NULL when the call is refused
 */
char *
act_simulator_mappings_add (ActSimulatorCall *call)
{
  g_autoptr (JsonObject) mapping = json_object_new ();
  gint64 now = act_simulator_world_get_now (call->world);
  char  *id = NULL;

  if (!act_simulator_call_need_body (call) || !read_body (call, mapping))
    return NULL;

  id = act_simulator_world_make_new_id (call->world);
  json_object_set_string_member (mapping, "id", id);
  json_object_set_int_member (mapping, "version", 1);
  act_simulator_world_add_audit (call->world, mapping, now, now);
  g_ptr_array_insert (call->world->created, 0, json_object_ref (mapping));
  call->world->dirty = TRUE;
  act_simulator_call_answer_object (call, g_steal_pointer (&mapping));

  return id;
}

/**
 * act_simulator_mappings_create:
 * @call: a call
 *
 * Answers `POST externalmappings`.
 */
void
act_simulator_mappings_create (ActSimulatorCall *call)
{
  g_autofree char *id = act_simulator_mappings_add (call);

  if (id != NULL)
    act_simulator_call_record (call, id, TRUE);
}

/**
 * act_simulator_mappings_update:
 * @call: a call
 *
 * Answers `PUT externalmappings/{id}`.
 */
void
act_simulator_mappings_update (ActSimulatorCall *call)
{
  guint created = 0;
  g_autoptr (JsonObject) old = find (call->world, call->arguments[0], &created);
  g_autoptr (JsonObject) mapping = NULL;
  g_autofree char *id = NULL;

  if (old == NULL)
    {
      refuse_unknown (call);
      return;
    }
  if (!act_simulator_call_need_body (call) || !act_simulator_call_check_version (call, old))
    return;

  mapping = act_simulator_json_copy_object (old);
  if (!read_body (call, mapping))
    return;

  act_simulator_world_touch (call->world, mapping);
  id = g_strdup (get_member (mapping, "id"));
  if (created != G_MAXUINT)
    {
      json_object_unref (g_ptr_array_index (call->world->created, created));
      g_ptr_array_index (call->world->created, created) = json_object_ref (mapping);
    }
  else
    {
      g_hash_table_replace (call->world->mappings, g_strdup (id), json_object_ref (mapping));
    }

  act_simulator_call_answer_object (call, g_steal_pointer (&mapping));
  act_simulator_call_record (call, id, TRUE);
}

/**
 * act_simulator_mappings_delete:
 * @call: a call
 *
 * Answers `DELETE externalmappings/{id}` with what was deleted.
 */
void
act_simulator_mappings_delete (ActSimulatorCall *call)
{
  guint            created = 0;
  JsonObject      *mapping = find (call->world, call->arguments[0], &created);
  g_autofree char *id = NULL;

  if (mapping == NULL)
    {
      refuse_unknown (call);
      return;
    }

  id = g_strdup (get_member (mapping, "id"));
  if (created != G_MAXUINT)
    g_ptr_array_remove_index (call->world->created, created);
  else
    g_hash_table_replace (call->world->mappings, g_strdup (id), NULL);

  act_simulator_call_answer_object (call, mapping);
  act_simulator_call_record (call, id, TRUE);
}
