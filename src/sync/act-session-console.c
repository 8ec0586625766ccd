/* Where the Console of a connection is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-console.h"

/**
 * act_session_get_console_address:
 * @self: a session
 *
 * Returns: (nullable): where the Console is, as the user said; nothing is ever guessed
 */
const char *
act_session_get_console_address (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), NULL);

  return act_connection_get_console_address (act_session_get_connection (self));
}

/**
 * act_session_set_console_address:
 * @self: a session
 * @address: (nullable): where the Console is: `https`, or `http` on this computer; %NULL forgets it
 * @error: of %ACT_CONNECTION_ERROR if it is no such address
 *
 * Edits the connection of the session, which whoever keeps the list of connections writes down. The
 * signal `console-changed` follows.
 *
 * Returns: whether it is the address now
 */
gboolean
act_session_set_console_address (ActSession *self,
                                 const char *address,
                                 GError    **error)
{
  g_autoptr (ActConnectionSettings) settings = NULL;
  g_autoptr (ActConnection) connection = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (self), FALSE);

  settings = act_connection_dup_settings (act_session_get_connection (self));
  g_free (settings->console_address);
  settings->console_address = g_strdup (address);
  connection = act_connection_copy_with_settings (act_session_get_connection (self), settings, error);
  if (connection == NULL)
    return FALSE;

  act_session_set_connection (self, connection);

  return TRUE;
}
