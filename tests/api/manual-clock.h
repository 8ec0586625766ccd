/* A clock that a test moves
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-clock.h"

G_BEGIN_DECLS

#define MANUAL_TYPE_CLOCK (manual_clock_get_type ())

G_DECLARE_FINAL_TYPE (ManualClock, manual_clock, MANUAL, CLOCK, GObject)

ManualClock *manual_clock_new           (void);
void         manual_clock_advance       (ManualClock *self,
                                         gint64       milliseconds);
void         manual_clock_sleep         (ManualClock *self,
                                         gint64       milliseconds);
gboolean     manual_clock_skip          (ManualClock *self);
guint        manual_clock_count_waits   (ManualClock *self);
guint        manual_clock_count_pending (ManualClock *self);
gint64       manual_clock_get_wait      (ManualClock *self,
                                         guint        index);

G_END_DECLS
