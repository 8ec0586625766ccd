/* The order of messages
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-message-order.h"

#include "act-store-beginnings.h"
#include "act-store-message-keys.h"
#include "act-store-message-sort.h"
#include "act-store-scan.h"

/* Of so many rows the first few are found by sorting all. */
#define MAX_SORTED 20000

/* Rows newest first, as keys. */
typedef struct
{
  GArray *keys;       /* of ActStoreMessageKey */
  GArray *by_profile; /* of guint32: profile to group */
  guint   limit;      /* 0 for all */
} Collecting;

/* The first few of all, found profile by profile. */
typedef struct
{
  ActStoreDatabase     *database;
  ActStoreMessageFirst *first;
  GError               *error; /* (owned) (nullable) */
} Finding;

static gboolean
collect_cb (gint64   row_id,
            gint64   profile,
            int      status,
            gpointer data)
{
  Collecting        *collecting = data;
  ActStoreMessageKey key = { .row_id = row_id };

  if (profile >= 0 && profile < collecting->by_profile->len)
    key.place = g_array_index (collecting->by_profile, guint32, profile);
  g_array_append_val (collecting->keys, key);

  return collecting->limit == 0 || collecting->keys->len < collecting->limit;
}

static GArray *
index_groups (GArray *beginnings)
{
  GArray *by_profile = g_array_new (FALSE, TRUE, sizeof (guint32));

  for (guint i = 0; i < beginnings->len; i++)
    {
      const ActStoreBeginning *beginning = &g_array_index (beginnings, ActStoreBeginning, i);

      if (beginning->profile < 0 || beginning->profile > G_MAXINT32)
        continue;

      if (beginning->profile >= by_profile->len)
        g_array_set_size (by_profile, (guint) beginning->profile + 1);
      g_array_index (by_profile, guint32, beginning->profile) = beginning->group;
    }

  return by_profile;
}

static gboolean
collect (ActStoreDatabase *database,
         const ActQuery   *query,
         Collecting       *collecting,
         GError          **error)
{
  g_autoptr (ActStoreScan) scan = act_store_scan_new (database, query, ACT_STORE_SCAN_FACTS, error);

  return scan != NULL && act_store_scan_run (scan, TRUE, collect_cb, collecting, error);
}

/* How many bytes the messages of each group have in common. */
static GArray *
list_commons (GArray *beginnings)
{
  GArray *commons = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint i = 0; i < beginnings->len; i++)
    {
      const ActStoreBeginning *beginning = &g_array_index (beginnings, ActStoreBeginning, i);

      if (beginning->group >= commons->len)
        g_array_append_val (commons, beginning->common);
    }

  return commons;
}

static gboolean
find_cb (gint64   row_id,
         gint64   profile,
         int      status,
         gpointer data)
{
  Finding *finding = data;

  return act_store_message_first_offer (finding->first, row_id, &finding->error);
}

/* Goes through the profiles in the order of how early, or how late, their messages may come, until
 * no other can be among the first. */
static GArray *
find_first (ActStoreDatabase *database,
            const ActQuery   *query,
            GArray           *beginnings,
            guint             limit,
            GError          **error)
{
  g_autoptr (ActStoreMessageFirst) first =
      act_store_message_first_new (database, limit, query->descending);
  g_autoptr (ActStoreScan) scan = act_store_scan_new (database, query, ACT_STORE_SCAN_FACTS, error);
  g_autoptr (GArray) bounds = NULL;
  Finding finding = { database, first, NULL };

  if (scan == NULL)
    return NULL;

  bounds = act_store_message_bounds_new (beginnings, query->descending);
  for (guint i = 0; i < bounds->len; i++)
    {
      const ActStoreMessageBound *bound = &g_array_index (bounds, ActStoreMessageBound, i);

      if (!act_store_message_first_may_take (first, bound->text))
        break;
      if (!act_store_scan_run_profile (scan, bound->profile, find_cb, &finding, error))
        return NULL;
      if (finding.error != NULL)
        {
          g_propagate_error (error, finding.error);
          return NULL;
        }
    }

  return act_store_message_first_list (first);
}

/**
 * act_store_message_order_list:
 * @database: a connection inside a transaction
 * @query: a query that is ordered by message
 * @limit: how many row ids are wanted at most, 0 for all
 * @error: return location for an error
 *
 * Messages are long, and too many to be sorted in memory. Their shapes tell most of their order; what
 * they leave open is read. On the connection's thread.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the row ids in their order
 */
GArray *
act_store_message_order_list (ActStoreDatabase *database,
                              const ActQuery   *query,
                              guint             limit,
                              GError          **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (ActStoreMessageKey));
  g_autoptr (GArray) beginnings = act_store_beginnings_read (database, error);
  g_autoptr (GArray) by_profile = NULL;
  g_autoptr (GArray) commons = NULL;
  Collecting collecting = { keys, NULL, limit > 0 ? MAX_SORTED : 0 };
  GArray    *sorted = NULL;

  if (beginnings == NULL)
    return NULL;
  if (beginnings->len == 0)
    return g_array_new (FALSE, FALSE, sizeof (gint64));

  by_profile = index_groups (beginnings);
  collecting.by_profile = by_profile;
  if (!collect (database, query, &collecting, error))
    return NULL;

  if (limit > 0 && keys->len >= MAX_SORTED)
    return find_first (database, query, beginnings, limit, error);

  commons = list_commons (beginnings);
  sorted = act_store_message_keys_sort (database, keys, commons, query->descending, error);
  if (sorted != NULL && limit > 0 && sorted->len > limit)
    g_array_set_size (sorted, limit);

  return sorted;
}
