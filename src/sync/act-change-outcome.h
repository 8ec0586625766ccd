/* What came of sending a change that is not a mark
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-change.h"
#include "act-resource.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActChangeOutcome:
 * @state: how far the change got
 * @reason: (nullable): why it got no farther, or what is to be told of one that is done
 * @error: (nullable): what may go right later
 * @wait_ms: after how long it is worth another look, in milliseconds, 0 if nothing is waited for
 * @kind: what @resources are
 * @resources: (nullable) (element-type ActResource): what the server said of the thing
 *
 * Plain data of the main thread.
 */
typedef struct
{
  ActOutboxState  state;
  char           *reason;
  GError         *error;
  gint64          wait_ms;
  ActResourceKind kind;
  GPtrArray      *resources;
} ActChangeOutcome;

ActChangeOutcome *act_change_outcome_new            (ActOutboxState      state,
                                                     const char         *reason);
ActChangeOutcome *act_change_outcome_new_for_look   (const ActChange    *change,
                                                     const GError       *error);
ActChangeOutcome *act_change_outcome_new_for_busy   (const ActChange    *change);
ActChangeOutcome *act_change_outcome_new_for_change (const ActChange    *change,
                                                     const GError       *error);
void              act_change_outcome_free           (ActChangeOutcome   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActChangeOutcome, act_change_outcome_free)

G_END_DECLS
