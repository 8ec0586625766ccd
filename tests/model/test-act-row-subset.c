/* Chosen rows of another source come in its order, and only those that it has
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-row-subset.h"

#include "act-event-record.h"

/* A source that has the rows 50, 40, 30, 20, 10, and answers from idles or fails. */

#define TEST_TYPE_SOURCE (test_source_get_type ())
G_DECLARE_FINAL_TYPE (TestSource, test_source, TEST, SOURCE, GObject)

struct _TestSource
{
  GObject parent_instance;

  gboolean fails;
};

static void test_source_iface_init (ActRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestSource, test_source, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (ACT_TYPE_ROW_SOURCE, test_source_iface_init))

static void
query_async (ActRowSource *source, const ActQuery *query, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 50; id > 0; id -= 10)
    g_array_append_val (ids, id);

  if (TEST_SOURCE (source)->fails)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "As told");
  else
    g_task_return_pointer (task, g_steal_pointer (&ids), (GDestroyNotify) g_array_unref);
}

static GArray *
query_finish (ActRowSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
load_async (ActRowSource *source, const gint64 *row_ids, gsize n_row_ids, ActRowLoadFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_record_free);

  g_assert_cmpint (flags, ==, ACT_ROW_LOAD_PAYLOAD);
  for (gsize i = 0; i < n_row_ids; i++)
    {
      ActEventRecord *record = act_event_record_new ();

      record->row_id = row_ids[i];
      g_ptr_array_add (records, record);
    }

  g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
load_finish (ActRowSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_source_iface_init (ActRowSourceInterface *iface)
{
  iface->query_async = query_async;
  iface->query_finish = query_finish;
  iface->load_async = load_async;
  iface->load_finish = load_finish;
}

static void
test_source_class_init (TestSourceClass *klass)
{
}

static void
test_source_init (TestSource *self)
{
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GArray *
query (ActRowSubset *subset, guint limit, GError **error)
{
  g_autoptr (ActQuery) all = act_query_new ();
  g_autoptr (GAsyncResult) result = NULL;

  act_row_source_query_async (ACT_ROW_SOURCE (subset), all, limit, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return act_row_source_query_finish (ACT_ROW_SOURCE (subset), result, error);
}

static void
test_query (void)
{
  static const gint64 chosen[] = { 20, 50, 35, 40 };
  g_autoptr (TestSource) source = g_object_new (TEST_TYPE_SOURCE, NULL);
  g_autoptr (ActRowSubset) subset = act_row_subset_new (ACT_ROW_SOURCE (source), chosen, G_N_ELEMENTS (chosen));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = query (subset, 0, &error);
  g_autoptr (GArray) first = query (subset, 1, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (g_array_index (found, gint64, 0), ==, 50);
  g_assert_cmpint (g_array_index (found, gint64, 1), ==, 40);
  g_assert_cmpint (g_array_index (found, gint64, 2), ==, 20);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpint (g_array_index (first, gint64, 0), ==, 50);

  source->fails = TRUE;
  g_assert_null (query (subset, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_load (void)
{
  static const gint64 chosen[] = { 20 };
  g_autoptr (TestSource) source = g_object_new (TEST_TYPE_SOURCE, NULL);
  g_autoptr (ActRowSubset) subset = act_row_subset_new (ACT_ROW_SOURCE (source), chosen, 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) records = NULL;
  const ActEventRecord *record = NULL;

  act_row_source_load_async (ACT_ROW_SOURCE (subset), chosen, 1, ACT_ROW_LOAD_PAYLOAD, NULL, done_cb,
                             &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  records = act_row_source_load_finish (ACT_ROW_SOURCE (subset), result, NULL);
  g_assert_cmpuint (records->len, ==, 1);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpint (record->row_id, ==, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/row-subset/query", test_query);
  g_test_add_func ("/model/row-subset/load", test_load);

  return g_test_run ();
}
