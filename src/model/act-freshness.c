/* How fresh something is that was read
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-freshness.h"

G_DEFINE_BOXED_TYPE (ActFreshness, act_freshness, act_freshness_copy, act_freshness_free)

/**
 * act_freshness_new:
 * @read_at: when the server said so, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @error: (nullable): why the server could not be asked now; copied
 *
 * Returns: (transfer full): how fresh something is
 */
ActFreshness *
act_freshness_new (gint64        read_at,
                   const GError *error)
{
  ActFreshness *self = g_new0 (ActFreshness, 1);

  self->read_at = read_at;
  self->error = error != NULL ? g_error_copy (error) : NULL;

  return self;
}

/**
 * act_freshness_copy:
 * @self: how fresh something is
 *
 * Returns: (transfer full): the copy
 */
ActFreshness *
act_freshness_copy (const ActFreshness *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return act_freshness_new (self->read_at, self->error);
}

/**
 * act_freshness_free:
 * @self: (transfer full) (nullable): how fresh something is
 */
void
act_freshness_free (ActFreshness *self)
{
  if (self == NULL)
    return;

  g_clear_error (&self->error);
  g_free (self);
}

/**
 * act_freshness_is_stale:
 * @self: (nullable): how fresh something is
 *
 * Returns: whether it comes from the store because the server could not be asked
 */
gboolean
act_freshness_is_stale (const ActFreshness *self)
{
  return self != NULL && self->error != NULL;
}
