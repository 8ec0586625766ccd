/* Tests of the simulator as a program
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>

static GSubprocess *
run (const char *const *arguments,
     GSubprocessFlags   flags)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "..", "src", "actioned-simulator", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = NULL;

  g_strv_builder_add (builder, program);
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char *const *) argv, flags, &error);
  g_assert_no_error (error);

  return process;
}

static char *
read_line (GSubprocess *process)
{
  g_autoptr (GDataInputStream) stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));

  return g_data_input_stream_read_line (stream, NULL, NULL, NULL);
}

static void
test_ready_line (void)
{
  static const char *const arguments[] = { "--events", "20", "--seed", "3", "--fault", "drop:7", "--fault", "cut:9", NULL };
  static const char *const names[] = { "baseUrl", "orgId", "apiKey", "apiSecret" };
  g_autoptr (GSubprocess) process = run (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *line = read_line (process);
  g_autoptr (JsonNode) node = json_from_string (line, NULL);
  JsonObject *ready = json_node_get_object (node);

  g_assert_cmpuint (json_object_get_size (ready), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (strlen (json_object_get_string_member (ready, names[i])), >, 8);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (ready, "baseUrl"), "http://127.0.0.1:"));

  g_subprocess_send_signal (process, SIGTERM);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
}

static void
test_same_seed_same_keys (void)
{
  static const char *const arguments[] = { "--seed", "12", NULL };
  g_auto (GStrv) keys = g_new0 (char *, 3);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GSubprocess) process = run (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE);
      g_autofree char *line = read_line (process);

      g_subprocess_send_signal (process, SIGINT);
      g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
      keys[i] = g_strdup (strstr (line, "\"orgId\""));
      g_assert_nonnull (keys[i]);
    }

  g_assert_cmpstr (keys[0], ==, keys[1]);
}

static void
test_help (void)
{
  static const char *const arguments[] = { "--help", NULL };
  g_autoptr (GSubprocess) process = run (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *text = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_nonnull (strstr (text, "--state=FILE"));
  g_assert_nonnull (strstr (text, "repeat-token"));
}

static void
test_bad_arguments (void)
{
  static const char *const rows[][3] = {
    { "--nothing", NULL },
    { "nothing", NULL },
    { "--events", "1000001", NULL },
    { "--events", "x", NULL },
    { "--accounts", "39", NULL },
    { "--accounts", "2001", NULL },
    { "--port", "65536", NULL },
    { "--now", "tomorrow", NULL },
    { "--token-life", "0", NULL },
    { "--fault", "nothing:1", NULL },
    { "--latency-ms", "-1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GSubprocess) process = run (rows[i], G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_autofree char *output = NULL;
      g_autofree char *errors = NULL;

      g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &errors, NULL));
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 2);
      g_assert_cmpstr (output, ==, "");
      g_assert_true (g_str_has_prefix (errors, "actioned-simulator: "));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/main/ready-line", test_ready_line);
  g_test_add_func ("/simulator/main/same-seed-same-keys", test_same_seed_same_keys);
  g_test_add_func ("/simulator/main/help", test_help);
  g_test_add_func ("/simulator/main/bad-arguments", test_bad_arguments);

  return g_test_run ();
}
