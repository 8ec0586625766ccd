/* The integration configuration that an event is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-configurations.h"

#include "act-api-error.h"
#include "act-configuration-match.h"
#include "act-session-private.h"
#include "act-session-runs.h"

typedef struct
{
  ActEvent              *event; /* (owned) */
  ActConfigurationMatch *match; /* (owned) */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  act_event_free (search->event);
  act_configuration_match_free (search->match);
  g_free (search);
}

static void
configurations_listed_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  g_autoptr (ActConfigurationFinding) finding = act_configuration_finding_new ();
  g_autoptr (GPtrArray) configurations = NULL;
  g_autoptr (GError) error = NULL;

  configurations = act_session_list_configurations_finish (ACT_SESSION (source), result,
                                                           &finding->freshness, &error);
  if (configurations == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_clear_pointer (&finding->configurations, g_ptr_array_unref);
  finding->configurations = act_configuration_match_filter (search->match, configurations);
  finding->way = finding->configurations->len > 0 ? ACT_FINDING_MATCHED : ACT_FINDING_NONE;
  g_task_return_pointer (task, g_steal_pointer (&finding),
                         (GDestroyNotify) act_configuration_finding_free);
}

/* Takes the task. */
static void
match (GTask *task)
{
  Search *search = g_task_get_task_data (task);

  if (!act_configuration_match_is_empty (search->match))
    {
      act_session_list_configurations_async (g_task_get_source_object (task),
                                             g_task_get_cancellable (task),
                                             configurations_listed_cb, task);
      return;
    }

  g_task_return_pointer (task, act_configuration_finding_new (),
                         (GDestroyNotify) act_configuration_finding_free);
  g_object_unref (task);
}

/* A run that cannot be read leaves what the event says. */
static void
run_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask  *task = user_data;
  Search *search = g_task_get_task_data (task);
  g_autoptr (ActIntegrationRun) run = act_session_read_run_finish (ACT_SESSION (source), result, NULL, NULL);

  if (run != NULL)
    act_configuration_match_add_run (search->match, run);
  match (task);
}

/* Takes the task. */
static void
look_for_match (GTask *task)
{
  Search *search = g_task_get_task_data (task);

  if (search->event->run_id != NULL)
    act_session_read_run_async (g_task_get_source_object (task), search->event->run_id,
                                g_task_get_cancellable (task), run_read_cb, task);
  else
    match (task);
}

static void
named_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (ActConfigurationFinding) finding = act_configuration_finding_new ();
  ActIntegrationConfiguration *configuration = NULL;
  g_autoptr (GError) error = NULL;

  configuration = act_session_read_configuration_finish (ACT_SESSION (source), result,
                                                         &finding->freshness, &error);
  if (configuration != NULL)
    {
      finding->way = ACT_FINDING_NAMED;
      g_ptr_array_add (finding->configurations, configuration);
      g_task_return_pointer (task, g_steal_pointer (&finding),
                             (GDestroyNotify) act_configuration_finding_free);
    }
  else if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    look_for_match (g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * act_session_find_configurations_async:
 * @self: a session
 * @record: an event; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Finds the integration configuration that an event names, or else those that fit what the event, or
 * the run that it names, says of the other system and the entity.
 */
void
act_session_find_configurations_async (ActSession           *self,
                                       const ActEventRecord *record,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data)
{
  GTask  *task = NULL;
  Search *search = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (record != NULL && record->event != NULL);

  search = g_new0 (Search, 1);
  search->event = act_event_copy (record->event);
  search->match = act_configuration_match_new (record->event);
  task = act_session_new_task (self, cancellable, callback, user_data, act_session_find_configurations_async);
  g_task_set_task_data (task, search, search_free);

  if (search->event->configuration_id != NULL && *search->event->configuration_id != '\0')
    act_session_read_configuration_async (self, search->event->configuration_id, cancellable,
                                          named_read_cb, task);
  else
    look_for_match (task);
}

/**
 * act_session_find_configurations_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_API_ERROR when neither the server nor the store could tell, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was found, and how; nothing is no error
 */
ActConfigurationFinding *
act_session_find_configurations_finish (ActSession   *self,
                                        GAsyncResult *result,
                                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
