/* Puts what the server says into the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-page.h"
#include "act-merge.h"
#include "act-store-database.h"

G_BEGIN_DECLS

gboolean  act_store_merge_pages   (ActStoreDatabase    *database,
                                   GPtrArray           *pages,
                                   gint64               pass,
                                   ActMergeFunc         merge,
                                   const char          *key,
                                   const char          *value,
                                   ActMergeResult      *merged,
                                   GError             **error);
char    **act_store_list_unlisted (ActStoreDatabase    *database,
                                   gint64               pass,
                                   gint64               began_at,
                                   gint64               younger_than,
                                   GError             **error);
gboolean  act_store_set_gone      (ActStoreDatabase    *database,
                                   const char * const  *event_ids,
                                   GError             **error);

G_END_DECLS
