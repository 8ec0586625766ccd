/* The window with the keyboard shortcuts
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-shortcuts.h"

/**
 * act_shortcuts_show:
 * @parent: (nullable): the window that it belongs to
 *
 * Shows the keyboard shortcuts. The window is made for each time: GTK would keep a hidden one as the
 * help overlay, and its accessibility code (seen with 4.8) ends the program when assistive technology
 * asks for a window that was just closed while a hidden one is the last of all.
 */
void
act_shortcuts_show (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window = NULL;

  builder = gtk_builder_new_from_resource ("/io/github/actioned/Actioned/ui/act-shortcuts-window.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts_window"));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
