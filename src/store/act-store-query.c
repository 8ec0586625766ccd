/* What the list shows, as SQL
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-query.h"

#include "act-event.h"
#include "act-store-row-id.h"

/* A column that the list is sorted by: what it is in SQL, and what must be joined for it. */
typedef struct
{
  const char *join;
  const char *key; /* (nullable): %NULL for the row id itself */
} SortKey;

static const SortKey sort_keys[] = {
  [ACT_SORT_DATE] = { "", NULL },
  [ACT_SORT_NAME] = { " JOIN text ON text.number = state.name", "text.text COLLATE NOCASE" },
  [ACT_SORT_MESSAGE] = { " JOIN event ON event.row_id = state.row_id",
                         "event.message COLLATE NOCASE" },
  [ACT_SORT_STATUS] = { "", "state.status" },
  [ACT_SORT_INTEGRATION] = { " LEFT JOIN name ON name.number = state.configuration",
                             "coalesce (nullif (name.name, ''), name.id) COLLATE NOCASE" },
  [ACT_SORT_ACCOUNT] = { " LEFT JOIN name ON name.number = state.account",
                         "coalesce (nullif (name.name, ''), name.id) COLLATE NOCASE" },
};

static const SortKey *
get_sort_key (const ActQuery *query)
{
  if ((guint) query->sort >= G_N_ELEMENTS (sort_keys))
    return &sort_keys[ACT_SORT_DATE];

  return &sort_keys[query->sort];
}

static gboolean
filters_kinds (const ActQuery *query)
{
  return (query->kinds & ACT_QUERY_ALL_KINDS) != ACT_QUERY_ALL_KINDS;
}

/**
 * act_store_query_build_sql:
 * @query: what to ask for
 *
 * Puts a query into words of our own; every value of it is a parameter. Any thread.
 *
 * Returns: (transfer full): SQL
 */
char *
act_store_query_build_sql (const ActQuery *query)
{
  const SortKey *key = get_sort_key (query);
  const char    *direction = query->descending ? "DESC" : "ASC";
  GString       *sql = g_string_new ("SELECT state.row_id FROM state");

  /* Open events are few among many, which SQLite cannot know, and those of a cause are fewer. */
  if (query->cause != 0)
    g_string_append (sql, " INDEXED BY state_by_cause");
  else if (!query->include_actioned)
    g_string_append (sql, " INDEXED BY state_open");
  g_string_append (sql, key->join);
  g_string_append (sql, query->include_actioned ? " WHERE TRUE" : " WHERE state.status < 8");

  if (query->cause != 0)
    g_string_append (sql, " AND state.cause = :cause");
  if (filters_kinds (query))
    g_string_append (sql, " AND (1 << state.kind) & :kinds");
  if (query->configuration_id != NULL)
    g_string_append (sql, " AND state.configuration ="
                          " (SELECT number FROM name WHERE kind = 0 AND id = :configuration)");
  if (query->before != ACT_TIME_UNKNOWN)
    g_string_append (sql, " AND state.row_id < :before");

  g_string_append (sql, " ORDER BY ");
  if (key->key != NULL)
    g_string_append_printf (sql, "%s %s, state.row_id DESC", key->key, direction);
  else
    g_string_append_printf (sql, "state.row_id %s", direction);
  g_string_append (sql, " LIMIT :limit");

  return g_string_free (sql, FALSE);
}

/**
 * act_store_query_run:
 * @database: a connection
 * @query: what to ask for
 * @limit: how many row ids are wanted at most, 0 for all
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the row ids in their order
 */
GArray *
act_store_query_run (ActStoreDatabase *database,
                     const ActQuery   *query,
                     guint             limit,
                     GError          **error)
{
  g_autofree char *sql = act_store_query_build_sql (query);
  g_autoptr (GArray) row_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ActStatement) statement = act_store_database_prepare (database, sql, error);
  int code;

  if (statement == NULL)
    return NULL;

  if (query->cause != 0)
    act_statement_bind_int (statement, ":cause", query->cause);
  if (filters_kinds (query))
    act_statement_bind_int (statement, ":kinds", query->kinds);
  if (query->configuration_id != NULL)
    act_statement_bind_text (statement, ":configuration", query->configuration_id);
  if (query->before != ACT_TIME_UNKNOWN)
    act_statement_bind_int (statement, ":before", act_row_id_first_at (query->before));
  act_statement_bind_int (statement, ":limit", limit > 0 ? (gint64) limit : -1);

  while ((code = act_statement_step (statement, error)) == SQLITE_ROW)
    {
      gint64 row_id = act_statement_get_int (statement, 0);

      g_array_append_val (row_ids, row_id);
    }

  return code == SQLITE_DONE ? g_steal_pointer (&row_ids) : NULL;
}
