/* Tests of the command that writes events into a file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_json_to_output (CommandFixture *self,
                     gconstpointer   data)
{
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) list = command_run (self, "list --json");
  g_auto (Outcome) json = command_run_input (self, "export --format json -", NULL, FALSE);
  g_auto (GStrv) lines = g_strsplit (json.output, "\n", -1);

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (json.status, ==, 0);
  g_assert_cmpstr (json.errors, ==, "");
  g_assert_cmpuint (command_count_lines (json.output), ==, command_count_lines (list.output));
  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
      JsonObject *object = json_node_get_object (node);
      JsonObject *event = json_object_get_object_member (object, "event");

      g_assert_cmpstr (json_object_get_string_member (event, "id"), ==,
                       json_object_get_string_member (object, "id"));
    }
}

static void
test_file (CommandFixture *self,
           gconstpointer   data)
{
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) all = command_run (self, "list --include-actioned --json");
  g_autofree char *path = g_build_filename (self->folder, "events.json", NULL);
  g_autofree char *table = g_build_filename (self->folder, "events", NULL);
  g_autofree char *to_json = g_strconcat ("export --include-actioned ", path, NULL);
  g_autofree char *to_table = g_strconcat ("export --search name:perform ", table, NULL);
  g_auto (Outcome) json = command_run_input (self, to_json, NULL, FALSE);
  g_auto (Outcome) csv = command_run_input (self, to_table, NULL, FALSE);
  g_autofree char *text = NULL;
  g_autofree char *csv_text = NULL;

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (json.status, ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpuint (command_count_lines (text), ==, command_count_lines (all.output));
  g_assert_cmpuint (g_ascii_strtoull (json.output, NULL, 10), ==, command_count_lines (all.output));
  g_assert_true (g_str_has_prefix (text, "{"));
  g_assert_cmpint (csv.status, ==, 0);
  g_assert_true (g_file_get_contents (table, &csv_text, NULL, NULL));
  g_assert_true (g_str_has_prefix (csv_text, "id,eventName,"));
  g_assert_nonnull (strstr (csv_text, "integration.perform.error"));
  g_assert_null (strstr (csv_text, "integration.validation.error"));
}

static void
test_misused (CommandFixture *self,
              gconstpointer   data)
{
  g_auto (Outcome) nothing = command_run (self, "export");
  g_auto (Outcome) format = command_run (self, "export --format xml -");
  g_auto (Outcome) search = command_run (self, "export --search foo:bar -");
  g_auto (Outcome) two = command_run (self, "export a b");

  g_assert_cmpint (nothing.status, ==, 2);
  g_assert_nonnull (strstr (nothing.errors, "FILE is missing"));
  g_assert_cmpint (format.status, ==, 2);
  g_assert_nonnull (strstr (format.errors, "csv or json"));
  g_assert_cmpint (search.status, ==, 2);
  g_assert_nonnull (strstr (search.errors, "no field"));
  g_assert_cmpint (two.status, ==, 2);
}

/* A good export is not replaced by one of a store that has just been emptied. */
static void
test_damaged_store (CommandFixture *self,
                    gconstpointer   data)
{
  g_auto (Outcome) sync = command_run (self, "sync");
  g_autofree char *store = command_find_store (self);
  g_autofree char *path = g_build_filename (self->folder, "events.csv", NULL);
  g_autofree char *line = g_strconcat ("export ", path, NULL);
  g_auto (Outcome) good = command_run (self, line);
  g_auto (Outcome) damaged = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (good.status, ==, 0);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_true (g_file_set_contents (store, "This is no database at all.", -1, NULL));
  damaged = command_run (self, line);

  g_assert_cmpint (damaged.status, ==, 1);
  g_assert_nonnull (strstr (damaged.errors, "set aside"));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
}

static void
test_cannot_write (CommandFixture *self,
                   gconstpointer   data)
{
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, "");
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) no_folder = command_run (self, "export /nonexistent/events.csv");
  g_auto (Outcome) full = { 0 };

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (no_folder.status, ==, 1);
  g_assert_cmpstr (no_folder.errors, !=, "");

  if (g_access ("/dev/full", W_OK) != 0)
    {
      g_test_skip ("There is no /dev/full");
      return;
    }

  g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  full = command_run_with (launcher, "export -", command_get_ready (self, "apiSecret"));
  g_assert_cmpint (full.status, ==, 1);
  g_assert_nonnull (strstr (full.errors, "No space left"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/export-command/" name, CommandFixture, NULL, command_set_up, function, command_tear_down)
  ADD ("json-to-output", test_json_to_output);
  ADD ("file", test_file);
  ADD ("misused", test_misused);
  ADD ("damaged-store", test_damaged_store);
  ADD ("cannot-write", test_cannot_write);
#undef ADD

  return g_test_run ();
}
