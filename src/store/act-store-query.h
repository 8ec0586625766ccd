/* What the list shows, as SQL
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"
#include "act-store-database.h"

G_BEGIN_DECLS

char   *act_store_query_build_sql (const ActQuery    *query);
GArray *act_store_query_run       (ActStoreDatabase  *database,
                                   const ActQuery    *query,
                                   guint              limit,
                                   GError           **error);

G_END_DECLS
