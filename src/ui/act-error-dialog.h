/* Says what went wrong, and lets it be copied
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void act_error_dialog_show (GtkWindow    *parent,
                            const GError *error);

G_END_DECLS
