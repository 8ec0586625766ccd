/* A search, as far as the index answers it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-status.h"
#include "act-query.h"
#include "act-store-answer.h"
#include "act-store-database.h"

G_BEGIN_DECLS

/**
 * ActStoreSearch:
 *
 * What of a query is not asked in SQL: its search and its days.
 */
typedef struct _ActStoreSearch ActStoreSearch;

ActStoreSearch *act_store_search_new    (ActStoreDatabase  *database,
                                         const ActQuery    *query,
                                         guint              limit,
                                         GError           **error);
void            act_store_search_free   (ActStoreSearch    *self);
ActStoreAnswer  act_store_search_ask    (ActStoreSearch    *self,
                                         gint64             row_id,
                                         gint64             profile,
                                         ActEventStatus     status);
gboolean        act_store_search_verify (ActStoreSearch    *self,
                                         gint64             row_id,
                                         gint64             profile,
                                         ActEventStatus     status,
                                         gboolean          *matches,
                                         GError           **error);
gboolean        act_store_search_list   (ActStoreSearch    *self,
                                         guint              limit,
                                         GArray           **row_ids,
                                         GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStoreSearch, act_store_search_free)

G_END_DECLS
