/* The drawing of a history: order, direction, and how many marks there are
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-mark.h"
#include "act-run-timeline.h"
#include "act-run-track.h"
#include "act-ui-resources.h"

#include <adwaita.h>

typedef struct
{
  GtkWidget      *window;
  ActRunTimeline *timeline;
  GtkWidget      *track;
  char           *opened; /* (owned) (nullable) */
} Fixture;

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
open_run_cb (Fixture    *self,
             const char *run_id)
{
  g_free (self->opened);
  self->opened = g_strdup (run_id);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  gtk_widget_set_default_direction (data != NULL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 300);
  self->timeline = ACT_RUN_TIMELINE (act_run_timeline_new ());
  self->track = find (GTK_WIDGET (self->timeline), ACT_TYPE_RUN_TRACK);
  g_signal_connect_swapped (self->timeline, "open-run", G_CALLBACK (open_run_cb), self);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->timeline));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self->opened);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* The newest first, as the server has them. */
static GPtrArray *
make_runs (guint n)
{
  static const ActRunStatus statuses[] = { ACT_RUN_STATUS_ERROR, ACT_RUN_STATUS_COMPLETE,
                                           ACT_RUN_STATUS_STARTED };
  GPtrArray                *runs = g_ptr_array_new_with_free_func ((GDestroyNotify) act_integration_run_free);

  for (guint i = n; i > 0; i--)
    {
      ActIntegrationRun *run = act_integration_run_new ();

      run->id = g_strdup_printf ("run-%u", i);
      run->status = statuses[i % G_N_ELEMENTS (statuses)];
      run->started = (gint64) i * 86400000;
      g_ptr_array_add (runs, run);
    }

  return runs;
}

static void
set_runs (Fixture    *self,
          guint       n,
          const char *current)
{
  g_autoptr (GPtrArray) runs = make_runs (n);

  act_run_timeline_set_runs (self->timeline, runs, FALSE, current);
  while (gtk_widget_get_width (self->track) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static float
get_x (Fixture   *self,
       GtkWidget *mark)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (mark, self->track, &bounds));

  return bounds.origin.x;
}

static void
test_order (Fixture      *self,
            gconstpointer data)
{
  GtkWidget *first = NULL;
  GtkWidget *last = NULL;

  set_runs (self, 4, "run-2");
  first = gtk_widget_get_first_child (self->track);
  last = gtk_widget_get_last_child (self->track);
  g_assert_cmpstr (act_run_mark_get_run_id (ACT_RUN_MARK (first)), ==, "run-1");
  g_assert_cmpstr (act_run_mark_get_run_id (ACT_RUN_MARK (last)), ==, "run-4");
  g_assert_cmpstr (act_run_mark_get_run_id (act_run_track_get_current (ACT_RUN_TRACK (self->track))), ==, "run-2");

  /* The newest one is at the end of the line of writing. */
  if (data != NULL)
    g_assert_cmpfloat (get_x (self, last), <, get_x (self, first));
  else
    g_assert_cmpfloat (get_x (self, last), >, get_x (self, first));
}

static void
test_open (Fixture      *self,
           gconstpointer data)
{
  set_runs (self, 3, "run-3");

  gtk_widget_activate (gtk_widget_get_last_child (self->track));
  g_assert_null (self->opened);

  g_signal_emit_by_name (gtk_widget_get_first_child (self->track), "clicked");
  g_assert_cmpstr (self->opened, ==, "run-1");
}

static void
test_focus (Fixture      *self,
            gconstpointer data)
{
  GtkWidget *current = NULL;

  set_runs (self, 4, "run-2");
  current = GTK_WIDGET (act_run_track_get_current (ACT_RUN_TRACK (self->track)));

  g_assert_true (gtk_widget_child_focus (self->track, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == current);
  g_assert_true (gtk_widget_child_focus (self->track, GTK_DIR_RIGHT));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) ==
                 (data != NULL ? gtk_widget_get_prev_sibling (current)
                               : gtk_widget_get_next_sibling (current)));
  g_assert_false (gtk_widget_child_focus (self->track, GTK_DIR_TAB_FORWARD));
}

static void
test_many (Fixture      *self,
           gconstpointer data)
{
  GtkAdjustment *adjustment = NULL;
  GtkWidget     *scroller = find (GTK_WIDGET (self->timeline), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget     *current = NULL;
  guint          n_marks = 0;

  set_runs (self, 1000, "run-1000");
  for (GtkWidget *mark = gtk_widget_get_first_child (self->track); mark != NULL;
       mark = gtk_widget_get_next_sibling (mark))
    n_marks++;
  g_assert_cmpuint (n_marks, ==, 60);

  /* The current mark comes into sight. */
  current = GTK_WIDGET (act_run_track_get_current (ACT_RUN_TRACK (self->track)));
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  while (get_x (self, current) < gtk_adjustment_get_value (adjustment) ||
         get_x (self, current) > gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_known_only (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) runs = make_runs (1);
  GtkWidget *counts = find (GTK_WIDGET (self->timeline), GTK_TYPE_LABEL);

  act_run_timeline_set_runs (self->timeline, runs, TRUE, "run-1");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (counts)), ==, "1 run known on this computer: 1 complete");

  act_run_timeline_set_runs (self->timeline, runs, FALSE, "run-1");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (counts)), ==, "1 run: 1 complete");
}

static void
add_test (const char *name,
          void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *left_to_right = g_strconcat ("/run-timeline/left-to-right/", name, NULL);
  g_autofree char *right_to_left = g_strconcat ("/run-timeline/right-to-left/", name, NULL);

  g_test_add (left_to_right, Fixture, NULL, set_up, test, tear_down);
  g_test_add (right_to_left, Fixture, "rtl", set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());

  add_test ("order", test_order);
  add_test ("open", test_open);
  add_test ("focus", test_focus);
  add_test ("many", test_many);
  add_test ("known-only", test_known_only);

  return g_test_run ();
}
