/* Sorted arrays of row ids
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActIdOrder:
 * @ACT_ID_ORDER_NONE: in no order, or with an id that occurs twice
 * @ACT_ID_ORDER_ASCENDING: each id is larger than the one before
 * @ACT_ID_ORDER_DESCENDING: each id is smaller than the one before
 *
 * How an array of row ids is ordered.
 */
typedef enum
{
  ACT_ID_ORDER_NONE,
  ACT_ID_ORDER_ASCENDING,
  ACT_ID_ORDER_DESCENDING,
} ActIdOrder;

int        act_id_array_compare    (gconstpointer a,
                                    gconstpointer b);
ActIdOrder act_id_array_get_order  (const gint64 *ids,
                                    gsize         n_ids);
GArray    *act_id_array_new_sorted (const gint64 *ids,
                                    gsize         n_ids);
GArray    *act_id_array_subtract   (const gint64 *ids,
                                    gsize         n_ids,
                                    const gint64 *others,
                                    gsize         n_others);
gboolean   act_id_array_find       (const gint64 *ids,
                                    gsize         n_ids,
                                    ActIdOrder    order,
                                    gint64        id,
                                    gsize        *position);

G_END_DECLS
