/* Goes through the events of a query
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-scan.h"

#include "act-event.h"
#include "act-store-marks-due.h"
#include "act-store-search.h"
#include "act-store-where.h"

/* A row that is looked up costs as much as so many that are gone through. When only a few are needed,
 * a scan that finds them soon is worth more than a whole list. */
#define COST_OF_LOOK_UP 10
#define MAX_LISTED_FEW  10000

/* How many rows of a term are read before the first few are known. */
#define MAX_READ_FEW 20000

struct _ActStoreScan
{
  ActStoreDatabase *database; /* (unowned) */
  const ActQuery   *query;    /* (unowned) */
  ActStoreScanFlags flags;
  ActStoreSearch   *search; /* (owned) (nullable) */
  gboolean          marks_due;
};

/* One going through. */
typedef struct
{
  ActStoreScan    *scan;
  ActStoreScanFunc func;
  gpointer         data;
  gboolean         stopped;
} Run;

static gboolean
has_search (const ActQuery *query)
{
  return query->after != ACT_TIME_UNKNOWN || query->before != ACT_TIME_UNKNOWN ||
         (query->search != NULL && !act_search_is_empty (query->search));
}

static gboolean
has_facts (const ActStoreScan *self)
{
  return self->search != NULL || (self->flags & ACT_STORE_SCAN_FACTS);
}

