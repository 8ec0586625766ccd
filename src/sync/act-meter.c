/* How far a synchronisation is and how fast it goes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-meter.h"

#include "act-alarm.h"
#include "act-event.h"

#define N_PHASES (ACT_SYNC_AHEAD + 1)

/* Often enough to be followed, and not more than can be read. */
#define CHANGE_INTERVAL G_GINT64_CONSTANT (250)

/* The speed is that of the last seconds: what came in each of these pieces of time. */
#define PIECE    G_GINT64_CONSTANT (500)
#define N_PIECES 10

/* What is less than this is no speed yet. */
#define SHORTEST_SPAN G_GINT64_CONSTANT (1000)

typedef struct
{
  gboolean active;
  guint    pages;
  guint64  events;
  gint64   expected; /* or -1 */
  gint64   reached;  /* or %ACT_TIME_UNKNOWN */
} Phase;

struct _ActMeter
{
  GObject parent_instance;

  ActClock *clock; /* (owned) */
  ActAlarm *alarm; /* (owned): until the next word of a change */
  gboolean  changed_since;
  Phase     phases[N_PHASES];
  gint64    began_at;         /* or -1 */
  gint64    last_piece;       /* the newest one that @pieces has */
  guint64   pieces[N_PIECES]; /* a ring: events of each piece of time */
};

G_DEFINE_FINAL_TYPE (ActMeter, act_meter, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (ActMeter *self)
{
  self->changed_since = FALSE;
  act_alarm_set (self->alarm, CHANGE_INTERVAL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
note_change (ActMeter *self)
{
  if (act_alarm_is_set (self->alarm))
    self->changed_since = TRUE;
  else
    tell (self);
}

static void
rang_cb (ActAlarm *alarm,
         ActMeter *self)
{
  if (self->changed_since)
    tell (self);
}

static gboolean
is_counting (ActMeter *self)
{
  for (guint i = 0; i < N_PHASES; i++)
    {
      if (self->phases[i].active)
        return TRUE;
    }

  return FALSE;
}

static gint64
get_piece (ActMeter *self)
{
  return act_clock_awake (self->clock) / PIECE;
}

static void
forget_old_pieces (ActMeter *self)
{
  gint64 piece = get_piece (self);

  for (gint64 i = MAX (self->last_piece + 1, piece - N_PIECES + 1); i <= piece; i++)
    self->pieces[i % N_PIECES] = 0;
  self->last_piece = MAX (self->last_piece, piece);
}

static void
start_speed (ActMeter *self)
{
  self->began_at = act_clock_awake (self->clock);
  self->last_piece = get_piece (self);
  for (guint i = 0; i < N_PIECES; i++)
    self->pieces[i] = 0;
}

static guint
get_speed (ActMeter *self)
{
  gint64  now = act_clock_awake (self->clock);
  gint64  span = 0;
  guint64 events = 0;

  forget_old_pieces (self);
  span = now - MAX (self->began_at, (self->last_piece - N_PIECES + 1) * PIECE);
  if (span < SHORTEST_SPAN)
    return 0;

  for (guint i = 0; i < N_PIECES; i++)
    events += self->pieces[i];

  return (guint) (events * 1000 / (guint64) span);
}

static void
act_meter_dispose (GObject *object)
{
  ActMeter *self = ACT_METER (object);

  if (self->alarm != NULL)
    act_alarm_clear (self->alarm);
  g_clear_object (&self->alarm);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (act_meter_parent_class)->dispose (object);
}

static void
act_meter_class_init (ActMeterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = act_meter_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACT_TYPE_METER, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_meter_init (ActMeter *self)
{
}

/**
 * act_meter_new:
 * @clock: the time
 *
 * Returns: (transfer full): a meter of something that stands still
 */
ActMeter *
act_meter_new (ActClock *clock)
{
  ActMeter *self = NULL;

  g_return_val_if_fail (ACT_IS_CLOCK (clock), NULL);

  self = g_object_new (ACT_TYPE_METER, NULL);
  self->clock = g_object_ref (clock);
  self->alarm = act_alarm_new (clock);
  g_signal_connect_object (self->alarm, "rang", G_CALLBACK (rang_cb), self, 0);
  start_speed (self);

  return self;
}

/**
 * act_meter_begin:
 * @self: a meter
 * @phase: what begins; not %ACT_SYNC_IDLE
 * @expected: how many events there are to read, or -1 if that cannot be known
 *
 * Begins to count anew.
 */
void
act_meter_begin (ActMeter    *self,
                 ActSyncPhase phase,
                 gint64       expected)
{
  g_return_if_fail (ACT_IS_METER (self));
  g_return_if_fail (phase > ACT_SYNC_IDLE && phase < N_PHASES);

  if (!is_counting (self))
    start_speed (self);
  self->phases[phase] = (Phase){ TRUE, 0, 0, expected, ACT_TIME_UNKNOWN };
  note_change (self);
}

/**
 * act_meter_count:
 * @self: a meter
 * @phase: a phase that has begun
 * @n_events: how many events there are on a page that was read
 * @reached: how far back all lists were read, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 *
 * Counts a page.
 */
void
act_meter_count (ActMeter    *self,
                 ActSyncPhase phase,
                 guint        n_events,
                 gint64       reached)
{
  g_return_if_fail (ACT_IS_METER (self));
  g_return_if_fail (phase > ACT_SYNC_IDLE && phase < N_PHASES);

  forget_old_pieces (self);
  self->pieces[self->last_piece % N_PIECES] += n_events;
  self->phases[phase].pages++;
  self->phases[phase].events += n_events;
  self->phases[phase].reached = reached;
  note_change (self);
}

/**
 * act_meter_end:
 * @self: a meter
 * @phase: a phase
 *
 * Ends it.
 */
void
act_meter_end (ActMeter    *self,
               ActSyncPhase phase)
{
  g_return_if_fail (ACT_IS_METER (self));
  g_return_if_fail (phase > ACT_SYNC_IDLE && phase < N_PHASES);

  if (!self->phases[phase].active)
    return;

  self->phases[phase].active = FALSE;
  note_change (self);
}

/**
 * act_meter_get:
 * @self: a meter
 * @progress: (out caller-allocates): return location for how far it is; what holds it back is left
 *   as it is
 *
 * Tells how far it is.
 */
void
act_meter_get (ActMeter        *self,
               ActSyncProgress *progress)
{
  const Phase *phase = NULL;
  guint        i = 1;

  g_return_if_fail (ACT_IS_METER (self));

  while (i < N_PHASES && !self->phases[i].active)
    i++;

  *progress = (ActSyncProgress){ .hold = progress->hold, .left = -1, .reached = ACT_TIME_UNKNOWN };
  if (i == N_PHASES)
    return;

  phase = &self->phases[i];
  progress->phase = (ActSyncPhase) i;
  progress->pages = phase->pages;
  progress->events = phase->events;
  progress->events_per_second = get_speed (self);
  progress->reached = phase->reached;
  if (phase->expected >= 0)
    progress->left = MAX (phase->expected - (gint64) phase->events, 0);
}
