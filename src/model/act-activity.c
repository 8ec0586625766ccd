/* A change that was made from this computer, and what came of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-activity.h"

/**
 * act_activity_new:
 *
 * Makes an activity of nothing. Any thread.
 *
 * Returns: (transfer full): the activity
 */
ActActivity *
act_activity_new (void)
{
  return g_new0 (ActActivity, 1);
}

/**
 * act_activity_copy:
 * @self: (nullable): an activity
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): a copy
 */
ActActivity *
act_activity_copy (const ActActivity *self)
{
  ActActivity *copy = NULL;

  if (self == NULL)
    return NULL;

  copy = g_memdup2 (self, sizeof (*self));
  copy->target = g_strdup (self->target);
  copy->detail = g_strdup (self->detail);
  copy->reason = g_strdup (self->reason);

  return copy;
}

/**
 * act_activity_free:
 * @self: (transfer full) (nullable): an activity
 *
 * Frees an activity. Any thread.
 */
void
act_activity_free (ActActivity *self)
{
  if (self == NULL)
    return;

  g_free (self->target);
  g_free (self->detail);
  g_free (self->reason);
  g_free (self);
}

/**
 * act_activity_item_new:
 * @id: (nullable): the id of the thing
 * @result: what came of it
 * @reason: (nullable): what the server said
 *
 * Any thread.
 *
 * Returns: (transfer full): the item
 */
ActActivityItem *
act_activity_item_new (const char       *id,
                       ActActivityResult result,
                       const char       *reason)
{
  ActActivityItem *self = g_new0 (ActActivityItem, 1);

  self->id = g_strdup (id != NULL ? id : "");
  self->result = result;
  self->reason = g_strdup (reason);

  return self;
}

/**
 * act_activity_item_free:
 * @self: (transfer full) (nullable): an item
 *
 * Frees an item. Any thread.
 */
void
act_activity_item_free (ActActivityItem *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->reason);
  g_free (self);
}

/**
 * act_activity_result_from_state:
 * @state: how far a change in the outbox got
 *
 * Any thread.
 *
 * Returns: what came of it so far
 */
ActActivityResult
act_activity_result_from_state (ActOutboxState state)
{
  switch (state)
    {
    case ACT_OUTBOX_DONE:
      return ACT_ACTIVITY_CONFIRMED;

    case ACT_OUTBOX_REFUSED:
      return ACT_ACTIVITY_REFUSED;

    case ACT_OUTBOX_UNSUPPORTED:
      return ACT_ACTIVITY_LOCAL;

    case ACT_OUTBOX_UNKNOWN:
      return ACT_ACTIVITY_LOST;

    case ACT_OUTBOX_HELD:
    case ACT_OUTBOX_READY:
    case ACT_OUTBOX_SENDING:
    case ACT_OUTBOX_VERIFYING:
    case ACT_OUTBOX_WAITING_FOR_SIGN_IN:
    default:
      return ACT_ACTIVITY_WAITING;
    }
}
