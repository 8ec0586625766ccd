/* The difference between two arrays of row ids, as one splice
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActIdDiff:
 * @position: where the arrays begin to differ
 * @removed: how many ids of the old array go
 * @added: how many ids of the new array come
 *
 * What lies between the common head and the common tail of two arrays.
 */
typedef struct
{
  gsize position;
  gsize removed;
  gsize added;
} ActIdDiff;

ActIdDiff act_id_diff (const gint64 *old_ids,
                       gsize         n_old_ids,
                       const gint64 *new_ids,
                       gsize         n_new_ids);

G_END_DECLS
