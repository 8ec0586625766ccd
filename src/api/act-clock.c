/* Time as the client needs it, so that tests need not wait
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-clock.h"

G_DEFINE_INTERFACE (ActClock, act_clock, G_TYPE_OBJECT)

static void
act_clock_default_init (ActClockInterface *iface)
{
}

/**
 * act_clock_now:
 * @self: a clock
 *
 * Returns: milliseconds since some start; never goes back, and goes on while the computer sleeps
 */
gint64
act_clock_now (ActClock *self)
{
  g_return_val_if_fail (ACT_IS_CLOCK (self), 0);

  return ACT_CLOCK_GET_IFACE (self)->now (self);
}

/**
 * act_clock_awake:
 * @self: a clock
 *
 * Returns: milliseconds since some start; never goes back, and stands still while the computer sleeps
 */
gint64
act_clock_awake (ActClock *self)
{
  g_return_val_if_fail (ACT_IS_CLOCK (self), 0);

  return ACT_CLOCK_GET_IFACE (self)->awake (self);
}

/**
 * act_clock_wait_async:
 * @self: a clock
 * @milliseconds: how long
 * @cancellable: (nullable): ends the wait early, with an error
 * @callback: called when the time is over
 * @user_data: for @callback
 *
 * Waits; the sleep of the computer does not count. Main thread only.
 */
void
act_clock_wait_async (ActClock           *self,
                      gint64              milliseconds,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_return_if_fail (ACT_IS_CLOCK (self));
  g_return_if_fail (milliseconds >= 0);

  ACT_CLOCK_GET_IFACE (self)->wait_async (self, milliseconds, cancellable, callback, user_data);
}

/**
 * act_clock_wait_finish:
 * @self: a clock
 * @result: what the callback got
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the time is over
 */
gboolean
act_clock_wait_finish (ActClock     *self,
                       GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (ACT_IS_CLOCK (self), FALSE);

  return ACT_CLOCK_GET_IFACE (self)->wait_finish (self, result, error);
}
