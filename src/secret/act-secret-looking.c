/* Reading a secret from the keyring
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-secret-looking.h"

#include "act-keyring-error.h"
#include "act-secret-error.h"
#include "act-secret-key.h"
#include "act-secret-reaching.h"

#include <libsecret/secret.h>

typedef struct
{
  GHashTable *key; /* (owned) */
  guint       patience_ms;
  gboolean    may_ask;
} LookUp;

static void
free_look_up (gpointer data)
{
  LookUp *look_up = data;

  g_hash_table_unref (look_up->key);
  g_free (look_up);
}

/* A back end that is a file is open as a whole, or not at all. */
static gboolean
is_locked (gpointer item)
{
  return SECRET_IS_ITEM (item) && secret_item_get_locked (item);
}

static gboolean
are_locked (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      if (!is_locked (items->pdata[i]))
        return FALSE;
    }

  return items->len > 0;
}

static void
return_locked (GTask *task)
{
  g_task_return_new_error (task, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_LOCKED,
                           "The keyring is locked");
}

/* libsecret answers that there is none when the user declined to open the keyring. */
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
  else if (are_locked (items))
    return_locked (task);
  else if (items->len > 0)
    g_task_return_new_error (task, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_REFUSED,
                             "The keyring has a secret that is no text");
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LookUp *look_up = g_task_get_task_data (task);
  GError *error = NULL;
  char   *secret = secret_password_lookup_nonpageable_finish (result, &error);

  if (g_task_return_error_if_cancelled (task))
    {
      g_clear_error (&error);
      secret_password_free (secret);
      return;
    }

  if (secret != NULL)
    g_task_return_pointer (task, secret, (GDestroyNotify) secret_password_free);
  else if (error != NULL)
    g_task_return_error (task, act_secret_error_translate (error));
  else
    act_secret_reach_async (look_up->key, look_up->patience_ms, g_task_get_cancellable (task),
                            looked_again_cb, g_object_ref (task));
}

static void
reached_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = act_secret_reach_finish (result, &error);
  LookUp *look_up = g_task_get_task_data (task);

  if (items == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (items->len == 0)
    g_task_return_pointer (task, NULL, NULL);
  else if (!look_up->may_ask && are_locked (items))
    return_locked (task);
  else
    secret_password_lookupv (act_secret_key_get_schema (), look_up->key,
                             g_task_get_cancellable (task), looked_up_cb, g_object_ref (task));
}

/**
 * act_secret_look_up_async:
 * @key: attributes
 * @patience_ms: as for act_secret_reach_async()
 * @may_ask: whether the keyring may ask the user to open it
 * @cancellable: (nullable): a cancellable; a question that is shown is closed
 * @callback: called when the secret is there, or not
 * @user_data: for @callback
 *
 * Main thread.
 */
void
act_secret_look_up_async (GHashTable         *key,
                          guint               patience_ms,
                          gboolean            may_ask,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask  *task = g_task_new (NULL, cancellable, callback, user_data);
  LookUp *look_up = g_new0 (LookUp, 1);

  g_task_set_source_tag (task, act_secret_look_up_async);
  look_up->key = g_hash_table_ref (key);
  look_up->patience_ms = patience_ms;
  look_up->may_ask = may_ask;
  g_task_set_task_data (task, look_up, free_look_up);
  act_secret_reach_async (key, patience_ms, cancellable, reached_cb, task);
}

/**
 * act_secret_look_up_finish:
 * @result: what the callback got
 * @error: of %ACT_KEYRING_ERROR
 *
 * Returns: (transfer full) (nullable): the secret, for secret_password_free(); without an error,
 *   %NULL if none is kept
 */
char *
act_secret_look_up_finish (GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
