/* What a set of rows holds, for the confirmation
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-selection-summary.h"

#include "act-event.h"

/**
 * act_selection_summary_new:
 *
 * Makes the summary of nothing. Any thread.
 *
 * Returns: (transfer full): the summary
 */
ActSelectionSummary *
act_selection_summary_new (void)
{
  ActSelectionSummary *self = g_new0 (ActSelectionSummary, 1);

  self->row_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->oldest = ACT_TIME_UNKNOWN;
  self->newest = ACT_TIME_UNKNOWN;

  return self;
}

/**
 * act_selection_summary_free:
 * @self: (transfer full) (nullable): a summary
 *
 * Frees a summary. Any thread.
 */
void
act_selection_summary_free (ActSelectionSummary *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->row_ids, g_array_unref);
  g_free (self);
}
