/* Selection, ticks and what is new survive what happens to the list
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-view.h"
#include "act-ui-resources.h"

#include "rows-fixture.h"

#include <adwaita.h>

#define SECONDS_TO_WAIT 20

typedef struct
{
  RowsFixture  *rows;
  GtkWidget    *window;
  ActEventView *view;
  ActQuery     *query;
  int           requested_sort; /* of the last signal sort-requested */
  gboolean      requested_descending;
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture);

static gboolean
give_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for (Fixture  *fixture,
          Condition condition)
{
  gboolean gave_up = FALSE;
  guint    timeout = g_timeout_add_seconds (SECONDS_TO_WAIT, give_up_cb, &gave_up);

  while (!condition (fixture) && !gave_up)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (gave_up);
  g_source_remove (timeout);
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  int *n_frames = user_data;

  return --*n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Lets the view do what it does after a layout. */
static void
wait_for_frames (Fixture *fixture)
{
  int n_frames = 8;

  gtk_widget_add_tick_callback (fixture->window, count_frame_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_complete (Fixture *fixture)
{
  return act_event_list_get_complete (act_event_view_get_list (fixture->view));
}

static gsize
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (act_event_view_get_list (fixture->view)));
}

static GtkWidget *
find_widget (GtkWidget  *widget,
             GType       type,
             const char *css_class)
{
  GtkWidget *child = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;

  for (child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, css_class);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  GtkWidget *scrolled =
      find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_SCROLLED_WINDOW, NULL);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

static gboolean
is_laid_out (Fixture *fixture)
{
  return gtk_adjustment_get_upper (get_adjustment (fixture)) >
         gtk_adjustment_get_page_size (get_adjustment (fixture));
}

static gboolean
is_new_shown (Fixture *fixture)
{
  GtkWidget *button = find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_BUTTON, "new-events");
  GtkWidget *revealer = gtk_widget_get_ancestor (button, GTK_TYPE_REVEALER);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

static gboolean
is_new_hidden (Fixture *fixture)
{
  return !is_new_shown (fixture);
}

static void
sort_requested_cb (ActEventView *view,
                   int           sort,
                   gboolean      descending,
                   Fixture      *fixture)
{
  fixture->requested_sort = sort;
  fixture->requested_descending = descending;
}

static void
set_up (Fixture      *fixture,
        gconstpointer n_rows)
{
  gint64 i = 0;

  fixture->rows = rows_fixture_new ();
  for (i = 1; i <= GPOINTER_TO_INT (n_rows); i++)
    rows_fixture_add (fixture->rows, i * 100);

  fixture->query = act_query_new ();
  fixture->query->kinds = ACT_QUERY_ALL_KINDS;
  fixture->query->sort = ACT_SORT_DATE;
  fixture->query->descending = TRUE;

  fixture->requested_sort = -1;
  fixture->view = ACT_EVENT_VIEW (act_event_view_new ());
  g_signal_connect (fixture->view, "sort-requested", G_CALLBACK (sort_requested_cb), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));

  act_event_view_set_source (fixture->view, ACT_ROW_SOURCE (fixture->rows));
  act_event_view_set_query (fixture->view, fixture->query);
  wait_for (fixture, is_complete);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer n_rows)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  act_query_free (fixture->query);
  g_assert_finalize_object (G_OBJECT (fixture->rows));
}

static gboolean
has_gone_500 (Fixture *fixture)
{
  return !act_event_list_find (act_event_view_get_list (fixture->view), 500, NULL);
}

static gboolean
has_come_9999 (Fixture *fixture)
{
  return act_event_list_find (act_event_view_get_list (fixture->view), 9999999, NULL);
}

