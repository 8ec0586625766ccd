/* Finds out what integrations and accounts are called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-namer.h"

#include "act-client-configurations.h"

/* The API lists up to 100 ids at once. */
#define IDS_AT_ONCE 100

typedef struct
{
  ActClient  *client;      /* (owned) */
  ActStore   *store;       /* (owned) */
  ActNameKind kind;        /* what is being named */
  GHashTable *missing;     /* (owned): ids without a name */
  GHashTable *seen_tokens; /* (owned) */
  GPtrArray  *names;       /* (owned) (element-type ActName): found so far */
} Naming;

static void list_unnamed (GTask *task);

static void
naming_free (gpointer data)
{
  Naming *naming = data;

  g_object_unref (naming->client);
  g_object_unref (naming->store);
  g_hash_table_unref (naming->missing);
  g_hash_table_unref (naming->seen_tokens);
  g_ptr_array_unref (naming->names);
  g_free (naming);
}

static void
names_put_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_put_names_finish (ACT_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    list_unnamed (g_steal_pointer (&task));
}

/* What the server has no name for gets an empty one, so that it is not asked for again. */
static void
put_names (GTask *task)
{
  Naming        *naming = g_task_get_task_data (task);
  GHashTableIter iter;
  gpointer       id = NULL;

  g_hash_table_iter_init (&iter, naming->missing);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (naming->names, act_name_new (id, ""));

  act_store_put_names_async (naming->store, naming->kind, naming->names,
                             g_task_get_cancellable (task), names_put_cb, task);
}

static void
take_name (Naming     *naming,
           const char *id,
           const char *name)
{
  if (id == NULL || name == NULL || *name == '\0')
    return;

  g_hash_table_remove (naming->missing, id);
  g_ptr_array_add (naming->names, act_name_new (id, name));
}

static void
configurations_listed_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Naming       *naming = g_task_get_task_data (task);
  g_autoptr (GPtrArray) configurations = NULL;
  g_autofree char *next_token = NULL;
  g_autoptr (GError) error = NULL;

  configurations = act_client_list_configurations_finish (ACT_CLIENT (source), result, &next_token,
                                                          &error);
  if (configurations == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < configurations->len; i++)
    {
      const ActIntegrationConfiguration *configuration = g_ptr_array_index (configurations, i);

      take_name (naming, configuration->id, configuration->name);
    }

  if (next_token == NULL)
    put_names (g_steal_pointer (&task));
  else if (!g_hash_table_add (naming->seen_tokens, g_strdup (next_token)))
    g_task_return_new_error (task, ACT_API_ERROR, ACT_API_ERROR_REPEATED_TOKEN,
                             "GET integrationconfigs: the server gave the same nextToken twice");
  else
    act_client_list_configurations_async (naming->client, next_token, cancellable,
                                          configurations_listed_cb, g_steal_pointer (&task));
}

static void
accounts_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Naming *naming = g_task_get_task_data (task);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;

  names = act_client_list_account_names_finish (ACT_CLIENT (source), result, &error);
  if (names == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < names->len; i++)
    {
      const ActName *name = g_ptr_array_index (names, i);

      take_name (naming, name->id, name->name);
    }

  put_names (g_steal_pointer (&task));
}

static void
unnamed_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Naming       *naming = g_task_get_task_data (task);
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;

  ids = act_store_list_unnamed_finish (ACT_STORE (source), result, &error);
  if (ids == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_hash_table_remove_all (naming->missing);
  g_ptr_array_set_size (naming->names, 0);
  for (char **id = ids; *id != NULL; id++)
    g_hash_table_add (naming->missing, g_strdup (*id));

  if (ids[0] == NULL && naming->kind == ACT_NAME_ACCOUNT)
    g_task_return_boolean (task, TRUE);
  else if (ids[0] == NULL)
    {
      naming->kind = ACT_NAME_ACCOUNT;
      list_unnamed (g_steal_pointer (&task));
    }
  else if (naming->kind == ACT_NAME_ACCOUNT)
    act_client_list_account_names_async (naming->client, (const char *const *) ids, cancellable,
                                         accounts_listed_cb, g_steal_pointer (&task));
  else
    act_client_list_configurations_async (naming->client, NULL, cancellable,
                                          configurations_listed_cb, g_steal_pointer (&task));
}

/* Integrations are listed whole, accounts by their ids. */
static void
list_unnamed (GTask *task)
{
  Naming *naming = g_task_get_task_data (task);
  guint   n = naming->kind == ACT_NAME_ACCOUNT ? IDS_AT_ONCE : 0;

  act_store_list_unnamed_async (naming->store, naming->kind, n, g_task_get_cancellable (task),
                                unnamed_listed_cb, task);
}

/**
 * act_namer_async:
 * @client: a client
 * @store: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks for the names that the store's events need and that it does not have.
 */
void
act_namer_async (ActClient          *client,
                 ActStore           *store,
                 GCancellable       *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer            user_data)
{
  GTask  *task = NULL;
  Naming *naming = NULL;

  g_return_if_fail (ACT_IS_CLIENT (client));
  g_return_if_fail (ACT_IS_STORE (store));

  naming = g_new0 (Naming, 1);
  naming->client = g_object_ref (client);
  naming->store = g_object_ref (store);
  naming->kind = ACT_NAME_INTEGRATION;
  naming->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  naming->seen_tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  naming->names = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_namer_async);
  g_task_set_task_data (task, naming, naming_free);
  list_unnamed (task);
}

/**
 * act_namer_finish:
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether everything has a name, or is known to have none
 */
gboolean
act_namer_finish (GAsyncResult *result,
                  GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
