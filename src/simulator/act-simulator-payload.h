/* What an event says about itself
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-events.h"

G_BEGIN_DECLS

char       *act_simulator_event_dup_message     (ActSimulatorWorld       *world,
                                                 const ActSimulatorEvent *event) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *act_simulator_event_to_json         (ActSimulatorWorld       *world,
                                                 const ActSimulatorEvent *event) G_GNUC_WARN_UNUSED_RESULT;
char       *act_simulator_event_dup_entity      (ActSimulatorWorld       *world,
                                                 const ActSimulatorEvent *event,
                                                 gboolean                 of_run,
                                                 const char             **entity_type) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *act_simulator_event_describe_fields (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
