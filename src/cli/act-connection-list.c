/* The connections that were opened on this computer, without their secrets
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-list.h"

#include "act-connection-file.h"

/**
 * act_connection_list_remember:
 * @folder: the folder of the stores, which need not exist
 * @connection: a connection
 *
 * Writes a connection down, so that its events can be read without a word about it. That it cannot
 * be written is no reason for not opening it.
 */
void
act_connection_list_remember (const char    *folder,
                              ActConnection *connection)
{
  g_autoptr (GError) error = NULL;

  if (!act_connection_file_put (folder, connection, &error))
    g_info ("The list of connections was not written: %s", error->message);
}
