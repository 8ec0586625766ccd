/* The window with the keyboard shortcuts
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void act_shortcuts_show (GtkWindow *parent);

G_END_DECLS
