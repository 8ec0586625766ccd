/* Writes what the list shows into a stream
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-export.h"

#include "act-export-csv.h"
#include "act-json-text.h"

/* How many events are in memory at a time. */
#define ROWS_AT_ONCE 250

typedef struct
{
  ActRowSource         *source;
  ActExportFormat       format;
  GOutputStream        *stream;
  ActExportProgressFunc progress;
  gpointer              progress_data;
  GArray               *row_ids;
  guint                 at;
  guint                 n_in_batch;
  guint                 n_batches;
  guint                 n_events;
  GBytes               *bytes; /* (nullable): what is being written */
} Export;

/* What a thread makes text of: plain data, which nobody else has. */
typedef struct
{
  ActExportFormat format;
  gboolean        has_head;
  GPtrArray      *records;
  guint           n_events;
} Batch;

static void load_batch (GTask *task);

static void
free_export (Export *self)
{
  g_clear_object (&self->source);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->row_ids, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static void
free_batch (Batch *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

static void
add_record (GString              *text,
            const ActEventRecord *record,
            ActExportFormat       format)
{
  g_autofree char *json = NULL;

  if (format == ACT_EXPORT_CSV)
    {
      act_export_csv_add_record (text, record);
      return;
    }

  json = act_json_text_of_whole_event (record);
  g_string_append (text, json);
  g_string_append_c (text, '\n');
}

static void
format_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Batch   *batch = task_data;
  GString *text = g_string_new (NULL);

  if (batch->has_head)
    act_export_csv_add_head (text);
  for (guint i = 0; i < batch->records->len; i++)
    {
      const ActEventRecord *record = g_ptr_array_index (batch->records, i);

      if (record->event == NULL)
        continue;

      add_record (text, record, batch->format);
      batch->n_events++;
    }

  g_task_return_pointer (task, g_string_free_to_bytes (text), (GDestroyNotify) g_bytes_unref);
}

static void
end_batch (GTask *task)
{
  Export *self = g_task_get_task_data (task);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->at += self->n_in_batch;
  if (self->progress != NULL)
    self->progress (self->at, self->row_ids->len, self->progress_data);

  load_batch (task);
}

static void
batch_written_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    end_batch (g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
batch_formatted_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Export       *self = g_task_get_task_data (task);
  Batch        *batch = g_task_get_task_data (G_TASK (result));

  self->bytes = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->n_events += batch->n_events;
  g_output_stream_write_all_async (self->stream, g_bytes_get_data (self->bytes, NULL),
                                   g_bytes_get_size (self->bytes), G_PRIORITY_DEFAULT,
                                   cancellable, batch_written_cb,
                                   g_steal_pointer (&task));
}

/* Records come in any order; those that are gone meanwhile are left out. */
static GPtrArray *
put_in_order (const Export *self,
              GPtrArray    *records)
{
  GPtrArray *ordered = g_ptr_array_new_full (self->n_in_batch, (GDestroyNotify) act_event_record_free);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < records->len; i++)
    {
      ActEventRecord *record = g_ptr_array_index (records, i);

      if (record != NULL)
        g_hash_table_replace (places, &record->row_id, GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i < self->n_in_batch; i++)
    {
      gpointer place = NULL;
      gint64   row_id = g_array_index (self->row_ids, gint64, self->at + i);

      if (g_hash_table_lookup_extended (places, &row_id, NULL, &place))
        g_ptr_array_add (ordered, g_steal_pointer (&g_ptr_array_index (records, GPOINTER_TO_UINT (place))));
    }

  return ordered;
}

static void
batch_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) formatting = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  Export       *self = g_task_get_task_data (task);
  Batch        *batch = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);

  records = act_row_source_load_finish (ACT_ROW_SOURCE (source), result, &error);
  if (records == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  batch = g_new0 (Batch, 1);
  batch->format = self->format;
  batch->has_head = self->format == ACT_EXPORT_CSV && self->n_batches == 1;
  batch->records = put_in_order (self, records);
  formatting = g_task_new (NULL, cancellable, batch_formatted_cb, g_steal_pointer (&task));
  g_task_set_source_tag (formatting, batch_loaded_cb);
  g_task_set_task_data (formatting, batch, (GDestroyNotify) free_batch);
  g_task_run_in_thread (formatting, format_in_thread);
}

