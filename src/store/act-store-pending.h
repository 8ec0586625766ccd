/* Marks that the server has not confirmed: the calls
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-pending.h"
#include "act-store.h"

G_BEGIN_DECLS

void       act_store_list_pending_groups_async  (ActStore               *self,
                                                 GCancellable           *cancellable,
                                                 GAsyncReadyCallback     callback,
                                                 gpointer                user_data);
GPtrArray *act_store_list_pending_groups_finish (ActStore               *self,
                                                 GAsyncResult           *result,
                                                 GError                **error);
void       act_store_list_pending_marks_async   (ActStore               *self,
                                                 const ActPendingScope  *scope,
                                                 gint64                  after_id,
                                                 guint                   limit,
                                                 GCancellable           *cancellable,
                                                 GAsyncReadyCallback     callback,
                                                 gpointer                user_data);
GPtrArray *act_store_list_pending_marks_finish  (ActStore               *self,
                                                 GAsyncResult           *result,
                                                 GError                **error);
void       act_store_retry_pending_async        (ActStore               *self,
                                                 const ActPendingScope  *scope,
                                                 GCancellable           *cancellable,
                                                 GAsyncReadyCallback     callback,
                                                 gpointer                user_data);
void       act_store_retry_change_async         (ActStore               *self,
                                                 gint64                  change_id,
                                                 GCancellable           *cancellable,
                                                 GAsyncReadyCallback     callback,
                                                 gpointer                user_data);
void       act_store_take_back_pending_async    (ActStore               *self,
                                                 const ActPendingScope  *scope,
                                                 GCancellable           *cancellable,
                                                 GAsyncReadyCallback     callback,
                                                 gpointer                user_data);

G_END_DECLS
