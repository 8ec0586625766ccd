/* What is kept for the time without a network
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-offline.h"

#include "act-session-private.h"

/**
 * act_session_get_offline_progress:
 * @self: a session
 * @ready: (out) (optional): for how many open events all is known that their follow-ups show
 * @total: (out) (optional): how many open events it is read for
 *
 * Tells how far the reading ahead is. The signal `offline-changed` says when that is another than
 * before.
 */
void
act_session_get_offline_progress (ActSession *self,
                                  guint      *ready,
                                  guint      *total)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  if (ready != NULL)
    *ready = self->offline_ready;
  if (total != NULL)
    *total = self->offline_total;
}

/**
 * act_session_set_keep_logs:
 * @self: a session
 * @keep_logs: whether logs of runs are read ahead and kept
 *
 * Says whether logs are kept for the time without a network. What was kept before stays.
 */
void
act_session_set_keep_logs (ActSession *self,
                           gboolean    keep_logs)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  self->keep_logs = keep_logs;
}
