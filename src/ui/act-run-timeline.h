/* The history of an entity's runs, drawn and in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RUN_TIMELINE (act_run_timeline_get_type ())

/**
 * ActRunTimeline:
 *
 * A mark for each run, the newest at the end of the line of writing. Signal `open-run` (char *: the
 * run's id): a mark was pressed.
 */
G_DECLARE_FINAL_TYPE (ActRunTimeline, act_run_timeline, ACT, RUN_TIMELINE, GtkWidget)

GtkWidget *act_run_timeline_new      (void);
void       act_run_timeline_set_runs (ActRunTimeline *self,
                                      GPtrArray      *runs,
                                      gboolean        is_known_only,
                                      const char     *current_id);

G_END_DECLS
