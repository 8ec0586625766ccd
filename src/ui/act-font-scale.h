/* How much wider the user's font is than the usual one
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double act_font_scale_get (GtkWidget *widget);

G_END_DECLS
