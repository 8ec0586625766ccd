/* A log to read, search, copy and save
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-log-lines.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_LOG_VIEW (act_log_view_get_type ())

/**
 * ActLogView:
 *
 * Shows a log of any size without holding up the window: what takes long is done in threads, and
 * only rows in sight exist as widgets. Lines go on in the next row where the view ends. What is no
 * text can be saved only.
 */
G_DECLARE_FINAL_TYPE (ActLogView, act_log_view, ACT, LOG_VIEW, GtkWidget)

GtkWidget   *act_log_view_new       (void);
void         act_log_view_set_log   (ActLogView *self,
                                     const char *run_id,
                                     GBytes     *log);
ActLogLines *act_log_view_get_lines (ActLogView *self);

G_END_DECLS
