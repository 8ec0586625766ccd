/* The keyboard and the menu of the list of events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-view-private.h"

#include "act-list-inside.h"

#include <glib/gi18n.h>

static gboolean
toggle_focused (ActEventView *self,
                gboolean      extend)
{
  gboolean is_row = FALSE;
  gint64   row_id = act_event_view_get_focused_id (self, &is_row);
  gboolean ticked = FALSE;

  /* Inside a row, Space belongs to the button that has the focus. */
  if (!is_row || row_id == 0)
    return FALSE;

  ticked = act_ticks_contains (self->ticks, row_id);
  act_event_view_tick (self, row_id, extend || !ticked, extend);
  return TRUE;
}

static gboolean
space_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  return toggle_focused (user_data, FALSE);
}

static gboolean
shift_space_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  return toggle_focused (user_data, TRUE);
}

static void
add_shortcut (GtkShortcutController *controller,
              const char            *trigger,
              GtkShortcutAction     *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action));
}

static void
show_menu (ActEventView       *self,
           const GdkRectangle *where)
{
  g_autoptr (GMenu) menu = NULL;

  if (self->selected_id == 0)
    return;

  menu = g_menu_new ();
  g_signal_emit_by_name (self, "fill-menu", menu);
  gtk_popover_menu_set_menu_model (self->menu_popover, G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu_popover), where);
  gtk_popover_popup (GTK_POPOVER (self->menu_popover));
}

static void
menu_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ActEventView *self = ACT_EVENT_VIEW (widget);
  GtkRoot      *root = gtk_widget_get_root (widget);
  GtkWidget    *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkRectangle  where = { 0, 0, 1, 1 };
  double        x = 0;
  double        y = 0;

  if (focus == NULL || act_event_view_get_focused_id (self, NULL) == 0)
    return;

  if (gtk_widget_translate_coordinates (focus, widget, gtk_widget_get_width (focus) / 2.0,
                                        gtk_widget_get_height (focus), &x, &y))
    {
      where.x = (int) x;
      where.y = (int) y;
    }

  act_event_view_select (self, act_event_view_get_focused_id (self, NULL), FALSE);
  show_menu (self, &where);
}

static gint64
find_row_at (ActEventView *self,
             double        x,
             double        y,
             GtkWidget   **picked)
{
  *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return act_list_inside_find_row_id (self->column_view, *picked, NULL);
}

static gboolean
is_in_button (ActEventView *self,
              GtkWidget    *widget)
{
  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
        return TRUE;
    }

  return FALSE;
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             ActEventView    *self)
{
  GtkWidget *picked = NULL;
  gint64     row_id = find_row_at (self, x, y, &picked);

  if (row_id == 0 || n_press != 1 || is_in_button (self, picked))
    return;

  act_event_view_select (self, row_id, FALSE);
  g_signal_emit_by_name (self, "row-clicked");
}

static void
secondary_pressed_cb (GtkGestureClick *gesture,
                      int              n_press,
                      double           x,
                      double           y,
                      ActEventView    *self)
{
  GdkRectangle where = { (int) x, (int) y, 1, 1 };
  GtkWidget   *picked = NULL;
  gint64       row_id = find_row_at (self, x, y, &picked);

  if (row_id == 0)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  act_event_view_select (self, row_id, TRUE);
  show_menu (self, &where);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 ActEventView        *self)
{
  GdkRectangle where = { (int) x, (int) y, 1, 1 };
  GtkWidget   *picked = NULL;
  gint64       row_id = find_row_at (self, x, y, &picked);

  if (row_id == 0)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  act_event_view_select (self, row_id, FALSE);
  show_menu (self, &where);
}

static void
row_activated_cb (GtkColumnView *view,
                  guint          position,
                  ActEventView  *self)
{
  gsize         n_ids = 0;
  const gint64 *ids = act_event_list_get_row_ids (self->list, &n_ids);

  if (position < n_ids)
    gtk_widget_activate_action (GTK_WIDGET (self), "events.follow-up", "x", ids[position]);
}

static void
menu_closed_cb (GtkPopover   *popover,
                ActEventView *self)
{
  /* The toolkit gives the focus back to the first thing that takes it, and not to the row. */
  if (self->selected_id != 0)
    act_event_view_focus_row (self, self->selected_id);
}

/* The keys of a list act only while it has the focus, never in a text field: hence class bindings
 * and no accelerators of the application. */
void
act_event_view_bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "event-view.menu", NULL, menu_action_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, 0, "events.mark", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_slash, 0, "events.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Divide, 0, "events.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "events.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK,
                                       "events.show-details", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "event-view.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "event-view.menu", NULL);

  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
}

/* The toolkit's list uses Space and Ctrl+A for its own selection, and would see them first. */
void
act_event_view_init_keys (ActEventView *self)
{
  GtkEventController    *keys = gtk_shortcut_controller_new ();
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (keys);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_shortcut (controller, "space", gtk_callback_action_new (space_cb, self, NULL));
  add_shortcut (controller, "<Shift>space", gtk_callback_action_new (shift_space_cb, self, NULL));
  add_shortcut (controller, "<Control>a", gtk_named_action_new ("events.tick-all"));
  add_shortcut (controller, "<Control><Shift>a", gtk_named_action_new ("events.clear-ticks"));
  gtk_widget_add_controller (GTK_WIDGET (self->column_view), keys);
}

/* Gives the id of the row that has the focus, or that the focused widget is in. */
gint64
act_event_view_get_focused_id (ActEventView *self,
                               gboolean     *is_row)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return act_list_inside_find_row_id (self->column_view, focus, is_row);
}

/* Gives the focus to the check box of all rows, to the button for new rows, or to the list: number
 * @stop of these, or the next one that takes it. */
static gboolean
focus_stop (ActEventView *self,
            int           stop,
            int           step)
{
  for (; stop >= 0 && stop <= 2; stop += step)
    {
      if (stop == 0 && gtk_widget_grab_focus (GTK_WIDGET (self->check_all)))
        return TRUE;

      if (stop == 1 && gtk_revealer_get_reveal_child (self->new_revealer) &&
          gtk_widget_grab_focus (GTK_WIDGET (self->new_button)))
        return TRUE;

      if (stop == 2 && gtk_widget_grab_focus (GTK_WIDGET (self)))
        return TRUE;
    }

  return FALSE;
}

/* The toolkit's list lets Tab go through all that is in all of its rows. Here it goes through the
 * focused row and leaves; the arrow keys go from row to row. */
gboolean
act_event_view_move_focus (GtkWidget       *widget,
                           GtkDirectionType direction)
{
  ActEventView *self = ACT_EVENT_VIEW (widget);
  GtkRoot      *root = gtk_widget_get_root (widget);
  GtkWidget    *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget    *row = act_list_inside_find_row (self->column_view, focus);
  int           step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;

  /* The menu is no part of the list, though it hangs on it. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->menu_popover)))
    return gtk_widget_child_focus (GTK_WIDGET (self->menu_popover), direction);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (self->overlay, direction);

  if (row != NULL && step > 0)
    return gtk_widget_child_focus (row, direction);

  if (row != NULL)
    return focus != row ? gtk_widget_grab_focus (row) : focus_stop (self, 1, step);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->new_revealer)))
    return focus_stop (self, 1 + step, step);

  if (focus == GTK_WIDGET (self->check_all))
    return focus_stop (self, step, step);

  return focus_stop (self, step > 0 ? 0 : 2, step);
}
