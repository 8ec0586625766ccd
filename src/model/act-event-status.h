/* Where an event stands between being open and being actioned
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActEventStatus:
 * @ACT_EVENT_STATUS_OPEN: not actioned
 * @ACT_EVENT_STATUS_REOPENED: was actioned, but the server lists it as open again
 * @ACT_EVENT_STATUS_REFUSED: we asked the server to mark it and it refused; still open there
 * @ACT_EVENT_STATUS_OPEN_GONE: not actioned, and no longer on the server
 * @ACT_EVENT_STATUS_PENDING: marked here; the server has not confirmed it yet
 * @ACT_EVENT_STATUS_LOCAL: marked here; this organisation's API does not accept marking
 * @ACT_EVENT_STATUS_ACTIONED: marked here, confirmed by the server
 * @ACT_EVENT_STATUS_ELSEWHERE: actioned by someone else or in the Console
 * @ACT_EVENT_STATUS_ACTIONED_GONE: marked here, and no longer on the server
 *
 * The values are stored and must not be renumbered.
 */
typedef enum
{
  ACT_EVENT_STATUS_OPEN = 0,
  ACT_EVENT_STATUS_REOPENED = 1,
  ACT_EVENT_STATUS_REFUSED = 2,
  ACT_EVENT_STATUS_OPEN_GONE = 3,
  ACT_EVENT_STATUS_PENDING = 8,
  ACT_EVENT_STATUS_LOCAL = 9,
  ACT_EVENT_STATUS_ACTIONED = 10,
  ACT_EVENT_STATUS_ELSEWHERE = 11,
  ACT_EVENT_STATUS_ACTIONED_GONE = 12,
} ActEventStatus;

/* Statuses below this one are shown in the list of open events. */
#define ACT_EVENT_STATUS_FIRST_ACTIONED ACT_EVENT_STATUS_PENDING

gboolean act_event_status_is_actioned (ActEventStatus status);
gboolean act_event_status_is_known    (int            value);

G_END_DECLS
