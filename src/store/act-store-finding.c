/* Which rows the events of some ids have
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-finding.h"

#include "act-store-private.h"

static gboolean
find_event (ActStoreDatabase *database,
            const char       *event_id,
            GArray           *row_ids,
            GError          **error)
{
  gint64 row_id = 0;
  int    code;
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database, "SELECT row_id FROM event WHERE id = :id", error);

  if (find == NULL)
    return FALSE;

  act_statement_bind_text (find, ":id", event_id);
  code = act_statement_step (find, error);
  if (code == SQLITE_ROW)
    row_id = act_statement_get_int (find, 0);
  g_array_append_val (row_ids, row_id);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

typedef struct
{
  char  **event_ids;
  GArray *row_ids;
} Finding;

static gboolean
find_all (ActStoreDatabase *database,
          gpointer          data,
          GError          **error)
{
  Finding *finding = data;

  for (gsize i = 0; finding->event_ids[i] != NULL; i++)
    {
      if (!find_event (database, finding->event_ids[i], finding->row_ids, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_events (ActStoreDatabase *database,
             gpointer          arguments,
             gpointer         *result,
             GCancellable     *cancellable,
             GError          **error)
{
  ActStoreCall *call = arguments;
  g_autoptr (GArray) row_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Finding finding = { call->ids, row_ids };

  if (!act_store_database_read (database, find_all, &finding, error))
    return FALSE;

  *result = g_steal_pointer (&row_ids);

  return TRUE;
}

/**
 * act_store_find_events_async:
 * @self: a store
 * @event_ids: (array zero-terminated=1): the events' ids; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Starts looking for the rows of events. Main thread.
 */
void
act_store_find_events_async (ActStore           *self,
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
  act_store_submit (self, ACT_STORE_SCANS, act_store_find_events_async, find_events, call,
                    (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

/**
 * act_store_find_events_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the row ids in the order asked for, 0
 *   for an event that the store does not have
 */
GArray *
act_store_find_events_finish (ActStore     *self,
                              GAsyncResult *result,
                              GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_find_events_async, &value, error) ? value : NULL;
}
