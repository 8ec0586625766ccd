/* One run in the drawing of a history
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RUN_MARK (act_run_mark_get_type ())

G_DECLARE_FINAL_TYPE (ActRunMark, act_run_mark, ACT, RUN_MARK, GtkButton)

GtkWidget  *act_run_mark_new        (const ActIntegrationRun *run,
                                     gboolean                 is_current);
const char *act_run_mark_get_run_id (ActRunMark              *self);
gboolean    act_run_mark_is_current (ActRunMark              *self);
GtkWidget  *act_run_mark_get_icon   (ActRunMark              *self);

G_END_DECLS
