/* The list of connections: what is added, edited, moved and removed, and where secrets go
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "act-api-error.h"
#include "act-session-console.h"
#include "act-store-error.h"
#include "connections-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static guint
count (ConnectionsFixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->connections));
}

static ActConnectionEntry *
get (ConnectionsFixture *self,
     guint               position)
{
  g_autoptr (ActConnectionEntry) entry =
      g_list_model_get_item (G_LIST_MODEL (self->connections), position);

  return entry;
}

static const char *
get_secret (ConnectionsFixture *self,
            guint               server)
{
  return act_simulator_get_api_secret (self->servers[server]);
}

/* Nothing in the folder but the keyring of the test knows a secret. */
static void
check_no_file_has (ConnectionsFixture *self,
                   const char         *secret)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autofree char *content = NULL;
      gsize            size = 0;

      g_assert_true (g_file_get_contents (path, &content, &size, NULL));
      g_assert_null (memmem (content, size, secret, strlen (secret)));
    }
}

static void
test_add (ConnectionsFixture *self,
          gconstpointer       unused)
{
  g_autoptr (ActConnection) connection = connections_connect (self, 0);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActConnectionEntry *entry = NULL;

  g_assert_cmpuint (count (self), ==, 0);
  entry = connections_add (self, 0);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpint (act_connection_entry_get_secret_place (entry), ==, ACT_SECRET_PLACE_KEYRING);
  g_assert_cmpstr (memory_keyring_get (self->keyring, connection), ==, get_secret (self, 0));
  g_assert_true (act_connections_find (self->connections, act_connection_get_id (connection)) == entry);

  act_connections_add_async (self->connections, connection, "other", FALSE, NULL,
                             connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  g_assert_null (act_connections_add_finish (self->connections, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpstr (memory_keyring_get (self->keyring, connection), ==, get_secret (self, 0));

  g_clear_object (&result);
  connections_restart (self);
  g_assert_cmpuint (count (self), ==, 1);
  entry = get (self, 0);
  g_assert_cmpint (act_connection_entry_get_secret_place (entry), ==, ACT_SECRET_PLACE_UNKNOWN);
  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  g_assert_cmpint (act_connection_entry_get_secret_place (entry), ==, ACT_SECRET_PLACE_KEYRING);
  check_no_file_has (self, get_secret (self, 0));
}

/* The events are there at once, and the secret comes when the keyring is open. */
static void
test_slow_keyring (ConnectionsFixture *self,
                   gconstpointer       unused)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  ActSession         *session = NULL;
  g_autoptr (GArray) row_ids = NULL;

  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  connections_restart (self);

  memory_keyring_hold (self->keyring);
  entry = get (self, 0);
  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  session = act_connection_entry_get_session (entry);
  g_assert_cmpint (act_session_get_state (session), ==, ACT_SESSION_SIGN_IN_NEEDED);
  g_assert_true (g_error_matches (act_session_get_error (session), ACT_API_ERROR,
                                  ACT_API_ERROR_NO_SECRET));
  g_assert_cmpint (act_connection_entry_get_secret_place (entry), ==, ACT_SECRET_PLACE_UNKNOWN);
  row_ids = connections_mark (entry, 3, 0);
  memory_keyring_release (self->keyring);
  connections_wait (connections_count_changes (self, 0) == 3);
  connections_wait_for_state (entry, ACT_SESSION_IDLE);
  g_assert_cmpint (act_connection_entry_get_secret_place (entry), ==, ACT_SECRET_PLACE_KEYRING);
}

static void
test_locked (ConnectionsFixture *self,
             gconstpointer       unused)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  connections_restart (self);
  entry = get (self, 0);
  memory_keyring_set_failure (self->keyring, ACT_KEYRING_ERROR_LOCKED);
  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait (act_connection_entry_get_secret_place (entry) == ACT_SECRET_PLACE_LOCKED);
  act_connection_entry_find_secret_async (entry, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  g_assert_false (act_connection_entry_find_secret_finish (entry, result, &error));
  g_assert_error (error, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_LOCKED);
  connections_wait_for_state (entry, ACT_SESSION_SIGN_IN_NEEDED);

  /* The user opens it after all. */
  memory_keyring_set_failure (self->keyring, -1);
  act_connections_unlock (self->connections, entry);
  connections_wait_until_read (entry);
  g_assert_cmpint (act_connection_entry_get_secret_place (entry), ==, ACT_SECRET_PLACE_KEYRING);
}

/* The secret is asked for, and kept nowhere. */
static void
test_this_session (ConnectionsFixture *self,
                   gconstpointer       unused)
{
  g_autoptr (ActConnection) connection = connections_connect (self, 0);
  ActConnectionEntry *entry = NULL;

  entry = act_connections_add_for_session (self->connections, connection, get_secret (self, 0));
  g_assert_cmpint (act_connection_entry_get_secret_place (entry), ==, ACT_SECRET_PLACE_THIS_SESSION);
  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  connections_close (self, entry);
  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  g_assert_cmpuint (memory_keyring_get_n_asked (self->keyring), ==, 0);
  g_assert_null (memory_keyring_get (self->keyring, connection));
  check_no_file_has (self, get_secret (self, 0));

  connections_restart (self);
  entry = get (self, 0);
  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait (act_connection_entry_get_secret_place (entry) == ACT_SECRET_PLACE_NOWHERE);
  connections_wait_for_state (entry, ACT_SESSION_SIGN_IN_NEEDED);
}

/* A key of the environment is used, and what is written down stays with what the keyring has. */
static void
test_key_of_environment (ConnectionsFixture *self,
                         gconstpointer       unused)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  g_autoptr (ActConnectionSettings) settings = NULL;
  g_autoptr (ActConnection) other = NULL;
  ActConnection *connection = act_connection_entry_get_connection (entry);

  settings = act_connection_dup_settings (connection);
  g_free (settings->key_id);
  settings->key_id = g_strdup ("another-key");
  g_free (settings->name);
  settings->name = g_strdup ("not this");
  other = act_connection_new_from_settings (settings, NULL);
  g_assert_true (act_connections_add_for_session (self->connections, other, "secret") == entry);
  connection = act_connection_entry_get_connection (entry);
  g_assert_cmpstr (act_connection_get_key_id (connection), ==, "another-key");
  g_assert_cmpstr (act_connection_get_name (connection), ==, "Server 0");

  connections_restart (self);
  connection = act_connection_entry_get_connection (get (self, 0));
  g_assert_cmpstr (act_connection_get_key_id (connection), ==,
                   act_simulator_get_api_key (self->servers[0]));
}

/* The same organisation behind another address is another connection, which gets no secret. */
static void
test_other_address (ConnectionsFixture *self,
                    gconstpointer       unused)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  ActConnectionEntry *other_entry = NULL;
  g_autoptr (ActConnectionSettings) settings = NULL;
  g_autoptr (ActConnection) other = NULL;
  g_autoptr (GPtrArray) found = NULL;

  settings = act_connection_dup_settings (act_connection_entry_get_connection (entry));
  g_free (settings->base_url);
  settings->base_url = g_strdup (act_simulator_get_base_url (self->servers[1]));
  other = act_connection_new_from_settings (settings, NULL);
  other_entry = act_connections_add_for_session (self->connections, other, "typed");
  g_assert_true (other_entry != entry);
  found = act_connections_find_organisation (self->connections, settings->organisation_id);
  g_assert_cmpuint (found->len, ==, 2);

  connections_restart (self);
  other_entry = get (self, 1);
  connections_open (self, other_entry, ACT_SESSION_AUTOMATIC);
  connections_wait (act_connection_entry_get_secret_place (other_entry) == ACT_SECRET_PLACE_NOWHERE);
  g_assert_cmpint (act_session_get_state (act_connection_entry_get_session (other_entry)), ==,
                   ACT_SESSION_SIGN_IN_NEEDED);
}

