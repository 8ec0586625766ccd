/* The list against a plain array: the model's contract through random changes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-list.h"
#include "act-store-error.h"

#define LARGEST_SPLICE 4096

/* A row source in memory. It answers from idles, in order, and can be told to fail or to wait. */

#define TEST_TYPE_SOURCE (test_source_get_type ())
G_DECLARE_FINAL_TYPE (TestSource, test_source, TEST, SOURCE, GObject)

struct _TestSource
{
  GObject parent_instance;

  GArray     *ids;
  GHashTable *messages; /* row id to a counter that is its message */
  guint       n_queries;
  guint       n_loads;
  guint       n_loaded;
  guint       largest_load;
  guint       last_limit;
  guint       n_failures_left;
  GPtrArray  *waiting; /* tasks, while answers are held back */
  gboolean    hold;
};

typedef struct
{
  gboolean is_query;
  gboolean fail;
  guint    limit;
  GArray  *ids;
} Answer;

static void test_source_iface_init (ActRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestSource,
                               test_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACT_TYPE_ROW_SOURCE, test_source_iface_init))

static void
free_answer (Answer *answer)
{
  g_clear_pointer (&answer->ids, g_array_unref);
  g_free (answer);
}

static ActEventRecord *
make_record (TestSource *self,
             gint64      row_id)
{
  ActEventRecord *record = act_event_record_new ();

  record->row_id = row_id;
  record->event = act_event_new ();
  record->event->id = g_strdup_printf ("%" G_GINT64_FORMAT, row_id);
  record->event->message =
      g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (self->messages, &row_id)));

  return record;
}

static void
answer_task (TestSource *self,
             GTask      *task)
{
  Answer *answer = g_task_get_task_data (task);

  if (answer->fail)
    {
      g_task_return_new_error (task, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY, "Busy");
    }
  else if (answer->is_query)
    {
      guint   n = answer->limit > 0 ? MIN (answer->limit, self->ids->len) : self->ids->len;
      GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_vals (ids, self->ids->data, n);
      g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
    }
  else
    {
      GPtrArray *records =
          g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_record_free);

      for (guint i = 0; i < answer->ids->len; i++)
        g_ptr_array_add (records, make_record (self, g_array_index (answer->ids, gint64, i)));
      g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
    }
}

static gboolean
answer_cb (gpointer user_data)
{
  GTask *task = user_data;

  answer_task (TEST_SOURCE (g_task_get_source_object (task)), task);

  return G_SOURCE_REMOVE;
}

