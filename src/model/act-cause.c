/* What events with the same fault share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause.h"

#include "act-event.h"

G_DEFINE_BOXED_TYPE (ActCause, act_cause, act_cause_copy, act_cause_free)

/**
 * act_cause_new:
 *
 * Makes a cause that no event has. Any thread.
 *
 * Returns: (transfer full): the cause
 */
ActCause *
act_cause_new (void)
{
  ActCause *self = g_new0 (ActCause, 1);

  self->kind = ACT_EVENT_KIND_OTHER;
  self->first = ACT_TIME_UNKNOWN;
  self->last = ACT_TIME_UNKNOWN;

  return self;
}

/**
 * act_cause_copy:
 * @self: a cause
 *
 * Copies a cause. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActCause *
act_cause_copy (const ActCause *self)
{
  ActCause *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (ActCause, 1);
  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->integration = g_strdup (self->integration);
  copy->destination = g_strdup (self->destination);
  copy->message = g_strdup (self->message);

  return copy;
}

/**
 * act_cause_free:
 * @self: (transfer full) (nullable): a cause
 *
 * Frees a cause. Any thread.
 */
void
act_cause_free (ActCause *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->integration);
  g_free (self->destination);
  g_free (self->message);
  g_free (self);
}