static void
test_edit (ConnectionsFixture *self,
           gconstpointer       unused)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  g_autoptr (ActConnectionSettings) settings = NULL;
  g_autoptr (ActConnection) edited = NULL;
  g_autoptr (GError) error = NULL;
  ActConnection *connection = NULL;

  connections_open (self, entry, ACT_SESSION_FLAGS_NONE);
  settings = act_connection_dup_settings (act_connection_entry_get_connection (entry));
  g_free (settings->name);
  settings->name = g_strdup ("Acme [1]; = \\ ");
  settings->colour = ACT_CONNECTION_COLOUR_RED;
  settings->refresh_minutes = 0;
  settings->request_ceiling = 3;
  settings->notify = FALSE;
  g_free (settings->mark_method);
  settings->mark_method = g_strdup ("POST");
  edited = act_connection_copy_with_settings (act_connection_entry_get_connection (entry), settings,
                                              &error);
  g_assert_no_error (error);
  g_assert_true (act_connections_edit (self->connections, entry, edited, &error));
  g_assert_no_error (error);
  g_assert_true (act_session_get_connection (act_connection_entry_get_session (entry)) == edited);
  g_assert_true (act_session_set_console_address (act_connection_entry_get_session (entry),
                                                  "https://console.example.com", &error));

  connections_restart (self);
  connection = act_connection_entry_get_connection (get (self, 0));
  g_assert_cmpstr (act_connection_get_name (connection), ==, "Acme [1]; = \\");
  g_assert_cmpint (act_connection_get_colour (connection), ==, ACT_CONNECTION_COLOUR_RED);
  g_assert_cmpuint (act_connection_get_refresh_minutes (connection), ==, 0);
  g_assert_cmpuint (act_connection_get_request_ceiling (connection), ==, 3);
  g_assert_false (act_connection_get_notify (connection));
  g_assert_cmpstr (act_connection_get_mark_method (connection), ==, "POST");
  g_assert_cmpstr (act_connection_get_console_address (connection), ==, "https://console.example.com");
}

