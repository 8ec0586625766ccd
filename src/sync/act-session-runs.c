/* Integration runs: reading them and their logs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-runs.h"

#include "act-client-runs.h"
#include "act-known.h"
#include "act-run-pages.h"
#include "act-session-private.h"

#include <string.h>

/* A larger log is not worth its place in the store. */
#define MAX_KEPT_LOG (4 * 1024 * 1024)

static GTask *
new_task (ActSession         *self,
          GCancellable       *cancellable,
          GAsyncReadyCallback callback,
          gpointer            user_data,
          gpointer            source_tag,
          char               *what)
{
  GTask *task = act_session_new_task (self, cancellable, callback, user_data, source_tag);

  g_task_set_task_data (task, what, g_free);

  return task;
}

static void
run_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask             *task = user_data;
  ActSession        *self = g_task_get_source_object (task);
  ActIntegrationRun *run = NULL;
  g_autofree char   *group = NULL;
  GError            *error = NULL;

  run = act_client_read_run_finish (ACT_CLIENT (source), result, &error);
  if (run == NULL)
    {
      act_known_answer_one (task, self->store, ACT_RESOURCE_RUN, g_task_get_task_data (task), error);
      return;
    }

  group = act_run_pages_make_group (run);
  act_known_keep (task, self->store, ACT_RESOURCE_RUN, group, act_run_pages_make_resources (&run, 1),
                  FALSE, run, (GDestroyNotify) act_integration_run_free);
}

/**
 * act_session_read_run_async:
 * @self: a session
 * @run_id: a run's id
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads a run from the server, or what the store knows of it when the server cannot be asked.
 */
void
act_session_read_run_async (ActSession         *self,
                            const char         *run_id,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (run_id != NULL && *run_id != '\0');

  act_client_read_run_async (self->client, run_id, cancellable, run_read_cb,
                             new_task (self, cancellable, callback, user_data,
                                       act_session_read_run_async, g_strdup (run_id)));
}

/**
 * act_session_read_run_finish:
 * @self: the session
 * @result: the result
 * @freshness: (out) (optional) (transfer full): how fresh it is
 * @error: of %ACT_API_ERROR when neither the server nor the store could tell, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the run
 */
ActIntegrationRun *
act_session_read_run_finish (ActSession    *self,
                             GAsyncResult  *result,
                             ActFreshness **freshness,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return act_known_finish (result, freshness, error);
}

static void
runs_listed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GTask      *task = user_data;
  ActSession *self = g_task_get_source_object (task);
  const char *group = g_task_get_task_data (task);
  GPtrArray  *runs = NULL;
  GPtrArray  *resources = NULL;
  GError     *error = NULL;

  runs = act_pages_list_finish (ACT_CLIENT (source), result, NULL, &error);
  if (runs == NULL)
    {
      act_known_answer_list (task, self->store, ACT_RESOURCE_RUN, group, error);
      return;
    }

  act_run_pages_sort (runs);
  resources = act_run_pages_make_resources ((ActIntegrationRun **) runs->pdata, runs->len);
  act_known_keep (task, self->store, ACT_RESOURCE_RUN, group, resources, TRUE, runs,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_runs_async:
 * @self: a session
 * @entity_type: a type of entity
 * @entity_id: an entity's id
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists the newest 1,000 runs of an entity from the server, or those that the store knows when the
 * server cannot be asked.
 */
void
act_session_list_runs_async (ActSession         *self,
                             const char         *entity_type,
                             const char         *entity_id,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (entity_type != NULL && *entity_type != '\0');
  g_return_if_fail (entity_id != NULL && *entity_id != '\0');

  task = new_task (self, cancellable, callback, user_data, act_session_list_runs_async,
                   act_resource_make_group (entity_type, entity_id));
  act_run_pages_list_async (self->client, entity_type, entity_id, cancellable, runs_listed_cb, task);
}

/**
 * act_session_list_runs_finish:
 * @self: the session
 * @result: the result
 * @freshness: (out) (optional) (transfer full): how fresh they are
 * @error: of %ACT_API_ERROR when neither the server nor the store could tell, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActIntegrationRun) (nullable): the runs, newest first
 */
GPtrArray *
act_session_list_runs_finish (ActSession    *self,
                              GAsyncResult  *result,
                              ActFreshness **freshness,
                              GError       **error)
{
  GPtrArray *runs = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  runs = act_known_finish (result, freshness, error);
  if (runs != NULL)
    act_run_pages_sort (runs);

  return runs;
}

/* The store keeps text. What is none cannot be shown anyway, only saved. */
static GPtrArray *
make_log_resources (ActSession *self,
                    const char *run_id,
                    GBytes     *log)
{
  GPtrArray       *resources = act_known_new_list ();
  gsize            size = 0;
  const char      *data = g_bytes_get_data (log, &size);
  g_autofree char *text = NULL;

  if (!self->keep_logs || size > MAX_KEPT_LOG || !g_utf8_validate_len (data, size, NULL))
    return resources;

  text = g_strndup (data, size);
  act_known_add (resources, run_id, "", text);

  return resources;
}

static void
log_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask      *task = user_data;
  ActSession *self = g_task_get_source_object (task);
  const char *run_id = g_task_get_task_data (task);
  GBytes     *log = NULL;
  GError     *error = NULL;

  log = act_client_read_run_log_finish (ACT_CLIENT (source), result, &error);
  if (log == NULL)
    act_known_answer_one (task, self->store, ACT_RESOURCE_RUN_LOG, run_id, error);
  else
    act_known_keep (task, self->store, ACT_RESOURCE_RUN_LOG, "",
                    make_log_resources (self, run_id, log), FALSE, log,
                    (GDestroyNotify) g_bytes_unref);
}

/**
 * act_session_read_run_log_async:
 * @self: a session
 * @run_id: a run's id
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads the log of a run from the server, or what the store has kept when the server cannot be
 * asked. It is kept only while act_session_set_keep_logs() says so.
 */
void
act_session_read_run_log_async (ActSession         *self,
                                const char         *run_id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (run_id != NULL && *run_id != '\0');

  act_client_read_run_log_async (self->client, run_id, cancellable, log_read_cb,
                                 new_task (self, cancellable, callback, user_data,
                                           act_session_read_run_log_async, g_strdup (run_id)));
}

/**
 * act_session_read_run_log_finish:
 * @self: the session
 * @result: the result
 * @freshness: (out) (optional) (transfer full): how fresh it is
 * @error: of %ACT_API_ERROR when neither the server nor the store could tell, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the log, which may be any bytes and none
 */
GBytes *
act_session_read_run_log_finish (ActSession    *self,
                                 GAsyncResult  *result,
                                 ActFreshness **freshness,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return act_known_finish (result, freshness, error);
}
