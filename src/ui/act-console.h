/* Opens the Console of a connection in the browser
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void act_console_open (GtkWidget  *widget,
                       ActSession *session);

G_END_DECLS
