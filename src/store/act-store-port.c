/* The whole store, as rows that leave it for a file and come back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-port.h"

#include "act-outbox-entry.h"
#include "act-store-payload.h"
#include "act-store-port-rows.h"
#include "act-store-private.h"

/* SQL text names it. */
G_STATIC_ASSERT (ACT_OUTBOX_DONE == 4);

/* The columns of each type are in the order of its fields, and one more stands before them: which
 * activity an item is of. Items follow their activity. */
static const struct
{
  const char *count_sql;
  const char *sql;
} tables[ACT_N_PORT_TYPES] = {
  [ACT_PORT_NAME] = {
      "SELECT count(*) FROM name WHERE name IS NOT NULL",
      "SELECT 0, kind, id, name FROM name WHERE name IS NOT NULL ORDER BY number",
  },
  [ACT_PORT_EVENT] = {
      "SELECT count(*) FROM event",
      "SELECT 0, event.id, event.time, called.text, event.message, destination.text,"
      "       event.destination_id, configuration.id, event.credentials_id, event.entity_type,"
      "       event.entity_id, account.id, event.run_id, " ACT_STORE_PAYLOAD_SQL ","
      "       iif (mark_due.row_id IS NULL, state.status, 8), state.first_seen,"
      "       coalesce (mark_due.marked_at, state.marked_at), state.confirmed_at,"
      "       state.actioned_time"
      "  FROM event JOIN state ON state.row_id = event.row_id"
      "  LEFT JOIN mark_due ON mark_due.row_id = state.row_id"
      "  LEFT JOIN text AS called ON called.number = state.name"
      "  LEFT JOIN text AS destination ON destination.number = state.destination"
      "  LEFT JOIN name AS configuration ON configuration.number = state.configuration"
      "  LEFT JOIN name AS account ON account.number = state.account"
      "  ORDER BY event.row_id",
  },
  [ACT_PORT_CHANGE] = {
      "SELECT (SELECT count(*) FROM outbox WHERE state <> 4) + (SELECT count(*) FROM imported)",
      "SELECT 0, action, target, created, content, reason FROM outbox WHERE state <> 4"
      "  UNION ALL"
      "  SELECT 0, action, target, created, content, NULL FROM imported",
  },
  [ACT_PORT_SEARCH] = {
      "SELECT count(*) FROM search",
      "SELECT 0, name, text, kinds, include_actioned FROM search ORDER BY number",
  },
  [ACT_PORT_ACTIVITY] = {
      "SELECT count(*) FROM activity",
      "SELECT number, time, action, count, target, detail FROM activity ORDER BY number",
  },
  [ACT_PORT_ITEM] = {
      "SELECT 0",
      "SELECT item.activity, item.id, item.result, item.reason FROM activity_item AS item"
      "  WHERE item.activity = :number "
      "UNION ALL "
      "SELECT activity.number, outbox.target,"
      "       CASE outbox.state WHEN 4 THEN 1 WHEN 5 THEN 2 WHEN 6 THEN 3 WHEN 7 THEN 4 ELSE 0 END,"
      "       outbox.reason"
      "  FROM activity CROSS JOIN outbox NOT INDEXED"
      "  WHERE activity.number = :number AND outbox.created = activity.time AND"
      "    outbox.id BETWEEN activity.first_entry AND activity.last_entry",
  },
};

typedef struct
{
  const ActPortVisitor *visitor;
  gpointer              visitor_data;
  ActStoreProgress     *progress;
  gint64                n_done;
  gint64                n_total;
} Visit;

static ActPortRow *
make_row (ActStatement *statement,
          ActPortType   type)
{
  ActPortRow         *row = act_port_row_new (type);
  guint               n_fields = 0;
  const ActPortField *fields = act_port_type_get_fields (type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      int              column = (int) i + 1;
      g_autofree char *text = NULL;

      if (sqlite3_column_type (statement, column) == SQLITE_NULL)
        continue;

      if (!fields[i].is_text)
        {
          act_port_row_set_number (row, i, act_statement_get_int (statement, column));
          continue;
        }

      text = act_statement_dup_text (statement, column);
      act_port_row_set_text (row, i, text);
    }

  return row;
}

static gboolean visit_items (ActStoreDatabase *database,
                             Visit            *visit,
                             gint64            activity,
                             GError          **error);

static gboolean
visit_row (ActStoreDatabase *database,
           Visit            *visit,
           ActStatement     *statement,
           ActPortType       type,
           GError          **error)
{
  g_autoptr (ActPortRow) row = make_row (statement, type);

  /* What this version would not take back was damaged before. */
  if (act_port_row_is_valid (row) && !visit->visitor->row (row, visit->visitor_data, error))
    return FALSE;

  if (type == ACT_PORT_ITEM)
    return TRUE;

  visit->n_done++;
  act_store_progress_report (visit->progress, ACT_STEP_WRITING, MIN (visit->n_done, visit->n_total),
                             visit->n_total);

  return type != ACT_PORT_ACTIVITY ||
         visit_items (database, visit, act_statement_get_int (statement, 0), error);
}

