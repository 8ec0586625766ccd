/* Marks that the server has not confirmed, gathered for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pending.h"

/**
 * act_pending_kind_from_state:
 * @state: the state of a change that is not done
 *
 * Any thread.
 *
 * Returns: what holds it up
 */
ActPendingKind
act_pending_kind_from_state (ActOutboxState state)
{
  switch (state)
    {
    case ACT_OUTBOX_WAITING_FOR_SIGN_IN:
      return ACT_PENDING_SIGN_IN;

    case ACT_OUTBOX_UNKNOWN:
      return ACT_PENDING_LOST;

    case ACT_OUTBOX_UNSUPPORTED:
      return ACT_PENDING_LOCAL;

    case ACT_OUTBOX_REFUSED:
      return ACT_PENDING_REFUSED;

    case ACT_OUTBOX_HELD:
    case ACT_OUTBOX_READY:
    case ACT_OUTBOX_SENDING:
    case ACT_OUTBOX_VERIFYING:
    case ACT_OUTBOX_DONE:
    default:
      return ACT_PENDING_WAITING;
    }
}

/**
 * act_pending_kind_get_states:
 * @kind: what holds changes up
 *
 * Any thread.
 *
 * Returns: a bit for each state of the outbox that is of this kind, by its number
 */
guint
act_pending_kind_get_states (ActPendingKind kind)
{
  guint states = 0;

  for (guint state = ACT_OUTBOX_HELD; state <= ACT_OUTBOX_WAITING_FOR_SIGN_IN; state++)
    {
      if (state != ACT_OUTBOX_DONE && act_pending_kind_from_state ((ActOutboxState) state) == kind)
        states |= 1u << state;
    }

  return states;
}

/**
 * act_pending_scope_of_all:
 * @kind: what holds marks up
 *
 * Any thread.
 *
 * Returns: all marks that it holds up
 */
ActPendingScope
act_pending_scope_of_all (ActPendingKind kind)
{
  return (ActPendingScope){ .kind = kind, .from = G_MININT64, .to = G_MAXINT64 };
}

/**
 * act_pending_group_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): a group of no marks
 */
ActPendingGroup *
act_pending_group_new (void)
{
  return g_new0 (ActPendingGroup, 1);
}

/**
 * act_pending_group_free:
 * @self: (transfer full) (nullable): a group
 *
 * Frees a group. Any thread.
 */
void
act_pending_group_free (ActPendingGroup *self)
{
  if (self == NULL)
    return;

  g_free (self->reason);
  g_free (self->message);
  g_free (self);
}

/**
 * act_pending_mark_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): a mark of nothing
 */
ActPendingMark *
act_pending_mark_new (void)
{
  return g_new0 (ActPendingMark, 1);
}

/**
 * act_pending_mark_free:
 * @self: (transfer full) (nullable): a mark
 *
 * Frees a mark. Any thread.
 */
void
act_pending_mark_free (ActPendingMark *self)
{
  if (self == NULL)
    return;

  g_free (self->event_id);
  g_free (self->message);
  g_free (self->reason);
  g_free (self);
}
