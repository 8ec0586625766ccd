/* Tests of the command that marks events as actioned
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command-fixture.h"
#include "session-fixture.h"

#include <pty.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static gint64
count_waiting (CommandFixture *self)
{
  g_auto (Outcome) status = command_run (self, "status --json");

  return command_get_number (status.output, "waiting");
}

static gint64
count_open (CommandFixture *self)
{
  g_auto (Outcome) status = command_run (self, "status --json");

  return command_get_number (status.output, "open");
}

/* Synchronises, and gives the ids of some open events. */
static char *
synchronise (CommandFixture *self,
             guint           n)
{
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) list = command_run (self, "list --json");

  g_assert_cmpint (sync.status, ==, 0);

  return command_find_ids (list.output, n);
}

static char *
join_words (const char *command,
            const char *ids)
{
  g_autofree char *words = g_strdelimit (g_strdup (ids), "\n", ' ');

  return g_strchomp (g_strconcat (command, " ", words, NULL));
}

static void
test_ids (CommandFixture *self,
          gconstpointer   data)
{
  g_autofree char *ids = synchronise (self, 2);
  g_autofree char *command = join_words ("action --yes", ids);
  gint64           n_open = count_open (self);
  g_auto (Outcome) action = command_run_input (self, command, NULL, TRUE);
  g_auto (Outcome) again = command_run_input (self, command, NULL, TRUE);
  g_auto (Outcome) sync = command_run (self, "sync");

  g_assert_cmpint (action.status, ==, 0);
  g_assert_nonnull (strstr (action.output, "2 events are marked"));
  g_assert_nonnull (strstr (action.errors, command_get_ready (self, "orgId")));
  g_assert_nonnull (strstr (action.errors, "2 events are to be marked"));
  g_assert_null (strstr (action.output, "waiting"));
  g_assert_cmpint (count_waiting (self), ==, 0);
  g_assert_cmpint (again.status, ==, 0);
  g_assert_nonnull (strstr (again.errors, "2 events are actioned already"));
  g_assert_cmpstr (again.output, ==, "");
  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (count_open (self), ==, n_open - 2);
}

static void
test_input (CommandFixture *self,
            gconstpointer   data)
{
  g_autofree char *ids = synchronise (self, 3);
  g_autofree char *twice = g_strconcat ("\n  ", ids, "\r\n", ids, NULL);
  gint64           n_open = count_open (self);
  g_auto (Outcome) action = command_run_input (self, "action --yes", twice, FALSE);
  g_auto (Outcome) sync = { 0 };

  g_assert_cmpint (action.status, ==, 0);
  g_assert_nonnull (strstr (action.output, "3 events are marked"));
  g_assert_nonnull (strstr (action.output, "3 changes are waiting"));
  g_assert_cmpint (count_open (self), ==, n_open - 3);
  g_assert_cmpint (count_waiting (self), ==, 3);

  sync = command_run (self, "sync");
  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpint (count_waiting (self), ==, 0);
  g_assert_cmpint (count_open (self), ==, n_open - 3);
}

static void
test_search (CommandFixture *self,
             gconstpointer   data)
{
  g_auto (Outcome) sync = command_run (self, "sync");
  g_auto (Outcome) list = command_run (self, "list --search name:perform");
  guint  n = command_count_lines (list.output);
  gint64 n_open = count_open (self);
  g_auto (Outcome) action = command_run_input (self, "action --yes --search name:perform", NULL, TRUE);
  g_auto (Outcome) none = command_run_input (self, "action --yes --search name:perform", NULL, TRUE);

  g_assert_cmpint (sync.status, ==, 0);
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpint (action.status, ==, 0);
  g_assert_cmpint (count_open (self), ==, n_open - n);
  g_assert_cmpint (count_waiting (self), ==, 0);
  g_assert_cmpint (none.status, ==, 0);
  g_assert_nonnull (strstr (none.errors, "0 events are to be marked"));
}

