/* The last run of each integration, as far as it is known here
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A run does not name its configuration, and the API has no call for the runs of one. What is left
 * are the runs that the store has seen, where their destination and entity fit one configuration and
 * no other.
 */

#include "act-session-last-runs.h"

#include "act-configuration-match.h"
#include "act-integration-configuration.h"
#include "act-resource-json.h"
#include "act-session-private.h"
#include "act-store-resources.h"

typedef struct
{
  GPtrArray *configurations; /* (owned) (element-type ActIntegrationConfiguration) */
  GPtrArray *resources;      /* (owned) (nullable) (element-type ActResource): runs */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_ptr_array_unref (search->configurations);
  g_clear_pointer (&search->resources, g_ptr_array_unref);
  g_free (search);
}

/* Returns: (nullable) (transfer none): the only configuration that a run fits */
static const ActIntegrationConfiguration *
find_configuration (const ActIntegrationRun *run,
                    GPtrArray               *configurations)
{
  g_autoptr (ActEvent) nothing = act_event_new ();
  g_autoptr (ActConfigurationMatch) match = act_configuration_match_new (nothing);
  g_autoptr (GPtrArray) fitting = NULL;
  const ActIntegrationConfiguration *found = NULL;

  act_configuration_match_add_run (match, run);
  if (act_configuration_match_is_empty (match))
    return NULL;

  fitting = act_configuration_match_filter (match, configurations);
  if (fitting->len != 1)
    return NULL;

  found = g_ptr_array_index (fitting, 0);
  for (guint i = 0; i < configurations->len; i++)
    {
      const ActIntegrationConfiguration *configuration = g_ptr_array_index (configurations, i);

      if (g_strcmp0 (configuration->id, found->id) == 0)
        return configuration;
    }

  return NULL;
}

/* Takes the run. */
static void
consider (GHashTable        *last_runs,
          GPtrArray         *configurations,
          ActIntegrationRun *run)
{
  const ActIntegrationConfiguration *configuration = find_configuration (run, configurations);
  const ActIntegrationRun           *known = NULL;

  if (configuration != NULL)
    known = g_hash_table_lookup (last_runs, configuration->id);

  if (configuration == NULL ||
      (known != NULL && act_integration_run_get_time (known) >= act_integration_run_get_time (run)))
    act_integration_run_free (run);
  else
    g_hash_table_replace (last_runs, g_strdup (configuration->id), run);
}

/* The store may have seen many runs. */
static void
search_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Search *search = task_data;
  g_autoptr (GHashTable) last_runs = NULL;

  last_runs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify) act_integration_run_free);
  for (guint i = 0; i < search->resources->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const ActResource *resource = g_ptr_array_index (search->resources, i);
      ActIntegrationRun *run = act_integration_run_from_json (resource->json, NULL);

      if (run != NULL)
        consider (last_runs, search->configurations, run);
    }

  g_task_return_pointer (task, g_steal_pointer (&last_runs), (GDestroyNotify) g_hash_table_unref);
}

static void
resources_listed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;

  search->resources = act_store_list_resources_finish (ACT_STORE (source), result, NULL, &error);
  if (search->resources == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, search_thread);
}

/**
 * act_session_list_last_runs_async:
 * @self: a session
 * @configurations: (element-type ActIntegrationConfiguration): all integrations; they must not be
 *   altered any more
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks for the last run of each integration among those that the store has seen. The server is not
 * asked.
 */
void
act_session_list_last_runs_async (ActSession         *self,
                                  GPtrArray          *configurations,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  GTask  *task = NULL;
  Search *search = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (configurations != NULL);

  search = g_new0 (Search, 1);
  search->configurations = g_ptr_array_ref (configurations);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_session_list_last_runs_async);
  g_task_set_task_data (task, search, search_free);
  act_store_list_resources_async (self->store, ACT_RESOURCE_RUN, NULL, cancellable,
                                  resources_listed_cb, task);
}

/**
 * act_session_list_last_runs_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type utf8 ActIntegrationRun): the last runs that are
 *   known, by the id of their configuration
 */
GHashTable *
act_session_list_last_runs_finish (ActSession   *self,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
