/* An earlier error of an integration that was disabled, and whether it looks put right
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause.h"

static const ActCauseState states[] = {
  [ACT_CAUSE_NOT_CHECKED] = ACT_CAUSE_UNKNOWN,
  [ACT_CAUSE_MAPPING_EXISTS] = ACT_CAUSE_RESOLVED,
  [ACT_CAUSE_MAPPING_MISSING] = ACT_CAUSE_UNRESOLVED,
  [ACT_CAUSE_CREDENTIAL_REPLACED] = ACT_CAUSE_RESOLVED,
  [ACT_CAUSE_AUTHORIZED] = ACT_CAUSE_RESOLVED,
  [ACT_CAUSE_NOT_AUTHORIZED] = ACT_CAUSE_UNRESOLVED,
  [ACT_CAUSE_RUN_COMPLETED] = ACT_CAUSE_RESOLVED,
  [ACT_CAUSE_NO_LATER_RUN] = ACT_CAUSE_UNRESOLVED,
};

/**
 * act_cause_new:
 * @record: an event; copied
 *
 * Makes a cause of which nothing is known yet. Any thread.
 *
 * Returns: (transfer full): the cause
 */
ActCause *
act_cause_new (const ActEventRecord *record)
{
  ActCause *self = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_new0 (ActCause, 1);
  self->record = act_event_record_copy (record);

  return self;
}

/**
 * act_cause_free:
 * @self: (transfer full) (nullable): a cause
 *
 * Frees a cause. Any thread.
 */
void
act_cause_free (ActCause *self)
{
  if (self == NULL)
    return;

  act_event_record_free (self->record);
  g_free (self);
}

/**
 * act_cause_judge:
 * @self: a cause
 * @reason: what was found
 * @stale: whether that was true some time ago, and may be otherwise by now
 *
 * Says what was found out about a cause. What was put right some time ago is taken to be so still;
 * what was wrong then says nothing about now. Any thread.
 */
void
act_cause_judge (ActCause      *self,
                 ActCauseReason reason,
                 gboolean       stale)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (reason < ACT_N_CAUSE_REASONS);

  if (stale && states[reason] == ACT_CAUSE_UNRESOLVED)
    reason = ACT_CAUSE_NOT_CHECKED;

  self->reason = reason;
  self->state = states[reason];
}
