/* Tests of the commands that need no display, run as programs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>

typedef struct
{
  char        *folder;    /* of the stores */
  GSubprocess *simulator;
  JsonNode    *ready;
} Fixture;

/* What came of a run of the program. */
typedef struct
{
  int   status;
  char *output;
  char *errors;
} Outcome;

static void
clear_outcome (Outcome *outcome)
{
  g_free (outcome->output);
  g_free (outcome->errors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, clear_outcome)

static char *
find_program (const char *name)
{
  return g_test_build_filename (G_TEST_BUILT, "..", "..", "src", name, NULL);
}

static const char *
get_ready (Fixture    *self,
           const char *member)
{
  return json_object_get_string_member (json_node_get_object (self->ready), member);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *program = find_program ("actioned-simulator");
  g_autoptr (GDataInputStream) stream = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("actioned-XXXXXX", &error);
  g_assert_no_error (error);
  self->simulator = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--events",
                                      "150", "--seed", "7", NULL);
  g_assert_no_error (error);
  stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->simulator));
  line = g_data_input_stream_read_line (stream, NULL, NULL, &error);
  g_assert_no_error (error);
  self->ready = json_from_string (line, &error);
  g_assert_no_error (error);
}

static void
stop_simulator (Fixture *self)
{
  if (self->simulator == NULL)
    return;

  g_subprocess_send_signal (self->simulator, SIGTERM);
  g_assert_true (g_subprocess_wait (self->simulator, NULL, NULL));
  g_clear_object (&self->simulator);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_tree (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  stop_simulator (self);
  remove_tree (self->folder);
  g_free (self->folder);
  json_node_unref (self->ready);
}

static GSubprocessLauncher *
create_launcher (Fixture    *self,
                 const char *secret)
{
  GSubprocessLauncher *launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_BASE_URL", get_ready (self, "baseUrl"), TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_ORG_ID", get_ready (self, "orgId"), TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_API_KEY", get_ready (self, "apiKey"), TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_API_SECRET", secret, TRUE);

  return launcher;
}

/* Every run is also a test that the secret is shown nowhere. */
static Outcome
run_with (Fixture             *self,
          GSubprocessLauncher *launcher,
          const char          *arguments)
{
  g_autofree char *program = find_program ("actioned");
  g_autofree char *line = g_strconcat (program, " ", arguments, NULL);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 };

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &outcome.output,
                                                &outcome.errors, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  outcome.status = g_subprocess_get_exit_status (process);
  g_assert_null (strstr (outcome.output, get_ready (self, "apiSecret")));
  g_assert_null (strstr (outcome.errors, get_ready (self, "apiSecret")));

  return outcome;
}

static Outcome
run (Fixture    *self,
     const char *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (self, get_ready (self, "apiSecret"));

  return run_with (self, launcher, arguments);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c++)
    n += *c == '\n';

  return n;
}

