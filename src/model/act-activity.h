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
 * ActActivity:
 * @number: the store's number of it; a later one is larger
 * @time: when the user did it, milliseconds since 1970 UTC
 * @action: what
 * @count: to how many things
 * @confirmed: how many of these the server confirmed
 * @refused: how many it refused
 * @waiting: how many wait
 * @target: (nullable): the id of the thing, if it is one
 * @detail: (nullable): what the server said, or what was meant, never a secret
 *
 * Plain data that may cross threads. The ids are read by themselves: there may be many.
 */
typedef struct
{
  gint64            number;
  gint64            time;
  ActActivityAction action;
  guint             count;
  guint             confirmed;
  guint             refused;
  guint             waiting;
  char             *target;
  char             *detail;
} ActActivity;

ActActivity *act_activity_new  (void);
void         act_activity_free (ActActivity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActActivity, act_activity_free)

G_END_DECLS
