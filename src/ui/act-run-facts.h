/* What is known of an integration run
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RUN_FACTS (act_run_facts_get_type ())

/**
 * ActRunFacts:
 *
 * Signal `open-run` (char *: the run's id): the user asks for another run that this one names.
 */
G_DECLARE_FINAL_TYPE (ActRunFacts, act_run_facts, ACT, RUN_FACTS, GtkWidget)

GtkWidget *act_run_facts_new             (void);
void       act_run_facts_set_run         (ActRunFacts             *self,
                                          const ActIntegrationRun *run);
void       act_run_facts_set_entity_name (ActRunFacts             *self,
                                          const char              *name);

G_END_DECLS
