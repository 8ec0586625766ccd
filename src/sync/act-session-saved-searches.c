/* The session's searches that the user gave a name
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-saved-searches.h"

#include "act-session-private.h"
#include "act-store-searches.h"

static void
searches_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GPtrArray *searches = NULL;
  GError    *error = NULL;

  searches = act_store_list_searches_finish (ACT_STORE (source), result, &error);
  if (searches != NULL)
    g_task_return_pointer (task, searches, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
search_saved_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (act_store_save_search_finish (ACT_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
search_deleted_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (act_store_delete_search_finish (ACT_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * act_session_list_searches_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the searches that have a name, in no order. Main thread.
 */
void
act_session_list_searches_async (ActSession         *self,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data,
                               act_session_list_searches_async);
  act_store_list_searches_async (self->store, cancellable, searches_listed_cb, task);
}

/**
 * act_session_list_searches_finish:
 * @self: a session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActSavedSearch) (nullable): the searches
 */
GPtrArray *
act_session_list_searches_finish (ActSession   *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * act_session_save_search_async:
 * @self: a session
 * @search: what to keep, with a name; one that has a number is kept in the place of that one
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps a search with this connection. It replaces one that has its name. Main thread.
 */
void
act_session_save_search_async (ActSession           *self,
                               const ActSavedSearch *search,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (search != NULL);

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_save_search_async);
  act_store_save_search_async (self->store, search, cancellable, search_saved_cb, task);
}

/**
 * act_session_save_search_finish:
 * @self: a session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is kept
 */
gboolean
act_session_save_search_finish (ActSession   *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * act_session_delete_search_async:
 * @self: a session
 * @number: which search
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Forgets a search. Main thread.
 */
void
act_session_delete_search_async (ActSession         *self,
                                 gint64              number,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data,
                               act_session_delete_search_async);
  act_store_delete_search_async (self->store, number, cancellable, search_deleted_cb, task);
}

/**
 * act_session_delete_search_finish:
 * @self: a session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is gone
 */
gboolean
act_session_delete_search_finish (ActSession   *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