static void
set_mark_method (ConnectionsFixture *self,
                 ActConnectionEntry *entry,
                 const char         *method)
{
  ActConnection *connection = act_connection_entry_get_connection (entry);
  g_autoptr (ActConnectionSettings) settings = act_connection_dup_settings (connection);
  g_autoptr (ActConnection) edited = NULL;
  g_autoptr (GError) error = NULL;

  g_free (settings->mark_method);
  settings->mark_method = g_strdup (method);
  edited = act_connection_copy_with_settings (connection, settings, &error);
  g_assert_true (act_connections_edit (self->connections, entry, edited, &error));
  g_assert_no_error (error);
}

/* What one call was refused says nothing of another: what was kept here is offered again. */
static void
test_mark_call (ConnectionsFixture *self,
                gconstpointer       unused)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  ActSession         *session = NULL;
  g_autoptr (GArray) row_ids = NULL;

  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  session = act_connection_entry_get_session (entry);
  set_mark_method (self, entry, "PATCH");
  row_ids = connections_mark (entry, 2, 0);
  connections_wait (!act_session_get_can_mark (session));
  connections_wait (act_session_get_counts (session)->local == 2);
  g_assert_cmpuint (connections_count_changes (self, 0), ==, 0);

  set_mark_method (self, entry, "PUT");
  connections_wait (connections_count_changes (self, 0) == 2);
  connections_wait (act_session_get_counts (session)->local == 0);
  g_assert_true (act_session_get_can_mark (session));
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            char      **text)
{
  g_autofree char *before = g_steal_pointer (text);

  *text = g_strdup_printf ("%s(%u,%u,%u)", before != NULL ? before : "", position, removed, added);
}

static void
test_move (ConnectionsFixture *self,
           gconstpointer       unused)
{
  ActConnectionEntry *first = connections_add (self, 0);
  ActConnectionEntry *second = connections_add (self, 1);
  g_autofree char    *id = g_strdup (act_connection_get_id (act_connection_entry_get_connection (second)));
  g_autofree char    *changes = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (self->connections, "items-changed", G_CALLBACK (changed_cb), &changes);
  g_assert_true (act_connections_move (self->connections, second, 0, &error));
  g_assert_true (act_connections_move (self->connections, second, 0, &error));
  g_assert_no_error (error);
  g_assert_true (get (self, 0) == second);
  g_assert_true (get (self, 1) == first);
  g_assert_cmpstr (changes, ==, "(0,2,2)");

  connections_restart (self);
  g_assert_cmpstr (act_connection_get_id (act_connection_entry_get_connection (get (self, 0))), ==, id);
}