static void
test_selection_stays (Fixture      *fixture,
                      gconstpointer n_rows)
{
  act_event_view_select (fixture->view, 500, FALSE);
  g_assert_cmpint (act_event_view_get_selected_id (fixture->view), ==, 500);

  rows_fixture_add (fixture->rows, 9999999);
  rows_fixture_announce (fixture->rows);
  wait_for (fixture, has_come_9999);
  g_assert_cmpint (act_event_view_get_selected_id (fixture->view), ==, 500);
  g_assert_cmpint (
      act_event_row_get_row_id (act_event_view_get_selected_row (fixture->view)), ==, 500);
}

static void
test_selection_goes_on (Fixture      *fixture,
                        gconstpointer n_rows)
{
  act_event_view_select (fixture->view, 500, FALSE);
  rows_fixture_mark (fixture->rows, 500);
  rows_fixture_announce (fixture->rows);
  wait_for (fixture, has_gone_500);
  g_assert_cmpint (act_event_view_get_selected_id (fixture->view), ==, 400);
}

/* The row is among the last of the new order, so it is not in the first answer. */
static void
test_selection_stays_when_sorted (Fixture      *fixture,
                                  gconstpointer n_rows)
{
  gint64 newest = (gint64) GPOINTER_TO_INT (n_rows) * 100;

  act_event_view_select (fixture->view, newest, FALSE);
  fixture->query->descending = FALSE;
  act_event_view_set_query (fixture->view, fixture->query);
  g_assert_false (is_complete (fixture));
  wait_for (fixture, is_complete);
  g_assert_cmpint (act_event_view_get_selected_id (fixture->view), ==, newest);
}

static void
test_selection_ends_with_filter (Fixture      *fixture,
                                 gconstpointer n_rows)
{
  act_event_view_select (fixture->view, 500, FALSE);
  fixture->query->kinds = 1u << ((500 % ACT_EVENT_KIND_OTHER) + 1);
  act_event_view_set_query (fixture->view, fixture->query);
  wait_for (fixture, is_complete);
  g_assert_cmpint (act_event_view_get_selected_id (fixture->view), ==, 0);
}

static void
test_selection_waits (Fixture      *fixture,
                      gconstpointer n_rows)
{
  act_event_view_select (fixture->view, 9999999, FALSE);
  g_assert_cmpint (act_event_view_get_selected_id (fixture->view), ==, 0);

  rows_fixture_add (fixture->rows, 9999999);
  rows_fixture_announce (fixture->rows);
  wait_for (fixture, has_come_9999);
  g_assert_cmpint (act_event_view_get_selected_id (fixture->view), ==, 9999999);
}

static void
test_next_left (Fixture      *fixture,
                gconstpointer n_rows)
{
  g_autoptr (GArray) leaving = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 ids[] = { 300, 400, 500 };
  gint64 i = 0;

  g_array_append_vals (leaving, ids, G_N_ELEMENTS (ids));
  g_assert_cmpint (act_event_view_find_next_left (fixture->view, leaving), ==, 200);

  act_event_view_select (fixture->view, 700, FALSE);
  g_assert_cmpint (act_event_view_find_next_left (fixture->view, leaving), ==, 700);

  act_event_view_select (fixture->view, 400, FALSE);
  g_assert_cmpint (act_event_view_find_next_left (fixture->view, leaving), ==, 200);

  g_array_set_size (leaving, 0);
  for (i = 1; i <= 4; i++)
    {
      gint64 row_id = i * 100;

      g_array_append_val (leaving, row_id);
    }

  g_assert_cmpint (act_event_view_find_next_left (fixture->view, leaving), ==, 500);
}

static void
test_ticks_range (Fixture      *fixture,
                  gconstpointer n_rows)
{
  ActTicks  *ticks = act_event_view_get_ticks (fixture->view);
  GtkWidget *widget = GTK_WIDGET (fixture->view);

  gtk_widget_activate_action (widget, "event-view.tick", "(xbb)", (gint64) 800, TRUE, FALSE);
  gtk_widget_activate_action (widget, "event-view.tick", "(xbb)", (gint64) 500, TRUE, TRUE);
  g_assert_cmpuint (act_ticks_get_size (ticks), ==, 4);
  g_assert_true (act_ticks_contains (ticks, 600));
  g_assert_false (act_ticks_contains (ticks, 400));

  gtk_widget_activate_action (widget, "event-view.tick", "(xbb)", (gint64) 600, FALSE, FALSE);
  g_assert_cmpuint (act_ticks_get_size (ticks), ==, 3);
}

