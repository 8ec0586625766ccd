/* Integration runs: what happened to an entity on its way to another system
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-runs.h"

#include "act-simulator-accounts.h"
#include "act-simulator-payload.h"
#include "act-simulator-random.h"
#include "act-simulator-run-edits.h"

#include <string.h>

#define DAY_MS             G_GINT64_CONSTANT (86400000)
#define MAX_RUN_MS         240000
#define ENTITIES_OF_A_TYPE 1000000
#define MAX_EARLIER        4

/* What a run is made from, wherever it comes from. */
typedef struct
{
  char             *id; /* (owned) */
  const char       *status;
  const char       *error;    /* (nullable) */
  const char       *original; /* (nullable) */
  ActSimulatorEvent event;
  gint64            started_ms;
  gint64            completed_ms; /* 0 while it is running */
} ActSimulatorRunFacts;

static const char *
get_text (ActSimulatorConfiguration *configuration,
          const char                *name)
{
  return json_object_get_string_member_with_default (configuration->json, name, "");
}

static void
add_result (JsonObject                 *json,
            const ActSimulatorRunFacts *facts,
            const char                 *destination)
{
  g_autofree char *lower = g_ascii_strdown (destination, -1);
  g_autofree char *external = g_strdup_printf ("%c-%.8s", g_ascii_toupper (*destination), facts->id);
  g_autofree char *url = g_strdup_printf ("https://%s.example.com/records/%s", lower, external);

  json_object_set_string_member (json, "externalId", external);
  json_object_set_string_member (json, "url", url);
}

static JsonObject *
describe (ActSimulatorWorld          *world,
          const ActSimulatorRunFacts *facts)
{
  ActSimulatorConfiguration *configuration = act_simulator_world_get_configuration (world, facts->event.configuration);
  const char                *entity_type = NULL;
  const char                *destination = get_text (configuration, "destination");
  g_autofree char           *entity = act_simulator_event_dup_entity (world, &facts->event, TRUE, &entity_type);
  g_autofree char           *started = act_simulator_format_time (facts->started_ms);
  JsonObject                *json = json_object_new ();

  json_object_set_string_member (json, "id", facts->id);
  json_object_set_int_member (json, "version", facts->completed_ms != 0 ? 3 : 2);
  json_object_set_string_member (json, "entityType", entity_type);
  json_object_set_string_member (json, "entityId", entity);
  json_object_set_string_member (json, "status", facts->status);
  json_object_set_string_member (json, "destination", destination);
  if (*get_text (configuration, "destinationId") != '\0')
    json_object_set_string_member (json, "destinationId", get_text (configuration, "destinationId"));
  if (facts->error != NULL)
    json_object_set_string_member (json, "error", facts->error);
  if (g_str_equal (facts->status, "COMPLETE") || g_str_equal (facts->status, "INVOICE_ALREADY_PAID"))
    add_result (json, facts, destination);
  json_object_set_string_member (json, "dtStarted", started);
  if (facts->completed_ms != 0)
    {
      g_autofree char *completed = act_simulator_format_time (facts->completed_ms);

      json_object_set_string_member (json, "dtCompleted", completed);
    }
  if (facts->original != NULL)
    json_object_set_string_member (json, "originalIntegrationRunId", facts->original);
  act_simulator_world_add_audit (world, json, facts->started_ms, MAX (facts->started_ms, facts->completed_ms));
  act_simulator_run_apply_edits (world, json);

  return json;
}

static JsonObject *
describe_failed (ActSimulatorWorld       *world,
                 const ActSimulatorEvent *event)
{
  g_autofree char     *id = act_simulator_run_dup_id (world, event->run);
  g_autofree char     *error = act_simulator_event_dup_message (world, event);
  gint64               length = 800 + act_simulator_random_below_at (world->seed, ACT_SIMULATOR_STREAM_RUN,
                                                                     event->sequence, MAX_RUN_MS);
  ActSimulatorRunFacts facts = {
    .id = id,
    .status = act_simulator_messages[event->message].status,
    .error = error,
    .event = *event,
    .started_ms = event->time_ms - length,
    .completed_ms = event->time_ms - 120,
  };

  return describe (world, &facts);
}

/* Behind an event that was actioned stands a run that went well. */
static JsonObject *
describe_later (ActSimulatorWorld       *world,
                const ActSimulatorEvent *event)
{
  g_autofree char     *id = act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_LATER_RUN, event->sequence);
  gint64               ended = event->time_ms + (event->actioned_ms - event->time_ms) / 2;
  ActSimulatorRunFacts facts = {
    .id = id,
    .status = "COMPLETE",
    .event = *event,
    .started_ms = ended - 4000,
    .completed_ms = ended,
  };

  return describe (world, &facts);
}

