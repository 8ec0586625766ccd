/* The list of another system's records: how high it is, and what is seen of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-record-chooser.h"
#include "act-ui-resources.h"

#include <adwaita.h>

#define MAX_HEIGHT 210

typedef struct
{
  GtkWidget        *window;
  ActRecordChooser *chooser;
  GtkWidget        *scroller;
  GtkWidget        *list;
  int               dpi;
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
set_up (Fixture      *self,
        gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_get (settings, "gtk-xft-dpi", &self->dpi, NULL);
  if (data != NULL)
    g_object_set (settings, "gtk-xft-dpi", 144 * PANGO_SCALE, NULL);

  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 500);
  self->chooser = ACT_RECORD_CHOOSER (act_record_chooser_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->chooser), GTK_ALIGN_START);
  self->list = find (GTK_WIDGET (self->chooser), GTK_TYPE_LIST_VIEW);
  self->scroller = gtk_widget_get_ancestor (self->list, GTK_TYPE_SCROLLED_WINDOW);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->chooser));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", self->dpi, NULL);
}

static void
set_records (Fixture *self,
             guint    n)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) act_external_record_free);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *id = g_strdup_printf ("cus_%u", i);
      g_autofree char *name = g_strdup_printf ("Customer %u", i);

      g_ptr_array_add (records, act_external_record_new (id, name));
    }

  act_record_chooser_set_records (self->chooser, records, "Chargebee");
}

static int
get_row_height (Fixture *self)
{
  GtkWidget      *row = gtk_widget_get_first_child (self->list);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  /* With what is around its content. */
  return row != NULL && gtk_widget_compute_bounds (row, self->list, &bounds) ? (int) bounds.size.height : 0;
}

static void
wait_height (Fixture *self,
             guint    n)
{
  while (get_row_height (self) == 0 ||
         gtk_widget_get_height (self->list) != MIN ((int) n * get_row_height (self), MAX_HEIGHT))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_height (Fixture      *self,
             gconstpointer data)
{
  static const guint numbers[] = { 1, 3, 2000, 2 };

  gtk_window_present (GTK_WINDOW (self->window));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      set_records (self, numbers[i]);
      wait_height (self, numbers[i]);
    }
}

static GtkAdjustment *
get_adjustment (Fixture *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static void
test_scroll (Fixture      *self,
             gconstpointer data)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  gtk_window_present (GTK_WINDOW (self->window));
  set_records (self, 2000);
  wait_height (self, 2000);
  g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), ==, MAX_HEIGHT);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, 1999 * get_row_height (self));
}

static GtkWidget *
find_selected (Fixture *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  while (row != NULL && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static gboolean
is_selected_seen (Fixture *self)
{
  GtkWidget      *row = find_selected (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  return row != NULL && gtk_widget_get_mapped (row) &&
         gtk_widget_compute_bounds (row, self->scroller, &bounds) && bounds.size.height > 0 &&
         bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (self->scroller);
}

static void
wait_selected (Fixture *self)
{
  while (!is_selected_seen (self))
    g_main_context_iteration (NULL, TRUE);
}

/* In Correct Mapping the form has its id before the other system has told its records. */
static void
test_chosen (Fixture      *self,
             gconstpointer data)
{
  act_record_chooser_set_id (self->chooser, "cus_1500");
  gtk_window_present (GTK_WINDOW (self->window));
  set_records (self, 2000);
  wait_selected (self);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (self)), >, 1400 * get_row_height (self));

  act_record_chooser_set_id (self->chooser, "cus_20");
  wait_selected (self);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (self)), <, 100 * get_row_height (self));

  act_record_chooser_set_id (self->chooser, "cus_2000");
  wait_selected (self);

  set_records (self, 3);
  act_record_chooser_set_id (self->chooser, "cus_3");
  wait_selected (self);
}

/* The same, when there is a window only later. */
static void
test_chosen_before (Fixture      *self,
                    gconstpointer data)
{
  act_record_chooser_set_id (self->chooser, "cus_1500");
  set_records (self, 2000);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_selected (self);
}

static void
add_test (const char *name,
          void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *usual = g_strconcat ("/record-chooser/usual-text/", name, NULL);
  g_autofree char *large = g_strconcat ("/record-chooser/large-text/", name, NULL);

  g_test_add (usual, Fixture, NULL, set_up, test, tear_down);
  g_test_add (large, Fixture, "large", set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (act_ui_get_resource ());

  add_test ("height", test_height);
  add_test ("scroll", test_scroll);
  add_test ("chosen", test_chosen);
  add_test ("chosen-before", test_chosen_before);

  return g_test_run ();
}