static gboolean
visit_statement (ActStoreDatabase *database,
                 Visit            *visit,
                 ActStatement     *statement,
                 ActPortType       type,
                 GError          **error)
{
  int code;

  while ((code = act_statement_step (statement, error)) == SQLITE_ROW)
    {
      if (!visit_row (database, visit, statement, type, error))
        return FALSE;
    }

  return code == SQLITE_DONE;
}

static gboolean
visit_items (ActStoreDatabase *database,
             Visit            *visit,
             gint64            activity,
             GError          **error)
{
  g_autoptr (ActStatement) items =
      act_store_database_prepare (database, tables[ACT_PORT_ITEM].sql, error);

  if (items == NULL)
    return FALSE;

  act_statement_bind_int (items, ":number", activity);

  return visit_statement (database, visit, items, ACT_PORT_ITEM, error);
}

static gboolean
begin_visit (ActStoreDatabase *database,
             Visit            *visit,
             GError          **error)
{
  gint64 counts[ACT_N_PORT_TYPES] = { 0 };

  for (guint i = 0; i < ACT_N_PORT_TYPES; i++)
    {
      if (!act_store_database_read_int (database, tables[i].count_sql, &counts[i], error))
        return FALSE;
      visit->n_total += counts[i];
    }

  return visit->visitor->begin (counts, visit->visitor_data, error);
}

/* All of it is of the same moment. */
static gboolean
visit_all (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  Visit *visit = data;

  if (!begin_visit (database, visit, error))
    return FALSE;

  for (guint i = 0; i < ACT_PORT_ITEM; i++)
    {
      g_autoptr (ActStatement) rows = act_store_database_prepare (database, tables[i].sql, error);

      if (rows == NULL || !visit_statement (database, visit, rows, (ActPortType) i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
visit (ActStoreDatabase *database,
       gpointer          arguments,
       gpointer         *result,
       GCancellable     *cancellable,
       GError          **error)
{
  const ActStoreCall *call = arguments;
  Visit               visiting = { call->visitor, call->visitor_data, call->progress, 0, 0 };

  return act_store_database_read (database, visit_all, &visiting, error);
}

static gboolean
import (ActStoreDatabase *database,
        gpointer          arguments,
        gpointer         *result,
        GCancellable     *cancellable,
        GError          **error)
{
  const ActStoreCall       *call = arguments;
  g_autofree ActPortCounts *counts = g_new0 (ActPortCounts, 1);

  if (!act_store_port_rows_import (database, call->items, call->kind, counts, error))
    return FALSE;

  *result = g_steal_pointer (&counts);

  return TRUE;
}

/**
 * act_store_visit_async:
 * @self: a store
 * @visitor: (scope async): what is done with the rows; static
 * @visitor_data: for @visitor; valid until @callback is called
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress; valid until @callback is called
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Shows every row of the store to @visitor, all of the same moment. Long reads wait for it, but the
 * list is filled and counted meanwhile. Main thread.
 */
void
act_store_visit_async (ActStore             *self,
                       const ActPortVisitor *visitor,
                       gpointer              visitor_data,
                       ActProgressFunc       progress,
                       gpointer              progress_data,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->visitor = visitor;
  call->visitor_data = visitor_data;
  call->progress = act_store_progress_new (progress, progress_data);
  act_store_submit (self, ACT_STORE_SCANS, act_store_visit_async, visit, call, NULL, cancellable,
                    callback, user_data);
}

/**
 * act_store_visit_finish:
 * @self: a store
 * @result: the result
 * @error: of @visitor, of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all rows were shown
 */
gboolean
act_store_visit_finish (ActStore     *self,
                        GAsyncResult *result,
                        GError      **error)
{
  return act_store_take (self, result, act_store_visit_async, NULL, error);
}

/**
 * act_store_import_async:
 * @self: a store
 * @rows: (transfer full) (element-type ActPortRow): valid rows in the order of the file, each
 *   activity with all its items; some hundreds of them
 * @only_count: whether nothing is written, and only told what would be
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes over what the store does not have, all of it or nothing. To do it again changes nothing.
 * Changes that were not sent are kept apart until somebody says to send them. Main thread.
 */
void
act_store_import_async (ActStore           *self,
                        GPtrArray          *rows,
                        gboolean            only_count,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->items = rows;
  call->kind = only_count;
  act_store_submit (self, only_count ? ACT_STORE_SCANS : ACT_STORE_WRITES, act_store_import_async,
                    import, call, g_free, cancellable, callback, user_data);
}

/**
 * act_store_import_finish:
 * @self: a store
 * @result: the result
 * @counts: (inout): what came of these rows is added
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are taken over
 */
gboolean
act_store_import_finish (ActStore      *self,
                         GAsyncResult  *result,
                         ActPortCounts *counts,
                         GError       **error)
{
  gpointer                  value = NULL;
  g_autofree ActPortCounts *taken = NULL;

  if (!act_store_take (self, result, act_store_import_async, &value, error))
    return FALSE;

  taken = value;
  act_port_counts_add (counts, taken);

  return TRUE;
}
