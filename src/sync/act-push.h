/* Sends the marks that are ready and reads them back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "act-position.h"

G_BEGIN_DECLS

#define ACT_TYPE_PUSH (act_push_get_type ())

/**
 * ActPush:
 *
 * Empties the outbox. Marks are taken from it and sent, several calls at a time, and what was accepted
 * is read back a hundred at once while others are sent. It ends when nothing is left that can be sent
 * now.
 */
G_DECLARE_FINAL_TYPE (ActPush, act_push, ACT, PUSH, GObject)

ActPush  *act_push_new        (ActClient            *client,
                               ActStore             *store,
                               ActPosition          *position);
void      act_push_run_async  (ActPush              *self,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean  act_push_run_finish (ActPush              *self,
                               GAsyncResult         *result,
                               GError              **error);
void      act_push_stop       (ActPush              *self);

G_END_DECLS
