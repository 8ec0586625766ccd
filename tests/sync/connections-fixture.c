/* A list of connections to two simulated servers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "connections-fixture.h"

#include "act-time.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

static ActSimulator *
start_server (guint number)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (GError) error = NULL;
  ActSimulator *server = NULL;

  options->events = 150;
  options->latency_ms = 2;
  options->seed = 7 + number;
  server = act_simulator_new (options);
  act_simulator_start (server, &error);
  g_assert_no_error (error);

  return server;
}

void
connections_set_up (ConnectionsFixture *self,
                    gconstpointer       unused)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("actioned-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_SERVERS; i++)
    self->servers[i] = start_server (i);
  self->keyring = memory_keyring_new ();
  self->connections = act_connections_new_with_keyring (self->folder, ACT_KEYRING (self->keyring));
}

static void
close_all (ConnectionsFixture *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->connections)); i++)
    {
      g_autoptr (ActConnectionEntry) entry =
          g_list_model_get_item (G_LIST_MODEL (self->connections), i);

      connections_close (self, entry);
    }
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_unlink (child), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
connections_tear_down (ConnectionsFixture *self,
                       gconstpointer       unused)
{
  close_all (self);
  g_assert_finalize_object (g_steal_pointer (&self->connections));
  g_assert_finalize_object (g_steal_pointer (&self->keyring));
  for (guint i = 0; i < N_SERVERS; i++)
    {
      act_simulator_stop (self->servers[i]);
      g_clear_object (&self->servers[i]);
    }

  remove_folder (self->folder);
  g_free (self->folder);
}

void
connections_restart (ConnectionsFixture *self)
{
  close_all (self);
  g_assert_finalize_object (g_steal_pointer (&self->connections));
  self->connections = act_connections_new_with_keyring (self->folder, ACT_KEYRING (self->keyring));
}

void
connections_keep_result_cb (GObject      *source,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

ActConnection *
connections_connect (ConnectionsFixture *self,
                     guint               server)
{
  g_autoptr (ActConnectionSettings) settings = act_connection_settings_new ();
  g_autoptr (GError) error = NULL;
  ActConnection *connection = NULL;

  settings->name = g_strdup_printf ("Server %u", server);
  settings->base_url = g_strdup (act_simulator_get_base_url (self->servers[server]));
  settings->organisation_id = g_strdup (act_simulator_get_org_id (self->servers[server]));
  settings->key_id = g_strdup (act_simulator_get_api_key (self->servers[server]));
  settings->request_ceiling = 50;
  connection = act_connection_new_from_settings (settings, &error);
  g_assert_no_error (error);

  return connection;
}

/* The entry belongs to the list. */
ActConnectionEntry *
connections_add (ConnectionsFixture *self,
                 guint               server)
{
  g_autoptr (ActConnection) connection = connections_connect (self, server);
  g_autoptr (ActConnectionEntry) entry = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_connections_add_async (self->connections, connection,
                             act_simulator_get_api_secret (self->servers[server]), FALSE, NULL,
                             connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  entry = act_connections_add_finish (self->connections, result, &error);
  g_assert_no_error (error);

  return entry;
}

void
connections_open (ConnectionsFixture *self,
                  ActConnectionEntry *entry,
                  ActSessionFlags     flags)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_connection_entry_open_async (entry, flags, NULL, NULL, NULL, connections_keep_result_cb,
                                   &result);
  connections_wait (result != NULL);
  act_connection_entry_open_finish (entry, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (act_connection_entry_get_session (entry));
}

void
connections_close (ConnectionsFixture *self,
                   ActConnectionEntry *entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_connection_entry_close_async (entry, connections_keep_result_cb, &result);
  g_assert_null (act_connection_entry_get_session (entry));
  connections_wait (result != NULL);
  act_connection_entry_close_finish (entry, result, &error);
  g_assert_no_error (error);
}

gboolean
connections_set_key (ConnectionsFixture *self,
                     ActConnectionEntry *entry,
                     const char         *key_id,
                     const char         *secret,
                     GError            **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_connections_set_key_async (self->connections, entry, key_id, secret, FALSE, NULL,
                                 connections_keep_result_cb, &result);
  connections_wait (result != NULL);

  return act_connections_set_key_finish (self->connections, result, error);
}

gboolean
connections_remove (ConnectionsFixture *self,
                    ActConnectionEntry *entry,
                    GError            **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_connections_remove_async (self->connections, entry, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);

  return act_connections_remove_finish (self->connections, result, error);
}

void
connections_wait_until_read (ActConnectionEntry *entry)
{
  ActSession *session = act_connection_entry_get_session (entry);

  connections_wait (act_session_get_state (session) == ACT_SESSION_IDLE &&
                    act_session_get_as_of (session) != ACT_TIME_UNKNOWN);
}

void
connections_wait_for_state (ActConnectionEntry *entry,
                            ActSessionState     state)
{
  ActSession *session = act_connection_entry_get_session (entry);

  connections_wait (act_session_get_state (session) == state);
}

GArray *
connections_list (ActConnectionEntry *entry)
{
  ActRowSource *source = act_session_get_row_source (act_connection_entry_get_session (entry));
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *row_ids = NULL;

  act_row_source_query_async (source, query, 0, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  row_ids = act_row_source_query_finish (source, result, &error);
  g_assert_no_error (error);

  return row_ids;
}

GArray *
connections_mark (ActConnectionEntry *entry,
                  guint               n_events,
                  guint               undo_seconds)
{
  ActSession *session = act_connection_entry_get_session (entry);
  GArray     *row_ids = connections_list (entry);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_marked = 0;

  g_assert_cmpuint (row_ids->len, >=, n_events);
  g_array_set_size (row_ids, n_events);
  act_session_mark_async (session, (const gint64 *) (gpointer) row_ids->data, row_ids->len,
                          undo_seconds, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  act_session_mark_finish (session, result, &n_marked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_marked, ==, n_events);

  return row_ids;
}

/* How much of what the server accepted has altered something. */
guint
connections_count_changes (ConnectionsFixture *self,
                           guint               server)
{
  g_autofree char *text = act_simulator_dup_ledger (self->servers[server]);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  JsonArray *changes = json_node_get_array (node);
  guint      n_changes = 0;

  for (guint i = 0; i < json_array_get_length (changes); i++)
    {
      if (json_object_get_boolean_member (json_array_get_object_element (changes, i), "changed"))
        n_changes++;
    }

  return n_changes;
}
