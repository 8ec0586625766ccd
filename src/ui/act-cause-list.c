/* The causes that a query finds, as a list that follows the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-list.h"

#include "act-session-causes.h"

/* The least time between two readings. */
#define PAUSE_MS 250

struct _ActCauseList
{
  GObject parent_instance;

  ActSession   *session;     /* (owned) */
  ActTicks     *ticks;       /* (owned) */
  GPtrArray    *items;       /* (owned) (element-type ActCauseItem) */
  GHashTable   *by_number;   /* (owned): number of a cause to its item */
  ActQuery     *query;       /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  GCancellable *counting;    /* (owned) (nullable): of the counting of ticks under way */
  GError       *error;       /* (owned) (nullable) */
  ActCauseOrder order;
  guint         n_causes;
  guint         pause_id;
  gboolean      active;
  gboolean      loading;
  gboolean      is_stale; /* whether the store, or the query, changed since the last reading began */
};

typedef enum
{
  PROP_LOADING = 1,
  PROP_ERROR,
  PROP_N_CAUSES,
} ActCauseListProperty;

static GParamSpec *props[PROP_N_CAUSES + 1];

static void init_list_model (GListModelInterface *iface);
static void read_when_due (ActCauseList *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActCauseList, act_cause_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
set_loading (ActCauseList *self,
             gboolean      loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void
take_error (ActCauseList *self,
            GError       *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
set_n_causes (ActCauseList *self,
              guint         n_causes)
{
  if (self->n_causes == n_causes)
    return;

  self->n_causes = n_causes;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_CAUSES]);
}

static gint64
get_number (ActCauseItem *item)
{
  return act_cause_item_get_cause (item)->number;
}

static void
index_items (ActCauseList *self)
{
  g_hash_table_remove_all (self->by_number);
  for (guint i = 0; i < self->items->len; i++)
    {
      ActCauseItem *item = g_ptr_array_index (self->items, i);
      gint64       *key = g_new (gint64, 1);

      *key = get_number (item);
      g_hash_table_insert (self->by_number, key, item);
    }
}

/* A cause that was in the list before keeps its item, by which the view knows it again. */
static GPtrArray *
make_items (ActCauseList *self,
            GPtrArray    *causes)
{
  GPtrArray *items = g_ptr_array_new_full (causes->len, g_object_unref);

  for (guint i = 0; i < causes->len; i++)
    {
      const ActCause *cause = g_ptr_array_index (causes, i);
      ActCauseItem   *item = g_hash_table_lookup (self->by_number, &cause->number);

      if (item == NULL)
        {
          g_ptr_array_add (items, act_cause_item_new (cause));
          continue;
        }

      act_cause_item_set_cause (item, cause);
      g_ptr_array_add (items, g_object_ref (item));
    }

  return items;
}

/* One signal for all between the common head and the common tail. */
static void
take_items (ActCauseList *self,
            GPtrArray    *items)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->items);
  guint least = MIN (before->len, items->len);
  guint head = 0;
  guint tail = 0;

  self->items = items;
  index_items (self);
  while (head < least && g_ptr_array_index (before, head) == g_ptr_array_index (items, head))
    head++;
  while (tail < least - head && g_ptr_array_index (before, before->len - 1 - tail) == g_ptr_array_index (items, items->len - 1 - tail))
    tail++;

  if (before->len - head - tail > 0 || items->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, items->len - head - tail);
}

static void
show_ticks (ActCauseList *self,
            GArray       *counts)
{
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < counts->len; i++)
    {
      ActCauseCount *count = &g_array_index (counts, ActCauseCount, i);

      g_hash_table_insert (by_number, &count->number, count);
    }

  for (guint i = 0; i < self->items->len; i++)
    {
      ActCauseItem        *item = g_ptr_array_index (self->items, i);
      const ActCauseCount *count = g_hash_table_lookup (by_number, &act_cause_item_get_cause (item)->number);
      guint                n_ticked = count != NULL ? count->count : 0;

      if (n_ticked > 0 || act_cause_item_get_n_ticked (item) > 0)
        act_cause_item_set_n_ticked (item, n_ticked);
    }
}

