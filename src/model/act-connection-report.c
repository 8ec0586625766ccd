/* What a test of a connection has found
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-report.h"

/**
 * act_connection_report_new:
 * @verdict: what it comes to
 *
 * Any thread.
 *
 * Returns: (transfer full): a report without an organisation and an error
 */
ActConnectionReport *
act_connection_report_new (ActConnectionVerdict verdict)
{
  ActConnectionReport *self = g_new0 (ActConnectionReport, 1);

  self->verdict = verdict;

  return self;
}

/**
 * act_connection_report_free:
 * @self: (transfer full) (nullable): a report
 *
 * Any thread.
 */
void
act_connection_report_free (ActConnectionReport *self)
{
  if (self == NULL)
    return;

  g_free (self->organisation_id);
  g_clear_error (&self->error);
  g_free (self);
}
