/* What a query finds, summed up
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-searching.h"

#include "act-store-facets.h"
#include "act-store-private.h"

static gboolean
list_facets (ActStoreDatabase *database,
             gpointer          arguments,
             gpointer         *result,
             GCancellable     *cancellable,
             GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_facets_list (database, call->query, error);

  return *result != NULL;
}

/**
 * act_store_list_facets_async:
 * @self: a store
 * @query: what to ask for; its order is of no account
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Counts what a query finds by event name and by destination. Main thread.
 */
void
act_store_list_facets_async (ActStore           *self,
                             const ActQuery     *query,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (query != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->query = act_query_copy (query);
  act_store_submit (self, ACT_STORE_SCANS, act_store_list_facets_async, list_facets, call,
                    (GDestroyNotify) act_facets_free, cancellable, callback, user_data);
}

/**
 * act_store_list_facets_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the counts
 */
ActFacets *
act_store_list_facets_finish (ActStore     *self,
                              GAsyncResult *result,
                              GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_facets_async, &value, error) ? value : NULL;
}

/**
 * act_store_get_n_scanned:
 * @self: a store
 *
 * Tells how many payloads the newest search with `payload:` has read, while it runs too. Main thread.
 *
 * Returns: how many
 */
guint
act_store_get_n_scanned (ActStore *self)
{
  g_return_val_if_fail (ACT_IS_STORE (self), 0);

  return (guint) g_atomic_int_get (act_store_get_counter (self));
}
