/* How far something is, on the last line of a terminal
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-progress.h"

G_BEGIN_DECLS

/**
 * ActCommandProgress:
 * @begun: when it was first told how far it is, microseconds of the monotonic clock; 0 before
 * @shown: when a line was shown last, likewise; 0 while there is none
 *
 * Plain data, which begins with zeroes. What takes less than a second shows nothing, and neither does
 * what does not run at a terminal.
 */
typedef struct
{
  gint64 begun;
  gint64 shown;
} ActCommandProgress;

void act_command_progress_show_step   (ActStep             step,
                                       gint64              done,
                                       gint64              total,
                                       gpointer            user_data);
void act_command_progress_show_events (guint               n_done,
                                       guint               n_total,
                                       gpointer            user_data);
void act_command_progress_end         (ActCommandProgress *self);

G_END_DECLS
