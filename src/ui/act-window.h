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
 * What the reviews of the connections are shown in, one at a time.
 */
G_DECLARE_FINAL_TYPE (ActWindow, act_window, ACT, WINDOW, AdwApplicationWindow)

GtkWidget *act_window_new        (GtkApplication *application,
                                  GSettings      *settings);
ActReview *act_window_get_review (ActWindow      *self);

G_END_DECLS
