/* The main window
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-review.h"

G_BEGIN_DECLS

#define ACT_TYPE_WINDOW (act_window_get_type ())

/**
 * ActWindow:
 *
 * Shows one of the connections. Each that was looked at has a review, which stays as it was left while
 * another one is on the screen. Without any connection it shows how to get one.
 *
 * The property `entry` (#ActConnectionEntry, nullable, read-only, notified) is the connection that is
 * shown. The signal `review-added` (#ActReview) tells of one that was looked at for the first time.
 */
G_DECLARE_FINAL_TYPE (ActWindow, act_window, ACT, WINDOW, AdwApplicationWindow)

GtkWidget          *act_window_new             (GtkApplication     *application,
                                                GSettings          *settings);
void                act_window_set_connections (ActWindow          *self,
                                                ActConnections     *connections,
                                                gboolean            is_demo);
void                act_window_set_welcome     (ActWindow          *self,
                                                const char         *problem,
                                                gboolean            can_start_demo);
void                act_window_show_entry      (ActWindow          *self,
                                                ActConnectionEntry *entry);
ActConnectionEntry *act_window_get_entry       (ActWindow          *self);
ActReview          *act_window_find_review     (ActWindow          *self,
                                                ActConnectionEntry *entry);

G_END_DECLS
