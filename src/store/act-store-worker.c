/* A thread with one connection, and the jobs that it does one after the other
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-worker.h"

#include "act-row-source.h"
#include "act-store-error.h"
#include "act-store-files.h"

/* How long nothing is to do before memory is given back. */
#define REST_AFTER_US (5 * G_USEC_PER_SEC)

struct _ActStoreJob
{
  GTask          *task; /* (owned): touched only in the task's context */
  ActStoreJobFunc func;
  gpointer        arguments;      /* (owned) */
  GDestroyNotify  free_arguments; /* (nullable) */
  GDestroyNotify  free_result;    /* (nullable) */
  GCancellable   *cancellable;    /* (owned) (nullable) */
  GMainContext   *context;        /* (owned) */
  int             priority;
  gpointer        result; /* (owned) (nullable) */
  GError         *error;  /* (owned) (nullable) */
  gboolean        altered;
};

struct _ActStoreWorker
{
  GAsyncQueue *queue;  /* (owned) */
  GThread     *thread; /* (owned) */
};

/* Stands in the queue behind the last job. */
static ActStoreJob last_job;

static void
free_job (gpointer data)
{
  ActStoreJob *job = data;

  if (job->arguments != NULL && job->free_arguments != NULL)
    job->free_arguments (job->arguments);
  if (job->result != NULL && job->free_result != NULL)
    job->free_result (job->result);
  g_clear_error (&job->error);
  g_clear_object (&job->cancellable);
  g_main_context_unref (job->context);
  g_object_unref (job->task);
  g_free (job);
}

static gboolean
return_job_cb (gpointer user_data)
{
  ActStoreJob *job = user_data;
  gpointer     source = g_task_get_source_object (job->task);

  if (job->altered && ACT_IS_ROW_SOURCE (source))
    act_row_source_emit_changed (source);

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);

  return G_SOURCE_REMOVE;
}

/* The job goes back whole, so that neither the task nor the store can end on this thread. */
static void
hand_back (ActStoreJob *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, job->priority);
  g_source_set_static_name (source, "[actioned] store answer");
  g_source_set_callback (source, return_job_cb, job, free_job);
  g_source_attach (source, job->context);
}

static void
do_job (ActStoreDatabase *database,
        ActStoreJob      *job)
{
  g_autofree char *path = g_strdup (act_store_database_get_path (database));
  gboolean         done;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return;

  act_store_database_set_cancellable (database, job->cancellable);
  done = job->func (database, job->arguments, &job->result, job->cancellable, &job->error);
  act_store_database_set_cancellable (database, NULL);
  job->altered = act_store_database_take_altered (database);

  if (done)
    return;

  if (path != NULL && g_error_matches (job->error, ACT_STORE_ERROR, ACT_STORE_ERROR_CORRUPT))
    act_store_files_note_damage (path);

  /* Whatever SQLite called it. */
  if (g_cancellable_is_cancelled (job->cancellable))
    {
      g_clear_error (&job->error);
      g_cancellable_set_error_if_cancelled (job->cancellable, &job->error);
    }
}

static ActStoreJob *
wait_for_job (GAsyncQueue      *queue,
              ActStoreDatabase *database)
{
  ActStoreJob *job = g_async_queue_timeout_pop (queue, REST_AFTER_US);

  if (job != NULL)
    return job;

  act_store_database_rest (database);

  return g_async_queue_pop (queue);
}

static gpointer
run_worker (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;
  g_autoptr (ActStoreDatabase) database = act_store_database_new ();
  ActStoreJob *job = NULL;

  while ((job = wait_for_job (queue, database)) != &last_job)
    {
      do_job (database, job);
      hand_back (job);
    }

  return NULL;
}

/**
 * act_store_job_new:
 * @task: (transfer full): returned a pointer or an error by the job
 * @func: does the work
 * @arguments: (transfer full) (nullable): for @func
 * @free_arguments: (nullable): frees @arguments, in the task's context
 * @free_result: (nullable): frees the result
 *
 * If @func notes that rows were altered and the task's source is a #ActRowSource, its `changed` is
 * emitted before the task returns. In the task's context.
 *
 * Returns: (transfer full): the job
 */
ActStoreJob *
act_store_job_new (GTask          *task,
                   ActStoreJobFunc func,
                   gpointer        arguments,
                   GDestroyNotify  free_arguments,
                   GDestroyNotify  free_result)
{
  ActStoreJob  *job = g_new0 (ActStoreJob, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  job->task = task;
  job->func = func;
  job->arguments = arguments;
  job->free_arguments = free_arguments;
  job->free_result = free_result;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->context = g_main_context_ref (g_task_get_context (task));
  job->priority = g_task_get_priority (task);

  return job;
}

/**
 * act_store_worker_new:
 * @name: the thread's name, at most 15 characters
 *
 * Starts a thread with a connection that is not open; its first job opens it.
 *
 * Returns: (transfer full): the worker, which one of finish and leave ends
 */
ActStoreWorker *
act_store_worker_new (const char *name)
{
  ActStoreWorker *self = g_new0 (ActStoreWorker, 1);

  self->queue = g_async_queue_new ();
  self->thread = g_thread_new (name, run_worker, g_async_queue_ref (self->queue));

  return self;
}

/**
 * act_store_worker_push:
 * @self: a worker
 * @job: (transfer full): a job
 *
 * Any thread.
 */
void
act_store_worker_push (ActStoreWorker *self,
                       ActStoreJob    *job)
{
  g_async_queue_push (self->queue, job);
}

static void
end_worker (ActStoreWorker *self)
{
  g_async_queue_push (self->queue, &last_job);
  g_async_queue_unref (self->queue);
  g_free (self);
}

/**
 * act_store_worker_finish:
 * @self: (transfer full): a worker
 *
 * Waits until all jobs are done and the connection is closed. Not on the main thread.
 */
void
act_store_worker_finish (ActStoreWorker *self)
{
  GThread *thread = self->thread;

  end_worker (self);
  g_thread_join (thread);
}

/**
 * act_store_worker_leave:
 * @self: (transfer full): a worker
 *
 * Lets the thread do what it has to do and end by itself. Any thread.
 */
void
act_store_worker_leave (ActStoreWorker *self)
{
  GThread *thread = self->thread;

  end_worker (self);
  g_thread_unref (thread);
}
