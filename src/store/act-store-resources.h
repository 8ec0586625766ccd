/* What the store keeps of the server beside events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-resource.h"
#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void         act_store_put_resources_async    (ActStore             *self,
                                               ActResourceKind       kind,
                                               const char           *group,
                                               GPtrArray            *resources,
                                               gboolean              complete,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean     act_store_put_resources_finish   (ActStore             *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void         act_store_read_resource_async    (ActStore             *self,
                                               ActResourceKind       kind,
                                               const char           *id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
ActResource *act_store_read_resource_finish   (ActStore             *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void         act_store_find_resource_async    (ActStore             *self,
                                               ActResourceKind       kind,
                                               const char           *id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gint64       act_store_find_resource_finish   (ActStore             *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void         act_store_list_resources_async   (ActStore             *self,
                                               ActResourceKind       kind,
                                               const char           *group,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray   *act_store_list_resources_finish  (ActStore             *self,
                                               GAsyncResult         *result,
                                               gint64               *listed_at,
                                               GError              **error);
void         act_store_remove_resource_async  (ActStore             *self,
                                               ActResourceKind       kind,
                                               const char           *id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean     act_store_remove_resource_finish (ActStore             *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void         act_store_clear_resources_async  (ActStore             *self,
                                               ActResourceKind       kind,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean     act_store_clear_resources_finish (ActStore             *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void         act_store_read_name_async        (ActStore             *self,
                                               ActNameKind           kind,
                                               const char           *id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
char        *act_store_read_name_finish       (ActStore             *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
