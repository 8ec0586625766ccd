/* A thread with one connection, and the jobs that it does one after the other
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"

G_BEGIN_DECLS

/**
 * ActStoreJobFunc:
 * @database: the thread's connection
 * @arguments: the job's own
 * @result: (out) (transfer full): return location for what the job gives
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Does the work, on the worker's thread.
 *
 * Returns: whether it succeeded
 */
typedef gboolean (*ActStoreJobFunc) (ActStoreDatabase *database,
                                     gpointer          arguments,
                                     gpointer         *result,
                                     GCancellable     *cancellable,
                                     GError          **error);

/**
 * ActStoreJob:
 *
 * Something to do for a #GTask. It is made and ends in the task's context; only in between it
 * belongs to the worker.
 */
typedef struct _ActStoreJob    ActStoreJob;
typedef struct _ActStoreWorker ActStoreWorker;

ActStoreJob    *act_store_job_new       (GTask           *task,
                                         ActStoreJobFunc  func,
                                         gpointer         arguments,
                                         GDestroyNotify   free_arguments,
                                         GDestroyNotify   free_result);
ActStoreWorker *act_store_worker_new    (const char      *name);
void            act_store_worker_push   (ActStoreWorker  *self,
                                         ActStoreJob     *job);
void            act_store_worker_finish (ActStoreWorker  *self);
void            act_store_worker_leave  (ActStoreWorker  *self);

G_END_DECLS
