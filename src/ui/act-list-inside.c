/* Reaches what is inside a column view: its list and its rows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-list-inside.h"

#include "act-event-cell.h"

/* A column view of GTK 4.8 can neither scroll to a row nor focus one (4.12 can), and no version
 * tells which row a widget belongs to. This file alone knows how the view is made: it holds a list
 * view, which holds the row widgets, which hold one widget a column, which hold our cells. */

static GtkWidget *
find_list (GtkColumnView *view)
{
  GtkWidget *child = NULL;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_VIEW (child))
        return child;
    }

  return NULL;
}

static gint64
read_row_id (GtkWidget *row)
{
  GtkWidget *part = NULL;

  for (part = gtk_widget_get_first_child (row);
       part != NULL;
       part = gtk_widget_get_next_sibling (part))
    {
      GtkWidget *cell = gtk_widget_get_first_child (part);

      if (cell != NULL && ACT_IS_EVENT_CELL (cell))
        return act_event_cell_get_row_id (ACT_EVENT_CELL (cell));
    }

  return 0;
}

static GtkWidget *
find_row (GtkColumnView *view,
          gint64         row_id)
{
  GtkWidget *list = find_list (view);
  GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (gtk_widget_get_mapped (row) && read_row_id (row) == row_id)
        return row;
    }

  return NULL;
}

/**
 * act_list_inside_scroll_to:
 * @view: a column view
 * @position: a row's position
 *
 * Scrolls until the row is seen.
 *
 * Returns: whether it could
 */
gboolean
act_list_inside_scroll_to (GtkColumnView *view,
                           guint          position)
{
  GtkWidget *list = find_list (view);

  return list != NULL && gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/**
 * act_list_inside_focus:
 * @view: a column view
 * @row_id: the row id of a row that is seen
 *
 * Gives the keyboard to a row.
 *
 * Returns: whether the row has a widget, and it took the focus
 */
gboolean
act_list_inside_focus (GtkColumnView *view,
                       gint64         row_id)
{
  GtkWidget *row = find_row (view, row_id);

  return row != NULL && gtk_widget_grab_focus (row);
}

/**
 * act_list_inside_focus_seen:
 * @view: a column view
 * @row_id: a row id
 *
 * Gives the keyboard to a row, but only if the whole of it is seen, so that nothing scrolls.
 *
 * Returns: whether the row took the focus
 */
gboolean
act_list_inside_focus_seen (GtkColumnView *view,
                            gint64         row_id)
{
  GtkWidget      *list = find_list (view);
  GtkWidget      *row = find_row (view, row_id);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, list, &bounds) || bounds.origin.y < 0 ||
      bounds.origin.y + bounds.size.height > (float) gtk_widget_get_height (list))
    return FALSE;

  return gtk_widget_grab_focus (row);
}

/**
 * act_list_inside_find_row:
 * @view: a column view
 * @widget: (nullable): a widget, such as one that has the focus or is under the pointer
 *
 * Finds the row that a widget is in.
 *
 * Returns: (transfer none) (nullable): the row's widget, which may be @widget
 */
GtkWidget *
act_list_inside_find_row (GtkColumnView *view,
                          GtkWidget     *widget)
{
  GtkWidget *list = find_list (view);

  while (widget != NULL && gtk_widget_get_parent (widget) != list)
    widget = gtk_widget_get_parent (widget);

  return list != NULL ? widget : NULL;
}

/**
 * act_list_inside_find_row_id:
 * @view: a column view
 * @widget: (nullable): a widget, such as one that has the focus or is under the pointer
 * @is_row: (out) (optional): whether it is the row itself and nothing inside
 *
 * Finds the id of the row that a widget is in.
 *
 * Returns: its row id, or 0
 */
gint64
act_list_inside_find_row_id (GtkColumnView *view,
                             GtkWidget     *widget,
                             gboolean      *is_row)
{
  GtkWidget *row = act_list_inside_find_row (view, widget);

  if (is_row != NULL)
    *is_row = row != NULL && row == widget;

  return row != NULL ? read_row_id (row) : 0;
}
