/* What a query of the session's events finds, grouped by cause
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cause.h"
#include "act-query.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_session_list_causes_async  (ActSession           *self,
                                           const ActQuery       *query,
                                           ActCauseOrder         order,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *act_session_list_causes_finish (ActSession           *self,
                                           GAsyncResult         *result,
                                           guint                *n_causes,
                                           GError              **error);
void       act_session_count_cause_async  (ActSession           *self,
                                           gint64                row_id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean   act_session_count_cause_finish (ActSession           *self,
                                           GAsyncResult         *result,
                                           gint64               *cause,
                                           guint                *n_others,
                                           GError              **error);
void       act_session_count_causes_async
                                          (ActSession           *self,
                                           const gint64         *row_ids,
                                           gsize                 n_row_ids,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GArray    *act_session_count_causes_finish
                                          (ActSession           *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
