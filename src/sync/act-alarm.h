/* A moment to come, by a clock that a test can move
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-clock.h"

G_BEGIN_DECLS

#define ACT_TYPE_ALARM (act_alarm_get_type ())

/**
 * ActAlarm:
 *
 * Rings once for each time that it is set. Whoever owns it need not be kept alive by it. Main thread
 * only. The signal `rang` says that the time is over.
 */
G_DECLARE_FINAL_TYPE (ActAlarm, act_alarm, ACT, ALARM, GObject)

ActAlarm *act_alarm_new     (ActClock  *clock);
void      act_alarm_set     (ActAlarm  *self,
                             gint64     milliseconds);
void      act_alarm_clear   (ActAlarm  *self);
gboolean  act_alarm_is_set  (ActAlarm  *self);

G_END_DECLS
