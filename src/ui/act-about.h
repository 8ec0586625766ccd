/* Who made this, its version and its licence
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *act_about_describe_versions (void);
void  act_about_show              (GtkWindow *parent);

G_END_DECLS
