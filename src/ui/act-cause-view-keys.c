/* The keyboard, the pointer and the menu of the list of causes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-view-private.h"

#include "act-safe-text.h"

#include <glib/gi18n.h>

static void
open_selected (ActCauseView *self)
{
  if (act_cause_view_get_item (self) != NULL)
    g_signal_emit_by_name (self, "opened");
}

static void
open_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  open_selected (ACT_CAUSE_VIEW (widget));
}

static void
toggle_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  act_cause_view_toggle (ACT_CAUSE_VIEW (widget));
}

static void
copy_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const ActCause  *cause = act_cause_view_get_selected (ACT_CAUSE_VIEW (widget));
  g_autofree char *message = NULL;

  if (cause == NULL || cause->message == NULL)
    return;

  message = act_safe_text_block (cause->message);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), message);
}

static void
show_menu (ActCauseView       *self,
           const GdkRectangle *where)
{
  ActCauseItem *item = act_cause_view_get_item (self);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) verbs = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  guint open = 0;

  if (item == NULL)
    return;

  open = act_cause_item_get_cause (item)->open;
  g_menu_append (verbs, _ ("Open"), "causes.open");
  if (open > 0)
    {
      gboolean all = act_cause_item_get_n_ticked (item) >= open;

      g_menu_append (verbs, all ? _ ("Clear Selection of These Events") : _ ("Select These Events"), "causes.toggle");
      g_menu_append (verbs, _ ("Mark as Actioned"), "events.mark");
    }
  g_menu_append (copies, _ ("Copy Message"), "causes.copy-message");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (verbs));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));

  gtk_popover_menu_set_menu_model (self->menu_popover, G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu_popover), where);
  gtk_popover_popup (GTK_POPOVER (self->menu_popover));
}

static ActCauseCell *
find_focused_cell (ActCauseView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? act_cause_view_find_cell (self, gtk_root_get_focus (root)) : NULL;
}

static void
menu_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ActCauseView *self = ACT_CAUSE_VIEW (widget);
  ActCauseCell *cell = find_focused_cell (self);
  GdkRectangle  where = { 0, 0, 1, 1 };
  double        x = 0;
  double        y = 0;

  if (cell == NULL)
    return;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (cell), widget, gtk_widget_get_width (GTK_WIDGET (cell)) / 2.0,
                                        gtk_widget_get_height (GTK_WIDGET (cell)), &x, &y))
    {
      where.x = (int) x;
      where.y = (int) y;
    }

  act_cause_view_select (self, act_cause_cell_get_item (cell));
  show_menu (self, &where);
}

/* A row that is only gone over with the arrow keys is selected by them. */
static gboolean
space_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  ActCauseView *self = user_data;
  ActCauseCell *cell = find_focused_cell (self);
  GtkRoot      *root = gtk_widget_get_root (widget);

  /* Inside a row, Space belongs to the check box. */
  if (cell == NULL || gtk_root_get_focus (root) != gtk_widget_get_parent (GTK_WIDGET (cell)))
    return FALSE;

  act_cause_view_select (self, act_cause_cell_get_item (cell));
  act_cause_view_toggle (self);

  return TRUE;
}

static gboolean
is_in_check_box (ActCauseView *self,
                 GtkWidget    *widget)
{
  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      if (GTK_IS_CHECK_BUTTON (widget) && gtk_widget_is_sensitive (widget))
        return TRUE;
    }

  return FALSE;
}

static ActCauseCell *
select_at (ActCauseView *self,
           double        x,
           double        y,
           GtkWidget   **picked)
{
  ActCauseCell *cell = NULL;

  *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  cell = act_cause_view_find_cell (self, *picked);
  if (cell != NULL)
    act_cause_view_select (self, act_cause_cell_get_item (cell));

  return cell;
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             ActCauseView    *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (n_press == 1 && !is_in_check_box (self, picked) && select_at (self, x, y, &picked) != NULL)
    open_selected (self);
}

static void
secondary_pressed_cb (GtkGestureClick *gesture,
                      int              n_press,
                      double           x,
                      double           y,
                      ActCauseView    *self)
{
  GdkRectangle where = { (int) x, (int) y, 1, 1 };
  GtkWidget   *picked = NULL;

  if (select_at (self, x, y, &picked) == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, &where);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 ActCauseView        *self)
{
  GdkRectangle where = { (int) x, (int) y, 1, 1 };
  GtkWidget   *picked = NULL;

  if (select_at (self, x, y, &picked) == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, &where);
}

static void
activated_cb (ActCauseView *self,
              guint         position)
{
  gtk_single_selection_set_selected (self->selection, position);
  open_selected (self);
}

static void
menu_closed_cb (ActCauseView *self)
{
  if (self->active)
    act_cause_view_focus (self);
}

void
act_cause_view_update_actions (ActCauseView *self)
{
  const ActCause *cause = act_cause_view_get_selected (self);
  GtkWidget      *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "causes.open", cause != NULL);
  gtk_widget_action_set_enabled (widget, "causes.copy-message", cause != NULL && cause->message != NULL);
  gtk_widget_action_set_enabled (widget, "causes.toggle", cause != NULL && cause->open > 0 && self->writable);
}

void
act_cause_view_bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "causes.open", NULL, open_action_cb);
  gtk_widget_class_install_action (widget_class, "causes.toggle", NULL, toggle_action_cb);
  gtk_widget_class_install_action (widget_class, "causes.copy-message", NULL, copy_action_cb);
  gtk_widget_class_install_action (widget_class, "causes.menu", NULL, menu_action_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, 0, "events.mark", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "causes.copy-message", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "causes.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "causes.menu", NULL);

  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
}

static void
add_shortcut (GtkShortcutController *controller,
              const char            *trigger,
              GtkShortcutAction     *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action));
}

/* The toolkit's list uses Space and Ctrl+A for its own selection, and would see them first. */
void
act_cause_view_init_keys (ActCauseView *self)
{
  GtkEventController    *keys = gtk_shortcut_controller_new ();
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (keys);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_shortcut (controller, "space", gtk_callback_action_new (space_cb, self, NULL));
  add_shortcut (controller, "<Control>a", gtk_named_action_new ("events.tick-all"));
  add_shortcut (controller, "<Control><Shift>a", gtk_named_action_new ("events.clear-ticks"));
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), keys);
}
