/* What a store holds that was not sent, as far as it can be read
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-unsent.h"

/**
 * act_unsent_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): an empty one
 */
ActUnsent *
act_unsent_new (void)
{
  return g_new0 (ActUnsent, 1);
}

/**
 * act_unsent_free:
 * @self: (transfer full) (nullable): one
 *
 * Any thread.
 */
void
act_unsent_free (ActUnsent *self)
{
  if (self == NULL)
    return;

  g_free (self->target);
  g_free (self->label);
  g_free (self);
}
