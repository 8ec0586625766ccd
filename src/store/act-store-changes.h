/* Changes of something else than an event, in the outbox
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-change.h"
#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_store_add_change_async      (ActStore             *self,
                                            const ActChange      *change,
                                            gint64                replaced_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gint64     act_store_add_change_finish     (ActStore             *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void       act_store_list_changes_async    (ActStore             *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *act_store_list_changes_finish   (ActStore             *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void       act_store_claim_change_async    (ActStore             *self,
                                            gint64                after_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean   act_store_claim_change_finish   (ActStore             *self,
                                            GAsyncResult         *result,
                                            ActChange           **change,
                                            GError              **error);
void       act_store_settle_change_async   (ActStore             *self,
                                            gint64                change_id,
                                            ActOutboxState        state,
                                            const char           *reason,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean   act_store_settle_change_finish  (ActStore             *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void       act_store_discard_change_async  (ActStore             *self,
                                            gint64                change_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean   act_store_discard_change_finish (ActStore             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
