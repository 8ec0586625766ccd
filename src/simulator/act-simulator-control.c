/* The calls that are the simulator's own, by which a test acts on the world from outside
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-control.h"

#include "act-simulator-accounts.h"
#include "act-simulator-json.h"
#include "act-simulator-ledger.h"
#include "act-simulator-mappings.h"

#define HOUR_MS   G_GINT64_CONSTANT (3600000)
#define MAX_ADDED 100000

typedef struct
{
  gint64   count;
  gint64   newer;
  gint64   account; /* -1 for any */
  gboolean actioned;
  gboolean between;
  gint64   from_ms;
  gint64   to_ms;
} ActSimulatorArrivals;

static gboolean
read_flag (ActSimulatorCall *call,
           const char       *name,
           gboolean         *value)
{
  JsonNode *node = json_object_get_member (call->body, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      act_simulator_call_refuse (call, 400, "%s must be true or false.", name);
      return FALSE;
    }

  *value = json_node_get_boolean (node);

  return TRUE;
}

static gboolean
read_number (ActSimulatorCall *call,
             const char       *name,
             gint64            most,
             gint64           *value)
{
  if (!json_object_has_member (call->body, name) || act_simulator_json_get_integer (call->body, name, 0, most, value))
    return TRUE;

  act_simulator_call_refuse (call, 400, "%s must be a whole number from 0 to %" G_GINT64_FORMAT ".", name, most);

  return FALSE;
}

static gboolean
read_time (ActSimulatorCall *call,
           const char       *name,
           gint64           *time_ms)
{
  if (act_simulator_parse_time (json_object_get_string_member_with_default (call->body, name, NULL), time_ms))
    return TRUE;

  act_simulator_call_refuse (call, 400, "%s must be a time in ISO 8601.", name);

  return FALSE;
}

static gboolean
read_arrivals (ActSimulatorCall     *call,
               ActSimulatorArrivals *arrivals)
{
  *arrivals = (ActSimulatorArrivals){ .count = 1, .newer = -1, .account = -1 };

  if (!act_simulator_call_need_body (call) ||
      !read_number (call, "count", MAX_ADDED, &arrivals->count) ||
      !read_number (call, "newer", arrivals->count, &arrivals->newer) ||
      !read_number (call, "account", call->world->n_accounts - 1, &arrivals->account))
    return FALSE;

  if (json_object_has_member (call->body, "actioned") && !read_flag (call, "actioned", &arrivals->actioned))
    return FALSE;

  arrivals->between = json_object_has_member (call->body, "from") || json_object_has_member (call->body, "to");
  if (arrivals->between)
    return read_time (call, "from", &arrivals->from_ms) && read_time (call, "to", &arrivals->to_ms);

  if (arrivals->newer < 0)
    arrivals->newer = arrivals->count;

  return TRUE;
}

/* The newer ones come after all that there is, the others lie everywhere in the history and before it. */
static gint64
pick_time (ActSimulatorWorld          *world,
           const ActSimulatorArrivals *arrivals,
           guint                       index,
           gint64                      oldest_ms,
           gint64                      newest_ms)
{
  gint64 now = act_simulator_world_get_now (world);

  if (arrivals->between)
    return act_simulator_control_get_time_between (arrivals->from_ms, arrivals->to_ms, index, (guint) arrivals->count);
  if (index < arrivals->newer)
    return MAX (newest_ms + 1, now - arrivals->newer) + index;

  return act_simulator_control_get_time_between (oldest_ms - 12 * HOUR_MS, newest_ms - 1,
                                                 index - (guint) arrivals->newer,
                                                 (guint) (arrivals->count - arrivals->newer));
}

static void
dress_event (ActSimulatorCall           *call,
             ActSimulatorEvent          *event,
             const ActSimulatorArrivals *arrivals)
{
  JsonNode *payload = json_object_get_member (call->body, "m3terEvent");

  event->event_name = g_strdup (json_object_get_string_member_with_default (call->body, "eventName", NULL));
  event->text = g_strdup (json_object_get_string_member_with_default (call->body, "message", NULL));
  event->payload = payload != NULL ? json_node_copy (payload) : NULL;
  if (arrivals->actioned)
    event->actioned_ms = event->time_ms + 1;
  if (arrivals->account >= 0)
    {
      event->account = (guint) arrivals->account;
      event->bill = act_simulator_bill_at (call->world, event->account, 0);
    }

  for (guint i = 0; event->event_name != NULL && i < ACT_SIMULATOR_N_KINDS; i++)
    {
      if (g_str_equal (event->event_name, act_simulator_get_event_name ((ActSimulatorKind) i)))
        {
          event->message = act_simulator_pick_message ((ActSimulatorKind) i, event->sequence);
          event->configuration = act_simulator_messages[event->message].configuration;
        }
    }
}

