/* Decides what the server's word means for what the store knows; no I/O
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-merge.h"

G_BEGIN_DECLS

/**
 * ActMarkOutcome:
 * @ACT_MARK_RETRY_LATER: the call may succeed later; nothing is known about the event
 * @ACT_MARK_SIGN_IN: the key does not work, or its secret is not known
 * @ACT_MARK_REFUSED: the server refuses this one
 * @ACT_MARK_ASK: the event must be read to tell whether it is gone or the connection cannot mark
 *
 * What a failed call to mark an event means.
 */
typedef enum
{
  ACT_MARK_RETRY_LATER,
  ACT_MARK_SIGN_IN,
  ACT_MARK_REFUSED,
  ACT_MARK_ASK,
} ActMarkOutcome;

ActEventStatus act_planner_merge      (const ActLocalState *local,
                                       const ActEvent      *remote,
                                       gint64               asked_at);
ActMarkOutcome act_planner_judge_mark (const GError        *error);

G_END_DECLS
