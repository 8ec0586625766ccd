/* How far a session's synchronisation is, and what holds it back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-progress.h"

#include "act-session-private.h"

/* What is read ahead is not of the engine, and the other phases come before it. */
static void
add_reading_ahead (ActSession      *self,
                   ActSyncProgress *progress)
{
  guint ready = 0;
  guint total = 0;

  if (progress->phase != ACT_SYNC_IDLE || progress->hold != ACT_SYNC_HOLD_NONE ||
      self->prefetch == NULL || !act_prefetch_is_running (self->prefetch))
    return;

  act_prefetch_get_progress (self->prefetch, &ready, &total);
  progress->phase = ACT_SYNC_AHEAD;
  progress->events = ready;
  progress->left = total - MIN (ready, total);
}

/**
 * act_session_get_progress:
 * @self: a session
 * @progress: (out caller-allocates): return location for how far it is
 *
 * Tells what is under way, how far that is, and what holds it back.
 */
void
act_session_get_progress (ActSession      *self,
                          ActSyncProgress *progress)
{
  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (progress != NULL);

  progress->hold = act_engine_get_hold (self->engine);
  act_meter_get (act_engine_get_meter (self->engine), progress);
  if (progress->phase == ACT_SYNC_SENDING)
    progress->left = self->counts->waiting - MIN (self->counts->held, self->counts->waiting);

  add_reading_ahead (self, progress);
}

/**
 * act_session_get_stale:
 * @self: a session
 *
 * Returns: whether the computer slept since the open events were last read, so that they may be old
 *   although nothing has failed
 */
gboolean
act_session_get_stale (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), FALSE);

  return act_engine_get_stale (self->engine);
}

/**
 * act_session_get_history_read:
 * @self: a session
 *
 * Returns: whether the server's events were once read to the oldest
 */
gboolean
act_session_get_history_read (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), FALSE);

  return act_engine_get_history_read (self->engine);
}

/**
 * act_session_set_paused:
 * @self: a session
 * @paused: whether nothing is read but what is asked for
 *
 * Stops reading, or goes on where it was. A refresh that is asked for reads the open events all the
 * same, and changes are sent. Forgotten when the session ends.
 */
void
act_session_set_paused (ActSession *self,
                        gboolean    paused)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_engine_set_paused (self->engine, paused);
}

/**
 * act_session_get_paused:
 * @self: a session
 *
 * Returns: whether it is paused
 */
gboolean
act_session_get_paused (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), FALSE);

  return act_engine_get_paused (self->engine);
}

/**
 * act_session_set_conditions:
 * @self: a session
 * @conditions: what the machine says of its network and its power
 *
 * Lets the session follow the machine: it refreshes when a network comes back, and reads no more than
 * the open events where more costs money or power.
 */
void
act_session_set_conditions (ActSession          *self,
                            const ActConditions *conditions)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_engine_set_conditions (self->engine, conditions);
}

/**
 * act_session_download_anyway:
 * @self: a session
 *
 * Reads everything although the network is metered or power is being saved, until neither is so.
 */
void
act_session_download_anyway (ActSession *self)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_engine_download_anyway (self->engine);
}

/**
 * act_session_set_refresh_minutes:
 * @self: a session
 * @minutes: the time between two refreshes, or 0 for none but those that are asked for
 *
 * Says how often an automatic session refreshes.
 */
void
act_session_set_refresh_minutes (ActSession *self,
                                 guint       minutes)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_engine_set_interval (self->engine, MIN (minutes, G_MAXUINT / 60) * 60);
}
