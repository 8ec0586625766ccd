/* Time as the client needs it, so that tests need not wait
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_CLOCK (act_clock_get_type ())

/**
 * ActClock:
 *
 * Tells the time since some start, with and without the sleep of the computer, and waits. Main
 * thread only.
 */
G_DECLARE_INTERFACE (ActClock, act_clock, ACT, CLOCK, GObject)

struct _ActClockInterface
{
  GTypeInterface parent_interface;

  gint64   (*now)         (ActClock            *self);
  gint64   (*awake)       (ActClock            *self);
  void     (*wait_async)  (ActClock            *self,
                           gint64               milliseconds,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
  gboolean (*wait_finish) (ActClock            *self,
                           GAsyncResult        *result,
                           GError             **error);
};

gint64   act_clock_now         (ActClock             *self);
gint64   act_clock_awake       (ActClock             *self);
void     act_clock_wait_async  (ActClock             *self,
                                gint64                milliseconds,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gboolean act_clock_wait_finish (ActClock             *self,
                                GAsyncResult         *result,
                                GError              **error);

G_END_DECLS
