/* The local store: its life, and how its calls reach its threads
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-private.h"

#include "act-store-error.h"
#include "act-store-opening.h"
#include "act-store-outbox.h"
#include "act-store-watch.h"

struct _ActStore
{
  GObject parent_instance;

  ActStoreOpening *opening; /* (owned): what came of opening it */
  ActStoreWorker  *writer;  /* (owned) (nullable): until it is closed */
  ActStoreWorker  *reader;  /* (owned) (nullable): until it is closed */
  ActStoreWorker  *scanner; /* (owned) (nullable): until it is closed */
  GSource         *watch;   /* (owned) (nullable) */
  int              counter; /* of the payloads that the newest search has read, atomic */
  gboolean         syncs;   /* whether it holds the lock to synchronise */
};

G_DEFINE_FINAL_TYPE_WITH_CODE (ActStore,
                               act_store,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACT_TYPE_ROW_SOURCE,
                                                      act_store_row_source_init))

/* What opening takes with it. */
typedef struct
{
  char             *path;     /* (owned) */
  ActStoreProgress *progress; /* (owned) (nullable) */
} Request;

/* What closing takes with it. */
typedef struct
{
  ActStoreWorker *writer;
  ActStoreWorker *reader;
  ActStoreWorker *scanner;
  GThread        *thread;
  GTask          *task; /* (owned): touched only in its context */
} Closing;

static void
free_call (gpointer data)
{
  ActStoreCall *call = data;

  g_clear_pointer (&call->row_ids, g_array_unref);
  g_free (call->text);
  g_free (call->other_text);
  g_strfreev (call->ids);
  act_query_free (call->query);
  g_clear_pointer (&call->pages, g_ptr_array_unref);
  g_clear_pointer (&call->names, g_ptr_array_unref);
  g_clear_pointer (&call->resources, g_ptr_array_unref);
  act_change_free (call->change);
  act_relation_free (call->relation);
  act_activity_free (call->activity);
  act_saved_search_free (call->search);
  g_clear_pointer (&call->items, g_ptr_array_unref);
  act_store_progress_unref (call->progress);
  g_free (call);
}

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  act_store_progress_unref (request->progress);
  g_free (request);
}

static void
stop_watching (ActStore *self)
{
  if (self->watch != NULL)
    g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
}

/* Gives what counts the payloads that the newest search has read. It lives as long as the store,
 * and every call holds the store. */
int *
act_store_get_counter (ActStore *self)
{
  return &self->counter;
}

static gboolean
open_writer (ActStoreDatabase *database,
             gpointer          arguments,
             gpointer         *result,
             GCancellable     *cancellable,
             GError          **error)
{
  Request *request = arguments;
  g_autoptr (ActStoreOpening) opening = NULL;

  opening = act_store_opening_new (request->path, g_steal_pointer (&request->progress));

  if (!act_store_opening_run (opening, database, cancellable, error))
    return FALSE;

  *result = g_steal_pointer (&opening);

  return TRUE;
}

static gboolean
open_reader (ActStoreDatabase *database,
             gpointer          arguments,
             gpointer         *result,
             GCancellable     *cancellable,
             GError          **error)
{
  const ActStoreOpening *opening = arguments;

  return act_store_database_open (database, opening->path, opening->reader, error);
}

