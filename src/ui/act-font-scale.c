/* How much larger the user's font is than the usual one
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-font-scale.h"

/* The font that widths in pixels are meant for. */
#define POINTS_OF_FONT 11.0
#define DOTS_PER_INCH  96.0

/**
 * act_font_scale_get:
 * @widget: a widget
 *
 * Gets by how much widths that were chosen for the usual font are to be multiplied, so that the same
 * words fit in. Large text changes it.
 *
 * Returns: the factor, 1 for the usual font
 */
double
act_font_scale_get (GtkWidget *widget)
{
  GtkSettings          *settings = gtk_widget_get_settings (widget);
  g_autofree char      *font_name = NULL;
  PangoFontDescription *font = NULL;
  double                points = 0;
  int                   dpi = 0;

  g_object_get (settings, "gtk-font-name", &font_name, "gtk-xft-dpi", &dpi, NULL);
  font = pango_font_description_from_string (font_name);
  points = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  pango_font_description_free (font);

  if (points <= 0)
    points = POINTS_OF_FONT;

  if (dpi <= 0)
    dpi = (int) DOTS_PER_INCH * PANGO_SCALE;

  return points / POINTS_OF_FONT * dpi / PANGO_SCALE / DOTS_PER_INCH;
}
