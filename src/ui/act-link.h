/* Opens a web page in the browser
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void act_link_open (GtkWidget  *widget,
                    const char *address);

G_END_DECLS
