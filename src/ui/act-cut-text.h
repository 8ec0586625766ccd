/* Shows the whole text of an inscription that is cut, as a tooltip
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void act_cut_text_add_tooltip (GtkInscription *inscription);

G_END_DECLS
