/* Follows an integration run until it ends
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-run.h"
#include "act-session.h"

G_BEGIN_DECLS

#define ACT_TYPE_RUN_WATCH (act_run_watch_get_type ())

/**
 * ActRunWatch:
 *
 * Reads a run again and again, after one second at first and then ever more seldom, at last every
 * five seconds, until it ends or nobody holds the watch any more. While the server is out of reach it
 * goes on. Main thread only.
 *
 * The signal `changed` says that a getter answers otherwise than before.
 */
G_DECLARE_FINAL_TYPE (ActRunWatch, act_run_watch, ACT, RUN_WATCH, GObject)

ActRunWatch             *act_run_watch_new         (ActSession              *session,
                                                    const ActIntegrationRun *run);
const ActIntegrationRun *act_run_watch_get_run     (ActRunWatch             *self);
const GError            *act_run_watch_get_error   (ActRunWatch             *self);
gboolean                 act_run_watch_is_watching (ActRunWatch             *self);

G_END_DECLS
