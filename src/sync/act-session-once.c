/* A change that must not be made twice at the same time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-once.h"

#include "act-api-error.h"
#include "act-known.h"
#include "act-session-private.h"

/**
 * act_session_once_begin:
 * @task: a task of a session, whose data begins with an #ActSessionOnce
 * @what: (transfer full): which change of what
 *
 * Begins a change, unless the same one is under way; then the task returns %G_IO_ERROR_PENDING.
 *
 * Returns: whether it may be made
 */
gboolean
act_session_once_begin (GTask *task,
                        char  *what)
{
  ActSession      *session = g_task_get_source_object (task);
  ActSessionOnce  *self = g_task_get_task_data (task);
  g_autofree char *its_name = what;

  g_return_val_if_fail (ACT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (self != NULL && self->what == NULL, FALSE);

  if (!act_once_begin (session->once, what))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "The same is under way");
      return FALSE;
    }

  self->what = g_steal_pointer (&its_name);

  return TRUE;
}

/**
 * act_session_once_end:
 * @task: a task that act_session_once_begin() was called with
 *
 * Says that the change has ended, whatever came of it. The task has yet to return.
 */
void
act_session_once_end (GTask *task)
{
  ActSession     *session = g_task_get_source_object (task);
  ActSessionOnce *self = g_task_get_task_data (task);

  g_return_if_fail (self != NULL && self->what != NULL);

  act_once_end (session->once, self->what);
  g_clear_pointer (&self->what, g_free);
}

/**
 * act_session_once_fail:
 * @task: a task that act_session_once_begin() was called with
 * @error: (transfer full): why
 *
 * Ends the change and returns an error.
 */
void
act_session_once_fail (GTask  *task,
                       GError *error)
{
  act_session_once_end (task);
  g_task_return_error (task, error);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSessionOnce *self = g_task_get_task_data (task);

  act_session_once_end (task);
  g_task_return_pointer (task, act_known_finish (result, NULL, NULL), self->free_value);
}

/**
 * act_session_once_keep:
 * @task: a task that act_session_once_begin() was called with
 * @kind: what was changed
 * @group: (nullable): the group of @resources, %NULL where each has its own
 * @resources: (transfer full) (element-type ActResource): what the server says of it now
 * @value: (transfer full): what the task returns
 * @free_value: frees @value
 *
 * Keeps what the server made of a change, then ends the change and returns it. What was done is told
 * even if the store cannot keep it.
 */
void
act_session_once_keep (GTask          *task,
                       ActResourceKind kind,
                       const char     *group,
                       GPtrArray      *resources,
                       gpointer        value,
                       GDestroyNotify  free_value)
{
  ActSession     *session = g_task_get_source_object (task);
  ActSessionOnce *self = g_task_get_task_data (task);

  self->free_value = free_value;
  act_known_keep (g_task_new (session, NULL, kept_cb, g_object_ref (task)), session->store, kind, group,
                  resources, FALSE, value, free_value);
}

/**
 * act_session_once_clear:
 * @self: the beginning of a task's data
 *
 * Frees what is in it, when the data is freed.
 */
void
act_session_once_clear (ActSessionOnce *self)
{
  g_clear_pointer (&self->what, g_free);
  g_clear_error (&self->error);
}

/**
 * act_session_make_uncertain:
 * @error: why a change failed
 *
 * Says of a change that lost its answer, and that the server does not show, that it may have been
 * made.
 *
 * Returns: (transfer full): %ACT_API_ERROR_UNCERTAIN with the same message
 */
GError *
act_session_make_uncertain (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return g_error_new_literal (ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN, error->message);
}

/**
 * act_session_make_undone:
 * @error: why a change failed
 *
 * Says of a change that lost its answer, and of which the server shows that it was not made, that it
 * can be made again. Any other error is left as it is.
 *
 * Returns: (transfer full): an error with the same message
 */
GError *
act_session_make_undone (const GError *error)
{
  GError *undone = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  undone = g_error_copy (error);
  if (g_error_matches (undone, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN))
    undone->code = ACT_API_ERROR_BAD_RESPONSE;

  return undone;
}

/**
 * act_session_is_worth_a_look:
 * @error: why a change failed
 *
 * Tells whether another look at what was to be changed may tell more than the error does: the change
 * may have been made all the same, or somebody else may have changed or deleted it.
 *
 * Returns: whether it may
 */
gboolean
act_session_is_worth_a_look (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return error->domain == ACT_API_ERROR && !act_api_error_is_sign_in (error) &&
         !g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN) &&
         !g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_TLS);
}
