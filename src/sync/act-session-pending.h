/* What waits for the server, and what can be done about it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-pending.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_session_list_pending_groups_async  (ActSession             *self,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     callback,
                                                   gpointer                user_data);
GPtrArray *act_session_list_pending_groups_finish (ActSession             *self,
                                                   GAsyncResult           *result,
                                                   GError                **error);
void       act_session_list_pending_marks_async   (ActSession             *self,
                                                   const ActPendingScope  *scope,
                                                   gint64                  after_id,
                                                   guint                   limit,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     callback,
                                                   gpointer                user_data);
GPtrArray *act_session_list_pending_marks_finish  (ActSession             *self,
                                                   GAsyncResult           *result,
                                                   GError                **error);
void       act_session_retry_pending_async        (ActSession             *self,
                                                   const ActPendingScope  *scope,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     callback,
                                                   gpointer                user_data);
void       act_session_retry_change_async         (ActSession             *self,
                                                   gint64                  change_id,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     callback,
                                                   gpointer                user_data);
gboolean   act_session_retry_finish               (ActSession             *self,
                                                   GAsyncResult           *result,
                                                   GError                **error);
void       act_session_take_back_pending_async    (ActSession             *self,
                                                   const ActPendingScope  *scope,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     callback,
                                                   gpointer                user_data);

G_END_DECLS
