/* Integration runs: finding, reading and replaying them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-finding.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void               act_session_find_run_async          (ActSession            *self,
                                                        const ActEventRecord  *record,
                                                        GCancellable          *cancellable,
                                                        GAsyncReadyCallback    callback,
                                                        gpointer               user_data);
ActRunFinding     *act_session_find_run_finish         (ActSession            *self,
                                                        GAsyncResult          *result,
                                                        GError               **error);
void               act_session_read_run_async          (ActSession            *self,
                                                        const char            *run_id,
                                                        GCancellable          *cancellable,
                                                        GAsyncReadyCallback    callback,
                                                        gpointer               user_data);
ActIntegrationRun *act_session_read_run_finish         (ActSession            *self,
                                                        GAsyncResult          *result,
                                                        ActFreshness         **freshness,
                                                        GError               **error);
void               act_session_list_runs_async         (ActSession            *self,
                                                        const char            *entity_type,
                                                        const char            *entity_id,
                                                        GCancellable          *cancellable,
                                                        GAsyncReadyCallback    callback,
                                                        gpointer               user_data);
GPtrArray         *act_session_list_runs_finish        (ActSession            *self,
                                                        GAsyncResult          *result,
                                                        ActFreshness         **freshness,
                                                        GError               **error);
void               act_session_read_run_log_async      (ActSession            *self,
                                                        const char            *run_id,
                                                        GCancellable          *cancellable,
                                                        GAsyncReadyCallback    callback,
                                                        gpointer               user_data);
GBytes            *act_session_read_run_log_finish     (ActSession            *self,
                                                        GAsyncResult          *result,
                                                        ActFreshness         **freshness,
                                                        GError               **error);
void               act_session_replay_run_async        (ActSession            *self,
                                                        const char            *run_id,
                                                        GCancellable          *cancellable,
                                                        GAsyncReadyCallback    callback,
                                                        gpointer               user_data);
ActIntegrationRun *act_session_replay_run_finish       (ActSession            *self,
                                                        GAsyncResult          *result,
                                                        GError               **error);
void               act_session_read_entity_name_async  (ActSession            *self,
                                                        const char            *entity_type,
                                                        const char            *entity_id,
                                                        GCancellable          *cancellable,
                                                        GAsyncReadyCallback    callback,
                                                        gpointer               user_data);
char              *act_session_read_entity_name_finish (ActSession            *self,
                                                        GAsyncResult          *result,
                                                        GError               **error);

G_END_DECLS
