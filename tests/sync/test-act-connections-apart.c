/* What is done in one connection never reaches another
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-port-error.h"
#include "act-port.h"
#include "act-session-console.h"
#include "act-session-saved-searches.h"
#include "connections-fixture.h"

#include <glib/gstdio.h>

/* All that there is of a connection, outside of its session and in it. */
typedef struct
{
  char      *bytes;  /* (owned): a checksum of each file of its store */
  char      *secret; /* (owned) */
  char      *ledger; /* (owned) */
  guint      n_calls;
  guint      n_signals;
  ActCounts *counts;   /* (owned) */
  char      *settings; /* (owned) */
} Trace;

static void
clear_trace (Trace *trace)
{
  g_free (trace->bytes);
  g_free (trace->secret);
  g_free (trace->ledger);
  g_free (trace->settings);
  act_counts_free (trace->counts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trace, clear_trace)

static int
compare_lines (gconstpointer one,
               gconstpointer other)
{
  return g_strcmp0 (*(const char *const *) one, *(const char *const *) other);
}

static char *
sum_files (ConnectionsFixture *self,
           ActConnectionEntry *entry)
{
  const char *id = act_connection_get_id (act_connection_entry_get_connection (entry));
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autofree char *content = NULL;
      g_autofree char *sum = NULL;
      gsize            size = 0;

      if (!g_str_has_prefix (name, id))
        continue;

      g_assert_true (g_file_get_contents (path, &content, &size, NULL));
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, size);
      g_ptr_array_add (lines, g_strconcat (name, " ", sum, NULL));
    }

  g_assert_cmpuint (lines->len, >=, 2);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
