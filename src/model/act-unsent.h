/* What a store holds that was not sent, as far as it can be read
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-outbox-entry.h"

G_BEGIN_DECLS

/**
 * ActUnsent:
 * @action: what is to be done; a newer version may have ones that are not known here
 * @target: to what: an event's id, or what the target of an #ActChange is
 * @label: (nullable): the message of the event
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  ActOutboxAction action;
  char           *target;
  char           *label;
} ActUnsent;

ActUnsent *act_unsent_new  (void);
void       act_unsent_free (ActUnsent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActUnsent, act_unsent_free)

G_END_DECLS