/**
 * act_simulator_control_get_time_between:
 * @first_ms: the first time
 * @last_ms: the last time
 * @index: which time
 * @n: how many times there are
 *
 * Returns: a time of @n that lie evenly between the first and the last
 */
gint64
act_simulator_control_get_time_between (gint64 first_ms,
                                        gint64 last_ms,
                                        guint  index,
                                        guint  n)
{
  if (n < 2)
    return last_ms;

  return first_ms + (gint64) ((double) (last_ms - first_ms) * index / (n - 1));
}

/**
 * act_simulator_control_get_counts:
 * @call: a call
 *
 * Answers `GET /_simulator/counts`.
 */
void
act_simulator_control_get_counts (ActSimulatorCall *call)
{
  JsonObject *json = json_object_new ();

  json_object_set_int_member (json, "calls", (gint64) call->world->n_calls);
  json_object_set_int_member (json, "limited", (gint64) call->world->n_limited);
  json_object_set_int_member (json, "listedEvents", (gint64) call->world->n_listed);
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_control_get_ledger:
 * @call: a call
 *
 * Answers `GET /_simulator/ledger`.
 */
void
act_simulator_control_get_ledger (ActSimulatorCall *call)
{
  act_simulator_call_answer (call, act_simulator_ledger_to_json (call->world));
}

/**
 * act_simulator_control_get_faults:
 * @call: a call
 *
 * Answers `GET /_simulator/faults` with every kind and how often it happens.
 */
void
act_simulator_control_get_faults (ActSimulatorCall *call)
{
  g_auto (GStrv) kinds = act_simulator_faults_dup_kinds ();
  JsonObject *json = json_object_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    json_object_set_int_member (json, kinds[i], act_simulator_faults_get (call->world->faults, kinds[i]));

  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_control_set_faults:
 * @call: a call
 *
 * Answers `POST /_simulator/faults`, whose body has kinds of fault and every how many calls each is to
 * happen. Either all of them are set or none.
 */
void
act_simulator_control_set_faults (ActSimulatorCall *call)
{
  g_autoptr (GList) names = NULL;
  g_autoptr (ActSimulatorFaults) trial = act_simulator_faults_new ();

  if (!act_simulator_call_need_body (call))
    return;

  names = json_object_get_members (call->body);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (GList *l = names; l != NULL; l = l->next)
        {
          gint64 every = 0;

          if (!act_simulator_json_get_integer (call->body, l->data, 0, G_MAXINT, &every) ||
              !act_simulator_faults_set (pass == 0 ? trial : call->world->faults, l->data, (guint) every, NULL))
            {
              act_simulator_call_refuse (call, 400, "No kind of fault, or not a right number: %s.",
                                         (const char *) l->data);
              return;
            }
        }
    }

  act_simulator_control_get_faults (call);
}

/**
 * act_simulator_control_add_events:
 * @call: a call
 *
 * Answers `POST /_simulator/events`. The body may have `count`, `newer` (how many of them are newer
 * than all others; the rest lies in the past), or `from` and `to`; and for all of them `eventName`,
 * `message`, `m3terEvent`, `account` (its index) and `actioned`.
 */
void
act_simulator_control_add_events (ActSimulatorCall *call)
{
  ActSimulatorArrivals arrivals;
  gint64               oldest_ms = 0;
  gint64               newest_ms = 0;
  JsonObject          *json = NULL;
  JsonArray           *ids = NULL;

  if (!read_arrivals (call, &arrivals))
    return;

  if (!act_simulator_events_get_range (call->world, &oldest_ms, &newest_ms))
    oldest_ms = newest_ms = call->world->base_ms;

  ids = json_array_new ();
  for (guint i = 0; i < arrivals.count; i++)
    {
      gint64             time_ms = pick_time (call->world, &arrivals, i, oldest_ms, newest_ms);
      ActSimulatorEvent *event = act_simulator_events_add (call->world, time_ms);
      g_autofree char   *id = act_simulator_event_dup_id (call->world, event->sequence);

      dress_event (call, event, &arrivals);
      json_array_add_string_element (ids, id);
    }

  json = json_object_new ();
  json_object_set_array_member (json, "ids", ids);
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_control_set_actioned:
 * @call: a call
 *
 * Answers `POST /_simulator/events/{id}/actioned`: somebody else actions an event or opens it again.
 */
void
act_simulator_control_set_actioned (ActSimulatorCall *call)
{
  ActSimulatorEvent event;
  gboolean          actioned = FALSE;
  JsonObject       *json = NULL;

  if (!act_simulator_event_find (call->world, call->arguments[0], &event))
    {
      act_simulator_call_refuse (call, 404, "There is no event with this id.");
      return;
    }
  if (!act_simulator_call_need_body (call) || !read_flag (call, "actioned", &actioned))
    return;

  json = json_object_new ();
  json_object_set_boolean_member (json, "changed", act_simulator_events_action (call->world, &event, actioned));
  act_simulator_call_answer_object (call, json);
}

/**
 * act_simulator_control_add_mapping:
 * @call: a call
 *
 * Answers `POST /_simulator/externalmappings`: somebody else creates a mapping.
 */
void
act_simulator_control_add_mapping (ActSimulatorCall *call)
{
  g_free (act_simulator_mappings_add (call));
}

/**
 * act_simulator_control_edit_configuration:
 * @call: a call
 *
 * Answers `POST /_simulator/integrationconfigs/{id}`: somebody else changes members of a configuration.
 * One that is enabled by that begins to count its errors anew.
 */
void
act_simulator_control_edit_configuration (ActSimulatorCall *call)
{
  ActSimulatorConfiguration *configuration = act_simulator_world_find_configuration (call->world, call->arguments[0], NULL);
  static const char *const   texts[] = { "entityType", "destination", NULL };
  g_autoptr (JsonObject) edited = NULL;
  g_autoptr (GList) names = NULL;

  if (configuration == NULL)
    {
      act_simulator_call_refuse (call, 404, "There is no integration configuration with this id.");
      return;
    }
  if (!act_simulator_call_need_body (call))
    return;

  edited = act_simulator_json_copy_object (configuration->json);
  names = json_object_get_members (call->body);
  for (GList *l = names; l != NULL; l = l->next)
    {
      if (!g_str_equal (l->data, "id") && !g_str_equal (l->data, "version"))
        json_object_set_member (edited, l->data, json_node_copy (json_object_get_member (call->body, l->data)));
    }
  if (!act_simulator_json_has_texts (edited, texts))
    {
      act_simulator_call_refuse (call, 400, "entityType and destination must be texts.");
      return;
    }

  if (json_object_get_boolean_member_with_default (edited, "enabled", FALSE) &&
      !json_object_get_boolean_member_with_default (configuration->json, "enabled", TRUE))
    configuration->errors = 0;
  act_simulator_world_touch (call->world, edited);
  json_object_unref (configuration->json);
  configuration->json = json_object_ref (edited);
  act_simulator_call_answer_object (call, g_steal_pointer (&edited));
}

/**
 * act_simulator_control_set_good:
 * @call: a call
 *
 * Answers `POST /_simulator/integrationcredentials/{id}/good`: the other system begins or ceases to
 * accept a credential, as when somebody consents in a browser.
 */
void
act_simulator_control_set_good (ActSimulatorCall *call)
{
  ActSimulatorCredential *credential = act_simulator_world_find_credential (call->world, call->arguments[0]);
  JsonObject             *json = NULL;

  if (credential == NULL)
    {
      act_simulator_call_refuse (call, 404, "There is no credential with this id.");
      return;
    }
  if (!act_simulator_call_need_body (call) || !read_flag (call, "good", &credential->good))
    return;

  call->world->dirty = TRUE;
  json = json_object_new ();
  json_object_set_boolean_member (json, "good", credential->good);
  act_simulator_call_answer_object (call, json);
}
