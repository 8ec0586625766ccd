/* The colour of a connection, beside its name
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-settings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_COLOUR_DOT (act_colour_dot_get_type ())

/**
 * ActColourDot:
 *
 * A filled circle that says nothing to assistive technology: the name beside it does.
 */
G_DECLARE_FINAL_TYPE (ActColourDot, act_colour_dot, ACT, COLOUR_DOT, GtkWidget)

GtkWidget *act_colour_dot_new        (void);
void       act_colour_dot_set_colour (ActColourDot        *self,
                                      ActConnectionColour  colour);

G_END_DECLS
