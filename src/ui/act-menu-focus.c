/* Gives the keyboard back when a menu closes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-menu-focus.h"

/* When a menu closes in one of its submenus, GTK 4.8 leaves the focus on an item that is not on the
 * screen any more, and the window then takes no key at all, not even a shortcut. */

static gboolean
is_lost (GtkMenuButton *button,
         GtkWidget     *focus)
{
  return focus == NULL || !gtk_widget_get_mapped (focus) ||
         gtk_widget_is_ancestor (focus, GTK_WIDGET (gtk_menu_button_get_popover (button)));
}

static gboolean
give_back_cb (gpointer user_data)
{
  GtkMenuButton *button = user_data;
  GtkWidget     *fallback = g_object_get_data (G_OBJECT (button), "act-menu-fallback");
  GtkRoot       *root = gtk_widget_get_root (GTK_WIDGET (button));

  if (root != NULL && !gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))) &&
      is_lost (button, gtk_root_get_focus (root)) && !gtk_widget_grab_focus (fallback))
    gtk_widget_grab_focus (GTK_WIDGET (button));

  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover    *popover,
           GtkMenuButton *button)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, give_back_cb, g_object_ref (button), g_object_unref);
}

/**
 * act_menu_focus_watch:
 * @button: a button that has its menu already
 * @fallback: what gets the focus when the menu leaves it nowhere; it must live as long as @button
 *
 * Sees to it that a key that is pressed after the menu closed goes somewhere.
 */
void
act_menu_focus_watch (GtkMenuButton *button,
                      GtkWidget     *fallback)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (GTK_IS_WIDGET (fallback));

  g_object_set_data (G_OBJECT (button), "act-menu-fallback", fallback);
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (closed_cb),
                           button, 0);
}
