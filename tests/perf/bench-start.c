/* How long the program takes to show its first rows, and how much memory it holds
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each start is a process of its own, and the kinds take turns. A start ends with the first frame
 * that was painted when all rows that can be seen were filled.
 */

#include "perf-data.h"
#include "perf-report.h"
#include "perf-view.h"
#include "perf-wait.h"

#include "act-application.h"
#include "act-event-view.h"
#include "act-window.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define FEW_EVENTS 100
#define BARE_ROWS  300
#define N_ROUNDS   9

#define MAX_AGAINST_FEW  1.10
#define MAX_AGAINST_BARE 1.2
#define MAX_REST_MIB     24
#define MAX_PEAK_MIB     48
#define REST_MS          1500

typedef enum
{
  KIND_BARE,
  KIND_FEW,
  KIND_MANY,
  N_KINDS,
} Kind;

/* What one start tells. */
typedef enum
{
  FIGURE_START_MS,
  FIGURE_START_CPU_MS,
  FIGURE_REST_MIB,
  FIGURE_QUERY_MIB,
  FIGURE_ORDER_MIB,
  N_FIGURES,
} Figure;

/* In a process that is started. */
typedef struct
{
  gint64        began_us;
  GtkWidget    *window;
  ActEventView *view;
  ActEventList *list;
  gboolean      painted;
} Start;

static void
say_and_leave (const double *figures)
{
  for (guint i = 0; i < N_FIGURES; i++)
    printf ("%f ", figures[i]);
  printf ("\n");
  fflush (stdout);
  _exit (EXIT_SUCCESS);
}

static double
get_start_ms (const Start *start)
{
  return (double) (g_get_monotonic_time () - start->began_us) / 1000.0;
}

static gboolean
has_rows (gpointer data)
{
  Start *start = data;

  start->list = act_event_view_get_list (start->view);

  return start->list != NULL && perf_view_is_filled (GTK_WIDGET (start->view), start->list);
}

static gboolean
is_at_rest (gpointer data)
{
  Start *start = data;

  return act_event_list_get_complete (start->list) && act_event_list_get_settled (start->list) &&
         !act_event_list_get_loading (start->list) && has_rows (start);
}

/* The most memory that is held until the list is complete again. */
static double
measure_peak (Start      *start,
              GSettings  *settings,
              const char *key,
              gboolean    value)
{
  PerfPeak *peak = perf_peak_start ();

  g_settings_set_boolean (settings, key, value);
  perf_wait_for_frame (start->window, is_at_rest, start);
  perf_run_for (REST_MS);

  return perf_peak_stop (peak);
}

static gboolean
measure_cb (gpointer user_data)
{
  Start *start = user_data;
  g_autoptr (GSettings) settings = g_settings_new ("io.github.actioned.Actioned");
  double figures[N_FIGURES] = { 0 };

  perf_wait_for_frame (start->window, has_rows, start);
  figures[FIGURE_START_MS] = get_start_ms (start);
  figures[FIGURE_START_CPU_MS] = perf_cpu_us () / 1000.0;
  perf_wait_for_frame (start->window, is_at_rest, start);
  perf_run_for (REST_MS);
  figures[FIGURE_REST_MIB] = perf_anonymous_mib ();
  figures[FIGURE_QUERY_MIB] = measure_peak (start, settings, "include-actioned", TRUE);
  figures[FIGURE_ORDER_MIB] = measure_peak (start, settings, "sort-descending", FALSE);
  say_and_leave (figures);

  return G_SOURCE_REMOVE;
}

static void
realize_cb (GtkWidget *window,
            Start     *start)
{
  start->window = window;
  start->view = ACT_EVENT_VIEW (perf_view_find (window, ACT_TYPE_EVENT_VIEW));
  g_idle_add_full (G_PRIORITY_HIGH, measure_cb, start, NULL);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Start          *start)
{
  if (ACT_IS_WINDOW (window))
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), start);
}

static void
start_program (Start    *start,
               PerfData *data)
{
  g_autoptr (ActApplication) application = act_application_new ();
  ActLaunch *launch = act_launch_new ();

  launch->directory = g_strdup (data->directory);
  act_launch_set_connection (launch, data->connection, "secret");
  act_application_set_launch (application, launch);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), start);
  g_application_run (G_APPLICATION (application), 0, NULL);
}

static void
activate_cb (GApplication *application,
             Start        *start)
{
  double figures[N_FIGURES] = { 0 };

  start->window = adw_application_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (start->window), 1100, 700);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (start->window),
                                      perf_view_new_bare (BARE_ROWS));
  gtk_window_present (GTK_WINDOW (start->window));
  perf_wait_for_frame (start->window, NULL, NULL);
  figures[FIGURE_START_MS] = get_start_ms (start);
  figures[FIGURE_START_CPU_MS] = perf_cpu_us () / 1000.0;
  say_and_leave (figures);
}