static void
start (TestSource         *self,
       Answer             *answer,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  /* An answer may have been on its way already when it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, answer, (GDestroyNotify) free_answer);
  if (self->n_failures_left > 0)
    {
      self->n_failures_left--;
      answer->fail = TRUE;
    }

  if (self->hold)
    g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  else
    g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, g_steal_pointer (&task), g_object_unref);
}

static void
test_source_query_async (ActRowSource       *source,
                         const ActQuery     *query,
                         guint               limit,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  TestSource *self = TEST_SOURCE (source);
  Answer     *answer = g_new0 (Answer, 1);

  answer->is_query = TRUE;
  answer->limit = limit;
  self->last_limit = limit;
  self->n_queries++;
  start (self, answer, cancellable, callback, user_data);
}

static GArray *
test_source_query_finish (ActRowSource *source,
                          GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
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
  Answer     *answer = g_new0 (Answer, 1);

  answer->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (answer->ids, row_ids, (guint) n_row_ids);
  self->n_loads++;
  self->n_loaded += (guint) n_row_ids;
  self->largest_load = MAX (self->largest_load, (guint) n_row_ids);
  start (self, answer, cancellable, callback, user_data);
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
test_source_finalize (GObject *object)
{
  TestSource *self = TEST_SOURCE (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->messages);
  g_ptr_array_unref (self->waiting);

  G_OBJECT_CLASS (test_source_parent_class)->finalize (object);
}

static void
test_source_class_init (TestSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_source_finalize;
}

static void
test_source_init (TestSource *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->messages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
release (TestSource *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->hold = FALSE;
  for (guint i = 0; i < waiting->len; i++)
    answer_task (self, g_ptr_array_index (waiting, i));
}

static void
set_message (TestSource *self,
             gint64      row_id,
             guint       message)
{
  gint64 *key = g_new (gint64, 1);

  *key = row_id;
  g_hash_table_insert (self->messages, key, GUINT_TO_POINTER (message));
}

static void
fill (TestSource *self,
      guint       n)
{
  g_array_set_size (self->ids, 0);
  for (guint i = n; i > 0; i--)
    {
      gint64 id = (gint64) i * 10;

      g_array_append_val (self->ids, id);
    }
}

/* What a view does: it follows the signals and compares all that it knows with the list. */

typedef struct
{
  TestSource   *source;
  ActEventList *list;
  GArray       *mirror; /* the ids as the signals tell them */
  GHashTable   *held;   /* row id to a row that is held */
  guint         n_changes;
  guint         n_replaced;
  guint         n_loading;
  gint64        watched;
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  Fixture      *f = user_data;
  const gint64 *ids = NULL;
  gsize         n_ids = 0;

  f->n_changes++;
  g_assert_true (removed > 0 || added > 0);

  /* A view that loses many rows and gets many in one signal reads all of them. */
  g_assert_true (removed == 0 || added == 0 || MAX (removed, added) <= LARGEST_SPLICE);
  g_assert_cmpuint (position + removed, <=, f->mirror->len);
  if (removed > 0)
    g_array_remove_range (f->mirror, position, removed);

  ids = act_event_list_get_row_ids (f->list, &n_ids);
  if (added > 0)
    g_array_insert_vals (f->mirror, position, ids + position, added);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, f->mirror->len);
  g_assert_cmpmem (ids, n_ids * sizeof (gint64), f->mirror->data,
                   f->mirror->len * sizeof (gint64));
}

static void
replaced_cb (Fixture *f)
{
  f->n_replaced++;
}

static void
loading_cb (Fixture *f)
{
  f->n_loading++;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->source = g_object_new (TEST_TYPE_SOURCE, NULL);
  f->list = act_event_list_new (ACT_ROW_SOURCE (f->source));
  f->mirror = g_array_new (FALSE, FALSE, sizeof (gint64));
  f->held = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_signal_connect (f->list, "items-changed", G_CALLBACK (items_changed_cb), f);
  g_signal_connect_swapped (f->list, "replaced", G_CALLBACK (replaced_cb), f);
  g_signal_connect_swapped (f->list, "notify::loading", G_CALLBACK (loading_cb), f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_hash_table_unref (f->held);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->list);
  g_assert_finalize_object (f->source);
  g_array_unref (f->mirror);
}

static gboolean
is_settled (Fixture *f)
{
  gsize         n_ids = 0;
  const gint64 *ids = act_event_list_get_row_ids (f->list, &n_ids);

  if (act_event_list_get_loading (f->list) || n_ids != f->source->ids->len)
    return FALSE;

  for (gsize i = 0; i < n_ids; i++)
    {
      if (ids[i] != g_array_index (f->source->ids, gint64, i))
        return FALSE;
    }

  return TRUE;
}

/* Awaits, with the test's own time-out as the cap. */
static void
settle (Fixture *f)
{
  while (!is_settled (f))
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Fixture *f)
{
  g_autoptr (ActQuery) query = act_query_new ();

  act_event_list_set_query (f->list, query);
  settle (f);
}

static ActEventRow *
hold (Fixture *f,
      guint    position)
{
  ActEventRow *row = g_list_model_get_item (G_LIST_MODEL (f->list), position);
  gint64      *key = g_new (gint64, 1);

  g_assert_nonnull (row);
  *key = act_event_row_get_row_id (row);
  g_hash_table_replace (f->held, key, row);

  return row;
}

