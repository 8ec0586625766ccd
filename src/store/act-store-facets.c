/* Counts what a query finds by event name and by destination
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-facets.h"

#include "act-store-scan.h"

typedef struct
{
  const ActQuery *query;
  GArray         *by_profile; /* of guint: how many events each profile has */
  ActFacets      *facets;
  GHashTable     *names;        /* event name to count */
  GHashTable     *destinations; /* destination to count */
} Count;

static void
add (GHashTable   *counts,
     ActStatement *row,
     int           column,
     guint         n)
{
  g_autofree char *value = act_statement_dup_text (row, column);

  if (value == NULL)
    return;

  n += GPOINTER_TO_UINT (g_hash_table_lookup (counts, value));
  g_hash_table_insert (counts, g_steal_pointer (&value), GUINT_TO_POINTER (n));
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
add_profile (Count        *count,
             ActStatement *row,
             guint         n)
{
  gint64   value = act_statement_get_int (row, 1);
  guint    kind = value >= 0 && value < ACT_N_EVENT_KINDS ? (guint) value : ACT_EVENT_KIND_OTHER;
  gboolean in_kinds = count->query->kinds & (1u << kind);
  gboolean in_destinations = has_destination (count->query, row, 3);

  if (in_kinds && in_destinations)
    count->facets->total += n;
  if (in_destinations)
    count->facets->by_kind[kind] += n;
  if (in_destinations && kind == ACT_EVENT_KIND_OTHER)
    add (count->names, row, 2, n);
  if (in_kinds)
    add (count->destinations, row, 3, n);
}

static gboolean
count_cb (gint64   row_id,
          gint64   profile,
          int      status,
          gpointer data)
{
  Count *count = data;

  if (profile < 0 || profile > G_MAXINT32)
    return TRUE;

  if (profile >= count->by_profile->len)
    g_array_set_size (count->by_profile, (guint) profile + 1);
  g_array_index (count->by_profile, guint, profile)++;

  return TRUE;
}

static gboolean
add_profiles (ActStoreDatabase *database,
              Count            *count,
              GError          **error)
{
  int code;
  g_autoptr (ActStatement) row = act_store_database_prepare (
      database,
      "SELECT profile.number, profile.kind, name.text, destination.text FROM profile"
      "  LEFT JOIN text AS name ON name.number = profile.name"
      "  LEFT JOIN text AS destination ON destination.number = profile.destination",
      error);

  if (row == NULL)
    return FALSE;

  while ((code = act_statement_step (row, error)) == SQLITE_ROW)
    {
      gint64 profile = act_statement_get_int (row, 0);
      guint  n = 0;

      if (profile >= 0 && profile < count->by_profile->len)
        n = g_array_index (count->by_profile, guint, profile);
      if (n > 0)
        add_profile (count, row, n);
    }

  return code == SQLITE_DONE;
}

/* The filters that have counts of their own are left out, and what they leave is sorted out after. */
static gboolean
count_all (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  Count *count = data;
  g_autoptr (ActQuery) all = act_query_copy (count->query);
  g_autoptr (ActStoreScan) scan = NULL;

  all->kinds = ACT_QUERY_ALL_KINDS;
  g_clear_pointer (&all->destinations, g_strfreev);
  scan = act_store_scan_new (database, all, ACT_STORE_SCAN_FACTS, error);

  return scan != NULL && act_store_scan_run (scan, TRUE, count_cb, count, error) &&
         add_profiles (database, count, error);
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
  g_autoptr (ActFacets) facets = act_facets_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) destinations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) by_profile = g_array_new (FALSE, TRUE, sizeof (guint));
  Count count = { query, by_profile, facets, names, destinations };

  if (!act_store_database_read (database, count_all, &count, error))
    return NULL;

  add_facets (facets->names, names);
  add_facets (facets->destinations, destinations);

  return g_steal_pointer (&facets);
}
