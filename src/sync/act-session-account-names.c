/* What many accounts are called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-account-names.h"

#include "act-session-private.h"
#include "act-store-resources.h"

/* So many ids the server takes at a time. */
#define MAX_IDS 100

typedef struct
{
  char     **ids;     /* (owned) (array zero-terminated=1) */
  guint      next;    /* which of these the store is to be asked about */
  GPtrArray *unknown; /* (owned): of char *, those that the store does not know */
  GPtrArray *names;   /* (owned): of ActName, what was found */
} ActNameSearch;

static void ask_store (GTask *task);
static void ask_server (GTask *task);

static void
name_search_free (gpointer data)
{
  ActNameSearch *search = data;

  g_strfreev (search->ids);
  g_ptr_array_unref (search->unknown);
  g_ptr_array_unref (search->names);
  g_free (search);
}

static void
end (GTask *task)
{
  ActNameSearch *search = g_task_get_task_data (task);

  g_task_return_pointer (task, g_ptr_array_ref (search->names), (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

static void
store_answered_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GTask           *task = user_data;
  ActNameSearch   *search = g_task_get_task_data (task);
  const char      *id = search->ids[search->next++];
  g_autofree char *name = act_store_read_name_finish (ACT_STORE (source), result, NULL);

  /* An empty name stands for an account that is known to have none. */
  if (name == NULL)
    g_ptr_array_add (search->unknown, g_strdup (id));
  else if (*name != '\0')
    g_ptr_array_add (search->names, act_name_new (id, name));

  ask_store (task);
}

static void
ask_store (GTask *task)
{
  ActSession    *self = g_task_get_source_object (task);
  ActNameSearch *search = g_task_get_task_data (task);

  if (search->ids[search->next] == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    ask_server (task);
  else
    act_store_read_name_async (self->store, ACT_NAME_ACCOUNT, search->ids[search->next],
                               g_task_get_cancellable (task), store_answered_cb, task);
}

static void
names_put_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!act_store_put_names_finish (ACT_STORE (source), result, &error))
    g_info ("Names of accounts were not kept: %s", error->message);
  ask_server (user_data);
}

/* Without names there still are the ids, so that a server that does not answer is no failure. */
static void
server_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GTask         *task = user_data;
  ActSession    *self = g_task_get_source_object (task);
  ActNameSearch *search = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = NULL;

  names = act_client_list_account_names_finish (ACT_CLIENT (source), result, &error);
  if (names == NULL)
    {
      g_debug ("Names of accounts were not read: %s", error->message);
      end (task);
      return;
    }

  for (guint i = 0; i < names->len; i++)
    {
      const ActName *name = g_ptr_array_index (names, i);

      g_ptr_array_add (search->names, act_name_new (name->id, name->name));
    }
  act_store_put_names_async (self->store, ACT_NAME_ACCOUNT, names, NULL, names_put_cb, task);
}

static void
ask_server (GTask *task)
{
  ActSession    *self = g_task_get_source_object (task);
  ActNameSearch *search = g_task_get_task_data (task);
  guint          n_ids = MIN (search->unknown->len, MAX_IDS);
  guint          first = search->unknown->len - n_ids;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (n_ids == 0 || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      end (task);
      return;
    }

  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (ids, g_strdup (g_ptr_array_index (search->unknown, first + i)));
  g_ptr_array_add (ids, NULL);
  g_ptr_array_set_size (search->unknown, (int) first);
  act_client_list_account_names_async (self->client, (const char *const *) ids->pdata,
                                       g_task_get_cancellable (task), server_answered_cb, task);
}

/**
 * act_session_list_account_names_async:
 * @self: a session
 * @account_ids: (array zero-terminated=1): accounts, each once
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Tells what accounts are called: by the store, which remembers, or else by the server, a hundred at
 * a time.
 */
void
act_session_list_account_names_async (ActSession         *self,
                                      const char *const  *account_ids,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  ActNameSearch *search = NULL;
  GTask         *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (account_ids != NULL);

  search = g_new0 (ActNameSearch, 1);
  search->ids = g_strdupv ((char **) account_ids);
  search->unknown = g_ptr_array_new_with_free_func (g_free);
  search->names = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_list_account_names_async);
  g_task_set_task_data (task, search, name_search_free);
  ask_store (task);
}

/**
 * act_session_list_account_names_finish:
 * @self: the session
 * @result: the result
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActName): the names that are known, in no order
 */
GPtrArray *
act_session_list_account_names_finish (ActSession   *self,
                                       GAsyncResult *result,
                                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
