/* The undo time: one clock for all marks that can still be undone
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-hold.h"

/* What is left after the pointer was on the toast, so that it does not vanish under the hand. */
#define LEAST_AFTER_PAUSE_MS 1000

struct _ActHold
{
  GObject parent_instance;

  GSource *timer;   /* (owned) (nullable): while it counts */
  gint64   ends_at; /* by the monotonic clock, microseconds */
  gint64   left_ms; /* while it is paused */
  gboolean running; /* also while it is paused */
  gboolean paused;
};

G_DEFINE_FINAL_TYPE (ActHold, act_hold, G_TYPE_OBJECT)

enum
{
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stop_timer (ActHold *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
ended_cb (gpointer user_data)
{
  ActHold *self = user_data;

  stop_timer (self);
  self->running = FALSE;
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);

  return G_SOURCE_REMOVE;
}

static void
start_timer (ActHold *self,
             gint64   milliseconds)
{
  stop_timer (self);
  self->ends_at = g_get_monotonic_time () + milliseconds * 1000;
  self->timer = g_timeout_source_new ((guint) milliseconds);
  g_source_set_static_name (self->timer, "[actioned] undo time");
  g_source_set_callback (self->timer, ended_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
act_hold_dispose (GObject *object)
{
  stop_timer (ACT_HOLD (object));

  G_OBJECT_CLASS (act_hold_parent_class)->dispose (object);
}

static void
act_hold_class_init (ActHoldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = act_hold_dispose;

  signals[SIGNAL_ENDED] = g_signal_new ("ended", ACT_TYPE_HOLD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
act_hold_init (ActHold *self)
{
}

/**
 * act_hold_new:
 *
 * Returns: (transfer full): a clock that stands still
 */
ActHold *
act_hold_new (void)
{
  return g_object_new (ACT_TYPE_HOLD, NULL);
}

/**
 * act_hold_start:
 * @self: a clock
 * @milliseconds: the undo time
 *
 * Starts it, or starts it afresh. While it is paused it begins to count when it goes on.
 */
void
act_hold_start (ActHold *self,
                guint    milliseconds)
{
  g_return_if_fail (ACT_IS_HOLD (self));

  self->running = TRUE;
  self->left_ms = milliseconds;
  if (!self->paused)
    start_timer (self, milliseconds);
}

/**
 * act_hold_set_paused:
 * @self: a clock
 * @paused: whether it stands still
 *
 * Holds it while the user looks at the toast.
 */
void
act_hold_set_paused (ActHold *self,
                     gboolean paused)
{
  g_return_if_fail (ACT_IS_HOLD (self));

  if (self->paused == paused)
    return;

  self->paused = paused;
  if (!self->running)
    return;

  if (paused)
    {
      self->left_ms = (self->ends_at - g_get_monotonic_time ()) / 1000;
      stop_timer (self);
    }
  else
    start_timer (self, MAX (self->left_ms, LEAST_AFTER_PAUSE_MS));
}

/**
 * act_hold_stop:
 * @self: a clock
 *
 * Stops it without a word: nothing is held any more.
 */
void
act_hold_stop (ActHold *self)
{
  g_return_if_fail (ACT_IS_HOLD (self));

  stop_timer (self);
  self->running = FALSE;
}
