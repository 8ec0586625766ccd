/* What became of a run, in large letters, and what that means
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RUN_HEADING (act_run_heading_get_type ())

G_DECLARE_FINAL_TYPE (ActRunHeading, act_run_heading, ACT, RUN_HEADING, GtkWidget)

GtkWidget *act_run_heading_new     (void);
void       act_run_heading_set_run (ActRunHeading           *self,
                                    const ActIntegrationRun *run);

G_END_DECLS
