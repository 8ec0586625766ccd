/* The list of a query's events: row ids, and rows made and filled on demand
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-list-private.h"

#include "act-id-diff.h"

/* The first answer to a query fills a screen of whatever size, and no more, since a view makes all rows that
 * it is told of up to some 200 before it paints one; all ids follow when there are more. */
#define FIRST_LIMIT 64

/* Above this, a view that looks for its rows among those that came would read too many. */
#define MAX_SPLICE 4096

static void act_event_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActEventList,
                               act_event_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, act_event_list_iface_init))

typedef enum
{
  PROP_QUERY = 1,
  PROP_LOADING,
  PROP_COMPLETE,
  PROP_SETTLED,
  PROP_ERROR,
} ActEventListProperty;

static GParamSpec *props[PROP_ERROR + 1];

enum
{
  REPLACED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const gint64 *
get_data (GArray *ids)
{
  return (const gint64 *) (gconstpointer) ids->data;
}

void
act_event_list_set_loading (ActEventList *self,
                            gboolean      loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

void
act_event_list_set_complete (ActEventList *self,
                             gboolean      complete)
{
  if (self->complete == complete)
    return;

  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
}

void
act_event_list_update_settled (ActEventList *self)
{
  gboolean settled = !self->dirty && self->timer == 0 && self->cancellable == NULL;

  if (self->settled == settled)
    return;

  self->settled = settled;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SETTLED]);
}

void
act_event_list_set_error (ActEventList *self,
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
take_ids (ActEventList *self,
          GArray       *ids)
{
  g_array_unref (self->ids);
  self->ids = ids;
  self->order = act_id_array_get_order (get_data (ids), ids->len);
}

/* A view that lost its rows and got others reads all of them to look for its own; so it is told in
 * two steps. Rows that somebody holds are kept meanwhile, and a signal lets a view find them. */
static void
replace_ids (ActEventList    *self,
             GArray          *ids,
             const ActIdDiff *diff)
{
  GPtrArray *kept = act_row_loader_list_rows (self->loader);
  GArray    *rest = g_array_sized_new (FALSE, FALSE, sizeof (gint64),
                                       self->ids->len - (guint) diff->removed);
  gsize      tail = diff->position + diff->removed;

  if (diff->position > 0)
    g_array_append_vals (rest, self->ids->data, (guint) diff->position);
  if (tail < self->ids->len)
    g_array_append_vals (rest, get_data (self->ids) + tail, self->ids->len - (guint) tail);

  take_ids (self, rest);
  g_list_model_items_changed (G_LIST_MODEL (self), (guint) diff->position, (guint) diff->removed,
                              0);
  take_ids (self, ids);
  g_list_model_items_changed (G_LIST_MODEL (self), (guint) diff->position, 0, (guint) diff->added);
  g_signal_emit (self, signals[REPLACED], 0);
  g_ptr_array_unref (kept);
}

void
act_event_list_show (ActEventList *self,
                     GArray       *ids)
{
  ActIdDiff diff =
      act_id_diff (get_data (self->ids), self->ids->len, get_data (ids), ids->len);

  if (diff.removed == 0 && diff.added == 0)
    {
      g_array_unref (ids);
    }
  else if (diff.removed == 0 || diff.added == 0 ||
           (diff.removed <= MAX_SPLICE && diff.added <= MAX_SPLICE))
    {
      take_ids (self, ids);
      g_list_model_items_changed (G_LIST_MODEL (self), (guint) diff.position,
                                  (guint) diff.removed, (guint) diff.added);
    }
  else
    {
      replace_ids (self, ids, &diff);
    }
}

static void
loader_error_cb (ActEventList *self)
{
  /* The loader tries again by itself. What the last reading says about the list is of more use. */
  if (self->retry_ms == 0)
    act_event_list_set_error (self, act_row_loader_get_error (self->loader));
}

static GType
act_event_list_get_item_type (GListModel *model)
{
  return ACT_TYPE_EVENT_ROW;
}

static guint
act_event_list_get_n_items (GListModel *model)
{
  ActEventList *self = ACT_EVENT_LIST (model);

  return self->ids->len;
}

static gpointer
act_event_list_get_item (GListModel *model,
                         guint       position)
{
  ActEventList *self = ACT_EVENT_LIST (model);

  if (position >= self->ids->len)
    return NULL;

  return act_row_loader_get_row (self->loader, get_data (self->ids)[position]);
}

static void
act_event_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = act_event_list_get_item_type;
  iface->get_n_items = act_event_list_get_n_items;
  iface->get_item = act_event_list_get_item;
}

