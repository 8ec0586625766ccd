/* A change that the user made and the server has not confirmed yet
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActOutboxState:
 * @ACT_OUTBOX_HELD: in its undo time
 * @ACT_OUTBOX_READY: may be sent
 * @ACT_OUTBOX_SENDING: claimed by the sender, the answer is not there yet
 * @ACT_OUTBOX_VERIFYING: the server accepted it; it is being read back
 * @ACT_OUTBOX_DONE: confirmed
 * @ACT_OUTBOX_REFUSED: the server refused this one
 * @ACT_OUTBOX_UNSUPPORTED: this connection cannot mark; kept on this device
 * @ACT_OUTBOX_UNKNOWN: the answer was lost and the change must not be repeated blindly
 * @ACT_OUTBOX_WAITING_FOR_SIGN_IN: waits for a working key
 *
 * The values are stored and must not be renumbered.
 */
typedef enum
{
  ACT_OUTBOX_HELD = 0,
  ACT_OUTBOX_READY = 1,
  ACT_OUTBOX_SENDING = 2,
  ACT_OUTBOX_VERIFYING = 3,
  ACT_OUTBOX_DONE = 4,
  ACT_OUTBOX_REFUSED = 5,
  ACT_OUTBOX_UNSUPPORTED = 6,
  ACT_OUTBOX_UNKNOWN = 7,
  ACT_OUTBOX_WAITING_FOR_SIGN_IN = 8,
} ActOutboxState;

/**
 * ActOutboxAction:
 * @ACT_OUTBOX_MARK_ACTIONED: mark an event as actioned
 * @ACT_OUTBOX_CREATE_MAPPING: create an external mapping
 * @ACT_OUTBOX_ENABLE: enable an integration configuration
 *
 * What is to be done. The values are stored and must not be renumbered.
 */
typedef enum
{
  ACT_OUTBOX_MARK_ACTIONED = 0,
  ACT_OUTBOX_CREATE_MAPPING = 1,
  ACT_OUTBOX_ENABLE = 2,
} ActOutboxAction;

/**
 * ActOutboxEntry:
 * @id: the store's id of the entry
 * @action: what is to be done
 * @target: to what: the event's id
 * @state: how far it got
 * @attempts: how often it was sent
 * @created: when the user made the change, milliseconds since 1970 UTC
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  gint64          id;
  ActOutboxAction action;
  char           *target;
  ActOutboxState  state;
  guint           attempts;
  gint64          created;
} ActOutboxEntry;

ActOutboxEntry *act_outbox_entry_new       (void);
void            act_outbox_entry_free      (ActOutboxEntry *self);
gboolean        act_outbox_state_can_undo  (ActOutboxState  state);
gboolean        act_outbox_state_can_reach (ActOutboxState  from,
                                            ActOutboxState  to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActOutboxEntry, act_outbox_entry_free)

G_END_DECLS
