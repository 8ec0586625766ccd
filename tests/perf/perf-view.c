/* Windows on a display, their frames, and a bare list to compare with
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-view.h"

/* The columns that the list of events begins with, and their widths; the one without expands. */
static const struct
{
  const char *title;
  int         width;
} columns[] = {
  { "", 40 },
  { "Name", 212 },
  { "Date", 124 },
  { "Message", 0 },
  { "Status", 146 },
  { "", 184 },
};

/* One wait for a frame. */
typedef struct
{
  PerfCondition condition;
  gpointer      data;
  gboolean      met;
} FrameWait;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_inscription_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkStringList *
make_strings (guint n_rows)
{
  GtkStringList *strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    gtk_string_list_take (strings, g_strdup_printf ("A message that is as long as most %u", i));

  return strings;
}

/* A list of strings with the columns of the list of events. */
GtkWidget *
perf_view_new_bare (guint n_rows)
{
  GtkSelectionModel *model =
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (make_strings (n_rows))));
  GtkWidget *view = gtk_column_view_new (model);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new (columns[i].title, factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (column, columns[i].width);
      else
        gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);

  return scrolled;
}

GtkWidget *
perf_view_find (GtkWidget *widget,
                GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = perf_view_find (child, type);

  return found;
}

/* Whether all rows that can be seen have what they show. */
gboolean
perf_view_is_filled (GtkWidget    *view,
                     ActEventList *list)
{
  GtkScrolledWindow *scrolled =
      GTK_SCROLLED_WINDOW (perf_view_find (view, GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  guint          n_rows = g_list_model_get_n_items (G_LIST_MODEL (list));
  double         upper = gtk_adjustment_get_upper (adjustment);
  double         height = n_rows > 0 ? upper / n_rows : 0;
  guint          first = 0;
  guint          last = 0;

  if (height <= 0)
    return FALSE;

  first = (guint) (gtk_adjustment_get_value (adjustment) / height);
  last = first + (guint) (gtk_adjustment_get_page_size (adjustment) / height);
  for (guint i = first; i <= last && i < n_rows; i++)
    {
      g_autoptr (ActEventRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (act_event_row_get_record (row) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                FrameWait     *wait)
{
  wait->met = wait->met || wait->condition == NULL || wait->condition (wait->data);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Waits until a frame was painted for which @condition holds; %NULL is any frame. */
void
perf_wait_for_frame (GtkWidget    *widget,
                     PerfCondition condition,
                     gpointer      data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  FrameWait      wait = { condition, data, FALSE };
  gulong         handler = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &wait);
  guint          tick = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);

  while (!wait.met)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (widget, tick);
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
time_over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

void
perf_run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, time_over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}
