/* What the server answered to one request
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActResponse:
 * @status: the HTTP status
 * @asked_at: when the request left, milliseconds since 1970 UTC by the local clock
 * @content_type: (nullable): what the body is said to be, without parameters
 * @location: (nullable): the header of that name
 * @retry_after: (nullable): the header of that name
 * @body: the body, decoded; cut when it belongs to an error and is long
 *
 * Plain data.
 */
typedef struct
{
  guint   status;
  gint64  asked_at;
  char   *content_type;
  char   *location;
  char   *retry_after;
  GBytes *body;
} ActResponse;

ActResponse *act_response_new           (guint              status);
void         act_response_free          (ActResponse       *self);
gboolean     act_response_is_successful (const ActResponse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActResponse, act_response_free)

G_END_DECLS
