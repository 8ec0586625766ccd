/* How many events there are of what, and how many changes wait
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-counts.h"

G_DEFINE_BOXED_TYPE (ActCounts, act_counts, act_counts_copy, act_counts_free)

static guint
sum (const guint *numbers)
{
  guint total = 0;

  for (guint i = 0; i < ACT_N_EVENT_KINDS; i++)
    total += numbers[i];

  return total;
}

/**
 * act_counts_copy:
 * @self: counts
 *
 * Copies counts. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActCounts *
act_counts_copy (const ActCounts *self)
{
  ActCounts *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (ActCounts, 1);
  *copy = *self;

  return copy;
}

/**
 * act_counts_free:
 * @self: (transfer full) (nullable): counts
 *
 * Frees counts. Any thread.
 */
void
act_counts_free (ActCounts *self)
{
  g_free (self);
}

/**
 * act_counts_equal:
 * @self: (nullable): counts
 * @other: (nullable): others
 *
 * Tells whether two counts are the same. Any thread.
 *
 * Returns: whether they are equal; two %NULL are
 */
gboolean
act_counts_equal (const ActCounts *self,
                  const ActCounts *other)
{
  if (self == NULL || other == NULL)
    return self == other;

  for (guint i = 0; i < ACT_N_EVENT_KINDS; i++)
    {
      if (self->open_by_kind[i] != other->open_by_kind[i] ||
          self->all_by_kind[i] != other->all_by_kind[i])
        return FALSE;
    }

  return self->held == other->held && self->waiting == other->waiting &&
         self->local == other->local && self->refused == other->refused &&
         self->refused_changes == other->refused_changes;
}

/**
 * act_counts_get_open:
 * @self: counts
 *
 * Returns: how many events are open, of whatever kind
 */
guint
act_counts_get_open (const ActCounts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sum (self->open_by_kind);
}

/**
 * act_counts_get_all:
 * @self: counts
 *
 * Returns: how many events there are, actioned ones too, of whatever kind
 */
guint
act_counts_get_all (const ActCounts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sum (self->all_by_kind);
}
