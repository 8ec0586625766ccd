/* What a query of the session's events finds, summed up
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-searching.h"

#include "act-session-private.h"
#include "act-store-searching.h"

static void
facets_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActFacets *facets = NULL;
  GError    *error = NULL;

  facets = act_store_list_facets_finish (ACT_STORE (source), result, &error);
  if (facets != NULL)
    g_task_return_pointer (task, facets, (GDestroyNotify) act_facets_free);
  else
    g_task_return_error (task, error);
}

/**
 * act_session_list_facets_async:
 * @self: a session
 * @query: what to ask for; its order is of no account
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Counts what a query finds by event name and by destination, for the chips beside a search.
 */
void
act_session_list_facets_async (ActSession         *self,
                               const ActQuery     *query,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (query != NULL);

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_list_facets_async);
  act_store_list_facets_async (self->store, query, cancellable, facets_listed_cb, task);
}

/**
 * act_session_list_facets_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the counts
 */
ActFacets *
act_session_list_facets_finish (ActSession   *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * act_session_get_n_scanned:
 * @self: a session
 *
 * Tells how many payloads the newest search with `payload:` has read, while it runs too. Main thread.
 *
 * Returns: how many
 */
guint
act_session_get_n_scanned (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), 0);

  return self->store != NULL ? act_store_get_n_scanned (self->store) : 0;
}
