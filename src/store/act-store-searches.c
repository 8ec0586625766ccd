/* Searches that the user gave a name
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-searches.h"

#include "act-store-private.h"

static gboolean
list_searches (ActStoreDatabase *database,
               gpointer          arguments,
               gpointer         *result,
               GCancellable     *cancellable,
               GError          **error)
{
  g_autoptr (GPtrArray) searches = NULL;
  g_autoptr (ActStatement) list = NULL;
  int code;

  list = act_store_database_prepare (
      database, "SELECT number, name, text, kinds, include_actioned FROM search", error);
  if (list == NULL)
    return FALSE;

  searches = g_ptr_array_new_with_free_func ((GDestroyNotify) act_saved_search_free);
  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    {
      ActSavedSearch *search = act_saved_search_new ();

      search->number = act_statement_get_int (list, 0);
      search->name = act_statement_dup_text (list, 1);
      search->text = act_statement_dup_text (list, 2);
      search->kinds = (guint) act_statement_get_int (list, 3) & ACT_QUERY_ALL_KINDS;
      search->include_actioned = act_statement_get_int (list, 4) != 0;
      g_ptr_array_add (searches, search);
    }

  if (code != SQLITE_DONE)
    return FALSE;

  *result = g_steal_pointer (&searches);
  return TRUE;
}

static gboolean
delete_row (ActStoreDatabase *database,
            gpointer          data,
            GError          **error)
{
  const ActStoreCall *call = data;
  g_autoptr (ActStatement) statement = NULL;

  statement = act_store_database_prepare (database, "DELETE FROM search WHERE number = :number", error);
  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":number", call->number);

  return act_statement_run (statement, error);
}

/* A search that gets another name is taken out and put in again, so that it takes the place of one
 * that has this name. */
static gboolean
save_row (ActStoreDatabase *database,
          gpointer          data,
          GError          **error)
{
  const ActStoreCall *call = data;
  g_autoptr (ActStatement) statement = NULL;

  if (call->search->number != 0 && !delete_row (database, data, error))
    return FALSE;

  statement = act_store_database_prepare (
      database,
      "INSERT INTO search (name, text, kinds, include_actioned)"
      "  VALUES (:name, :text, :kinds, :include_actioned)"
      "  ON CONFLICT (name) DO UPDATE SET text = excluded.text, kinds = excluded.kinds,"
      "    include_actioned = excluded.include_actioned",
      error);
  if (statement == NULL)
    return FALSE;

  act_statement_bind_text (statement, ":name", call->search->name);
  act_statement_bind_text (statement, ":text", call->search->text);
  act_statement_bind_int (statement, ":kinds", call->search->kinds);
  act_statement_bind_int (statement, ":include_actioned", call->search->include_actioned);

  return act_statement_run (statement, error);
}

static gboolean
save_search (ActStoreDatabase *database,
             gpointer          arguments,
             gpointer         *result,
             GCancellable     *cancellable,
             GError          **error)
{
  return act_store_database_transact (database, ACT_STORE_USER_CHANGE, save_row, arguments, error);
}

static gboolean
delete_search (ActStoreDatabase *database,
               gpointer          arguments,
               gpointer         *result,
               GCancellable     *cancellable,
               GError          **error)
{
  return act_store_database_transact (database, ACT_STORE_USER_CHANGE, delete_row, arguments, error);
}

/**
 * act_store_list_searches_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the searches that have a name, in no order. Main thread.
 */
void
act_store_list_searches_async (ActStore           *self,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (ACT_IS_STORE (self));

  act_store_submit (self, ACT_STORE_READS, act_store_list_searches_async, list_searches,
                    g_new0 (ActStoreCall, 1), (GDestroyNotify) g_ptr_array_unref, cancellable,
                    callback, user_data);
}

/**
 * act_store_list_searches_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActSavedSearch) (nullable): the searches
 */
GPtrArray *
act_store_list_searches_finish (ActStore     *self,
                                GAsyncResult *result,
                                GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_searches_async, &value, error) ? value : NULL;
}

/**
 * act_store_save_search_async:
 * @self: a store
 * @search: what to keep, with a name; one that has a number is kept in the place of that one
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps a search. It replaces one that has its name. Main thread.
 */
void
act_store_save_search_async (ActStore             *self,
                             const ActSavedSearch *search,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (search != NULL && search->name != NULL && search->text != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->search = act_saved_search_copy (search);
  call->number = search->number;
  act_store_submit (self, ACT_STORE_WRITES, act_store_save_search_async, save_search, call, NULL,
                    cancellable, callback, user_data);
}

/**
 * act_store_save_search_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is on the disk
 */
gboolean
act_store_save_search_finish (ActStore     *self,
                              GAsyncResult *result,
                              GError      **error)
{
  return act_store_take (self, result, act_store_save_search_async, NULL, error);
}

/**
 * act_store_delete_search_async:
 * @self: a store
 * @number: which search
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Forgets a search. Main thread.
 */
void
act_store_delete_search_async (ActStore           *self,
                               gint64              number,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->number = number;
  act_store_submit (self, ACT_STORE_WRITES, act_store_delete_search_async, delete_search, call, NULL,
                    cancellable, callback, user_data);
}

/**
 * act_store_delete_search_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is gone
 */
gboolean
act_store_delete_search_finish (ActStore     *self,
                                GAsyncResult *result,
                                GError      **error)
{
  return act_store_take (self, result, act_store_delete_search_async, NULL, error);
}
