/* The errors that can happen in the simulator's world, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ACT_SIMULATOR_KIND_VALIDATION,
  ACT_SIMULATOR_KIND_MAPPING,
  ACT_SIMULATOR_KIND_AUTHENTICATION,
  ACT_SIMULATOR_KIND_PERFORM,
  ACT_SIMULATOR_KIND_DISABLED,
} ActSimulatorKind;

#define ACT_SIMULATOR_N_KINDS 5

/**
 * ActSimulatorWho:
 * @ACT_SIMULATOR_WHO_ANY: any account
 * @ACT_SIMULATOR_WHO_THREE: three accounts that share the fault
 * @ACT_SIMULATOR_WHO_UNMAPPED: an account that had no mapping when it happened
 *
 * Which accounts an error happens to.
 */
typedef enum
{
  ACT_SIMULATOR_WHO_ANY,
  ACT_SIMULATOR_WHO_THREE,
  ACT_SIMULATOR_WHO_UNMAPPED,
} ActSimulatorWho;

/**
 * ActSimulatorMessage:
 * @kind: the kind of event
 * @configuration: the index of the configuration that it happens to
 * @weight: how often it happens among those of its kind
 * @who: which accounts it happens to
 * @status: the status of the run
 * @lasting: whether the run fails again when it is replayed and nothing else has changed
 * @text: cause and remedy, with names in braces for what differs
 */
typedef struct
{
  ActSimulatorKind kind;
  guint            configuration;
  guint            weight;
  ActSimulatorWho  who;
  const char      *status;
  gboolean         lasting;
  const char      *text;
} ActSimulatorMessage;

extern const ActSimulatorMessage act_simulator_messages[];

guint       act_simulator_get_n_messages  (void);
const char *act_simulator_get_event_name  (ActSimulatorKind kind);
guint       act_simulator_pick_message    (ActSimulatorKind kind,
                                           guint            number);
guint       act_simulator_find_message    (ActSimulatorKind kind,
                                           guint            configuration);
char       *act_simulator_fill_in         (const char        *text,
                                           const char *const *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