static void
ticks_counted_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ActCauseList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = act_session_count_causes_finish (ACT_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->counting);
  if (counts != NULL)
    show_ticks (self, counts);
  else
    g_debug ("Ticked events cannot be counted: %s", error->message);
}

static void
count_ticks (ActCauseList *self)
{
  g_autoptr (GArray) row_ids = NULL;

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (!self->active)
    return;

  row_ids = act_ticks_get_ids (self->ticks);
  self->counting = g_cancellable_new ();
  act_session_count_causes_async (self->session, (const gint64 *) (gpointer) row_ids->data, row_ids->len,
                                  self->counting, ticks_counted_cb, g_object_ref (self));
}

static gboolean
pause_over_cb (gpointer user_data)
{
  ActCauseList *self = user_data;

  self->pause_id = 0;
  read_when_due (self);

  return G_SOURCE_REMOVE;
}

static void
causes_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ActCauseList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) causes = NULL;
  guint n_causes = 0;

  causes = act_session_list_causes_finish (ACT_SESSION (source), result, &n_causes, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (causes != NULL)
    {
      take_items (self, make_items (self, causes));
      set_n_causes (self, n_causes);
      count_ticks (self);
    }

  take_error (self, g_steal_pointer (&error));
  set_loading (self, FALSE);
  self->pause_id = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

static void
read_when_due (ActCauseList *self)
{
  if (!self->active || !self->is_stale || self->query == NULL || self->cancellable != NULL || self->pause_id != 0)
    return;

  self->is_stale = FALSE;
  self->cancellable = g_cancellable_new ();
  act_session_list_causes_async (self->session, self->query, self->order, self->cancellable, causes_listed_cb,
                                 g_object_ref (self));
}

static void
source_changed_cb (ActCauseList *self)
{
  self->is_stale = TRUE;
  read_when_due (self);
}

static void
rows_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActCauseList *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (source), result, &error);

  if (self->ticks == NULL)
    return g_task_return_boolean (task, FALSE);

  if (row_ids != NULL)
    act_ticks_set_many (self->ticks, (const gint64 *) (gpointer) row_ids->data, row_ids->len,
                        GPOINTER_TO_INT (g_task_get_task_data (task)));
  else
    g_debug ("The events of a cause cannot be listed: %s", error->message);

  count_ticks (self);
  g_task_return_boolean (task, TRUE);
}

