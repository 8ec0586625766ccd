/* How a replayed run ends, and what follows from it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * These are the laws of the simulator's world: a mapping that is there lets a run go on, a credential
 * that is refused stops it, and ten errors in a row disable the configuration.
 */

#include "act-simulator-runs.h"

#include "act-simulator-mappings.h"
#include "act-simulator-payload.h"

#define MAX_ERRORS 10

typedef struct
{
  const char *status;
  gboolean    failed;
  guint       message;
} ActSimulatorOutcome;

static ActSimulatorOutcome
judge (ActSimulatorWorld         *world,
       const ActSimulatorRun     *run,
       ActSimulatorConfiguration *configuration)
{
  const ActSimulatorMessage *message = &act_simulator_messages[run->message];
  const char                *destination = json_object_get_string_member (configuration->json, "destination");
  int                        system = act_simulator_world_find_system (destination);
  ActSimulatorOutcome        outcome = { .status = "COMPLETE", .message = run->message };

  if (configuration->deleted || !json_object_get_boolean_member_with_default (configuration->json, "enabled", TRUE))
    {
      outcome.status = "DISABLED";
      outcome.message = act_simulator_find_message (ACT_SIMULATOR_KIND_DISABLED, run->configuration);
    }
  else if (!act_simulator_world_is_authorized (world, configuration))
    {
      outcome.status = "AUTH_FAILED";
      outcome.failed = TRUE;
      outcome.message = act_simulator_find_message (ACT_SIMULATOR_KIND_AUTHENTICATION, run->configuration);
    }
  else if (message->kind == ACT_SIMULATOR_KIND_MAPPING && !act_simulator_mapping_exists (world, run->account, system))
    {
      outcome.status = message->status;
      outcome.failed = TRUE;
    }
  else if (message->kind != ACT_SIMULATOR_KIND_MAPPING && message->lasting)
    {
      outcome.status = message->status;
      outcome.failed = TRUE;
    }

  return outcome;
}

static void
tell (ActSimulatorWorld     *world,
      const ActSimulatorRun *run,
      guint                  message,
      gint64                 time_ms,
      guint32                run_number)
{
  ActSimulatorEvent *event = act_simulator_events_add (world, time_ms);

  event->message = message;
  event->account = run->account;
  event->bill = run->bill;
  event->configuration = run->configuration;
  event->run = run_number;
}

static void
count_error (ActSimulatorWorld         *world,
             const ActSimulatorRun     *run,
             ActSimulatorConfiguration *configuration)
{
  if (++configuration->errors < MAX_ERRORS)
    return;

  json_object_set_boolean_member (configuration->json, "enabled", FALSE);
  act_simulator_world_touch (world, configuration->json);
  tell (world, run, act_simulator_find_message (ACT_SIMULATOR_KIND_DISABLED, run->configuration),
        run->due_ms + 1, ACT_SIMULATOR_NO_RUN);
}

static void
end_run (ActSimulatorWorld *world,
         ActSimulatorRun   *run)
{
  ActSimulatorConfiguration *configuration = act_simulator_world_get_configuration (world, run->configuration);
  ActSimulatorOutcome        outcome = judge (world, run, configuration);
  ActSimulatorEvent          event = {
             .time_ms = run->due_ms,
             .message = outcome.message,
             .account = run->account,
             .bill = run->bill,
             .configuration = run->configuration,
             .run = run->number,
  };

  run->ended = TRUE;
  run->status = g_strdup (outcome.status);
  world->dirty = TRUE;

  if (g_str_equal (outcome.status, "COMPLETE"))
    {
      configuration->errors = 0;
      return;
    }

  run->error = act_simulator_event_dup_message (world, &event);
  if (outcome.failed)
    {
      tell (world, run, outcome.message, run->due_ms, run->number);
      count_error (world, run, configuration);
    }
}

/**
 * act_simulator_runs_settle:
 * @world: a world
 *
 * Ends every run whose time has come.
 */
void
act_simulator_runs_settle (ActSimulatorWorld *world)
{
  gint64 now = act_simulator_world_get_now (world);

  for (guint i = 0; i < world->runs->len; i++)
    {
      ActSimulatorRun *run = g_ptr_array_index (world->runs, i);

      if (!run->ended && run->due_ms <= now)
        end_run (world, run);
    }
}
