/* Sending and verifying ten thousand marks at the API's limit
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-report.h"
#include "perf-server.h"
#include "perf-wait.h"

#include <stdlib.h>

#define N_EVENTS          20000
#define REQUESTS_A_SECOND 50
#define MIN_SHARE         0.9

static void
refresh (ActSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_session_refresh_async (session, NULL, perf_keep_result_cb, &result);
  act_session_refresh_finish (session, perf_wait (&result), &error);
  perf_fail_on (error);
}

static guint
mark (ActSession *session,
      guint       n_marks)
{
  ActRowSource *source = act_session_get_row_source (session);
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) marked = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_marked = 0;

  query->descending = TRUE;
  act_row_source_query_async (source, query, n_marks, NULL, perf_keep_result_cb, &listed);
  rows = act_row_source_query_finish (source, perf_wait (&listed), &error);
  perf_fail_on (error);
  act_session_mark_async (session, (const gint64 *) (gpointer) rows->data, rows->len, 0, NULL,
                          perf_keep_result_cb, &marked);
  act_session_mark_finish (session, perf_wait (&marked), &n_marked, &error);
  perf_fail_on (error);

  return (guint) n_marked;
}

static void
send_marks (ActSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_session_send_async (session, NULL, perf_keep_result_cb, &result);
  act_session_send_finish (session, perf_wait (&result), &error);
  perf_fail_on (error);
}

static guint
count_waiting (ActSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ActCounts) counts = NULL;
  g_autoptr (GError) error = NULL;

  act_session_count_async (session, NULL, perf_keep_result_cb, &result);
  counts = act_session_count_finish (session, perf_wait (&result), &error);
  perf_fail_on (error);

  return counts->waiting;
}

static void
measure (PerfServer *server,
         ActSession *session,
         guint       n_marks)
{
  double     began = 0;
  double     took_s = 0;
  PerfCounts before;
  PerfCounts after;

  refresh (session);
  perf_check ("events marked to be sent", mark (session, n_marks) == n_marks, n_marks);
  perf_server_read_counts (server, &before);
  began = perf_now_ms ();
  send_marks (session);
  took_s = (perf_now_ms () - began) / 1000.0;
  perf_server_read_counts (server, &after);

  perf_check ("marks that the server has", (guint) after.changed == n_marks, n_marks);
  perf_check ("marks that wait no more", count_waiting (session) == 0, n_marks);
  perf_report ("sending and verifying, calls of what the limit allows",
               (after.calls - before.calls) / took_s / REQUESTS_A_SECOND, "×", PERF_AT_LEAST, MIN_SHARE, n_marks);
  perf_report ("sending and verifying, calls refused", after.limited - before.limited, "", PERF_AT_MOST, 0, n_marks);
  perf_report ("sending and verifying, marks a second", n_marks / took_s, "/s", PERF_SHOWN, 0, n_marks);
}

/* FOLDER N_EVENTS [N_MARKS] */
int
main (int    argc,
      char **argv)
{
  g_autofree char  *folder = g_dir_make_tmp ("actioned-sending-XXXXXX", NULL);
  g_autofree char  *events = g_strdup_printf ("--events=%d", N_EVENTS);
  const char *const arguments[] = { events, "--latency-ms=50", "--retention-days=0", "--rate-limit=50", NULL };
  PerfServer       *server = perf_server_start (argv[0], arguments);
  ActSession       *session = perf_server_open_session (server, folder, REQUESTS_A_SECOND);

  measure (server, session, argc > 3 ? (guint) atoi (argv[3]) : 10000);
  perf_session_close (session);
  perf_server_stop (server);

  return EXIT_SUCCESS;
}
