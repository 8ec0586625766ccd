/* The selected row of the list of causes, and the keyboard
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-view-private.h"

/* How many frames a row may take to get a widget. */
#define FRAMES_FOR_FOCUS 30

static GtkWidget *
find_row (ActCauseView *self,
          ActCauseItem *item)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      ActCauseCell *cell = g_ptr_array_index (self->cells, i);

      if (act_cause_cell_get_item (cell) == item && gtk_widget_get_mapped (GTK_WIDGET (cell)))
        return gtk_widget_get_parent (GTK_WIDGET (cell));
    }

  return NULL;
}

static gboolean
focus_tick_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  ActCauseView *self = user_data;
  ActCauseItem *item = act_cause_view_get_item (self);
  GtkWidget    *row = item != NULL ? find_row (self, item) : NULL;

  if (self->active && self->focus_frames > 0 && (row == NULL || !gtk_widget_grab_focus (row)))
    {
      self->focus_frames--;
      return G_SOURCE_CONTINUE;
    }

  self->focus_tick_id = 0;
  return G_SOURCE_REMOVE;
}

/* Gives the cell that a widget is in, or that is in it. */
ActCauseCell *
act_cause_view_find_cell (ActCauseView *self,
                          GtkWidget    *widget)
{
  for (; widget != NULL && widget != GTK_WIDGET (self->list_view); widget = gtk_widget_get_parent (widget))
    {
      if (ACT_IS_CAUSE_CELL (widget))
        return ACT_CAUSE_CELL (widget);

      if (gtk_widget_get_parent (widget) == GTK_WIDGET (self->list_view))
        {
          GtkWidget *child = gtk_widget_get_first_child (widget);

          return child != NULL && ACT_IS_CAUSE_CELL (child) ? ACT_CAUSE_CELL (child) : NULL;
        }
    }

  return NULL;
}

ActCauseItem *
act_cause_view_get_item (ActCauseView *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

void
act_cause_view_select (ActCauseView *self,
                       ActCauseItem *item)
{
  guint n_items = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (ActCauseItem) at = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (at == item)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

/* Gives the keyboard to the selected row, as soon as there is one and it has a widget. */
void
act_cause_view_focus (ActCauseView *self)
{
  self->wants_focus = act_cause_view_get_item (self) == NULL;
  if (self->wants_focus)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (self->selection));
  self->focus_frames = FRAMES_FOR_FOCUS;
  if (self->focus_tick_id == 0)
    self->focus_tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_tick_cb, self, NULL);
}

/* Ticks all events of the selected cause, or clears them if all are ticked. */
void
act_cause_view_toggle (ActCauseView *self)
{
  ActCauseItem *item = act_cause_view_get_item (self);
  guint         open = item != NULL ? act_cause_item_get_cause (item)->open : 0;

  if (open > 0 && self->writable)
    act_cause_list_tick (self->list, item, act_cause_item_get_n_ticked (item) < open);
}
