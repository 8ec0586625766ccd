/* Runs an integration run again
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-run.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RUN_REPLAY (act_run_replay_get_type ())

/**
 * ActRunReplay:
 *
 * A button that asks first, sends the replay once, and follows the new run until it ends; then it
 * offers to mark the events that are about it. When the answer is lost, the entity's runs are read
 * again, and the button works again only after that. Signals: `open-run` (char *: a run's id),
 * `runs-read` (GPtrArray of #ActIntegrationRun: the runs of the same entity as they are now).
 */
G_DECLARE_FINAL_TYPE (ActRunReplay, act_run_replay, ACT, RUN_REPLAY, GtkWidget)

GtkWidget *act_run_replay_new     (void);
void       act_run_replay_set_run (ActRunReplay            *self,
                                   ActSession              *session,
                                   const ActIntegrationRun *run,
                                   gint64                   row_id);

G_END_DECLS
