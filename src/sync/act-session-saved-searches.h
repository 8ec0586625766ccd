/* The session's searches that the user gave a name
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-saved-search.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_session_list_searches_async  (ActSession            *self,
                                             GCancellable          *cancellable,
                                             GAsyncReadyCallback    callback,
                                             gpointer               user_data);
GPtrArray *act_session_list_searches_finish (ActSession            *self,
                                             GAsyncResult          *result,
                                             GError               **error);
void       act_session_save_search_async    (ActSession            *self,
                                             const ActSavedSearch  *search,
                                             GCancellable          *cancellable,
                                             GAsyncReadyCallback    callback,
                                             gpointer               user_data);
gboolean   act_session_save_search_finish   (ActSession            *self,
                                             GAsyncResult          *result,
                                             GError               **error);
void       act_session_delete_search_async  (ActSession            *self,
                                             gint64                 number,
                                             GCancellable          *cancellable,
                                             GAsyncReadyCallback    callback,
                                             gpointer               user_data);
gboolean   act_session_delete_search_finish (ActSession            *self,
                                             GAsyncResult          *result,
                                             GError               **error);

G_END_DECLS
