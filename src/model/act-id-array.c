/* Sorted arrays of row ids
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-id-array.h"

static void
remove_duplicates (GArray *ids)
{
  gint64 *data = (gint64 *) (gpointer) ids->data;
  guint   n = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      if (n == 0 || data[n - 1] != data[i])
        data[n++] = data[i];
    }

  g_array_set_size (ids, n);
}

/**
 * act_id_array_compare:
 * @a: a pointer to a row id
 * @b: a pointer to another
 *
 * A [callback@GLib.CompareFunc] for row ids. Any thread.
 *
 * Returns: less than, equal to, or more than 0
 */
int
act_id_array_compare (gconstpointer a,
                      gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/**
 * act_id_array_get_order:
 * @ids: (array length=n_ids) (nullable): row ids
 * @n_ids: how many
 *
 * Finds out how an array is ordered. Any thread.
 *
 * Returns: its order; %ACT_ID_ORDER_ASCENDING for fewer than two ids
 */
ActIdOrder
act_id_array_get_order (const gint64 *ids,
                        gsize         n_ids)
{
  gsize i = 1;

  while (i < n_ids && ids[i - 1] < ids[i])
    i++;
  if (i >= n_ids)
    return ACT_ID_ORDER_ASCENDING;

  i = 1;
  while (i < n_ids && ids[i - 1] > ids[i])
    i++;

  return i >= n_ids ? ACT_ID_ORDER_DESCENDING : ACT_ID_ORDER_NONE;
}

/**
 * act_id_array_new_sorted:
 * @ids: (array length=n_ids) (nullable): row ids in any order
 * @n_ids: how many
 *
 * Copies row ids into an ascending array, each of them once. An array in order, or in reverse order
 * as the list has it, is not sorted again. Any thread.
 *
 * Returns: (transfer full) (element-type gint64): the array
 */
GArray *
act_id_array_new_sorted (const gint64 *ids,
                         gsize         n_ids)
{
  g_autoptr (GArray) sorted = NULL;

  g_return_val_if_fail (n_ids <= G_MAXUINT, NULL);

  sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n_ids);

  switch (act_id_array_get_order (ids, n_ids))
    {
    case ACT_ID_ORDER_ASCENDING:
      if (n_ids > 0)
        g_array_append_vals (sorted, ids, (guint) n_ids);
      break;

    case ACT_ID_ORDER_DESCENDING:
      for (gsize i = n_ids; i > 0; i--)
        g_array_append_val (sorted, ids[i - 1]);
      break;

    case ACT_ID_ORDER_NONE:
    default:
      g_array_append_vals (sorted, ids, (guint) n_ids);
      g_array_sort (sorted, act_id_array_compare);
      remove_duplicates (sorted);
      break;
    }

  return g_steal_pointer (&sorted);
}

/**
 * act_id_array_subtract:
 * @ids: (array length=n_ids) (nullable): row ids, ascending
 * @n_ids: how many
 * @others: (array length=n_others) (nullable): row ids, ascending
 * @n_others: how many
 *
 * Finds what is in one array and not in the other. Any thread.
 *
 * Returns: (transfer full) (element-type gint64): those of @ids that are not among @others, ascending
 */
GArray *
act_id_array_subtract (const gint64 *ids,
                       gsize         n_ids,
                       const gint64 *others,
                       gsize         n_others)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (ids != NULL || n_ids == 0, rest);
  g_return_val_if_fail (others != NULL || n_others == 0, rest);

  for (gsize i = 0, j = 0; i < n_ids; i++)
    {
      while (j < n_others && others[j] < ids[i])
        j++;
      if (j == n_others || others[j] != ids[i])
        g_array_append_val (rest, ids[i]);
    }

  return rest;
}

/**
 * act_id_array_find:
 * @ids: (array length=n_ids) (nullable): row ids
 * @n_ids: how many
 * @order: how they are ordered
 * @id: the row id to look for
 * @position: (out) (optional): return location for where it is
 *
 * Finds an id, by halving where the order allows it. Any thread.
 *
 * Returns: whether @id is there
 */
gboolean
act_id_array_find (const gint64 *ids,
                   gsize         n_ids,
                   ActIdOrder    order,
                   gint64        id,
                   gsize        *position)
{
  gsize low = 0;
  gsize high = n_ids;

  while (order != ACT_ID_ORDER_NONE && low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (order == ACT_ID_ORDER_ASCENDING ? ids[middle] < id : ids[middle] > id)
        low = middle + 1;
      else
        high = middle;
    }

  while (order == ACT_ID_ORDER_NONE && low < n_ids && ids[low] != id)
    low++;

  if (low >= n_ids || ids[low] != id)
    return FALSE;

  if (position != NULL)
    *position = low;

  return TRUE;
}
