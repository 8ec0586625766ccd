/* The list of connections, as it is on disk
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-connection-file.h"
#include "act-connection-group.h"
#include "act-connection.h"
#include "act-mark-call.h"
#include "act-web-address.h"

/* A connection that was read is written, and read again as the same. */
static void
check_connection (ActConnection *connection)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (ActConnection) again = NULL;
  const char      *console = act_connection_get_console_address (connection);
  g_autofree char *checked = act_web_address_check (console, NULL);

  g_assert_true (act_mark_call_is_valid (act_connection_get_mark_method (connection),
                                         act_connection_get_mark_path (connection)));
  g_assert_true (console == NULL || checked != NULL);

  act_connection_group_write (file, "group", connection);
  again = act_connection_group_read (file, "group", NULL);
  g_assert_nonnull (again);
  g_assert_cmpstr (act_connection_get_id (again), ==, act_connection_get_id (connection));
  g_assert_cmpstr (act_connection_get_name (again), ==, act_connection_get_name (connection));
  g_assert_cmpstr (act_connection_get_base_url (again), ==, act_connection_get_base_url (connection));
  g_assert_cmpstr (act_connection_get_organisation_id (again), ==, act_connection_get_organisation_id (connection));
  g_assert_cmpstr (act_connection_get_key_id (again), ==, act_connection_get_key_id (connection));
  g_assert_cmpstr (act_connection_get_authority (again), ==, act_connection_get_authority (connection));
  g_assert_cmpuint (act_connection_get_refresh_minutes (again), ==, act_connection_get_refresh_minutes (connection));
  g_assert_cmpuint (act_connection_get_request_ceiling (again), ==, act_connection_get_request_ceiling (connection));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GPtrArray) connections = act_connection_file_parse (size > 0 ? (const char *) data : "", size);

  for (guint i = 0; i < connections->len; i++)
    check_connection (g_ptr_array_index (connections, i));

  return 0;
}
