/* Marks in a row, with a line from one to the next
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-run-mark.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RUN_TRACK (act_run_track_get_type ())

/**
 * ActRunTrack:
 *
 * One stop for Tab, at the current mark; the arrow keys go from mark to mark.
 */
G_DECLARE_FINAL_TYPE (ActRunTrack, act_run_track, ACT, RUN_TRACK, GtkBox)

GtkWidget  *act_run_track_new         (void);
void        act_run_track_clear       (ActRunTrack *self);
ActRunMark *act_run_track_get_current (ActRunTrack *self);

G_END_DECLS
