/* The set of ticked rows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-ticks.h"

#include "act-id-array.h"

/* A row is ticked when it is in the frozen array and no exception, or when it is in the extras.
 * Extras are never in the frozen array, and exceptions always are. */
struct _ActTicks
{
  GObject parent_instance;

  GArray     *frozen;     /* (owned): ascending, each id once */
  GHashTable *exceptions; /* (owned): ids, as in a set */
  GHashTable *extras;     /* (owned): ids, as in a set */
};

G_DEFINE_FINAL_TYPE (ActTicks, act_ticks, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const gint64 *
get_data (GArray *ids)
{
  return (const gint64 *) (gconstpointer) ids->data;
}

static gboolean
is_frozen (ActTicks *self,
           gint64    row_id)
{
  return act_id_array_find (get_data (self->frozen), self->frozen->len, ACT_ID_ORDER_ASCENDING,
                            row_id, NULL);
}

static gboolean
put (GHashTable *set,
     gint64      row_id)
{
  gint64 *key = NULL;

  if (g_hash_table_contains (set, &row_id))
    return FALSE;

  key = g_new (gint64, 1);
  *key = row_id;

  return g_hash_table_add (set, key);
}

static gboolean
set_one (ActTicks *self,
         gint64    row_id,
         gboolean  ticked)
{
  if (is_frozen (self, row_id))
    return ticked ? g_hash_table_remove (self->exceptions, &row_id)
                  : put (self->exceptions, row_id);

  return ticked ? put (self->extras, row_id) : g_hash_table_remove (self->extras, &row_id);
}

static void
take_frozen (ActTicks *self,
             GArray   *ids)
{
  g_array_unref (self->frozen);
  self->frozen = ids;
  g_hash_table_remove_all (self->exceptions);
  g_hash_table_remove_all (self->extras);
}

static void
act_ticks_finalize (GObject *object)
{
  ActTicks *self = ACT_TICKS (object);

  g_clear_pointer (&self->frozen, g_array_unref);
  g_clear_pointer (&self->exceptions, g_hash_table_unref);
  g_clear_pointer (&self->extras, g_hash_table_unref);

  G_OBJECT_CLASS (act_ticks_parent_class)->finalize (object);
}

static void
act_ticks_class_init (ActTicksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = act_ticks_finalize;

  /**
   * ActTicks::changed:
   * @self: the ticks
   *
   * The set is another one now. Emitted once for each call that changes it.
   */
  signals[CHANGED] = g_signal_new ("changed", ACT_TYPE_TICKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
act_ticks_init (ActTicks *self)
{
  self->frozen = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->exceptions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->extras = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * act_ticks_new:
 *
 * Makes an empty set. Main thread, as all of its functions.
 *
 * Returns: (transfer full): the ticks
 */
ActTicks *
act_ticks_new (void)
{
  return g_object_new (ACT_TYPE_TICKS, NULL);
}

/**
 * act_ticks_contains:
 * @self: the ticks
 * @row_id: a row id
 *
 * Returns: whether the row is ticked
 */
gboolean
act_ticks_contains (ActTicks *self,
                    gint64    row_id)
{
  g_return_val_if_fail (ACT_IS_TICKS (self), FALSE);

  if (g_hash_table_contains (self->extras, &row_id))
    return TRUE;

  return is_frozen (self, row_id) && !g_hash_table_contains (self->exceptions, &row_id);
}

/**
 * act_ticks_get_size:
 * @self: the ticks
 *
 * Returns: how many rows are ticked
 */
gsize
act_ticks_get_size (ActTicks *self)
{
  g_return_val_if_fail (ACT_IS_TICKS (self), 0);

  return (gsize) self->frozen->len - g_hash_table_size (self->exceptions) +
         g_hash_table_size (self->extras);
}

/**
 * act_ticks_get_ids:
 * @self: the ticks
 *
 * Returns: (transfer full) (element-type gint64): the row ids that are ticked, ascending
 */
GArray *
act_ticks_get_ids (ActTicks *self)
{
  g_autoptr (GArray) ids = NULL;
  GHashTableIter iter;
  gpointer       key = NULL;

  g_return_val_if_fail (ACT_IS_TICKS (self), NULL);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) act_ticks_get_size (self));
  for (guint i = 0; i < self->frozen->len; i++)
    {
      const gint64 *id = get_data (self->frozen) + i;

      if (!g_hash_table_contains (self->exceptions, id))
        g_array_append_vals (ids, id, 1);
    }

  g_hash_table_iter_init (&iter, self->extras);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);

  return act_id_array_new_sorted (get_data (ids), ids->len);
}

/**
 * act_ticks_set:
 * @self: the ticks
 * @row_id: a row id
 * @ticked: whether it is to be ticked
 *
 * Ticks or unticks one row.
 */
void
act_ticks_set (ActTicks *self,
               gint64    row_id,
               gboolean  ticked)
{
  act_ticks_set_many (self, &row_id, 1, ticked);
}

/**
 * act_ticks_set_many:
 * @self: the ticks
 * @row_ids: (array length=n_row_ids): row ids in any order
 * @n_row_ids: how many
 * @ticked: whether they are to be ticked
 *
 * Ticks or unticks some rows and leaves the others.
 */
void
act_ticks_set_many (ActTicks     *self,
                    const gint64 *row_ids,
                    gsize         n_row_ids,
                    gboolean      ticked)
{
  gboolean changed = FALSE;

  g_return_if_fail (ACT_IS_TICKS (self));
  g_return_if_fail (row_ids != NULL || n_row_ids == 0);

  for (gsize i = 0; i < n_row_ids; i++)
    changed |= set_one (self, row_ids[i], ticked);

  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * act_ticks_set_all:
 * @self: the ticks
 * @row_ids: (array length=n_row_ids): all row ids of this moment, in any order
 * @n_row_ids: how many
 *
 * Ticks all these rows beside those that are ticked already. The ids are copied, so what comes
 * later is not ticked.
 */
void
act_ticks_set_all (ActTicks     *self,
                   const gint64 *row_ids,
                   gsize         n_row_ids)
{
  gsize size = 0;

  g_return_if_fail (ACT_IS_TICKS (self));
  g_return_if_fail (row_ids != NULL || n_row_ids == 0);

  size = act_ticks_get_size (self);
  if (size == 0)
    {
      take_frozen (self, act_id_array_new_sorted (row_ids, n_row_ids));
    }
  else if (n_row_ids > 0)
    {
      g_autoptr (GArray) ids = act_ticks_get_ids (self);

      g_array_append_vals (ids, row_ids, (guint) n_row_ids);
      take_frozen (self, act_id_array_new_sorted (get_data (ids), ids->len));
    }

  if (act_ticks_get_size (self) != size)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * act_ticks_clear:
 * @self: the ticks
 *
 * Unticks all rows.
 */
void
act_ticks_clear (ActTicks *self)
{
  g_return_if_fail (ACT_IS_TICKS (self));

  if (act_ticks_get_size (self) == 0)
    return;

  take_frozen (self, g_array_new (FALSE, FALSE, sizeof (gint64)));
  g_signal_emit (self, signals[CHANGED], 0);
}
