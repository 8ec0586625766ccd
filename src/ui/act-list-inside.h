/* Reaches what is inside a column view: its list and its rows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean   act_list_inside_scroll_to   (GtkColumnView *view,
                                        guint          position);
gboolean   act_list_inside_focus       (GtkColumnView *view,
                                        gint64         row_id);
gboolean   act_list_inside_focus_seen  (GtkColumnView *view,
                                        gint64         row_id);
GtkWidget *act_list_inside_find_row    (GtkColumnView *view,
                                        GtkWidget     *widget);
gint64     act_list_inside_find_row_id (GtkColumnView *view,
                                        GtkWidget     *widget,
                                        gboolean      *is_row);

G_END_DECLS