/* Before the history of errors everything went well, once a month. */
static gboolean
make_earlier (ActSimulatorWorld *world,
              guint32            index,
              ActSimulatorEvent *event,
              gint64            *started_ms)
{
  static const guint configurations[] = { 0, 4, 5 };
  guint              type = index / MAX_EARLIER / ENTITIES_OF_A_TYPE;
  guint              entity = index / MAX_EARLIER % ENTITIES_OF_A_TYPE;

  if (type >= G_N_ELEMENTS (configurations) ||
      entity >= (type == 0 ? world->n_accounts * world->n_bills_each : world->n_accounts) ||
      index % MAX_EARLIER >= 1 + entity % MAX_EARLIER)
    return FALSE;

  *event = (ActSimulatorEvent){
    .account = type == 0 ? act_simulator_bill_get_account (world, entity) : entity,
    .bill = type == 0 ? entity : 0,
    .configuration = configurations[type],
    .run = ACT_SIMULATOR_NO_RUN,
  };
  *started_ms = world->base_ms - (27 + 30 * (gint64) (index % MAX_EARLIER)) * DAY_MS - (gint64) entity * 61000 % DAY_MS;

  return TRUE;
}

static JsonObject *
describe_earlier (ActSimulatorWorld *world,
                  guint32            index)
{
  g_autofree char     *id = act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_EARLIER_RUN, index);
  ActSimulatorRunFacts facts = { .id = id, .status = "COMPLETE" };

  if (!make_earlier (world, index, &facts.event, &facts.started_ms))
    return NULL;

  facts.completed_ms = facts.started_ms + 2500;

  return describe (world, &facts);
}

static void
make_event_of_replay (const ActSimulatorRun *run,
                      ActSimulatorEvent     *event)
{
  *event = (ActSimulatorEvent){
    .message = run->message,
    .account = run->account,
    .bill = run->bill,
    .configuration = run->configuration,
    .run = run->number,
  };
}

static JsonObject *
describe_replay (ActSimulatorWorld     *world,
                 const ActSimulatorRun *run)
{
  g_autofree char     *id = act_simulator_run_dup_id (world, run->number);
  ActSimulatorRunFacts facts = {
    .id = id,
    .status = run->ended ? run->status : "STARTED",
    .error = run->error,
    .original = run->original,
    .started_ms = run->started_ms,
    .completed_ms = run->ended ? run->due_ms : 0,
  };

  make_event_of_replay (run, &facts.event);

  return describe (world, &facts);
}

/* What is asked for. The ids of bills and accounts are turned into numbers once, since to make the ids
 * of a million events takes seconds. */
typedef struct
{
  const char *entity_type;    /* (nullable) */
  const char *entity_id;      /* (nullable) */
  const char *destination_id; /* (nullable) */
  gboolean    is_bill;
  gboolean    is_account;
  guint       number;
} ActSimulatorRunQuestion;

static void
add_if_asked_for (GPtrArray                     *runs,
                  JsonObject                    *run,
                  const ActSimulatorRunQuestion *question)
{
  const char *type = json_object_get_string_member_with_default (run, "entityType", "");
  const char *entity = json_object_get_string_member_with_default (run, "entityId", "");
  const char *destination = json_object_get_string_member_with_default (run, "destinationId", NULL);

  if ((question->entity_type != NULL && g_ascii_strcasecmp (question->entity_type, type) != 0) ||
      (question->entity_id != NULL && g_ascii_strcasecmp (question->entity_id, entity) != 0) ||
      (question->destination_id != NULL && g_strcmp0 (question->destination_id, destination) != 0))
    json_object_unref (run);
  else
    g_ptr_array_add (runs, run);
}

static gboolean
may_be_asked_for (ActSimulatorWorld             *world,
                  const ActSimulatorEvent       *event,
                  const ActSimulatorRunQuestion *question)
{
  ActSimulatorConfiguration *configuration = act_simulator_world_get_configuration (world, event->configuration);

  if (event->run == ACT_SIMULATOR_NO_RUN)
    return FALSE;
  if (question->destination_id != NULL)
    return g_str_equal (question->destination_id, get_text (configuration, "destinationId"));
  if (question->is_bill)
    return question->number == event->bill;
  if (question->is_account)
    return question->number == event->account;

  return g_str_equal (get_text (configuration, "entityType"), "Notification");
}

static void
collect_of_events (ActSimulatorWorld             *world,
                   GPtrArray                     *runs,
                   const ActSimulatorRunQuestion *question)
{
  ActSimulatorEventIter iter;
  ActSimulatorEvent     event;

  act_simulator_event_iter_init (&iter, world);
  while (act_simulator_event_iter_next (&iter, &event))
    {
      if (!may_be_asked_for (world, &event, question))
        continue;

      if (event.run < ACT_SIMULATOR_FIRST_REPLAY)
        add_if_asked_for (runs, describe_failed (world, &event), question);
      if (event.sequence < world->n_events && event.actioned_ms != 0 && event.actioned_ms < world->base_ms)
        add_if_asked_for (runs, describe_later (world, &event), question);
    }
}

