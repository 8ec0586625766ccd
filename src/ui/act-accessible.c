/* Names that the toolkit's list does not let one give
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-accessible.h"

/**
 * act_accessible_name_row:
 * @cell: the child of a column's list item
 * @name: what the row is called
 *
 * GTK makes a row's widget itself and offers no way to name it before 4.12; without a name, every
 * row is announced as the name of its type. The cell's parent is the column's part of the row, and
 * the parent of that is the row.
 */
void
act_accessible_name_row (GtkWidget  *cell,
                         const char *name)
{
  GtkWidget *part = gtk_widget_get_parent (cell);
  GtkWidget *row = part != NULL ? gtk_widget_get_parent (part) : NULL;

  if (row != NULL)
    act_accessible_name_widget (row, name);
}

/**
 * act_accessible_name_widget:
 * @widget: a widget without visible text
 * @name: what it is called
 *
 * Names a widget for assistive technology.
 */
void
act_accessible_name_widget (GtkWidget  *widget,
                            const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
