/* An earlier error of an integration that was disabled, and whether it looks put right
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActCauseState:
 * @ACT_CAUSE_UNKNOWN: nobody can tell, or not now
 * @ACT_CAUSE_UNRESOLVED: it would most likely happen again
 * @ACT_CAUSE_RESOLVED: it looks put right
 *
 * What has become of an error's cause.
 */
typedef enum
{
  ACT_CAUSE_UNKNOWN,
  ACT_CAUSE_UNRESOLVED,
  ACT_CAUSE_RESOLVED,
} ActCauseState;

/**
 * ActCauseReason:
 * @ACT_CAUSE_NOT_CHECKED: the event does not say what to look at, or it could not be read
 * @ACT_CAUSE_MAPPING_EXISTS: the entity has an external mapping in that system now
 * @ACT_CAUSE_MAPPING_MISSING: it still has none
 * @ACT_CAUSE_CREDENTIAL_REPLACED: the configuration uses another credential now
 * @ACT_CAUSE_AUTHORIZED: the other system accepts the configuration now
 * @ACT_CAUSE_NOT_AUTHORIZED: it does not
 * @ACT_CAUSE_RUN_COMPLETED: a later run for the same entity succeeded
 * @ACT_CAUSE_NO_LATER_RUN: none has succeeded since
 *
 * How that is known.
 */
typedef enum
{
  ACT_CAUSE_NOT_CHECKED,
  ACT_CAUSE_MAPPING_EXISTS,
  ACT_CAUSE_MAPPING_MISSING,
  ACT_CAUSE_CREDENTIAL_REPLACED,
  ACT_CAUSE_AUTHORIZED,
  ACT_CAUSE_NOT_AUTHORIZED,
  ACT_CAUSE_RUN_COMPLETED,
  ACT_CAUSE_NO_LATER_RUN,
} ActCauseReason;

#define ACT_N_CAUSE_REASONS (ACT_CAUSE_NO_LATER_RUN + 1)

/**
 * ActCause:
 * @record: the event
 * @state: what has become of its cause
 * @reason: how that is known
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  ActEventRecord *record;
  ActCauseState   state;
  ActCauseReason  reason;
} ActCause;

ActCause *act_cause_new   (const ActEventRecord *record);
void      act_cause_free  (ActCause             *self);
void      act_cause_judge (ActCause             *self,
                           ActCauseReason        reason,
                           gboolean              stale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActCause, act_cause_free)

G_END_DECLS
