/* Putting a secret into the keyring
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-secret-storing.h"

#include "act-keyring-error.h"
#include "act-secret-error.h"
#include "act-secret-key.h"
#include "act-secret-looking.h"
#include "act-secret-reaching.h"
#include "act-secret-removing.h"

#include <libsecret/secret.h>

typedef struct
{
  GHashTable  *key;   /* (owned) */
  char        *label; /* (owned) */
  SecretValue *value; /* (owned) */
  guint        patience_ms;
  GPtrArray   *older; /* (owned) (nullable): what is kept for the same organisation */
} Storing;

static void
free_storing (gpointer data)
{
  Storing *storing = data;

  g_hash_table_unref (storing->key);
  g_free (storing->label);
  secret_value_unref (storing->value);
  g_clear_pointer (&storing->older, g_ptr_array_unref);
  g_free (storing);
}

/* An old key that stays is a nuisance and no failure: the new one is kept. */
static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_secret_remove_finish (result, &error))
    g_info ("An older secret cannot be removed: %s", error->message);

  g_task_return_boolean (task, TRUE);
}

static void
remove_older (GTask *task)
{
  Storing *storing = g_task_get_task_data (task);

  for (guint i = storing->older->len; i > 0; i--)
    {
      g_autoptr (GHashTable) attributes = NULL;

      attributes = secret_retrievable_get_attributes (storing->older->pdata[i - 1]);
      if (act_secret_key_is_same (storing->key, attributes))
        g_ptr_array_remove_index (storing->older, i - 1);
    }

  act_secret_remove_async (storing->older, g_task_get_cancellable (task), removed_cb,
                           g_object_ref (task));
}

static gboolean
is_value (SecretValue *value,
          const char  *secret)
{
  const char *text = secret_value_get_text (value);

  return text != NULL && g_str_equal (text, secret);
}

/* Only what can be read back is kept: some keyrings answer in the same way when the user declines. */
static void
read_back_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Storing *storing = g_task_get_task_data (task);
  char    *secret = act_secret_look_up_finish (result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (secret == NULL || !is_value (storing->value, secret))
    g_task_return_new_error (task, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_REFUSED,
                             "The keyring did not keep the secret");
  else
    remove_older (task);

  secret_password_free (secret);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Storing *storing = g_task_get_task_data (task);
  GError  *error = NULL;

  if (!secret_password_store_finish (result, &error))
    g_task_return_error (task, act_secret_error_translate (error));
  else
    act_secret_look_up_async (storing->key, storing->patience_ms, FALSE,
                              g_task_get_cancellable (task), read_back_cb, g_object_ref (task));
}

static void
reached_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Storing *storing = g_task_get_task_data (task);

  storing->older = act_secret_reach_finish (result, &error);
  if (storing->older == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    secret_password_storev_binary (act_secret_key_get_schema (), storing->key,
                                   SECRET_COLLECTION_DEFAULT, storing->label, storing->value,
                                   g_task_get_cancellable (task), stored_cb,
                                   g_object_ref (task));
}

/**
 * act_secret_store_async:
 * @connection: whose secret it is
 * @secret: the secret
 * @patience_ms: as for act_secret_reach_async()
 * @cancellable: (nullable): a cancellable; a question that is shown is closed
 * @callback: called when it is kept, or not
 * @user_data: for @callback
 *
 * Keeps a secret, and then removes those of other keys of the same base URL and organisation.
 * Main thread.
 */
void
act_secret_store_async (ActConnection      *connection,
                        SecretValue        *secret,
                        guint               patience_ms,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GHashTable) any = act_secret_key_build_for_any (connection);
  GTask   *task = g_task_new (NULL, cancellable, callback, user_data);
  Storing *storing = g_new0 (Storing, 1);

  g_task_set_source_tag (task, act_secret_store_async);
  storing->key = act_secret_key_build (connection);
  storing->label = act_secret_key_build_label (connection);
  storing->value = secret_value_ref (secret);
  storing->patience_ms = patience_ms;
  g_task_set_task_data (task, storing, free_storing);
  act_secret_reach_async (any, patience_ms, cancellable, reached_cb, task);
}

/**
 * act_secret_store_finish:
 * @result: what the callback got
 * @error: of %ACT_KEYRING_ERROR
 *
 * Returns: whether it is kept
 */
gboolean
act_secret_store_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