static void
scanner_opened_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  ActStore *self = ACT_STORE (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_take (self, result, open_reader, NULL, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (!self->opening->read_only)
    self->watch = act_store_watch_start (self);

  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
open_reader_in (ActStore           *self,
                ActStoreWorker     *worker,
                GAsyncReadyCallback callback,
                GTask              *task)
{
  GTask *reading = g_task_new (self, g_task_get_cancellable (task), callback, task);

  g_task_set_source_tag (reading, open_reader);
  act_store_worker_push (worker, act_store_job_new (reading, open_reader, self->opening, NULL, NULL));
}

static void
reader_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  ActStore *self = ACT_STORE (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_take (self, result, open_reader, NULL, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  open_reader_in (self, self->scanner, scanner_opened_cb, g_steal_pointer (&task));
}

static void
writer_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  ActStore *self = ACT_STORE (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gpointer opening = NULL;

  if (!act_store_take (self, result, open_writer, &opening, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->opening = opening;
  open_reader_in (self, self->reader, reader_opened_cb, g_steal_pointer (&task));
}

static gboolean
closed_cb (gpointer user_data)
{
  g_autofree Closing *closing = user_data;
  g_autoptr (GTask) task = closing->task;
  ActStore *self = g_task_get_source_object (task);

  /* It has nothing left to do but to end. */
  g_thread_join (closing->thread);

  /* Now that nothing is written any more, others may have the locks. */
  g_clear_pointer (&self->opening->lock, act_store_lock_free);
  g_task_return_boolean (task, TRUE);

  return G_SOURCE_REMOVE;
}

/* Waits for the threads, where nobody waits for it. The readers go first, so that the writer is
 * the last to close the file and leaves no log behind. */
static gpointer
close_workers (gpointer data)
{
  Closing *closing = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  act_store_worker_finish (closing->scanner);
  act_store_worker_finish (closing->reader);
  act_store_worker_finish (closing->writer);

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[actioned] store closed");
  g_source_set_callback (source, closed_cb, closing, NULL);
  g_source_attach (source, g_task_get_context (closing->task));

  return NULL;
}

static void
act_store_dispose (GObject *object)
{
  ActStore *self = ACT_STORE (object);

  stop_watching (self);

  G_OBJECT_CLASS (act_store_parent_class)->dispose (object);
}

/* A store that was not closed leaves its threads to themselves: they do what was asked for. */
static void
act_store_finalize (GObject *object)
{
  ActStore *self = ACT_STORE (object);

  g_clear_pointer (&self->scanner, act_store_worker_leave);
  g_clear_pointer (&self->reader, act_store_worker_leave);
  g_clear_pointer (&self->writer, act_store_worker_leave);
  g_clear_pointer (&self->opening, act_store_opening_free);

  G_OBJECT_CLASS (act_store_parent_class)->finalize (object);
}

static void
act_store_class_init (ActStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_store_dispose;
  object_class->finalize = act_store_finalize;

  g_signal_new ("others-wrote", ACT_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_store_init (ActStore *self)
{
  self->writer = act_store_worker_new ("store-writer");
  self->reader = act_store_worker_new ("store-reader");
  self->scanner = act_store_worker_new ("store-scanner");
}

static ActStoreWorker *
get_worker (ActStore         *self,
            ActStoreDirection direction)
{
  switch (direction)
    {
    case ACT_STORE_READS:
      return self->reader;

    case ACT_STORE_SCANS:
      return self->scanner;

    case ACT_STORE_WRITES:
    default:
      return self->writer;
    }
}

/* Does the work of a call on one of the threads. @call is owned. */
void
act_store_submit (ActStore           *self,
                  ActStoreDirection   direction,
                  gpointer            source_tag,
                  ActStoreJobFunc     func,
                  ActStoreCall       *call,
                  GDestroyNotify      free_result,
                  GCancellable       *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  gboolean writes = direction == ACT_STORE_WRITES;

  g_task_set_source_tag (task, source_tag);

  if (self->writer == NULL)
    g_task_return_new_error (task, ACT_STORE_ERROR, ACT_STORE_ERROR_CLOSED, "The store is closed");
  else if (writes && self->opening->read_only)
    g_task_return_new_error (task, ACT_STORE_ERROR, ACT_STORE_ERROR_READ_ONLY,
                             "The store cannot be written");
  else
    {
      /* What is written is written: a cancellation that comes too late must not deny it. */
      g_task_set_check_cancellable (task, !writes);
      act_store_worker_push (get_worker (self, direction),
                             act_store_job_new (g_steal_pointer (&task), func,
                                                g_steal_pointer (&call), free_call, free_result));
    }

  if (call != NULL)
    free_call (call);
}

/* Takes the result of a call. Its value may be %NULL in success, so it is given apart. */
gboolean
act_store_take (ActStore     *self,
                GAsyncResult *result,
                gpointer      source_tag,
                gpointer     *value,
                GError      **error)
{
  g_autoptr (GError) failure = NULL;
  gpointer taken = NULL;

  g_return_val_if_fail (ACT_IS_STORE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), FALSE);

  taken = g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (value != NULL)
    *value = taken;

  return TRUE;
}

GArray *
act_store_copy_rows (const gint64 *row_ids,
                     gsize         n_row_ids)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n_row_ids);

  if (n_row_ids > 0)
    g_array_append_vals (copy, row_ids, (guint) n_row_ids);

  return copy;
}

/**
 * act_store_open_async:
 * @path: the store's file; it and its folder are made if they are missing
 * @progress: (nullable): told how far the upgrade of an older store is
 * @progress_data: for @progress; valid until @callback is called
 * @cancellable: (nullable): a cancellable
 * @callback: called in the caller's context when it is done
 * @user_data: for @callback
 *
 * Opens a store. A damaged one is set aside, and what the user did is taken over from it; one that
 * cannot be written is only viewed. An upgrade that is cancelled goes on at the next opening. The
 * main context of this call is the one that every other call must be made in.
 */
void
act_store_open_async (const char         *path,
                      ActProgressFunc     progress,
                      gpointer            progress_data,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (ActStore) self = NULL;
  g_autoptr (GTask) task = NULL;
  Request *request = NULL;
  GTask   *writing = NULL;

  g_return_if_fail (path != NULL);

  self = g_object_new (ACT_TYPE_STORE, NULL);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_store_open_async);

  writing = g_task_new (self, cancellable, writer_opened_cb, g_steal_pointer (&task));
  g_task_set_source_tag (writing, open_writer);
  request = g_new0 (Request, 1);
  request->path = g_strdup (path);
  request->progress = act_store_progress_new (progress, progress_data);
  act_store_worker_push (self->writer,
                         act_store_job_new (writing, open_writer, request, free_request,
                                            (GDestroyNotify) act_store_opening_free));
}

/**
 * act_store_open_finish:
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the store, to be closed before it is let go
 */
ActStore *
act_store_open_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * act_store_close_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable; closing that has begun cannot be stopped
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Closes a store once all calls that were made have been answered. Calls that follow fail with
 * %ACT_STORE_ERROR_CLOSED. Main thread.
 */
void
act_store_close_async (ActStore           *self,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Closing *closing = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_store_close_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  if (self->writer == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  stop_watching (self);
  g_task_set_check_cancellable (task, FALSE);
  closing = g_new0 (Closing, 1);
  closing->writer = g_steal_pointer (&self->writer);
  closing->reader = g_steal_pointer (&self->reader);
  closing->scanner = g_steal_pointer (&self->scanner);
  closing->task = g_steal_pointer (&task);
  closing->thread = g_thread_new ("store-closer", close_workers, closing);
}

/**
 * act_store_close_finish:
 * @self: a store
 * @result: the result
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is closed
 */
gboolean
act_store_close_finish (ActStore     *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * act_store_get_read_only:
 * @self: a store
 *
 * Main thread.
 *
 * Returns: whether the store can only be viewed
 */
gboolean
act_store_get_read_only (ActStore *self)
{
  g_return_val_if_fail (ACT_IS_STORE (self), FALSE);

  return self->opening->read_only;
}

/**
 * act_store_get_set_aside_path:
 * @self: a store
 *
 * Main thread.
 *
 * Returns: (nullable): where the damaged store was put that was found instead of this one
 */
const char *
act_store_get_set_aside_path (ActStore *self)
{
  g_return_val_if_fail (ACT_IS_STORE (self), NULL);

  return self->opening->set_aside_path;
}

static gboolean
recover_outbox (ActStoreDatabase *database,
                gpointer          arguments,
                gpointer         *result,
                GCancellable     *cancellable,
                GError          **error)
{
  return act_store_outbox_recover (database, error);
}

static void
outbox_recovered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!act_store_take (ACT_STORE (source), result, outbox_recovered_cb, NULL, &error))
    g_info ("What another process was sending stays as it is: %s", error->message);
}

/**
 * act_store_try_lock_sync:
 * @self: a store
 *
 * Tries to become the one process, and the one handle, that synchronises this store and sends its
 * changes, until the store is closed. What a process was sending that has ended is ready again
 * before any claim that follows. Does not wait. Main thread.
 *
 * Returns: whether it is this handle; %FALSE too for a store that can only be viewed
 */
gboolean
act_store_try_lock_sync (ActStore *self)
{
  g_return_val_if_fail (ACT_IS_STORE (self), FALSE);

  if (self->writer == NULL || self->opening->lock == NULL)
    return FALSE;

  if (self->syncs)
    return TRUE;

  self->syncs = act_store_lock_try_sync (self->opening->lock);
  if (self->syncs)
    act_store_submit (self, ACT_STORE_WRITES, outbox_recovered_cb, recover_outbox, NULL, NULL,
                      NULL, outbox_recovered_cb, NULL);

  return self->syncs;
}
