/* The rows that somebody holds, by row id, and the batches that fill them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-row-loader.h"

#include "act-store-error.h"

#define MAX_BATCH 512

/* Rows are bound while a frame is laid out; what they need is asked for before the next one. */
#define BATCH_PRIORITY G_PRIORITY_HIGH_IDLE

#define FIRST_RETRY_MS 250
#define MAX_RETRY_MS   8000

struct _ActRowLoader
{
  GObject parent_instance;

  ActRowSource *source;      /* (owned) */
  GHashTable   *links;       /* (owned): row id to link */
  GArray       *queue;       /* (owned): ids to load; some may be there twice, or gone by now */
  GArray       *batch;       /* (owned) (nullable): ids that are being loaded */
  GCancellable *cancellable; /* (owned) */
  GError       *error;       /* (owned) (nullable) */
  guint         timer;       /* of the next batch: an idle, or a timeout after a failure */
  guint         retry_ms;    /* 0 unless the last batch failed */
};

G_DEFINE_FINAL_TYPE (ActRowLoader, act_row_loader, G_TYPE_OBJECT)

/* What remembers a row without holding it. */
typedef struct
{
  ActRowLoader *loader; /* (unowned) */
  ActEventRow  *row;    /* (unowned) */
  gint64        row_id;
} RowLink;

typedef enum
{
  PROP_ERROR = 1,
} ActRowLoaderProperty;

static GParamSpec *props[PROP_ERROR + 1];

static void start_batch (ActRowLoader *self);

static void
set_error (ActRowLoader *self,
           const GError *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
row_gone_cb (gpointer user_data,
             GObject *where_the_row_was)
{
  RowLink *link = user_data;

  g_hash_table_remove (link->loader->links, &link->row_id);
}

static gboolean
start_batch_cb (gpointer user_data)
{
  ActRowLoader *self = user_data;

  self->timer = 0;
  start_batch (self);

  return G_SOURCE_REMOVE;
}

static void
schedule_batch (ActRowLoader *self)
{
  if (self->timer != 0 || self->batch != NULL || self->queue->len == 0)
    return;

  if (self->retry_ms > 0)
    self->timer = g_timeout_add (self->retry_ms, start_batch_cb, self);
  else
    self->timer = g_idle_add_full (BATCH_PRIORITY, start_batch_cb, self, NULL);
}

static void
fail_batch (ActRowLoader *self,
            GArray       *batch,
            const GError *error)
{
  set_error (self, error);
  if (g_error_matches (error, ACT_STORE_ERROR, ACT_STORE_ERROR_CLOSED))
    return;

  self->retry_ms = CLAMP (2 * self->retry_ms, FIRST_RETRY_MS, MAX_RETRY_MS);
  g_array_append_vals (self->queue, batch->data, batch->len);
  schedule_batch (self);
}

static void
fill_rows (ActRowLoader *self,
           GPtrArray    *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      ActEventRecord *record = g_ptr_array_index (records, i);
      RowLink        *link = g_hash_table_lookup (self->links, &record->row_id);
      g_autoptr (ActEventRow) row = NULL;

      if (link == NULL)
        continue;

      /* What is connected to the row may drop it. */
      row = g_object_ref (link->row);
      records->pdata[i] = NULL;
      act_event_row_take_record (row, record);
    }
}

static void
rows_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ActRowLoader) self = user_data;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) batch = NULL;
  g_autoptr (GError) error = NULL;

  records = act_row_source_load_finish (ACT_ROW_SOURCE (source), result, &error);
  batch = g_steal_pointer (&self->batch);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (records == NULL)
    {
      fail_batch (self, batch, error);
      return;
    }

  self->retry_ms = 0;
  fill_rows (self, records);
  set_error (self, NULL);
  schedule_batch (self);
}

/* Moves ids from the queue's head into a batch: those of rows that are still held, once each. */
static GArray *
take_batch (ActRowLoader *self)
{
  g_autoptr (GArray) batch = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_taken = 0;

  while (n_taken < self->queue->len && batch->len < MAX_BATCH)
    {
      gint64   row_id = g_array_index (self->queue, gint64, n_taken);
      RowLink *link = g_hash_table_lookup (self->links, &row_id);

      n_taken++;
      if (link != NULL && g_hash_table_add (seen, link))
        g_array_append_val (batch, row_id);
    }

  g_array_remove_range (self->queue, 0, n_taken);

  return g_steal_pointer (&batch);
}

static void
start_batch (ActRowLoader *self)
{
  g_autoptr (GArray) batch = take_batch (self);

  if (batch->len == 0)
    {
      /* Nobody waits for what failed. */
      self->retry_ms = 0;
      set_error (self, NULL);
      return;
    }

  self->batch = g_steal_pointer (&batch);
  act_row_source_load_async (self->source, (const gint64 *) (gpointer) self->batch->data,
                             self->batch->len, ACT_ROW_LOAD_NONE, self->cancellable,
                             rows_loaded_cb, g_object_ref (self));
}

