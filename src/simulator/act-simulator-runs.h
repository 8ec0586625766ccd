/* Integration runs: what happened to an entity on its way to another system
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-events.h"

G_BEGIN_DECLS

/* What the ids of replays count from; those of other runs are the sequences of their events. */
#define ACT_SIMULATOR_FIRST_REPLAY G_GUINT64_CONSTANT (0xc0000000)

/**
 * ActSimulatorRun:
 * @number: what its id is made from
 * @message: the index of the message that the first run failed with
 * @account: the index of the account
 * @bill: the index of the bill
 * @configuration: the index of the configuration
 * @started_ms: when it was started
 * @due_ms: when it ends
 * @ended: whether it has ended
 * @status: (nullable): how it ended
 * @error: (nullable): what went wrong
 * @original: the id of the run that it repeats
 *
 * A run that was replayed. All other runs follow from the seed.
 */
typedef struct
{
  guint32  number;
  guint    message;
  guint    account;
  guint    bill;
  guint    configuration;
  gint64   started_ms;
  gint64   due_ms;
  gboolean ended;
  char    *status;   /* (owned) */
  char    *error;    /* (owned) */
  char    *original; /* (owned) */
} ActSimulatorRun;

char            *act_simulator_run_dup_id   (ActSimulatorWorld       *world,
                                             guint32                  number) G_GNUC_WARN_UNUSED_RESULT;
JsonObject      *act_simulator_run_find     (ActSimulatorWorld       *world,
                                             const char              *id,
                                             ActSimulatorEvent       *event) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *act_simulator_runs_collect (ActSimulatorWorld       *world,
                                             const char              *entity_type,
                                             const char              *entity_id,
                                             const char              *destination_id) G_GNUC_WARN_UNUSED_RESULT;
ActSimulatorRun *act_simulator_runs_replay  (ActSimulatorWorld       *world,
                                             const ActSimulatorEvent *event,
                                             const char              *original);
void             act_simulator_runs_settle  (ActSimulatorWorld       *world);
void             act_simulator_run_free     (ActSimulatorRun         *self);

G_END_DECLS
