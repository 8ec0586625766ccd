/* What takes space on this computer for a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-usage.h"

/**
 * act_usage_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): a usage of nothing
 */
ActUsage *
act_usage_new (void)
{
  return g_new0 (ActUsage, 1);
}

/**
 * act_usage_free:
 * @self: (transfer full) (nullable): a usage
 *
 * Any thread.
 */
void
act_usage_free (ActUsage *self)
{
  g_free (self);
}

/**
 * act_usage_get_total:
 * @self: a usage
 *
 * Any thread.
 *
 * Returns: all bytes on the disk
 */
gint64
act_usage_get_total (const ActUsage *self)
{
  return self->store + self->backups + self->set_aside;
}
