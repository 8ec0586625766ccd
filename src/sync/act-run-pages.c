/* The list of an entity's integration runs, newest first
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-pages.h"

#include "act-client-runs.h"
#include "act-known.h"

/* Of 200 runs each. A drawing of more runs shows nothing more, and nobody replays the thousandth. */
#define MAX_PAGES 5

static void
ask (ActClient          *client,
     const char *const  *arguments,
     const char         *next_token,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  act_client_list_runs_async (client, arguments[0], arguments[1], next_token, cancellable, callback,
                              user_data);
}

/**
 * act_run_pages_list_async:
 * @client: a client
 * @entity_type: a type of entity
 * @entity_id: an entity's id
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread; act_pages_list_finish() ends it
 * @user_data: for @callback
 *
 * Lists the runs of an entity, at most 1,000 of them.
 */
void
act_run_pages_list_async (ActClient          *client,
                          const char         *entity_type,
                          const char         *entity_id,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  const char *arguments[] = { entity_type, entity_id, NULL };

  act_pages_list_async (client, ask, act_client_list_runs_finish, arguments, MAX_PAGES, cancellable,
                        callback, user_data);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  gint64 time_a = act_integration_run_get_time (*(const ActIntegrationRun *const *) a);
  gint64 time_b = act_integration_run_get_time (*(const ActIntegrationRun *const *) b);

  return time_a > time_b ? -1 : time_a < time_b;
}

/**
 * act_run_pages_sort:
 * @runs: (element-type ActIntegrationRun): runs
 *
 * Puts the newest first, which no server promises.
 */
void
act_run_pages_sort (GPtrArray *runs)
{
  g_ptr_array_sort (runs, compare_newest_first);
}

/**
 * act_run_pages_make_group:
 * @run: a run
 *
 * Returns: (transfer full): the group of the store that it belongs to
 */
char *
act_run_pages_make_group (const ActIntegrationRun *run)
{
  return act_resource_make_group (run->entity_type, run->entity_id);
}

/**
 * act_run_pages_make_resources:
 * @runs: (array length=n_runs): runs
 * @n_runs: how many
 *
 * Returns: (transfer full) (element-type ActResource): them as the store keeps them
 */
GPtrArray *
act_run_pages_make_resources (ActIntegrationRun **runs,
                              guint               n_runs)
{
  GPtrArray *resources = act_known_new_list ();

  for (guint i = 0; i < n_runs; i++)
    {
      g_autofree char *group = act_run_pages_make_group (runs[i]);

      act_known_add (resources, runs[i]->id, group, runs[i]->json);
    }

  return resources;
}
