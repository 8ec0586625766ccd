/* An earlier error of an integration that was disabled, and whether it looks put right
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-earlier-error.h"

static const ActEarlierErrorState states[] = {
  [ACT_EARLIER_ERROR_NOT_CHECKED] = ACT_EARLIER_ERROR_UNKNOWN,
  [ACT_EARLIER_ERROR_MAPPING_EXISTS] = ACT_EARLIER_ERROR_RESOLVED,
  [ACT_EARLIER_ERROR_MAPPING_MISSING] = ACT_EARLIER_ERROR_UNRESOLVED,
  [ACT_EARLIER_ERROR_CREDENTIAL_REPLACED] = ACT_EARLIER_ERROR_RESOLVED,
  [ACT_EARLIER_ERROR_AUTHORIZED] = ACT_EARLIER_ERROR_RESOLVED,
  [ACT_EARLIER_ERROR_NOT_AUTHORIZED] = ACT_EARLIER_ERROR_UNRESOLVED,
  [ACT_EARLIER_ERROR_RUN_COMPLETED] = ACT_EARLIER_ERROR_RESOLVED,
  [ACT_EARLIER_ERROR_NO_LATER_RUN] = ACT_EARLIER_ERROR_UNRESOLVED,
};

/**
 * act_earlier_error_new:
 * @record: an event; copied
 *
 * Makes an earlier error of which nothing is known yet. Any thread.
 *
 * Returns: (transfer full): the earlier error
 */
ActEarlierError *
act_earlier_error_new (const ActEventRecord *record)
{
  ActEarlierError *self = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_new0 (ActEarlierError, 1);
  self->record = act_event_record_copy (record);

  return self;
}

/**
 * act_earlier_error_free:
 * @self: (transfer full) (nullable): an earlier error
 *
 * Frees an earlier error. Any thread.
 */
void
act_earlier_error_free (ActEarlierError *self)
{
  if (self == NULL)
    return;

  act_event_record_free (self->record);
  g_free (self);
}

/**
 * act_earlier_error_judge:
 * @self: an earlier error
 * @reason: what was found
 * @stale: whether that was true some time ago, and may be otherwise by now
 *
 * Says what was found out about an earlier error. What was put right some time ago is taken to be so still;
 * what was wrong then says nothing about now. Any thread.
 */
void
act_earlier_error_judge (ActEarlierError      *self,
                         ActEarlierErrorReason reason,
                         gboolean              stale)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (reason < ACT_N_EARLIER_ERROR_REASONS);

  if (stale && states[reason] == ACT_EARLIER_ERROR_UNRESOLVED)
    reason = ACT_EARLIER_ERROR_NOT_CHECKED;

  self->reason = reason;
  self->state = states[reason];
}