/* Each column costs a quarter of all when a million rows are gone through. */
static gboolean
needs_status (const ActStoreScan *self)
{
  guint                n_terms = 0;
  const ActSearchTerm *terms = NULL;

  if (self->flags & ACT_STORE_SCAN_FACTS)
    return TRUE;

  if (self->query->search != NULL)
    terms = act_search_get_terms (self->query->search, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    {
      if (terms[i].field == ACT_SEARCH_IS)
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_row (Run          *run,
          ActStatement *row,
          GError      **error)
{
  ActStoreSearch *search = run->scan->search;
  gboolean        facts = has_facts (run->scan);
  gint64          row_id = act_statement_get_int (row, 0);
  gint64          profile = facts ? act_statement_get_int (row, 1) : 0;
  int             status = facts ? (int) act_statement_get_int (row, 2) : 0;
  ActStoreAnswer  answer = ACT_STORE_YES;
  gboolean        matches = TRUE;

  if (search != NULL)
    answer = act_store_search_ask (search, row_id, profile, (ActEventStatus) status);
  if (answer == ACT_STORE_NO)
    return TRUE;
  if (answer == ACT_STORE_MAYBE)
    act_store_database_count (run->scan->database);
  if (answer == ACT_STORE_MAYBE && !act_store_search_verify (search, row_id, profile, (ActEventStatus) status, &matches, error))
    return FALSE;

  if (matches)
    run->stopped = !run->func (row_id, profile, status, run->data);

  return TRUE;
}

static const char *
get_status_sql (const ActStoreScan *self)
{
  if (!needs_status (self))
    return "0";

  return self->marks_due ? ACT_STORE_STATUS_WITH_DUE : "state.status";
}

static GString *
begin_sql (const ActStoreScan *self,
           const char         *from)
{
  GString *sql = g_string_new ("SELECT state.row_id");

  if (has_facts (self))
    g_string_append_printf (sql, ", state.profile, %s", get_status_sql (self));

  g_string_append (sql, from);
  act_store_where_append (self->query, self->marks_due, sql);

  return sql;
}

static gboolean
take_rows (Run          *run,
           ActStatement *rows,
           GError      **error)
{
  int code = SQLITE_DONE;

  while (!run->stopped && (code = act_statement_step (rows, error)) == SQLITE_ROW)
    {
      if (!take_row (run, rows, error))
        return FALSE;
    }

  return run->stopped || code == SQLITE_DONE;
}

static gboolean
go_through (Run     *run,
            gboolean newest_first,
            GError **error)
{
  ActStoreScan    *self = run->scan;
  g_autofree char *from = act_store_where_build_from (self->query);
  g_autoptr (GString) sql = begin_sql (self, from);
  g_autoptr (ActStatement) rows = NULL;

  g_string_append (sql, newest_first ? " ORDER BY state.row_id DESC" : " ORDER BY state.row_id");
  rows = act_store_database_prepare (self->database, sql->str, error);
  if (rows == NULL)
    return FALSE;

  act_store_where_bind (self->query, rows);

  return take_rows (run, rows, error);
}

static gboolean
look_up (Run        *run,
         const char *sql,
         const char *parameter,
         gint64      value,
         GError    **error)
{
  g_autoptr (ActStatement) rows = act_store_database_prepare (run->scan->database, sql, error);

  if (rows == NULL)
    return FALSE;

  act_store_where_bind (run->scan->query, rows);
  act_statement_bind_int (rows, parameter, value);

  return take_rows (run, rows, error);
}

static gboolean
look_up_all (Run     *run,
             GArray  *row_ids,
             gboolean newest_first,
             GError **error)
{
  g_autoptr (GString) sql = begin_sql (run->scan, " FROM state");

  g_string_append (sql, " AND state.row_id = :row_id");
  for (guint i = 0; i < row_ids->len && !run->stopped; i++)
    {
      guint at = newest_first ? row_ids->len - 1 - i : i;

      if (!look_up (run, sql->str, ":row_id", g_array_index (row_ids, gint64, at), error))
        return FALSE;
    }

  return TRUE;
}

/* How many rows are worth being looked up. */
static gboolean
get_list_limit (ActStoreScan *self,
                guint        *limit,
                GError      **error)
{
  gint64 n_rows = 0;

  if (!act_store_database_read_int (self->database,
                                    act_store_where_is_open_only (self->query)
                                        ? "SELECT sum (count) FROM tally WHERE status < 8"
                                        : "SELECT sum (count) FROM tally",
                                    &n_rows, error))
    return FALSE;

  *limit = (guint) CLAMP (n_rows / COST_OF_LOOK_UP, 0, G_MAXINT32);
  if (self->flags & ACT_STORE_SCAN_FEW)
    *limit = MIN (*limit, MAX_LISTED_FEW);

  return TRUE;
}

/**
 * act_store_scan_new:
 * @database: a connection inside a transaction; outlives this
 * @query: a query, whose order is of no account; outlives this
 * @flags: what it is for
 * @error: return location for an error
 *
 * Looks up what a query searches for. On the connection's thread, as all of its functions.
 *
 * Returns: (transfer full) (nullable): the scan
 */
ActStoreScan *
act_store_scan_new (ActStoreDatabase *database,
                    const ActQuery   *query,
                    ActStoreScanFlags flags,
                    GError          **error)
{
  g_autoptr (ActStoreScan) self = g_new0 (ActStoreScan, 1);
  guint limit = flags & ACT_STORE_SCAN_FEW ? MAX_READ_FEW : G_MAXUINT;

  self->database = database;
  self->query = query;
  self->flags = flags;
  if (!act_store_marks_due_exist (database, &self->marks_due, error))
    return NULL;

  if (has_search (query))
    {
      self->search = act_store_search_new (database, query, limit, error);
      if (self->search == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * act_store_scan_free:
 * @self: (transfer full) (nullable): a scan
 */
void
act_store_scan_free (ActStoreScan *self)
{
  if (self == NULL)
    return;

  act_store_search_free (self->search);
  g_free (self);
}

/**
 * act_store_scan_run:
 * @self: a scan
 * @newest_first: whether events come newest first, or oldest first
 * @func: called for each event of the query
 * @data: for @func
 * @error: return location for an error
 *
 * Goes through the events of the query.
 *
 * Returns: whether all could be read, or @func ended it
 */
gboolean
act_store_scan_run (ActStoreScan    *self,
                    gboolean         newest_first,
                    ActStoreScanFunc func,
                    gpointer         data,
                    GError         **error)
{
  Run   run = { self, func, data, FALSE };
  guint limit = 0;
  g_autoptr (GArray) row_ids = NULL;

  if (self->search != NULL && (!get_list_limit (self, &limit, error) ||
                               !act_store_search_list (self->search, limit, &row_ids, error)))
    return FALSE;

  return row_ids != NULL ? look_up_all (&run, row_ids, newest_first, error)
                         : go_through (&run, newest_first, error);
}

/**
 * act_store_scan_run_profile:
 * @self: a scan
 * @profile: a profile
 * @func: called for each event of the query that has this profile, newest first
 * @data: for @func
 * @error: return location for an error
 *
 * Goes through some events of the query.
 *
 * Returns: whether all could be read, or @func ended it
 */
gboolean
act_store_scan_run_profile (ActStoreScan    *self,
                            gint64           profile,
                            ActStoreScanFunc func,
                            gpointer         data,
                            GError         **error)
{
  Run run = { self, func, data, FALSE };
  g_autoptr (GString) sql = begin_sql (self, " FROM state INDEXED BY state_by_profile");

  g_string_append (sql, " AND state.profile = :profile ORDER BY state.row_id DESC");

  return look_up (&run, sql->str, ":profile", profile, error);
}
