/* Sends the changes that are not marks
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-abilities.h"
#include "act-client.h"
#include "act-once.h"
#include "act-store.h"

G_BEGIN_DECLS

#define ACT_TYPE_CHANGE_PUSH (act_change_push_get_type ())

/**
 * ActChangePush:
 *
 * Goes through the changes once, one at a time, in the order in which the user made them, and also
 * finds out what came of those whose answers were lost. Main thread only.
 */
G_DECLARE_FINAL_TYPE (ActChangePush, act_change_push, ACT, CHANGE_PUSH, GObject)

ActChangePush *act_change_push_new          (ActClient            *client,
                                             ActStore             *store,
                                             ActAbilities         *abilities,
                                             ActOnce              *once);
void           act_change_push_set_patience (ActChangePush        *self,
                                             gint64                patience_ms);
void           act_change_push_run_async    (ActChangePush        *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean       act_change_push_run_finish   (ActChangePush        *self,
                                             GAsyncResult         *result,
                                             GError              **error);
gint64         act_change_push_get_wait     (ActChangePush        *self);
void           act_change_push_stop         (ActChangePush        *self);

G_END_DECLS