static void
start_bare (Start *start)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("io.github.actioned.Bare", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), start);
  g_application_run (G_APPLICATION (application), 0, NULL);
}

static double
take_median (GArray *values)
{
  return perf_percentile (values, 50);
}

/* Starts a process and adds what it tells. */
static void
run_start (const char *program,
           PerfData   *data,
           const char *folder,
           Kind        kind,
           GArray    **figures)
{
  g_autofree char *number = g_strdup_printf ("%u", data->n_events);
  g_autofree char *began = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) values = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, folder, number,
                              kind == KIND_BARE ? "bare" : "program", began, NULL);
  perf_fail_on (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  perf_fail_on (error);
  values = g_strsplit (output, " ", -1);
  if (g_strv_length (values) <= N_FIGURES)
    g_error ("A start told nothing");

  for (guint i = 0; i < N_FIGURES; i++)
    {
      double value = g_ascii_strtod (values[i], NULL);

      g_array_append_val (figures[i], value);
    }
}

static void
report (GArray *figures[N_KINDS][N_FIGURES],
        guint   n_events)
{
  double bare = take_median (figures[KIND_BARE][FIGURE_START_MS]);
  double few = take_median (figures[KIND_FEW][FIGURE_START_MS]);
  double many = take_median (figures[KIND_MANY][FIGURE_START_MS]);

  perf_report ("start to first rows", many, "ms", PERF_SHOWN, 0, n_events);
  perf_report ("start with 100 events", few, "ms", PERF_SHOWN, 0, n_events);
  perf_report ("start of a bare window with 300 rows", bare, "ms", PERF_SHOWN, 0, n_events);
  perf_report ("start to first rows: CPU", take_median (figures[KIND_MANY][FIGURE_START_CPU_MS]), "ms", PERF_SHOWN, 0,
               n_events);
  perf_report ("start with 100 events: CPU", take_median (figures[KIND_FEW][FIGURE_START_CPU_MS]), "ms", PERF_SHOWN,
               0, n_events);
  perf_report ("start of a bare window: CPU", take_median (figures[KIND_BARE][FIGURE_START_CPU_MS]), "ms", PERF_SHOWN,
               0, n_events);
  perf_report ("start against 100 events", many / few, "×", PERF_AT_MOST, MAX_AGAINST_FEW, n_events);
  perf_report ("start against a bare window", many / bare, "×", PERF_AT_MOST, MAX_AGAINST_BARE, n_events);
  perf_report ("memory at rest above 100 events",
               take_median (figures[KIND_MANY][FIGURE_REST_MIB]) -
                   take_median (figures[KIND_FEW][FIGURE_REST_MIB]),
               "MiB", PERF_AT_MOST, MAX_REST_MIB, n_events);
  perf_report ("memory at the peak of a new query above 100 events",
               take_median (figures[KIND_MANY][FIGURE_QUERY_MIB]) -
                   take_median (figures[KIND_FEW][FIGURE_QUERY_MIB]),
               "MiB", PERF_AT_MOST, MAX_PEAK_MIB, n_events);
  perf_report ("memory at the peak of the other order above 100 events",
               take_median (figures[KIND_MANY][FIGURE_ORDER_MIB]) -
                   take_median (figures[KIND_FEW][FIGURE_ORDER_MIB]),
               "MiB", PERF_AT_MOST, MAX_PEAK_MIB, n_events);
}

static void
measure_all (const char *program,
             const char *folder,
             PerfData   *many)
{
  g_autoptr (PerfData) few = perf_data_new (folder, FEW_EVENTS);
  GArray *figures[N_KINDS][N_FIGURES];

  for (guint i = 0; i < N_KINDS * N_FIGURES; i++)
    figures[i / N_FIGURES][i % N_FIGURES] = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      run_start (program, few, folder, KIND_BARE, figures[KIND_BARE]);
      run_start (program, few, folder, KIND_FEW, figures[KIND_FEW]);
      run_start (program, many, folder, KIND_MANY, figures[KIND_MANY]);
    }

  report (figures, many->n_events);
  for (guint i = 0; i < N_KINDS * N_FIGURES; i++)
    g_array_unref (figures[i / N_FIGURES][i % N_FIGURES]);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (PerfData) data = NULL;
  Start start = { 0 };

  if (argc < 5)
    {
      data = perf_data_from_args (argc, argv);
      measure_all (argv[0], argv[1], data);
      return EXIT_SUCCESS;
    }

  start.began_us = g_ascii_strtoll (argv[4], NULL, 10);
  if (g_str_equal (argv[3], "bare"))
    {
      start_bare (&start);
    }
  else
    {
      data = perf_data_from_args (argc, argv);
      start_program (&start, data);
    }

  return EXIT_FAILURE;
}
