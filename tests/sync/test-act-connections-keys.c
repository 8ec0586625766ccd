/* Keys that are rotated while changes wait, and keys that are not the connection's
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-session-changes.h"
#include "act-session-configurations.h"
#include "act-session-progress.h"
#include "connections-fixture.h"

#define NEW_KEY    "rotated-key"
#define NEW_SECRET "rotated-secret-of-the-test"

static const ActCounts *
get_counts (ActConnectionEntry *entry)
{
  return act_session_get_counts (act_connection_entry_get_session (entry));
}

/* What another change than a mark is made of: an integration that is to be enabled. */
static ActIntegrationConfiguration *
read_disabled (ActConnectionEntry *entry)
{
  ActSession *session = act_connection_entry_get_session (entry);
  g_autoptr (GPtrArray) configurations = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GError) error = NULL;

  act_session_list_configurations_async (session, NULL, connections_keep_result_cb, &listed);
  connections_wait (listed != NULL);
  configurations = act_session_list_configurations_finish (session, listed, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < configurations->len; i++)
    {
      const ActIntegrationConfiguration *configuration = g_ptr_array_index (configurations, i);

      if (!configuration->enabled)
        return act_integration_configuration_copy (configuration);
    }

  g_assert_not_reached ();
}

static void
queue_enable (ActConnectionEntry                *entry,
              const ActIntegrationConfiguration *disabled)
{
  ActSession *session = act_connection_entry_get_session (entry);
  g_autoptr (GAsyncResult) queued = NULL;
  g_autoptr (GError) error = NULL;

  act_session_queue_enable_async (session, disabled, NULL, connections_keep_result_cb, &queued);
  connections_wait (queued != NULL);
  act_session_queue_enable_finish (session, queued, &error);
  g_assert_no_error (error);
}

/* An entry whose key was revoked while three marks and another change were on their way. */
static ActConnectionEntry *
make_revoked (ConnectionsFixture *self)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  g_autoptr (GArray) row_ids = NULL;

  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  act_simulator_set_key (self->servers[0], NEW_KEY, NEW_SECRET, NULL);
  row_ids = connections_mark (entry, 3, 0);
  connections_wait_for_state (entry, ACT_SESSION_SIGN_IN_NEEDED);

  return entry;
}

static void
check_waiting (ConnectionsFixture *self,
               ActConnectionEntry *entry,
               guint               n_waiting)
{
  connections_wait (get_counts (entry)->waiting == n_waiting);
  g_assert_cmpuint (get_counts (entry)->refused, ==, 0);
  g_assert_cmpuint (get_counts (entry)->refused_changes, ==, 0);
  g_assert_cmpuint (get_counts (entry)->local, ==, 0);
  g_assert_cmpuint (connections_count_changes (self, 0), ==, 0);
}

static void
test_rotated (ConnectionsFixture *self,
              gconstpointer       unused)
{
  ActConnectionEntry *entry = make_revoked (self);
  ActConnection      *connection = NULL;
  g_autoptr (GArray) more = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  /* What is marked meanwhile waits too. */
  more = connections_mark (entry, 2, 0);
  check_waiting (self, entry, 5);

  g_assert_true (connections_set_key (self, entry, NEW_KEY, NEW_SECRET, &error));
  g_assert_no_error (error);
  connections_wait (get_counts (entry)->waiting == 0);
  connections_wait_for_state (entry, ACT_SESSION_IDLE);
  g_assert_cmpuint (get_counts (entry)->refused, ==, 0);
  g_assert_cmpuint (connections_count_changes (self, 0), ==, 5);
  connection = act_connection_entry_get_connection (entry);
  g_assert_cmpstr (act_connection_get_key_id (connection), ==, NEW_KEY);
  g_assert_cmpstr (memory_keyring_get (self->keyring, connection), ==, NEW_SECRET);

  id = g_strdup (act_connection_get_id (connection));
  connections_restart (self);
  entry = act_connections_find (self->connections, id);
  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
}

/* As marks do, other changes wait. */
static void
test_changes_wait (ConnectionsFixture *self,
                   gconstpointer       unused)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  g_autoptr (ActIntegrationConfiguration) disabled = NULL;
  g_autoptr (GError) error = NULL;

  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  disabled = read_disabled (entry);
  act_simulator_set_key (self->servers[0], NEW_KEY, NEW_SECRET, NULL);
  queue_enable (entry, disabled);
  connections_wait_for_state (entry, ACT_SESSION_SIGN_IN_NEEDED);
  check_waiting (self, entry, 1);

  g_assert_true (connections_set_key (self, entry, NEW_KEY, NEW_SECRET, &error));
  connections_wait (get_counts (entry)->waiting == 0);
  g_assert_cmpuint (get_counts (entry)->refused_changes, ==, 0);
  g_assert_cmpuint (connections_count_changes (self, 0), ==, 1);
}