static void
collect_earlier (ActSimulatorWorld             *world,
                 GPtrArray                     *runs,
                 const ActSimulatorRunQuestion *question)
{
  if (!question->is_bill && !question->is_account)
    return;

  for (guint i = 0; i < MAX_EARLIER; i++)
    {
      guint       type = question->is_account ? 1 : 0;
      JsonObject *run = describe_earlier (world, (type * ENTITIES_OF_A_TYPE + question->number) * MAX_EARLIER + i);

      if (run != NULL)
        add_if_asked_for (runs, run, question);
    }
}

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  JsonObject *first = *(JsonObject *const *) a;
  JsonObject *second = *(JsonObject *const *) b;
  int         order = strcmp (json_object_get_string_member (second, "dtStarted"),
                              json_object_get_string_member (first, "dtStarted"));

  return order != 0 ? order : strcmp (json_object_get_string_member (first, "id"), json_object_get_string_member (second, "id"));
}

/**
 * act_simulator_run_dup_id:
 * @world: a world
 * @number: what the id is made from
 *
 * Returns: (transfer full): the id of the run
 */
char *
act_simulator_run_dup_id (ActSimulatorWorld *world,
                          guint32            number)
{
  return act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_RUN, number);
}

/**
 * act_simulator_run_find:
 * @world: a world
 * @id: an id from anywhere
 * @event: (out): return location for what the run was for
 *
 * Returns: (transfer full) (nullable): the run as the API answers it, unless there is none
 */
JsonObject *
act_simulator_run_find (ActSimulatorWorld *world,
                        const char        *id,
                        ActSimulatorEvent *event)
{
  guint32 number = 0;
  gint64  started_ms = 0;

  if (act_simulator_find_index (world->seed, ACT_SIMULATOR_STREAM_EARLIER_RUN, id, &number) &&
      make_earlier (world, number, event, &started_ms))
    return describe_earlier (world, number);

  if (act_simulator_find_index (world->seed, ACT_SIMULATOR_STREAM_LATER_RUN, id, &number) &&
      number < world->n_events && act_simulator_event_at (world, number, event) && event->actioned_ms != 0)
    return describe_later (world, event);

  if (!act_simulator_find_index (world->seed, ACT_SIMULATOR_STREAM_RUN, id, &number))
    return NULL;

  if (number < ACT_SIMULATOR_FIRST_REPLAY)
    return act_simulator_event_at (world, number, event) && event->run == number ? describe_failed (world, event) : NULL;

  number -= (guint32) ACT_SIMULATOR_FIRST_REPLAY;
  if (number >= world->runs->len)
    return NULL;

  make_event_of_replay (g_ptr_array_index (world->runs, number), event);

  return describe_replay (world, g_ptr_array_index (world->runs, number));
}

/**
 * act_simulator_runs_collect:
 * @world: a world
 * @entity_type: (nullable): a type of entity, or any
 * @entity_id: (nullable): the id of an entity, or any
 * @destination_id: (nullable): the id of a destination, or any
 *
 * Collects runs. One of the ids must be given.
 *
 * Returns: (transfer full) (element-type JsonObject): the runs, newest first
 */
GPtrArray *
act_simulator_runs_collect (ActSimulatorWorld *world,
                            const char        *entity_type,
                            const char        *entity_id,
                            const char        *destination_id)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  ActSimulatorRunQuestion question = {
    .entity_type = entity_type,
    .entity_id = entity_id,
    .destination_id = destination_id,
  };

  question.is_bill = act_simulator_bill_find (world, entity_id, &question.number);
  question.is_account = !question.is_bill && act_simulator_account_find (world, entity_id, &question.number);

  collect_of_events (world, runs, &question);
  collect_earlier (world, runs, &question);
  for (guint i = 0; i < world->runs->len; i++)
    add_if_asked_for (runs, describe_replay (world, g_ptr_array_index (world->runs, i)), &question);
  g_ptr_array_sort (runs, compare_runs);

  return g_steal_pointer (&runs);
}

/**
 * act_simulator_runs_replay:
 * @world: a world
 * @event: what the run was for
 * @original: the id of the run
 *
 * Begins a run once more.
 *
 * Returns: (transfer none): the new run
 */
ActSimulatorRun *
act_simulator_runs_replay (ActSimulatorWorld       *world,
                           const ActSimulatorEvent *event,
                           const char              *original)
{
  ActSimulatorRun *run = g_new0 (ActSimulatorRun, 1);

  run->number = (guint32) ACT_SIMULATOR_FIRST_REPLAY + world->runs->len;
  run->message = event->message;
  run->account = event->account;
  run->bill = event->bill;
  run->configuration = event->configuration;
  run->started_ms = act_simulator_world_get_now (world);
  run->due_ms = run->started_ms + world->options->run_ms;
  run->original = g_strdup (original);
  g_ptr_array_add (world->runs, run);
  world->dirty = TRUE;

  return run;
}

/**
 * act_simulator_run_free:
 * @self: (transfer full): a run
 *
 * Frees the run.
 */
void
act_simulator_run_free (ActSimulatorRun *self)
{
  g_free (self->status);
  g_free (self->error);
  g_free (self->original);
  g_free (self);
}