static gboolean
says (TestSource  *source,
      ActEventRow *row)
{
  const ActEventRecord *record = act_event_row_get_record (row);
  gint64                id = act_event_row_get_row_id (row);
  g_autofree char      *message =
      g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (source->messages, &id)));

  return record != NULL && record->row_id == id && g_strcmp0 (record->event->message, message) == 0;
}

static void
await_record (Fixture     *f,
              ActEventRow *row)
{
  while (!says (f->source, row))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_first_screenful (Fixture      *f,
                      gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();

  fill (f->source, 1000);
  act_event_list_set_query (f->list, query);
  g_assert_true (act_event_list_get_loading (f->list));
  g_assert_cmpuint (f->source->last_limit, ==, 64);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 0);

  while (act_event_list_get_loading (f->list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 64);

  settle (f);
  g_assert_cmpuint (f->source->n_queries, ==, 2);
  g_assert_cmpuint (f->source->last_limit, ==, 0);
  g_assert_cmpuint (f->n_changes, ==, 2);
  g_assert_cmpuint (f->n_replaced, ==, 0);
  g_assert_cmpuint (f->n_loading, ==, 2);
  g_assert_cmpuint (f->source->n_loads, ==, 0);

  /* The same query again is no work. */
  act_event_list_set_query (f->list, query);
  act_event_list_set_query (f->list, act_event_list_get_query (f->list));
  g_assert_cmpuint (f->source->n_queries, ==, 2);
}

static void
test_short_list_is_read_once (Fixture      *f,
                              gconstpointer data)
{
  fill (f->source, 12);
  show (f);
  g_assert_cmpuint (f->source->n_queries, ==, 1);
  g_assert_cmpuint (f->n_changes, ==, 1);
}

static void
test_rows (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (ActEventRow) again = NULL;
  ActEventRow *row = NULL;

  fill (f->source, 50);
  show (f);
  row = hold (f, 3);
  g_assert_null (act_event_row_get_record (row));
  again = g_list_model_get_item (G_LIST_MODEL (f->list), 3);
  g_assert_true (again == row);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (f->list), 50));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (f->list)) == ACT_TYPE_EVENT_ROW);

  await_record (f, row);
  g_assert_cmpuint (f->source->n_loads, ==, 1);
  g_assert_cmpuint (f->source->n_loaded, ==, 1);
}

static void
test_rows_flown_over_are_not_loaded (Fixture      *f,
                                     gconstpointer data)
{
  ActEventRow *row = NULL;

  fill (f->source, 3000);
  show (f);
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (ActEventRow) passing = g_list_model_get_item (G_LIST_MODEL (f->list), i);

      g_assert_nonnull (passing);
    }
  row = hold (f, 2000);
  await_record (f, row);
  g_assert_cmpuint (f->source->n_loaded, ==, 1);
}

static void
test_batches_are_bounded (Fixture      *f,
                          gconstpointer data)
{
  fill (f->source, 3000);
  show (f);
  for (guint i = 0; i < 2000; i++)
    hold (f, i);
  for (guint i = 0; i < 2000; i++)
    await_record (f, g_hash_table_lookup (f->held, &g_array_index (f->source->ids, gint64, i)));
  g_assert_cmpuint (f->source->n_loaded, ==, 2000);
  g_assert_cmpuint (f->source->largest_load, <=, 512);
  g_assert_cmpuint (f->source->n_loads, <=, 5);
}

