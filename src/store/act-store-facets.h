/* Counts what a query finds by event name and by destination
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-facets.h"
#include "act-query.h"
#include "act-store-database.h"

G_BEGIN_DECLS

ActFacets *act_store_facets_list (ActStoreDatabase  *database,
                                  const ActQuery    *query,
                                  GError           **error);

G_END_DECLS
