/* Searches that the user gave a name
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-saved-search.h"
#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_store_list_searches_async  (ActStore              *self,
                                           GCancellable          *cancellable,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
GPtrArray *act_store_list_searches_finish (ActStore              *self,
                                           GAsyncResult          *result,
                                           GError               **error);
void       act_store_save_search_async    (ActStore              *self,
                                           const ActSavedSearch  *search,
                                           GCancellable          *cancellable,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
gboolean   act_store_save_search_finish   (ActStore              *self,
                                           GAsyncResult          *result,
                                           GError               **error);
void       act_store_delete_search_async  (ActStore              *self,
                                           gint64                 number,
                                           GCancellable          *cancellable,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
gboolean   act_store_delete_search_finish (ActStore              *self,
                                           GAsyncResult          *result,
                                           GError               **error);

G_END_DECLS
