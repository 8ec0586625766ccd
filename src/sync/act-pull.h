/* Reads lists of events into the store, by cursors that run side by side
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cursor.h"
#include "act-meter.h"
#include "act-places.h"
#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_PULL (act_pull_get_type ())

/**
 * ActPull:
 *
 * One pass over lists of events. Add cursors, then run it once. The pass succeeds only if every
 * cursor was followed as far as it was meant to be; a cursor that repeats, or a page that is not
 * answered, fails it. What was read by then is in the store all the same.
 *
 * While pages are merged the next ones are on their way. A cursor of %ACT_PULL_HEAD alone waits to
 * hear what was new on its page.
 */
G_DECLARE_FINAL_TYPE (ActPull, act_pull, ACT, PULL, GObject)

ActPull   *act_pull_new             (ActClient            *client,
                                     ActStore             *store,
                                     gint64                pass);
void       act_pull_add_cursor      (ActPull              *self,
                                     const char           *event_name,
                                     gboolean              include_actioned,
                                     ActPullRange          range,
                                     const char           *next_token);
void       act_pull_set_horizon     (ActPull              *self,
                                     gint64                horizon);
void       act_pull_keep_places     (ActPull              *self,
                                     const char           *key,
                                     ActPlaces            *places);
void       act_pull_set_meter       (ActPull              *self,
                                     ActMeter             *meter,
                                     ActSyncPhase          phase);
void       act_pull_run_async       (ActPull              *self,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean   act_pull_run_finish      (ActPull              *self,
                                     GAsyncResult         *result,
                                     GError              **error);
guint      act_pull_get_n_cursors   (ActPull              *self);
gboolean   act_pull_get_complete    (ActPull              *self);
GPtrArray *act_pull_get_found_names (ActPull              *self);

G_END_DECLS
