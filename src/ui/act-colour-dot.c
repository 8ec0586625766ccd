/* The colour of a connection, beside its name
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-colour-dot.h"

struct _ActColourDot
{
  GtkWidget parent_instance;

  ActConnectionColour colour;
};

G_DEFINE_FINAL_TYPE (ActColourDot, act_colour_dot, GTK_TYPE_WIDGET)

static void
act_colour_dot_class_init (ActColourDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "colourdot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

/* The size and the colours are in the style sheet. */
static void
act_colour_dot_init (ActColourDot *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), act_connection_colour_get_nick (self->colour));
}

/**
 * act_colour_dot_new:
 *
 * Returns: (transfer floating): a dot in the first colour
 */
GtkWidget *
act_colour_dot_new (void)
{
  return g_object_new (ACT_TYPE_COLOUR_DOT, NULL);
}

/**
 * act_colour_dot_set_colour:
 * @self: a dot
 * @colour: the colour
 *
 * Shows another colour.
 */
void
act_colour_dot_set_colour (ActColourDot       *self,
                           ActConnectionColour colour)
{
  g_return_if_fail (ACT_IS_COLOUR_DOT (self));

  if (colour == self->colour)
    return;

  gtk_widget_remove_css_class (GTK_WIDGET (self), act_connection_colour_get_nick (self->colour));
  gtk_widget_add_css_class (GTK_WIDGET (self), act_connection_colour_get_nick (colour));
  self->colour = colour;
}