static void
act_event_list_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ActEventList *self = ACT_EVENT_LIST (object);

  switch ((ActEventListProperty) prop_id)
    {
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;

    case PROP_SETTLED:
      g_value_set_boolean (value, self->settled);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
act_event_list_dispose (GObject *object)
{
  ActEventList *self = ACT_EVENT_LIST (object);

  act_event_list_stop_reading (self);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  if (self->loader != NULL)
    g_signal_handlers_disconnect_by_data (self->loader, self);

  G_OBJECT_CLASS (act_event_list_parent_class)->dispose (object);
}

static void
act_event_list_finalize (GObject *object)
{
  ActEventList *self = ACT_EVENT_LIST (object);

  g_clear_object (&self->loader);
  g_clear_object (&self->source);
  g_clear_pointer (&self->query, act_query_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (act_event_list_parent_class)->finalize (object);
}

static void
act_event_list_class_init (ActEventListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = act_event_list_get_property;
  object_class->dispose = act_event_list_dispose;
  object_class->finalize = act_event_list_finalize;

  /**
   * ActEventList:query:
   *
   * What the list shows, or will show once it is read.
   */
  props[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, ACT_TYPE_QUERY, flags);

  /**
   * ActEventList:loading:
   *
   * Whether the query has had no answer yet. Until then the list shows what it showed before.
   */
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  /**
   * ActEventList:complete:
   *
   * Whether the list shows all rows of its query, and not only the first ones.
   */
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);

  /**
   * ActEventList:settled:
   *
   * Whether the list has taken in all that the source has told of.
   */
  props[PROP_SETTLED] = g_param_spec_boolean ("settled", NULL, NULL, FALSE, flags);

  /**
   * ActEventList:error:
   *
   * Why the last reading failed. It is tried again by itself.
   */
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ActEventList::replaced:
   * @self: the list
   *
   * Many rows went and many came. A view cannot follow its own rows through that.
   */
  signals[REPLACED] = g_signal_new ("replaced", ACT_TYPE_EVENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_event_list_init (ActEventList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->order = ACT_ID_ORDER_ASCENDING;
}

/**
 * act_event_list_new:
 * @source: where the rows come from
 *
 * Makes a list that is empty until it gets a query. Main thread, as all of its functions.
 *
 * Returns: (transfer full): the list
 */
ActEventList *
act_event_list_new (ActRowSource *source)
{
  ActEventList *self = NULL;

  g_return_val_if_fail (ACT_IS_ROW_SOURCE (source), NULL);

  self = g_object_new (ACT_TYPE_EVENT_LIST, NULL);
  self->source = g_object_ref (source);
  self->loader = act_row_loader_new (source);
  g_signal_connect_object (source, "changed", G_CALLBACK (act_event_list_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "notify::error", G_CALLBACK (loader_error_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * act_event_list_set_first:
 * @self: the list
 * @n_rows: how many rows a view can show, or 0 if that is not known
 *
 * The first so many rows of each further query are shown when they are filled, so that a view makes no
 * more than it needs before it paints them, and lays them out once, and not empty first.
 */
void
act_event_list_set_first (ActEventList *self,
                          guint         n_rows)
{
  g_return_if_fail (ACT_IS_EVENT_LIST (self));

  self->n_first = n_rows;
}

/**
 * act_event_list_set_query:
 * @self: the list
 * @query: what to show
 *
 * Reads another query. The rows of the last one stay until the answer is there.
 */
void
act_event_list_set_query (ActEventList   *self,
                          const ActQuery *query)
{
  ActQuery *copy = NULL;

  g_return_if_fail (ACT_IS_EVENT_LIST (self));
  g_return_if_fail (query != NULL);

  if (act_query_equal (self->query, query))
    return;

  copy = act_query_copy (query); /* first the copy: @query may be our own */
  g_clear_pointer (&self->query, act_query_free);
  self->query = copy;
  self->retry_ms = 0;
  act_event_list_stop_reading (self);
  act_event_list_read (self, self->n_first > 0 ? self->n_first : FIRST_LIMIT);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_QUERY]);
  act_event_list_set_complete (self, FALSE);
  act_event_list_set_loading (self, TRUE);
}

/**
 * act_event_list_get_query:
 * @self: the list
 *
 * Returns: (nullable): the query, %NULL before the first one
 */
const ActQuery *
act_event_list_get_query (ActEventList *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_LIST (self), NULL);

  return self->query;
}

/**
 * act_event_list_get_loading:
 * @self: the list
 *
 * Returns: whether the query has had no answer yet
 */
gboolean
act_event_list_get_loading (ActEventList *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_LIST (self), FALSE);

  return self->loading;
}

/**
 * act_event_list_get_settled:
 * @self: the list
 *
 * Returns: whether the list has taken in all that the source has told of
 */
gboolean
act_event_list_get_settled (ActEventList *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_LIST (self), FALSE);

  return self->settled;
}

/**
 * act_event_list_get_complete:
 * @self: the list
 *
 * Returns: whether the list shows all rows of its query, and not only the first ones
 */
gboolean
act_event_list_get_complete (ActEventList *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_LIST (self), FALSE);

  return self->complete;
}

/**
 * act_event_list_get_error:
 * @self: the list
 *
 * Returns: (nullable): why the last reading failed
 */
const GError *
act_event_list_get_error (ActEventList *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_LIST (self), NULL);

  return self->error;
}

