/* What a command works on
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-command-target.h"

#include "act-connection-source.h"
#include "act-connections.h"

/**
 * act_command_target_clear:
 * @self: a target
 *
 * Frees what it holds and wipes the secret.
 */
void
act_command_target_clear (ActCommandTarget *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->entry);
  g_clear_object (&self->connections);
  g_clear_pointer (&self->connection, act_connection_unref);
  g_clear_pointer (&self->secret, act_connection_source_free_secret);
  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->cancellable);
}
