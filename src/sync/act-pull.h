/* Reads lists of events into the store, by cursors that run side by side
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActPullRange:
 * @ACT_PULL_FULL: to the end of the list
 * @ACT_PULL_HEAD: until two pages held nothing new and reached behind the pass' horizon
 *
 * How far a cursor is followed.
 */
typedef enum
{
  ACT_PULL_FULL,
  ACT_PULL_HEAD,
} ActPullRange;

#define ACT_TYPE_PULL (act_pull_get_type ())

/**
 * ActPull:
 *
 * One pass over lists of events. Add cursors, then run it once. The pass succeeds only if every
 * cursor was followed as far as it was meant to be; a cursor that repeats, or a page that is not
 * answered, fails it.
 */
G_DECLARE_FINAL_TYPE (ActPull, act_pull, ACT, PULL, GObject)

ActPull  *act_pull_new        (ActClient            *client,
                               ActStore             *store,
                               gint64                pass);
void      act_pull_add_cursor (ActPull              *self,
                               const char           *event_name,
                               gboolean              include_actioned,
                               ActPullRange          range,
                               const char           *next_token);
void      act_pull_set_horizon (ActPull             *self,
                               gint64                horizon);
void      act_pull_keep_place (ActPull              *self,
                               const char           *key);
void      act_pull_run_async  (ActPull              *self,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean  act_pull_run_finish (ActPull              *self,
                               GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
