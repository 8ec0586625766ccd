/* A session on a simulated server, and calls that wait for their answers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "act-session-configurations.h"

#include <glib/gstdio.h>
#include <string.h>

/* As many requests as there can be: the tests are about what is asked, not how fast. */
#define REQUESTS_A_SECOND 1000

void
fixture_set_up (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->directory = g_dir_make_tmp ("actioned-XXXXXX", &error);
  g_assert_no_error (error);
  self->options = act_simulator_options_new ();
  self->options->events = 150;

  /* No server on a network answers between two steps of one call, and libsoup 3.2 crashes when one
   * does after it had to send again what met a closed connection. */
  self->options->latency_ms = 2;
  self->options->state_file = g_build_filename (self->directory, "server.json", NULL);
  fixture_start_simulator (self);
}

static void
remove_directory (const char *path)
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
fixture_tear_down (Fixture      *self,
                   gconstpointer unused)
{
  fixture_close (self);
  fixture_stop_simulator (self);
  remove_directory (self->directory);
  g_clear_pointer (&self->options, act_simulator_options_free);
  g_free (self->directory);
  g_free (self->secret);
}

/* It comes back where it was: a server keeps its address. */
void
fixture_start_simulator (Fixture *self)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GError) error = NULL;

  self->simulator = act_simulator_new (self->options);
  act_simulator_start (self->simulator, &error);
  g_assert_no_error (error);

  uri = g_uri_parse (act_simulator_get_base_url (self->simulator), G_URI_FLAGS_NONE, &error);
  g_assert_no_error (error);
  self->options->port = (guint16) g_uri_get_port (uri);
}

void
fixture_stop_simulator (Fixture *self)
{
  if (self->simulator != NULL)
    act_simulator_stop (self->simulator);
  g_clear_object (&self->simulator);
}

void
fixture_set_fault (Fixture    *self,
                   const char *kind,
                   guint       every)
{
  g_assert_true (act_simulator_set_fault (self->simulator, kind, every));
}

void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static ActConnection *
make_connection (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  ActConnection *connection = NULL;

  connection = act_connection_new (NULL, act_simulator_get_base_url (self->simulator),
                                   act_simulator_get_org_id (self->simulator),
                                   act_simulator_get_api_key (self->simulator), &error);
  g_assert_no_error (error);

  return connection;
}

/* Needs a simulator that runs, to know its keys. */
void
fixture_open (Fixture        *self,
              ActSessionFlags flags)
{
  g_autoptr (ActConnection) connection = make_connection (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const char *secret = self->secret != NULL ? self->secret
                                            : act_simulator_get_api_secret (self->simulator);

  act_session_open_async (connection, secret, self->directory, flags, NULL, NULL, NULL, keep_result_cb,
                          &result);
  wait_until (result != NULL);
  self->session = act_session_open_finish (result, &error);
  g_assert_no_error (error);
  act_session_set_request_ceiling (self->session, REQUESTS_A_SECOND);
}

void
fixture_close (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;

  act_session_close_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  act_session_close_finish (self->session, result, &error);
  g_assert_no_error (error);
  g_clear_object (&self->session);
}

/* Only what the session keeps: the server's world stays. */
static gboolean
is_of_store (const char *name)
{
  return strstr (name, ".db") != NULL;
}

void
fixture_remove_store (Fixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->directory, 0, NULL);
  const char *name = NULL;

  g_assert_null (self->session);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->directory, name, NULL);

      if (is_of_store (name))
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static gboolean
has_text (const char *content,
          gsize       size,
          const char *text)
{
  for (const char *part = content; part < content + size; part += strlen (part) + 1)
    {
      if (strstr (part, text) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whether a text is anywhere in the files of the store. */
gboolean
fixture_store_has (Fixture    *self,
                   const char *text)
{
  g_autoptr (GDir) folder = g_dir_open (self->directory, 0, NULL);
  const char *name = NULL;
  gboolean    found = FALSE;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->directory, name, NULL);
      g_autofree char *content = NULL;
      gsize            size = 0;

      if (is_of_store (name) && g_file_get_contents (path, &content, &size, NULL))
        found |= has_text (content, size, text);
    }

  return found;
}

gboolean
fixture_try_refresh (Fixture *self,
                     GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_refresh_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_refresh_finish (self->session, result, error);
}

void
fixture_refresh (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  fixture_try_refresh (self, &error);
  g_assert_no_error (error);
}

gboolean
fixture_try_send (Fixture *self,
                  GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_send_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_send_finish (self->session, result, error);
}

void
fixture_send (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  fixture_try_send (self, &error);
  g_assert_no_error (error);
}

GArray *
fixture_list (Fixture *self,
              gboolean include_actioned)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *row_ids = NULL;

  query->include_actioned = include_actioned;
  act_row_source_query_async (act_session_get_row_source (self->session), query, 0, NULL,
                              keep_result_cb, &result);
  wait_until (result != NULL);
  row_ids = act_row_source_query_finish (act_session_get_row_source (self->session), result,
                                         &error);
  g_assert_no_error (error);

  return row_ids;
}

ActCounts *
fixture_count (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActCounts *counts = NULL;

  act_session_count_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  counts = act_session_count_finish (self->session, result, &error);
  g_assert_no_error (error);

  return counts;
}