static void
test_remove (ConnectionsFixture *self,
             gconstpointer       unused)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  ActConnectionEntry *other = connections_add (self, 1);
  g_autoptr (ActConnection) connection = connections_connect (self, 0);
  g_autoptr (ActConnection) other_connection = connections_connect (self, 1);
  g_autofree char *prefix = g_strconcat (act_connection_get_id (connection), ".db", NULL);
  g_autofree char *aside = g_strdup_printf ("%s/%s.set-aside-20260101T000000Z", self->folder, prefix);
  g_autofree char *backup = g_strdup_printf ("%s/%s.backup-v3", self->folder, prefix);
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  const char *name = NULL;
  guint       n_others = 0;

  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_open (self, other, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  g_assert_true (g_file_set_contents (aside, "", 0, NULL));
  g_assert_true (g_file_set_contents (backup, "", 0, NULL));

  /* Without the keyring nothing is removed at all. */
  memory_keyring_set_failure (self->keyring, ACT_KEYRING_ERROR_LOCKED);
  g_assert_false (connections_remove (self, entry, &error));
  g_assert_error (error, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_LOCKED);
  g_assert_nonnull (act_connection_entry_get_session (entry));
  g_clear_error (&error);

  memory_keyring_set_failure (self->keyring, -1);
  g_assert_true (connections_remove (self, entry, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_true (get (self, 0) == other);
  g_assert_null (memory_keyring_get (self->keyring, connection));
  g_assert_cmpstr (memory_keyring_get (self->keyring, other_connection), ==, get_secret (self, 1));
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_assert_false (g_str_has_prefix (name, prefix));
      n_others += g_str_has_suffix (name, ".db") ? 1 : 0;
    }
  g_assert_cmpuint (n_others, ==, 1);

  connections_restart (self);
  g_assert_cmpuint (count (self), ==, 1);
}

/* Another process has the store open: it is not removed under it. */
static void
test_remove_in_use (ConnectionsFixture *self,
                    gconstpointer       unused)
{
  g_autoptr (ActConnections) elsewhere = NULL;
  ActConnectionEntry *entry = connections_add (self, 0);
  ActConnectionEntry *twin = NULL;
  g_autoptr (GError) error = NULL;

  elsewhere = act_connections_new_with_keyring (self->folder, ACT_KEYRING (self->keyring));
  twin = act_connections_find (elsewhere,
                               act_connection_get_id (act_connection_entry_get_connection (entry)));
  connections_open (self, twin, ACT_SESSION_FLAGS_NONE);
  g_assert_false (connections_remove (self, entry, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
  g_assert_cmpuint (count (self), ==, 1);
  g_clear_error (&error);

  connections_close (self, twin);
  g_assert_true (connections_remove (self, entry, &error));
  g_assert_no_error (error);
}

static void
test_closed_while_opening (ConnectionsFixture *self,
                           gconstpointer       unused)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;

  act_connection_entry_open_async (entry, ACT_SESSION_AUTOMATIC, NULL, NULL, NULL,
                                   connections_keep_result_cb, &opened);
  connections_close (self, entry);
  connections_wait (opened != NULL);
  g_assert_false (act_connection_entry_open_finish (entry, opened, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (act_connection_entry_get_state (entry), ==, ACT_CONNECTION_CLOSED);

  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
}

/* The demo leaves no trace in the list. */
static void
test_unkept (ConnectionsFixture *self,
             gconstpointer       unused)
{
  g_autoptr (ActConnections) demo = act_connections_new_unkept (self->folder);
  g_autoptr (ActConnection) connection = connections_connect (self, 0);
  g_autofree char    *path = g_build_filename (self->folder, "connections.ini", NULL);
  ActConnectionEntry *entry = NULL;
  g_autoptr (GError) error = NULL;

  entry = act_connections_add_for_session (demo, connection, get_secret (self, 0));
  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  g_assert_true (act_session_set_console_address (act_connection_entry_get_session (entry),
                                                  "https://console.example.com", &error));
  connections_close (self, entry);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CONNECTIONS_FIXTURE_ADD ("/connections/add", test_add);
  CONNECTIONS_FIXTURE_ADD ("/connections/slow-keyring", test_slow_keyring);
  CONNECTIONS_FIXTURE_ADD ("/connections/locked", test_locked);
  CONNECTIONS_FIXTURE_ADD ("/connections/this-session", test_this_session);
  CONNECTIONS_FIXTURE_ADD ("/connections/key-of-environment", test_key_of_environment);
  CONNECTIONS_FIXTURE_ADD ("/connections/other-address", test_other_address);
  CONNECTIONS_FIXTURE_ADD ("/connections/edit", test_edit);
  CONNECTIONS_FIXTURE_ADD ("/connections/mark-call", test_mark_call);
  CONNECTIONS_FIXTURE_ADD ("/connections/move", test_move);
  CONNECTIONS_FIXTURE_ADD ("/connections/remove", test_remove);
  CONNECTIONS_FIXTURE_ADD ("/connections/remove-in-use", test_remove_in_use);
  CONNECTIONS_FIXTURE_ADD ("/connections/closed-while-opening", test_closed_while_opening);
  CONNECTIONS_FIXTURE_ADD ("/connections/unkept", test_unkept);

  return g_test_run ();
}
