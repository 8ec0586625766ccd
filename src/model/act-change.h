/* A change of something else than an event that waits for the server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-outbox-entry.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Reasons that front ends have words of their own for: an integration that is to be enabled is not
 * any more what the user saw, or stays disabled though the server accepted it; a mapping is there
 * twice since an answer was lost, or is not there though it was sent twice; a change cannot be read. */
#define ACT_CHANGE_REASON_CHANGED        "The integration was changed meanwhile"
#define ACT_CHANGE_REASON_STILL_DISABLED "The server still shows the integration as disabled"
#define ACT_CHANGE_REASON_TWICE          "The same mapping exists more than once"
#define ACT_CHANGE_REASON_NOT_THERE      "The answer was lost twice, and there is no such mapping"
#define ACT_CHANGE_REASON_NOT_READABLE   "The change cannot be read any more"

/**
 * ActChange:
 * @id: the store's id of its outbox entry
 * @action: what is to be done
 * @target: to what: the integration configuration's id, or for a mapping `TYPE/ID/SYSTEM/TABLE`
 * @content: (nullable): what it is made of, JSON: the mapping; or the configuration as it was read
 * @state: how far it got
 * @attempts: how often it was, or may have been, sent
 * @since: when it got to @state, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @created: when the user made it, milliseconds since 1970 UTC
 * @reason: (nullable): why it got no farther, for people who read what the server said
 * @name: (nullable): for a new one, what it is about, in words for people, never a secret; kept with
 *   the activity that it is part of
 *
 * A change that is done is worth showing only where @reason tells something about it. Plain data
 * that may cross threads.
 */
typedef struct
{
  gint64          id;
  ActOutboxAction action;
  char           *target;
  char           *content;
  ActOutboxState  state;
  guint           attempts;
  gint64          since;
  gint64          created;
  char           *reason;
  char           *name;
} ActChange;

ActChange *act_change_new  (void);
ActChange *act_change_copy (const ActChange *self);
void       act_change_free (ActChange       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActChange, act_change_free)

G_END_DECLS
