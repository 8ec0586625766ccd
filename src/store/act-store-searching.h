/* What a query finds, summed up
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-facets.h"
#include "act-query.h"
#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_store_list_facets_async  (ActStore             *self,
                                         const ActQuery       *query,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
ActFacets *act_store_list_facets_finish (ActStore             *self,
                                         GAsyncResult         *result,
                                         GError              **error);
guint      act_store_get_n_scanned      (ActStore             *self);

G_END_DECLS
