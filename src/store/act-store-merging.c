/* What the server says goes into the store: events, names, values
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-private.h"

#include "act-store-merge.h"
#include "act-store-names.h"

static gboolean
set_value (ActStoreDatabase *database,
           gpointer          arguments,
           gpointer         *result,
           GCancellable     *cancellable,
           GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_values_set (database, call->text, call->other_text, error);
}

static gboolean
merge_pages (ActStoreDatabase *database,
             gpointer          arguments,
             gpointer         *result,
             GCancellable     *cancellable,
             GError          **error)
{
  ActStoreCall              *call = arguments;
  g_autofree ActMergeResult *merged = g_new0 (ActMergeResult, 1);

  if (!act_store_merge_pages (database, call->pages, call->number, call->merge, call->text,
                              call->other_text, merged, error))
    return FALSE;

  *result = g_steal_pointer (&merged);

  return TRUE;
}

static gboolean
list_unlisted (ActStoreDatabase *database,
               gpointer          arguments,
               gpointer         *result,
               GCancellable     *cancellable,
               GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_list_unlisted (database, call->number, call->other_numbers[0],
                                     call->other_numbers[1], error);

  return *result != NULL;
}

static gboolean
set_gone (ActStoreDatabase *database,
          gpointer          arguments,
          gpointer         *result,
          GCancellable     *cancellable,
          GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_set_gone (database, (const char *const *) call->ids, error);
}

static gboolean
put_names (ActStoreDatabase *database,
           gpointer          arguments,
           gpointer         *result,
           GCancellable     *cancellable,
           GError          **error)
{
  ActStoreCall *call = arguments;

  return act_store_names_put (database, (ActNameKind) call->kind, call->names, error);
}

static gboolean
list_unnamed (ActStoreDatabase *database,
              gpointer          arguments,
              gpointer         *result,
              GCancellable     *cancellable,
              GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_names_list_missing (database, (ActNameKind) call->kind,
                                          (guint) call->number, error);

  return *result != NULL;
}

static gboolean
take_merged (ActStore       *self,
             GAsyncResult   *result,
             gpointer        source_tag,
             ActMergeResult *merged,
             GError        **error)
{
  g_autofree ActMergeResult *value = NULL;

  if (!act_store_take (self, result, source_tag, (gpointer *) &value, error))
    return FALSE;

  if (merged != NULL)
    *merged = *value;

  return TRUE;
}

static GPtrArray *
copy_names (GPtrArray *names)
{
  GPtrArray *copy = g_ptr_array_new_full (names->len, (GDestroyNotify) act_name_free);

  for (guint i = 0; i < names->len; i++)
    {
      const ActName *name = g_ptr_array_index (names, i);

      g_ptr_array_add (copy, act_name_new (name->id, name->name));
    }

  return copy;
}

/**
 * act_store_set_value_async:
 * @self: a store
 * @key: its key
 * @value: (nullable): the value, %NULL to forget it
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps a value that belongs to the connection. It is no place for secrets. Main thread.
 */
