/* The engine at work, as a program that the torture test kills
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   torture-engine work FOLDER SEED     refreshes, marks and sends until it is killed
 *   torture-engine settle FOLDER        goes on until nothing is left to do, and prints all events
 *
 * The connection is read from the environment. What is marked is told twice: before, when it may be
 * lost, and once it is on the disk, when it may not.
 */

#include "act-session.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define REQUESTS_A_SECOND 1000
#define MAX_MARKS         4
#define MAX_SETTLING      200
#define PAUSE_MS          20

typedef struct
{
  ActSession *session;
  GRand      *rand;
} Work;

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
leave_on (const GError *error)
{
  if (error == NULL)
    return;

  g_printerr ("%s\n", error->message);
  exit (EXIT_FAILURE);
}

/* One write, so that a line is there whole or not at all. */
static void
tell (const char *word,
      const char *id)
{
  g_autofree char *line = g_strdup_printf ("%s %s\n", word, id);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (EXIT_FAILURE);
}

static ActSession *
open_session (const char *folder)
{
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActSession *session = NULL;

  connection = act_connection_new ("Torture", g_getenv ("ACTIONED_BASE_URL"),
                                   g_getenv ("ACTIONED_ORG_ID"), g_getenv ("ACTIONED_API_KEY"),
                                   &error);
  leave_on (error);
  act_session_open_async (connection, g_getenv ("ACTIONED_API_SECRET"), folder,
                          ACT_SESSION_FLAGS_NONE, NULL, NULL, NULL, keep_result_cb, &result);
  session = act_session_open_finish (wait_for (&result), &error);
  leave_on (error);
  act_session_set_request_ceiling (session, REQUESTS_A_SECOND);

  return session;
}

static gboolean
refresh (ActSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_refresh_async (session, NULL, keep_result_cb, &result);

  return act_session_refresh_finish (session, wait_for (&result), NULL);
}

static gboolean
send_changes (ActSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_send_async (session, NULL, keep_result_cb, &result);

  return act_session_send_finish (session, wait_for (&result), NULL);
}

static GArray *
list_rows (ActSession *session,
           gboolean    include_actioned)
{
  ActRowSource *source = act_session_get_row_source (session);
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *row_ids = NULL;

  query->include_actioned = include_actioned;
  query->descending = TRUE;
  act_row_source_query_async (source, query, 0, NULL, keep_result_cb, &result);
  row_ids = act_row_source_query_finish (source, wait_for (&result), &error);
  leave_on (error);

  return row_ids;
}

static ActEventRecord *
read_record (ActSession *session,
             gint64      row_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActEventRecord *record = NULL;

  act_session_read_record_async (session, row_id, NULL, keep_result_cb, &result);
  record = act_session_read_record_finish (session, wait_for (&result), &error);
  leave_on (error);

  return record;
}

static void
mark (Work  *work,
      gint64 row_id)
{
  g_autoptr (ActEventRecord) record = read_record (work->session, row_id);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_marked = 0;

  tell ("marking", record->event->id);
  act_session_mark_async (work->session, &row_id, 1, 0, NULL, keep_result_cb, &result);
  act_session_mark_finish (work->session, wait_for (&result), &n_marked, &error);
  leave_on (error);
  if (n_marked == 1)
    tell ("marked", record->event->id);
}

/* Somebody else actions some of the newest events meanwhile, so only older ones are marked. */
static void
mark_some (Work *work)
{
  g_autoptr (GArray) row_ids = list_rows (work->session, FALSE);
  gint32 n_marks = g_rand_int_range (work->rand, 0, MAX_MARKS + 1);

  if (row_ids->len < 4)
    return;

  for (gint32 i = 0; i < n_marks; i++)
    {
      gint32 place = g_rand_int_range (work->rand, (gint32) row_ids->len / 2, (gint32) row_ids->len);

      mark (work, g_array_index (row_ids, gint64, place));
      g_array_remove_index (row_ids, (guint) place);
    }
}

static void
work_until_killed (const char *folder,
                   guint32     seed)
{
  Work work = { open_session (folder), g_rand_new_with_seed (seed) };

  /* The user does not wait for the network. */
  for (;;)
    {
      g_autoptr (GAsyncResult) refreshed = NULL;

      act_session_refresh_async (work.session, NULL, keep_result_cb, &refreshed);
      mark_some (&work);
      if (g_rand_boolean (work.rand))
        send_changes (work.session);
      act_session_refresh_finish (work.session, wait_for (&refreshed), NULL);
      send_changes (work.session);
    }
}

static gboolean
time_over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
pause_a_while (void)
{
  gboolean over = FALSE;

  g_timeout_add (PAUSE_MS, time_over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_settled (ActSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ActCounts) counts = NULL;
  gboolean refreshed = refresh (session);
  gboolean sent = send_changes (session);

  act_session_count_async (session, NULL, keep_result_cb, &result);
  counts = act_session_count_finish (session, wait_for (&result), NULL);

  return refreshed && sent && counts != NULL && counts->waiting == 0;
}

static void
print_events (ActSession *session)
{
  g_autoptr (GArray) row_ids = list_rows (session, TRUE);

  for (guint i = 0; i < row_ids->len; i++)
    {
      g_autoptr (ActEventRecord) record =
          read_record (session, g_array_index (row_ids, gint64, i));

      tell (act_event_status_is_actioned (record->status) ? "actioned" : "open",
            record->event->id);
    }
}

static int
settle (const char *folder)
{
  ActSession *session = open_session (folder);
  g_autoptr (GAsyncResult) result = NULL;
  gboolean settled = FALSE;

  for (guint i = 0; i < MAX_SETTLING && !settled; i++)
    {
      settled = has_settled (session);
      if (!settled)
        pause_a_while ();
    }

  /* What was sent last is listed as actioned by now. */
  settled = settled && has_settled (session);
  print_events (session);
  act_session_close_async (session, NULL, keep_result_cb, &result);
  act_session_close_finish (session, wait_for (&result), NULL);
  g_object_unref (session);

  return settled ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int    argc,
      char **argv)
{
  if (argc > 3 && g_str_equal (argv[1], "work"))
    work_until_killed (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10));
  else if (argc > 2 && g_str_equal (argv[1], "settle"))
    return settle (argv[2]);

  g_printerr ("Usage: torture-engine work FOLDER SEED | settle FOLDER\n");

  return EXIT_FAILURE;
}
