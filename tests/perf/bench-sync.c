/* A first synchronisation: how fast it reads, what an event costs, and how the window fares meanwhile
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-report.h"
#include "perf-server.h"
#include "perf-wait.h"

#include "act-ui-resources.h"
#include "act-review.h"

#include <stdlib.h>

#define N_EVENTS          100000
#define REQUESTS_A_SECOND 50
#define LATENCY_MS        "50"

#define MIN_EVENTS_A_SECOND 4500
#define MAX_US_AN_EVENT     100
#define MAX_STALL_MS        16
#define MAX_LONGEST_MS      50

/* Looks a thousand times a second whether the main loop turns. */
typedef struct
{
  GArray *late_ms;
  gint64  due_us;
} Pulse;

static gboolean
pulse_cb (gpointer user_data)
{
  Pulse *pulse = user_data;
  gint64 now = g_get_monotonic_time ();
  double late_ms = MAX ((double) (now - pulse->due_us) / 1000.0, 0);

  /* A loop that stood still has missed all looks until now, and those are counted. */
  for (double ms = late_ms; ms >= 0; ms -= 1)
    g_array_append_val (pulse->late_ms, ms);
  pulse->due_us = now + 1000;

  return G_SOURCE_CONTINUE;
}

static guint
begin_pulse (Pulse *pulse)
{
  pulse->late_ms = g_array_new (FALSE, FALSE, sizeof (double));
  pulse->due_us = g_get_monotonic_time () + 1000;

  return g_timeout_add_full (G_PRIORITY_HIGH, 1, pulse_cb, pulse, NULL);
}

static void
refresh (ActSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_session_refresh_async (session, NULL, perf_keep_result_cb, &result);
  act_session_refresh_finish (session, perf_wait (&result), &error);
  perf_fail_on (error);
}

static PerfServer *
start_server (const char *program)
{
  g_autofree char  *events = g_strdup_printf ("--events=%d", N_EVENTS);
  const char *const arguments[] = {
    events,
    "--latency-ms=" LATENCY_MS,
    "--retention-days=0",
    "--rate-limit=50",
    NULL,
  };

  return perf_server_start (program, arguments);
}

/* Without a window, so that what is used is used for the events. */
static void
measure_speed (const char *program,
               const char *folder)
{
  PerfServer *server = start_server (program);
  ActSession *session = perf_server_open_session (server, folder, REQUESTS_A_SECOND);
  double      began_ms = perf_now_ms ();
  double      began_us = perf_cpu_us ();
  double      took_s = 0;
  double      used_us = 0;
  PerfCounts  counts;

  refresh (session);
  took_s = (perf_now_ms () - began_ms) / 1000.0;
  used_us = perf_cpu_us () - began_us;
  perf_server_read_counts (server, &counts);

  perf_check ("events that were synchronised", perf_session_count_rows (session) == N_EVENTS, N_EVENTS);
  perf_report ("calls of a synchronisation that were refused", counts.limited, "", PERF_SHOWN, 0, N_EVENTS);
  perf_report ("events read a second", counts.listed / took_s, "/s", PERF_AT_LEAST, MIN_EVENTS_A_SECOND, N_EVENTS);
  perf_report ("new events a second", N_EVENTS / took_s, "/s", PERF_SHOWN, 0, N_EVENTS);
  perf_report ("calls a second", counts.calls / took_s, "/s", PERF_SHOWN, 0, N_EVENTS);
  perf_report ("CPU of a synchronisation, an event read", used_us / counts.listed, "µs", PERF_AT_MOST, MAX_US_AN_EVENT,
               N_EVENTS);
  perf_report ("CPU of a synchronisation, a new event", used_us / N_EVENTS, "µs", PERF_SHOWN, 0, N_EVENTS);

  perf_session_close (session);
  perf_server_stop (server);
}

static void
measure_stalls (const char *program,
                const char *folder)
{
  PerfServer *server = start_server (program);
  ActSession *session = perf_server_open_session (server, folder, REQUESTS_A_SECOND);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.actioned.Actioned");
  g_autoptr (AdwApplication) application =
      adw_application_new ("io.github.actioned.Stalls", G_APPLICATION_NON_UNIQUE);
  GtkWidget *review = NULL;
  GtkWidget *window = NULL;
  Pulse      pulse = { 0 };
  guint      timer = 0;

  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = adw_application_window_new (GTK_APPLICATION (application));
  review = act_review_new (settings);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), review);
  act_review_set_session (ACT_REVIEW (review), session);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);

  timer = begin_pulse (&pulse);
  refresh (session);
  g_source_remove (timer);

  perf_check ("events beside the window", perf_session_count_rows (session) == N_EVENTS, N_EVENTS);
  perf_report ("main loop stalls during a synchronisation, p99.9", perf_percentile (pulse.late_ms, 99.9), "ms",
               PERF_AT_MOST, MAX_STALL_MS, N_EVENTS);
  perf_report ("main loop stalls during a synchronisation, the longest", perf_percentile (pulse.late_ms, 100), "ms",
               PERF_AT_MOST, MAX_LONGEST_MS, N_EVENTS);

  g_array_unref (pulse.late_ms);
  act_review_set_session (ACT_REVIEW (review), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  perf_session_close (session);
  perf_server_stop (server);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *quiet = g_dir_make_tmp ("actioned-sync-XXXXXX", NULL);
  g_autofree char *shown = g_dir_make_tmp ("actioned-sync-XXXXXX", NULL);

  gtk_init ();
  g_resources_register (act_ui_get_resource ());
  measure_speed (argv[0], quiet);
  measure_stalls (argv[0], shown);

  return EXIT_SUCCESS;
}
