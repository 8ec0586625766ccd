/* A connection as a group of a key file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-group.h"

#include "act-mark-call.h"

#define NAME            "name"
#define BASE_URL        "base-url"
#define ORGANISATION    "organization-id"
#define KEY_ID          "key-id"
#define COLOUR          "colour"
#define REFRESH_MINUTES "refresh-minutes"
#define REQUEST_CEILING "request-ceiling"
#define MARK_METHOD     "mark-method"
#define MARK_PATH       "mark-path"
#define CONSOLE         "console-address"
#define NOTIFICATIONS   "notifications"
#define AUTHORITY       "authority"

static void
read_text (GKeyFile   *file,
           const char *group,
           const char *key,
           char      **text)
{
  char *found = g_key_file_get_string (file, group, key, NULL);

  if (found == NULL)
    return;

  g_free (*text);
  *text = found;
}

static void
read_number (GKeyFile   *file,
             const char *group,
             const char *key,
             guint      *number)
{
  g_autoptr (GError) error = NULL;
  int found = g_key_file_get_integer (file, group, key, &error);

  if (error == NULL && found >= 0)
    *number = (guint) found;
}

static void
read_switch (GKeyFile   *file,
             const char *group,
             const char *key,
             gboolean   *value)
{
  g_autoptr (GError) error = NULL;
  gboolean found = g_key_file_get_boolean (file, group, key, &error);

  if (error == NULL)
    *value = found;
}

static void
write_text (GKeyFile   *file,
            const char *group,
            const char *key,
            const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
  else
    g_key_file_remove_key (file, group, key, NULL);
}

/* What is usual is not written down, so that it may become another. */
static void
write_mark_call (GKeyFile      *file,
                 const char    *group,
                 ActConnection *connection)
{
  const char *method = act_connection_get_mark_method (connection);
  const char *path = act_connection_get_mark_path (connection);
  gboolean    usual = g_str_equal (method, ACT_MARK_CALL_METHOD) && g_str_equal (path, ACT_MARK_CALL_PATH);

  write_text (file, group, MARK_METHOD, usual ? NULL : method);
  write_text (file, group, MARK_PATH, usual ? NULL : path);
}

/**
 * act_connection_group_read:
 * @file: a key file, from outside
 * @group: a group of it
 * @error: of %ACT_CONNECTION_ERROR
 *
 * Reads a connection. What can be left out and makes no sense is what is usual; a call or an
 * authority that makes none is an error, since another one would be less than what was asked for.
 *
 * Returns: (transfer full) (nullable): the connection
 */
ActConnection *
act_connection_group_read (GKeyFile   *file,
                           const char *group,
                           GError    **error)
{
  g_autoptr (ActConnectionSettings) settings = act_connection_settings_new ();
  g_autofree char *colour = g_key_file_get_string (file, group, COLOUR, NULL);
  g_autoptr (GError) first_error = NULL;
  ActConnection *connection = NULL;

  read_text (file, group, NAME, &settings->name);
  read_text (file, group, BASE_URL, &settings->base_url);
  read_text (file, group, ORGANISATION, &settings->organisation_id);
  read_text (file, group, KEY_ID, &settings->key_id);
  act_connection_colour_from_nick (colour, &settings->colour);
  read_number (file, group, REFRESH_MINUTES, &settings->refresh_minutes);
  read_number (file, group, REQUEST_CEILING, &settings->request_ceiling);
  read_text (file, group, MARK_METHOD, &settings->mark_method);
  read_text (file, group, MARK_PATH, &settings->mark_path);
  read_text (file, group, CONSOLE, &settings->console_address);
  read_switch (file, group, NOTIFICATIONS, &settings->notify);
  read_text (file, group, AUTHORITY, &settings->authority);

  connection = act_connection_new_from_settings (settings, &first_error);
  if (g_error_matches (first_error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_CONSOLE))
    {
      g_clear_pointer (&settings->console_address, g_free);
      return act_connection_new_from_settings (settings, error);
    }

  if (connection == NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));

  return connection;
}

/**
 * act_connection_group_write:
 * @file: a key file
 * @group: a group of it, which need not exist
 * @connection: a connection
 *
 * Writes a connection down; what else is in the group is left alone.
 */
void
act_connection_group_write (GKeyFile      *file,
                            const char    *group,
                            ActConnection *connection)
{
  ActConnectionColour colour = act_connection_get_colour (connection);

  write_text (file, group, NAME, act_connection_get_name (connection));
  write_text (file, group, BASE_URL, act_connection_get_base_url (connection));
  write_text (file, group, ORGANISATION, act_connection_get_organisation_id (connection));
  write_text (file, group, KEY_ID, act_connection_get_key_id (connection));
  write_text (file, group, COLOUR, act_connection_colour_get_nick (colour));
  g_key_file_set_integer (file, group, REFRESH_MINUTES,
                          (int) act_connection_get_refresh_minutes (connection));
  g_key_file_set_integer (file, group, REQUEST_CEILING,
                          (int) act_connection_get_request_ceiling (connection));
  write_mark_call (file, group, connection);
  write_text (file, group, CONSOLE, act_connection_get_console_address (connection));
  g_key_file_set_boolean (file, group, NOTIFICATIONS, act_connection_get_notify (connection));
  write_text (file, group, AUTHORITY, act_connection_get_authority (connection));
}
