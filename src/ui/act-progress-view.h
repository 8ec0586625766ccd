/* A bar and a line that say how far something is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-progress.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_PROGRESS_VIEW (act_progress_view_get_type ())

G_DECLARE_FINAL_TYPE (ActProgressView, act_progress_view, ACT, PROGRESS_VIEW, GtkWidget)

void act_progress_view_set   (ActProgressView  *self,
                              ActStep           step,
                              gint64            done,
                              gint64            total);
void act_progress_view_clear (ActProgressView  *self);

G_END_DECLS
