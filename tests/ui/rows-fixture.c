/* A source of rows that a test fills, for the widgets that show them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rows-fixture.h"

#include "act-event-record.h"

struct _RowsFixture
{
  GObject parent_instance;

  GHashTable *records; /* (owned): by row id */
};

static void rows_fixture_iface_init (ActRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RowsFixture,
                               rows_fixture,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACT_TYPE_ROW_SOURCE, rows_fixture_iface_init))

static gboolean
is_in (const ActQuery       *query,
       const ActEventRecord *record)
{
  return (query->include_actioned || !act_event_status_is_actioned (record->status)) &&
         (query->kinds & (1u << record->kind)) != 0;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const ActQuery *query = user_data;
  gint64          first = *(const gint64 *) a;
  gint64          second = *(const gint64 *) b;
  int             order = (first > second) - (first < second);

  return query->descending ? -order : order;
}

static void
rows_fixture_query_async (ActRowSource       *source,
                          const ActQuery     *query,
                          guint               limit,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  RowsFixture *self = ROWS_FIXTURE (source);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  GArray        *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer       record = NULL;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      if (is_in (query, record))
        g_array_append_val (ids, ((ActEventRecord *) record)->row_id);
    }

  g_array_sort_with_data (ids, compare_cb, (gpointer) query);
  if (limit > 0 && ids->len > limit)
    g_array_set_size (ids, limit);

  g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
}

static GArray *
rows_fixture_query_finish (ActRowSource *source,
                           GAsyncResult *result,
                           GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
rows_fixture_load_async (ActRowSource       *source,
                         const gint64       *row_ids,
                         gsize               n_row_ids,
                         ActRowLoadFlags     flags,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  RowsFixture *self = ROWS_FIXTURE (source);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  GPtrArray *records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_record_free);
  gsize i = 0;

  for (i = 0; i < n_row_ids; i++)
    {
      ActEventRecord *record = g_hash_table_lookup (self->records, &row_ids[i]);

      if (record != NULL)
        g_ptr_array_add (records, act_event_record_copy (record));
    }

  g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
rows_fixture_load_finish (ActRowSource *source,
                          GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
rows_fixture_iface_init (ActRowSourceInterface *iface)
{
  iface->query_async = rows_fixture_query_async;
  iface->query_finish = rows_fixture_query_finish;
  iface->load_async = rows_fixture_load_async;
  iface->load_finish = rows_fixture_load_finish;
}

static void
rows_fixture_finalize (GObject *object)
{
  g_hash_table_unref (ROWS_FIXTURE (object)->records);

  G_OBJECT_CLASS (rows_fixture_parent_class)->finalize (object);
}

static void
rows_fixture_class_init (RowsFixtureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rows_fixture_finalize;
}

static void
rows_fixture_init (RowsFixture *self)
{
  self->records = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                         (GDestroyNotify) act_event_record_free);
}

RowsFixture *
rows_fixture_new (void)
{
  return g_object_new (ROWS_TYPE_FIXTURE, NULL);
}

/* Adds an open event; its kind goes round by the row id. */
void
rows_fixture_add (RowsFixture *self,
                  gint64       row_id)
{
  ActEventRecord *record = act_event_record_new ();
  ActEventKind    kind = (ActEventKind) (row_id % ACT_EVENT_KIND_OTHER);

  if (record->event == NULL)
    record->event = act_event_new ();

  record->row_id = row_id;
  record->kind = kind;
  record->status = ACT_EVENT_STATUS_OPEN;
  record->event->id = g_strdup_printf ("event-%" G_GINT64_FORMAT, row_id);
  record->event->name = g_strdup (act_event_kind_get_event_name (kind));
  record->event->message = g_strdup_printf ("Message %" G_GINT64_FORMAT, row_id);
  record->event->time = row_id * 60000;
  g_hash_table_insert (self->records, &record->row_id, record);
}

void
rows_fixture_mark (RowsFixture *self,
                   gint64       row_id)
{
  ActEventRecord *record = g_hash_table_lookup (self->records, &row_id);

  record->status = ACT_EVENT_STATUS_ACTIONED;
}

void
rows_fixture_announce (RowsFixture *self)
{
  act_row_source_emit_changed (ACT_ROW_SOURCE (self));
}
