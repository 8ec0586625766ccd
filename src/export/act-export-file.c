/* Writes what the list shows into a file, or leaves the file as it was
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-export.h"

typedef struct
{
  ActRowSource         *source;
  ActQuery             *query;
  GFile                *file;
  gboolean              created; /* whether there was none before */
  ActExportFormat       format;
  ActExportProgressFunc progress;
  gpointer              progress_data;
  GFileOutputStream    *stream;
  GError               *error;
  guint                 n_events;
} FileExport;

static void
free_file_export (FileExport *self)
{
  g_clear_object (&self->source);
  g_clear_pointer (&self->query, act_query_free);
  g_clear_object (&self->file);
  g_clear_object (&self->stream);
  g_clear_error (&self->error);
  g_free (self);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  FileExport *self = g_task_get_task_data (task);

  if (!g_file_delete_finish (G_FILE (source), result, &error))
    g_info ("A part of an export stays: %s", error->message);

  g_task_return_error (task, g_steal_pointer (&self->error));
}

/* A file that was there is as before; one that was made for this must not stay in part. */
static void
return_error (GTask *task)
{
  FileExport *self = g_task_get_task_data (task);

  if (self->created)
    {
      g_file_delete_async (self->file, G_PRIORITY_DEFAULT, NULL, deleted_cb, task);
      return;
    }

  g_task_return_error (task, g_steal_pointer (&self->error));
  g_object_unref (task);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  FileExport *self = g_task_get_task_data (task);
  gboolean    closed = g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error);

  if (self->error == NULL && !closed)
    self->error = g_steal_pointer (&error);

  if (self->error != NULL)
    return_error (g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

/* A stream that is closed with a cancelled cancellable does not replace the file. */
static void
close_stream (GTask *task)
{
  FileExport *self = g_task_get_task_data (task);
  g_autoptr (GCancellable) keep_old = NULL;

  if (self->error != NULL)
    {
      keep_old = g_cancellable_new ();
      g_cancellable_cancel (keep_old);
    }

  g_output_stream_close_async (G_OUTPUT_STREAM (self->stream), G_PRIORITY_DEFAULT,
                               keep_old != NULL ? keep_old : g_task_get_cancellable (task),
                               closed_cb, task);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  FileExport *self = g_task_get_task_data (task);

  act_export_events_finish (ACT_ROW_SOURCE (source), result, &self->n_events, &self->error);
  close_stream (g_steal_pointer (&task));
}

static void
export_events (GTask *task)
{
  FileExport   *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  act_export_events_async (self->source, self->query, self->format, G_OUTPUT_STREAM (self->stream),
                           self->progress, self->progress_data, cancellable, exported_cb, task);
}

static void
replaced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  FileExport *self = g_task_get_task_data (task);

  self->stream = g_file_replace_finish (G_FILE (source), result, &error);
  if (self->stream == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  export_events (g_steal_pointer (&task));
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);
  FileExport   *self = g_task_get_task_data (task);

  self->stream = g_file_create_finish (G_FILE (source), result, &error);
  self->created = self->stream != NULL;
  if (self->created)
    export_events (g_steal_pointer (&task));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_file_replace_async (self->file, NULL, FALSE, G_FILE_CREATE_PRIVATE, G_PRIORITY_DEFAULT,
                          cancellable, replaced_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * act_export_to_file_async:
 * @source: where the events are
 * @query: which events, and in which order
 * @format: how they are written
 * @file: the file, which is replaced if it is there
 * @progress: (nullable) (scope notified): called as events are written
 * @progress_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread when it is done
 * @user_data: for @callback
 *
 * Starts writing the events of a query into a file. The file is replaced when all is written; after
 * an error, or when it is cancelled, it is what it was before, or is not there. Main thread.
 */
void
act_export_to_file_async (ActRowSource         *source,
                          const ActQuery       *query,
                          ActExportFormat       format,
                          GFile                *file,
                          ActExportProgressFunc progress,
                          gpointer              progress_data,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  FileExport *self = NULL;

  g_return_if_fail (ACT_IS_ROW_SOURCE (source));
  g_return_if_fail (query != NULL);
  g_return_if_fail (G_IS_FILE (file));

  self = g_new0 (FileExport, 1);
  self->source = g_object_ref (source);
  self->query = act_query_copy (query);
  self->file = g_object_ref (file);
  self->format = format;
  self->progress = progress;
  self->progress_data = progress_data;

  task = g_task_new (source, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_export_to_file_async);
  g_task_set_task_data (task, self, (GDestroyNotify) free_file_export);
  g_file_create_async (file, G_FILE_CREATE_PRIVATE, G_PRIORITY_DEFAULT, cancellable, created_cb,
                       g_steal_pointer (&task));
}

/**
 * act_export_to_file_finish:
 * @source: the row source
 * @result: the result
 * @n_events: (out) (optional): return location for how many events were written
 * @error: return location for an error: %ACT_STORE_ERROR, %G_IO_ERROR
 *
 * Tells whether the file is there with all events in it. Main thread.
 *
 * Returns: whether it is
 */
gboolean
act_export_to_file_finish (ActRowSource *source,
                           GAsyncResult *result,
                           guint        *n_events,
                           GError      **error)
{
  FileExport *self = NULL;

  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  self = g_task_get_task_data (G_TASK (result));
  if (n_events != NULL)
    *n_events = self->n_events;

  return g_task_propagate_boolean (G_TASK (result), error);
}
