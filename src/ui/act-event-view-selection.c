/* The selected row of the list of events, and the focus, while rows come and go
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-view-private.h"

#include "act-list-inside.h"

/* How long to wait for the row's widget, in frames, before the focus is given up. */
#define FRAMES_FOR_FOCUS 12

static void
set_selected_id (ActEventView *self,
                 gint64        row_id)
{
  if (self->selected_id == row_id)
    return;

  self->selected_id = row_id;
  g_object_notify (G_OBJECT (self), "selected-id");
}

static gboolean
has_focus_inside (ActEventView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->column_view));
}

static gboolean
focus_tick_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  ActEventView *self = user_data;

  if (self->focus_frames > 0 && !act_list_inside_focus (self->column_view, self->focus_id))
    {
      self->focus_frames--;
      return G_SOURCE_CONTINUE;
    }

  self->focus_tick_id = 0;
  return G_SOURCE_REMOVE;
}

/* After the list changed: brings the selection back to its row, or to the next one that is left. */
static void
resolve (ActEventView *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position = 0;

  g_clear_handle_id (&self->resolve_id, g_source_remove);
  if (self->wanted_id != 0 && act_event_list_find (self->list, self->wanted_id, &position))
    {
      gtk_single_selection_set_selected (self->selection, position);
      self->had_focus = self->had_focus || self->wanted_focus;
      self->wanted_id = 0;
    }

  if (self->selected_id != 0 &&
      gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    {
      if (act_event_list_find (self->list, self->selected_id, &position))
        {
          gtk_single_selection_set_selected (self->selection, position);
        }
      else if (self->query_changed && !act_event_list_get_complete (self->list))
        {
          /* It may be among the rows that are still to come. */
          return;
        }
      else if (self->query_changed || n_items == 0)
        {
          set_selected_id (self, 0);
        }
      else
        {
          gtk_single_selection_set_selected (self->selection,
                                             MIN (self->selected_position, n_items - 1));
        }
    }

  self->query_changed = self->query_changed && !act_event_list_get_complete (self->list);

  /* To focus a row is to scroll to it, by where it was before the change is laid out: so a row that
   * has kept the focus is left alone. */
  if (self->had_focus && self->selected_id != 0 &&
      act_event_view_get_focused_id (self, NULL) != self->selected_id)
    act_event_view_focus_row (self, self->selected_id);

  self->had_focus = FALSE;
}

static gboolean
resolve_cb (gpointer user_data)
{
  ActEventView *self = user_data;

  self->resolve_id = 0;
  resolve (self);
  return G_SOURCE_REMOVE;
}

/* Runs before the selection hears of the change. */
static void
before_items_changed_cb (GListModel   *list,
                         guint         position,
                         guint         removed,
                         guint         added,
                         ActEventView *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  self->list_changing = TRUE;
  if (selected != GTK_INVALID_LIST_POSITION)
    self->selected_position = selected;

  /* Focus that is lost with its row is asked for again. */
  if (removed > 0 && has_focus_inside (self))
    self->had_focus = TRUE;
}

/* Runs after the selection heard of it. */
static void
after_items_changed_cb (GListModel   *list,
                        guint         position,
                        guint         removed,
                        guint         added,
                        ActEventView *self)
{
  self->list_changing = FALSE;

  /* A replacement is two changes, and only the second one has rows to choose from. */
  if (g_list_model_get_n_items (list) > 0)
    resolve (self);
  else if (self->resolve_id == 0)
    self->resolve_id = g_idle_add (resolve_cb, self);
}

static void
notify_complete_cb (ActEventList *list,
                    GParamSpec   *pspec,
                    ActEventView *self)
{
  if (act_event_list_get_complete (list))
    resolve (self);
}

static void
notify_selected_item_cb (GtkSingleSelection *selection,
                         GParamSpec         *pspec,
                         ActEventView       *self)
{
  ActEventRow *row = gtk_single_selection_get_selected_item (selection);

  /* What the user selects meanwhile is wanted more. */
  if (row != NULL && !self->list_changing)
    self->wanted_id = 0;

  if (row != NULL)
    set_selected_id (self, act_event_row_get_row_id (row));
  else if (!self->list_changing && self->resolve_id == 0)
    set_selected_id (self, 0);
}

void
act_event_view_watch_selection (ActEventView *self)
{
  g_signal_connect_object (self->list, "items-changed",
                           G_CALLBACK (before_items_changed_cb), self, 0);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->list, "items-changed",
                           G_CALLBACK (after_items_changed_cb), self, 0);
  g_signal_connect_object (self->list, "notify::complete",
                           G_CALLBACK (notify_complete_cb), self, 0);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (notify_selected_item_cb), self, 0);
}

