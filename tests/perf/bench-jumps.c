/* Random jumps over the list until the rows that can be seen are filled
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-data.h"
#include "perf-report.h"
#include "perf-view.h"
#include "perf-wait.h"

#include "act-event-view.h"
#include "act-ui-resources.h"

#include <adwaita.h>
#include <stdlib.h>

#define SEED 3

/* A jump costs the same however many events there are, and most of it is the toolkit's: some 40 ms for both
 * lists together. So few events get fewer jumps. */
#define MANY_EVENTS 100000
#define FEW_JUMPS   500
#define N_JUMPS     2000
#define MAX_RATIO   2.0

typedef struct
{
  GtkWidget    *window;
  ActEventView *view; /* (nullable): a bare list has none */
  guint         n_jumps;
  guint         n_filled;
  double        cpu_ms; /* of all jumps */
} Jumps;

static gboolean
is_filled (gpointer data)
{
  Jumps *jumps = data;

  return jumps->view == NULL || perf_view_is_filled (GTK_WIDGET (jumps->view),
                                                     act_event_view_get_list (jumps->view));
}

static gboolean
is_complete (gpointer data)
{
  Jumps *jumps = data;

  return act_event_list_get_complete (act_event_view_get_list (jumps->view)) && is_filled (jumps);
}

static GtkWidget *
show_in_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* Returns how long each jump took, in milliseconds. */
static GArray *
jump (Jumps *jumps)
{
  GtkWidget     *scrolled = perf_view_find (jumps->window, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  GArray *took = g_array_new (FALSE, FALSE, sizeof (double));
  double  cpu_began = perf_cpu_us ();

  for (guint i = 0; i < jumps->n_jumps; i++)
    {
      double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
      double began = perf_now_ms ();
      double ms = 0;

      gtk_adjustment_set_value (adjustment, g_rand_double (rand) * room);
      perf_wait_for_frame (jumps->window, is_filled, jumps);
      ms = perf_now_ms () - began;
      g_array_append_val (took, ms);
      jumps->n_filled++;
    }
  jumps->cpu_ms = (perf_cpu_us () - cpu_began) / 1000.0;

  return took;
}

static guint
get_n_jumps (guint n_rows)
{
  return n_rows >= MANY_EVENTS ? N_JUMPS : FEW_JUMPS;
}

static GArray *
jump_over_events (PerfData *data,
                  double   *cpu_ms)
{
  g_autoptr (ActStore) store = perf_data_open (data);
  g_autoptr (ActQuery) query = act_query_new ();
  Jumps   jumps = { .n_jumps = get_n_jumps (data->n_events) };
  GArray *took = NULL;

  query->include_actioned = TRUE;
  query->kinds = ACT_QUERY_ALL_KINDS;
  query->descending = TRUE;
  jumps.view = ACT_EVENT_VIEW (act_event_view_new ());
  jumps.window = show_in_window (GTK_WIDGET (jumps.view));
  act_event_view_set_source (jumps.view, ACT_ROW_SOURCE (store));
  act_event_view_set_query (jumps.view, query);
  perf_wait_for_frame (jumps.window, is_complete, &jumps);

  perf_check ("rows to jump over",
              g_list_model_get_n_items (G_LIST_MODEL (act_event_view_get_list (jumps.view))) ==
                  data->n_events,
              data->n_events);
  took = jump (&jumps);
  perf_check ("jumps that were filled", jumps.n_filled == jumps.n_jumps, data->n_events);

  gtk_window_destroy (GTK_WINDOW (jumps.window));
  perf_store_close (g_steal_pointer (&store));
  *cpu_ms = jumps.cpu_ms / jumps.n_jumps;

  return took;
}

static GArray *
jump_over_strings (guint   n_rows,
                   double *cpu_ms)
{
  Jumps   jumps = { .n_jumps = get_n_jumps (n_rows) };
  GArray *took = NULL;

  jumps.window = show_in_window (perf_view_new_bare (n_rows));
  perf_wait_for_frame (jumps.window, NULL, NULL);
  took = jump (&jumps);
  gtk_window_destroy (GTK_WINDOW (jumps.window));
  *cpu_ms = jumps.cpu_ms / jumps.n_jumps;

  return took;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (PerfData) data = perf_data_from_args (argc, argv);
  g_autoptr (GArray) events = NULL;
  g_autoptr (GArray) strings = NULL;
  double p99 = 0;
  double bare_p99 = 0;
  double cpu_ms = 0;
  double bare_cpu_ms = 0;

  adw_init ();
  g_resources_register (act_ui_get_resource ());
  strings = jump_over_strings (data->n_events, &bare_cpu_ms);
  events = jump_over_events (data, &cpu_ms);

  p99 = perf_percentile (events, 99);
  bare_p99 = perf_percentile (strings, 99);
  perf_report ("random jump until filled, p99", p99, "ms", PERF_SHOWN, 0, data->n_events);
  perf_report ("random jump over strings, p99", bare_p99, "ms", PERF_SHOWN, 0, data->n_events);
  perf_report ("random jumps against strings, p99", p99 / bare_p99, "×", PERF_AT_MOST, MAX_RATIO,
               data->n_events);
  perf_report ("random jump until filled: CPU", cpu_ms, "ms", PERF_SHOWN, 0, data->n_events);
  perf_report ("random jump over strings: CPU", bare_cpu_ms, "ms", PERF_SHOWN, 0, data->n_events);

  return EXIT_SUCCESS;
}