/**
 * act_event_list_get_row_ids:
 * @self: the list
 * @n_row_ids: (out): return location for how many there are
 *
 * Gives the ids of all rows in the order of the list, without making a row.
 *
 * Returns: (transfer none) (array length=n_row_ids): the row ids, valid until the list changes
 */
const gint64 *
act_event_list_get_row_ids (ActEventList *self,
                            gsize        *n_row_ids)
{
  g_return_val_if_fail (ACT_IS_EVENT_LIST (self), NULL);
  g_return_val_if_fail (n_row_ids != NULL, NULL);

  *n_row_ids = self->ids->len;

  return get_data (self->ids);
}

/**
 * act_event_list_find:
 * @self: the list
 * @row_id: a row id
 * @position: (out) (optional): return location for its position
 *
 * Finds a row: fast in a list by date, one by one in another.
 *
 * Returns: whether the list has it
 */
gboolean
act_event_list_find (ActEventList *self,
                     gint64        row_id,
                     guint        *position)
{
  gsize found = 0;

  g_return_val_if_fail (ACT_IS_EVENT_LIST (self), FALSE);

  if (!act_id_array_find (get_data (self->ids), self->ids->len, self->order, row_id, &found))
    return FALSE;

  if (position != NULL)
    *position = (guint) found;

  return TRUE;
}

/**
 * act_event_list_count_missing:
 * @self: the list
 * @row_ids: (array length=n_row_ids): row ids in any order, each of them once
 * @n_row_ids: how many
 *
 * Counts those of some rows that the list does not show.
 *
 * Returns: how many of @row_ids are not in the list
 */
gsize
act_event_list_count_missing (ActEventList *self,
                              const gint64 *row_ids,
                              gsize         n_row_ids)
{
  g_autoptr (GArray) asked = NULL;
  g_autoptr (GArray) shown = NULL;
  guint n_found = 0;

  g_return_val_if_fail (ACT_IS_EVENT_LIST (self), 0);
  g_return_val_if_fail (row_ids != NULL || n_row_ids == 0, 0);

  asked = act_id_array_new_sorted (row_ids, n_row_ids);
  shown = act_id_array_new_sorted (get_data (self->ids), self->ids->len);
  for (guint i = 0, j = 0; i < asked->len; i++)
    {
      while (j < shown->len && get_data (shown)[j] < get_data (asked)[i])
        j++;
      if (j < shown->len && get_data (shown)[j] == get_data (asked)[i])
        n_found++;
    }

  return asked->len - n_found;
}
