/* Tooltips that change
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-tooltip.h"

/**
 * act_tooltip_set:
 * @widget: a widget
 * @text: (nullable): what its tooltip says, %NULL for none
 *
 * Sets a tooltip that may be what it was. GTK asks the display where the pointer is each time that one is
 * set, which takes longer than all else that shows a count.
 */
void
act_tooltip_set (GtkWidget  *widget,
                 const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}
