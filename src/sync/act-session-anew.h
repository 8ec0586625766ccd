/* Starts a new store for a connection whose store cannot be opened
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_session_list_unsent_async  (ActConnection        *connection,
                                           const char           *directory,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *act_session_list_unsent_finish (GAsyncResult         *result,
                                           GError              **error);
void       act_session_set_aside_async    (ActConnection        *connection,
                                           const char           *directory,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
char      *act_session_set_aside_finish   (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
