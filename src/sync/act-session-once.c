/* A change that must not be made twice at the same time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-once.h"

#include "act-api-error.h"
#include "act-known.h"
#include "act-session-private.h"
#include "act-store-activity.h"
#include "act-time.h"

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

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!act_store_add_activity_finish (ACT_STORE (source), result, &error))
    g_info ("What was done was not written down: %s", error->message);
}

/* Writes down what came of a change that was sent. One that nobody ever got is none. */
static void
note (GTask            *task,
      ActActivityResult activity_result,
      const char       *reason)
{
  ActSession     *session = g_task_get_source_object (task);
  ActSessionOnce *self = g_task_get_task_data (task);
  g_autoptr (ActActivity) activity = g_steal_pointer (&self->activity);
  g_autoptr (GPtrArray) items = NULL;

  if (activity == NULL)
    return;

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) act_activity_item_free);
  g_ptr_array_add (items, act_activity_item_new (activity->target, activity_result, reason));
  act_store_add_activity_async (session->store, activity, items, NULL, noted_cb, NULL);
}

/* Whether the server has seen a change that it did not make. */
static gboolean
was_refused (const GError *error)
{
  return error->domain == ACT_API_ERROR && error->code != ACT_API_ERROR_OFFLINE &&
         error->code != ACT_API_ERROR_TLS && error->code != ACT_API_ERROR_TOKEN_REFUSED;
}

static void
note_failure (GTask        *task,
              const GError *error)
{
  ActSessionOnce *self = g_task_get_task_data (task);

  if (act_api_error_may_have_acted (error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    note (task, ACT_ACTIVITY_LOST, error->message);
  else if (was_refused (error))
    note (task, ACT_ACTIVITY_REFUSED, error->message);
  else
    g_clear_pointer (&self->activity, act_activity_free);
}

/**
 * act_session_once_send:
 * @task: a task that act_session_once_begin() was called with
 * @action: what is done
 * @target: (nullable): the id of what it is done to
 * @detail: (nullable): what it is to be, in words for people, never a secret
 *
 * Says that the change is sent now, so that what comes of it is kept among what was done from this
 * computer.
 */
void
act_session_once_send (GTask            *task,
                       ActActivityAction action,
                       const char       *target,
                       const char       *detail)
{
  ActSessionOnce *self = g_task_get_task_data (task);

  g_return_if_fail (self != NULL && self->what != NULL);

  act_activity_free (self->activity);
  self->activity = act_activity_new ();
  self->activity->time = act_time_now ();
  self->activity->action = action;
  self->activity->count = 1;
  self->activity->target = g_strdup (target);
  self->activity->detail = g_strdup (detail);
}

/**
 * act_session_once_set_target:
 * @task: a task whose change may have been sent
 * @target: (nullable): the id of what was made
 *
 * Says what id something has that had none before.
 */
void
act_session_once_set_target (GTask      *task,
                             const char *target)
{
  ActSessionOnce *self = g_task_get_task_data (task);

  if (self->activity == NULL || target == NULL)
    return;

  g_free (self->activity->target);
  self->activity->target = g_strdup (target);
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

  if (self->error != NULL)
    note_failure (task, self->error);
  else
    note (task, ACT_ACTIVITY_CONFIRMED, NULL);
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
  note_failure (task, error);
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
  note (task, ACT_ACTIVITY_CONFIRMED, NULL);
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
  g_clear_pointer (&self->activity, act_activity_free);
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
