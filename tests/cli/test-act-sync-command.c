/* Tests of the command that synchronises a store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command-fixture.h"
#include "session-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  Fixture session; /* what a window does meanwhile */
  char   *folder;  /* of the user's data; the session's stores are in it */
} SyncFixture;

static void
set_up (SyncFixture  *self,
        gconstpointer data)
{
  g_autofree char *link = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->session, data);
  self->folder = g_dir_make_tmp ("actioned-XXXXXX", &error);
  g_assert_no_error (error);
  link = g_build_filename (self->folder, "actioned", NULL);
  g_assert_cmpint (symlink (self->session.directory, link), ==, 0);
}

static void
tear_down (SyncFixture  *self,
           gconstpointer data)
{
  command_remove_tree (self->folder);
  g_free (self->folder);
  fixture_tear_down (&self->session, data);
}

static Outcome
run (SyncFixture *self,
     const char  *arguments)
{
  ActSimulator *simulator = self->session.simulator;
  const char   *secret = act_simulator_get_api_secret (simulator);
  g_autoptr (GSubprocessLauncher) launcher = command_launcher_new (self->folder);

  g_subprocess_launcher_setenv (launcher, "ACTIONED_BASE_URL",
                                act_simulator_get_base_url (simulator), TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_ORG_ID", act_simulator_get_org_id (simulator),
                                TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_API_KEY", act_simulator_get_api_key (simulator),
                                TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_API_SECRET", secret, TRUE);

  return command_run_with (launcher, arguments, secret);
}

static Outcome
run_sync (SyncFixture *self)
{
  return run (self, "sync");
}

/* A window has marked some and was closed before it could send. */
static GArray *
leave_marks (SyncFixture *self)
{
  GArray *row_ids = NULL;

  fixture_open (&self->session, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (&self->session);
  row_ids = fixture_mark_first (&self->session, 3, 0);
  fixture_close (&self->session);

  return row_ids;
}

static void
check_sent (SyncFixture *self,
            GArray      *row_ids)
{
  fixture_open (&self->session, ACT_SESSION_FLAGS_NONE);
  fixture_check_sent_once (&self->session, row_ids);
}

static void
test_sends_what_waits (SyncFixture  *self,
                       gconstpointer data)
{
  g_autoptr (GArray) row_ids = leave_marks (self);
  g_auto (Outcome) sync = run_sync (self);

  g_assert_cmpstr (sync.errors, ==, "");
  g_assert_cmpint (sync.status, ==, 0);
  g_assert_null (strstr (sync.output, "waiting"));
  check_sent (self, row_ids);
}

static void
test_sends_what_waits_without_the_list (SyncFixture  *self,
                                        gconstpointer data)
{
  g_autoptr (GArray) row_ids = leave_marks (self);
  g_auto (Outcome) sync = { 0 };
  gint64 now = g_get_real_time () / 1000;

  /* More than a page, and the second is never reached. */
  act_simulator_add_events (self->session.simulator, 1000, now, now + 1000, FALSE);
  fixture_set_fault (&self->session, "repeat-token", 1);
  sync = run_sync (self);
  fixture_set_fault (&self->session, "repeat-token", 0);

  g_assert_cmpint (sync.status, ==, 1);
  g_assert_nonnull (strstr (sync.errors, "The list does not end"));
  g_assert_nonnull (strstr (sync.output, "as of"));
  check_sent (self, row_ids);
}

static void
test_says_what_waits (SyncFixture  *self,
                      gconstpointer data)
{
  g_autoptr (GArray) row_ids = leave_marks (self);
  g_auto (Outcome) refused = { 0 };
  g_auto (Outcome) sync = { 0 };

  fixture_set_fault (&self->session, "token-401", 1);
  refused = run_sync (self);
  fixture_set_fault (&self->session, "token-401", 0);
  sync = run_sync (self);

  g_assert_cmpint (refused.status, ==, 1);
  g_assert_nonnull (strstr (refused.errors, "Signing in failed"));
  g_assert_nonnull (strstr (refused.output, "3 changes are waiting."));
  g_assert_cmpint (sync.status, ==, 0);
  check_sent (self, row_ids);
}

static void
test_another_one_is_at_it (SyncFixture  *self,
                           gconstpointer data)
{
  g_auto (Outcome) sync = { 0 };
  g_auto (Outcome) later = { 0 };

  fixture_open (&self->session, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (&self->session);
  sync = run_sync (self);
  fixture_close (&self->session);
  later = run_sync (self);

  g_assert_cmpint (sync.status, ==, 1);
  g_assert_nonnull (strstr (sync.errors, "synchronises these events just now"));
  g_assert_cmpint (later.status, ==, 0);
}

/* Each request is a line of six words, and nothing else is said. */
static void
test_verbose (SyncFixture  *self,
              gconstpointer data)
{
  g_auto (Outcome) sync = run (self, "sync --verbose");
  g_auto (GStrv) lines = g_strsplit (g_strchomp (sync.errors), "\n", -1);

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_nonnull (strstr (lines[0], "\tPOST\t/oauth/token\t200\t"));
  g_assert_nonnull (lines[1]);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, "\t", -1);

      g_assert_cmpuint (g_strv_length (words), ==, 6);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, SyncFixture, NULL, set_up, test, tear_down)
  ADD ("/sync-command/sends-what-waits", test_sends_what_waits);
  ADD ("/sync-command/sends-what-waits-without-the-list", test_sends_what_waits_without_the_list);
  ADD ("/sync-command/says-what-waits", test_says_what_waits);
  ADD ("/sync-command/another-one-is-at-it", test_another_one_is_at_it);
  ADD ("/sync-command/verbose", test_verbose);
#undef ADD

  return g_test_run ();
}