read_settings (ConnectionsFixture *self,
               ActConnectionEntry *entry)
{
  const char      *id = act_connection_get_id (act_connection_entry_get_connection (entry));
  g_autofree char *path = g_build_filename (self->folder, "connections.ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) keys = NULL;

  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  keys = g_key_file_get_keys (file, id, NULL, NULL);
  g_assert_nonnull (keys);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_value (file, id, keys[i], NULL);

      g_string_append_printf (text, "%s=%s\n", keys[i], value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
take_trace (ConnectionsFixture *self,
            ActConnectionEntry *entry,
            guint               server,
            const guint        *n_signals,
            Trace              *trace)
{
  ActSession *session = act_connection_entry_get_session (entry);

  trace->bytes = sum_files (self, entry);
  trace->secret =
      g_strdup (memory_keyring_get (self->keyring, act_connection_entry_get_connection (entry)));
  trace->ledger = act_simulator_dup_ledger (self->servers[server]);
  trace->n_calls = act_simulator_get_n_calls (self->servers[server]);
  trace->n_signals = *n_signals;
  trace->counts = act_counts_copy (act_session_get_counts (session));
  trace->settings = read_settings (self, entry);
}

static void
check_same (const Trace *before,
            const Trace *after)
{
  g_assert_cmpstr (before->bytes, ==, after->bytes);
  g_assert_cmpstr (before->secret, ==, after->secret);
  g_assert_cmpstr (before->ledger, ==, after->ledger);
  g_assert_cmpuint (before->n_calls, ==, after->n_calls);
  g_assert_cmpuint (before->n_signals, ==, after->n_signals);
  g_assert_true (act_counts_equal (before->counts, after->counts));
  g_assert_cmpstr (before->settings, ==, after->settings);
}

static void
count_cb (guint *n_signals)
{
  (*n_signals)++;
}

static void
refresh (ActConnectionEntry *entry)
{
  ActSession *session = act_connection_entry_get_session (entry);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_session_refresh_async (session, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  act_session_refresh_finish (session, result, &error);
  g_assert_no_error (error);
}

static void
take_back (ActConnectionEntry *entry,
           GArray             *row_ids)
{
  ActSession *session = act_connection_entry_get_session (entry);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) taken = NULL;
  g_autoptr (GError) error = NULL;

  act_session_take_back_async (session, (const gint64 *) (gpointer) row_ids->data, row_ids->len, NULL,
                               connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  taken = act_session_take_back_finish (session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (taken->len, ==, row_ids->len);
}

static void
undo (ActConnectionEntry *entry,
      guint               n_marks)
{
  ActSession *session = act_connection_entry_get_session (entry);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) undone = NULL;
  g_autoptr (GError) error = NULL;

  act_session_undo_async (session, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  undone = act_session_take_back_finish (session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->len, ==, n_marks);
}

/* Marks: undone, taken back, and sent. */
static void
mark (ConnectionsFixture *self,
      ActConnectionEntry *entry,
      guint               server)
{
  ActSession *session = act_connection_entry_get_session (entry);
  g_autoptr (GArray) undone = connections_mark (entry, 3, 60);
  g_autoptr (GArray) taken_back = NULL;
  g_autoptr (GArray) sent = NULL;
  guint n_before = connections_count_changes (self, server);

  undo (entry, 3);
  taken_back = connections_mark (entry, 2, 60);
  take_back (entry, taken_back);
  sent = connections_mark (entry, 4, 0);
  connections_wait (connections_count_changes (self, server) == n_before + 4);
  connections_wait (act_session_get_counts (session)->waiting == 0);
}

static void
search (ActConnectionEntry *entry)
{
  ActSession *session = act_connection_entry_get_session (entry);
  g_autoptr (ActSavedSearch) saved = act_saved_search_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  saved->name = g_strdup ("Mine");
  saved->text = g_strdup ("bill");
  saved->kinds = 1;
  act_session_save_search_async (session, saved, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  act_session_save_search_finish (session, result, &error);
  g_assert_no_error (error);
}

/* Its own events out into a file, and back. */
static void
export_and_import (ConnectionsFixture *self,
                   ActConnectionEntry *entry)
{
  ActRowSource    *source = act_session_get_row_source (act_connection_entry_get_session (entry));
  g_autofree char *path = g_build_filename (self->folder, "export", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) exported = NULL;
  g_autoptr (GAsyncResult) checked = NULL;
  g_autoptr (GAsyncResult) imported = NULL;
  g_autoptr (ActPortCheck) check = NULL;
  ActPortCounts counts = { 0 };
  gint64        n_events = 0;
  g_autoptr (GError) error = NULL;

  act_port_export_async (source, act_connection_entry_get_connection (entry), file, NULL, NULL, NULL,
                         connections_keep_result_cb, &exported);
  connections_wait (exported != NULL);
  act_port_export_finish (source, exported, &n_events, &error);
  g_assert_no_error (error);
  act_port_check_async (source, file, NULL, NULL, NULL, connections_keep_result_cb, &checked);
  connections_wait (checked != NULL);
  check = act_port_check_finish (source, checked, &error);
  g_assert_no_error (error);
  act_port_import_async (source, file, check, NULL, NULL, NULL, connections_keep_result_cb, &imported);
  connections_wait (imported != NULL);
  act_port_import_finish (source, imported, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
edit (ConnectionsFixture *self,
      ActConnectionEntry *entry)
{
  ActConnection *connection = act_connection_entry_get_connection (entry);
  g_autoptr (ActConnectionSettings) settings = act_connection_dup_settings (connection);
  g_autoptr (ActConnection) edited = NULL;
  g_autoptr (GError) error = NULL;

  settings->refresh_minutes = 1;
  settings->colour = ACT_CONNECTION_COLOUR_PURPLE;
  g_free (settings->mark_path);
  settings->mark_path = g_strdup ("/organizations/{orgId}/events/{id}/actioned?x=1");
  edited = act_connection_copy_with_settings (connection, settings, NULL);
  g_assert_true (act_connections_edit (self->connections, entry, edited, &error));
  g_assert_true (act_session_set_console_address (act_connection_entry_get_session (entry),
                                                  "https://console.example.com", &error));
  g_assert_true (act_connections_move (self->connections, entry, 1, &error));
  g_assert_no_error (error);
}

static void
rotate_key (ConnectionsFixture *self,
            ActConnectionEntry *entry,
            guint               server)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GError) error = NULL;

  act_simulator_set_key (self->servers[server], "new-key", "new-secret", NULL);
  row_ids = connections_mark (entry, 1, 0);
  connections_wait_for_state (entry, ACT_SESSION_SIGN_IN_NEEDED);
  g_assert_true (connections_set_key (self, entry, "new-key", "new-secret", &error));
  g_assert_no_error (error);
  connections_wait_for_state (entry, ACT_SESSION_IDLE);
}

static void
test_everything (ConnectionsFixture *self,
                 gconstpointer       unused)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  ActConnectionEntry *other = connections_add (self, 1);
  g_auto (Trace) before = { 0 };
  g_auto (Trace) after = { 0 };
  g_auto (Trace) at_last = { 0 };
  g_autoptr (GArray) pending = NULL;
  g_autoptr (GError) error = NULL;
  guint n_signals = 0;

  /* The other one does nothing by itself, so that whatever it does is none of its doing. It has a mark
   * that waits, which nobody is to send. */
  connections_open (self, other, ACT_SESSION_FLAGS_NONE);
  refresh (other);
  pending = connections_mark (other, 2, 0);
  connections_wait (act_session_get_counts (act_connection_entry_get_session (other))->waiting == 2);
  g_signal_connect_swapped (act_connection_entry_get_session (other), "notify", G_CALLBACK (count_cb),
                            &n_signals);
  g_signal_connect_swapped (other, "notify", G_CALLBACK (count_cb), &n_signals);
  take_trace (self, other, 1, &n_signals, &before);

  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  mark (self, entry, 0);
  search (entry);
  export_and_import (self, entry);
  edit (self, entry);
  refresh (entry);
  rotate_key (self, entry, 0);
  take_trace (self, other, 1, &n_signals, &after);
  check_same (&before, &after);

  g_assert_true (connections_remove (self, entry, &error));
  g_assert_no_error (error);
  take_trace (self, other, 1, &n_signals, &at_last);
  check_same (&before, &at_last);

  /* And it works as ever. */
  refresh (other);
  g_assert_cmpuint (connections_count_changes (self, 1), ==, 0);
}

/* The simulators have their own keys: neither ever sees the other's. */
static void
test_secrets (ConnectionsFixture *self,
              gconstpointer       unused)
{
  ActConnectionEntry *entry = connections_add (self, 0);
  ActConnectionEntry *other = connections_add (self, 1);

  g_assert_cmpstr (act_simulator_get_api_secret (self->servers[0]), !=,
                   act_simulator_get_api_secret (self->servers[1]));
  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_open (self, other, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  connections_wait_until_read (other);
}

/* Writes what is whole by its checksum, as whoever makes a file can. */
static GFile *
write_port (ConnectionsFixture *self,
            const char         *lines)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, lines, -1);
  g_autofree char *text =
      g_strdup_printf ("%s{\"type\":\"end\",\"lines\":2,\"sha256\":\"%s\"}\n", lines, sum);
  g_autofree char *path = g_build_filename (self->folder, "made-by-others", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static ActPortCheck *
check_port (ActRowSource *source,
            GFile        *file,
            GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_port_check_async (source, file, NULL, NULL, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);

  return act_port_check_finish (source, result, error);
}

static void
import_port (ActRowSource       *source,
             GFile              *file,
             const ActPortCheck *check)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActPortCounts counts = { 0 };

  act_port_import_async (source, file, check, NULL, NULL, NULL, connections_keep_result_cb, &result);
  connections_wait (result != NULL);
  act_port_import_finish (source, result, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.new_events, ==, 1);
}

/* Where marks are sent is what the user has set, whatever a file says of it. */
static void
test_import_sets_nothing (ConnectionsFixture *self,
                          gconstpointer       unused)
{
  static const char   call[] = "\"markMethod\":\"POST\",\"markPath\":\"/others/{id}\",\"mark-method\":\"POST\","
                               "\"mark-path\":\"/others/{id}\",\"consoleAddress\":\"https://others.example\"";
  static const char   event[] = "{\"type\":\"event\",\"id\":\"imported\",\"status\":0,\"firstSeen\":1";
  ActConnectionEntry *entry = connections_add (self, 0);
  ActConnection      *connection = act_connection_entry_get_connection (entry);
  ActRowSource       *source = NULL;
  g_autofree char    *head =
      g_strdup_printf ("{\"type\":\"actioned-store\",\"format\":1,\"organization\":\"%s\","
                       "\"baseUrl\":\"https://others.example\",%s}\n",
                       act_connection_get_organisation_id (connection), call);
  g_autofree char *members = g_strdup_printf ("%s%s,%s}\n", head, event, call);
  g_autofree char *settings = g_strdup_printf ("%s{\"type\":\"settings\",%s}\n", head, call);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (ActPortCheck) check = NULL;
  g_autoptr (ActPortCheck) refused = NULL;
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GError) error = NULL;

  connections_open (self, entry, ACT_SESSION_AUTOMATIC);
  connections_wait_until_read (entry);
  before = read_settings (self, entry);
  source = act_session_get_row_source (act_connection_entry_get_session (entry));

  file = write_port (self, members);
  check = check_port (source, file, &error);
  g_assert_no_error (error);
  import_port (source, file, check);
  after = read_settings (self, entry);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (act_connection_entry_get_connection (entry) == connection);
  g_assert_true (act_session_get_connection (act_connection_entry_get_session (entry)) == connection);

  marked = connections_mark (entry, 1, 0);
  connections_wait (connections_count_changes (self, 0) == 1);

  /* And a file has no lines for what is set. */
  g_clear_object (&file);
  file = write_port (self, settings);
  refused = check_port (source, file, &error);
  g_assert_null (refused);
  g_assert_error (error, ACT_PORT_ERROR, ACT_PORT_ERROR_DAMAGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CONNECTIONS_FIXTURE_ADD ("/connections-apart/everything", test_everything);
  CONNECTIONS_FIXTURE_ADD ("/connections-apart/import-sets-nothing", test_import_sets_nothing);
  CONNECTIONS_FIXTURE_ADD ("/connections-apart/secrets", test_secrets);

  return g_test_run ();
}
