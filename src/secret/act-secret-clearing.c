/* Removing secrets from the keyring
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-secret-clearing.h"

#include "act-keyring-error.h"
#include "act-secret-error.h"
#include "act-secret-key.h"
#include "act-secret-reaching.h"
#include "act-secret-removing.h"

#include <libsecret/secret.h>

typedef struct
{
  GHashTable *key; /* (owned) */
  guint       patience_ms;
} Clearing;

static void
free_clearing (gpointer data)
{
  Clearing *clearing = data;

  g_hash_table_unref (clearing->key);
  g_free (clearing);
}

static void
looked_again_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = act_secret_reach_finish (result, &error);

  if (items == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (items->len > 0)
    g_task_return_new_error (task, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_LOCKED,
                             "The keyring is locked");
  else
    g_task_return_boolean (task, TRUE);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Clearing *clearing = g_task_get_task_data (task);
  GError   *error = NULL;

  if (!act_secret_remove_finish (result, &error))
    g_task_return_error (task, error);
  else
    act_secret_reach_async (clearing->key, clearing->patience_ms, g_task_get_cancellable (task),
                            looked_again_cb, g_object_ref (task));
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  GList  *found = secret_password_search_finish (result, &error);

  for (GList *item = found; item != NULL; item = item->next)
    {
      if (SECRET_IS_ITEM (item->data) && secret_item_get_locked (item->data))
        g_object_unref (item->data);
      else
        g_ptr_array_add (items, item->data);
    }
  g_list_free (found);

  if (error != NULL)
    g_task_return_error (task, act_secret_error_translate (error));
  else
    act_secret_remove_async (items, g_task_get_cancellable (task), removed_cb,
                             g_object_ref (task));
}

static void
reached_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = act_secret_reach_finish (result, &error);
  Clearing *clearing = g_task_get_task_data (task);

  if (items == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (items->len == 0)
    g_task_return_boolean (task, TRUE);
  else
    secret_password_searchv (act_secret_key_get_schema (), clearing->key,
                             SECRET_SEARCH_ALL | SECRET_SEARCH_UNLOCK,
                             g_task_get_cancellable (task), unlocked_cb, g_object_ref (task));
}

/**
 * act_secret_clear_async:
 * @key: attributes
 * @patience_ms: as for act_secret_reach_async()
 * @cancellable: (nullable): a cancellable; a question that is shown is closed
 * @callback: called when nothing that matches is kept any more, or something still is
 * @user_data: for @callback
 *
 * Removes every secret that has these attributes. Main thread.
 */
void
act_secret_clear_async (GHashTable         *key,
                        guint               patience_ms,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask    *task = g_task_new (NULL, cancellable, callback, user_data);
  Clearing *clearing = g_new0 (Clearing, 1);

  g_task_set_source_tag (task, act_secret_clear_async);
  clearing->key = g_hash_table_ref (key);
  clearing->patience_ms = patience_ms;
  g_task_set_task_data (task, clearing, free_clearing);
  act_secret_reach_async (key, patience_ms, cancellable, reached_cb, task);
}

/**
 * act_secret_clear_finish:
 * @result: what the callback got
 * @error: of %ACT_KEYRING_ERROR
 *
 * Returns: whether nothing is kept any more
 */
gboolean
act_secret_clear_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