static GType
get_item_type (GListModel *model)
{
  return ACT_TYPE_CAUSE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ACT_CAUSE_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  ActCauseList *self = ACT_CAUSE_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
act_cause_list_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ActCauseList *self = ACT_CAUSE_LIST (object);

  switch ((ActCauseListProperty) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_N_CAUSES:
      g_value_set_uint (value, self->n_causes);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_cause_list_dispose (GObject *object)
{
  ActCauseList *self = ACT_CAUSE_LIST (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->session);
  g_clear_object (&self->ticks);

  G_OBJECT_CLASS (act_cause_list_parent_class)->dispose (object);
}

static void
act_cause_list_finalize (GObject *object)
{
  ActCauseList *self = ACT_CAUSE_LIST (object);

  g_hash_table_unref (self->by_number);
  g_ptr_array_unref (self->items);
  act_query_free (self->query);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (act_cause_list_parent_class)->finalize (object);
}

static void
act_cause_list_class_init (ActCauseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_cause_list_dispose;
  object_class->finalize = act_cause_list_finalize;
  object_class->get_property = act_cause_list_get_property;

  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_N_CAUSES] = g_param_spec_uint ("n-causes", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
act_cause_list_init (ActCauseList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_number = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * act_cause_list_new:
 * @session: whose events they are
 * @ticks: which events are ticked
 *
 * Makes a list that is empty, and not active.
 *
 * Returns: (transfer full): the list
 */
ActCauseList *
act_cause_list_new (ActSession *session,
                    ActTicks   *ticks)
{
  ActCauseList *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (ACT_IS_TICKS (ticks), NULL);

  self = g_object_new (ACT_TYPE_CAUSE_LIST, NULL);
  self->session = g_object_ref (session);
  self->ticks = g_object_ref (ticks);
  g_signal_connect_object (act_session_get_row_source (session), "changed", G_CALLBACK (source_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ticks, "changed", G_CALLBACK (count_ticks), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * act_cause_list_set_query:
 * @self: a list
 * @query: what to group; copied
 * @order: how to order the causes
 *
 * Asks for something else. What is listed stays until the answer is there.
 */
void
act_cause_list_set_query (ActCauseList   *self,
                          const ActQuery *query,
                          ActCauseOrder   order)
{
  g_return_if_fail (ACT_IS_CAUSE_LIST (self));
  g_return_if_fail (query != NULL);

  if (self->query != NULL && act_query_equal (self->query, query) && self->order == order)
    return;

  act_query_free (self->query);
  self->query = act_query_copy (query);
  self->order = order;
  act_cause_list_reload (self);
}

/**
 * act_cause_list_set_active:
 * @self: a list
 * @active: whether anybody looks at it
 *
 * What nobody looks at is not read.
 */
void
act_cause_list_set_active (ActCauseList *self,
                           gboolean      active)
{
  g_return_if_fail (ACT_IS_CAUSE_LIST (self));

  if (self->active == active)
    return;

  self->active = active;
  if (active && self->is_stale)
    set_loading (self, self->items->len == 0);
  read_when_due (self);
  if (active)
    count_ticks (self);
}

/**
 * act_cause_list_reload:
 * @self: a list
 *
 * Reads at once, whatever is under way.
 */
void
act_cause_list_reload (ActCauseList *self)
{
  g_return_if_fail (ACT_IS_CAUSE_LIST (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  take_error (self, NULL);
  self->is_stale = TRUE;
  set_loading (self, self->active);
  read_when_due (self);
}

/**
 * act_cause_list_get_loading:
 * @self: a list
 *
 * Returns: whether nothing is known yet of what is asked for
 */
gboolean
act_cause_list_get_loading (ActCauseList *self)
{
  g_return_val_if_fail (ACT_IS_CAUSE_LIST (self), FALSE);

  return self->loading;
}

/**
 * act_cause_list_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why the last reading failed
 */
const GError *
act_cause_list_get_error (ActCauseList *self)
{
  g_return_val_if_fail (ACT_IS_CAUSE_LIST (self), NULL);

  return self->error;
}

/**
 * act_cause_list_get_n_causes:
 * @self: a list
 *
 * Returns: how many causes there are, which may be more than are listed
 */
guint
act_cause_list_get_n_causes (ActCauseList *self)
{
  g_return_val_if_fail (ACT_IS_CAUSE_LIST (self), 0);

  return self->n_causes;
}

/**
 * act_cause_list_dup_query:
 * @self: a list that was asked for something
 * @item: one of its items
 *
 * Returns: (transfer full): what finds the events of the cause
 */
ActQuery *
act_cause_list_dup_query (ActCauseList *self,
                          ActCauseItem *item)
{
  ActQuery *query = NULL;

  g_return_val_if_fail (ACT_IS_CAUSE_LIST (self) && self->query != NULL, NULL);
  g_return_val_if_fail (ACT_IS_CAUSE_ITEM (item), NULL);

  query = act_query_copy (self->query);
  query->cause = get_number (item);

  return query;
}

/**
 * act_cause_list_tick:
 * @self: a list
 * @item: one of its items
 * @ticked: whether its events are to be ticked
 *
 * Ticks, or clears, the open events of a cause that the query finds at this moment.
 */
void
act_cause_list_tick (ActCauseList *self,
                     ActCauseItem *item,
                     gboolean      ticked)
{
  g_autoptr (ActQuery) query = NULL;
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_CAUSE_LIST (self));
  g_return_if_fail (ACT_IS_CAUSE_ITEM (item));

  query = act_cause_list_dup_query (self, item);
  query->include_actioned = FALSE;
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, act_cause_list_tick);
  g_task_set_task_data (task, GINT_TO_POINTER (ticked), NULL);
  act_row_source_query_async (act_session_get_row_source (self->session), query, 0, NULL, rows_found_cb, task);
}
