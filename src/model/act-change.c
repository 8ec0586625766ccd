/* A change of something else than an event that waits for the server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-change.h"

/**
 * act_change_new:
 *
 * Makes a change without any field. Any thread.
 *
 * Returns: (transfer full): the change
 */
ActChange *
act_change_new (void)
{
  return g_new0 (ActChange, 1);
}

/**
 * act_change_free:
 * @self: (transfer full) (nullable): a change
 *
 * Frees a change. Any thread.
 */
void
act_change_free (ActChange *self)
{
  if (self == NULL)
    return;

  g_free (self->target);
  g_free (self->content);
  g_free (self->reason);
  g_free (self);
}
