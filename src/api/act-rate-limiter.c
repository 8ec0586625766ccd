/* Not more than so many requests a second
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-rate-limiter.h"

#include "act-wait-list.h"

#define WINDOW G_GINT64_CONSTANT (1000)

/* The steady ones leave a little of the ceiling, so that a turn that is taken early is within it. */
#define STEADY_WINDOW G_GINT64_CONSTANT (1020000)

struct _ActRateLimiter
{
  GObject       parent_instance;
  ActClock     *clock;                    /* (owned) */
  ActWaitList  *waiting[ACT_N_URGENCIES]; /* (owned) */
  guint         ceiling;
  gint64        turns[ACT_RATE_LIMITER_MAX]; /* a ring of the times of the last turns */
  gint64        steady_at;                   /* when the next turn is due at a steady pace, microseconds */
  guint64       n_turns;                     /* of all time */
  gint64        paused_until;
  GCancellable *sleep; /* (owned) (nullable): while it waits for the clock */
  gint64        wakes_at;
  gint64        last_seen; /* the time when it was looked at last */
};

G_DEFINE_FINAL_TYPE (ActRateLimiter, act_rate_limiter, G_TYPE_OBJECT)

static void give_turns (ActRateLimiter *self);

static gint64
get_interval (ActRateLimiter *self)
{
  return STEADY_WINDOW / self->ceiling;
}

/* All turns count for the steady pace, so that what somebody waits for slows down what nobody does.
 * Being late by one turn is made up for, and no more. */
static void
count_turn (ActRateLimiter *self,
            gint64          now)
{
  gint64 interval = get_interval (self);

  self->turns[self->n_turns++ % ACT_RATE_LIMITER_MAX] = now;
  self->steady_at = MAX (self->steady_at, now * 1000 - interval) + interval;
}

static gint64
get_steady_time (ActRateLimiter *self,
                 ActUrgency      urgency)
{
  gint64 early = urgency == ACT_URGENCY_NEXT ? get_interval (self) : 0;

  return (self->steady_at - early + 999) / 1000;
}

static gint64
get_next_time (ActRateLimiter *self,
               ActUrgency      urgency)
{
  gint64 next = self->paused_until;

  if (urgency != ACT_URGENCY_NOW)
    next = MAX (next, get_steady_time (self, urgency));

  if (self->n_turns >= self->ceiling)
    next = MAX (next, self->turns[(self->n_turns - self->ceiling) % ACT_RATE_LIMITER_MAX] + WINDOW);

  return next;
}

static void
slept_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ActRateLimiter) self = user_data;

  /* Somebody who must wake earlier took over. */
  if (!act_clock_wait_finish (ACT_CLOCK (source), result, NULL))
    return;

  g_clear_object (&self->sleep);
  give_turns (self);
}

static void
sleep_until (ActRateLimiter *self,
             gint64          time,
             gint64          now)
{
  if (self->sleep != NULL && self->wakes_at <= time)
    return;

  g_cancellable_cancel (self->sleep);
  g_clear_object (&self->sleep);

  self->sleep = g_cancellable_new ();
  self->wakes_at = time;
  act_clock_wait_async (self->clock, time - now, self->sleep, slept_cb, g_object_ref (self));
}

/* What was noted of a time that a clock has gone back behind would hold everybody up until it is that
 * time again. */
static gint64
look_at_clock (ActRateLimiter *self)
{
  gint64 now = act_clock_now (self->clock);

  if (now < self->last_seen)
    {
      self->n_turns = 0;
      self->steady_at = now * 1000;
      self->paused_until = now;
    }
  self->last_seen = now;

  return now;
}

/* Returns whether all that wait so urgently got their turn. */
static gboolean
give_turns_to (ActRateLimiter *self,
               ActUrgency      urgency)
{
  while (!act_wait_list_is_empty (self->waiting[urgency]))
    {
      g_autoptr (GTask) task = NULL;
      gint64 now = look_at_clock (self);
      gint64 next = get_next_time (self, urgency);

      if (next > now)
        {
          sleep_until (self, next, now);
          return FALSE;
        }

      task = act_wait_list_pop (self->waiting[urgency]);
      if (task == NULL)
        return TRUE;

      count_turn (self, now);
      g_task_return_boolean (task, TRUE);
    }

  return TRUE;
}

