/* What a query finds, grouped by cause
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cause.h"
#include "act-query.h"
#include "act-store.h"

G_BEGIN_DECLS

void       act_store_list_causes_async   (ActStore             *self,
                                          const ActQuery       *query,
                                          ActCauseOrder         order,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *act_store_list_causes_finish  (ActStore             *self,
                                          GAsyncResult         *result,
                                          guint                *n_causes,
                                          GError              **error);
void       act_store_count_cause_async   (ActStore             *self,
                                          gint64                row_id,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean   act_store_count_cause_finish  (ActStore             *self,
                                          GAsyncResult         *result,
                                          gint64               *cause,
                                          guint                *n_others,
                                          GError              **error);
void       act_store_count_causes_async  (ActStore             *self,
                                          const gint64         *row_ids,
                                          gsize                 n_row_ids,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GArray    *act_store_count_causes_finish (ActStore             *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
