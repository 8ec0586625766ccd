/* Moves data between the store and the server, and knows when
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-abilities.h"
#include "act-client.h"
#include "act-clock.h"
#include "act-conditions.h"
#include "act-meter.h"
#include "act-once.h"
#include "act-position.h"
#include "act-session.h"

G_BEGIN_DECLS

#define ACT_TYPE_ENGINE (act_engine_get_type ())

/**
 * ActEngine:
 *
 * Orders the passes, the pushes and the reading of history of one connection. Main thread only.
 * The signal `changed` says that a getter may answer otherwise than before, and `caught-up` that
 * names and history were read after a pass of an automatic engine.
 */
G_DECLARE_FINAL_TYPE (ActEngine, act_engine, ACT, ENGINE, GObject)

ActEngine       *act_engine_new             (ActClient            *client,
                                             ActStore             *store,
                                             ActPosition          *position,
                                             ActAbilities         *abilities,
                                             ActOnce              *once,
                                             ActClock             *clock,
                                             gboolean              automatic);
void             act_engine_start           (ActEngine            *self);
void             act_engine_follow_key      (ActEngine            *self);
void             act_engine_stop_async      (ActEngine            *self,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean         act_engine_stop_finish     (ActEngine            *self,
                                             GAsyncResult         *result,
                                             GError              **error);
ActSessionState  act_engine_get_state       (ActEngine            *self);
const GError    *act_engine_get_error       (ActEngine            *self);
gint64           act_engine_get_as_of       (ActEngine            *self);
const GError    *act_engine_get_mark_error  (ActEngine            *self);
gboolean         act_engine_is_busy         (ActEngine            *self);
void             act_engine_refresh_async   (ActEngine            *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean         act_engine_refresh_finish  (ActEngine            *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void             act_engine_send_async      (ActEngine            *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean         act_engine_send_finish     (ActEngine            *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void             act_engine_send_soon       (ActEngine            *self);
void             act_engine_forget_cannot_mark (ActEngine         *self);
void             act_engine_offer_marks_again  (ActEngine         *self);

/* How it goes, and what holds it back */
ActMeter        *act_engine_get_meter       (ActEngine            *self);
ActSyncHold      act_engine_get_hold        (ActEngine            *self);
gboolean         act_engine_may_read_ahead  (ActEngine            *self);
gboolean         act_engine_get_stale       (ActEngine            *self);
gboolean         act_engine_get_history_read (ActEngine           *self);
void             act_engine_set_interval    (ActEngine            *self,
                                             guint                 seconds);
void             act_engine_set_paused      (ActEngine            *self,
                                             gboolean              paused);
gboolean         act_engine_get_paused      (ActEngine            *self);
void             act_engine_set_conditions  (ActEngine            *self,
                                             const ActConditions  *conditions);
void             act_engine_download_anyway (ActEngine            *self);

G_END_DECLS
