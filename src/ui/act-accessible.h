/* Names that the toolkit's list does not let one give
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void act_accessible_name_row    (GtkWidget  *cell,
                                 const char *name);
void act_accessible_name_widget (GtkWidget  *widget,
                                 const char *name);

G_END_DECLS
