/* Which events are about the same thing, and what open events are about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"
#include "act-relation.h"
#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_store_list_related_async       (ActStore             *self,
                                               const ActRelation    *relation,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GArray    *act_store_list_related_finish      (ActStore             *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void       act_store_list_open_records_async  (ActStore             *self,
                                               guint                 limit,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray *act_store_list_open_records_finish (ActStore             *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
