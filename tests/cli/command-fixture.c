/* Runs of the program, and a server for them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command-fixture.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>

static const char *const variables[] = {
  "ACTIONED_BASE_URL",
  "ACTIONED_ORG_ID",
  "ACTIONED_API_KEY",
  "ACTIONED_API_SECRET",
  "M3TER_BASE_URL",
  "M3TER_ORG_ID",
  "M3TER_API_KEY",
  "M3TER_API_SECRET",
  "DISPLAY",
  "WAYLAND_DISPLAY",
};

char *
command_find_program (const char *name)
{
  return g_test_build_filename (G_TEST_BUILT, "..", "..", "src", name, NULL);
}

void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->output, g_free);
  g_clear_pointer (&outcome->errors, g_free);
}

void
command_remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        command_remove_tree (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* A test that fails does not stop it, and whoever waits for the test's output would wait for it too. */
static void
end_with_test (gpointer unused)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

static GSubprocess *
start_simulator (void)
{
  g_autofree char *program = command_find_program ("actioned-simulator");
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *simulator = NULL;

  g_subprocess_launcher_set_child_setup (launcher, end_with_test, NULL, NULL);
  simulator = g_subprocess_launcher_spawn (launcher, &error, program, "--port", "0", "--events",
                                           "150", "--seed", "7", NULL);
  g_assert_no_error (error);

  return simulator;
}

void
command_set_up (CommandFixture *self,
                gconstpointer   unused)
{
  g_autoptr (GDataInputStream) stream = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("actioned-XXXXXX", &error);
  g_assert_no_error (error);
  self->simulator = start_simulator ();
  stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->simulator));
  line = g_data_input_stream_read_line (stream, NULL, NULL, &error);
  g_assert_no_error (error);
  self->ready = json_from_string (line, &error);
  g_assert_no_error (error);
}

void
command_stop_simulator (CommandFixture *self)
{
  if (self->simulator == NULL)
    return;

  g_subprocess_send_signal (self->simulator, SIGTERM);
  g_assert_true (g_subprocess_wait (self->simulator, NULL, NULL));
  g_clear_object (&self->simulator);
}

void
command_tear_down (CommandFixture *self,
                   gconstpointer   unused)
{
  command_stop_simulator (self);
  command_remove_tree (self->folder);
  g_free (self->folder);
  json_node_unref (self->ready);
}

const char *
command_get_ready (CommandFixture *self,
                   const char     *member)
{
  return json_object_get_string_member (json_node_get_object (self->ready), member);
}

/* Makes something happen at the server. */
void
command_post (CommandFixture *self,
              const char     *path,
              const char     *body)
{
  g_autofree char *uri = g_strconcat (command_get_ready (self, "baseUrl"), "/_simulator/", path, NULL);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_POST, uri);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;

  soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  answer = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (soup_message_get_status (message), ==, 200);
}

/* Nothing of what the tests were started with is left: no display and no connection. */
GSubprocessLauncher *
command_launcher_new (const char *folder)
{
  GSubprocessLauncher *launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_subprocess_launcher_unsetenv (launcher, variables[i]);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder, TRUE);

  return launcher;
}

GSubprocessLauncher *
command_create_launcher (CommandFixture *self,
                         const char     *secret)
{
  GSubprocessLauncher *launcher = command_launcher_new (self->folder);

  g_subprocess_launcher_setenv (launcher, "ACTIONED_BASE_URL", command_get_ready (self, "baseUrl"),
                                TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_ORG_ID", command_get_ready (self, "orgId"),
                                TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_API_KEY", command_get_ready (self, "apiKey"),
                                TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_API_SECRET", secret, TRUE);

  return launcher;
}

/* Starts the program with the words of a line. */
GSubprocess *
command_start (GSubprocessLauncher *launcher,
               const char          *arguments)
{
  g_autofree char *program = command_find_program ("actioned");
  g_autofree char *line = g_strconcat (program, " ", arguments, NULL);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = NULL;

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);

  return process;
}

/* Every run is also a test that the secret is shown nowhere. */
Outcome
command_end (GSubprocess *process,
             const char  *input,
             const char  *secret)
{
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 };

  g_assert_true (g_subprocess_communicate_utf8 (process, input, NULL, &outcome.output,
                                                &outcome.errors, &error));
  g_assert_no_error (error);
  outcome.status = g_subprocess_get_if_exited (process)
                       ? g_subprocess_get_exit_status (process)
                       : 128 + g_subprocess_get_term_sig (process);
  if (outcome.output == NULL) /* it went elsewhere */
    outcome.output = g_strdup ("");
  if (outcome.errors == NULL)
    outcome.errors = g_strdup ("");
  g_assert_null (strstr (outcome.output, secret));
  g_assert_null (strstr (outcome.errors, secret));

  return outcome;
}

Outcome
command_run_with (GSubprocessLauncher *launcher,
                  const char          *arguments,
                  const char          *secret)
{
  g_autoptr (GSubprocess) process = command_start (launcher, arguments);

  return command_end (process, NULL, secret);
}

/* The input is no terminal, and empty unless there is one. */
Outcome
command_run_input (CommandFixture *self,
                   const char     *arguments,
                   const char     *input,
                   gboolean        has_secret)
{
  const char *secret = command_get_ready (self, "apiSecret");
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, secret);
  g_autoptr (GSubprocess) process = NULL;

  if (!has_secret)
    g_subprocess_launcher_unsetenv (launcher, "ACTIONED_API_SECRET");
  g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_STDIN_PIPE |
                                                 G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                                 G_SUBPROCESS_FLAGS_STDERR_PIPE);
  process = command_start (launcher, arguments);

  return command_end (process, input != NULL ? input : "", secret);
}

Outcome
command_run (CommandFixture *self,
             const char     *arguments)
{
  const char *secret = command_get_ready (self, "apiSecret");
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, secret);

  return command_run_with (launcher, arguments, secret);
}

/* The one store that there is. */
char *
command_find_store (CommandFixture *self)
{
  g_autofree char *folder = g_build_filename (self->folder, "actioned", NULL);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  g_autofree char *store = NULL;
  const char      *name = NULL;

  g_assert_nonnull (entries);
  while ((name = g_dir_read_name (entries)) != NULL)
    {
      if (!g_str_has_suffix (name, ".db"))
        continue;

      g_assert_null (store);
      store = g_build_filename (folder, name, NULL);
    }
  g_assert_nonnull (store);

  return g_steal_pointer (&store);
}

guint
command_count_lines (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c++)
    n += *c == '\n';

  return n;
}

/* The ids of the first events of a list in JSON, one a line. */
char *
command_find_ids (const char *list,
                  guint       n)
{
  g_auto (GStrv) lines = g_strsplit (list, "\n", -1);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);

      g_assert_nonnull (node);
      g_string_append_printf (ids, "%s\n",
                              json_object_get_string_member (json_node_get_object (node), "id"));
    }

  return g_string_free (ids, FALSE);
}

/* What a number of an object that was printed is. */
gint64
command_get_number (const char *json,
                    const char *member)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  g_assert_nonnull (node);

  return json_object_get_int_member (json_node_get_object (node), member);
}