static void
test_sync_and_list (Fixture       *self,
                    gconstpointer  data)
{
  g_auto (Outcome) empty = run (self, "list --json");
  g_auto (Outcome) sync = run (self, "sync");
  g_auto (Outcome) list = run (self, "list --json");
  g_auto (Outcome) plain = run (self, "list");
  g_auto (GStrv) lines = g_strsplit (list.output, "\n", -1);
  guint n_open = (guint) g_ascii_strtoull (sync.output, NULL, 10);
  g_autofree char *newest = NULL;

  g_assert_cmpint (empty.status, ==, 0);
  g_assert_cmpstr (empty.output, ==, "");
  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpstr (sync.errors, ==, "");
  g_assert_cmpuint (n_open, >, 50);
  g_assert_cmpint (list.status, ==, 0);
  g_assert_cmpuint (count_lines (list.output), ==, n_open);
  g_assert_cmpint (plain.status, ==, 0);
  g_assert_cmpuint (count_lines (plain.output), ==, n_open);

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
test_offline (Fixture       *self,
              gconstpointer  data)
{
  g_auto (Outcome) first = run (self, "sync");
  g_auto (Outcome) before = run (self, "list --json");
  g_auto (Outcome) sync = { 0 };
  g_auto (Outcome) after = { 0 };

  stop_simulator (self);
  sync = run (self, "sync");
  after = run (self, "list --json");

  g_assert_cmpint (first.status, ==, 0);
  g_assert_cmpint (sync.status, ==, 1);
  g_assert_nonnull (strstr (sync.errors, "Offline"));
  g_assert_cmpint (after.status, ==, 0);
  g_assert_cmpstr (after.output, ==, before.output);
}

static void
test_wrong_secret (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (self, "certainly-not-the-secret");
  g_auto (Outcome) sync = run_with (self, launcher, "sync");

  g_assert_cmpint (sync.status, ==, 1);
  g_assert_nonnull (strstr (sync.errors, "Signing in failed"));
  g_assert_null (strstr (sync.errors, "certainly-not-the-secret"));
}

static void
test_other_names (Fixture       *self,
                  gconstpointer  data)
{
  static const char *const names[][2] = {
    { "M3TER_BASE_URL", "baseUrl" },
    { "M3TER_ORG_ID", "orgId" },
    { "M3TER_API_KEY", "apiKey" },
    { "M3TER_API_SECRET", "apiSecret" },
  };
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (self, "");
  g_auto (Outcome) sync = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *ours = g_strconcat ("ACTIONED", strchr (names[i][0], '_'), NULL);

      g_subprocess_launcher_unsetenv (launcher, ours);
      g_subprocess_launcher_setenv (launcher, names[i][0], get_ready (self, names[i][1]), TRUE);
    }
  sync = run_with (self, launcher, "sync");

  g_assert_cmpstr (sync.errors, ==, "");
  g_assert_cmpint (sync.status, ==, 0);
}

static void
test_missing (Fixture       *self,
              gconstpointer  data)
{
  static const char *const names[] = { "ACTIONED_ORG_ID", "ACTIONED_API_KEY",
                                       "ACTIONED_API_SECRET" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher =
          create_launcher (self, get_ready (self, "apiSecret"));
      g_auto (Outcome) sync = { 0 };

      g_subprocess_launcher_unsetenv (launcher, names[i]);
      sync = run_with (self, launcher, "sync");

      g_assert_cmpint (sync.status, ==, 1);
      g_assert_nonnull (strstr (sync.errors, names[i]));
    }
}

static void
test_base_url (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *good = g_strconcat ("sync --base-url ", get_ready (self, "baseUrl"), NULL);
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (self, get_ready (self, "apiSecret"));
  g_auto (Outcome) insecure = run (self, "sync --base-url http://192.0.2.1");
  g_auto (Outcome) chosen = { 0 };

  g_subprocess_launcher_setenv (launcher, "ACTIONED_BASE_URL", "https://192.0.2.1", TRUE);
  chosen = run_with (self, launcher, good);

  g_assert_cmpint (insecure.status, ==, 1);
  g_assert_nonnull (strstr (insecure.errors, "http://"));
  g_assert_cmpint (chosen.status, ==, 0);
}

static void
test_misuse (Fixture       *self,
             gconstpointer  data)
{
  static const char *const lines[] = { "sync --json",  "list --nothing", "list everything",
                                       "nothing",      "--now" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (Outcome) outcome = run (self, lines[i]);

      g_test_message ("%s", lines[i]);
      g_assert_cmpint (outcome.status, ==, 2);
      g_assert_cmpstr (outcome.output, ==, "");
      g_assert_true (g_str_has_prefix (outcome.errors, "actioned: "));
    }
}

static void
test_help (Fixture       *self,
           gconstpointer  data)
{
  g_auto (Outcome) help = run (self, "--help");
  g_auto (Outcome) version = run (self, "--version");

  g_assert_cmpint (help.status, ==, 0);
  g_assert_nonnull (strstr (help.output, "--demo"));
  g_assert_nonnull (strstr (help.output, "list --json"));
  g_assert_cmpint (version.status, ==, 0);
  g_assert_true (g_str_has_prefix (version.output, "Actioned "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
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