static void
test_refused_lines (CommandFixture *self,
                    gconstpointer   data)
{
  static const char *const lines[] = {
    "action %s",
    "action --search name:perform",
    "action --yes --search foo:bar",
    "action --yes --search ",
    "action --yes --search a %s",
    "action -",
  };
  g_autofree char *id = g_strchomp (synchronise (self, 1));
  gint64           n_open = count_open (self);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "%s", 2);
      g_autofree char *line = g_strjoinv (id, parts);
      g_auto (Outcome) action = command_run_input (self, line, id, TRUE);

      g_test_message ("%s", line);
      g_assert_cmpint (action.status, ==, 2);
      g_assert_cmpstr (action.output, ==, "");
      g_assert_cmpstr (action.errors, !=, "");
    }
  g_assert_cmpint (count_open (self), ==, n_open);
}

static void
test_unknown (CommandFixture *self,
              gconstpointer   data)
{
  g_autofree char *ids = synchronise (self, 2);
  g_autofree char *more = g_strconcat (ids, "no-such-event\x1b[31m\n", NULL);
  gint64           n_open = count_open (self);
  g_auto (Outcome) action = command_run_input (self, "action --yes -", more, TRUE);

  g_assert_cmpint (action.status, ==, 1);
  g_assert_nonnull (strstr (action.errors, "no-such-event"));
  g_assert_null (strchr (action.errors, '\x1b'));
  g_assert_nonnull (strstr (action.errors, "nothing was marked"));
  g_assert_cmpint (count_open (self), ==, n_open);
}

static void
test_offline (CommandFixture *self,
              gconstpointer   data)
{
  g_autofree char *ids = synchronise (self, 2);
  g_auto (Outcome) action = { 0 };
  g_auto (Outcome) sync = { 0 };

  command_stop_simulator (self);
  action = command_run_input (self, "action --yes", ids, TRUE);
  sync = command_run (self, "sync");

  g_assert_cmpint (action.status, ==, 0);
  g_assert_nonnull (strstr (action.output, "2 changes are waiting"));
  g_assert_cmpint (sync.status, ==, 1);
  g_assert_null (strstr (sync.errors, "by itself"));
  g_assert_cmpint (count_waiting (self), ==, 2);
}

/* At a terminal: the program's input is one, and its questions come by stderr. */
static GSubprocess *
start_at_terminal (CommandFixture *self,
                   const char     *line,
                   int            *terminal)
{
  const char *secret = command_get_ready (self, "apiSecret");
  g_autoptr (GSubprocessLauncher) launcher = command_create_launcher (self, secret);
  int other = -1;

  g_assert_cmpint (openpty (terminal, &other, NULL, NULL, NULL), ==, 0);
  g_subprocess_launcher_take_stdin_fd (launcher, other);

  return command_start (launcher, line);
}

static void
type (int         terminal,
      const char *text)
{
  g_assert_cmpint (write (terminal, text, strlen (text)), ==, (gssize) strlen (text));
}

/* Reads what the program says until it asks. */
static void
wait_for_question (GSubprocess *process)
{
  GInputStream *errors = g_subprocess_get_stderr_pipe (process);
  g_autoptr (GString) said = g_string_new (NULL);
  char c = 0;

  while (!g_str_has_suffix (said->str, "[y/N]"))
    {
      g_assert_cmpint (g_input_stream_read (errors, &c, 1, NULL, NULL), ==, 1);
      g_string_append_c (said, c);
    }
}

static void
test_terminal (CommandFixture *self,
               gconstpointer   data)
{
  static const struct
  {
    const char *typed;
    int         status;
    guint       n_marked;
  } answers[] = {
    { "n\n", 1, 0 },
    { "\n", 1, 0 },
    { "\x04", 1, 0 },
    { "perhaps\n", 1, 0 },
    { "Yes\n", 0, 1 },
  };
  const char      *secret = command_get_ready (self, "apiSecret");
  g_autofree char *id = g_strchomp (synchronise (self, 1));
  g_autofree char *line = g_strconcat ("action ", id, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      int    terminal = -1;
      gint64 n_open = count_open (self);
      g_autoptr (GSubprocess) process = start_at_terminal (self, line, &terminal);
      g_auto (Outcome) action = { 0 };

      wait_for_question (process);
      type (terminal, answers[i].typed);
      action = command_end (process, NULL, secret);
      close (terminal);

      g_assert_cmpint (action.status, ==, answers[i].status);
      g_assert_cmpint (count_open (self), ==, n_open - answers[i].n_marked);
    }
}

