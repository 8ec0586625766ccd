/* Counts what a query finds by event name and by destination
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-facets.h"

#include "act-store-query.h"

typedef struct
{
  const ActQuery *query;
  GArray         *row_ids;
  ActFacets      *facets;
  GHashTable     *names;        /* event name to count */
  GHashTable     *destinations; /* destination to count */
} Count;

static void
add_one (GHashTable   *counts,
         ActStatement *row,
         int           column)
{
  g_autofree char *value = act_statement_dup_text (row, column);
  guint            n;

  if (value == NULL)
    return;

  n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value));
  g_hash_table_insert (counts, g_steal_pointer (&value), GUINT_TO_POINTER (n + 1));
}

static gboolean
has_destination (const ActQuery *query,
                 ActStatement   *row,
                 int             column)
{
  if (query->destinations == NULL)
    return TRUE;

  for (guint i = 0; query->destinations[i] != NULL; i++)
    {
      if (act_statement_has_text (row, column, query->destinations[i]))
        return TRUE;
    }

  return FALSE;
}

static void
count_row (Count        *count,
           ActStatement *row)
{
  gint64   value = act_statement_get_int (row, 0);
  guint    kind = value >= 0 && value < ACT_N_EVENT_KINDS ? (guint) value : ACT_EVENT_KIND_OTHER;
  gboolean in_kinds = count->query->kinds & (1u << kind);
  gboolean in_destinations = has_destination (count->query, row, 2);

  if (in_kinds && in_destinations)
    count->facets->total++;
  if (in_destinations)
    count->facets->by_kind[kind]++;
  if (in_destinations && kind == ACT_EVENT_KIND_OTHER)
    add_one (count->names, row, 1);
  if (in_kinds)
    add_one (count->destinations, row, 2);
}

static gboolean
count_rows (ActStoreDatabase *database,
            gpointer          data,
            GError          **error)
{
  Count *count = data;

  for (guint i = 0; i < count->row_ids->len; i++)
    {
      int code;
      g_autoptr (ActStatement) row = act_store_database_prepare (
          database,
          "SELECT state.kind, name.text, destination.text FROM state"
          "  LEFT JOIN text AS name ON name.number = state.name"
          "  LEFT JOIN text AS destination ON destination.number = state.destination"
          "  WHERE state.row_id = :row_id",
          error);

      if (row == NULL)
        return FALSE;

      act_statement_bind_int (row, ":row_id", g_array_index (count->row_ids, gint64, i));
      code = act_statement_step (row, error);
      if (code == SQLITE_ROW)
        count_row (count, row);
      else if (code != SQLITE_DONE)
        return FALSE;
    }

  return TRUE;
}

static int
compare_facets (gconstpointer a,
                gconstpointer b)
{
  const ActFacet *first = *(const ActFacet *const *) a;
  const ActFacet *second = *(const ActFacet *const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;

  return g_strcmp0 (first->value, second->value);
}

static void
add_facets (GPtrArray  *facets,
            GHashTable *counts)
{
  GHashTableIter iter;
  gpointer       value = NULL;
  gpointer       n = NULL;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &value, &n))
    act_facets_add (facets, value, GPOINTER_TO_UINT (n));
  g_ptr_array_sort (facets, compare_facets);
}

/**
 * act_store_facets_list:
 * @database: a connection
 * @query: what to ask for
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (nullable): the counts
 */
ActFacets *
act_store_facets_list (ActStoreDatabase *database,
                       const ActQuery   *query,
                       GError          **error)
{
  g_autoptr (ActQuery) all = act_query_copy (query);
  g_autoptr (ActFacets) facets = act_facets_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) destinations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) row_ids = NULL;
  Count count = { query, NULL, facets, names, destinations };

  all->kinds = ACT_QUERY_ALL_KINDS;
  g_clear_pointer (&all->destinations, g_strfreev);
  all->sort = ACT_SORT_DATE;

  row_ids = act_store_query_run (database, all, 0, error);
  if (row_ids == NULL)
    return NULL;

  count.row_ids = row_ids;
  if (!act_store_database_read (database, count_rows, &count, error))
    return NULL;

  add_facets (facets->names, names);
  add_facets (facets->destinations, destinations);

  return g_steal_pointer (&facets);
}
