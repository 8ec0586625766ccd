/* Marks that are made and that the table of states is still to follow
 *
 * Ten thousand events that lie all over the store are on as many pages of `state` and of its indexes,
 * which is more than a gesture may write before it is done. So the gesture writes these rows alone
 * into `mark_due`, which fill a few pages, and `state` follows: in batches after the gesture, and
 * before anything else is written by any process. Only what reads has to know.
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-marks-due.h"

#include "act-event-status.h"

/* It stands in SQL text. */
G_STATIC_ASSERT (ACT_EVENT_STATUS_PENDING == 8);

/**
 * act_store_marks_due_exist:
 * @database: a connection
 * @exist: (out): return location for whether there are any
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: whether it could be read
 */
gboolean
act_store_marks_due_exist (ActStoreDatabase *database,
                           gboolean         *exist,
                           GError          **error)
{
  gint64 any = 0;

  if (!act_store_database_read_int (database, "SELECT EXISTS (SELECT 1 FROM mark_due)", &any, error))
    return FALSE;

  *exist = any != 0;

  return TRUE;
}

/**
 * act_store_marks_due_add:
 * @database: a connection inside a transaction
 * @rows: a JSON array of row ids
 * @marked_at: when the user marked them
 * @error: return location for an error
 *
 * Adds those of the rows that are open; how many they are tells act_store_database_get_changes(). On the
 * store's thread.
 *
 * Returns: whether they were added
 */
gboolean
act_store_marks_due_add (ActStoreDatabase *database,
                         const char       *rows,
                         gint64            marked_at,
                         GError          **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT OR IGNORE INTO mark_due (row_id, kind, marked_at)"
      "  SELECT state.row_id, state.kind, :marked_at"
      "    FROM json_each (:rows) AS marked CROSS JOIN state ON state.row_id = marked.value"
      "    WHERE state.status < 8",
      error);

  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":marked_at", marked_at);
  act_statement_bind_text (add, ":rows", rows);

  return act_statement_run (add, error);
}

static gboolean
run_until (ActStoreDatabase *database,
           const char       *sql,
           gint64            last,
           GError          **error)
{
  g_autoptr (ActStatement) statement = act_store_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":last", last);

  return act_statement_run (statement, error);
}

static gboolean
find_last (ActStoreDatabase *database,
           guint             limit,
           gint64           *last,
           GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT coalesce (max (row_id), 0)"
      "  FROM (SELECT row_id FROM mark_due ORDER BY row_id LIMIT :limit)",
      error);

  if (find == NULL)
    return FALSE;

  act_statement_bind_int (find, ":limit", limit > 0 ? (gint64) limit : -1);
  if (act_statement_step (find, error) != SQLITE_ROW)
    return FALSE;
  *last = act_statement_get_int (find, 0);

  return TRUE;
}

/**
 * act_store_marks_due_follow:
 * @database: a connection inside a transaction
 * @limit: how many rows at most, 0 for all
 * @error: return location for an error
 *
 * Lets `state` follow, in the order of its rows. Nothing that anybody reads is altered by it. On the
 * store's thread.
 *
 * Returns: whether it follows
 */
gboolean
act_store_marks_due_follow (ActStoreDatabase *database,
                            guint             limit,
                            GError          **error)
{
  gint64 last = 0;

  return find_last (database, limit, &last, error) &&
         run_until (database,
                    "UPDATE state NOT INDEXED SET status = 8, marked_at ="
                    "    (SELECT marked_at FROM mark_due WHERE mark_due.row_id = state.row_id)"
                    "  WHERE row_id IN (SELECT row_id FROM mark_due WHERE row_id <= :last)"
                    "    AND status < 8",
                    last, error) &&
         run_until (database, "DELETE FROM mark_due WHERE row_id <= :last", last, error);
}
