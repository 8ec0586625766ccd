/* What was not sent from another computer, and is held here
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

G_BEGIN_DECLS

void       act_session_list_imported_async     (ActSession           *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GPtrArray *act_session_list_imported_finish    (ActSession           *self,
                                                GAsyncResult         *result,
                                                GError              **error);
void       act_session_send_imported_async     (ActSession           *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean   act_session_send_imported_finish    (ActSession           *self,
                                                GAsyncResult         *result,
                                                guint                *n_sent,
                                                GError              **error);
void       act_session_discard_imported_async  (ActSession           *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean   act_session_discard_imported_finish (ActSession           *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
