/* The connections that were opened on this computer, without their secrets
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-list.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define FILE_NAME    "connections.ini"
#define NAME         "name"
#define BASE_URL     "base-url"
#define ORGANISATION "organization-id"
#define KEY_ID       "key-id"

/* Whoever has more than this has something else in the file. */
#define MAX_CONNECTIONS 1000
#define MAX_BYTES       (1024 * 1024)

static GKeyFile *
load_file (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  GStatBuf facts;

  if (g_stat (path, &facts) == 0 && facts.st_size <= MAX_BYTES &&
      !g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error))
    g_info ("The list of connections cannot be read: %s", error->message);

  return g_steal_pointer (&file);
}

static char *
build_path (const char *folder)
{
  return g_build_filename (folder, FILE_NAME, NULL);
}

static ActConnection *
read_connection (GKeyFile   *file,
                 const char *group)
{
  g_autofree char *name = g_key_file_get_string (file, group, NAME, NULL);
  g_autofree char *base_url = g_key_file_get_string (file, group, BASE_URL, NULL);
  g_autofree char *organisation = g_key_file_get_string (file, group, ORGANISATION, NULL);
  g_autofree char *key_id = g_key_file_get_string (file, group, KEY_ID, NULL);
  g_autoptr (GError) error = NULL;
  ActConnection *connection = NULL;

  connection = act_connection_new (name, base_url, organisation, key_id, &error);
  if (connection == NULL)
    g_info ("A connection of the list is left out: %s", error->message);

  return connection;
}

/**
 * act_connection_list_load:
 * @folder: the folder of the stores
 *
 * Reads which connections were opened before. What cannot be read is left out.
 *
 * Returns: (transfer full) (element-type ActConnection): the connections
 */
GPtrArray *
act_connection_list_load (const char *folder)
{
  GPtrArray       *connections = g_ptr_array_new_with_free_func ((GDestroyNotify) act_connection_unref);
  g_autofree char *path = build_path (folder);
  g_autoptr (GKeyFile) file = load_file (path);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (gsize i = 0; groups[i] != NULL && connections->len < MAX_CONNECTIONS; i++)
    {
      ActConnection *connection = read_connection (file, groups[i]);

      if (connection != NULL)
        g_ptr_array_add (connections, connection);
    }

  return connections;
}

static gboolean
set_value (GKeyFile   *file,
           const char *group,
           const char *key,
           const char *value)
{
  g_autofree char *before = g_key_file_get_string (file, group, key, NULL);

  g_key_file_set_string (file, group, key, value);

  return g_strcmp0 (before, value) != 0;
}

static gboolean
set_connection (GKeyFile      *file,
                ActConnection *connection)
{
  const char *group = act_connection_get_id (connection);
  gboolean    changed = FALSE;

  changed |= set_value (file, group, NAME, act_connection_get_name (connection));
  changed |= set_value (file, group, BASE_URL, act_connection_get_base_url (connection));
  changed |= set_value (file, group, ORGANISATION, act_connection_get_organisation_id (connection));
  changed |= set_value (file, group, KEY_ID, act_connection_get_key_id (connection));

  return changed;
}

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
  g_autofree char *path = build_path (folder);
  g_autoptr (GKeyFile) file = load_file (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  if (!set_connection (file, connection))
    return;

  text = g_key_file_to_data (file, &length, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_info ("The list of connections was not written: %s", g_strerror (errno));
  else if (!g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                      0600, &error))
    g_info ("The list of connections was not written: %s", error->message);
}

static gboolean
is_called (ActConnection *connection,
           const char    *name)
{
  return g_strcmp0 (act_connection_get_id (connection), name) == 0 ||
         g_strcmp0 (act_connection_get_organisation_id (connection), name) == 0 ||
         g_ascii_strcasecmp (act_connection_get_name (connection), name) == 0;
}

/**
 * act_connection_list_find:
 * @connections: (element-type ActConnection): connections
 * @name: a name, an id, or an organisation's id
 *
 * Returns: (transfer container) (element-type ActConnection): those that are called so
 */
GPtrArray *
act_connection_list_find (GPtrArray  *connections,
                          const char *name)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < connections->len; i++)
    {
      ActConnection *connection = g_ptr_array_index (connections, i);

      if (is_called (connection, name))
        g_ptr_array_add (found, connection);
    }

  return found;
}
