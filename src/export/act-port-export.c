/* Writes a whole store into a file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-port.h"

#include "act-store-port.h"
#include "act-time.h"

typedef struct
{
  ActPortHead     head;
  ActProgressFunc progress;
  gpointer        progress_data;
  GCancellable   *cancellable; /* (owned) (nullable) */
  GFile          *file;        /* (owned) */
  gboolean        created;     /* whether there was none before */
  GOutputStream  *base;        /* (owned) (nullable): the file itself */
  GOutputStream  *stream;      /* (owned) (nullable): packs what is written to it */
  GError         *error;       /* (owned) (nullable) */

  /* Of the store's thread, while it shows the rows */
  GString   *line; /* (owned) */
  GChecksum *sum;  /* (owned) */
  gint64     n_lines;
} Export;

static void
free_export (gpointer data)
{
  Export *self = data;

  g_free (self->head.organization);
  g_free (self->head.connection);
  g_free (self->head.base_url);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->stream);
  g_clear_object (&self->base);
  g_clear_error (&self->error);
  g_string_free (self->line, TRUE);
  g_checksum_free (self->sum);
  g_free (self);
}

static gboolean
write_line (Export  *self,
            GError **error)
{
  g_checksum_update (self->sum, (const guchar *) self->line->str, (gssize) self->line->len);
  self->n_lines++;

  return g_output_stream_write_all (self->stream, self->line->str, self->line->len, NULL,
                                    self->cancellable, error);
}

static gboolean
begin_cb (const gint64 *counts,
          gpointer      data,
          GError      **error)
{
  Export *self = data;

  for (guint i = 0; i < ACT_N_PORT_TYPES; i++)
    self->head.counts[i] = counts[i];
  g_string_truncate (self->line, 0);
  act_port_head_write (&self->head, self->line);

  return write_line (self, error);
}

/* What could not be read back is left out: without its payload, an event is still an event. */
static gboolean
row_cb (const ActPortRow *row,
        gpointer          data,
        GError          **error)
{
  Export    *self = data;
  ActPortRow smaller = *row;

  g_string_truncate (self->line, 0);
  act_port_line_add_row (self->line, row);
  if (self->line->len <= ACT_PORT_MAX_LINE)
    return write_line (self, error);

  if (row->type != ACT_PORT_EVENT)
    return TRUE;

  smaller.is_set[ACT_PORT_EVENT_PAYLOAD] = FALSE;
  g_string_truncate (self->line, 0);
  act_port_line_add_row (self->line, &smaller);

  return write_line (self, error);
}

static const ActPortVisitor visitor = { begin_cb, row_cb };

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!g_file_delete_finish (G_FILE (source), result, &error))
    g_info ("A part of an export stays: %s", error->message);
  g_task_return_error (task, g_steal_pointer (&self->error));
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean closed = g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error);

  if (self->error == NULL && !closed)
    self->error = g_steal_pointer (&error);

  /* A file that was made for this must not stay in part. */
  if (self->error == NULL)
    g_task_return_boolean (task, TRUE);
  else if (self->created)
    g_file_delete_async (self->file, G_PRIORITY_DEFAULT, NULL, deleted_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&self->error));
}

/* A stream that is closed with a cancelled cancellable does not replace the file. */
static void
close_file (GTask *task)
{
  Export *self = g_task_get_task_data (task);
  g_autoptr (GCancellable) keep_old = NULL;

  if (self->error != NULL)
    {
      keep_old = g_cancellable_new ();
      g_cancellable_cancel (keep_old);
    }

  g_output_stream_close_async (self->base, G_PRIORITY_DEFAULT,
                               keep_old != NULL ? keep_old : self->cancellable, closed_cb, task);
}

static void
packed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);

  if (self->error != NULL)
    g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, NULL);
  else
    g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &self->error);
  close_file (g_steal_pointer (&task));
}

static void
end_written_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &self->error);
  g_output_stream_close_async (self->stream, G_PRIORITY_DEFAULT, self->cancellable, packed_cb,
                               g_steal_pointer (&task));
}

