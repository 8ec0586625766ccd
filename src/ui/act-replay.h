/* The replay of an integration run, from the question to its end
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-run.h"
#include "act-session.h"

G_BEGIN_DECLS

/**
 * ActReplayState:
 * @ACT_REPLAY_IDLE: nothing is under way
 * @ACT_REPLAY_READING: the runs of the same entity are being read, before the question
 * @ACT_REPLAY_ASKING: the user is to be asked
 * @ACT_REPLAY_SENDING: it was sent, and nothing came back yet
 * @ACT_REPLAY_FOLLOWING: the new run goes on
 * @ACT_REPLAY_ENDED: the new run has ended, or cannot be followed any more
 * @ACT_REPLAY_LOST: it may have been made; the runs are being read
 * @ACT_REPLAY_LOST_UNREAD: it may have been made, and the runs could not be read
 */
typedef enum
{
  ACT_REPLAY_IDLE,
  ACT_REPLAY_READING,
  ACT_REPLAY_ASKING,
  ACT_REPLAY_SENDING,
  ACT_REPLAY_FOLLOWING,
  ACT_REPLAY_ENDED,
  ACT_REPLAY_LOST,
  ACT_REPLAY_LOST_UNREAD,
} ActReplayState;

#define ACT_TYPE_REPLAY (act_replay_get_type ())

/**
 * ActReplay:
 *
 * A replay may bill twice, so it is sent once, never later, and after a lost answer not again before
 * the runs of the entity were read. Main thread only. Signals: `changed`; `runs-read` (GPtrArray of
 * #ActIntegrationRun: the runs of the same entity as they are now).
 */
G_DECLARE_FINAL_TYPE (ActReplay, act_replay, ACT, REPLAY, GObject)

ActReplay               *act_replay_new           (ActSession              *session,
                                                   const ActIntegrationRun *run);
void                     act_replay_set_run       (ActReplay               *self,
                                                   const ActIntegrationRun *run);
const ActIntegrationRun *act_replay_get_run       (ActReplay               *self);
ActReplayState           act_replay_get_state     (ActReplay               *self);
gboolean                 act_replay_may_begin     (ActReplay               *self);
void                     act_replay_begin         (ActReplay               *self);
GPtrArray               *act_replay_get_runs      (ActReplay               *self);
void                     act_replay_leave         (ActReplay               *self);
void                     act_replay_send          (ActReplay               *self);
void                     act_replay_read_again    (ActReplay               *self);
const ActIntegrationRun *act_replay_get_new_run   (ActReplay               *self);
gboolean                 act_replay_is_unanswered (ActReplay               *self);
gboolean                 act_replay_was_lost      (ActReplay               *self);
const GError            *act_replay_get_error     (ActReplay               *self);

G_END_DECLS
