/* In which order the values of a column come
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-ranks.h"

/* Statuses are fewer. */
#define N_STATUSES 256

struct _ActStoreRanks
{
  GArray *by_profile; /* (owned) (nullable): of guint32; %NULL where the status tells */
  guint   n_ranks;
};

#define NAMED_SQL(column)                                                              \
  "SELECT profile.number, lower (coalesce (nullif (name.name, ''), name.id)) AS value" \
  "  FROM profile LEFT JOIN name ON name.number = profile." column                     \
  "  ORDER BY value"

static const char *
get_sql (ActSortColumn column)
{
  switch (column)
    {
    case ACT_SORT_INTEGRATION:
      return NAMED_SQL ("configuration");

    case ACT_SORT_ACCOUNT:
      return NAMED_SQL ("account");

    case ACT_SORT_NAME:
    case ACT_SORT_DATE:
    case ACT_SORT_MESSAGE:
    case ACT_SORT_STATUS:
    default:
      return "SELECT profile.number, lower (text.text) AS value"
             "  FROM profile JOIN text ON text.number = profile.name ORDER BY value";
    }
}

static void
set_rank (ActStoreRanks *self,
          gint64         profile,
          guint32        rank)
{
  if (profile < 0 || profile > G_MAXINT32)
    return;

  if (profile >= self->by_profile->len)
    g_array_set_size (self->by_profile, (guint) profile + 1);
  g_array_index (self->by_profile, guint32, profile) = rank;
}

static gboolean
rank_profiles (ActStoreRanks    *self,
               ActStoreDatabase *database,
               ActSortColumn     column,
               GError          **error)
{
  g_autofree char *value = NULL;
  g_autoptr (ActStatement) statement = act_store_database_prepare (database, get_sql (column), error);
  int code;

  if (statement == NULL)
    return FALSE;

  while ((code = act_statement_step (statement, error)) == SQLITE_ROW)
    {
      if (!act_statement_has_text (statement, 1, value))
        {
          g_free (value);
          value = act_statement_dup_raw (statement, 1);
          self->n_ranks++;
        }
      set_rank (self, act_statement_get_int (statement, 0), self->n_ranks - 1);
    }

  return code == SQLITE_DONE;
}

/**
 * act_store_ranks_new:
 * @database: a connection inside a transaction
 * @column: a column whose values events share
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (nullable): the ranks
 */
ActStoreRanks *
act_store_ranks_new (ActStoreDatabase *database,
                     ActSortColumn     column,
                     GError          **error)
{
  g_autoptr (ActStoreRanks) self = g_new0 (ActStoreRanks, 1);

  if (column == ACT_SORT_STATUS)
    {
      self->n_ranks = N_STATUSES;
      return g_steal_pointer (&self);
    }

  /* What has no value comes first. */
  self->n_ranks = 1;
  self->by_profile = g_array_new (FALSE, TRUE, sizeof (guint32));
  if (!rank_profiles (self, database, column, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * act_store_ranks_free:
 * @self: (transfer full) (nullable): ranks
 *
 * Any thread.
 */
void
act_store_ranks_free (ActStoreRanks *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->by_profile, g_array_unref);
  g_free (self);
}

/**
 * act_store_ranks_get_n:
 * @self: ranks
 *
 * Any thread.
 *
 * Returns: what all ranks are below
 */
guint
act_store_ranks_get_n (const ActStoreRanks *self)
{
  return self->n_ranks;
}

/**
 * act_store_ranks_get:
 * @self: ranks
 * @profile: an event's profile
 * @status: where it stands
 *
 * Any thread.
 *
 * Returns: the rank of its value
 */
guint32
act_store_ranks_get (const ActStoreRanks *self,
                     gint64               profile,
                     int                  status)
{
  if (self->by_profile == NULL)
    return (guint32) CLAMP (status, 0, N_STATUSES - 1);

  if (profile < 0 || profile >= self->by_profile->len)
    return 0;

  return g_array_index (self->by_profile, guint32, profile);
}

/**
 * act_store_ranks_sort:
 * @row_ids: (element-type gint64): row ids
 * @ranks: (element-type guint32): their ranks
 * @n_ranks: what all ranks are below
 * @descending: whether the highest rank comes first
 *
 * Puts rows in the order of their ranks, which are few, and leaves those of one rank as they are. Any
 * thread.
 *
 * Returns: (transfer full) (element-type gint64): the row ids in their order
 */
GArray *
act_store_ranks_sort (GArray  *row_ids,
                      GArray  *ranks,
                      guint    n_ranks,
                      gboolean descending)
{
  GArray           *sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), row_ids->len);
  g_autofree guint *places = g_new0 (guint, n_ranks + 1);

  for (guint i = 0; i < row_ids->len; i++)
    {
      guint32 rank = g_array_index (ranks, guint32, i);

      places[(descending ? n_ranks - 1 - rank : rank) + 1]++;
    }
  for (guint rank = 0; rank < n_ranks; rank++)
    places[rank + 1] += places[rank];

  g_array_set_size (sorted, row_ids->len);
  for (guint i = 0; i < row_ids->len; i++)
    {
      guint32 rank = g_array_index (ranks, guint32, i);
      guint   place = places[descending ? n_ranks - 1 - rank : rank]++;

      g_array_index (sorted, gint64, place) = g_array_index (row_ids, gint64, i);
    }

  return sorted;
}
