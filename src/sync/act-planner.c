/* Decides what the server's word means for what the store knows; no I/O
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-planner.h"

#include "act-api-error.h"

#include <gio/gio.h>

static gboolean
mark_may_be_on_its_way (const ActLocalState *local)
{
  return local->has_mark &&
         (local->mark_state == ACT_OUTBOX_SENDING || local->mark_state == ACT_OUTBOX_VERIFYING);
}

static ActEventStatus
merge_actioned (const ActLocalState *local)
{
  /* Whose mark the server shows is told by the outbox when it settles its entry. */
  if (mark_may_be_on_its_way (local))
    return local->status;

  if (local->status == ACT_EVENT_STATUS_ACTIONED || local->status == ACT_EVENT_STATUS_ACTIONED_GONE)
    return ACT_EVENT_STATUS_ACTIONED;

  return ACT_EVENT_STATUS_ELSEWHERE;
}

static ActEventStatus
merge_open (const ActLocalState *local,
            gint64               asked_at)
{
  /* What the user did and the server has not confirmed is never undone by a list. */
  if (local->has_mark)
    return local->status;

  if (local->status == ACT_EVENT_STATUS_OPEN_GONE)
    return ACT_EVENT_STATUS_OPEN;

  if (!act_event_status_is_actioned (local->status))
    return local->status;

  /* An answer that was asked for before the event was seen actioned is merely late. */
  if (local->confirmed_at != ACT_TIME_UNKNOWN && asked_at <= local->confirmed_at)
    return local->status;

  return ACT_EVENT_STATUS_REOPENED;
}

/**
 * act_planner_merge:
 * @local: (nullable): what the store knows, %NULL for an event that it has never seen
 * @remote: what the server says
 * @asked_at: when the page was asked for, milliseconds since 1970 UTC
 *
 * An [callback@MergeFunc]. Any thread.
 *
 * Returns: where the event stands now
 */
ActEventStatus
act_planner_merge (const ActLocalState *local,
                   const ActEvent      *remote,
                   gint64               asked_at)
{
  gboolean actioned;

  g_return_val_if_fail (remote != NULL, ACT_EVENT_STATUS_OPEN);

  actioned = remote->actioned_time != ACT_TIME_UNKNOWN;
  if (local == NULL)
    return actioned ? ACT_EVENT_STATUS_ELSEWHERE : ACT_EVENT_STATUS_OPEN;

  return actioned ? merge_actioned (local) : merge_open (local, asked_at);
}

/**
 * act_planner_judge_mark:
 * @error: why the call that marks an event failed
 *
 * Any thread.
 *
 * Returns: what that means for the mark
 */
ActMarkOutcome
act_planner_judge_mark (const GError *error)
{
  g_return_val_if_fail (error != NULL, ACT_MARK_RETRY_LATER);

  if (error->domain != ACT_API_ERROR)
    return ACT_MARK_RETRY_LATER;

  switch ((ActApiError) error->code)
    {
    case ACT_API_ERROR_TOKEN_REFUSED:
    case ACT_API_ERROR_UNAUTHORIZED:
    case ACT_API_ERROR_NO_SECRET:
      return ACT_MARK_SIGN_IN;

    case ACT_API_ERROR_FORBIDDEN:
    case ACT_API_ERROR_NOT_FOUND:
    case ACT_API_ERROR_NOT_ALLOWED:
      return ACT_MARK_ASK;

    case ACT_API_ERROR_BAD_REQUEST:
    case ACT_API_ERROR_CONFLICT:
      return ACT_MARK_REFUSED;

    case ACT_API_ERROR_OFFLINE:
    case ACT_API_ERROR_TIMED_OUT:
    case ACT_API_ERROR_TLS:
    case ACT_API_ERROR_PAGE_TOO_LARGE:
    case ACT_API_ERROR_RATE_LIMITED:
    case ACT_API_ERROR_SERVER:
    case ACT_API_ERROR_NOT_JSON:
    case ACT_API_ERROR_BAD_RESPONSE:
    case ACT_API_ERROR_TOO_LARGE:
    case ACT_API_ERROR_TOO_DEEP:
    case ACT_API_ERROR_REPEATED_TOKEN:
    case ACT_API_ERROR_UNCERTAIN:
    case ACT_API_ERROR_OTHER_API:
    case ACT_API_ERROR_REDIRECTED:
    default:
      return ACT_MARK_RETRY_LATER;
    }
}
