/* The calls about integration runs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "act-integration-run.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void               act_client_read_run_async         (ActClient            *self,
                                                      const char           *run_id,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
ActIntegrationRun *act_client_read_run_finish        (ActClient            *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
void               act_client_read_latest_run_async  (ActClient            *self,
                                                      const char           *entity_type,
                                                      const char           *entity_id,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
ActIntegrationRun *act_client_read_latest_run_finish (ActClient            *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
void               act_client_list_runs_async        (ActClient            *self,
                                                      const char           *entity_type,
                                                      const char           *entity_id,
                                                      const char           *next_token,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
GPtrArray         *act_client_list_runs_finish       (ActClient            *self,
                                                      GAsyncResult         *result,
                                                      char                **next_token,
                                                      GError              **error);
void               act_client_read_run_log_async     (ActClient            *self,
                                                      const char           *run_id,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
GBytes            *act_client_read_run_log_finish    (ActClient            *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
void               act_client_replay_run_async       (ActClient            *self,
                                                      const char           *run_id,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
ActIntegrationRun *act_client_replay_run_finish      (ActClient            *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

G_END_DECLS
