/* The calls about integration runs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-runs.h"

#include "act-client-private.h"
#include "act-run-json.h"

/* The most that the API allows. */
#define PAGE_SIZE "200"

/* A log may have 32 MiB, of which base64 makes a third more, and broken into lines a little more. */
#define LOG_PATIENCE (5 * 60 * 1000)
#define LOG_SIZE     (48 * 1024 * 1024)

/**
 * act_client_read_run_async:
 * @self: a client
 * @run_id: a run's id, from outside
 * @cancellable: (nullable): a cancellable
 * @callback: called with the run
 * @user_data: for @callback
 *
 * Reads one integration run. Main thread only.
 */
void
act_client_read_run_async (ActClient          *self,
                           const char         *run_id,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  const char *segments[] = { "integrationruns", run_id, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (run_id != NULL && *run_id != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  act_client_call_async (self, call, &act_run_decoder, act_client_read_run_async, cancellable, callback,
                         user_data);
}

/**
 * act_client_read_run_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the run, or %NULL on error
 */
ActIntegrationRun *
act_client_read_run_finish (ActClient    *self,
                            GAsyncResult *result,
                            GError      **error)
{
  return act_client_data_finish (self, result, act_client_read_run_async, error);
}

/**
 * act_client_read_latest_run_async:
 * @self: a client
 * @entity_type: a type of entity, from outside
 * @entity_id: an entity's id, from outside
 * @cancellable: (nullable): a cancellable
 * @callback: called with the run
 * @user_data: for @callback
 *
 * Reads the newest integration run of an entity. %ACT_API_ERROR_NOT_FOUND means that it has none.
 * Main thread only.
 */
void
act_client_read_latest_run_async (ActClient          *self,
                                  const char         *entity_type,
                                  const char         *entity_id,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  const char *segments[] = { "integrationruns", entity_type, "latest", entity_id, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (entity_type != NULL && *entity_type != '\0');
  g_return_if_fail (entity_id != NULL && *entity_id != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  act_client_call_async (self, call, &act_latest_run_decoder, act_client_read_latest_run_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_read_latest_run_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the run, or %NULL on error
 */
ActIntegrationRun *
act_client_read_latest_run_finish (ActClient    *self,
                                   GAsyncResult *result,
                                   GError      **error)
{
  return act_client_data_finish (self, result, act_client_read_latest_run_async, error);
}

/**
 * act_client_list_runs_async:
 * @self: a client
 * @entity_type: a type of entity, from outside
 * @entity_id: an entity's id, from outside
 * @next_token: (nullable): the cursor of the previous page
 * @cancellable: (nullable): a cancellable
 * @callback: called with the page
 * @user_data: for @callback
 *
 * Lists the integration runs of an entity. The newest are asked for first, but nothing promises that
 * they come so. Main thread only.
 */
void
act_client_list_runs_async (ActClient          *self,
                            const char         *entity_type,
                            const char         *entity_id,
                            const char         *next_token,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  const char *segments[] = { "integrationruns", entity_type, entity_id, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (entity_type != NULL && *entity_type != '\0');
  g_return_if_fail (entity_id != NULL && *entity_id != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  act_request_add (call, "pageSize", PAGE_SIZE);
  act_request_add (call, "order", "DESC");
  act_request_add (call, "nextToken", next_token);
  act_client_call_async (self, call, &act_run_page_decoder, act_client_list_runs_async, cancellable,
                         callback, user_data);
}

/**
 * act_client_list_runs_finish:
 * @self: a client
 * @result: what the callback got
 * @next_token: (out) (optional) (transfer full) (nullable): return location for the cursor of the
 *   next page; %NULL on the last one
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActIntegrationRun): the runs, or %NULL on error
 */
GPtrArray *
act_client_list_runs_finish (ActClient    *self,
                             GAsyncResult *result,
                             char        **next_token,
                             GError      **error)
{
  return act_client_page_finish (self, result, act_client_list_runs_async, next_token, error);
}

/**
 * act_client_read_run_log_async:
 * @self: a client
 * @run_id: a run's id, from outside
 * @cancellable: (nullable): a cancellable
 * @callback: called with the log
 * @user_data: for @callback
 *
 * Reads the log of an integration run, which may take minutes. Main thread only.
 */
void
act_client_read_run_log_async (ActClient          *self,
                               const char         *run_id,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  const char *segments[] = { "integrationruns", "logs", run_id, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (run_id != NULL && *run_id != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  call->patience = LOG_PATIENCE;
  call->body_size = LOG_SIZE;
  act_client_call_async (self, call, &act_run_log_decoder, act_client_read_run_log_async, cancellable,
                         callback, user_data);
}

/**
 * act_client_read_run_log_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the log, at most 36 MiB of anything and perhaps empty, or
 *   %NULL on error
 */
GBytes *
act_client_read_run_log_finish (ActClient    *self,
                                GAsyncResult *result,
                                GError      **error)
{
  return act_client_data_finish (self, result, act_client_read_run_log_async, error);
}

/**
 * act_client_replay_run_async:
 * @self: a client
 * @run_id: a run's id, from outside
 * @cancellable: (nullable): a cancellable
 * @callback: called with the new run
 * @user_data: for @callback
 *
 * Begins a run once more. It is sent once, since a bill might be sent twice: after any error but a
 * refusal the replay may have begun all the same. The call is not published; %ACT_API_ERROR_NOT_FOUND
 * or _NOT_ALLOWED for a run that exists means that the server has no such call. Main thread only.
 */
void
act_client_replay_run_async (ActClient          *self,
                             const char         *run_id,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  const char *segments[] = { "integrationruns", run_id, "replay", NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (run_id != NULL && *run_id != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "POST", segments);
  act_client_call_async (self, call, &act_run_decoder, act_client_replay_run_async, cancellable,
                         callback, user_data);
}

/**
 * act_client_replay_run_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED;
 *   %ACT_API_ERROR_BAD_RESPONSE also when the server accepted but did not say which run is the new one
 *
 * Returns: (transfer full) (nullable): the new run, or %NULL on error
 */
ActIntegrationRun *
act_client_replay_run_finish (ActClient    *self,
                              GAsyncResult *result,
                              GError      **error)
{
  return act_client_data_finish (self, result, act_client_replay_run_async, error);
}
