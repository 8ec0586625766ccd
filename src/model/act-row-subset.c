/* Some chosen rows of another row source
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-row-subset.h"

#include "act-id-array.h"

struct _ActRowSubset
{
  GObject parent_instance;

  ActRowSource *source;  /* (owned) */
  GArray       *row_ids; /* (owned) (element-type gint64): ascending */
};

static void act_row_subset_row_source_init (ActRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActRowSubset, act_row_subset, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (ACT_TYPE_ROW_SOURCE, act_row_subset_row_source_init))

static gboolean
contains (ActRowSubset *self,
          gint64        row_id)
{
  return act_id_array_find ((const gint64 *) (gpointer) self->row_ids->data, self->row_ids->len,
                            ACT_ID_ORDER_ASCENDING, row_id, NULL);
}

static void
queried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) found = NULL;
  ActRowSubset *self = ACT_ROW_SUBSET (g_task_get_source_object (task));
  guint         limit = GPOINTER_TO_UINT (g_task_get_task_data (task));
  GError       *error = NULL;

  all = act_row_source_query_finish (ACT_ROW_SOURCE (source), result, &error);
  if (all == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  found = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < all->len && (limit == 0 || found->len < limit); i++)
    {
      gint64 row_id = g_array_index (all, gint64, i);

      if (contains (self, row_id))
        g_array_append_val (found, row_id);
    }

  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_array_unref);
}

static void
act_row_subset_query_async (ActRowSource       *source,
                            const ActQuery     *query,
                            guint               limit,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  ActRowSubset *self = ACT_ROW_SUBSET (source);
  GTask        *task = g_task_new (self, cancellable, callback, user_data);

  /* Which of the first rows are among ours is not known, so all are asked for. */
  g_task_set_source_tag (task, act_row_subset_query_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (limit), NULL);
  act_row_source_query_async (self->source, query, 0, cancellable, queried_cb, task);
}

static GArray *
act_row_subset_query_finish (ActRowSource *source,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GPtrArray *records = NULL;
  GError    *error = NULL;

  records = act_row_source_load_finish (ACT_ROW_SOURCE (source), result, &error);
  if (records != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
act_row_subset_load_async (ActRowSource       *source,
                           const gint64       *row_ids,
                           gsize               n_row_ids,
                           ActRowLoadFlags     flags,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  ActRowSubset *self = ACT_ROW_SUBSET (source);
  GTask        *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, act_row_subset_load_async);
  act_row_source_load_async (self->source, row_ids, n_row_ids, flags, cancellable, loaded_cb, task);
}

static GPtrArray *
act_row_subset_load_finish (ActRowSource *source,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
act_row_subset_row_source_init (ActRowSourceInterface *iface)
{
  iface->query_async = act_row_subset_query_async;
  iface->query_finish = act_row_subset_query_finish;
  iface->load_async = act_row_subset_load_async;
  iface->load_finish = act_row_subset_load_finish;
}

static void
act_row_subset_finalize (GObject *object)
{
  ActRowSubset *self = ACT_ROW_SUBSET (object);

  g_clear_object (&self->source);
  g_clear_pointer (&self->row_ids, g_array_unref);

  G_OBJECT_CLASS (act_row_subset_parent_class)->finalize (object);
}

static void
act_row_subset_class_init (ActRowSubsetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_row_subset_finalize;
}

static void
act_row_subset_init (ActRowSubset *self)
{
}

/**
 * act_row_subset_new:
 * @source: where the rows are
 * @row_ids: (array length=n_row_ids): which of them, in any order
 * @n_row_ids: how many
 *
 * Makes a source of chosen rows. Main thread.
 *
 * Returns: (transfer full): the source
 */
ActRowSubset *
act_row_subset_new (ActRowSource *source,
                    const gint64 *row_ids,
                    gsize         n_row_ids)
{
  ActRowSubset *self = NULL;

  g_return_val_if_fail (ACT_IS_ROW_SOURCE (source), NULL);
  g_return_val_if_fail (row_ids != NULL || n_row_ids == 0, NULL);

  self = g_object_new (ACT_TYPE_ROW_SUBSET, NULL);
  self->source = g_object_ref (source);
  self->row_ids = act_id_array_new_sorted (row_ids, n_row_ids);

  return self;
}