/* All rows are ticked, though the first answer to the query has only some; none that comes later. */
static void
test_ticks_all (Fixture      *fixture,
                gconstpointer n_rows)
{
  ActTicks *ticks = act_event_view_get_ticks (fixture->view);

  fixture->query->descending = FALSE;
  act_event_view_set_query (fixture->view, fixture->query);
  act_event_view_tick_all (fixture->view);
  g_assert_cmpuint (act_ticks_get_size (ticks), ==, 0);
  wait_for (fixture, is_complete);
  g_assert_cmpuint (act_ticks_get_size (ticks), ==, GPOINTER_TO_UINT (n_rows));

  rows_fixture_add (fixture->rows, 9999999);
  rows_fixture_announce (fixture->rows);
  wait_for (fixture, has_come_9999);
  g_assert_cmpuint (act_ticks_get_size (ticks), ==, GPOINTER_TO_UINT (n_rows));
  g_assert_false (act_ticks_contains (ticks, 9999999));
}

static void
test_sort_requested (Fixture      *fixture,
                     gconstpointer n_rows)
{
  GtkWidget           *found = find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkColumnView       *column_view = GTK_COLUMN_VIEW (found);
  GListModel          *columns = gtk_column_view_get_columns (column_view);
  GtkColumnViewColumn *column = NULL;
  guint                i = 0;

  /* To show the query's order is no request. */
  g_assert_cmpint (fixture->requested_sort, ==, -1);

  for (i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) candidate = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (candidate), "Message") == 0)
        column = candidate;
    }

  g_assert_nonnull (column);
  gtk_column_view_sort_by_column (column_view, column, GTK_SORT_ASCENDING);
  g_assert_cmpint (fixture->requested_sort, ==, ACT_SORT_MESSAGE);
  g_assert_false (fixture->requested_descending);
}

static void
test_new_rows (Fixture      *fixture,
               gconstpointer n_rows)
{
  GtkAdjustment *adjustment = NULL;
  double         value = 0;

  wait_for (fixture, is_laid_out);
  adjustment = get_adjustment (fixture);
  wait_for_frames (fixture);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  value = gtk_adjustment_get_value (adjustment);

  rows_fixture_add (fixture->rows, 9999999);
  rows_fixture_announce (fixture->rows);
  wait_for (fixture, is_new_shown);
  wait_for_frames (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, value);

  act_event_view_show_new (fixture->view);
  wait_for (fixture, is_new_hidden);
  wait_for_frames (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_assert_cmpuint (count_rows (fixture), ==, GPOINTER_TO_UINT (n_rows) + 1);
}

static void
add_test (const char *path,
          int         n_rows,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (n_rows), set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());

  add_test ("/event-view/selection/stays", 40, test_selection_stays);
  add_test ("/event-view/selection/goes-on", 40, test_selection_goes_on);
  add_test ("/event-view/selection/stays-when-sorted", 900, test_selection_stays_when_sorted);
  add_test ("/event-view/selection/ends-with-filter", 40, test_selection_ends_with_filter);
  add_test ("/event-view/selection/waits", 40, test_selection_waits);
  add_test ("/event-view/next-left", 40, test_next_left);
  add_test ("/event-view/ticks/range", 40, test_ticks_range);
  add_test ("/event-view/ticks/all", 900, test_ticks_all);
  add_test ("/event-view/sort-requested", 40, test_sort_requested);
  add_test ("/event-view/new-rows", 300, test_new_rows);

  return g_test_run ();
}
