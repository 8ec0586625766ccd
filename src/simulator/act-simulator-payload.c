/* What an event says about itself
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form of a payload is documented nowhere, so there are several here, and some that say little.
 */

#include "act-simulator-payload.h"

#include "act-simulator-accounts.h"
#include "act-simulator-random.h"

#define N_NOTIFICATIONS 6

typedef enum
{
  SHAPE_NEW_DTO,
  SHAPE_FLAT,
  SHAPE_EVENT_DATA,
  SHAPE_NEW,
  SHAPE_OTHER_NAMES,
  SHAPE_NAMELESS,
} ActSimulatorShape;

/* The name of each fact in the usual forms, and in the form with other names. */
enum
{
  MESSAGE,
  RUN,
  CONFIGURATION,
  ENTITY_TYPE,
  ENTITY_ID,
  DESTINATION,
  N_NAMES,
};

static const char *const usual_names[N_NAMES] = {
  "message",
  "integrationRunId",
  "integrationConfigId",
  "entityType",
  "entityId",
  "destination",
};
static const char *const other_names[N_NAMES] = {
  "errorMessage",
  "runId",
  "integrationConfigurationId",
  "m3terEntity",
  "m3terId",
  "externalSystem",
};

static ActSimulatorShape
get_shape (ActSimulatorWorld *world,
           guint32            sequence)
{
  guint number = act_simulator_random_below_at (world->seed, ACT_SIMULATOR_STREAM_EVENT_SHAPE, sequence, 100);

  /* The newest of each kind names all that it can. */
  if (sequence < ACT_SIMULATOR_N_KINDS || act_simulator_events_are_of_outage (world, sequence) || number < 45)
    return SHAPE_NEW_DTO;

  if (number < 65)
    return SHAPE_FLAT;
  if (number < 77)
    return SHAPE_EVENT_DATA;
  if (number < 87)
    return SHAPE_NEW;

  return number < 96 ? SHAPE_OTHER_NAMES : SHAPE_NAMELESS;
}

static const char *
get_text (ActSimulatorConfiguration *configuration,
          const char                *name)
{
  return json_object_get_string_member_with_default (configuration->json, name, "");
}

static JsonObject *
list_facts (ActSimulatorWorld       *world,
            const ActSimulatorEvent *event,
            const char *const       *names,
            gboolean                 nameless)
{
  ActSimulatorConfiguration *configuration = act_simulator_world_get_configuration (world, event->configuration);
  const char                *entity_type = NULL;
  g_autofree char           *message = act_simulator_event_dup_message (world, event);
  g_autofree char           *entity = act_simulator_event_dup_entity (world, event, FALSE, &entity_type);
  g_autofree char           *account = act_simulator_account_dup_id (world, event->account);
  JsonObject                *facts = json_object_new ();

  json_object_set_string_member (facts, names[MESSAGE], message);
  json_object_set_string_member (facts, "orgId", world->org_id);
  if (nameless)
    return facts;

  json_object_set_string_member (facts, names[DESTINATION], get_text (configuration, "destination"));
  json_object_set_string_member (facts, names[CONFIGURATION], get_text (configuration, "id"));
  if (act_simulator_messages[event->message].kind == ACT_SIMULATOR_KIND_DISABLED)
    return facts;

  json_object_set_string_member (facts, names[ENTITY_TYPE], entity_type);
  json_object_set_string_member (facts, names[ENTITY_ID], entity);
  json_object_set_string_member (facts, "accountId", account);
  if (event->run != ACT_SIMULATOR_NO_RUN)
    {
      g_autofree char *run = act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_RUN, event->run);

      json_object_set_string_member (facts, names[RUN], run);
    }

  return facts;
}

static JsonObject *
wrap (const char *name,
      JsonObject *inner)
{
  JsonObject *outer = json_object_new ();

  json_object_set_object_member (outer, name, inner);

  return outer;
}

static JsonNode *
make_payload (ActSimulatorWorld       *world,
              const ActSimulatorEvent *event)
{
  JsonNode         *node = NULL;
  JsonObject       *payload = NULL;
  ActSimulatorShape shape = get_shape (world, event->sequence);

  if (event->payload != NULL)
    return json_node_copy (event->payload);

  payload = list_facts (world, event, shape == SHAPE_OTHER_NAMES ? other_names : usual_names, shape == SHAPE_NAMELESS);

  if (shape == SHAPE_NEW_DTO)
    payload = wrap ("newDto", payload);
  if (shape == SHAPE_NEW)
    payload = wrap ("new", payload);
  if (shape == SHAPE_NEW_DTO || shape == SHAPE_NEW || shape == SHAPE_EVENT_DATA)
    payload = wrap ("eventData", payload);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, payload);

  return node;
}

