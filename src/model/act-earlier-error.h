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
 * ActEarlierErrorState:
 * @ACT_EARLIER_ERROR_UNKNOWN: nobody can tell, or not now
 * @ACT_EARLIER_ERROR_UNRESOLVED: it would most likely happen again
 * @ACT_EARLIER_ERROR_RESOLVED: it looks put right
 *
 * What has become of an error's cause.
 */
typedef enum
{
  ACT_EARLIER_ERROR_UNKNOWN,
  ACT_EARLIER_ERROR_UNRESOLVED,
  ACT_EARLIER_ERROR_RESOLVED,
} ActEarlierErrorState;

/**
 * ActEarlierErrorReason:
 * @ACT_EARLIER_ERROR_NOT_CHECKED: the event does not say what to look at, or it could not be read
 * @ACT_EARLIER_ERROR_MAPPING_EXISTS: the entity has an external mapping in that system now
 * @ACT_EARLIER_ERROR_MAPPING_MISSING: it still has none
 * @ACT_EARLIER_ERROR_CREDENTIAL_REPLACED: the configuration uses another credential now
 * @ACT_EARLIER_ERROR_AUTHORIZED: the other system accepts the configuration now
 * @ACT_EARLIER_ERROR_NOT_AUTHORIZED: it does not
 * @ACT_EARLIER_ERROR_RUN_COMPLETED: a later run for the same entity succeeded
 * @ACT_EARLIER_ERROR_NO_LATER_RUN: none has succeeded since
 *
 * How that is known.
 */
typedef enum
{
  ACT_EARLIER_ERROR_NOT_CHECKED,
  ACT_EARLIER_ERROR_MAPPING_EXISTS,
  ACT_EARLIER_ERROR_MAPPING_MISSING,
  ACT_EARLIER_ERROR_CREDENTIAL_REPLACED,
  ACT_EARLIER_ERROR_AUTHORIZED,
  ACT_EARLIER_ERROR_NOT_AUTHORIZED,
  ACT_EARLIER_ERROR_RUN_COMPLETED,
  ACT_EARLIER_ERROR_NO_LATER_RUN,
} ActEarlierErrorReason;

#define ACT_N_EARLIER_ERROR_REASONS (ACT_EARLIER_ERROR_NO_LATER_RUN + 1)

/**
 * ActEarlierError:
 * @record: the event
 * @state: what has become of its cause
 * @reason: how that is known
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  ActEventRecord *record;
  ActEarlierErrorState   state;
  ActEarlierErrorReason  reason;
} ActEarlierError;

ActEarlierError *act_earlier_error_new   (const ActEventRecord *record);
void      act_earlier_error_free  (ActEarlierError             *self);
void      act_earlier_error_judge (ActEarlierError             *self,
                           ActEarlierErrorReason        reason,
                           gboolean              stale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActEarlierError, act_earlier_error_free)

G_END_DECLS
