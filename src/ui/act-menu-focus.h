/* Gives the keyboard back when a menu closes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void act_menu_focus_watch (GtkMenuButton *button, GtkWidget *fallback);

G_END_DECLS
