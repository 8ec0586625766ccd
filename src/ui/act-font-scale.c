/* How much wider the user's font is than the usual one
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-font-scale.h"

/* Words of the list, and how wide they are in the font that widths in pixels are meant for,
 * Cantarell at 11 points. Fonts of one size differ by a tenth in width. */
#define SAMPLE          "integration.perform.errorConfigure Authorization"
#define WIDTH_OF_SAMPLE 323.0

/**
 * act_font_scale_get:
 * @widget: a widget
 *
 * Gets by how much widths that were chosen for the usual font are to be multiplied, so that the same
 * words fit in. Another font and large text change it.
 *
 * Returns: the factor, 1 for the usual font
 */
double
act_font_scale_get (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, SAMPLE);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return MAX (width, 1) / WIDTH_OF_SAMPLE;
}
