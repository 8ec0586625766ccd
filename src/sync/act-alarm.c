/* A moment to come, by a clock that a test can move
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-alarm.h"

struct _ActAlarm
{
  GObject parent_instance;

  ActClock     *clock; /* (owned) */
  GCancellable *wait;  /* (owned) (nullable): while it is set */
};

G_DEFINE_FINAL_TYPE (ActAlarm, act_alarm, G_TYPE_OBJECT)

enum
{
  SIGNAL_RANG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ActAlarm) self = user_data;

  if (!act_clock_wait_finish (ACT_CLOCK (source), result, NULL) ||
      g_task_get_cancellable (G_TASK (result)) != self->wait)
    return;

  g_clear_object (&self->wait);
  g_signal_emit (self, signals[SIGNAL_RANG], 0);
}

static void
act_alarm_dispose (GObject *object)
{
  ActAlarm *self = ACT_ALARM (object);

  act_alarm_clear (self);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (act_alarm_parent_class)->dispose (object);
}

static void
act_alarm_class_init (ActAlarmClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = act_alarm_dispose;

  signals[SIGNAL_RANG] = g_signal_new ("rang", ACT_TYPE_ALARM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
}

static void
act_alarm_init (ActAlarm *self)
{
}

/**
 * act_alarm_new:
 * @clock: the time
 *
 * Returns: (transfer full): an alarm that is not set
 */
ActAlarm *
act_alarm_new (ActClock *clock)
{
  ActAlarm *self = NULL;

  g_return_val_if_fail (ACT_IS_CLOCK (clock), NULL);

  self = g_object_new (ACT_TYPE_ALARM, NULL);
  self->clock = g_object_ref (clock);

  return self;
}

/**
 * act_alarm_set:
 * @self: an alarm
 * @milliseconds: after how long it rings; the sleep of the computer does not count
 *
 * Sets it, or sets it anew.
 */
void
act_alarm_set (ActAlarm *self,
               gint64    milliseconds)
{
  g_return_if_fail (ACT_IS_ALARM (self));
  g_return_if_fail (milliseconds >= 0);

  act_alarm_clear (self);
  self->wait = g_cancellable_new ();
  act_clock_wait_async (self->clock, milliseconds, self->wait, waited_cb, g_object_ref (self));
}

/**
 * act_alarm_clear:
 * @self: an alarm
 *
 * Keeps it from ringing.
 */
void
act_alarm_clear (ActAlarm *self)
{
  g_return_if_fail (ACT_IS_ALARM (self));

  g_cancellable_cancel (self->wait);
  g_clear_object (&self->wait);
}

/**
 * act_alarm_is_set:
 * @self: an alarm
 *
 * Returns: whether it will ring
 */
gboolean
act_alarm_is_set (ActAlarm *self)
{
  g_return_val_if_fail (ACT_IS_ALARM (self), FALSE);

  return self->wait != NULL;
}
