/* Windows on a display, their frames, and a bare list to compare with
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*PerfCondition) (gpointer data);

GtkWidget   *perf_view_new_bare       (guint           n_rows);
GtkWidget   *perf_view_find           (GtkWidget      *widget,
                                       GType           type);
gboolean     perf_view_is_filled      (GtkWidget      *view,
                                       ActEventList   *list);
void         perf_wait_for_frame      (GtkWidget      *widget,
                                       PerfCondition   condition,
                                       gpointer        data);
void         perf_run_for             (guint           milliseconds);

G_END_DECLS
