/* Rows of what the store keeps of the server beside events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-resource.h"
#include "act-store-database.h"

G_BEGIN_DECLS

gboolean     act_store_resource_rows_put    (ActStoreDatabase  *database,
                                             ActResourceKind    kind,
                                             const char        *group,
                                             GPtrArray         *resources,
                                             gboolean           complete,
                                             GError           **error);
ActResource *act_store_resource_rows_read   (ActStoreDatabase  *database,
                                             ActResourceKind    kind,
                                             const char        *id,
                                             GError           **error);
gboolean     act_store_resource_rows_find   (ActStoreDatabase  *database,
                                             ActResourceKind    kind,
                                             const char        *id,
                                             gint64            *read_at,
                                             GError           **error);
GPtrArray   *act_store_resource_rows_list   (ActStoreDatabase  *database,
                                             ActResourceKind    kind,
                                             const char        *group,
                                             gint64            *listed_at,
                                             GError           **error);
gboolean     act_store_resource_rows_remove (ActStoreDatabase  *database,
                                             ActResourceKind    kind,
                                             const char        *id,
                                             GError           **error);
gboolean     act_store_resource_rows_clear  (ActStoreDatabase  *database,
                                             ActResourceKind    kind,
                                             GError           **error);

G_END_DECLS