ActEventRecord *
fixture_read (Fixture *self,
              gint64   row_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActEventRecord *record = NULL;

  act_session_read_record_async (self->session, row_id, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  record = act_session_read_record_finish (self->session, result, &error);
  g_assert_no_error (error);

  return record;
}

ActEventStatus
fixture_get_status (Fixture *self,
                    gint64   row_id)
{
  g_autoptr (ActEventRecord) record = fixture_read (self, row_id);

  return record->status;
}

gsize
fixture_mark (Fixture *self,
              GArray  *row_ids,
              guint    undo_seconds)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_marked = 0;

  act_session_mark_async (self->session, (const gint64 *) (gpointer) row_ids->data, row_ids->len,
                          undo_seconds, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  act_session_mark_finish (self->session, result, &n_marked, &error);
  g_assert_no_error (error);

  return n_marked;
}

/* Marks the newest open events and returns them. */
GArray *
fixture_mark_first (Fixture *self,
                    guint    n_rows,
                    guint    undo_seconds)
{
  GArray *row_ids = fixture_list (self, FALSE);

  g_assert_cmpuint (row_ids->len, >=, n_rows);
  g_array_set_size (row_ids, n_rows);
  g_assert_cmpuint (fixture_mark (self, row_ids, undo_seconds), ==, n_rows);

  return row_ids;
}

static guint
finish_taking_back (Fixture       *self,
                    GAsyncResult **result)
{
  g_autoptr (GAsyncResult) finished = NULL;
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GError) error = NULL;

  wait_until (*result != NULL);
  finished = *result;
  row_ids = act_session_take_back_finish (self->session, finished, &error);
  g_assert_no_error (error);

  return row_ids->len;
}

guint
fixture_undo (Fixture *self)
{
  GAsyncResult *result = NULL;

  act_session_undo_async (self->session, NULL, keep_result_cb, &result);

  return finish_taking_back (self, &result);
}

guint
fixture_take_back (Fixture *self,
                   gint64   row_id)
{
  GAsyncResult *result = NULL;

  act_session_take_back_async (self->session, &row_id, 1, NULL, keep_result_cb, &result);

  return finish_taking_back (self, &result);
}

/* The changes that the server accepted and that altered something. */
JsonArray *
fixture_read_ledger (Fixture *self)
{
  g_autofree char *text = act_simulator_dup_ledger (self->simulator);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  JsonArray *changes = json_array_new ();
  JsonArray *entries = NULL;

  g_assert_nonnull (node);
  entries = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);

      if (json_object_get_boolean_member (entry, "changed"))
        json_array_add_object_element (changes, json_object_ref (entry));
    }

  return changes;
}

/* Neither fewer changes than the user made, nor more. */
void
fixture_check_sent_once (Fixture *self,
                         GArray  *row_ids)
{
  g_autoptr (JsonArray) changes = fixture_read_ledger (self);
  g_autoptr (GHashTable) sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (json_array_get_length (changes), ==, row_ids->len);
  for (guint i = 0; i < row_ids->len; i++)
    {
      JsonObject *change = json_array_get_object_element (changes, i);

      g_hash_table_add (sent, g_strdup (json_object_get_string_member (change, "id")));
    }
  g_assert_cmpuint (g_hash_table_size (sent), ==, row_ids->len);

  for (guint i = 0; i < row_ids->len; i++)
    {
      g_autoptr (ActEventRecord) record = fixture_read (self, g_array_index (row_ids, gint64, i));

      g_assert_true (g_hash_table_contains (sent, record->event->id));
      g_assert_cmpint (record->status, ==, ACT_EVENT_STATUS_ACTIONED);
      g_assert_cmpint (record->event->actioned_time, !=, ACT_TIME_UNKNOWN);
    }
}

/* How many changes the server accepted with one method, or with any. */
void
fixture_check_changes (Fixture    *self,
                       const char *method,
                       guint       n_changes)
{
  g_autoptr (JsonArray) changes = fixture_read_ledger (self);
  guint n_found = 0;

  for (guint i = 0; i < json_array_get_length (changes); i++)
    {
      JsonObject *change = json_array_get_object_element (changes, i);

      if (method == NULL || g_str_equal (json_object_get_string_member (change, "method"), method))
        n_found++;
    }

  g_assert_cmpuint (n_found, ==, n_changes);
}

/* Somebody else who works on the same organisation. */
ActClient *
fixture_new_client (Fixture *self)
{
  g_autoptr (ActConnection) connection = make_connection (self);
  ActClient *client = act_client_new (connection, act_simulator_get_api_secret (self->simulator));

  act_client_set_request_ceiling (client, REQUESTS_A_SECOND);

  return client;
}

ActIntegrationConfiguration *
fixture_get_configuration (Fixture    *self,
                           const char *name)
{
  g_autoptr (GPtrArray) configurations = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_session_list_configurations_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  configurations = act_session_list_configurations_finish (self->session, result, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < configurations->len; i++)
    {
      const ActIntegrationConfiguration *configuration = g_ptr_array_index (configurations, i);

      if (g_strcmp0 (configuration->name, name) == 0)
        return act_integration_configuration_copy (configuration);
    }

  g_assert_not_reached ();
}
