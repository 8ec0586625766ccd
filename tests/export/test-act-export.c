/* Exports: everything in its order, in little memory, stopped and refused
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-export.h"

#include "act-store-error.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* A row source of numbered events that answers backwards, and does not have every seventh any more. */

#define TEST_TYPE_SOURCE (test_source_get_type ())
G_DECLARE_FINAL_TYPE (TestSource, test_source, TEST, SOURCE, GObject)

struct _TestSource
{
  GObject parent_instance;

  guint    n_rows;
  gboolean has_gaps;
  guint    n_loads_until_failure;
  guint    largest_load;
  guint    payloads;
};

static void test_source_iface_init (ActRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestSource,
                               test_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACT_TYPE_ROW_SOURCE, test_source_iface_init))

static void
test_source_query_async (ActRowSource       *source,
                         const ActQuery     *query,
                         guint               limit,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < TEST_SOURCE (source)->n_rows; i++)
    {
      gint64 id = (gint64) i + 1;

      g_array_append_val (ids, id);
    }
  g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
}

static GArray *
test_source_query_finish (ActRowSource *source,
                          GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static ActEventRecord *
make_record (gint64          row_id,
             ActRowLoadFlags flags)
{
  ActEventRecord *record = act_event_record_new ();

  record->row_id = row_id;
  record->event = act_event_new ();
  record->event->id = g_strdup_printf ("e%" G_GINT64_FORMAT, row_id);
  record->event->name = g_strdup ("integration.perform.error");
  record->event->message = g_strdup ("It\nfailed, \"again\"");
  if (flags & ACT_ROW_LOAD_PAYLOAD)
    record->event->payload = g_strdup ("{\n  \"n\": 12345678901234567890.10\n}");

  return record;
}

static void
test_source_load_async (ActRowSource       *source,
                        const gint64       *row_ids,
                        gsize               n_row_ids,
                        ActRowLoadFlags     flags,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  TestSource *self = TEST_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  GPtrArray *records = NULL;

  self->largest_load = MAX (self->largest_load, (guint) n_row_ids);
  self->payloads += flags & ACT_ROW_LOAD_PAYLOAD ? 1 : 0;
  if (self->n_loads_until_failure > 0 && --self->n_loads_until_failure == 0)
    {
      g_task_return_new_error (task, ACT_STORE_ERROR, ACT_STORE_ERROR_CORRUPT, "Damaged");
      return;
    }

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_record_free);
  for (gsize i = n_row_ids; i > 0; i--)
    {
      if (!self->has_gaps || row_ids[i - 1] % 7 != 0)
        g_ptr_array_add (records, make_record (row_ids[i - 1], flags));
    }
  g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
test_source_load_finish (ActRowSource *source,
                         GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_source_iface_init (ActRowSourceInterface *iface)
{
  iface->query_async = test_source_query_async;
  iface->query_finish = test_source_query_finish;
  iface->load_async = test_source_load_async;
  iface->load_finish = test_source_load_finish;
}

static void
test_source_class_init (TestSourceClass *klass)
{
}

static void
test_source_init (TestSource *self)
{
}

static TestSource *
create_source (guint n_rows)
{
  TestSource *source = g_object_new (TEST_TYPE_SOURCE, NULL);

  source->n_rows = n_rows;

  return source;
}

typedef struct
{
  guint         n_calls;
  guint         n_done;
  guint         n_total;
  GCancellable *cancel; /* (unowned) (nullable): cancelled at the first call */
} Progress;

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (n_done, >=, progress->n_done);
  g_assert_cmpuint (n_done, <=, n_total);
  progress->n_calls++;
  progress->n_done = n_done;
  progress->n_total = n_total;
  if (progress->cancel != NULL)
    g_cancellable_cancel (progress->cancel);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
export_to_stream (TestSource     *source,
                  ActExportFormat format,
                  GOutputStream  *stream,
                  Progress       *progress,
                  guint          *n_events,
                  GError        **error)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GAsyncResult) result = NULL;

  act_export_events_async (ACT_ROW_SOURCE (source), query, format, stream, progress_cb, progress,
                           progress->cancel, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return act_export_events_finish (ACT_ROW_SOURCE (source), result, n_events, error);
}

static char *
export_text (TestSource     *source,
             ActExportFormat format,
             guint          *n_events)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  g_assert_true (export_to_stream (source, format, stream, &progress, n_events, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n_done, ==, source->n_rows);
  g_assert_cmpuint (progress.n_total, ==, source->n_rows);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
check_json_line (const char *line,
                 gint64      row_id)
{
  g_autoptr (JsonNode) node = json_from_string (line, NULL);
  g_autofree char *id = g_strdup_printf ("e%" G_GINT64_FORMAT, row_id);
  JsonObject      *object = NULL;

  g_assert_nonnull (node);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (object, "message"), ==, "It\nfailed, \"again\"");
  g_assert_nonnull (json_object_get_object_member (object, "event"));
  g_assert_nonnull (strstr (line, "{\"n\":12345678901234567890.10}}"));
}

static void
test_json (void)
{
  g_autoptr (TestSource) source = create_source (1234);
  guint            n_events = 0, n_lines = 0;
  gint64           row_id = 0;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  source->has_gaps = TRUE;
  text = export_text (source, ACT_EXPORT_JSON, &n_events);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      row_id += (row_id + 1) % 7 == 0 ? 2 : 1;
      check_json_line (lines[i], row_id);
      n_lines++;
    }

  g_assert_cmpuint (n_lines, ==, 1234 - 1234 / 7);
  g_assert_cmpuint (n_events, ==, n_lines);
  g_assert_cmpuint (source->largest_load, <=, 500);
}

