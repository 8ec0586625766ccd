/* What is read from the store: rows, records, sums, values
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-private.h"

#include "act-store-names.h"
#include "act-store-query.h"
#include "act-store-records.h"

static gboolean
run_query (ActStoreDatabase *database,
           gpointer          arguments,
           gpointer         *result,
           GCancellable     *cancellable,
           GError          **error)
{
  ActStoreCall *call = arguments;

  if (call->counter != NULL)
    g_atomic_int_set (call->counter, 0);

  act_store_database_set_counter (database, call->counter);
  *result = act_store_query_read (database, call->query, (guint) call->number, error);
  act_store_database_set_counter (database, NULL);

  return *result != NULL;
}

static gboolean
load_records (ActStoreDatabase *database,
              gpointer          arguments,
              gpointer         *result,
              GCancellable     *cancellable,
              GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_records_load (database, call->row_ids, (ActRowLoadFlags) call->number, error);

  return *result != NULL;
}

static gboolean
read_record (ActStoreDatabase *database,
             gpointer          arguments,
             gpointer         *result,
             GCancellable     *cancellable,
             GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_records_read (database, call->row_id, error);

  return *result != NULL;
}

static gboolean
summarise (ActStoreDatabase *database,
           gpointer          arguments,
           gpointer         *result,
           GCancellable     *cancellable,
           GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_records_summarise (database, call->row_ids, error);

  return *result != NULL;
}

static gboolean
count (ActStoreDatabase *database,
       gpointer          arguments,
       gpointer         *result,
       GCancellable     *cancellable,
       GError          **error)
{
  *result = act_store_records_count (database, error);

  return *result != NULL;
}

static gboolean
get_value (ActStoreDatabase *database,
           gpointer          arguments,
           gpointer         *result,
           GCancellable     *cancellable,
           GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_values_get (database, call->text, (char **) result, error);
}

static gboolean
uses_payload (const ActQuery *query)
{
  return query->search != NULL && act_search_uses_payload (query->search);
}

/* Whether an answer does not take so long that rows should be filled beside it. */
static gboolean
is_quick (const ActQuery *query,
          guint           limit)
{
  return limit > 0 && query->sort == ACT_SORT_DATE && !uses_payload (query);
}

static void
act_store_query_async (ActRowSource       *source,
                       const ActQuery     *query,
                       guint               limit,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  ActStoreCall *call = g_new0 (ActStoreCall, 1);

  call->query = act_query_copy (query);
  call->number = limit;
  if (uses_payload (query))
    call->counter = act_store_get_counter (ACT_STORE (source));

  /* The rows of the first answer are filled while all ids are read. */
  act_store_submit (ACT_STORE (source), is_quick (query, limit) ? ACT_STORE_READS : ACT_STORE_SCANS,
                    act_store_query_async, run_query, call, (GDestroyNotify) g_array_unref,
                    cancellable, callback, user_data);
}

static GArray *
act_store_query_finish (ActRowSource *source,
                        GAsyncResult *result,
                        GError      **error)
{
  gpointer row_ids = NULL;

  act_store_take (ACT_STORE (source), result, act_store_query_async, &row_ids, error);

  return row_ids;
}

static void
act_store_load_async (ActRowSource       *source,
                      const gint64       *row_ids,
                      gsize               n_row_ids,
                      ActRowLoadFlags     flags,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  ActStoreCall *call = g_new0 (ActStoreCall, 1);

  call->row_ids = act_store_copy_rows (row_ids, n_row_ids);
  call->number = flags;
  act_store_submit (ACT_STORE (source),
                    flags & ACT_ROW_LOAD_PAYLOAD ? ACT_STORE_SCANS : ACT_STORE_READS,
                    act_store_load_async, load_records, call, (GDestroyNotify) g_ptr_array_unref,
                    cancellable, callback, user_data);
}

static GPtrArray *
act_store_load_finish (ActRowSource *source,
                       GAsyncResult *result,
                       GError      **error)
{
  gpointer records = NULL;

  act_store_take (ACT_STORE (source), result, act_store_load_async, &records, error);

  return records;
}

void
act_store_row_source_init (ActRowSourceInterface *iface)
{
  iface->query_async = act_store_query_async;
  iface->query_finish = act_store_query_finish;
  iface->load_async = act_store_load_async;
  iface->load_finish = act_store_load_finish;
}

/**
 * act_store_read_record_async:
 * @self: a store
 * @row_id: which row
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads one record with its payload. Main thread.
 */
void
act_store_read_record_async (ActStore           *self,
                             gint64              row_id,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->row_id = row_id;
  act_store_submit (self, ACT_STORE_READS, act_store_read_record_async, read_record, call,
                    (GDestroyNotify) act_event_record_free, cancellable, callback, user_data);
}

/**
 * act_store_read_record_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the record, %ACT_STORE_ERROR_NOT_FOUND if there is none
 */
ActEventRecord *
act_store_read_record_finish (ActStore     *self,
                              GAsyncResult *result,
                              GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_read_record_async, &value, error) ? value : NULL;
}

/**
 * act_store_summarise_async:
 * @self: a store
 * @row_ids: (array length=n_row_ids): which rows, in any order; copied
 * @n_row_ids: how many
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Sums up what can be marked among some rows, for a confirmation. A million rows are no matter.
 * Main thread.
 */
void
act_store_summarise_async (ActStore           *self,
                           const gint64       *row_ids,
                           gsize               n_row_ids,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (row_ids != NULL || n_row_ids == 0);

  call = g_new0 (ActStoreCall, 1);
  call->row_ids = act_store_copy_rows (row_ids, n_row_ids);
  act_store_submit (self, ACT_STORE_READS, act_store_summarise_async, summarise, call,
                    (GDestroyNotify) act_selection_summary_free, cancellable, callback, user_data);
}

/**
 * act_store_summarise_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the summary
 */
ActSelectionSummary *
act_store_summarise_finish (ActStore     *self,
                            GAsyncResult *result,
                            GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_summarise_async, &value, error) ? value : NULL;
}

/**
 * act_store_count_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Counts events and waiting changes. Main thread.
 */
void
act_store_count_async (ActStore           *self,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  act_store_submit (self, ACT_STORE_READS, act_store_count_async, count, call,
                    (GDestroyNotify) act_counts_free, cancellable, callback, user_data);
}

/**
 * act_store_count_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the counts
 */
ActCounts *
act_store_count_finish (ActStore     *self,
                        GAsyncResult *result,
                        GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_count_async, &value, error) ? value : NULL;
}

/**
 * act_store_get_value_async:
 * @self: a store
 * @key: its key
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads a value that belongs to the connection, as it was before any write that is not answered
 * yet. Main thread.
 */
void
act_store_get_value_async (ActStore           *self,
                           const char         *key,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (key != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->text = g_strdup (key);
  act_store_submit (self, ACT_STORE_READS, act_store_get_value_async, get_value, call,
                    g_free, cancellable, callback, user_data);
}

/**
 * act_store_get_value_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the value; %NULL with no error set if there is none
 */
char *
act_store_get_value_finish (ActStore     *self,
                            GAsyncResult *result,
                            GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_get_value_async, &value, error) ? value : NULL;
}