/* The user has paused it: nothing is read, but what waits is sent. */
static void
test_paused (ConnectionsFixture *self,
             gconstpointer       unused)
{
  ActConnectionEntry *entry = make_revoked (self);
  g_autoptr (GError) error = NULL;

  check_waiting (self, entry, 3);
  act_session_set_paused (act_connection_entry_get_session (entry), TRUE);
  g_assert_true (connections_set_key (self, entry, NEW_KEY, NEW_SECRET, &error));
  connections_wait (get_counts (entry)->waiting == 0);
  g_assert_cmpuint (connections_count_changes (self, 0), ==, 3);
}

static void
test_wrong_secret (ConnectionsFixture *self,
                   gconstpointer       unused)
{
  ActConnectionEntry *entry = make_revoked (self);
  ActConnection      *connection = act_connection_entry_get_connection (entry);
  g_autoptr (GError) error = NULL;

  g_assert_false (connections_set_key (self, entry, NEW_KEY, "wrong", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOKEN_REFUSED);
  g_assert_true (act_connection_entry_get_connection (entry) == connection);
  g_assert_cmpstr (memory_keyring_get (self->keyring, connection), ==,
                   act_simulator_get_api_secret (self->servers[0]));
  check_waiting (self, entry, 3);
}

static void
test_other_organisation (ConnectionsFixture *self,
                         gconstpointer       unused)
{
  ActConnectionEntry *entry = make_revoked (self);
  ActConnection      *connection = act_connection_entry_get_connection (entry);
  g_autoptr (GError) error = NULL;

  act_simulator_set_key (self->servers[0], NEW_KEY, NEW_SECRET, "another-organisation");
  g_assert_false (connections_set_key (self, entry, NEW_KEY, NEW_SECRET, &error));
  g_assert_error (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_ORGANISATION);
  g_assert_true (act_connection_entry_get_connection (entry) == connection);
  check_waiting (self, entry, 3);
}

/* The keyring is locked: the new key is not taken, and can be used for this session. */
static void
test_not_kept (ConnectionsFixture *self,
               gconstpointer       unused)
{
  ActConnectionEntry *entry = make_revoked (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  memory_keyring_set_failure (self->keyring, ACT_KEYRING_ERROR_LOCKED);
  g_assert_false (connections_set_key (self, entry, NEW_KEY, NEW_SECRET, &error));
  g_assert_error (error, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_LOCKED);
  g_clear_error (&error);
  check_waiting (self, entry, 3);

  act_connections_set_key_async (self->connections, entry, NEW_KEY, NEW_SECRET, TRUE, NULL,
                                 connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  g_assert_true (act_connections_set_key_finish (self->connections, result, &error));
  g_assert_cmpint (act_connection_entry_get_secret_place (entry), ==, ACT_SECRET_PLACE_THIS_SESSION);
  connections_wait (get_counts (entry)->waiting == 0);
  g_assert_cmpuint (connections_count_changes (self, 0), ==, 3);
}

/* What was edited while the key was being tested stays. */
static void
test_edited_meanwhile (ConnectionsFixture *self,
                       gconstpointer       unused)
{
  ActConnectionEntry *entry = make_revoked (self);
  g_autoptr (ActConnectionSettings) settings =
      act_connection_dup_settings (act_connection_entry_get_connection (entry));
  g_autoptr (ActConnection) edited = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  settings->colour = ACT_CONNECTION_COLOUR_BROWN;
  edited = act_connection_copy_with_settings (act_connection_entry_get_connection (entry), settings,
                                              NULL);
  act_connections_set_key_async (self->connections, entry, NEW_KEY, NEW_SECRET, FALSE, NULL,
                                 connections_keep_result_cb, &result);
  g_assert_true (act_connections_edit (self->connections, entry, edited, &error));
  connections_wait (result != NULL);
  g_assert_true (act_connections_set_key_finish (self->connections, result, &error));
  g_assert_cmpint (act_connection_get_colour (act_connection_entry_get_connection (entry)), ==,
                   ACT_CONNECTION_COLOUR_BROWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CONNECTIONS_FIXTURE_ADD ("/connections-keys/rotated", test_rotated);
  CONNECTIONS_FIXTURE_ADD ("/connections-keys/changes-wait", test_changes_wait);
  CONNECTIONS_FIXTURE_ADD ("/connections-keys/paused", test_paused);
  CONNECTIONS_FIXTURE_ADD ("/connections-keys/wrong-secret", test_wrong_secret);
  CONNECTIONS_FIXTURE_ADD ("/connections-keys/other-organisation", test_other_organisation);
  CONNECTIONS_FIXTURE_ADD ("/connections-keys/not-kept", test_not_kept);
  CONNECTIONS_FIXTURE_ADD ("/connections-keys/edited-meanwhile", test_edited_meanwhile);

  return g_test_run ();
}