void
act_event_view_unwatch_selection (ActEventView *self)
{
  g_clear_handle_id (&self->resolve_id, g_source_remove);
  if (self->focus_tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_tick_id);

  self->focus_tick_id = 0;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);

  g_clear_object (&self->selection);
  self->wanted_id = 0;
  set_selected_id (self, 0);
}

/* Gives the keyboard to a row, as soon as it has a widget. */
void
act_event_view_focus_row (ActEventView *self,
                          gint64        row_id)
{
  guint position = 0;

  if (!act_event_list_find (self->list, row_id, &position))
    return;

  act_list_inside_scroll_to (self->column_view, position);
  self->focus_id = row_id;
  self->focus_frames = FRAMES_FOR_FOCUS;
  if (self->focus_tick_id == 0)
    self->focus_tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_tick_cb,
                                                        self, NULL);
}

/**
 * act_event_view_focus_seen:
 * @self: a view
 *
 * Gives the keyboard to the selected row, or to the first one, unless the list would have to scroll
 * for that.
 *
 * Returns: whether it has the keyboard
 */
gboolean
act_event_view_focus_seen (ActEventView *self)
{
  gsize         n_ids = 0;
  const gint64 *ids = NULL;

  g_return_val_if_fail (ACT_IS_EVENT_VIEW (self), FALSE);

  if (self->list == NULL)
    return FALSE;

  ids = act_event_list_get_row_ids (self->list, &n_ids);
  if (self->selected_id == 0 && n_ids == 0)
    return FALSE;

  return act_list_inside_focus_seen (self->column_view,
                                     self->selected_id != 0 ? self->selected_id : ids[0]);
}

/**
 * act_event_view_get_selected_id:
 * @self: a view
 *
 * Gets the selected row's id.
 *
 * Returns: the row id, or 0
 */
gint64
act_event_view_get_selected_id (ActEventView *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_VIEW (self), 0);

  return self->selected_id;
}

/**
 * act_event_view_get_selected_row:
 * @self: a view
 *
 * Gets the selected row.
 *
 * Returns: (transfer none) (nullable): the row
 */
ActEventRow *
act_event_view_get_selected_row (ActEventView *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_VIEW (self), NULL);

  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/**
 * act_event_view_select:
 * @self: a view
 * @row_id: a row id
 * @focus: whether the row takes the keyboard too
 *
 * Selects a row, now or as soon as it is in the list.
 */
void
act_event_view_select (ActEventView *self,
                       gint64        row_id,
                       gboolean      focus)
{
  guint position = 0;

  g_return_if_fail (ACT_IS_EVENT_VIEW (self));

  if (self->list == NULL)
    return;

  self->wanted_id = 0;
  if (focus)
    act_scroll_anchor_start_at (self->anchor, row_id);
  if (!act_event_list_find (self->list, row_id, &position))
    {
      self->wanted_id = row_id;
      self->wanted_focus = focus;
      return;
    }

  gtk_single_selection_set_selected (self->selection, position);
  if (focus)
    act_event_view_focus_row (self, row_id);
}

static gboolean
is_among (GHashTable *among,
          gint64      row_id)
{
  return g_hash_table_contains (among, &row_id);
}

/**
 * act_event_view_find_next_left:
 * @self: a view
 * @row_ids: (element-type gint64): the rows that are about to leave
 *
 * Finds the row that a person goes on with: the next one after the selected row (or, when that stays
 * or there is none, after the first of those that leave), else the last one before it.
 *
 * Returns: its row id, or 0 when none is left
 */
gint64
act_event_view_find_next_left (ActEventView *self,
                               GArray       *row_ids)
{
  g_autoptr (GHashTable) leaving = g_hash_table_new (g_int64_hash, g_int64_equal);
  gsize         n_ids = 0;
  const gint64 *ids = NULL;
  gsize         start = 0;
  gsize         i = 0;

  g_return_val_if_fail (ACT_IS_EVENT_VIEW (self), 0);

  if (self->list == NULL)
    return 0;

  for (i = 0; i < row_ids->len; i++)
    g_hash_table_add (leaving, &g_array_index (row_ids, gint64, i));

  if (self->selected_id != 0 && !is_among (leaving, self->selected_id))
    return self->selected_id;

  ids = act_event_list_get_row_ids (self->list, &n_ids);
  while (start < n_ids &&
         (self->selected_id != 0 ? ids[start] != self->selected_id : !is_among (leaving, ids[start])))
    start++;

  for (i = start; i < n_ids; i++)
    {
      if (!is_among (leaving, ids[i]))
        return ids[i];
    }

  for (i = MIN (start, n_ids); i > 0; i--)
    {
      if (!is_among (leaving, ids[i - 1]))
        return ids[i - 1];
    }

  return 0;
}
