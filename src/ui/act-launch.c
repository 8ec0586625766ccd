/* What main hands over to the application: where to connect, and the demo's hooks
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-launch.h"

#include <string.h>

static void
free_secret (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));

  g_free (secret);
}

/**
 * act_launch_new:
 *
 * Creates a launch without a connection.
 *
 * Returns: (transfer full): the launch
 */
ActLaunch *
act_launch_new (void)
{
  return g_new0 (ActLaunch, 1);
}

/**
 * act_launch_free:
 * @self: (transfer full): a launch
 *
 * Frees the launch and wipes its secret. `demo_data` is left alone.
 */
void
act_launch_free (ActLaunch *self)
{
  g_clear_pointer (&self->connection, act_connection_unref);
  g_clear_pointer (&self->secret, free_secret);
  g_free (self->directory);
  g_free (self->problem);
  g_free (self);
}

/**
 * act_launch_set_connection:
 * @self: a launch
 * @connection: (transfer none) (nullable): the connection to open
 * @secret: (nullable): its secret; copied
 *
 * Replaces the connection and its secret. A problem that was there before is forgotten.
 */
void
act_launch_set_connection (ActLaunch     *self,
                           ActConnection *connection,
                           const char    *secret)
{
  ActConnection *held = connection != NULL ? act_connection_ref (connection) : NULL;
  char          *copy = g_strdup (secret);

  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->connection, act_connection_unref);
  g_clear_pointer (&self->secret, free_secret);
  g_clear_pointer (&self->problem, g_free);
  self->connection = held;
  self->secret = copy;
}
