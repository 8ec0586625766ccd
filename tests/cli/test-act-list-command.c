/* Tests of the command that prints the open events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command-fixture.h"

#include <glib-unix.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

/* Colours, a window's title, a bell, one-byte controls, a reversed direction, and a second line. */
#define HOSTILE_NAME    "integration.\\u001b]0;title\\u0007"
#define HOSTILE_MESSAGE "\\u001b[31mred\\u009b2J\\b\\u202eleft\\r\\nsecond\\tline \\\"quoted\\\""

static gboolean
is_safe (const char *text,
         const char *allowed)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if ((g_unichar_iscntrl (character) && strchr (allowed, (int) character) == NULL) ||
          character == 0x202e)
        return FALSE;
    }

  return TRUE;
}

static void
test_hostile_events (CommandFixture *self,
                     gconstpointer   data)
{
  g_autoptr (JsonNode) body = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_auto (Outcome) sync = { 0 };
  g_auto (Outcome) plain = { 0 };
  g_auto (Outcome) json = { 0 };
  g_auto (GStrv) lines = NULL;

  command_post (self, "events",
                "{\"count\": 1, \"newer\": 1, \"eventName\": \"" HOSTILE_NAME
                "\", \"message\": \"" HOSTILE_MESSAGE "\"}");
  sync = command_run (self, "sync");
  plain = command_run (self, "list");
  json = command_run (self, "list --json");

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (plain.status, ==, 0);
  g_assert_true (is_safe (plain.output, "\n\t"));
  g_assert_nonnull (strstr (plain.output, "second line"));
  g_assert_cmpint (json.status, ==, 0);
  g_assert_true (is_safe (json.output, "\n"));
  g_assert_cmpuint (command_count_lines (json.output), ==, command_count_lines (plain.output));

  /* For a script it is what was sent, to the letter. */
  body = json_from_string ("[\"" HOSTILE_NAME "\", \"" HOSTILE_MESSAGE "\"]", NULL);
  lines = g_strsplit (json.output, "\n", 2);
  node = json_from_string (lines[0], NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "eventName"), ==,
                   json_array_get_string_element (json_node_get_array (body), 0));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "message"), ==,
                   json_array_get_string_element (json_node_get_array (body), 1));
}

/* Several pages of them, without an event that is there twice or left out. */
static void
test_many_events (CommandFixture *self,
                  gconstpointer   data)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (Outcome) before = { 0 };
  g_auto (Outcome) sync = { 0 };
  g_auto (Outcome) list = { 0 };
  g_auto (GStrv) lines = NULL;

  before = command_run (self, "sync");
  command_post (self, "events", "{\"count\": 1201, \"newer\": 1201}");
  sync = command_run (self, "sync");
  list = command_run (self, "list --json");

  g_assert_cmpint (before.status, ==, 0);
  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpuint (command_count_lines (list.output), ==,
                    g_ascii_strtoull (before.output, NULL, 10) + 1201);

  lines = g_strsplit (list.output, "\n", -1);
  for (char **line = lines; **line != '\0'; line++)
    {
      g_autoptr (JsonNode) node = json_from_string (*line, NULL);

      g_assert_nonnull (node);
      g_assert_true (g_hash_table_add (
          ids, g_strdup (json_object_get_string_member (json_node_get_object (node), "id"))));
    }
}

static void
test_without_secret (CommandFixture *self,
                     gconstpointer   data)
{
  const char *secret = command_get_ready (self, "apiSecret");
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, secret);
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) list = { 0 };

  g_subprocess_launcher_unsetenv (launcher, "ACTIONED_API_SECRET");
  list = command_run_with (launcher, "list", secret);

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (list.status, ==, 0);
  g_assert_cmpuint (command_count_lines (list.output), >, 50);
}

/* As networking does, and as some shells and services leave it. */
static void
ignore_broken_pipes (gpointer unused)
{
  signal (SIGPIPE, SIG_IGN);
}

static void
test_output_is_closed (CommandFixture *self,
                       gconstpointer   data)
{
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, "");
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) list = { 0 };
  int fds[2] = { -1, -1 };

  g_assert_true (g_unix_open_pipe (fds, FD_CLOEXEC, NULL));
  g_close (fds[0], NULL);
  g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_take_stdout_fd (launcher, fds[1]);
  g_subprocess_launcher_set_child_setup (launcher, ignore_broken_pipes, NULL, NULL);
  list = command_run_with (launcher, "list", command_get_ready (self, "apiSecret"));

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (list.status, ==, 1);
  g_assert_cmpstr (list.errors, ==, "");
}

static void
test_output_is_full (CommandFixture *self,
                     gconstpointer   data)
{
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, "");
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) list = { 0 };

  if (g_access ("/dev/full", W_OK) != 0)
    {
      g_test_skip ("There is no /dev/full");
      return;
    }

  g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  list = command_run_with (launcher, "list", command_get_ready (self, "apiSecret"));

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (list.status, ==, 1);
  g_assert_nonnull (strstr (list.errors, "could not be written"));
}

static void
test_damaged_store (CommandFixture *self,
                    gconstpointer   data)
{
  g_auto (Outcome) first = command_run (self, "sync");
  g_auto (Outcome) before = command_run (self, "list --json");
  g_autofree char *store = command_find_store (self);
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) damaged = { 0 };
  g_auto (Outcome) second = { 0 };
  g_auto (Outcome) after = { 0 };

  g_file_set_contents (store, "This is no database at all.", -1, &error);
  g_assert_no_error (error);
  damaged = command_run (self, "list");
  second = command_run (self, "sync");
  after = command_run (self, "list --json");

  g_assert_cmpint (first.status, ==, 0);
  g_assert_cmpstr (damaged.output, ==, "");
  g_assert_nonnull (strstr (damaged.errors, "set aside"));
  g_assert_cmpstr (second.errors, ==, "");
  g_assert_cmpint (second.status, ==, 0);
  g_assert_cmpstr (after.output, ==, before.output);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add (path, CommandFixture, NULL, command_set_up, test, command_tear_down)
  ADD ("/list-command/hostile-events", test_hostile_events);
  ADD ("/list-command/many-events", test_many_events);
  ADD ("/list-command/without-secret", test_without_secret);
  ADD ("/list-command/output-is-closed", test_output_is_closed);
  ADD ("/list-command/output-is-full", test_output_is_full);
  ADD ("/list-command/damaged-store", test_damaged_store);
#undef ADD

  return g_test_run ();
}
