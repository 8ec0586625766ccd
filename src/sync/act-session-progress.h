/* How far a session's synchronisation is, and what holds it back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-conditions.h"
#include "act-session.h"
#include "act-sync-progress.h"

G_BEGIN_DECLS

void     act_session_get_progress        (ActSession           *self,
                                          ActSyncProgress      *progress);
gboolean act_session_get_stale           (ActSession           *self);
gboolean act_session_get_history_read    (ActSession           *self);
void     act_session_set_paused          (ActSession           *self,
                                          gboolean              paused);
gboolean act_session_get_paused          (ActSession           *self);
void     act_session_set_conditions      (ActSession           *self,
                                          const ActConditions  *conditions);
void     act_session_download_anyway     (ActSession           *self);
void     act_session_set_refresh_minutes (ActSession           *self,
                                          guint                 minutes);

G_END_DECLS