/* An export of nothing is a table without lines, so that there is a first batch in any case. */
static void
load_batch (GTask *task)
{
  g_autoptr (GTask) owned = task;
  GCancellable *cancellable = g_task_get_cancellable (owned);
  Export       *self = g_task_get_task_data (owned);

  if (g_task_return_error_if_cancelled (owned))
    return;

  if (self->at >= self->row_ids->len && self->n_batches > 0)
    {
      g_task_return_boolean (owned, TRUE);
      return;
    }

  self->n_batches++;
  self->n_in_batch = MIN (ROWS_AT_ONCE, self->row_ids->len - self->at);
  act_row_source_load_async (self->source,
                             &g_array_index (self->row_ids, gint64, self->at),
                             self->n_in_batch,
                             self->format == ACT_EXPORT_JSON ? ACT_ROW_LOAD_PAYLOAD
                                                             : ACT_ROW_LOAD_NONE,
                             cancellable, batch_loaded_cb,
                             g_steal_pointer (&owned));
}

static void
queried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Export *self = g_task_get_task_data (task);

  self->row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (source), result, &error);
  if (self->row_ids == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    load_batch (g_steal_pointer (&task));
}

/**
 * act_export_events_async:
 * @source: where the events are
 * @query: which events, and in which order
 * @format: how they are written
 * @stream: where to; it is neither flushed nor closed
 * @progress: (nullable) (scope notified): called as events are written
 * @progress_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread when it is done
 * @user_data: for @callback
 *
 * Starts writing the events of a query. However many there are, only some hundred are in memory at a
 * time, beside their row ids. What comes meanwhile is not in it, and what goes is left out. Main
 * thread.
 */
void
act_export_events_async (ActRowSource         *source,
                         const ActQuery       *query,
                         ActExportFormat       format,
                         GOutputStream        *stream,
                         ActExportProgressFunc progress,
                         gpointer              progress_data,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Export *self = NULL;

  g_return_if_fail (ACT_IS_ROW_SOURCE (source));
  g_return_if_fail (query != NULL);
  g_return_if_fail ((guint) format < ACT_N_EXPORT_FORMATS);
  g_return_if_fail (G_IS_OUTPUT_STREAM (stream));

  self = g_new0 (Export, 1);
  self->source = g_object_ref (source);
  self->format = format;
  self->stream = g_object_ref (stream);
  self->progress = progress;
  self->progress_data = progress_data;

  task = g_task_new (source, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_export_events_async);
  g_task_set_task_data (task, self, (GDestroyNotify) free_export);
  act_row_source_query_async (source, query, 0, cancellable, queried_cb, g_steal_pointer (&task));
}

/**
 * act_export_events_finish:
 * @source: the row source
 * @result: the result
 * @n_events: (out) (optional): return location for how many events were written
 * @error: return location for an error: %ACT_STORE_ERROR, %G_IO_ERROR
 *
 * Tells whether all events were written. Main thread.
 *
 * Returns: whether they were
 */
gboolean
act_export_events_finish (ActRowSource *source,
                          GAsyncResult *result,
                          guint        *n_events,
                          GError      **error)
{
  Export *self = NULL;

  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  self = g_task_get_task_data (G_TASK (result));
  if (n_events != NULL)
    *n_events = self->n_events;

  return g_task_propagate_boolean (G_TASK (result), error);
}

static const char *const format_names[] = {
  [ACT_EXPORT_CSV] = "csv",
  [ACT_EXPORT_JSON] = "json",
};

/**
 * act_export_format_get_name:
 * @format: a format
 *
 * Returns: (transfer none): its name, which files of it end with
 */
const char *
act_export_format_get_name (ActExportFormat format)
{
  g_return_val_if_fail ((guint) format < ACT_N_EXPORT_FORMATS, "");

  return format_names[format];
}

/**
 * act_export_format_from_name:
 * @name: (nullable): a name
 * @format: (out): return location for its format
 *
 * Returns: whether there is such a format
 */
gboolean
act_export_format_from_name (const char      *name,
                             ActExportFormat *format)
{
  for (guint i = 0; i < ACT_N_EXPORT_FORMATS; i++)
    {
      if (name != NULL && g_ascii_strcasecmp (name, format_names[i]) == 0)
        {
          *format = (ActExportFormat) i;
          return TRUE;
        }
    }

  return FALSE;
}