static void
test_change_reloads_rows (Fixture      *f,
                          gconstpointer data)
{
  ActEventRow *row = NULL;
  ActEventRow *other = NULL;
  guint        n_changes = 0;

  fill (f->source, 50);
  show (f);
  row = hold (f, 0);
  other = hold (f, 49);
  await_record (f, row);
  await_record (f, other);
  n_changes = f->n_changes;

  set_message (f->source, act_event_row_get_row_id (row), 7);
  set_message (f->source, act_event_row_get_row_id (other), 8);
  act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
  await_record (f, row);
  await_record (f, other);
  g_assert_cmpuint (f->n_changes, ==, n_changes);
}

static void
test_changes_are_coalesced (Fixture      *f,
                            gconstpointer data)
{
  fill (f->source, 10);
  show (f);
  for (guint i = 0; i < 500; i++)
    {
      gint64 id = 10000 - (gint64) i;

      g_array_prepend_val (f->source->ids, id);
      act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
      g_main_context_iteration (NULL, FALSE);
    }
  settle (f);

  /* One reading of the query, at most one at once, and one for each quarter of a second. */
  g_assert_cmpuint (f->source->n_queries, <, 50);
}

static void
test_change_while_reading (Fixture      *f,
                           gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();
  gint64 id = 99;

  fill (f->source, 10);
  f->source->hold = TRUE;
  act_event_list_set_query (f->list, query);
  act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
  g_assert_cmpuint (f->source->n_queries, ==, 1);
  release (f->source);
  g_array_append_val (f->source->ids, id);
  settle (f);
  g_assert_cmpuint (f->source->n_queries, ==, 2);
}

