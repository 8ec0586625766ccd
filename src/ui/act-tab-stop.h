/* A list that Tab enters and leaves in one step
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_TAB_STOP (act_tab_stop_get_type ())

/**
 * ActTabStop:
 *
 * The toolkit's list views let Tab go through all of their rows, which may be thousands. What is in
 * this is one stop instead; the arrow keys go from row to row. Property: `child` (GtkWidget; a
 * template sets it).
 */
G_DECLARE_FINAL_TYPE (ActTabStop, act_tab_stop, ACT, TAB_STOP, GtkWidget)

G_END_DECLS
