/* The difference between two arrays of row ids, as one splice
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-id-diff.h"

/**
 * act_id_diff:
 * @old_ids: (array length=n_old_ids) (nullable): the ids until now
 * @n_old_ids: how many
 * @new_ids: (array length=n_new_ids) (nullable): the ids from now on
 * @n_new_ids: how many
 *
 * Finds what lies between the common head and the common tail: replacing `removed` ids of @old_ids
 * by `added` ids of @new_ids, from `position` of both, gives @new_ids. Any thread.
 *
 * Returns: the difference
 */
ActIdDiff
act_id_diff (const gint64 *old_ids,
             gsize         n_old_ids,
             const gint64 *new_ids,
             gsize         n_new_ids)
{
  gsize shorter = MIN (n_old_ids, n_new_ids);
  gsize head = 0;
  gsize tail = 0;

  while (head < shorter && old_ids[head] == new_ids[head])
    head++;

  /* The tail must not reach into the head, or an id that occurs twice would be counted twice. */
  while (tail < shorter - head && old_ids[n_old_ids - 1 - tail] == new_ids[n_new_ids - 1 - tail])
    tail++;

  return (ActIdDiff){ head, n_old_ids - head - tail, n_new_ids - head - tail };
}
