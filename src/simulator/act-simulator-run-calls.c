/* The calls about integration runs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-run-calls.h"

#include "act-simulator-run-edits.h"
#include "act-simulator-runs.h"

#include <string.h>

#define MAX_PAGE 200

static const char *const statuses[] = {
  "WAITING",
  "STARTED",
  "COMPLETE",
  "ERROR",
  "AWAITING_RETRY",
  "AUTH_FAILED",
  "ACCOUNTING_PERIOD_CLOSED",
  "INVOICE_ALREADY_PAID",
  "DISABLED",
  "TIMEOUT_LIMIT_EXCEEDED",
  "RATE_LIMIT_RETRY",
  NULL,
};

static const char *
get_member (JsonObject *run,
            const char *name)
{
  return json_object_get_string_member_with_default (run, name, NULL);
}

static gboolean
read_date (ActSimulatorCall *call,
           const char       *name,
           gint64           *time_ms)
{
  const char      *text = act_simulator_call_get_query (call, name);
  g_autofree char *full = NULL;

  if (text == NULL)
    return TRUE;

  full = strchr (text, 'T') != NULL ? g_strdup (text) : g_strconcat (text, "T00:00:00Z", NULL);
  if (act_simulator_parse_time (full, time_ms))
    return TRUE;

  act_simulator_call_refuse (call, 400, "%s must be a time in ISO 8601.", name);

  return FALSE;
}

static gboolean
is_wanted (JsonObject *run,
           const char *status,
           const char *destination,
           gint64      after_ms,
           gint64      until_ms)
{
  gint64 started_ms = 0;

  if ((status != NULL && g_strcmp0 (status, get_member (run, "status")) != 0) ||
      (destination != NULL && g_strcmp0 (destination, get_member (run, "destination")) != 0))
    return FALSE;

  act_simulator_parse_time (get_member (run, "dtStarted"), &started_ms);

  return started_ms > after_ms && started_ms <= until_ms;
}

static void
answer_list (ActSimulatorCall *call,
             GPtrArray        *runs)
{
  const char *status = act_simulator_call_get_query (call, "status");
  const char *order = act_simulator_call_get_query (call, "order");
  const char *destination = act_simulator_call_get_query (call, "destination");
  gint64      after_ms = G_MININT64;
  gint64      until_ms = G_MAXINT64;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  if (status != NULL && !g_strv_contains (statuses, status))
    {
      act_simulator_call_refuse (call, 400, "status is none that a run can have.");
      return;
    }
  if (order != NULL && strcmp (order, "ASC") != 0 && strcmp (order, "DESC") != 0)
    {
      act_simulator_call_refuse (call, 400, "order must be ASC or DESC.");
      return;
    }
  if (!read_date (call, "startDate", &after_ms) || !read_date (call, "endDate", &until_ms))
    return;

  for (guint i = 0; i < runs->len; i++)
    {
      gboolean    ascending = g_strcmp0 (order, "ASC") == 0;
      JsonObject *run = g_ptr_array_index (runs, ascending ? runs->len - 1 - i : i);

      if (is_wanted (run, status, destination, after_ms, until_ms))
        g_ptr_array_add (wanted, json_object_ref (run));
    }

  act_simulator_call_answer_page (call, wanted, MAX_PAGE);
}

static JsonObject *
find_latest (ActSimulatorWorld *world,
             const char        *entity_type,
             const char        *entity_id)
{
  g_autoptr (GPtrArray) runs = act_simulator_runs_collect (world, entity_type, entity_id, NULL);

  return runs->len > 0 ? json_object_ref (g_ptr_array_index (runs, 0)) : NULL;
}

static char *
write_log (JsonObject *run)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const char *error = get_member (run, "error");

  /* Some systems log text, some JSON. */
  if (g_strcmp0 (get_member (run, "destination"), "NetSuite") != 0)
    {
      node = json_node_new (JSON_NODE_OBJECT);
      json_node_set_object (node, run);
      return json_to_string (node, FALSE);
    }

  g_string_append_printf (text, "%s INFO  Run %s started for %s %s\n", get_member (run, "dtStarted"),
                          get_member (run, "id"), get_member (run, "entityType"), get_member (run, "entityId"));
  for (guint i = 1; i <= 12; i++)
    g_string_append_printf (text, "%s DEBUG Line %u of 12 written\n", get_member (run, "dtStarted"), i);
  if (error != NULL)
    g_string_append_printf (text, "%s ERROR %s\n", get_member (run, "dtLastModified"), error);
  g_string_append_printf (text, "%s INFO  Status is %s\n", get_member (run, "dtLastModified"), get_member (run, "status"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * act_simulator_runs_get:
 * @call: a call
 *
 * Answers `GET integrationruns/{id}`.
 */
void
act_simulator_runs_get (ActSimulatorCall *call)
{
  ActSimulatorEvent event;
  JsonObject       *run = act_simulator_run_find (call->world, call->arguments[0], &event);

  if (run != NULL)
    act_simulator_call_answer_object (call, run);
  else
    act_simulator_call_refuse (call, 404, "There is no integration run with this id.");
}

/**
 * act_simulator_runs_get_log:
 * @call: a call
 *
 * Answers `GET integrationruns/logs/{id}`.
 */
void
act_simulator_runs_get_log (ActSimulatorCall *call)
{
  ActSimulatorEvent event;
  g_autoptr (JsonObject) run = act_simulator_run_find (call->world, call->arguments[0], &event);
  g_autofree char *text = NULL;
  g_autofree char *payload = NULL;
  JsonObject      *json = NULL;

  if (run == NULL)
    {
      act_simulator_call_refuse (call, 404, "There is no integration run with this id.");
      return;
    }

  payload = act_simulator_run_dup_log (call->world, call->arguments[0]);
  if (payload == NULL)
    {
      text = write_log (run);
      payload = g_base64_encode ((const guchar *) text, strlen (text));
    }
  json = json_object_new ();
  json_object_set_string_member (json, "Payload", payload);
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_runs_get_latest:
 * @call: a call
 *
 * Answers `GET integrationruns/{entityType}/latest/{id}`.
 */
void
act_simulator_runs_get_latest (ActSimulatorCall *call)
{
  JsonObject *run = find_latest (call->world, call->arguments[0], call->arguments[1]);

  if (run != NULL)
    act_simulator_call_answer_object (call, run);
  else
    act_simulator_call_refuse (call, 404, "There is no integration run of this entity.");
}

/**
 * act_simulator_runs_get_latest_of_many:
 * @call: a call
 *
 * Answers `GET integrationruns/{entityType}/latest`: with one id the run, with several a page.
 */
void
act_simulator_runs_get_latest_of_many (ActSimulatorCall *call)
{
  g_auto (GStrv) ids = act_simulator_call_dup_list (call, "ids");
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  if (*ids == NULL || g_strv_length (ids) > MAX_PAGE)
    {
      act_simulator_call_refuse (call, 400, "ids must name one to %d entities.", MAX_PAGE);
      return;
    }

  for (guint i = 0; ids[i] != NULL; i++)
    {
      JsonObject *run = find_latest (call->world, call->arguments[0], ids[i]);

      if (run != NULL)
        g_ptr_array_add (runs, run);
    }

  if (ids[1] != NULL)
    act_simulator_call_answer_page (call, runs, MAX_PAGE);
  else if (runs->len == 1)
    act_simulator_call_answer_object (call, json_object_ref (g_ptr_array_index (runs, 0)));
  else
    act_simulator_call_refuse (call, 404, "There is no integration run of this entity.");
}

/**
 * act_simulator_runs_list:
 * @call: a call
 *
 * Answers `GET integrationruns/{entityType}/{entityId}`.
 */
void
act_simulator_runs_list (ActSimulatorCall *call)
{
  g_autoptr (GPtrArray) runs = act_simulator_runs_collect (call->world, call->arguments[0], call->arguments[1], NULL);

  answer_list (call, runs);
}

/**
 * act_simulator_runs_list_of_destination:
 * @call: a call
 *
 * Answers `GET integrationruns/destinations/{destinationId}`.
 */
void
act_simulator_runs_list_of_destination (ActSimulatorCall *call)
{
  g_autoptr (GPtrArray) runs = act_simulator_runs_collect (call->world, NULL, NULL, call->arguments[0]);

  answer_list (call, runs);
}

/**
 * act_simulator_runs_start_replay:
 * @call: a call
 *
 * Answers `POST integrationruns/{id}/replay` with the new run.
 */
void
act_simulator_runs_start_replay (ActSimulatorCall *call)
{
  ActSimulatorEvent event;
  g_autoptr (JsonObject) run = act_simulator_run_find (call->world, call->arguments[0], &event);
  ActSimulatorEvent unused;
  ActSimulatorRun  *replay = NULL;
  g_autofree char  *id = NULL;

  if (run == NULL)
    {
      act_simulator_call_refuse (call, 404, "There is no integration run with this id.");
      return;
    }
  if (g_strcmp0 (get_member (run, "status"), "STARTED") == 0)
    {
      act_simulator_call_refuse (call, 409, "This integration run has not ended yet.");
      return;
    }

  replay = act_simulator_runs_replay (call->world, &event, call->arguments[0]);
  id = act_simulator_run_dup_id (call->world, replay->number);
  act_simulator_call_answer_object (call, act_simulator_run_find (call->world, id, &unused));
  act_simulator_call_record (call, id, TRUE);
}