void
act_store_set_value_async (ActStore           *self,
                           const char         *key,
                           const char         *value,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (key != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->text = g_strdup (key);
  call->other_text = g_strdup (value);
  act_store_submit (self, ACT_STORE_WRITES, act_store_set_value_async, set_value, call,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_set_value_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it was kept
 */
gboolean
act_store_set_value_finish (ActStore     *self,
                            GAsyncResult *result,
                            GError      **error)
{
  return act_store_take (self, result, act_store_set_value_async, NULL, error);
}

/**
 * act_store_merge_page_async:
 * @self: a store
 * @page: (transfer full): the page
 * @pass: the number of the pass over the open list that the page belongs to, or 0
 * @merge: tells where each event stands now; called on the thread of the store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Merges a page of the server, in one transaction. Main thread.
 */
void
act_store_merge_page_async (ActStore           *self,
                            ActEventPage       *page,
                            gint64              pass,
                            ActMergeFunc        merge,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (page != NULL);
  g_return_if_fail (merge != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_page_free);
  g_ptr_array_add (call->pages, page);
  call->number = pass;
  call->merge = merge;
  act_store_submit (self, ACT_STORE_WRITES, act_store_merge_page_async, merge_pages, call,
                    g_free, cancellable, callback, user_data);
}

/**
 * act_store_merge_page_finish:
 * @self: a store
 * @result: the result
 * @merged: (out caller-allocates) (optional): return location for what was done
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the page was merged; if not, nothing of it was
 */
gboolean
act_store_merge_page_finish (ActStore       *self,
                             GAsyncResult   *result,
                             ActMergeResult *merged,
                             GError        **error)
{
  return take_merged (self, result, act_store_merge_page_async, merged, error);
}

/**
 * act_store_merge_pages_async:
 * @self: a store
 * @pages: (transfer full) (element-type ActEventPage): pages, in the order in which they were asked
 *   for; the array frees them
 * @pass: the number of the pass over the open list that the pages belong to, or 0
 * @merge: tells where each event stands now; called on the thread of the store
 * @key: (nullable): the key of a value that is set along with them, such as the place in a list
 * @value: (nullable): the value, %NULL to forget it
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Merges pages of the server, in one transaction: an event costs half as much when thousands are
 * merged at once. Main thread.
 */
void
act_store_merge_pages_async (ActStore           *self,
                             GPtrArray          *pages,
                             gint64              pass,
                             ActMergeFunc        merge,
                             const char         *key,
                             const char         *value,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (pages != NULL);
  g_return_if_fail (merge != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->pages = pages;
  call->number = pass;
  call->merge = merge;
  call->text = g_strdup (key);
  call->other_text = g_strdup (value);
  act_store_submit (self, ACT_STORE_WRITES, act_store_merge_pages_async, merge_pages, call,
                    g_free, cancellable, callback, user_data);
}

/**
 * act_store_merge_pages_finish:
 * @self: a store
 * @result: the result
 * @merged: (out caller-allocates) (optional): return location for what was done
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the pages were merged and the value was set; if not, nothing of it was done
 */
gboolean
act_store_merge_pages_finish (ActStore       *self,
                              GAsyncResult   *result,
                              ActMergeResult *merged,
                              GError        **error)
{
  return take_merged (self, result, act_store_merge_pages_async, merged, error);
}

/**
 * act_store_list_unlisted_async:
 * @self: a store
 * @pass: the number of the pass
 * @began_at: when it began; events first seen later are left out
 * @younger_than: a time; of events of it and older ones only some are listed
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the events that are open here and that a whole pass over the open list did not show, unless
 * a change to them is under way. Main thread.
 */
void
act_store_list_unlisted_async (ActStore           *self,
                               gint64              pass,
                               gint64              began_at,
                               gint64              younger_than,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->number = pass;
  call->other_numbers[0] = began_at;
  call->other_numbers[1] = younger_than;
  act_store_submit (self, ACT_STORE_READS, act_store_list_unlisted_async, list_unlisted, call,
                    (GDestroyNotify) g_strfreev, cancellable, callback, user_data);
}

/**
 * act_store_list_unlisted_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): event ids; %NULL on error
 */
char **
act_store_list_unlisted_finish (ActStore     *self,
                                GAsyncResult *result,
                                GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_unlisted_async, &value, error) ? value : NULL;
}

/**
 * act_store_set_gone_async:
 * @self: a store
 * @event_ids: (array zero-terminated=1): their ids
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps events that are gone on the server, and ends the marks for them. Main thread.
 */
void
act_store_set_gone_async (ActStore           *self,
                          const char *const  *event_ids,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (event_ids != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->ids = g_strdupv ((char **) event_ids);
  act_store_submit (self, ACT_STORE_WRITES, act_store_set_gone_async, set_gone, call,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_set_gone_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is written down
 */
gboolean
act_store_set_gone_finish (ActStore     *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return act_store_take (self, result, act_store_set_gone_async, NULL, error);
}

/**
 * act_store_put_names_async:
 * @self: a store
 * @kind: what the names are of
 * @names: (transfer none) (element-type ActName): ids and names; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps names of things. An empty name says that there is none and that nobody need ask again. Main
 * thread.
 */
void
act_store_put_names_async (ActStore           *self,
                           ActNameKind         kind,
                           GPtrArray          *names,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (names != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->kind = kind;
  call->names = copy_names (names);
  act_store_submit (self, ACT_STORE_WRITES, act_store_put_names_async, put_names, call,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_put_names_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they were kept
 */
gboolean
act_store_put_names_finish (ActStore     *self,
                            GAsyncResult *result,
                            GError      **error)
{
  return act_store_take (self, result, act_store_put_names_async, NULL, error);
}

/**
 * act_store_list_unnamed_async:
 * @self: a store
 * @kind: what the ids are of
 * @limit: how many at most, 0 for all
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the ids that events have and whose names nobody told yet. Main thread.
 */
void
act_store_list_unnamed_async (ActStore           *self,
                              ActNameKind         kind,
                              guint               limit,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->kind = kind;
  call->number = limit;
  act_store_submit (self, ACT_STORE_READS, act_store_list_unnamed_async, list_unnamed, call,
                    (GDestroyNotify) g_strfreev, cancellable, callback, user_data);
}

/**
 * act_store_list_unnamed_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): ids; %NULL on error
 */
char **
act_store_list_unnamed_finish (ActStore     *self,
                               GAsyncResult *result,
                               GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_unnamed_async, &value, error) ? value : NULL;
}
