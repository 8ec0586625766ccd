/* Where an event stands between being open and being actioned
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-status.h"

/**
 * act_event_status_is_actioned:
 * @status: a status
 *
 * Tells whether an event with this status is shown as ACTIONED and leaves the list of open events.
 *
 * Returns: whether it is actioned
 */
gboolean
act_event_status_is_actioned (ActEventStatus status)
{
  return status >= ACT_EVENT_STATUS_FIRST_ACTIONED;
}

/**
 * act_event_status_is_known:
 * @value: a number, for example one that was stored
 *
 * Tells whether a number is a status. A store written by a newer version may hold others.
 *
 * Returns: whether @value is an #ActEventStatus
 */
gboolean
act_event_status_is_known (int value)
{
  switch (value)
    {
    case ACT_EVENT_STATUS_OPEN:
    case ACT_EVENT_STATUS_REOPENED:
    case ACT_EVENT_STATUS_REFUSED:
    case ACT_EVENT_STATUS_OPEN_GONE:
    case ACT_EVENT_STATUS_PENDING:
    case ACT_EVENT_STATUS_LOCAL:
    case ACT_EVENT_STATUS_ACTIONED:
    case ACT_EVENT_STATUS_ELSEWHERE:
    case ACT_EVENT_STATUS_ACTIONED_GONE:
      return TRUE;

    default:
      return FALSE;
    }
}
