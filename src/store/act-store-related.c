/* Which events are about the same thing, and what open events are about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-related.h"

#include "act-event.h"
#include "act-name.h"
#include "act-query.h"
#include "act-store-private.h"
#include "act-store-query.h"
#include "act-store-records.h"
#include "act-store-row-id.h"

/* An entity and a run are found by their indexes. Without either, all open events are gone through
 * in the narrow index that has what they are filtered by. */
static char *
build_sql (const ActRelation *relation)
{
  gboolean searched = relation->entity_id != NULL || relation->run_id != NULL;
  GString *sql = g_string_new ("SELECT state.row_id FROM state");

  G_STATIC_ASSERT (ACT_NAME_INTEGRATION == 0 && ACT_NAME_ACCOUNT == 1);

  if (!searched)
    g_string_append (sql, " INDEXED BY state_open");
  g_string_append (sql, " WHERE state.status < 8 AND (1 << state.kind) & :kinds"
                        " AND state.row_id NOT IN (SELECT row_id FROM mark_due)");

  if (relation->entity_id != NULL)
    g_string_append (sql, " AND state.row_id IN"
                          " (SELECT row_id FROM event WHERE entity_id = :entity"
                          "  UNION ALL"
                          "  SELECT row_id FROM state INDEXED BY state_open_by_account"
                          "    WHERE status < 8 AND account ="
                          "      (SELECT number FROM name WHERE kind = 1 AND id = :entity))");
  if (relation->run_id != NULL)
    g_string_append (sql, " AND state.row_id IN (SELECT row_id FROM event WHERE run_id = :run)");
  if (relation->configuration_id != NULL)
    g_string_append (sql, " AND state.configuration ="
                          " (SELECT number FROM name WHERE kind = 0 AND id = :configuration)");
  if (relation->destination != NULL)
    g_string_append (sql, " AND (state.destination IS NULL OR state.destination IN"
                          " (SELECT number FROM text WHERE text = :destination COLLATE NOCASE))");
  if (relation->until != ACT_TIME_UNKNOWN)
    g_string_append (sql, " AND state.row_id < :end");

  if (relation->row_id != 0)
    g_string_append (sql, " UNION SELECT row_id FROM state WHERE row_id = :also AND status < 8"
                          " AND row_id NOT IN (SELECT row_id FROM mark_due)");

  g_string_append (sql, " ORDER BY 1");

  return g_string_free (sql, FALSE);
}

static void
bind_relation (ActStatement      *statement,
               const ActRelation *relation)
{
  act_statement_bind_int (statement, ":kinds", relation->kinds);
  if (relation->entity_id != NULL)
    act_statement_bind_text (statement, ":entity", relation->entity_id);
  if (relation->run_id != NULL)
    act_statement_bind_text (statement, ":run", relation->run_id);
  if (relation->configuration_id != NULL)
    act_statement_bind_text (statement, ":configuration", relation->configuration_id);
  if (relation->destination != NULL)
    act_statement_bind_text (statement, ":destination", relation->destination);
  if (relation->until != ACT_TIME_UNKNOWN)
    act_statement_bind_int (statement, ":end",
                            act_row_id_first_at (MIN (relation->until, G_MAXINT64 - 1) + 1));
  if (relation->row_id != 0)
    act_statement_bind_int (statement, ":also", relation->row_id);
}

static gboolean
list_related (ActStoreDatabase *database,
              gpointer          arguments,
              gpointer         *result,
              GCancellable     *cancellable,
              GError          **error)
{
  ActStoreCall    *call = arguments;
  g_autofree char *sql = build_sql (call->relation);
  g_autoptr (GArray) row_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ActStatement) list = act_store_database_prepare (database, sql, error);
  int code;

  if (list == NULL)
    return FALSE;

  bind_relation (list, call->relation);
  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    {
      gint64 row_id = act_statement_get_int (list, 0);

      g_array_append_val (row_ids, row_id);
    }

  if (code != SQLITE_DONE)
    return FALSE;

  *result = g_steal_pointer (&row_ids);

  return TRUE;
}

static gboolean
list_open_records (ActStoreDatabase *database,
                   gpointer          arguments,
                   gpointer         *result,
                   GCancellable     *cancellable,
                   GError          **error)
{
  ActStoreCall *call = arguments;
  g_autoptr (GArray) row_ids = NULL;

  row_ids = act_store_query_read (database, call->query, (guint) call->number, error);
  if (row_ids == NULL)
    return FALSE;

  *result = act_store_records_load (database, row_ids, ACT_ROW_LOAD_NONE, error);

  return *result != NULL;
}

/**
 * act_store_list_related_async:
 * @self: a store
 * @relation: what the events have in common
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds the open events, which can be marked, for which all holds that is set in @relation. Main
 * thread.
 */
void
act_store_list_related_async (ActStore           *self,
                              const ActRelation  *relation,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (relation != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->relation = act_relation_copy (relation);
  act_store_submit (self, ACT_STORE_READS, act_store_list_related_async, list_related, call,
                    (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_list_related_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their row ids, ascending, which is
 *   oldest first; none is no error
 */
GArray *
act_store_list_related_finish (ActStore     *self,
                               GAsyncResult *result,
                               GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_related_async, &value, error) ? value : NULL;
}

/**
 * act_store_list_open_records_async:
 * @self: a store
 * @limit: how many at most, 0 for all
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the newest open events. Main thread.
 */
void
act_store_list_open_records_async (ActStore           *self,
                                   guint               limit,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->query = act_query_new ();
  call->query->include_actioned = FALSE;
  call->query->kinds = ACT_QUERY_ALL_KINDS;
  call->query->sort = ACT_SORT_DATE;
  call->query->descending = TRUE;
  call->number = limit;
  act_store_submit (self, ACT_STORE_READS, act_store_list_open_records_async, list_open_records,
                    call, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_list_open_records_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActEventRecord) (nullable): the records without their
 *   payloads, newest first
 */
GPtrArray *
act_store_list_open_records_finish (ActStore     *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_open_records_async, &value, error) ? value : NULL;
}
