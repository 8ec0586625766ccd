/* Marks that the server has not confirmed, gathered for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-outbox-entry.h"

G_BEGIN_DECLS

/**
 * ActPendingKind:
 * @ACT_PENDING_WAITING: they will be sent, or are being sent
 * @ACT_PENDING_SIGN_IN: they wait for a working key
 * @ACT_PENDING_LOST: they were sent, and no answer came
 * @ACT_PENDING_LOCAL: they are kept on this device, since the connection cannot mark
 * @ACT_PENDING_REFUSED: the server refused them
 *
 * What holds a change up.
 */
typedef enum
{
  ACT_PENDING_WAITING,
  ACT_PENDING_SIGN_IN,
  ACT_PENDING_LOST,
  ACT_PENDING_LOCAL,
  ACT_PENDING_REFUSED,
} ActPendingKind;

#define ACT_N_PENDING_KINDS (ACT_PENDING_REFUSED + 1)

/**
 * ActPendingScope:
 * @kind: what holds the marks up
 * @from: when the first of them was made, milliseconds since 1970 UTC
 * @to: and the last of them
 * @entry_id: the one mark that is meant, 0 for all of them
 *
 * Which marks are meant. Marks of one gesture were made at the same time. Plain data.
 */
typedef struct
{
  ActPendingKind kind;
  gint64         from;
  gint64         to;
  gint64         entry_id;
} ActPendingScope;

/**
 * ActPendingGroup:
 * @scope: which marks these are
 * @count: how many
 * @n_sending: how many of them are on their way, and cannot be taken back just now
 * @n_gestures: how many gestures made them: 1, or more where many are gathered
 * @reason: (nullable): why one of them got no farther
 * @has_one_reason: whether it is the same for all
 * @message: (nullable): the message of the event, if it is one
 * @row_id: its row, 0 if they are many or the store does not have it
 *
 * Marks that one gesture made and that stand at the same point. Plain data that may cross threads.
 */
typedef struct
{
  ActPendingScope scope;
  guint           count;
  guint           n_sending;
  guint           n_gestures;
  char           *reason;
  gboolean        has_one_reason;
  char           *message;
  gint64          row_id;
} ActPendingGroup;

/**
 * ActPendingMark:
 * @entry_id: the store's id of it
 * @event_id: the event's id
 * @row_id: the event's row, 0 while the store does not have the event
 * @state: how far it got
 * @message: (nullable): the event's message
 * @reason: (nullable): why it got no farther
 *
 * One mark of a group. Plain data that may cross threads.
 */
typedef struct
{
  gint64         entry_id;
  char          *event_id;
  gint64         row_id;
  ActOutboxState state;
  char          *message;
  char          *reason;
} ActPendingMark;

ActPendingKind   act_pending_kind_from_state (ActOutboxState   state);
guint            act_pending_kind_get_states (ActPendingKind   kind);
ActPendingScope  act_pending_scope_of_all    (ActPendingKind   kind);
ActPendingGroup *act_pending_group_new       (void);
void             act_pending_group_free      (ActPendingGroup *self);
ActPendingMark  *act_pending_mark_new        (void);
void             act_pending_mark_free       (ActPendingMark  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActPendingGroup, act_pending_group_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActPendingMark, act_pending_mark_free)

G_END_DECLS
