/* Looking which secrets the keyring has, without opening it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-secret-reaching.h"

#include "act-keyring-error.h"
#include "act-secret-error.h"
#include "act-secret-key.h"

#include <libsecret/secret.h>

/* A keyring that has to be started takes seconds. One that does not answer must not be waited for
 * by everything that comes after it, and the bus itself gives up each call only after 25 seconds. */
typedef struct
{
  GCancellable *inner;    /* (owned) (nullable): what libsecret is cancelled by */
  gulong        chain;    /* of the caller's cancellable */
  guint         patience; /* (owned): a source */
  gboolean      timed_out;
} Reach;

static void
stop_waiting (GTask *task,
              Reach *reach)
{
  g_clear_handle_id (&reach->patience, g_source_remove);
  if (reach->chain != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), reach->chain);
  reach->chain = 0;
}

static void
free_reach (gpointer data)
{
  Reach *reach = data;

  g_clear_object (&reach->inner);
  g_free (reach);
}

static gboolean
patience_cb (gpointer user_data)
{
  Reach *reach = g_task_get_task_data (user_data);

  reach->patience = 0;
  reach->timed_out = TRUE;
  g_cancellable_cancel (reach->inner);

  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static void
wait_for (GTask *task,
          Reach *reach,
          guint  patience_ms)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (patience_ms == 0)
    return;

  reach->inner = g_cancellable_new ();
  reach->patience = g_timeout_add (patience_ms, patience_cb, task);
  if (cancellable != NULL)
    reach->chain = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                          g_object_ref (reach->inner), g_object_unref);
}

static GPtrArray *
collect (GList *items)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *item = items; item != NULL; item = item->next)
    g_ptr_array_add (found, item->data);
  g_list_free (items);

  return found;
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reach  *reach = g_task_get_task_data (task);
  GError *error = NULL;
  GList  *items = secret_password_search_finish (result, &error);

  stop_waiting (task, reach);
  if (g_task_return_error_if_cancelled (task))
    g_list_free_full (items, g_object_unref);
  else if (error == NULL)
    g_task_return_pointer (task, collect (items), (GDestroyNotify) g_ptr_array_unref);
  else if (reach->timed_out)
    g_task_return_new_error (task, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_ABSENT,
                             "The keyring does not answer");
  else
    g_task_return_error (task, act_secret_error_translate (g_steal_pointer (&error)));

  g_clear_error (&error);
}

/**
 * act_secret_reach_async:
 * @key: attributes
 * @patience_ms: after how many milliseconds a keyring that does not answer is absent; 0 to wait for
 *   whatever time it takes
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks for secrets without asking the user anything. Main thread.
 */
void
act_secret_reach_async (GHashTable         *key,
                        guint               patience_ms,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reach        *reach = g_new0 (Reach, 1);
  GCancellable *inner = NULL;

  g_task_set_source_tag (task, act_secret_reach_async);
  g_task_set_task_data (task, reach, free_reach);
  if (g_task_return_error_if_cancelled (task))
    return;

  wait_for (task, reach, patience_ms);
  inner = reach->inner != NULL ? reach->inner : cancellable;
  secret_password_searchv (act_secret_key_get_schema (), key, SECRET_SEARCH_ALL, inner, searched_cb,
                           g_steal_pointer (&task));
}

/**
 * act_secret_reach_finish:
 * @result: what the callback got
 * @error: of %ACT_KEYRING_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SecretRetrievable): what is kept, locked or not
 */
GPtrArray *
act_secret_reach_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
