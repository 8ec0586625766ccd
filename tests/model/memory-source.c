/* A row source in memory
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "memory-source.h"

#include "act-store-error.h"

typedef struct
{
  gboolean is_query;
  gboolean fail;
  guint    limit;
  GArray  *ids;
} Answer;

static void memory_source_iface_init (ActRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MemorySource,
                               memory_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACT_TYPE_ROW_SOURCE,
                                                      memory_source_iface_init))

static void
free_answer (Answer *answer)
{
  g_clear_pointer (&answer->ids, g_array_unref);
  g_free (answer);
}

static ActEventRecord *
make_record (MemorySource *self,
             gint64        row_id)
{
  ActEventRecord *record = act_event_record_new ();

  record->row_id = row_id;
  record->event = act_event_new ();
  record->event->id = g_strdup_printf ("%" G_GINT64_FORMAT, row_id);
  record->event->message =
      g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (self->messages, &row_id)));

  return record;
}

void
memory_source_answer (MemorySource *self,
                      GTask        *task)
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

  memory_source_answer (MEMORY_SOURCE (g_task_get_source_object (task)), task);

  return G_SOURCE_REMOVE;
}

static void
start (MemorySource       *self,
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
memory_source_query_async (ActRowSource       *source,
                           const ActQuery     *query,
                           guint               limit,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  MemorySource *self = MEMORY_SOURCE (source);
  Answer       *answer = g_new0 (Answer, 1);

  answer->is_query = TRUE;
  answer->limit = limit;
  self->last_limit = limit;
  self->n_queries++;
  start (self, answer, cancellable, callback, user_data);
}

static GArray *
memory_source_query_finish (ActRowSource *source,
                            GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
memory_source_load_async (ActRowSource       *source,
                          const gint64       *row_ids,
                          gsize               n_row_ids,
                          ActRowLoadFlags     flags,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  MemorySource *self = MEMORY_SOURCE (source);
  Answer       *answer = g_new0 (Answer, 1);

  answer->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (answer->ids, row_ids, (guint) n_row_ids);
  self->n_loads++;
  self->n_loaded += (guint) n_row_ids;
  self->largest_load = MAX (self->largest_load, (guint) n_row_ids);
  start (self, answer, cancellable, callback, user_data);
}

static GPtrArray *
memory_source_load_finish (ActRowSource *source,
                           GAsyncResult *result,
                           GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
memory_source_iface_init (ActRowSourceInterface *iface)
{
  iface->query_async = memory_source_query_async;
  iface->query_finish = memory_source_query_finish;
  iface->load_async = memory_source_load_async;
  iface->load_finish = memory_source_load_finish;
}

static void
memory_source_finalize (GObject *object)
{
  MemorySource *self = MEMORY_SOURCE (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->messages);
  g_ptr_array_unref (self->waiting);

  G_OBJECT_CLASS (memory_source_parent_class)->finalize (object);
}

static void
memory_source_class_init (MemorySourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = memory_source_finalize;
}

static void
memory_source_init (MemorySource *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->messages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

void
memory_source_release (MemorySource *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->hold = FALSE;
  for (guint i = 0; i < waiting->len; i++)
    memory_source_answer (self, g_ptr_array_index (waiting, i));
}

void
memory_source_set_message (MemorySource *self,
                           gint64        row_id,
                           guint         message)
{
  gint64 *key = g_new (gint64, 1);

  *key = row_id;
  g_hash_table_insert (self->messages, key, GUINT_TO_POINTER (message));
}

void
memory_source_fill (MemorySource *self,
                    guint         n)
{
  g_array_set_size (self->ids, 0);
  for (guint i = n; i > 0; i--)
    {
      gint64 id = (gint64) i * 10;

      g_array_append_val (self->ids, id);
    }
}
