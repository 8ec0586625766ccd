/* Changes that were made from this computer: the calls
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity.h"
#include "act-store.h"

G_BEGIN_DECLS

void       act_store_add_activity_async         (ActStore             *self,
                                                 const ActActivity    *activity,
                                                 GPtrArray            *items,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean   act_store_add_activity_finish        (ActStore             *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void       act_store_list_activities_async      (ActStore             *self,
                                                 const char           *text,
                                                 guint                 actions,
                                                 gint64                before,
                                                 guint                 limit,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray *act_store_list_activities_finish     (ActStore             *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void       act_store_list_activity_items_async  (ActStore             *self,
                                                 gint64                number,
                                                 guint                 first,
                                                 guint                 limit,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray *act_store_list_activity_items_finish (ActStore             *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
