/* How long a session keeps events, and what takes space
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-progress.h"
#include "act-session.h"
#include "act-usage.h"

G_BEGIN_DECLS

/**
 * ActFreeing:
 * @older_than: actioned events of before are deleted, milliseconds since 1970 UTC; 0 for none
 * @logs: whether the logs of runs are deleted
 * @backups: whether the backups of former versions are deleted
 *
 * What is to be freed. Plain data.
 */
typedef struct
{
  gint64   older_than;
  gboolean logs;
  gboolean backups;
} ActFreeing;

void      act_session_set_retention           (ActSession           *self,
                                               guint                 months);
void      act_session_measure_async           (ActSession           *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
ActUsage *act_session_measure_finish          (ActSession           *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void      act_session_count_prunable_async    (ActSession           *self,
                                               gint64                older_than,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean  act_session_count_prunable_finish   (ActSession           *self,
                                               GAsyncResult         *result,
                                               guint                *n_events,
                                               GError              **error);
void      act_session_free_space_async        (ActSession           *self,
                                               const ActFreeing     *freeing,
                                               ActProgressFunc       progress,
                                               gpointer              progress_data,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean  act_session_free_space_finish       (ActSession           *self,
                                               GAsyncResult         *result,
                                               gint64               *before,
                                               gint64               *after,
                                               GError              **error);

G_END_DECLS
