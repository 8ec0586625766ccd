/* Changes that were made from this computer: rows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity.h"
#include "act-store-database.h"

G_BEGIN_DECLS

/**
 * ActStoreActivityFilter:
 * @text: (nullable): what is looked for in ids, details and reasons, lower or upper case alike
 * @actions: a bit for each #ActActivityAction that is found by its name, whatever its ids; if @text has
 *   a number, only where it was done to so many
 * @before: only what has a smaller number
 * @limit: how many at most
 *
 * Which activities are listed. Plain data.
 */
typedef struct
{
  const char *text;
  guint       actions;
  gint64      before;
  guint       limit;
} ActStoreActivityFilter;

gboolean   act_store_activity_rows_add        (ActStoreDatabase             *database,
                                               const ActActivity            *activity,
                                               gint64                        first_entry,
                                               gint64                        last_entry,
                                               gint64                       *number,
                                               GError                      **error);
gboolean   act_store_activity_rows_set_count  (ActStoreDatabase             *database,
                                               gint64                        number,
                                               guint                         count,
                                               GError                      **error);
gboolean   act_store_activity_rows_add_item   (ActStoreDatabase             *database,
                                               gint64                        number,
                                               const ActActivityItem        *item,
                                               GError                      **error);
gboolean   act_store_activity_rows_keep_entry (ActStoreDatabase             *database,
                                               gint64                        entry_id,
                                               ActActivityResult             result,
                                               GError                      **error);
GPtrArray *act_store_activity_rows_list       (ActStoreDatabase             *database,
                                               const ActStoreActivityFilter *filter,
                                               GError                      **error);
GPtrArray *act_store_activity_rows_list_items (ActStoreDatabase             *database,
                                               gint64                        number,
                                               guint                         first,
                                               guint                         limit,
                                               GError                      **error);
gboolean   act_store_activity_rows_forget     (ActStoreDatabase             *database,
                                               gint64                        older_than,
                                               guint                        *n_forgotten,
                                               GError                      **error);

G_END_DECLS
