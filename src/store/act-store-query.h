/* What the list shows: row ids in their order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"
#include "act-store-database.h"

G_BEGIN_DECLS

GArray *act_store_query_run  (ActStoreDatabase  *database,
                              const ActQuery    *query,
                              guint              limit,
                              GError           **error);
GArray *act_store_query_read (ActStoreDatabase  *database,
                              const ActQuery    *query,
                              guint              limit,
                              GError           **error);

G_END_DECLS
