/* Changes that were made from this computer: the calls
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-activity.h"

#include "act-store-activity-rows.h"
#include "act-store-private.h"

static gboolean
add_rows (ActStoreDatabase *database,
          gpointer          data,
          GError          **error)
{
  const ActStoreCall *call = data;
  gint64              number = 0;

  if (!act_store_activity_rows_add (database, call->activity, 0, 0, &number, error))
    return FALSE;

  for (guint i = 0; i < call->items->len; i++)
    {
      if (!act_store_activity_rows_add_item (database, number, g_ptr_array_index (call->items, i),
                                             error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_activity (ActStoreDatabase *database,
              gpointer          arguments,
              gpointer         *result,
              GCancellable     *cancellable,
              GError          **error)
{
  return act_store_database_transact (database, ACT_STORE_USER_CHANGE, add_rows, arguments, error);
}

static gboolean
list_activities (ActStoreDatabase *database,
                 gpointer          arguments,
                 gpointer         *result,
                 GCancellable     *cancellable,
                 GError          **error)
{
  ActStoreCall          *call = arguments;
  ActStoreActivityFilter filter = { .text = call->text,
                                    .actions = (guint) call->kind,
                                    .before = call->row_id,
                                    .limit = (guint) call->number };

  *result = act_store_activity_rows_list (database, &filter, error);

  return *result != NULL;
}

static gboolean
list_items (ActStoreDatabase *database,
            gpointer          arguments,
            gpointer         *result,
            GCancellable     *cancellable,
            GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_activity_rows_list_items (database, call->row_id,
                                                (guint) call->other_numbers[0],
                                                (guint) call->number, error);

  return *result != NULL;
}

/**
 * act_store_add_activity_async:
 * @self: a store
 * @activity: what was done; its number and results do not matter; copied
 * @items: (element-type ActActivityItem): what it was about, and what came of it; referenced, and not
 *   to be altered any more
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps a change that was made without the outbox. What goes through the outbox is kept by the call
 * that queues it. Main thread.
 */
void
act_store_add_activity_async (ActStore           *self,
                              const ActActivity  *activity,
                              GPtrArray          *items,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (activity != NULL);
  g_return_if_fail (items != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->activity = act_activity_copy (activity);
  call->items = g_ptr_array_ref (items);
  act_store_submit (self, ACT_STORE_WRITES, act_store_add_activity_async, add_activity, call, NULL,
                    cancellable, callback, user_data);
}

/**
 * act_store_add_activity_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is on the disk
 */
gboolean
act_store_add_activity_finish (ActStore     *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return act_store_take (self, result, act_store_add_activity_async, NULL, error);
}

/**
 * act_store_list_activities_async:
 * @self: a store
 * @text: (nullable): what is looked for in ids, details and reasons
 * @actions: a bit for each #ActActivityAction that is found by its name too
 * @before: only what has a smaller number; %G_MAXINT64 for the newest
 * @limit: how many at most
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists a page of what was done from this computer. Main thread.
 */
void
act_store_list_activities_async (ActStore           *self,
                                 const char         *text,
                                 guint               actions,
                                 gint64              before,
                                 guint               limit,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (limit > 0);

  call = g_new0 (ActStoreCall, 1);
  call->text = g_strdup (text);
  call->kind = (int) actions;
  call->row_id = before;
  call->number = limit;
  act_store_submit (self, ACT_STORE_SCANS, act_store_list_activities_async, list_activities, call,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_list_activities_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActActivity) (nullable): the activities, newest first
 */
GPtrArray *
act_store_list_activities_finish (ActStore     *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_activities_async, &value, error) ? value
                                                                                       : NULL;
}

/**
 * act_store_list_activity_items_async:
 * @self: a store
 * @number: an activity
 * @first: how many of its items are left out
 * @limit: how many at most
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists a page of what an activity was about. Main thread.
 */
void
act_store_list_activity_items_async (ActStore           *self,
                                     gint64              number,
                                     guint               first,
                                     guint               limit,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (limit > 0);

  call = g_new0 (ActStoreCall, 1);
  call->row_id = number;
  call->other_numbers[0] = first;
  call->number = limit;
  act_store_submit (self, ACT_STORE_SCANS, act_store_list_activity_items_async, list_items, call,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_list_activity_items_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActActivityItem) (nullable): the items
 */
GPtrArray *
act_store_list_activity_items_finish (ActStore     *self,
                                      GAsyncResult *result,
                                      GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_list_activity_items_async, &value, error) ? value
                                                                                           : NULL;
}
