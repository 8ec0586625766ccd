/* Reads ahead what follow-ups of open events show, for the time without a network
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-engine.h"

G_BEGIN_DECLS

#define ACT_TYPE_PREFETCH (act_prefetch_get_type ())

/**
 * ActPrefetch:
 *
 * Looks what the store has of what the newest open events need, and asks the server for the rest:
 * two calls at a time, with half of the requests that a connection may make, and none while the
 * engine is at work. Main thread only.
 *
 * The signal `changed` says that the progress is another one.
 */
G_DECLARE_FINAL_TYPE (ActPrefetch, act_prefetch, ACT, PREFETCH, GObject)

ActPrefetch *act_prefetch_new                 (ActSession   *session,
                                               ActStore     *store,
                                               ActEngine    *engine,
                                               ActAbilities *abilities);
void         act_prefetch_look                (ActPrefetch  *self);
void         act_prefetch_start               (ActPrefetch  *self);
void         act_prefetch_stop                (ActPrefetch  *self);
void         act_prefetch_set_keep_logs       (ActPrefetch  *self,
                                               gboolean      keep_logs);
void         act_prefetch_set_request_ceiling (ActPrefetch  *self,
                                               guint         requests_a_second);
gboolean     act_prefetch_is_running          (ActPrefetch  *self);
void         act_prefetch_get_progress        (ActPrefetch  *self,
                                               guint        *ready,
                                               guint        *total);

G_END_DECLS
