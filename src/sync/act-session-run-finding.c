/* The integration run that an event is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-runs.h"

#include "act-api-error.h"
#include "act-client-runs.h"
#include "act-known.h"
#include "act-run-pages.h"
#include "act-session-private.h"

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_entity (const ActEvent *event)
{
  return has_text (event->entity_type) && has_text (event->entity_id);
}

/* Takes the run and the freshness. */
static void
return_finding (GTask             *task,
                ActFindingWay      way,
                ActIntegrationRun *run,
                ActFreshness      *freshness)
{
  ActRunFinding *finding = act_run_finding_new ();

  finding->way = way;
  finding->run = run;
  finding->freshness = freshness;
  g_task_return_pointer (task, finding, (GDestroyNotify) act_run_finding_free);
}

static void
latest_known_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;

  runs = act_known_finish (result, &freshness, &error);
  if (runs == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  act_run_pages_sort (runs);
  if (runs->len > 0)
    return_finding (task, ACT_FINDING_LATEST_RUN,
                    act_integration_run_copy (g_ptr_array_index (runs, 0)),
                    g_steal_pointer (&freshness));
  else
    return_finding (task, ACT_FINDING_NONE, NULL, g_steal_pointer (&freshness));
}

static void
latest_kept_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActIntegrationRun *run = NULL;
  ActFreshness      *freshness = NULL;
  GError            *error = NULL;

  run = act_known_finish (result, &freshness, &error);
  if (run != NULL)
    return_finding (task, ACT_FINDING_LATEST_RUN, run, freshness);
  else
    g_task_return_error (task, error);
}

/* Takes the task and the error, for which the store answers. */
static void
answer_latest (GTask  *task,
               GError *error)
{
  ActSession      *self = g_task_get_source_object (task);
  ActEvent        *event = g_task_get_task_data (task);
  g_autofree char *group = act_resource_make_group (event->entity_type, event->entity_id);

  act_known_answer_list (
      g_task_new (self, g_task_get_cancellable (task), latest_known_cb, task), self->store,
      ACT_RESOURCE_RUN, group, error);
}

/* What has no runs, or is of a type that cannot have any, is no failure. */
static gboolean
means_none (const GError *error)
{
  return g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_ALLOWED) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_BAD_REQUEST);
}

static void
latest_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession        *self = g_task_get_source_object (task);
  ActEvent          *event = g_task_get_task_data (task);
  g_autofree char   *group = act_resource_make_group (event->entity_type, event->entity_id);
  GCancellable      *cancellable = g_task_get_cancellable (task);
  ActIntegrationRun *run = NULL;
  g_autoptr (GError) error = NULL;

  run = act_client_read_latest_run_finish (ACT_CLIENT (source), result, &error);
  if (run != NULL)
    act_known_keep (g_task_new (self, cancellable, latest_kept_cb, g_object_ref (task)), self->store,
                    ACT_RESOURCE_RUN, group, act_run_pages_make_resources (&run, 1), FALSE, run,
                    (GDestroyNotify) act_integration_run_free);
  else if (means_none (error))
    return_finding (task, ACT_FINDING_NONE, NULL, NULL);
  else
    answer_latest (g_object_ref (task), g_steal_pointer (&error));
}

/* Takes the task. */
static void
look_for_latest (GTask *task)
{
  ActSession *self = g_task_get_source_object (task);
  ActEvent   *event = g_task_get_task_data (task);

  if (has_entity (event))
    {
      act_client_read_latest_run_async (self->client, event->entity_type, event->entity_id,
                                        g_task_get_cancellable (task), latest_read_cb, task);
      return;
    }

  return_finding (task, ACT_FINDING_NONE, NULL, NULL);
  g_object_unref (task);
}

static void
named_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActIntegrationRun *run = NULL;
  ActFreshness      *freshness = NULL;
  g_autoptr (GError) error = NULL;

  run = act_session_read_run_finish (ACT_SESSION (source), result, &freshness, &error);
  if (run != NULL)
    return_finding (task, ACT_FINDING_NAMED, run, freshness);
  else if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    look_for_latest (g_steal_pointer (&task));
  else if (has_entity (g_task_get_task_data (task)))
    answer_latest (g_steal_pointer (&task), g_steal_pointer (&error));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * act_session_find_run_async:
 * @self: a session
 * @record: an event; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Finds the run that an event names, or else the latest run of the entity that it names, which need
 * not be the one that failed.
 */
void
act_session_find_run_async (ActSession           *self,
                            const ActEventRecord *record,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (record != NULL && record->event != NULL);

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_find_run_async);
  g_task_set_task_data (task, act_event_copy (record->event), (GDestroyNotify) act_event_free);

  if (has_text (record->event->run_id))
    act_session_read_run_async (self, record->event->run_id, cancellable, named_read_cb, task);
  else
    look_for_latest (task);
}

/**
 * act_session_find_run_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_API_ERROR when neither the server nor the store could tell, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was found, and how; nothing is no error
 */
ActRunFinding *
act_session_find_run_finish (ActSession   *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
