/* What a test changes about integration runs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-run-edits.h"

#include "act-simulator-json.h"
#include "act-simulator-runs.h"

#define MAX_LOG (32 * 1024 * 1024)

static gboolean
check_run (ActSimulatorCall *call)
{
  ActSimulatorEvent event;
  g_autoptr (JsonObject) run = act_simulator_run_find (call->world, call->arguments[0], &event);

  if (run != NULL)
    return act_simulator_call_need_body (call);

  act_simulator_call_refuse (call, 404, "There is no integration run with this id.");

  return FALSE;
}

/* A line for every hundred bytes or so, and an error now and then. */
static char *
make_log (gsize size)
{
  g_autoptr (GString) text = g_string_sized_new (size);

  for (guint i = 1; text->len < size; i++)
    g_string_append_printf (text, "2026-03-03T14:00:00.000Z %s Line %u of a log that is as large as it was asked for\n",
                            i % 1000 == 0 ? "ERROR" : "DEBUG", i);

  g_string_truncate (text, size);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * act_simulator_control_edit_run:
 * @call: a call
 *
 * Answers `POST /_simulator/integrationruns/{id}`: the run has these members from now on, whatever
 * they are; one that is null it does not have.
 */
void
act_simulator_control_edit_run (ActSimulatorCall *call)
{
  if (!check_run (call))
    return;

  g_hash_table_replace (call->world->run_edits, g_ascii_strdown (call->arguments[0], -1),
                        act_simulator_json_copy_object (call->body));
  act_simulator_call_answer_object (call, act_simulator_json_copy_object (call->body));
}

/**
 * act_simulator_control_set_run_log:
 * @call: a call
 *
 * Answers `POST /_simulator/integrationruns/{id}/log`: the run has another log from now on, `base64`,
 * or a text of `size` bytes.
 */
void
act_simulator_control_set_run_log (ActSimulatorCall *call)
{
  const char      *base64 = NULL;
  g_autofree char *text = NULL;
  char            *payload = NULL;
  gint64           size = 0;
  JsonObject      *json = NULL;

  if (!check_run (call))
    return;

  base64 = json_object_get_string_member_with_default (call->body, "base64", NULL);
  if (base64 == NULL && !act_simulator_json_get_integer (call->body, "size", 0, MAX_LOG, &size))
    {
      act_simulator_call_refuse (call, 400, "There must be base64, or a size of at most %d.", MAX_LOG);
      return;
    }

  if (base64 == NULL)
    text = make_log ((gsize) size);
  payload = base64 != NULL ? g_strdup (base64) : g_base64_encode ((const guchar *) text, (gsize) size);
  g_hash_table_replace (call->world->run_logs, g_ascii_strdown (call->arguments[0], -1), payload);

  json = json_object_new ();
  json_object_set_int_member (json, "length", (gint64) strlen (payload));
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_run_apply_edits:
 * @world: a world
 * @run: a run as it would be, with its id
 *
 * Changes what a test wants to be otherwise.
 */
void
act_simulator_run_apply_edits (ActSimulatorWorld *world,
                               JsonObject        *run)
{
  JsonObject *edits = g_hash_table_lookup (world->run_edits, json_object_get_string_member (run, "id"));
  g_autoptr (GList) names = edits != NULL ? json_object_get_members (edits) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *value = json_object_get_member (edits, l->data);

      if (JSON_NODE_HOLDS_NULL (value))
        json_object_remove_member (run, l->data);
      else
        json_object_set_member (run, l->data, json_node_copy (value));
    }
}

/**
 * act_simulator_run_dup_log:
 * @world: a world
 * @id: the id of a run
 *
 * Returns: (transfer full) (nullable): the log that a test gave to the run, in base64
 */
char *
act_simulator_run_dup_log (ActSimulatorWorld *world,
                           const char        *id)
{
  g_autofree char *key = g_ascii_strdown (id, -1);

  return g_strdup (g_hash_table_lookup (world->run_logs, key));
}
