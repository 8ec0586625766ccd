/* A large log is shown, searched and made narrower without holding up the main loop
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-log-view.h"
#include "act-ui-resources.h"

#include <adwaita.h>
#include <string.h>
#include <time.h>

#define LARGE (32 * 1024 * 1024)
/* GTK makes some 205 rows of a list, whatever fits in the window. */
#define MAX_LIVE_ROWS 500

typedef struct
{
  GtkWidget  *window;
  ActLogView *view;
} Fixture;

/* What the longest turn of the main loop took of the processor, for whoever reads the test's output.
 * It is no assertion, since machines differ. */
static gint64 longest_turn;

static gint64
get_thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
turn (void)
{
  gint64 start = 0;
  gint64 length = 0;

  /* Waiting is not holding up. */
  while (!g_main_context_pending (NULL))
    g_usleep (200);

  start = get_thread_time ();
  g_main_context_iteration (NULL, FALSE);
  length = get_thread_time () - start;
  longest_turn = MAX (longest_turn, length);
}

static void
tell_longest_turn (const char *what)
{
  g_test_message ("%s: the longest turn of the main loop took %.1f ms", what, (double) longest_turn / 1000);
  longest_turn = 0;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 600);
  self->view = ACT_LOG_VIEW (act_log_view_new ());
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_present (GTK_WINDOW (self->window));
  while (gtk_widget_get_width (GTK_WIDGET (self->view)) <= 0)
    turn ();
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
set_log (Fixture *self,
         GBytes  *log)
{
  longest_turn = 0;
  act_log_view_set_log (self->view, "run", log);
  while (act_log_view_get_lines (self->view) == NULL)
    turn ();
}

static void
wait_for_columns (Fixture *self,
                  guint    other_than)
{
  while (act_log_lines_get_columns (act_log_view_get_lines (self->view)) == other_than)
    turn ();
}

static void
draw_some_frames (Fixture *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  gint64         until = gdk_frame_clock_get_frame_counter (clock) + 5;

  while (gdk_frame_clock_get_frame_counter (clock) < until)
    {
      gtk_widget_queue_draw (self->window);
      turn ();
    }
}

static guint
get_selected (Fixture *self)
{
  GtkListView *list = GTK_LIST_VIEW (find (GTK_WIDGET (self->view), GTK_TYPE_LIST_VIEW));

  return gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)));
}

static guint
count_live_rows (Fixture *self)
{
  return act_log_lines_get_n_live_rows (act_log_view_get_lines (self->view));
}

static GBytes *
make_text (gboolean has_lines)
{
  GString *text = g_string_sized_new (LARGE);

  for (guint i = 0; text->len < LARGE - 100; i++)
    g_string_append_printf (text, "2026-03-03T14:00:00Z %s Line %u of a long log: Gr\303\274\303\237e%c",
                            i % 1000 == 0 ? "ERROR" : "DEBUG", i, has_lines ? '\n' : ' ');

  return g_string_free_to_bytes (text);
}

static GBytes *
make_json (void)
{
  GString *json = g_string_sized_new (LARGE);

  g_string_append (json, "{\"lines\":[");
  for (guint i = 0; json->len < LARGE - 200; i++)
    g_string_append_printf (json, "%s{\"n\":%u,\"level\":\"%s\",\"list\":[1,2,{}]}", i > 0 ? "," : "", i,
                            i % 1000 == 0 ? "ERROR" : "DEBUG");
  g_string_append (json, "]}");

  return g_string_free_to_bytes (json);
}

static void
test_large (Fixture      *self,
            gconstpointer data)
{
  const char *what = data;
  g_autoptr (GBytes) log = NULL;
  GtkWidget  *list = find (GTK_WIDGET (self->view), GTK_TYPE_LIST_VIEW);
  GtkWidget  *entry = find (GTK_WIDGET (self->view), GTK_TYPE_SEARCH_ENTRY);
  GListModel *rows = NULL;
  guint       columns = 0;

  if (strcmp (what, "json") == 0)
    log = make_json ();
  else
    log = make_text (strcmp (what, "lines") == 0);

  set_log (self, log);
  draw_some_frames (self);
  tell_longest_turn ("show");
  g_assert_cmpuint (count_live_rows (self), <, MAX_LIVE_ROWS);
  g_test_message ("%u rows", g_list_model_get_n_items (G_LIST_MODEL (act_log_view_get_lines (self->view))));

  /* To the end and back. */
  rows = G_LIST_MODEL (act_log_view_get_lines (self->view));
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", g_list_model_get_n_items (rows) - 1);
  draw_some_frames (self);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", 0);
  draw_some_frames (self);
  tell_longest_turn ("scroll");
  g_assert_cmpuint (count_live_rows (self), <, MAX_LIVE_ROWS);

  gtk_editable_set_text (GTK_EDITABLE (entry), "error");
  while (get_selected (self) == GTK_INVALID_LIST_POSITION)
    turn ();
  for (guint i = 0; i < 20; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->view), "log.next", NULL);
      draw_some_frames (self);
    }
  tell_longest_turn ("search");
  g_assert_cmpuint (count_live_rows (self), <, MAX_LIVE_ROWS);

  columns = act_log_lines_get_columns (act_log_view_get_lines (self->view));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 600);
  wait_for_columns (self, columns);
  draw_some_frames (self);
  tell_longest_turn ("narrow");
  g_assert_cmpuint (act_log_lines_get_columns (act_log_view_get_lines (self->view)), <, columns);
  g_assert_cmpuint (count_live_rows (self), <, MAX_LIVE_ROWS);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/actioned/Actioned/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());
  load_style ();

  g_test_add ("/log-view/large-lines", Fixture, "lines", set_up, test_large, tear_down);
  g_test_add ("/log-view/large-one-line", Fixture, "one-line", set_up, test_large, tear_down);
  g_test_add ("/log-view/large-json", Fixture, "json", set_up, test_large, tear_down);

  return g_test_run ();
}
