/* Names by which connections are told apart
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-connection-name.h"

#include "act-connection-entry.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

static gboolean
is_called_alike (ActConnection *a,
                 ActConnection *b)
{
  g_autofree char *key_a = g_utf8_casefold (act_connection_get_name (a), -1);
  g_autofree char *key_b = g_utf8_casefold (act_connection_get_name (b), -1);

  return g_str_equal (key_a, key_b);
}

/**
 * act_connection_name_dup_problem:
 * @connections: a model of #ActConnectionEntry
 * @connection: one that is added, or takes the place of the one to the same organisation
 *
 * Tells whether another connection has its name, so that nobody could say which of them an event or
 * a question is about. A connection without a name has that of its server, which several may share.
 *
 * Returns: (transfer full) (nullable): what stands against the name, translated plain text
 */
char *
act_connection_name_dup_problem (GListModel    *connections,
                                 ActConnection *connection)
{
  guint n = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (connections), NULL);
  g_return_val_if_fail (connection != NULL, NULL);

  n = g_list_model_get_n_items (connections);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ActConnectionEntry) entry = g_list_model_get_item (connections, i);
      ActConnection   *other = act_connection_entry_get_connection (entry);
      g_autofree char *name = NULL;

      if (g_str_equal (act_connection_get_id (other), act_connection_get_id (connection)) ||
          !is_called_alike (other, connection))
        continue;

      name = act_safe_text_line (act_connection_get_name (other));
      /* Translators: the name of a connection. */
      return g_strdup_printf (_ ("Another connection is called “%s”. Choose another name."), name);
    }

  return NULL;
}
