/* Where the list's rows come from: an interface that the store implements
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-row-source.h"

G_DEFINE_INTERFACE (ActRowSource, act_row_source, G_TYPE_OBJECT)

static guint changed_signal;

static void
act_row_source_default_init (ActRowSourceInterface *iface)
{
  /**
   * ActRowSource::changed:
   * @self: a row source
   *
   * Rows came, went or altered. Emitted on the main thread.
   */
  changed_signal = g_signal_new ("changed", ACT_TYPE_ROW_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

/**
 * act_row_source_query_async:
 * @self: a row source
 * @query: what to ask for
 * @limit: how many row ids are wanted at most, 0 for all
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread when it is done
 * @user_data: for @callback
 *
 * Starts reading the ordered row ids of a query. Main thread.
 */
void
act_row_source_query_async (ActRowSource       *self,
                            const ActQuery     *query,
                            guint               limit,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (ACT_IS_ROW_SOURCE (self));
  g_return_if_fail (query != NULL);

  ACT_ROW_SOURCE_GET_IFACE (self)->query_async (self, query, limit, cancellable, callback,
                                                user_data);
}

/**
 * act_row_source_query_finish:
 * @self: a row source
 * @result: the result
 * @error: return location for an error: %ACT_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Gives the ordered row ids of a query. Main thread.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the row ids, or %NULL on error
 */
GArray *
act_row_source_query_finish (ActRowSource *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (ACT_IS_ROW_SOURCE (self), NULL);

  return ACT_ROW_SOURCE_GET_IFACE (self)->query_finish (self, result, error);
}

/**
 * act_row_source_load_async:
 * @self: a row source
 * @row_ids: (array length=n_row_ids): which rows
 * @n_row_ids: how many
 * @flags: what to read of each
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread when it is done
 * @user_data: for @callback
 *
 * Starts reading records. @row_ids is copied. Main thread.
 */
void
act_row_source_load_async (ActRowSource       *self,
                           const gint64       *row_ids,
                           gsize               n_row_ids,
                           ActRowLoadFlags     flags,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (ACT_IS_ROW_SOURCE (self));
  g_return_if_fail (row_ids != NULL || n_row_ids == 0);

  ACT_ROW_SOURCE_GET_IFACE (self)->load_async (self, row_ids, n_row_ids, flags, cancellable,
                                               callback, user_data);
}

/**
 * act_row_source_load_finish:
 * @self: a row source
 * @result: the result
 * @error: return location for an error: %ACT_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Gives the records that were found, in any order; rows that are gone are left out. Main thread.
 *
 * Returns: (transfer full) (element-type ActEventRecord) (nullable): an array that owns its
 *   records, or %NULL on error
 */
GPtrArray *
act_row_source_load_finish (ActRowSource *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (ACT_IS_ROW_SOURCE (self), NULL);

  return ACT_ROW_SOURCE_GET_IFACE (self)->load_finish (self, result, error);
}

/**
 * act_row_source_emit_changed:
 * @self: a row source
 *
 * Says that rows came, went or altered. For implementations; main thread.
 */
void
act_row_source_emit_changed (ActRowSource *self)
{
  g_return_if_fail (ACT_IS_ROW_SOURCE (self));

  g_signal_emit (self, changed_signal, 0);
}