static void
give_turns (ActRateLimiter *self)
{
  guint urgency = 0;

  while (urgency < ACT_N_URGENCIES && give_turns_to (self, (ActUrgency) urgency))
    urgency++;
}

static void
act_rate_limiter_dispose (GObject *object)
{
  ActRateLimiter *self = ACT_RATE_LIMITER (object);

  g_cancellable_cancel (self->sleep);
  g_clear_object (&self->sleep);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (act_rate_limiter_parent_class)->dispose (object);
}

static void
act_rate_limiter_finalize (GObject *object)
{
  ActRateLimiter *self = ACT_RATE_LIMITER (object);

  for (guint i = 0; i < ACT_N_URGENCIES; i++)
    act_wait_list_free (self->waiting[i]);

  G_OBJECT_CLASS (act_rate_limiter_parent_class)->finalize (object);
}

static void
act_rate_limiter_class_init (ActRateLimiterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_rate_limiter_dispose;
  object_class->finalize = act_rate_limiter_finalize;
}

static void
act_rate_limiter_init (ActRateLimiter *self)
{
  for (guint i = 0; i < ACT_N_URGENCIES; i++)
    self->waiting[i] = act_wait_list_new ();
  self->ceiling = ACT_RATE_LIMITER_DEFAULT;
  self->paused_until = G_MININT64;
}

/**
 * act_rate_limiter_new:
 * @clock: the time
 *
 * Returns: (transfer full): a limiter with a ceiling of %ACT_RATE_LIMITER_DEFAULT
 */
ActRateLimiter *
act_rate_limiter_new (ActClock *clock)
{
  ActRateLimiter *self = NULL;

  g_return_val_if_fail (ACT_IS_CLOCK (clock), NULL);

  self = g_object_new (ACT_TYPE_RATE_LIMITER, NULL);
  self->clock = g_object_ref (clock);

  return self;
}

/**
 * act_rate_limiter_set_ceiling:
 * @self: a limiter
 * @requests_a_second: 1 to %ACT_RATE_LIMITER_MAX; other numbers are clamped
 *
 * Changes the ceiling, also for those that wait.
 */
void
act_rate_limiter_set_ceiling (ActRateLimiter *self,
                              guint           requests_a_second)
{
  g_return_if_fail (ACT_IS_RATE_LIMITER (self));

  self->ceiling = CLAMP (requests_a_second, 1, ACT_RATE_LIMITER_MAX);
  give_turns (self);
}

/**
 * act_rate_limiter_pause:
 * @self: a limiter
 * @milliseconds: how long
 *
 * Gives nobody a turn for a while, because the server asked for it.
 */
void
act_rate_limiter_pause (ActRateLimiter *self,
                        gint64          milliseconds)
{
  g_return_if_fail (ACT_IS_RATE_LIMITER (self));
  g_return_if_fail (milliseconds >= 0);

  self->paused_until = MAX (self->paused_until, look_at_clock (self) + milliseconds);
}

/**
 * act_rate_limiter_wait_async:
 * @self: a limiter
 * @urgency: who waits for it
 * @cancellable: (nullable): gives up the place in the queue
 * @callback: called when it is the caller's turn
 * @user_data: for @callback
 *
 * Waits for a turn to send one request.
 */
void
act_rate_limiter_wait_async (ActRateLimiter     *self,
                             ActUrgency          urgency,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ACT_IS_RATE_LIMITER (self));
  g_return_if_fail (urgency < ACT_N_URGENCIES);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_rate_limiter_wait_async);
  act_wait_list_push (self->waiting[urgency], g_steal_pointer (&task));
  give_turns (self);
}

/**
 * act_rate_limiter_wait_finish:
 * @self: a limiter
 * @result: what the callback got
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the caller may send now
 */
gboolean
act_rate_limiter_wait_finish (ActRateLimiter *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