static void
test_nothing_at_terminal (CommandFixture *self,
                          gconstpointer   data)
{
  int terminal = -1;
  g_autoptr (GSubprocess) process = start_at_terminal (self, "action", &terminal);
  g_auto (Outcome) action = command_end (process, NULL, command_get_ready (self, "apiSecret"));

  close (terminal);
  g_assert_cmpint (action.status, ==, 2);
}

static void
test_stopped (CommandFixture *self,
              gconstpointer   data)
{
  static const int signals[] = { SIGINT, SIGTERM };
  const char      *secret = command_get_ready (self, "apiSecret");
  g_autofree char *id = g_strchomp (synchronise (self, 1));
  g_autofree char *line = g_strconcat ("action ", id, NULL);
  gint64           n_open = count_open (self);

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      int terminal = -1;
      g_autoptr (GSubprocess) process = start_at_terminal (self, line, &terminal);
      g_auto (Outcome) action = { 0 };

      wait_for_question (process);
      g_subprocess_send_signal (process, signals[i]);
      action = command_end (process, NULL, secret);
      close (terminal);

      g_assert_cmpint (action.status, ==, 130);
      g_assert_cmpstr (action.output, ==, "");
      g_assert_cmpint (count_open (self), ==, n_open);
    }
}

/* What a window does meanwhile. */
typedef struct
{
  Fixture session;
  char   *folder; /* of the user's data; the session's stores are in it */
} WindowFixture;

static void
set_up_window (WindowFixture *self,
               gconstpointer  data)
{
  g_autofree char *link = NULL;

  fixture_set_up (&self->session, data);
  self->folder = g_dir_make_tmp ("actioned-XXXXXX", NULL);
  link = g_build_filename (self->folder, "actioned", NULL);
  g_assert_cmpint (symlink (self->session.directory, link), ==, 0);
}

static void
tear_down_window (WindowFixture *self,
                  gconstpointer  data)
{
  command_remove_tree (self->folder);
  g_free (self->folder);
  fixture_tear_down (&self->session, data);
}

static Outcome
run_beside (WindowFixture *self,
            const char    *line)
{
  ActSimulator *simulator = self->session.simulator;
  g_autoptr (GSubprocessLauncher) launcher = command_launcher_new (self->folder);

  g_subprocess_launcher_setenv (launcher, "ACTIONED_BASE_URL",
                                act_simulator_get_base_url (simulator), TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_ORG_ID", act_simulator_get_org_id (simulator),
                                TRUE);
  g_subprocess_launcher_setenv (launcher, "ACTIONED_API_KEY", act_simulator_get_api_key (simulator),
                                TRUE);

  return command_run_with (launcher, line, act_simulator_get_api_secret (simulator));
}

/* The window that synchronises sends the marks of others, and not only at its next refresh. */
static void
test_beside_window (WindowFixture *self,
                    gconstpointer  data)
{
  Fixture *session = &self->session;
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (ActEventRecord) record = NULL;
  g_autofree char *line = NULL;
  g_auto (Outcome) action = { 0 };
  gint64 row_id = 0;

  fixture_open (session, ACT_SESSION_AUTOMATIC);
  fixture_refresh (session);
  row_ids = fixture_list (session, FALSE);
  g_array_set_size (row_ids, 1);
  row_id = g_array_index (row_ids, gint64, 0);
  record = fixture_read (session, row_id);
  line = g_strconcat ("action --yes ", record->event->id, NULL);
  action = run_beside (self, line);

  g_assert_cmpstr (strstr (action.errors, "refused"), ==, NULL);
  g_assert_cmpint (action.status, ==, 0);
  wait_until (fixture_get_status (session, row_id) == ACT_EVENT_STATUS_ACTIONED);
  fixture_check_sent_once (session, row_ids);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/action-command/" name, CommandFixture, NULL, command_set_up, function, command_tear_down)
  ADD ("ids", test_ids);
  ADD ("input", test_input);
  ADD ("search", test_search);
  ADD ("refused-lines", test_refused_lines);
  ADD ("unknown", test_unknown);
  ADD ("offline", test_offline);
  ADD ("terminal", test_terminal);
  ADD ("nothing-at-terminal", test_nothing_at_terminal);
  ADD ("stopped", test_stopped);
#undef ADD
  g_test_add ("/action-command/beside-window", WindowFixture, NULL, set_up_window,
              test_beside_window, tear_down_window);

  return g_test_run ();
}
