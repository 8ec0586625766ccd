/* Integration runs in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-finding.h"

#include <glib.h>

G_BEGIN_DECLS

char       *act_run_text_status   (const ActIntegrationRun *run);
const char *act_run_text_meaning  (const ActIntegrationRun *run);
char       *act_run_text_duration (gint64                   milliseconds);
char       *act_run_text_finding  (const ActRunFinding     *finding);
char       *act_run_text_mark     (const ActIntegrationRun *run,
                                   gint64                   now);
char       *act_run_text_day      (gint64                   milliseconds);
char       *act_run_text_counts   (GPtrArray               *runs,
                                   gboolean                 is_known_only);
char       *act_run_text_history  (GPtrArray               *runs,
                                   gboolean                 is_known_only,
                                   gint64                   now);
char       *act_run_text_replay   (const ActIntegrationRun *run,
                                   GPtrArray               *runs);

G_END_DECLS