static void
act_row_loader_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ActRowLoader *self = ACT_ROW_LOADER (object);

  switch ((ActRowLoaderProperty) prop_id)
    {
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
act_row_loader_dispose (GObject *object)
{
  ActRowLoader  *self = ACT_ROW_LOADER (object);
  GHashTableIter iter;
  gpointer       value = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);

  g_hash_table_iter_init (&iter, self->links);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      RowLink *link = value;

      g_object_weak_unref (G_OBJECT (link->row), row_gone_cb, link);
      g_hash_table_iter_remove (&iter);
    }

  G_OBJECT_CLASS (act_row_loader_parent_class)->dispose (object);
}

static void
act_row_loader_finalize (GObject *object)
{
  ActRowLoader *self = ACT_ROW_LOADER (object);

  g_clear_object (&self->source);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->links, g_hash_table_unref);
  g_clear_pointer (&self->queue, g_array_unref);
  g_clear_pointer (&self->batch, g_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (act_row_loader_parent_class)->finalize (object);
}

static void
act_row_loader_class_init (ActRowLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = act_row_loader_get_property;
  object_class->dispose = act_row_loader_dispose;
  object_class->finalize = act_row_loader_finalize;

  /**
   * ActRowLoader:error:
   *
   * Why the last batch failed.
   */
  props[PROP_ERROR] =
      g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
act_row_loader_init (ActRowLoader *self)
{
  self->links = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->queue = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cancellable = g_cancellable_new ();
}

/**
 * act_row_loader_new:
 * @source: where the rows come from
 *
 * Makes a loader without rows.
 *
 * Returns: (transfer full): the loader
 */
ActRowLoader *
act_row_loader_new (ActRowSource *source)
{
  ActRowLoader *self = NULL;

  g_return_val_if_fail (ACT_IS_ROW_SOURCE (source), NULL);

  self = g_object_new (ACT_TYPE_ROW_LOADER, NULL);
  self->source = g_object_ref (source);

  return self;
}

static ActEventRow *
make_row (ActRowLoader *self,
          gint64        row_id)
{
  RowLink *link = g_new (RowLink, 1);

  *link = (RowLink){ self, act_event_row_new (row_id), row_id };
  g_object_weak_ref (G_OBJECT (link->row), row_gone_cb, link);
  g_hash_table_insert (self->links, &link->row_id, link);

  return link->row;
}

/**
 * act_row_loader_get_row:
 * @self: the loader
 * @row_id: a row id
 *
 * Gives the row of an id: the same one as long as somebody holds it, else a new one that will be
 * loaded.
 *
 * Returns: (transfer full): the row
 */
ActEventRow *
act_row_loader_get_row (ActRowLoader *self,
                        gint64        row_id)
{
  RowLink *link = NULL;

  g_return_val_if_fail (ACT_IS_ROW_LOADER (self), NULL);

  link = g_hash_table_lookup (self->links, &row_id);
  if (link != NULL)
    return g_object_ref (link->row);

  g_array_append_val (self->queue, row_id);
  schedule_batch (self);

  return make_row (self, row_id);
}

/**
 * act_row_loader_fill_rows:
 * @self: the loader
 * @records: (element-type ActEventRecord): what rows hold, read just now; taken out of the array, which is
 *   left with %NULL in their places
 *
 * Fills rows that nobody has asked for yet, so that they are there when somebody does.
 *
 * Returns: (transfer full) (element-type ActEventRow): the rows, which exist for as long as they are held
 */
GPtrArray *
act_row_loader_fill_rows (ActRowLoader *self,
                          GPtrArray    *records)
{
  GPtrArray *rows = NULL;

  g_return_val_if_fail (ACT_IS_ROW_LOADER (self), NULL);
  g_return_val_if_fail (records != NULL, NULL);

  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      const ActEventRecord *record = g_ptr_array_index (records, i);
      const RowLink        *link = g_hash_table_lookup (self->links, &record->row_id);

      g_ptr_array_add (rows, link != NULL ? g_object_ref (link->row) : make_row (self, record->row_id));
    }
  fill_rows (self, records);

  return rows;
}

/**
 * act_row_loader_list_rows:
 * @self: the loader
 *
 * Lists the rows that somebody holds, and so keeps them.
 *
 * Returns: (transfer full) (element-type ActEventRow): the rows, in no order
 */
GPtrArray *
act_row_loader_list_rows (ActRowLoader *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  GHashTableIter iter;
  gpointer       value = NULL;

  g_return_val_if_fail (ACT_IS_ROW_LOADER (self), NULL);

  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->links);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (rows, g_object_ref (((RowLink *) value)->row));

  return g_steal_pointer (&rows);
}

/**
 * act_row_loader_reload:
 * @self: the loader
 *
 * Loads all rows that somebody holds again. They keep what they have until it is there.
 */
void
act_row_loader_reload (ActRowLoader *self)
{
  GHashTableIter iter;
  gpointer       value = NULL;

  g_return_if_fail (ACT_IS_ROW_LOADER (self));

  g_array_set_size (self->queue, 0);
  g_hash_table_iter_init (&iter, self->links);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_array_append_val (self->queue, ((RowLink *) value)->row_id);

  self->retry_ms = 0;
  g_clear_handle_id (&self->timer, g_source_remove);
  schedule_batch (self);
}

/**
 * act_row_loader_get_error:
 * @self: the loader
 *
 * Returns: (nullable): why the last batch failed
 */
const GError *
act_row_loader_get_error (ActRowLoader *self)
{
  g_return_val_if_fail (ACT_IS_ROW_LOADER (self), NULL);

  return self->error;
}
