/* Starts a new store in the place of one that cannot be opened
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_store_list_unsent_async   (const char           *path,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *act_store_list_unsent_finish  (GAsyncResult         *result,
                                          GError              **error);
void       act_store_set_aside_async     (const char           *path,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
char      *act_store_set_aside_finish    (GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
