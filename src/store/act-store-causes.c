/* What a query finds, grouped by cause
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-causes.h"

#include "act-store-cause-list.h"
#include "act-store-cause-rows.h"
#include "act-store-private.h"

/* What a list of causes answers. */
typedef struct
{
  GPtrArray *causes; /* (owned) */
  guint      n_causes;
} CauseList;

/* What asking for the cause of an event answers. */
typedef struct
{
  gint64 cause;
  guint  n_others;
} CauseCount;

static void
free_cause_list (gpointer data)
{
  CauseList *list = data;

  g_clear_pointer (&list->causes, g_ptr_array_unref);
  g_free (list);
}

static gboolean
list_causes (ActStoreDatabase *database,
             gpointer          arguments,
             gpointer         *result,
             GCancellable     *cancellable,
             GError          **error)
{
  ActStoreCall *call = arguments;
  guint         n_causes = 0;
  GPtrArray    *causes = act_store_cause_list_read (database, call->query, (ActCauseOrder) call->kind, &n_causes, error);
  CauseList    *list = NULL;

  if (causes == NULL)
    return FALSE;

  list = g_new0 (CauseList, 1);
  list->causes = causes;
  list->n_causes = n_causes;
  *result = list;

  return TRUE;
}

static gboolean
count_cause (ActStoreDatabase *database,
             gpointer          arguments,
             gpointer         *result,
             GCancellable     *cancellable,
             GError          **error)
{
  ActStoreCall          *call = arguments;
  g_autofree CauseCount *count = g_new0 (CauseCount, 1);

  if (!act_store_causes_count_others (database, call->row_id, &count->cause, &count->n_others, error))
    return FALSE;

  *result = g_steal_pointer (&count);

  return TRUE;
}

static gboolean
count_causes (ActStoreDatabase *database,
              gpointer          arguments,
              gpointer         *result,
              GCancellable     *cancellable,
              GError          **error)
{
  ActStoreCall *call = arguments;

  *result = act_store_cause_list_count (database, call->row_ids, error);

  return *result != NULL;
}

/**
 * act_store_list_causes_async:
 * @self: a store
 * @query: what to ask for; its order is of no account
 * @order: how the causes are ordered
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Groups what a query finds by cause. Main thread.
 */
void
act_store_list_causes_async (ActStore           *self,
                             const ActQuery     *query,
                             ActCauseOrder       order,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (query != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->query = act_query_copy (query);
  call->kind = (int) order;
  act_store_submit (self, ACT_STORE_SCANS, act_store_list_causes_async, list_causes, call,
                    free_cause_list, cancellable, callback, user_data);
}

/**
 * act_store_list_causes_finish:
 * @self: a store
 * @result: the result
 * @n_causes: (out) (optional): return location for how many causes there are, which may be more than
 *   are given
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActCause) (nullable): the first %ACT_MAX_CAUSES causes
 */
GPtrArray *
act_store_list_causes_finish (ActStore     *self,
                              GAsyncResult *result,
                              guint        *n_causes,
                              GError      **error)
{
  gpointer   value = NULL;
  CauseList *list = NULL;
  GPtrArray *causes = NULL;

  if (!act_store_take (self, result, act_store_list_causes_async, &value, error))
    return NULL;

  list = value;
  if (n_causes != NULL)
    *n_causes = list->n_causes;
  causes = g_steal_pointer (&list->causes);
  free_cause_list (list);

  return causes;
}

/**
 * act_store_count_cause_async:
 * @self: a store
 * @row_id: an event
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Asks for an event's cause, and how many other open events have it among the newest
 * %ACT_MAX_COUNTED_OF_CAUSE. Main thread.
 */
void
act_store_count_cause_async (ActStore           *self,
                             gint64              row_id,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->row_id = row_id;
  act_store_submit (self, ACT_STORE_SCANS, act_store_count_cause_async, count_cause, call,
                    g_free, cancellable, callback, user_data);
}

/**
 * act_store_count_cause_finish:
 * @self: a store
 * @result: the result
 * @cause: (out): return location for the number of the cause, 0 if there is no such event
 * @n_others: (out): return location for how many other open events have it
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it could be counted
 */
gboolean
act_store_count_cause_finish (ActStore     *self,
                              GAsyncResult *result,
                              gint64       *cause,
                              guint        *n_others,
                              GError      **error)
{
  g_autofree CauseCount *count = NULL;

  if (!act_store_take (self, result, act_store_count_cause_async, (gpointer *) &count, error))
    return FALSE;

  *cause = count->cause;
  *n_others = count->n_others;

  return TRUE;
}

/**
 * act_store_count_causes_async:
 * @self: a store
 * @row_ids: (array length=n_row_ids): events, in any order; copied
 * @n_row_ids: how many
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Counts how many of some events have which cause and are open. Main thread.
 */
void
act_store_count_causes_async (ActStore           *self,
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
  act_store_submit (self, ACT_STORE_SCANS, act_store_count_causes_async, count_causes, call,
                    (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_count_causes_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActCauseCount) (nullable): the counts, in no order
 */
GArray *
act_store_count_causes_finish (ActStore     *self,
                               GAsyncResult *result,
                               GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_count_causes_async, &value, error) ? value : NULL;
}
