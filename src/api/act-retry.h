/* When a call that failed is worth repeating
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACT_RETRY_NEVER G_GINT64_CONSTANT (-1)

/**
 * ActFailure:
 * @attempts: how often the call was sent, this time included
 * @is_idempotent: whether it may be sent again at all
 * @was_connected: whether there was a connection
 * @status: the HTTP status, or 0 when there was no answer
 * @retry_after: (nullable): the header of that name
 * @error: (nullable): why there was no answer
 * @now: seconds since 1970 UTC
 *
 * All that matters to whether a call is repeated.
 */
typedef struct
{
  guint         attempts;
  gboolean      is_idempotent;
  gboolean      was_connected;
  guint         status;
  const char   *retry_after;
  const GError *error;
  gint64        now;
} ActFailure;

gint64 act_retry_get_delay (const ActFailure *failure);
gint64 act_retry_get_pause (const ActFailure *failure);

G_END_DECLS
