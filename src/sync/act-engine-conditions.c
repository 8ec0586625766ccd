/* What holds the engine back: the user, the network, the battery, and sleep
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-engine-private.h"

/* How soon it is noticed that the computer slept. */
#define SLEEP_CHECK_MS 10000

/* The two clocks are not read at the same moment. */
#define SHORTEST_SLEEP_MS 5000

/**
 * act_engine_get_hold:
 * @self: an engine
 *
 * Returns: what holds it back
 */
ActSyncHold
act_engine_get_hold (ActEngine *self)
{
  g_return_val_if_fail (ACT_IS_ENGINE (self), ACT_SYNC_HOLD_NONE);

  if (self->portal)
    return ACT_SYNC_HOLD_PORTAL;
  if (self->paused)
    return ACT_SYNC_HOLD_PAUSED;
  if (self->conditions.metered && !self->anyway)
    return ACT_SYNC_HOLD_METERED;
  if (self->conditions.power_saver && !self->anyway)
    return ACT_SYNC_HOLD_POWER_SAVER;

  return ACT_SYNC_HOLD_NONE;
}

/**
 * act_engine_may_read_ahead:
 * @self: an engine
 *
 * Returns: whether more may be read than the open events
 */
gboolean
act_engine_may_read_ahead (ActEngine *self)
{
  return act_engine_get_hold (self) == ACT_SYNC_HOLD_NONE;
}

/* What was held back goes on, or what goes on is held back. */
static void
follow_hold (ActEngine *self,
             gboolean   could_read_ahead)
{
  gboolean can_read_ahead = act_engine_may_read_ahead (self);

  if (could_read_ahead && !can_read_ahead)
    act_engine_stop_digging (self);
  else if (!could_read_ahead && can_read_ahead && self->automatic && !self->passing &&
           self->state == ACT_SESSION_IDLE && !act_engine_is_ended (self))
    act_engine_start_digging (self);

  act_engine_emit_changed (self);
}

/**
 * act_engine_set_paused:
 * @self: an engine
 * @paused: whether nothing is read but what is asked for
 *
 * Stops reading, or goes on where it was. Changes are sent in any case.
 */
void
act_engine_set_paused (ActEngine *self,
                       gboolean   paused)
{
  g_return_if_fail (ACT_IS_ENGINE (self));

  if (self->paused == paused || act_engine_is_ended (self))
    return;

  self->paused = paused;
  if (paused)
    {
      act_engine_stop_pass (self, FALSE);
      act_engine_stop_digging (self);
    }
  else if (self->automatic)
    {
      act_engine_try_pass (self);
    }
  act_engine_emit_changed (self);
}

/**
 * act_engine_get_paused:
 * @self: an engine
 *
 * Returns: whether it is paused
 */
gboolean
act_engine_get_paused (ActEngine *self)
{
  g_return_val_if_fail (ACT_IS_ENGINE (self), FALSE);

  return self->paused;
}

/* There is a network, or it asks for nothing any more. */
static gboolean
is_back (const ActConditions *before,
         const ActConditions *now)
{
  return (now->network_available && !before->network_available) || (before->portal && !now->portal);
}

/**
 * act_engine_set_conditions:
 * @self: an engine
 * @conditions: what the machine says of its network and its power
 *
 * Follows the machine. A network that it does not know of may be there all the same, so that nothing
 * is refused for want of one; but when one comes, an automatic engine refreshes at once.
 */
void
act_engine_set_conditions (ActEngine           *self,
                           const ActConditions *conditions)
{
  ActConditions before;
  gboolean      could_read_ahead = FALSE;

  g_return_if_fail (ACT_IS_ENGINE (self));
  g_return_if_fail (conditions != NULL);

  before = self->conditions;
  could_read_ahead = act_engine_may_read_ahead (self);
  self->conditions = *conditions;
  if (conditions->portal && !before.portal)
    self->portal = TRUE;
  else if (!conditions->portal && before.portal)
    self->portal = FALSE;
  if (!conditions->metered && !conditions->power_saver)
    self->anyway = FALSE;

  if (act_engine_is_ended (self))
    return;

  if (self->automatic)
    act_engine_check_sleep (self);
  if (self->automatic && is_back (&before, conditions))
    {
      self->failures = 0;
      act_engine_try_pass (self);
    }
  follow_hold (self, could_read_ahead);
}

/**
 * act_engine_download_anyway:
 * @self: an engine
 *
 * Reads everything although that costs money or power, until it does so no more.
 */
void
act_engine_download_anyway (ActEngine *self)
{
  gboolean could_read_ahead = FALSE;

  g_return_if_fail (ACT_IS_ENGINE (self));

  could_read_ahead = act_engine_may_read_ahead (self);
  self->anyway = TRUE;
  follow_hold (self, could_read_ahead);
}

/**
 * act_engine_get_stale:
 * @self: an engine
 *
 * Returns: whether the computer slept since the open events were last read
 */
gboolean
act_engine_get_stale (ActEngine *self)
{
  g_return_val_if_fail (ACT_IS_ENGINE (self), FALSE);

  return self->stale;
}

static gint64
get_slept (ActEngine *self)
{
  return act_clock_now (self->clock) - act_clock_awake (self->clock);
}

/* No answer comes any more on the connections that there were, and a pass that was half done tells of
 * another time. */
static void
wake_up (ActEngine *self)
{
  self->stale = TRUE;
  self->failures = 0;
  act_client_drop_calls (self->client);
  act_engine_stop_digging (self);
  act_engine_stop_pass (self, TRUE);
  act_engine_try_pass (self);
  act_engine_emit_changed (self);
}

void
act_engine_check_sleep (ActEngine *self)
{
  gint64 slept = get_slept (self) - self->slept;

  act_engine_watch_sleep (self);
  if (slept >= SHORTEST_SLEEP_MS)
    wake_up (self);
}

void
act_engine_watch_sleep (ActEngine *self)
{
  self->slept = get_slept (self);
  act_alarm_set (self->sleep_check, SLEEP_CHECK_MS);
}
