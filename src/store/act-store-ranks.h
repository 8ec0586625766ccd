/* In which order the values of a column come
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"
#include "act-store-database.h"

G_BEGIN_DECLS

/**
 * ActStoreRanks:
 *
 * A number for each event that is as large as its value is late in the order of its column. Events
 * with one value have one number.
 */
typedef struct _ActStoreRanks ActStoreRanks;

ActStoreRanks *act_store_ranks_new   (ActStoreDatabase     *database,
                                      ActSortColumn         column,
                                      GError              **error);
void           act_store_ranks_free  (ActStoreRanks        *self);
guint          act_store_ranks_get_n (const ActStoreRanks  *self);
guint32        act_store_ranks_get   (const ActStoreRanks  *self,
                                      gint64                profile,
                                      int                   status);
GArray        *act_store_ranks_sort  (GArray               *row_ids,
                                      GArray               *ranks,
                                      guint                 n_ranks,
                                      gboolean              descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStoreRanks, act_store_ranks_free)

G_END_DECLS
