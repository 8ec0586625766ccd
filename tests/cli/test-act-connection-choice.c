/* Tests of which connection a command works on, run as programs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-keyring.h"
#include "command-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Nothing but the secret, if that, is in the environment. */
static Outcome
run_bare (CommandFixture *self,
          const char     *arguments,
          gboolean        has_secret)
{
  const char *secret = command_get_ready (self, "apiSecret");
  g_autoptr (GSubprocessLauncher) launcher = command_launcher_new (self->folder);

  if (has_secret)
    g_subprocess_launcher_setenv (launcher, "ACTIONED_API_SECRET", secret, TRUE);

  return command_run_with (launcher, arguments, secret);
}

static void
open_another (CommandFixture *self)
{
  const char *secret = command_get_ready (self, "apiSecret");
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, secret);
  g_auto (Outcome) list = { 0 };

  g_subprocess_launcher_setenv (launcher, "ACTIONED_ORG_ID", "another-organisation", TRUE);
  list = command_run_with (launcher, "list", secret);
  g_assert_cmpint (list.status, ==, 0);
}

static void
test_only_one (CommandFixture *self,
               gconstpointer   data)
{
  g_auto (Outcome) nothing = run_bare (self, "list", FALSE);
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) before = command_run (self, "list --json");
  g_auto (Outcome) again = run_bare (self, "sync", TRUE);
  g_auto (Outcome) without = run_bare (self, "sync", FALSE);
  g_auto (Outcome) list = { 0 };
  g_autofree char *path = g_build_filename (self->folder, "actioned", "connections.ini", NULL);
  g_autofree char *text = NULL;

  command_stop_simulator (self);
  list = run_bare (self, "list --json", FALSE);

  g_assert_cmpint (nothing.status, ==, 1);
  g_assert_nonnull (strstr (nothing.errors, "ACTIONED_ORG_ID"));
  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (again.status, ==, 0);
  g_assert_cmpint (without.status, ==, 1);
  g_assert_nonnull (strstr (without.errors, "ACTIONED_API_SECRET"));
  g_assert_cmpint (list.status, ==, 0);
  g_assert_cmpstr (list.output, ==, before.output);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, command_get_ready (self, "apiSecret")));
}

static void
test_several (CommandFixture *self,
              gconstpointer   data)
{
  g_autofree char *by_organisation =
      g_strconcat ("status --json --connection ", command_get_ready (self, "orgId"), NULL);
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) unclear = { 0 };
  g_auto (Outcome) chosen = { 0 };
  g_auto (Outcome) same_name = { 0 };
  g_auto (Outcome) unknown = { 0 };

  open_another (self);
  unclear = run_bare (self, "status", TRUE);
  chosen = run_bare (self, by_organisation, FALSE);
  same_name = run_bare (self, "status --connection 127.0.0.1", FALSE);
  unknown = run_bare (self, "status --connection nobody", FALSE);

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (unclear.status, ==, 2);
  g_assert_cmpstr (unclear.output, ==, "");
  g_assert_nonnull (strstr (unclear.errors, "another-organisation"));
  g_assert_nonnull (strstr (unclear.errors, command_get_ready (self, "orgId")));
  g_assert_cmpint (chosen.status, ==, 0);
  g_assert_cmpint (command_get_number (chosen.output, "events"), ==, 150);
  g_assert_cmpint (same_name.status, ==, 2);
  g_assert_nonnull (strstr (same_name.errors, "another-organisation"));
  g_assert_cmpint (unknown.status, ==, 2);
  g_assert_nonnull (strstr (unknown.errors, "nobody"));
  g_assert_nonnull (strstr (unknown.errors, "another-organisation"));
}

