/* What the server answered to one request
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-response.h"

/**
 * act_response_new:
 * @status: the HTTP status
 *
 * Returns: (transfer full): a response without a body
 */
ActResponse *
act_response_new (guint status)
{
  ActResponse *self = g_new0 (ActResponse, 1);

  self->status = status;

  return self;
}

/**
 * act_response_free:
 * @self: (transfer full) (nullable): a response
 */
void
act_response_free (ActResponse *self)
{
  if (self == NULL)
    return;

  g_free (self->content_type);
  g_free (self->location);
  g_free (self->retry_after);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

/**
 * act_response_is_successful:
 * @self: a response
 *
 * Returns: whether the server did what it was asked
 */
gboolean
act_response_is_successful (const ActResponse *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->status >= 200 && self->status < 300;
}
