/* A change that the user made and the server has not confirmed yet
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-outbox-entry.h"

#define ACT_N_OUTBOX_STATES (ACT_OUTBOX_WAITING_FOR_SIGN_IN + 1)
#define TO(state)           (1u << (state))

/* For each state, a bit for each state that may follow. Taking a change back removes its entry. */
static const guint transitions[ACT_N_OUTBOX_STATES] = {
  [ACT_OUTBOX_HELD] = TO (ACT_OUTBOX_READY),
  [ACT_OUTBOX_READY] = TO (ACT_OUTBOX_SENDING) | TO (ACT_OUTBOX_UNSUPPORTED) |
                       TO (ACT_OUTBOX_WAITING_FOR_SIGN_IN),
  [ACT_OUTBOX_SENDING] = TO (ACT_OUTBOX_READY) | TO (ACT_OUTBOX_VERIFYING) | TO (ACT_OUTBOX_DONE) |
                         TO (ACT_OUTBOX_REFUSED) | TO (ACT_OUTBOX_UNSUPPORTED) |
                         TO (ACT_OUTBOX_UNKNOWN) | TO (ACT_OUTBOX_WAITING_FOR_SIGN_IN),
  [ACT_OUTBOX_VERIFYING] = TO (ACT_OUTBOX_READY) | TO (ACT_OUTBOX_DONE) | TO (ACT_OUTBOX_REFUSED),
  [ACT_OUTBOX_DONE] = 0,
  [ACT_OUTBOX_REFUSED] = TO (ACT_OUTBOX_READY) | TO (ACT_OUTBOX_UNSUPPORTED),
  [ACT_OUTBOX_UNSUPPORTED] = TO (ACT_OUTBOX_READY),
  [ACT_OUTBOX_UNKNOWN] = TO (ACT_OUTBOX_READY) | TO (ACT_OUTBOX_VERIFYING) | TO (ACT_OUTBOX_DONE) |
                         TO (ACT_OUTBOX_REFUSED),
  [ACT_OUTBOX_WAITING_FOR_SIGN_IN] = TO (ACT_OUTBOX_READY),
};

/**
 * act_outbox_entry_new:
 *
 * Makes an entry in its undo time without a target. Any thread.
 *
 * Returns: (transfer full): the entry
 */
ActOutboxEntry *
act_outbox_entry_new (void)
{
  return g_new0 (ActOutboxEntry, 1);
}

/**
 * act_outbox_entry_free:
 * @self: (transfer full) (nullable): an entry
 *
 * Frees an entry. Any thread.
 */
void
act_outbox_entry_free (ActOutboxEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->target);
  g_free (self);
}

/**
 * act_outbox_state_can_undo:
 * @state: a state
 *
 * Tells whether a change in this state can be taken back without asking the server: it was not
 * sent, or the server did not take it. Any thread.
 *
 * Returns: whether it can be taken back
 */
gboolean
act_outbox_state_can_undo (ActOutboxState state)
{
  return state == ACT_OUTBOX_HELD || state == ACT_OUTBOX_READY || state == ACT_OUTBOX_REFUSED ||
         state == ACT_OUTBOX_UNSUPPORTED || state == ACT_OUTBOX_WAITING_FOR_SIGN_IN;
}

/**
 * act_outbox_state_can_reach:
 * @from: the state that an entry is in
 * @to: the state that it is to get
 *
 * Tells whether an entry may go from one state to another in one step. Any thread.
 *
 * Returns: whether it may
 */
gboolean
act_outbox_state_can_reach (ActOutboxState from,
                            ActOutboxState to)
{
  if ((guint) from >= ACT_N_OUTBOX_STATES || (guint) to >= ACT_N_OUTBOX_STATES)
    return FALSE;

  return (transitions[from] & TO (to)) != 0;
}
