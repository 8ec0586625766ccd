/* Tests of the commands that tell of a connection, an event and what waits
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
test_status (CommandFixture *self,
             gconstpointer   data)
{
  g_auto (Outcome) before = command_run_input (self, "status --json", NULL, FALSE);
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) json = command_run_input (self, "status --json", NULL, FALSE);
  g_auto (Outcome) plain = command_run_input (self, "status", NULL, FALSE);
  g_autoptr (JsonNode) node = json_from_string (json.output, NULL);
  g_autoptr (JsonNode) node_before = json_from_string (before.output, NULL);
  JsonObject *object = json_node_get_object (node);

  g_assert_cmpint (before.status, ==, 0);
  g_assert_true (json_object_get_null_member (json_node_get_object (node_before), "asOf"));
  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (json.status, ==, 0);
  g_assert_cmpuint (command_count_lines (json.output), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "open"), ==,
                   g_ascii_strtoll (sync.output, NULL, 10));
  g_assert_cmpint (json_object_get_int_member (object, "events"), ==, 150);
  g_assert_cmpint (json_object_get_int_member (object, "waiting"), ==, 0);
  g_assert_true (json_object_get_boolean_member (object, "canMark"));
  g_assert_cmpstr (json_object_get_string_member (object, "baseUrl"), ==,
                   command_get_ready (self, "baseUrl"));
  g_assert_cmpint (plain.status, ==, 0);
  g_assert_nonnull (strstr (plain.output, "All events\t150\n"));
}

static void
test_output_is_full (CommandFixture *self,
                     gconstpointer   data)
{
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, "");
  g_auto (Outcome) status = { 0 };

  if (g_access ("/dev/full", W_OK) != 0)
    {
      g_test_skip ("There is no /dev/full");
      return;
    }

  g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  status = command_run_with (launcher, "status", command_get_ready (self, "apiSecret"));

  g_assert_cmpint (status.status, ==, 1);
  g_assert_nonnull (strstr (status.errors, "could not be written"));
}

static void
test_show (CommandFixture *self,
           gconstpointer   data)
{
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) list = command_run (self, "list --json");
  g_autofree char *id = g_strstrip (command_find_ids (list.output, 1));
  g_autofree char *show = g_strconcat ("show ", id, NULL);
  g_autofree char *show_json = g_strconcat (show, " --json", NULL);
  g_auto (Outcome) plain = command_run_input (self, show, NULL, FALSE);
  g_auto (Outcome) json = command_run_input (self, show_json, NULL, FALSE);
  g_auto (Outcome) unknown = command_run (self, "show no-such-event");
  g_auto (Outcome) nothing = command_run (self, "show");
  g_autoptr (JsonNode) node = json_from_string (json.output, NULL);

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (plain.status, ==, 0);
  g_assert_nonnull (strstr (plain.output, id));
  g_assert_nonnull (strstr (plain.output, "NOT ACTIONED"));
  g_assert_nonnull (strstr (plain.output, "\"eventName\": "));
  g_assert_cmpuint (command_count_lines (json.output), ==, 1);
  g_assert_nonnull (json_object_get_object_member (json_node_get_object (node), "event"));
  g_assert_cmpint (unknown.status, ==, 1);
  g_assert_nonnull (strstr (unknown.errors, "no-such-event"));
  g_assert_cmpint (nothing.status, ==, 2);
}

static void
test_pending (CommandFixture *self,
              gconstpointer   data)
{
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) list = command_run (self, "list --json");
  g_autofree char *ids = command_find_ids (list.output, 3);
  g_auto (Outcome) none = command_run (self, "pending");
  g_auto (Outcome) action = command_run_input (self, "action --yes", ids, FALSE);
  g_auto (Outcome) plain = command_run_input (self, "pending", NULL, FALSE);
  g_auto (Outcome) json = command_run_input (self, "pending --json", NULL, FALSE);
  g_auto (GStrv) lines = g_strsplit (json.output, "\n", -1);

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpstr (none.output, ==, "");
  g_assert_cmpint (action.status, ==, 0);
  g_assert_cmpuint (command_count_lines (plain.output), ==, 3);
  g_assert_true (g_str_has_prefix (plain.output, "mark-actioned\t"));
  g_assert_cmpuint (command_count_lines (json.output), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
      JsonObject *object = json_node_get_object (node);

      g_assert_cmpstr (json_object_get_string_member (object, "action"), ==, "mark-actioned");
      g_assert_cmpstr (json_object_get_string_member (object, "state"), ==, "ready");
      g_assert_nonnull (strstr (ids, json_object_get_string_member (object, "target")));
    }
}

/* What the server has said is told, and not how it was asked. */
static void
test_refused (CommandFixture *self,
              gconstpointer   data)
{
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) list = command_run (self, "list --json");
  g_autofree char *ids = command_find_ids (list.output, 1);
  g_auto (Outcome) action = { 0 };
  g_auto (Outcome) plain = { 0 };

  command_post (self, "faults", "{\"mark-400\": 1}");
  action = command_run_input (self, "action --yes", ids, TRUE);
  plain = command_run (self, "pending");

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpuint (command_count_lines (plain.output), ==, 1);
  g_assert_nonnull (strstr (plain.output, "\trefused\t"));
  g_assert_null (strstr (plain.output, "PUT "));
}

static void
test_search (CommandFixture *self,
             gconstpointer   data)
{
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) open = command_run (self, "list");
  g_auto (Outcome) all = command_run (self, "list --include-actioned");
  g_auto (Outcome) actioned = command_run (self, "list --search is:actioned");
  g_auto (Outcome) perform = command_run (self, "list --search name:perform");
  g_auto (Outcome) others = command_run (self, "list --search -name:perform");
  g_auto (Outcome) bad = command_run (self, "list --search after:soon");

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpuint (command_count_lines (all.output), ==, 150);
  g_assert_cmpuint (command_count_lines (actioned.output), ==,
                    150 - command_count_lines (open.output));
  g_assert_cmpuint (command_count_lines (perform.output), >, 0);
  g_assert_cmpuint (command_count_lines (perform.output) + command_count_lines (others.output), ==,
                    command_count_lines (open.output));
  g_assert_cmpint (bad.status, ==, 2);
  g_assert_cmpstr (bad.output, ==, "");
  g_assert_nonnull (strstr (bad.errors, "2026-03-01"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/status-command/" name, CommandFixture, NULL, command_set_up, function, command_tear_down)
  ADD ("status", test_status);
  ADD ("output-is-full", test_output_is_full);
  ADD ("show", test_show);
  ADD ("pending", test_pending);
  ADD ("refused", test_refused);
  ADD ("search", test_search);
#undef ADD

  return g_test_run ();
}
