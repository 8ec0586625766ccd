/* How far a synchronisation is, and what holds it back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActSyncPhase:
 * @ACT_SYNC_IDLE: nothing is under way
 * @ACT_SYNC_OPEN: the open events are read
 * @ACT_SYNC_SENDING: changes are sent
 * @ACT_SYNC_NAMES: names are read
 * @ACT_SYNC_HISTORY: actioned events are read, back to the oldest
 * @ACT_SYNC_AHEAD: what follow-ups show is read ahead
 */
typedef enum
{
  ACT_SYNC_IDLE,
  ACT_SYNC_OPEN,
  ACT_SYNC_SENDING,
  ACT_SYNC_NAMES,
  ACT_SYNC_HISTORY,
  ACT_SYNC_AHEAD,
} ActSyncPhase;

/**
 * ActSyncHold:
 * @ACT_SYNC_HOLD_NONE: nothing holds it back
 * @ACT_SYNC_HOLD_PAUSED: the user paused it
 * @ACT_SYNC_HOLD_METERED: the network is metered; only the open events are read, and changes sent
 * @ACT_SYNC_HOLD_POWER_SAVER: power is being saved; likewise
 * @ACT_SYNC_HOLD_PORTAL: the network asks to sign in first
 */
typedef enum
{
  ACT_SYNC_HOLD_NONE,
  ACT_SYNC_HOLD_PAUSED,
  ACT_SYNC_HOLD_METERED,
  ACT_SYNC_HOLD_POWER_SAVER,
  ACT_SYNC_HOLD_PORTAL,
} ActSyncHold;

/**
 * ActSyncProgress:
 * @phase: what is under way
 * @hold: what holds it back
 * @pages: pages that this phase has read
 * @events: events in them
 * @events_per_second: how fast that goes at the moment, or 0 if it cannot be told yet
 * @left: how many events there are still to read, or -1 if that cannot be known
 * @reached: how far back it has read without a gap, milliseconds since 1970 UTC, or
 *   %ACT_TIME_UNKNOWN
 *
 * Plain data.
 */
typedef struct
{
  ActSyncPhase phase;
  ActSyncHold  hold;
  guint        pages;
  guint64      events;
  guint        events_per_second;
  gint64       left;
  gint64       reached;
} ActSyncProgress;

G_END_DECLS
