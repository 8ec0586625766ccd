/* Removing found secrets from the keyring, one after the other
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-secret-removing.h"

#include "act-secret-error.h"
#include "act-secret-key.h"

#include <libsecret/secret.h>

static void remove_next (GTask *task);

static void
finish_one (GTask  *task,
            GError *error)
{
  if (error != NULL)
    g_task_return_error (task, act_secret_error_translate (error));
  else
    remove_next (task);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  secret_item_delete_finish (SECRET_ITEM (source), result, &error);
  finish_one (task, error);
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  finish_one (task, error);
}

static void
remove_next (GTask *task)
{
  GPtrArray    *items = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (SecretRetrievable) item = NULL;

  if (items->len == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  item = g_ptr_array_steal_index_fast (items, 0);
  /* libsecret 0.20 answers twice when one of several that it clears cannot be removed. */
  if (SECRET_IS_ITEM (item))
    {
      secret_item_delete (SECRET_ITEM (item), cancellable, deleted_cb, g_object_ref (task));
    }
  else
    {
      g_autoptr (GHashTable) key = secret_retrievable_get_attributes (item);

      secret_password_clearv (act_secret_key_get_schema (), key, cancellable, cleared_cb,
                              g_object_ref (task));
    }
}

/**
 * act_secret_remove_async:
 * @items: (element-type SecretRetrievable): what is to be removed; emptied
 * @cancellable: (nullable): a cancellable; a question that is shown is closed
 * @callback: called when they are removed, or one is not
 * @user_data: for @callback
 *
 * Stops at the first that cannot be removed. Main thread.
 */
void
act_secret_remove_async (GPtrArray          *items,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, act_secret_remove_async);
  g_task_set_task_data (task, g_ptr_array_ref (items), (GDestroyNotify) g_ptr_array_unref);
  remove_next (task);
}

/**
 * act_secret_remove_finish:
 * @result: what the callback got
 * @error: of %ACT_KEYRING_ERROR
 *
 * Returns: whether no error was met; what is locked may be there all the same
 */
gboolean
act_secret_remove_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
