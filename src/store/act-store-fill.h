/* Indexes the rows that an older version left, batch by batch
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"
#include "act-store-progress.h"

G_BEGIN_DECLS

/* Where a fill begins: before every row id. */
#define ACT_STORE_FILL_START G_MININT64

/**
 * ActStoreFillFunc:
 * @database: a connection that writes, inside the transaction of the batch
 * @position: (inout): the last row that is done, %ACT_STORE_FILL_START at first
 * @limit: how many rows to do at most
 * @done: (out): return location for whether no row is left
 * @error: return location for an error
 *
 * Does the rows after @position, in the order of their ids. Doing a row again must change nothing,
 * since a fill of a new version begins again from the start, where what the former version made can
 * be cleared. On the store's thread.
 *
 * Returns: whether it succeeded
 */
typedef gboolean (*ActStoreFillFunc) (ActStoreDatabase  *database,
                                      gint64            *position,
                                      guint              limit,
                                      gboolean          *done,
                                      GError           **error);

/**
 * ActStoreFill:
 * @name: its name, which is never used again for another one
 * @version: goes up when all rows have to be done again
 * @count_sql: a statement that gives about how many rows there are, for the progress
 * @run: does a batch
 *
 * Something that is derived from each row. Rows that come later get it when they are written.
 */
typedef struct
{
  const char       *name;
  guint             version;
  const char       *count_sql;
  ActStoreFillFunc  run;
} ActStoreFill;

gboolean act_store_fill_run_all (ActStoreDatabase    *database,
                                 const ActStoreFill  *fills,
                                 gboolean             alone,
                                 ActStoreProgress    *progress,
                                 GError             **error);

G_END_DECLS
