/* How far a synchronisation is and how fast it goes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-clock.h"
#include "act-sync-progress.h"

G_BEGIN_DECLS

#define ACT_TYPE_METER (act_meter_get_type ())

/**
 * ActMeter:
 *
 * Counts what is read, for people to look at. Phases may overlap; the one that comes first in
 * #ActSyncPhase is shown. Main thread only. The signal `changed` comes at most four times a second.
 */
G_DECLARE_FINAL_TYPE (ActMeter, act_meter, ACT, METER, GObject)

ActMeter *act_meter_new       (ActClock         *clock);
void      act_meter_begin     (ActMeter         *self,
                               ActSyncPhase      phase,
                               gint64            expected);
void      act_meter_count     (ActMeter         *self,
                               ActSyncPhase      phase,
                               guint             n_events,
                               gint64            reached);
void      act_meter_end       (ActMeter         *self,
                               ActSyncPhase      phase);
void      act_meter_get       (ActMeter         *self,
                               ActSyncProgress  *progress);

G_END_DECLS
