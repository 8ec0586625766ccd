/* What the list shows: row ids in their order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-query.h"

#include "act-store-message-order.h"
#include "act-store-ranks.h"
#include "act-store-scan.h"

/* What is collected of a query. */
typedef struct
{
  GArray        *row_ids;
  GArray        *ranks; /* (nullable): of guint32, the place that a row's value has among all */
  ActStoreRanks *by;    /* (nullable): tells them */
  guint          limit; /* 0 for all */
} Collecting;

typedef struct
{
  const ActQuery *query;
  guint           limit;
  GArray         *row_ids; /* (owned) (nullable) */
} Reading;

static gboolean
collect_cb (gint64   row_id,
            gint64   profile,
            int      status,
            gpointer data)
{
  Collecting *collecting = data;

  g_array_append_val (collecting->row_ids, row_id);

  return collecting->limit == 0 || collecting->row_ids->len < collecting->limit;
}

static gboolean
collect_ranked_cb (gint64   row_id,
                   gint64   profile,
                   int      status,
                   gpointer data)
{
  Collecting *collecting = data;
  guint32     rank = act_store_ranks_get (collecting->by, profile, status);

  g_array_append_val (collecting->row_ids, row_id);
  g_array_append_val (collecting->ranks, rank);

  return TRUE;
}

static GArray *
list_by_date (ActStoreDatabase *database,
              const ActQuery   *query,
              guint             limit,
              GError          **error)
{
  g_autoptr (GArray) row_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Collecting collecting = { row_ids, NULL, NULL, limit };
  /* Of the oldest few nothing can be told from the newest. */
  ActStoreScanFlags flags = limit > 0 && query->descending ? ACT_STORE_SCAN_FEW : ACT_STORE_SCAN_NONE;
  g_autoptr (ActStoreScan) scan = act_store_scan_new (database, query, flags, error);

  if (scan == NULL ||
      !act_store_scan_run (scan, query->descending, collect_cb, &collecting, error))
    return NULL;

  return g_steal_pointer (&row_ids);
}

static GArray *
list_by_rank (ActStoreDatabase *database,
              const ActQuery   *query,
              guint             limit,
              GError          **error)
{
  g_autoptr (GArray) row_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ActStoreRanks) by = act_store_ranks_new (database, query->sort, error);
  g_autoptr (ActStoreScan) scan = NULL;
  Collecting collecting = { row_ids, ranks, by, 0 };
  GArray    *sorted = NULL;

  if (by == NULL)
    return NULL;

  scan = act_store_scan_new (database, query, ACT_STORE_SCAN_FACTS, error);
  if (scan == NULL || !act_store_scan_run (scan, TRUE, collect_ranked_cb, &collecting, error))
    return NULL;

  sorted = act_store_ranks_sort (row_ids, ranks, act_store_ranks_get_n (by), query->descending);
  if (limit > 0 && sorted->len > limit)
    g_array_set_size (sorted, limit);

  return sorted;
}

/**
 * act_store_query_run:
 * @database: a connection inside a transaction
 * @query: what to ask for
 * @limit: how many row ids are wanted at most, 0 for all
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the row ids in their order; equal ones
 *   are newest first
 */
GArray *
act_store_query_run (ActStoreDatabase *database,
                     const ActQuery   *query,
                     guint             limit,
                     GError          **error)
{
  switch (query->sort)
    {
    case ACT_SORT_MESSAGE:
      return act_store_message_order_list (database, query, limit, error);

    case ACT_SORT_NAME:
    case ACT_SORT_STATUS:
    case ACT_SORT_INTEGRATION:
    case ACT_SORT_ACCOUNT:
      return list_by_rank (database, query, limit, error);

    case ACT_SORT_DATE:
    default:
      return list_by_date (database, query, limit, error);
    }
}

static gboolean
read_query (ActStoreDatabase *database,
            gpointer          data,
            GError          **error)
{
  Reading *reading = data;

  reading->row_ids = act_store_query_run (database, reading->query, reading->limit, error);

  return reading->row_ids != NULL;
}

/**
 * act_store_query_read:
 * @database: a connection that is in no transaction
 * @query: what to ask for
 * @limit: how many row ids are wanted at most, 0 for all
 * @error: return location for an error
 *
 * Runs a query in a transaction of its own. On the connection's thread.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the row ids in their order
 */
GArray *
act_store_query_read (ActStoreDatabase *database,
                      const ActQuery   *query,
                      guint             limit,
                      GError          **error)
{
  Reading reading = { query, limit, NULL };

  if (act_store_database_read (database, read_query, &reading, error))
    return reading.row_ids;

  g_clear_pointer (&reading.row_ids, g_array_unref);

  return NULL;
}
