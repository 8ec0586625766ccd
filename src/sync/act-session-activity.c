/* What was done from this computer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-activity.h"

#include "act-session-private.h"
#include "act-store-activity.h"

static void
activities_listed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GError) error = NULL;

  activities = act_store_list_activities_finish (ACT_STORE (source), result, &error);
  if (activities == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&activities),
                           (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_activities_async:
 * @self: a session
 * @text: (nullable): what is looked for in ids, details and reasons
 * @actions: a bit for each #ActActivityAction that is found by its name too, with the number in @text
 * @before: only what has a smaller number; %G_MAXINT64 for the newest
 * @limit: how many at most
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists a page of what was done from this computer.
 */
void
act_session_list_activities_async (ActSession         *self,
                                   const char         *text,
                                   guint               actions,
                                   gint64              before,
                                   guint               limit,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data,
                               act_session_list_activities_async);
  act_store_list_activities_async (self->store, text, actions, before, limit, cancellable,
                                   activities_listed_cb, task);
}

/**
 * act_session_list_activities_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActActivity) (nullable): the activities, newest first
 */
GPtrArray *
act_session_list_activities_finish (ActSession   *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
items_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  items = act_store_list_activity_items_finish (ACT_STORE (source), result, &error);
  if (items == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&items), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_activity_items_async:
 * @self: a session
 * @number: an activity
 * @first: how many of its items are left out
 * @limit: how many at most
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists a page of what an activity was about.
 */
void
act_session_list_activity_items_async (ActSession         *self,
                                       gint64              number,
                                       guint               first,
                                       guint               limit,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data,
                               act_session_list_activity_items_async);
  act_store_list_activity_items_async (self->store, number, first, limit, cancellable,
                                       items_listed_cb, task);
}

/**
 * act_session_list_activity_items_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActActivityItem) (nullable): the items
 */
GPtrArray *
act_session_list_activity_items_finish (ActSession   *self,
                                        GAsyncResult *result,
                                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