static void
visited_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);

  if (!act_store_visit_finish (ACT_STORE (source), result, &self->error))
    {
      g_output_stream_close_async (self->stream, G_PRIORITY_DEFAULT, self->cancellable, packed_cb,
                                   g_steal_pointer (&task));
      return;
    }

  g_string_truncate (self->line, 0);
  act_port_json_begin (self->line, ACT_PORT_END_TYPE);
  act_port_json_add_number (self->line, "lines", self->n_lines);
  act_port_json_add_text (self->line, "sha256", g_checksum_get_string (self->sum));
  act_port_json_end (self->line);
  g_output_stream_write_all_async (self->stream, self->line->str, self->line->len,
                                   G_PRIORITY_DEFAULT, self->cancellable, end_written_cb,
                                   g_steal_pointer (&task));
}

/* Takes the stream. */
static void
write_all (GTask             *task,
           GFileOutputStream *stream)
{
  ActStore *store = g_task_get_source_object (task);
  Export   *self = g_task_get_task_data (task);
  g_autoptr (GConverter) packer = NULL;

  self->base = G_OUTPUT_STREAM (stream);
  packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  self->stream = g_converter_output_stream_new (self->base, packer);
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (self->stream), FALSE);
  act_store_visit_async (store, &visitor, self, self->progress, self->progress_data,
                         self->cancellable, visited_cb, task);
}

static void
replaced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GFileOutputStream *stream = g_file_replace_finish (G_FILE (source), result, &error);

  if (stream != NULL)
    write_all (g_steal_pointer (&task), stream);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GFileOutputStream *stream = g_file_create_finish (G_FILE (source), result, &error);

  if (stream != NULL)
    {
      self->created = TRUE;
      write_all (g_steal_pointer (&task), stream);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_file_replace_async (self->file, NULL, FALSE, G_FILE_CREATE_PRIVATE, G_PRIORITY_DEFAULT,
                          self->cancellable, replaced_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * act_port_export_async:
 * @source: a store
 * @connection: whose store it is
 * @file: the file, which is replaced if it is there
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress; valid until @callback is called
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread when it is done
 * @user_data: for @callback
 *
 * Writes everything that a store holds, as of one moment, packed with gzip. The file is replaced
 * when all is written; after an error, or when it is cancelled, all is as it was before. Main
 * thread.
 */
void
act_port_export_async (ActRowSource       *source,
                       ActConnection      *connection,
                       GFile              *file,
                       ActProgressFunc     progress,
                       gpointer            progress_data,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  GTask  *task = NULL;
  Export *self = NULL;

  g_return_if_fail (ACT_IS_STORE (source));
  g_return_if_fail (connection != NULL);
  g_return_if_fail (G_IS_FILE (file));

  self = g_new0 (Export, 1);
  self->head.organization = g_strdup (act_connection_get_organisation_id (connection));
  self->head.connection = g_strdup (act_connection_get_name (connection));
  self->head.base_url = g_strdup (act_connection_get_base_url (connection));
  self->head.exported_at = act_time_now ();
  self->progress = progress;
  self->progress_data = progress_data;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->file = g_object_ref (file);
  self->line = g_string_new (NULL);
  self->sum = g_checksum_new (G_CHECKSUM_SHA256);

  task = g_task_new (source, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_port_export_async);
  g_task_set_task_data (task, self, free_export);
  g_file_create_async (file, G_FILE_CREATE_PRIVATE, G_PRIORITY_DEFAULT, cancellable, created_cb, task);
}

/**
 * act_port_export_finish:
 * @source: the store
 * @result: the result
 * @n_events: (out) (optional): return location for how many events were written
 * @error: of %ACT_STORE_ERROR or %G_IO_ERROR
 *
 * Returns: whether the file is complete
 */
gboolean
act_port_export_finish (ActRowSource *source,
                        GAsyncResult *result,
                        gint64       *n_events,
                        GError      **error)
{
  const Export *self = NULL;

  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  self = g_task_get_task_data (G_TASK (result));
  if (n_events != NULL)
    *n_events = self->head.counts[ACT_PORT_EVENT];

  return g_task_propagate_boolean (G_TASK (result), error);
}
