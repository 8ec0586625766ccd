/* Tests of the commands that need no display, run as programs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command-fixture.h"

#include <string.h>

static void
test_sync_and_list (CommandFixture *self,
                    gconstpointer   data)
{
  g_auto (Outcome) empty = command_run (self, "list --json");
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) list = command_run (self, "list --json");
  g_auto (Outcome) plain = command_run (self, "list");
  g_auto (GStrv) lines = g_strsplit (list.output, "\n", -1);
  guint            n_open = (guint) g_ascii_strtoull (sync.output, NULL, 10);
  g_autofree char *newest = NULL;

  g_assert_cmpint (empty.status, ==, 0);
  g_assert_cmpstr (empty.output, ==, "");
  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpstr (sync.errors, ==, "");
  g_assert_cmpuint (n_open, >, 50);
  g_assert_cmpint (list.status, ==, 0);
  g_assert_cmpuint (command_count_lines (list.output), ==, n_open);
  g_assert_cmpint (plain.status, ==, 0);
  g_assert_cmpuint (command_count_lines (plain.output), ==, n_open);

  for (guint i = 0; i < n_open; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
      JsonObject *event = NULL;
      const char *time = NULL;

      g_assert_nonnull (node);
      event = json_node_get_object (node);
      g_assert_cmpstr (json_object_get_string_member (event, "status"), ==, "open");
      g_assert_true (g_str_has_prefix (json_object_get_string_member (event, "eventName"),
                                       "integration."));
      g_assert_false (json_object_has_member (event, "dtActioned"));
      time = json_object_get_string_member (event, "eventTime");
      g_assert_true (newest == NULL || strcmp (newest, time) >= 0);
      g_free (newest);
      newest = g_strdup (time);
    }
}

static void
test_offline (CommandFixture *self,
              gconstpointer   data)
{
  g_auto (Outcome) first = command_run (self, "sync");
  g_auto (Outcome) before = command_run (self, "list --json");
  g_auto (Outcome) sync = { 0 };
  g_auto (Outcome) after = { 0 };

  command_stop_simulator (self);
  sync = command_run (self, "sync");
  after = command_run (self, "list --json");

  g_assert_cmpint (first.status, ==, 0);
  g_assert_cmpint (sync.status, ==, 1);
  g_assert_nonnull (strstr (sync.errors, "Offline"));
  g_assert_cmpint (after.status, ==, 0);
  g_assert_cmpstr (after.output, ==, before.output);
}

static void
test_wrong_secret (CommandFixture *self,
                   gconstpointer   data)
{
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, "certainly-not-the-secret");
  g_auto (Outcome) sync = command_run_with (launcher, "sync", command_get_ready (self, "apiSecret"));

  g_assert_cmpint (sync.status, ==, 1);
  g_assert_nonnull (strstr (sync.errors, "Signing in failed"));
  g_assert_null (strstr (sync.errors, "certainly-not-the-secret"));
}

static void
test_other_names (CommandFixture *self,
                  gconstpointer   data)
{
  static const char *const names[][2] = {
    { "M3TER_BASE_URL", "baseUrl" },
    { "M3TER_ORG_ID", "orgId" },
    { "M3TER_API_KEY", "apiKey" },
    { "M3TER_API_SECRET", "apiSecret" },
  };
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, "");
  g_auto (Outcome) sync = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *ours = g_strconcat ("ACTIONED", strchr (names[i][0], '_'), NULL);

      g_subprocess_launcher_unsetenv (launcher, ours);
      g_subprocess_launcher_setenv (launcher, names[i][0], command_get_ready (self, names[i][1]), TRUE);
    }
  sync = command_run_with (launcher, "sync", command_get_ready (self, "apiSecret"));

  g_assert_cmpstr (sync.errors, ==, "");
  g_assert_cmpint (sync.status, ==, 0);
}

static void
test_missing (CommandFixture *self,
              gconstpointer   data)
{
  static const char *const names[] = { "ACTIONED_ORG_ID", "ACTIONED_API_KEY",
                                       "ACTIONED_API_SECRET" };
  const char              *secret = command_get_ready (self, "apiSecret");
  g_autoptr (GSubprocessLauncher) nothing = command_launcher_new (self->folder);
  g_auto (Outcome) all = command_run_with (nothing, "sync", secret);

  g_assert_cmpint (all.status, ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, secret);
      g_auto (Outcome) sync = { 0 };

      g_subprocess_launcher_setenv (launcher, names[i], "", TRUE);
      sync = command_run_with (launcher, "sync", secret);

      g_assert_cmpint (sync.status, ==, 1);
      g_assert_nonnull (strstr (sync.errors, names[i]));
      g_assert_null (strstr (sync.errors, names[(i + 1) % G_N_ELEMENTS (names)]));
      g_assert_nonnull (strstr (all.errors, names[i]));
    }
}

static void
test_base_url (CommandFixture *self,
               gconstpointer   data)
{
  const char      *secret = command_get_ready (self, "apiSecret");
  g_autofree char *good = g_strconcat ("sync --base-url ", command_get_ready (self, "baseUrl"), NULL);
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, secret);
  g_auto (Outcome) insecure = command_run (self, "sync --base-url http://192.0.2.1");
  g_auto (Outcome) chosen = { 0 };
  g_auto (Outcome) other = { 0 };

  g_subprocess_launcher_setenv (launcher, "ACTIONED_BASE_URL", "https://192.0.2.1", TRUE);
  chosen = command_run_with (launcher, good, secret);
  g_subprocess_launcher_unsetenv (launcher, "ACTIONED_BASE_URL");
  g_subprocess_launcher_setenv (launcher, "M3TER_BASE_URL", "ftp://192.0.2.1", TRUE);
  other = command_run_with (launcher, "sync", secret);

  g_assert_cmpint (insecure.status, ==, 1);
  g_assert_nonnull (strstr (insecure.errors, "http://"));
  g_assert_nonnull (strstr (insecure.errors, "--base-url"));
  g_assert_cmpint (chosen.status, ==, 0);
  g_assert_cmpint (other.status, ==, 1);
  g_assert_nonnull (strstr (other.errors, "M3TER_BASE_URL"));
}

static void
test_misuse (CommandFixture *self,
             gconstpointer   data)
{
  static const char *const lines[] = {
    "sync --json",
    "list --nothing",
    "list everything",
    "list --demo --base-url https://x.test",
    "nothing",
    "--nothing",
    "--now",
    "--demo --base-url https://x.test",
    "--demo sync",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (Outcome) outcome = command_run (self, lines[i]);

      g_test_message ("%s", lines[i]);
      g_assert_cmpint (outcome.status, ==, 2);
      g_assert_cmpstr (outcome.output, ==, "");
      g_assert_true (g_str_has_prefix (outcome.errors, "actioned: "));
      g_assert_nonnull (strstr (outcome.errors, "Usage:\n  actioned "));
    }
}

static void
test_help (CommandFixture *self,
           gconstpointer   data)
{
  static const char *const commands[] = { "sync", "list", "show", "action", "export", "pending",
                                          "status" };
  g_auto (Outcome) help = command_run (self, "--help");
  g_auto (Outcome) version = command_run (self, "--version");

  g_assert_cmpint (help.status, ==, 0);
  g_assert_nonnull (strstr (help.output, "--demo"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *entry = g_strdup_printf ("\n  %s ", commands[i]);
      g_autofree char *line = g_strconcat (commands[i], " --help", NULL);
      g_auto (Outcome) own = command_run (self, line);

      g_assert_nonnull (strstr (help.output, entry));
      g_assert_cmpint (own.status, ==, 0);
      g_assert_nonnull (strstr (own.output, "--connection"));
    }
  g_assert_cmpint (version.status, ==, 0);
  g_assert_true (g_str_has_prefix (version.output, "Actioned "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, CommandFixture, NULL, command_set_up, test, command_tear_down)
  ADD ("/command/sync-and-list", test_sync_and_list);
  ADD ("/command/offline", test_offline);
  ADD ("/command/wrong-secret", test_wrong_secret);
  ADD ("/command/other-names", test_other_names);
  ADD ("/command/missing", test_missing);
  ADD ("/command/base-url", test_base_url);
  ADD ("/command/misuse", test_misuse);
  ADD ("/command/help", test_help);
#undef ADD

  return g_test_run ();
}
