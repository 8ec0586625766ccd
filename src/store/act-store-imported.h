/* What was not sent from another computer, and waits for a word here
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store.h"

G_BEGIN_DECLS

void       act_store_list_imported_async     (ActStore             *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray *act_store_list_imported_finish    (ActStore             *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void       act_store_send_imported_async     (ActStore             *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean   act_store_send_imported_finish    (ActStore             *self,
                                              GAsyncResult         *result,
                                              guint                *n_sent,
                                              GError              **error);
void       act_store_discard_imported_async  (ActStore             *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean   act_store_discard_imported_finish (ActStore             *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
