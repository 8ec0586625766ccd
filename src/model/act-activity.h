/* A change that was made from this computer, and what came of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-outbox-entry.h"

G_BEGIN_DECLS

/**
 * ActActivityAction:
 *
 * What was done. The values are stored and must not be renumbered.
 */
typedef enum
{
  ACT_ACTIVITY_MARK = 0,
  ACT_ACTIVITY_CREATE_MAPPING = 1,
  ACT_ACTIVITY_ENABLE = 2,
  ACT_ACTIVITY_TAKE_BACK = 3,
  ACT_ACTIVITY_CHANGE_MAPPING = 4,
  ACT_ACTIVITY_DELETE_MAPPING = 5,
  ACT_ACTIVITY_CREATE_CREDENTIAL = 6,
  ACT_ACTIVITY_LINK_CREDENTIAL = 7,
  ACT_ACTIVITY_REPLAY = 8,
  ACT_ACTIVITY_DISCARD = 9,
} ActActivityAction;

/**
 * ActActivityResult:
 * @ACT_ACTIVITY_WAITING: it waits, or is being sent
 * @ACT_ACTIVITY_CONFIRMED: the server has it
 * @ACT_ACTIVITY_REFUSED: the server refused it
 * @ACT_ACTIVITY_LOCAL: it is kept on this device, since the server has no such call for this key
 * @ACT_ACTIVITY_LOST: it was sent, and no answer came
 * @ACT_ACTIVITY_TAKEN_BACK: the user took it back, or discarded it, before the server had it
 *
 * What came of a change. The values are stored and must not be renumbered.
 */
typedef enum
{
  ACT_ACTIVITY_WAITING = 0,
  ACT_ACTIVITY_CONFIRMED = 1,
  ACT_ACTIVITY_REFUSED = 2,
  ACT_ACTIVITY_LOCAL = 3,
  ACT_ACTIVITY_LOST = 4,
  ACT_ACTIVITY_TAKEN_BACK = 5,
} ActActivityResult;

#define ACT_N_ACTIVITY_ACTIONS (ACT_ACTIVITY_DISCARD + 1)
#define ACT_N_ACTIVITY_RESULTS (ACT_ACTIVITY_TAKEN_BACK + 1)

/**
 * ActActivity:
 * @number: the store's number of it; a later one is larger
 * @time: when the user did it, milliseconds since 1970 UTC
 * @action: what
 * @count: to how many things
 * @results: what came of it, for how many of them each
 * @target: (nullable): the id of the thing, if it is one
 * @detail: (nullable): what was meant, never a secret
 * @reason: (nullable): what the server said, of one of them, never a secret
 *
 * Plain data that may cross threads. The ids are read by themselves: there may be many.
 */
typedef struct
{
  gint64            number;
  gint64            time;
  ActActivityAction action;
  guint             count;
  guint             results[ACT_N_ACTIVITY_RESULTS];
  char             *target;
  char             *detail;
  char             *reason;
} ActActivity;

/**
 * ActActivityItem:
 * @id: the id of one of the things that a change was about; empty if nobody knows it
 * @row_id: the event's row, 0 if it is no event that the store has
 * @result: what came of it
 * @reason: (nullable): what the server said
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  char             *id;
  gint64            row_id;
  ActActivityResult result;
  char             *reason;
} ActActivityItem;

ActActivity       *act_activity_new               (void);
ActActivity       *act_activity_copy              (const ActActivity *self);
void               act_activity_free              (ActActivity       *self);
ActActivityItem   *act_activity_item_new          (const char        *id,
                                                   ActActivityResult  result,
                                                   const char        *reason);
void               act_activity_item_free         (ActActivityItem   *self);
ActActivityResult  act_activity_result_from_state (ActOutboxState     state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActActivity, act_activity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActActivityItem, act_activity_item_free)

G_END_DECLS
