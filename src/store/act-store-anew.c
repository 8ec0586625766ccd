/* Starts a new store in the place of one that cannot be opened
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-anew.h"

#include "act-store-error.h"
#include "act-store-files.h"
#include "act-store-lock.h"
#include "act-store-worker.h"
#include "act-unsent.h"

/* More than this are not named one by one anyway. */
#define MAX_UNSENT 10000

/* A newer version may keep events in another way, but its outbox is likely to be the same. */
static const char with_labels[] =
    "SELECT action, target, (SELECT substr (message, 1, 500) FROM event WHERE event.id = target)"
    "  FROM outbox WHERE state <> 4 ORDER BY id LIMIT 10000";
static const char without_labels[] =
    "SELECT action, target, NULL FROM outbox WHERE state <> 4 ORDER BY id LIMIT 10000";

G_STATIC_ASSERT (MAX_UNSENT == 10000);

static GPtrArray *
read_unsent (ActStoreDatabase *database,
             const char       *sql,
             GError          **error)
{
  g_autoptr (ActStatement) list = act_store_database_prepare (database, sql, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) act_unsent_free);
  int code;

  if (list == NULL)
    return NULL;

  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    {
      ActUnsent *unsent = act_unsent_new ();

      unsent->action = (ActOutboxAction) act_statement_get_int (list, 0);
      unsent->target = act_statement_dup_text (list, 1);
      unsent->label = act_statement_dup_text (list, 2);
      g_ptr_array_add (all, unsent);
    }

  return code == SQLITE_DONE ? g_steal_pointer (&all) : NULL;
}

static gboolean
list_unsent (ActStoreDatabase *database,
             gpointer          arguments,
             gpointer         *result,
             GCancellable     *cancellable,
             GError          **error)
{
  const char *path = arguments;

  if (!act_store_database_open (database, path, ACT_STORE_ACCESS_VIEW, error))
    return FALSE;

  *result = read_unsent (database, with_labels, NULL);
  if (*result == NULL)
    *result = read_unsent (database, without_labels, error);
  act_store_database_close (database);

  return *result != NULL;
}

static gboolean
set_aside (ActStoreDatabase *database,
           gpointer          arguments,
           gpointer         *result,
           GCancellable     *cancellable,
           GError          **error)
{
  const char *path = arguments;
  g_autoptr (ActStoreLock) lock = act_store_lock_new (path, error);
  gboolean alone = FALSE;

  if (lock == NULL || !act_store_lock_enter (lock, cancellable, &alone, error))
    return FALSE;

  if (!alone)
    {
      g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY,
                           "Another process has the store open");
      return FALSE;
    }

  *result = act_store_files_set_aside (path, error);

  return *result != NULL;
}

/* A thread for one job. */
static void
do_apart (const char         *path,
          gpointer            source_tag,
          ActStoreJobFunc     func,
          GDestroyNotify      free_result,
          GCancellable       *cancellable,
          GAsyncReadyCallback callback,
          gpointer            user_data)
{
  ActStoreWorker *worker = act_store_worker_new ("store-apart");
  GTask          *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  act_store_worker_push (worker,
                         act_store_job_new (task, func, g_strdup (path), g_free, free_result));
  act_store_worker_leave (worker);
}

/**
 * act_store_list_unsent_async:
 * @path: the file of a store that cannot be opened
 * @cancellable: (nullable): a cancellable
 * @callback: called in the caller's context when it is done
 * @user_data: for @callback
 *
 * Reads what was not sent from a store of a newer version, as far as it can be understood. The
 * store is not altered.
 */
void
act_store_list_unsent_async (const char         *path,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (path != NULL);

  do_apart (path, act_store_list_unsent_async, list_unsent, (GDestroyNotify) g_ptr_array_unref,
            cancellable, callback, user_data);
}

/**
 * act_store_list_unsent_finish:
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActUnsent): the changes, in the order in which
 *   they were made
 */
GPtrArray *
act_store_list_unsent_finish (GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, act_store_list_unsent_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * act_store_set_aside_async:
 * @path: a store's file
 * @cancellable: (nullable): stops waiting for another process
 * @callback: called in the caller's context when it is done
 * @user_data: for @callback
 *
 * Gives a store that cannot be opened another name, so that the next opening makes a new one.
 * Nothing is deleted.
 */
void
act_store_set_aside_async (const char         *path,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (path != NULL);

  do_apart (path, act_store_set_aside_async, set_aside, g_free, cancellable, callback, user_data);
}

/**
 * act_store_set_aside_finish:
 * @result: the result
 * @error: of %ACT_STORE_ERROR, %ACT_STORE_ERROR_BUSY if another process has it open, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (type filename): where the store is now
 */
char *
act_store_set_aside_finish (GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, act_store_set_aside_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