static void
test_old_answers_are_dropped (Fixture      *f,
                              gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();

  fill (f->source, 60);
  show (f);
  f->source->hold = TRUE;
  query->include_actioned = TRUE;
  act_event_list_set_query (f->list, query);
  g_assert_true (act_event_list_get_loading (f->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 60);

  query->descending = FALSE;
  act_event_list_set_query (f->list, query);
  g_assert_cmpuint (f->source->waiting->len, ==, 2);
  g_assert_true (
      g_cancellable_is_cancelled (g_task_get_cancellable (f->source->waiting->pdata[0])));

  fill (f->source, 50);
  answer_task (f->source, g_ptr_array_index (f->source->waiting, 0));
  g_ptr_array_remove_index (f->source->waiting, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (act_event_list_get_loading (f->list));
  g_assert_null (act_event_list_get_error (f->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 60);

  fill (f->source, 40);
  release (f->source);
  settle (f);
  g_assert_true (act_query_equal (act_event_list_get_query (f->list), query));
  g_assert_cmpuint (f->n_changes, ==, 2);
}

static void
test_failure_is_tried_again (Fixture      *f,
                             gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();

  fill (f->source, 100);
  show (f);
  query->include_actioned = TRUE;
  f->source->n_failures_left = 2;
  fill (f->source, 120);
  act_event_list_set_query (f->list, query);
  while (act_event_list_get_error (f->list) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (act_event_list_get_error (f->list), ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
  g_assert_false (act_event_list_get_loading (f->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 100);

  settle (f);
  while (act_event_list_get_error (f->list) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_failed_load_is_tried_again (Fixture      *f,
                                 gconstpointer data)
{
  ActEventRow *row = NULL;

  fill (f->source, 100);
  show (f);
  f->source->n_failures_left = 2;
  row = hold (f, 5);
  while (act_event_list_get_error (f->list) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (act_event_row_get_record (row));
  await_record (f, row);
  while (act_event_list_get_error (f->list) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_replacement (Fixture      *f,
                  gconstpointer data)
{
  ActEventRow *row = NULL;
  g_autoptr (ActEventRow) again = NULL;
  guint position = 0;

  fill (f->source, 20000);
  show (f);
  row = hold (f, 100);
  await_record (f, row);
  f->n_changes = 0;

  for (guint i = 0; i < 10000; i++)
    {
      gint64 *ids = (gint64 *) (gpointer) f->source->ids->data;
      gint64  id = ids[i];

      ids[i] = ids[19999 - i];
      ids[19999 - i] = id;
    }
  act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
  settle (f);
  g_assert_cmpuint (f->n_changes, ==, 2);
  g_assert_cmpuint (f->n_replaced, ==, 1);

  /* The object and what it says outlived the two signals. */
  g_assert_true (act_event_list_find (f->list, act_event_row_get_row_id (row), &position));
  g_assert_cmpuint (position, ==, 19899);
  again = g_list_model_get_item (G_LIST_MODEL (f->list), position);
  g_assert_true (again == row);
  g_assert_nonnull (act_event_row_get_record (row));
}

static void
shuffle (GArray *ids)
{
  for (guint i = ids->len; i > 1; i--)
    {
      guint   j = (guint) g_test_rand_int_range (0, (gint32) i);
      gint64 *data = (gint64 *) (gpointer) ids->data;
      gint64  id = data[i - 1];

      data[i - 1] = data[j];
      data[j] = id;
    }
}

static void
drop_removed_cb (Fixture *f,
                 guint    position,
                 guint    removed)
{
  if (removed > 0)
    g_hash_table_remove_all (f->held);
}

static void
hold_watched_cb (Fixture *f)
{
  guint position = 0;

  g_assert_true (act_event_list_find (f->list, f->watched, &position));
  g_assert_nonnull (act_event_row_get_record (hold (f, position)));
}

/* A view lets its rows go when it is told that they went, and asks for them again. */
static void
test_rows_outlive_a_replacement (Fixture      *f,
                                 gconstpointer data)
{
  g_autoptr (ActEventRow) again = NULL;
  gint64 row_id = 0;
  guint  position = 0;

  fill (f->source, 10000);
  show (f);
  row_id = act_event_row_get_row_id (hold (f, 100));
  await_record (f, g_hash_table_lookup (f->held, &row_id));

  f->watched = row_id;
  g_signal_connect_swapped (f->list, "items-changed", G_CALLBACK (drop_removed_cb), f);
  g_signal_connect_swapped (f->list, "replaced", G_CALLBACK (hold_watched_cb), f);
  shuffle (f->source->ids);
  act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
  settle (f);
  g_assert_cmpuint (f->n_replaced, ==, 1);
  g_assert_true (act_event_list_find (f->list, row_id, &position));
  again = g_list_model_get_item (G_LIST_MODEL (f->list), position);
  g_assert_nonnull (act_event_row_get_record (again));
}

static void
test_find (Fixture      *f,
           gconstpointer data)
{
  static const gint64 asked[] = { 10, 25, 500, 1000, 1001, -1 };
  gint64              first = 0;
  guint               position = 0;

  fill (f->source, 100);
  show (f);
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < 100; i++)
        {
          gint64 id = g_array_index (f->source->ids, gint64, i);

          g_assert_true (act_event_list_find (f->list, id, &position));
          g_assert_cmpuint (position, ==, i);
          g_assert_false (act_event_list_find (f->list, id + 1, NULL));
        }
      g_assert_cmpuint (act_event_list_count_missing (f->list, asked, G_N_ELEMENTS (asked)), ==, 3);
      g_assert_cmpuint (act_event_list_count_missing (f->list, NULL, 0), ==, 0);

      /* The second round is in no order. */
      first = g_array_index (f->source->ids, gint64, 0);
      g_array_append_val (f->source->ids, first);
      g_array_remove_index (f->source->ids, 0);
      act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
      settle (f);
    }
}

static void
change_at_random (TestSource *source)
{
  static gint64 next_id = 1000000;
  guint         n = (guint) g_test_rand_int_range (0, 30);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      fill (source, (guint) g_test_rand_int_range (0, 12000));
      break;

    case 1:
      shuffle (source->ids);
      break;

    case 2:
      g_array_set_size (source->ids, source->ids->len / 2);
      break;

    default:
      for (guint i = 0; i < n; i++)
        {
          guint at = (guint) g_test_rand_int_range (0, (gint32) source->ids->len + 1);

          next_id++;
          if (at < source->ids->len && g_test_rand_bit ())
            g_array_remove_index (source->ids, at);
          else
            g_array_insert_val (source->ids, at, next_id);
        }
      break;
    }
}

static void
check_held (Fixture *f)
{
  GHashTableIter iter;
  gpointer       value = NULL;

  g_hash_table_iter_init (&iter, f->held);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      ActEventRow *row = value;
      g_autoptr (ActEventRow) again = NULL;
      guint position = 0;

      if (!act_event_list_find (f->list, act_event_row_get_row_id (row), &position))
        continue;
      again = g_list_model_get_item (G_LIST_MODEL (f->list), position);
      g_assert_true (again == row);
    }
}

static gboolean
drop_cb (gpointer key,
         gpointer value,
         gpointer user_data)
{
  return g_test_rand_bit ();
}

static void
test_random_changes (Fixture      *f,
                     gconstpointer data)
{
  g_autoptr (ActQuery) query = act_query_new ();

  fill (f->source, 300);
  show (f);
  for (guint round = 0; round < 150; round++)
    {
      change_at_random (f->source);
      /* Another query has its answer at once; a change of the source waits for its turn. */
      query->before = round;
      act_event_list_set_query (f->list, query);
      for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
        g_main_context_iteration (NULL, FALSE);
      if (g_test_rand_bit ())
        change_at_random (f->source);
      act_row_source_emit_changed (ACT_ROW_SOURCE (f->source));
      if (round % 8 == 0)
        settle (f);
      else
        while (act_event_list_get_loading (f->list))
          g_main_context_iteration (NULL, TRUE);

      check_held (f);
      g_hash_table_foreach_remove (f->held, drop_cb, NULL);
      for (guint i = 0; i < 20 && f->mirror->len > 0; i++)
        hold (f, (guint) g_test_rand_int_range (0, (gint32) f->mirror->len));
    }
  settle (f);
  check_held (f);
}

static void
test_finalize_while_reading (void)
{
  g_autoptr (TestSource) source = g_object_new (TEST_TYPE_SOURCE, NULL);
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (ActEventRow) row = NULL;
  ActEventList *list = act_event_list_new (ACT_ROW_SOURCE (source));

  fill (source, 10);
  act_event_list_set_query (list, query);
  while (act_event_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  query->descending = FALSE;
  act_event_list_set_query (list, query);
  act_row_source_emit_changed (ACT_ROW_SOURCE (source));

  g_object_run_dispose (G_OBJECT (list));
  g_object_run_dispose (G_OBJECT (list));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (list);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&row));
  g_assert_finalize_object (g_steal_pointer (&source));
}

#define ADD(path, function) \
  g_test_add ("/event-list/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("first-screenful", test_first_screenful);
  ADD ("short-list-is-read-once", test_short_list_is_read_once);
  ADD ("rows", test_rows);
  ADD ("rows-flown-over-are-not-loaded", test_rows_flown_over_are_not_loaded);
  ADD ("batches-are-bounded", test_batches_are_bounded);
  ADD ("change-reloads-rows", test_change_reloads_rows);
  ADD ("changes-are-coalesced", test_changes_are_coalesced);
  ADD ("change-while-reading", test_change_while_reading);
  ADD ("old-answers-are-dropped", test_old_answers_are_dropped);
  ADD ("failure-is-tried-again", test_failure_is_tried_again);
  ADD ("failed-load-is-tried-again", test_failed_load_is_tried_again);
  ADD ("replacement", test_replacement);
  ADD ("rows-outlive-a-replacement", test_rows_outlive_a_replacement);
  ADD ("find", test_find);
  ADD ("random-changes", test_random_changes);
  g_test_add_func ("/event-list/finalize-while-reading", test_finalize_while_reading);

  return g_test_run ();
}
