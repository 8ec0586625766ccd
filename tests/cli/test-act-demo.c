/* Tests of the built-in demo, by the commands that need no display
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>

/* A text that none of the demo's outputs has. */
#define NO_SECRET "certainly-no-secret"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("actioned-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  command_remove_tree (self->folder);
  g_free (self->folder);
}

static Outcome
run (Fixture    *self,
     const char *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = command_launcher_new (self->folder);

  return command_run_with (launcher, arguments, NO_SECRET);
}

static char *
build_path (Fixture    *self,
            const char *name)
{
  return g_build_filename (self->folder, "actioned", "demo", name, NULL);
}

static void
test_persists (Fixture      *self,
               gconstpointer data)
{
  g_auto (Outcome) nothing = run (self, "list --demo");
  g_auto (Outcome) first = run (self, "sync --demo");
  g_auto (Outcome) before = run (self, "list --demo --json");
  g_auto (Outcome) second = run (self, "sync --demo");
  g_auto (Outcome) after = run (self, "list --demo --json");
  guint64 n_open = g_ascii_strtoull (first.output, NULL, 10);

  g_assert_cmpint (nothing.status, ==, 0);
  g_assert_cmpstr (nothing.output, ==, "");
  g_assert_cmpstr (first.errors, ==, "");
  g_assert_cmpint (first.status, ==, 0);
  g_assert_cmpuint (n_open, >, 100);
  g_assert_cmpuint (command_count_lines (before.output), ==, n_open);
  g_assert_cmpint (second.status, ==, 0);
  g_assert_cmpstr (after.output, ==, before.output);
}

/* The demo is for people who have a connection, too. */
static void
test_keeps_to_its_folder (Fixture      *self,
                          gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher = command_launcher_new (self->folder);
  g_autofree char *folder = g_build_filename (self->folder, "actioned", NULL);
  g_autoptr (GDir) entries = NULL;
  g_auto (Outcome) sync = { 0 };

  g_subprocess_launcher_setenv (launcher, "ACTIONED_BASE_URL", "https://192.0.2.1", TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_ORG_ID", "organisation", TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_API_KEY", "key", TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_API_SECRET", NO_SECRET, TRUE);
  sync = command_run_with (launcher, "sync --demo", NO_SECRET);

  g_assert_cmpint (sync.status, ==, 0);
  entries = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (entries);
  g_assert_cmpstr (g_dir_read_name (entries), ==, "demo");
  g_assert_null (g_dir_read_name (entries));
}

static void
test_only_one_at_a_time (Fixture      *self,
                         gconstpointer data)
{
  static const char *const lines[] = { "sync --demo", "list --demo" };
  g_autofree char         *path = build_path (self, "lock");
  g_autofree char         *state = build_path (self, "server.json");
  g_auto (Outcome) first = run (self, "sync --demo");
  g_auto (Outcome) last = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int              lock = g_open (path, O_RDWR | O_CLOEXEC, 0);

  g_assert_cmpint (first.status, ==, 0);
  g_assert_true (g_file_get_contents (state, &before, NULL, NULL));
  g_assert_cmpint (flock (lock, LOCK_EX | LOCK_NB), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (Outcome) second = run (self, lines[i]);

      g_assert_cmpint (second.status, ==, 1);
      g_assert_nonnull (strstr (second.errors, "The demo is already open"));
    }

  g_assert_true (g_file_get_contents (state, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);

  g_close (lock, NULL);
  last = run (self, "sync --demo");
  g_assert_cmpint (last.status, ==, 0);
}

static void
test_folder_cannot_be_made (Fixture      *self,
                            gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "actioned", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) sync = { 0 };

  g_file_set_contents (path, "This is no folder.", -1, &error);
  g_assert_no_error (error);
  sync = run (self, "sync --demo");

  g_assert_cmpint (sync.status, ==, 1);
  g_assert_nonnull (strstr (sync.errors, path));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/demo/persists", test_persists);
  ADD ("/demo/keeps-to-its-folder", test_keeps_to_its_folder);
  ADD ("/demo/only-one-at-a-time", test_only_one_at_a_time);
  ADD ("/demo/folder-cannot-be-made", test_folder_cannot_be_made);
#undef ADD

  return g_test_run ();
}