/**
 * act_simulator_event_dup_message:
 * @world: a world
 * @event: an event
 *
 * Returns: (transfer full): what went wrong and what to do about it
 */
char *
act_simulator_event_dup_message (ActSimulatorWorld       *world,
                                 const ActSimulatorEvent *event)
{
  ActSimulatorConfiguration *configuration = act_simulator_world_get_configuration (world, event->configuration);
  g_autofree char           *account = act_simulator_account_dup_name (event->account);
  g_autofree char           *code = act_simulator_account_dup_code (event->account);
  g_autofree char           *bill = act_simulator_bill_dup_name (event->bill);
  g_autofree char           *amount = act_simulator_bill_dup_amount (world, event->bill);
  g_autofree char           *period = act_simulator_format_time (event->time_ms);
  const char *const          words[] = {
             "{bill}",
             bill,
             "{amount}",
             amount,
             "{code}",
             code,
             "{currency}",
             act_simulator_account_get_currency (event->account),
             "{period}",
             period,
             "{integration}",
             get_text (configuration, "name"),
             "{account}",
             account,
             NULL,
  };

  if (event->text != NULL)
    return g_strdup (event->text);

  period[7] = '\0'; /* year and month */

  return act_simulator_fill_in (act_simulator_messages[event->message].text, words);
}

/**
 * act_simulator_event_dup_entity:
 * @world: a world
 * @event: an event
 * @of_run: whether it is asked for the event's run; a missing mapping is one of an account, while the
 *   run that missed it was for a bill
 * @entity_type: (out) (transfer none): return location for the type of the entity
 *
 * Returns: (transfer full): the id of the entity that the event is about
 */
char *
act_simulator_event_dup_entity (ActSimulatorWorld       *world,
                                const ActSimulatorEvent *event,
                                gboolean                 of_run,
                                const char             **entity_type)
{
  ActSimulatorConfiguration *configuration = act_simulator_world_get_configuration (world, event->configuration);
  const char                *type = get_text (configuration, "entityType");

  if ((!of_run && act_simulator_messages[event->message].kind == ACT_SIMULATOR_KIND_MAPPING) || g_str_equal (type, "Account"))
    {
      *entity_type = "Account";
      return act_simulator_account_dup_id (world, event->account);
    }

  if (g_str_equal (type, "Notification"))
    {
      *entity_type = "Notification";
      return act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_NOTIFICATION, event->account % N_NOTIFICATIONS);
    }

  *entity_type = "Bill";

  return act_simulator_bill_dup_id (world, event->bill);
}

/**
 * act_simulator_event_to_json:
 * @world: a world
 * @event: an event
 *
 * Returns: (transfer full): the event as the API answers it
 */
JsonObject *
act_simulator_event_to_json (ActSimulatorWorld       *world,
                             const ActSimulatorEvent *event)
{
  g_autofree char *id = act_simulator_event_dup_id (world, event->sequence);
  g_autofree char *time = act_simulator_format_time (event->time_ms);
  JsonObject      *json = json_object_new ();

  json_object_set_string_member (json, "id", id);
  json_object_set_string_member (json, "eventName", act_simulator_event_get_name (event));
  json_object_set_string_member (json, "eventTime", time);
  if (event->actioned_ms != 0)
    {
      g_autofree char *actioned = act_simulator_format_time (event->actioned_ms);

      json_object_set_string_member (json, "dtActioned", actioned);
    }
  else if (world->options->null_dt_actioned)
    {
      json_object_set_null_member (json, "dtActioned");
    }
  json_object_set_member (json, "m3terEvent", make_payload (world, event));

  return json;
}

/**
 * act_simulator_event_describe_fields:
 *
 * Returns: (transfer full): the paths of the payload's fields and their types
 */
JsonObject *
act_simulator_event_describe_fields (void)
{
  JsonObject *fields = json_object_new ();

  for (guint i = 0; i < N_NAMES; i++)
    {
      g_autofree char *path = g_strconcat ("new.", usual_names[i], NULL);

      json_object_set_string_member (fields, path, "string");
    }
  json_object_set_string_member (fields, "new.accountId", "string");
  json_object_set_string_member (fields, "new.orgId", "string");

  return fields;
}
