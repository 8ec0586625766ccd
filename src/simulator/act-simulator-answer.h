/* From a request to its answer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-world.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * ActSimulatorAnswer:
 * @status: the status
 * @text: the body, which is JSON
 * @fault: what goes wrong on its way
 */
typedef struct
{
  guint             status;
  char             *text; /* (owned) */
  ActSimulatorFault fault;
} ActSimulatorAnswer;

ActSimulatorAnswer *act_simulator_answer_new  (ActSimulatorWorld  *world,
                                               SoupServerMessage  *message);
ActSimulatorAnswer *act_simulator_answer_new_refusal (guint status,
                                                      const char *text);
void                act_simulator_answer_free (ActSimulatorAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActSimulatorAnswer, act_simulator_answer_free)

G_END_DECLS
