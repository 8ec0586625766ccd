/* What two versions of the same thing disagree about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-difference.h"

/**
 * act_difference_new:
 * @member: the member, as the API writes it
 *
 * Makes a difference without values. Any thread.
 *
 * Returns: (transfer full): the difference
 */
ActDifference *
act_difference_new (const char *member)
{
  ActDifference *self = g_new0 (ActDifference, 1);

  self->member = g_strdup (member);

  return self;
}

/**
 * act_difference_free:
 * @self: (transfer full) (nullable): a difference
 *
 * Frees a difference. Any thread.
 */
void
act_difference_free (ActDifference *self)
{
  if (self == NULL)
    return;

  g_free (self->member);
  g_free (self->before);
  g_free (self->ours);
  g_free (self->theirs);
  g_free (self);
}
