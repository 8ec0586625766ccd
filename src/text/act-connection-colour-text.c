/* What the colours of connections are called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-connection-colour-text.h"

#include <glib/gi18n.h>

static const char *const names[] = {
  [ACT_CONNECTION_COLOUR_BLUE] = N_ ("Blue"),
  [ACT_CONNECTION_COLOUR_GREEN] = N_ ("Green"),
  [ACT_CONNECTION_COLOUR_YELLOW] = N_ ("Yellow"),
  [ACT_CONNECTION_COLOUR_ORANGE] = N_ ("Orange"),
  [ACT_CONNECTION_COLOUR_RED] = N_ ("Red"),
  [ACT_CONNECTION_COLOUR_PURPLE] = N_ ("Purple"),
  [ACT_CONNECTION_COLOUR_BROWN] = N_ ("Brown"),
  [ACT_CONNECTION_COLOUR_GREY] = N_ ("Grey"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == ACT_N_CONNECTION_COLOURS);

/**
 * act_connection_colour_text:
 * @colour: a colour
 *
 * Returns: what it is called
 */
const char *
act_connection_colour_text (ActConnectionColour colour)
{
  g_return_val_if_fail ((guint) colour < G_N_ELEMENTS (names), NULL);

  return _ (names[colour]);
}