static void
test_csv (void)
{
  g_autoptr (TestSource) source = create_source (600);
  guint            n_events = 0;
  g_autofree char *text = export_text (source, ACT_EXPORT_CSV, &n_events);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (n_events, ==, 600);
  g_assert_cmpuint (source->payloads, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 602);
  g_assert_true (g_str_has_prefix (lines[0], "id,eventName,"));
  g_assert_true (g_str_has_prefix (lines[1], "e1,integration.perform.error,"));
  g_assert_nonnull (strstr (lines[1], ",\"It\nfailed, \"\"again\"\"\","));
  g_assert_true (g_str_has_prefix (lines[600], "e600,"));
}

static void
test_nothing (void)
{
  g_autoptr (TestSource) source = create_source (0);
  guint            n_events = 1;
  g_autofree char *csv = export_text (source, ACT_EXPORT_CSV, &n_events);
  g_autofree char *json = export_text (source, ACT_EXPORT_JSON, &n_events);

  g_assert_true (g_str_has_prefix (csv, "id,"));
  g_assert_true (g_str_has_suffix (csv, ",runId\r\n"));
  g_assert_cmpstr (json, ==, "");
  g_assert_cmpuint (n_events, ==, 0);
}

static void
test_cancel (void)
{
  g_autoptr (TestSource) source = create_source (5000);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Progress progress = { .cancel = cancellable };
  guint    n_events = 0;

  g_assert_false (export_to_stream (source, ACT_EXPORT_JSON, stream, &progress, &n_events, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (progress.n_calls, ==, 1);
  g_assert_cmpuint (n_events, <, 5000);
}

static void
test_damage (void)
{
  g_autoptr (TestSource) source = create_source (5000);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  source->n_loads_until_failure = 3;
  g_assert_false (export_to_stream (source, ACT_EXPORT_CSV, stream, &progress, NULL, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_CORRUPT);
}

static void
test_full_disk (void)
{
  g_autoptr (TestSource) source = create_source (10);
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, NULL);
  if (stream == NULL)
    {
      g_test_skip ("There is no /dev/full");
      return;
    }

  g_assert_false (export_to_stream (source, ACT_EXPORT_CSV, G_OUTPUT_STREAM (stream), &progress,
                                    NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static gboolean
export_to_file (TestSource *source,
                GFile      *file,
                Progress   *progress,
                guint      *n_events,
                GError    **error)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GAsyncResult) result = NULL;

  act_export_to_file_async (ACT_ROW_SOURCE (source), query, ACT_EXPORT_CSV, file, progress_cb,
                            progress, progress->cancel, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return act_export_to_file_finish (ACT_ROW_SOURCE (source), result, n_events, error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_file (void)
{
  g_autoptr (TestSource) source = create_source (600);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("actioned-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "events.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  g_autofree char *still = NULL;
  GStatBuf         facts;
  Progress         progress = { 0 };
  Progress         stopped = { .cancel = cancellable };
  guint            n_events = 0;

  g_assert_true (export_to_file (source, file, &progress, &n_events, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_events, ==, 600);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "id,"));
  g_assert_cmpint (g_stat (path, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0077, ==, 0);

  /* What was stopped or failed leaves the file as it was, and nothing beside it. */
  source->n_rows = 5000;
  g_assert_false (export_to_file (source, file, &stopped, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  source->n_loads_until_failure = 2;
  progress.n_done = 0;
  g_assert_false (export_to_file (source, file, &progress, NULL, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_CORRUPT);
  g_assert_true (g_file_get_contents (path, &still, NULL, NULL));
  g_assert_cmpstr (still, ==, text);
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What was stopped leaves no part of a file that was not there before. */
static void
test_new_file_stopped (void)
{
  g_autoptr (TestSource) source = create_source (5000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("actioned-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "events.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Progress stopped = { .cancel = cancellable };

  g_assert_false (export_to_file (source, file, &stopped, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr (TestSource) source = create_source (1);
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/events.csv");
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  g_assert_false (export_to_file (source, file, &progress, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_formats (void)
{
  ActExportFormat format = ACT_EXPORT_CSV;

  g_assert_true (act_export_format_from_name ("JSON", &format));
  g_assert_cmpint (format, ==, ACT_EXPORT_JSON);
  g_assert_cmpstr (act_export_format_get_name (format), ==, "json");
  g_assert_false (act_export_format_from_name ("xml", &format));
  g_assert_false (act_export_format_from_name (NULL, &format));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/json", test_json);
  g_test_add_func ("/export/csv", test_csv);
  g_test_add_func ("/export/nothing", test_nothing);
  g_test_add_func ("/export/cancel", test_cancel);
  g_test_add_func ("/export/damage", test_damage);
  g_test_add_func ("/export/full-disk", test_full_disk);
  g_test_add_func ("/export/file", test_file);
  g_test_add_func ("/export/new-file-stopped", test_new_file_stopped);
  g_test_add_func ("/export/no-folder", test_no_folder);
  g_test_add_func ("/export/formats", test_formats);

  return g_test_run ();
}
