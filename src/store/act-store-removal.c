/* Removes a store with all that was ever made of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-removal.h"

#include "act-store-error.h"
#include "act-store-lock.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Its logs and its lock, backups, copies that were set aside: whatever is made of a store has its
 * name with something added, and no store has a dot in its name before the ending. */
static gboolean
is_of_store (const char *name,
             const char *store_name)
{
  const char *rest = g_str_has_prefix (name, store_name) ? name + strlen (store_name) : NULL;

  return rest != NULL && (*rest == '.' || *rest == '-');
}

static gboolean
remove_file (const char *path,
             GError    **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, ACT_STORE_ERROR,
               errno == EROFS || errno == EACCES || errno == EPERM ? ACT_STORE_ERROR_READ_ONLY
                                                                   : ACT_STORE_ERROR_FAILED,
               "A file of the store cannot be removed: %s", g_strerror (errno));

  return FALSE;
}

/* The store itself goes last: what was begun can be begun again for as long as it is there. */
static gboolean
remove_all (const char *path,
            GError    **error)
{
  g_autofree char *folder_name = g_path_get_dirname (path);
  g_autofree char *store_name = g_path_get_basename (path);
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);
  g_autoptr (GDir) folder = g_dir_open (folder_name, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *part = g_build_filename (folder_name, name, NULL);

      if (is_of_store (name, store_name) && !g_str_equal (part, lock_path) &&
          !remove_file (part, error))
        return FALSE;
    }

  return remove_file (path, error) && remove_file (lock_path, error);
}

static void
remove_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const char      *path = task_data;
  g_autofree char *folder_name = g_path_get_dirname (path);
  g_autoptr (ActStoreLock) lock = NULL;
  g_autoptr (GError) error = NULL;
  gboolean alone = FALSE;

  /* A connection that was never opened has nothing to remove. */
  if (!g_file_test (folder_name, G_FILE_TEST_IS_DIR))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  lock = act_store_lock_new (path, &error);
  if (lock == NULL || !act_store_lock_enter (lock, cancellable, &alone, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (!alone)
    g_task_return_new_error (task, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY,
                             "Another process has the store open");
  else if (!remove_all (path, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * act_store_remove_async:
 * @path: a store's file, which nobody has open, and need not exist
 * @cancellable: (nullable): stops waiting for another process
 * @callback: called in the caller's context when it is done
 * @user_data: for @callback
 *
 * Removes a store, its logs, its backups and the copies of it that were set aside, for ever.
 */
void
act_store_remove_async (const char         *path,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_store_remove_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, remove_in_thread);
}

/**
 * act_store_remove_finish:
 * @result: the result
 * @error: of %ACT_STORE_ERROR, %ACT_STORE_ERROR_BUSY if another process has it open, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether nothing of it is left
 */
gboolean
act_store_remove_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, act_store_remove_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
