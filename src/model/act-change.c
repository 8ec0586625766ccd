/* A change of something else than an event that waits for the server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-change.h"

#include "act-event.h"

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
  ActChange *self = g_new0 (ActChange, 1);

  self->since = ACT_TIME_UNKNOWN;

  return self;
}

/**
 * act_change_copy:
 * @self: a change
 *
 * Copies a change. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActChange *
act_change_copy (const ActChange *self)
{
  ActChange *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (*self));
  copy->target = g_strdup (self->target);
  copy->content = g_strdup (self->content);
  copy->reason = g_strdup (self->reason);
  copy->name = g_strdup (self->name);

  return copy;
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
  g_free (self->name);
  g_free (self);
}
