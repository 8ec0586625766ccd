/* The changes that the simulator accepted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-ledger.h"

/**
 * act_simulator_ledger_add:
 * @world: a world
 * @method: the method of the call
 * @path: its path
 * @id: the id of what was to be changed
 * @status: what is answered
 * @changed: whether anything is different after it
 *
 * Writes an accepted change down.
 */
void
act_simulator_ledger_add (ActSimulatorWorld *world,
                          const char        *method,
                          const char        *path,
                          const char        *id,
                          guint              status,
                          gboolean           changed)
{
  ActSimulatorLedgerEntry *entry = g_new0 (ActSimulatorLedgerEntry, 1);

  entry->method = g_strdup (method);
  entry->path = g_strdup (path);
  entry->id = g_strdup (id);
  entry->status = status;
  entry->changed = changed;
  g_ptr_array_add (world->ledger, entry);
  world->dirty = TRUE;
}

/**
 * act_simulator_ledger_to_json:
 * @world: a world
 *
 * Returns: (transfer full): the ledger, oldest entry first
 */
JsonNode *
act_simulator_ledger_to_json (ActSimulatorWorld *world)
{
  JsonNode  *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (world->ledger->len);

  for (guint i = 0; i < world->ledger->len; i++)
    {
      ActSimulatorLedgerEntry *entry = g_ptr_array_index (world->ledger, i);
      JsonObject              *json = json_object_new ();

      json_object_set_string_member (json, "method", entry->method);
      json_object_set_string_member (json, "path", entry->path);
      json_object_set_string_member (json, "id", entry->id);
      json_object_set_int_member (json, "status", entry->status);
      json_object_set_boolean_member (json, "changed", entry->changed);
      json_array_add_object_element (array, json);
    }

  json_node_take_array (node, array);

  return node;
}

/**
 * act_simulator_ledger_entry_free:
 * @self: (transfer full): an entry
 *
 * Frees the entry.
 */
void
act_simulator_ledger_entry_free (ActSimulatorLedgerEntry *self)
{
  g_free (self->method);
  g_free (self->path);
  g_free (self->id);
  g_free (self);
}