/* The environment has a secret, and names its connection in part. */
static Outcome
run_half_named (CommandFixture *self,
                const char     *arguments)
{
  const char *secret = command_get_ready (self, "apiSecret");
  g_autoptr (GSubprocessLauncher) launcher = command_launcher_new (self->folder);

  g_subprocess_launcher_setenv (launcher, "ACTIONED_ORG_ID", "another-organisation", TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_API_SECRET", secret, TRUE);

  return command_run_with (launcher, arguments, secret);
}

/* The secret of one connection is not for the server of another. */
static void
test_secret_stays (CommandFixture *self,
                   gconstpointer   data)
{
  g_auto (Outcome) elsewhere = { 0 };
  g_auto (Outcome) here = { 0 };
  g_auto (Outcome) half_named = { 0 };
  g_autofree char *own =
      g_strconcat ("sync --connection ", command_get_ready (self, "orgId"), NULL);

  open_another (self);
  elsewhere = command_run (self, "sync --connection another-organisation");
  here = command_run (self, own);
  half_named = run_half_named (self, own);

  g_assert_cmpint (elsewhere.status, ==, 1);
  g_assert_nonnull (strstr (elsewhere.errors, "ACTIONED_API_SECRET"));
  g_assert_cmpint (here.status, ==, 0);
  g_assert_cmpint (half_named.status, ==, 1);
  g_assert_nonnull (strstr (half_named.errors, "ACTIONED_API_SECRET"));
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean *stored = user_data;
  g_autoptr (GError) error = NULL;

  *stored = act_keyring_store_finish (ACT_KEYRING (source), result, &error);
  g_assert_no_error (error);
}

/* As the form does it. The commands of the test inherit where the keyring is. */
static void
store_secret (CommandFixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "keyring", NULL);
  g_autoptr (ActKeyring) keyring = NULL;
  g_autoptr (ActConnection) connection = NULL;
  gboolean stored = FALSE;

  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  keyring = act_keyring_new_for_system ();
  connection = act_connection_new (NULL, command_get_ready (self, "baseUrl"),
                                   command_get_ready (self, "orgId"),
                                   command_get_ready (self, "apiKey"), NULL);
  act_keyring_store_async (keyring, connection, command_get_ready (self, "apiSecret"), NULL, stored_cb,
                           &stored);
  while (!stored)
    g_main_context_iteration (NULL, TRUE);
}

/* Runs a command in an environment that names a connection, but no secret. */
static Outcome
run_elsewhere (CommandFixture *self,
               const char     *base_url)
{
  g_autoptr (GSubprocessLauncher) launcher = command_launcher_new (self->folder);

  g_subprocess_launcher_setenv (launcher, "ACTIONED_BASE_URL", base_url, TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_ORG_ID", command_get_ready (self, "orgId"), TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_API_KEY", command_get_ready (self, "apiKey"), TRUE);

  return command_run_with (launcher, "sync", command_get_ready (self, "apiSecret"));
}

static Outcome
run_without_keyring (CommandFixture *self)
{
  g_autoptr (GSubprocessLauncher) launcher = command_launcher_new (self->folder);

  g_subprocess_launcher_setenv (launcher, "SECRET_BACKEND", "service", TRUE);

  return command_run_with (launcher, "sync", command_get_ready (self, "apiSecret"));
}

/* The secret of the keyring goes to its own server, and nowhere else. */
static void
test_keyring (CommandFixture *self,
              gconstpointer   data)
{
  g_autofree char *elsewhere_url = NULL;
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) found = { 0 };
  g_auto (Outcome) named = { 0 };
  g_auto (Outcome) elsewhere = { 0 };
  g_auto (Outcome) without = { 0 };

  g_assert_cmpint (sync.status, ==, 0);
  store_secret (self);
  found = run_bare (self, "sync", FALSE);
  named = run_elsewhere (self, command_get_ready (self, "baseUrl"));
  without = run_without_keyring (self);

  /* The same server by another name is another origin. */
  elsewhere_url = g_strdup (command_get_ready (self, "baseUrl"));
  g_assert_nonnull (strstr (elsewhere_url, "127.0.0.1"));
  memcpy (strstr (elsewhere_url, "127.0.0.1"), "127.0.0.2", strlen ("127.0.0.2"));
  elsewhere = run_elsewhere (self, elsewhere_url);
  g_unsetenv ("SECRET_FILE_TEST_PATH");

  g_assert_cmpint (found.status, ==, 0);
  g_assert_cmpint (named.status, ==, 0);
  g_assert_cmpint (without.status, ==, 1);
  g_assert_nonnull (strstr (without.errors, "There is no keyring"));
  g_assert_nonnull (strstr (without.errors, "ACTIONED_API_SECRET"));
  g_assert_cmpint (elsewhere.status, ==, 1);
  g_assert_nonnull (strstr (elsewhere.errors, "The secret is missing"));
}

static void
test_misused (CommandFixture *self,
              gconstpointer   data)
{
  g_auto (Outcome) two = command_run (self, "list --connection a --base-url https://example.com");
  g_auto (Outcome) demo = command_run (self, "list --connection a --demo");

  g_assert_cmpint (two.status, ==, 2);
  g_assert_cmpint (demo.status, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/connection-choice/" name, CommandFixture, NULL, command_set_up, function, command_tear_down)
  ADD ("only-one", test_only_one);
  ADD ("several", test_several);
  ADD ("secret-stays", test_secret_stays);
  ADD ("keyring", test_keyring);
  ADD ("misused", test_misused);
#undef ADD

  return g_test_run ();
}
