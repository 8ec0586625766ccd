/* The events of the organisation, in order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Newest first is by time, and among events of one time by sequence. The events of the start follow
 * from their sequence alone: 0 is the newest, and no time is greater than the one before. Those that
 * came later are in an array in the same order, and walking the list merges the two.
 */

#include "act-simulator-events.h"

#include "act-simulator-accounts.h"
#include "act-simulator-random.h"

#define MINUTE_MS                  G_GINT64_CONSTANT (60000)
#define DAY_MS                     G_GINT64_CONSTANT (86400000)
#define SPAN_MS                    (26 * DAY_MS)
#define NEWEST_AGE_MS              (2 * MINUTE_MS)
#define MIN_EVENTS_FOR_ROWS_OF_TEN 100
#define PERCENT_ACTIONED           22

/* How many of a hundred events are of each kind. */
static const guint shares[ACT_SIMULATOR_N_KINDS] = {
  [ACT_SIMULATOR_KIND_VALIDATION] = 30,
  [ACT_SIMULATOR_KIND_MAPPING] = 26,
  [ACT_SIMULATOR_KIND_AUTHENTICATION] = 14,
  [ACT_SIMULATOR_KIND_PERFORM] = 25,
  [ACT_SIMULATOR_KIND_DISABLED] = 5,
};

static const guint three_accounts[] = { 1, 4, 13 };

static guint
roll (ActSimulatorWorld *world,
      ActSimulatorStream stream,
      guint32            sequence,
      guint              limit)
{
  return act_simulator_random_below_at (world->seed, stream, sequence, limit);
}

/* The history falls off with age: about a tenth of it is of the last hours. */
static gint64
get_base_time (ActSimulatorWorld *world,
               guint32            sequence)
{
  guint64 number = act_simulator_random_at (world->seed, ACT_SIMULATOR_STREAM_EVENT_TIME, sequence);
  double  jitter = (double) (number >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53);
  double  place = ((double) sequence + jitter) / (double) world->n_events;

  return world->base_ms - NEWEST_AGE_MS - (gint64) ((double) SPAN_MS * (0.08 * place + 0.92 * place * place));
}

static ActSimulatorKind
roll_kind (ActSimulatorWorld *world,
           guint32            sequence)
{
  guint number = roll (world, ACT_SIMULATOR_STREAM_EVENT_KIND, sequence, 100);
  guint kind = 0;

  while (number >= shares[kind])
    number -= shares[kind++];

  return (ActSimulatorKind) kind;
}

/* The first events are one of each kind, and before two of the disabled ones stand the ten errors in
 * a row that disabled the integration. */
static guint
pick_message (ActSimulatorWorld *world,
              guint32            sequence)
{
  static const ActSimulatorKind first[ACT_SIMULATOR_N_KINDS] = {
    ACT_SIMULATOR_KIND_PERFORM,
    ACT_SIMULATOR_KIND_AUTHENTICATION,
    ACT_SIMULATOR_KIND_VALIDATION,
    ACT_SIMULATOR_KIND_MAPPING,
    ACT_SIMULATOR_KIND_DISABLED,
  };
  guint number = roll (world, ACT_SIMULATOR_STREAM_EVENT_MESSAGE, sequence, G_MAXUINT16);

  if (act_simulator_events_are_of_outage (world, sequence))
    return act_simulator_find_message (ACT_SIMULATOR_KIND_PERFORM, 0);
  if (sequence == 4)
    return act_simulator_find_message (ACT_SIMULATOR_KIND_DISABLED, 5);
  if (sequence < G_N_ELEMENTS (first))
    return act_simulator_find_message (first[sequence], first[sequence] == ACT_SIMULATOR_KIND_AUTHENTICATION ? 2 : 0);

  if (world->n_events >= MIN_EVENTS_FOR_ROWS_OF_TEN)
    {
      if (sequence < 15)
        return act_simulator_find_message (ACT_SIMULATOR_KIND_PERFORM, 5);
      if (sequence == 60)
        return act_simulator_find_message (ACT_SIMULATOR_KIND_DISABLED, 3);
      if (sequence > 60 && sequence <= 70)
        return act_simulator_find_message (ACT_SIMULATOR_KIND_AUTHENTICATION, 3);
    }

  return act_simulator_pick_message (roll_kind (world, sequence), number);
}

/* An account of four has no mapping in Chargebee, one in NetSuite, one in Salesforce, one lacks none. */
static guint
pick_account (ActSimulatorWorld         *world,
              guint32                    sequence,
              const ActSimulatorMessage *message)
{
  guint              number = roll (world, ACT_SIMULATOR_STREAM_EVENT_ACCOUNT, sequence, G_MAXINT);
  ActSimulatorSystem system = ACT_SIMULATOR_SYSTEM_SALESFORCE;

  switch (message->who)
    {
    case ACT_SIMULATOR_WHO_THREE:
      return three_accounts[number % G_N_ELEMENTS (three_accounts)];

    case ACT_SIMULATOR_WHO_UNMAPPED:
      if (message->configuration < 2)
        system = ACT_SIMULATOR_SYSTEM_CHARGEBEE;
      else if (message->configuration < 4)
        system = ACT_SIMULATOR_SYSTEM_NETSUITE;
      return number % (world->n_accounts / 4) * 4 + 1 + (guint) system;

    case ACT_SIMULATOR_WHO_ANY:
    default:
      return number % world->n_accounts;
    }
}

static gint64
pick_actioned (ActSimulatorWorld *world,
               guint32            sequence,
               gint64             time_ms)
{
  gint64 age_ms = world->base_ms - time_ms;
  guint  number = roll (world, ACT_SIMULATOR_STREAM_EVENT_ACTIONED, sequence, G_MAXINT);

  if (sequence < 15 || act_simulator_events_are_of_outage (world, sequence) || age_ms < DAY_MS || number % 100 >= PERCENT_ACTIONED)
    return 0;

  return time_ms + 10 * MINUTE_MS + (gint64) number % MIN (age_ms / 2, 3 * DAY_MS);
}

/* All but the time follows from the sequence, for events that came after the start too. */
static void
make_event (ActSimulatorWorld *world,
            guint32            sequence,
            gint64             time_ms,
            ActSimulatorEvent *event)
{
  guint                      index = pick_message (world, sequence);
  const ActSimulatorMessage *message = &act_simulator_messages[index];

  *event = (ActSimulatorEvent){
    .sequence = sequence,
    .time_ms = time_ms,
    .message = index,
    .account = pick_account (world, sequence, message),
    .configuration = message->configuration,
    .run = message->kind == ACT_SIMULATOR_KIND_DISABLED ? ACT_SIMULATOR_NO_RUN : sequence,
  };
  event->bill = act_simulator_bill_at (world, event->account,
                                       act_simulator_random_at (world->seed, ACT_SIMULATOR_STREAM_EVENT_ACCOUNT, sequence));
}

static void
make_base (ActSimulatorWorld *world,
           guint32            sequence,
           ActSimulatorEvent *event)
{
  make_event (world, sequence, get_base_time (world, sequence), event);
  event->actioned_ms = pick_actioned (world, sequence, event->time_ms);
}

static void
apply_changes (ActSimulatorWorld *world,
               ActSimulatorEvent *event)
{
  gint64        key = event->sequence;
  const gint64 *changed = g_hash_table_lookup (world->actioned, &key);

  if (changed != NULL)
    event->actioned_ms = *changed;
}

static gint64
get_oldest_kept (ActSimulatorWorld *world)
{
  if (world->options->retention_days == 0)
    return G_MININT64;

  return act_simulator_world_get_now (world) - world->options->retention_days * DAY_MS;
}

static gboolean
is_before (gint64  time_ms,
           guint32 sequence,
           gint64  other_time_ms,
           guint32 other_sequence)
{
  return time_ms > other_time_ms || (time_ms == other_time_ms && sequence < other_sequence);
}

static guint
find_added (ActSimulatorWorld *world,
            gint64             time_ms,
            guint32            sequence)
{
  guint low = 0;
  guint high = world->added->len;

  while (low < high)
    {
      guint                    middle = low + (high - low) / 2;
      const ActSimulatorEvent *event = g_ptr_array_index (world->added, middle);

      if (is_before (event->time_ms, event->sequence, time_ms, sequence))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint
find_base (ActSimulatorWorld *world,
           gint64             time_ms,
           guint32            sequence)
{
  guint low = 0;
  guint high = world->n_events;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (is_before (get_base_time (world, middle), middle, time_ms, sequence))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * act_simulator_events_are_of_outage:
 * @world: a world
 * @sequence: what the id of an event is made from
 *
 * Returns: whether it is one of those that an outage at the other system made
 */
gboolean
act_simulator_events_are_of_outage (ActSimulatorWorld *world,
                                    guint32            sequence)
{
  return sequence < world->options->outage && sequence < world->n_events;
}

/**
 * act_simulator_event_iter_init:
 * @self: a place
 * @world: a world
 *
 * Begins before the newest event.
 */
void
act_simulator_event_iter_init (ActSimulatorEventIter *self,
                               ActSimulatorWorld     *world)
{
  self->world = world;
  self->base = 0;
  self->added = 0;
  self->oldest_ms = get_oldest_kept (world);
}

/**
 * act_simulator_event_iter_seek:
 * @self: a place
 * @time_ms: the time of an event, which need not exist
 * @sequence: its sequence
 *
 * Goes behind this event.
 */
void
act_simulator_event_iter_seek (ActSimulatorEventIter *self,
                               gint64                 time_ms,
                               guint32                sequence)
{
  self->base = find_base (self->world, time_ms, sequence);
  if (self->base < self->world->n_events && self->base == sequence)
    self->base++;

  self->added = find_added (self->world, time_ms, sequence);
  if (self->added < self->world->added->len)
    {
      const ActSimulatorEvent *event = g_ptr_array_index (self->world->added, self->added);

      if (event->sequence == sequence)
        self->added++;
    }
}

/**
 * act_simulator_event_iter_next:
 * @self: a place
 * @event: (out): return location for the event; what it points to belongs to the world
 *
 * Goes one event further.
 *
 * Returns: whether there was one
 */
gboolean
act_simulator_event_iter_next (ActSimulatorEventIter *self,
                               ActSimulatorEvent     *event)
{
  const ActSimulatorEvent *added = NULL;
  gboolean                 has_base = self->base < self->world->n_events;

  if (self->added < self->world->added->len)
    added = g_ptr_array_index (self->world->added, self->added);
  if (added == NULL && !has_base)
    return FALSE;

  if (has_base)
    make_base (self->world, self->base, event);

  if (added != NULL && (!has_base || is_before (added->time_ms, added->sequence, event->time_ms, event->sequence)))
    {
      *event = *added;
      self->added++;
    }
  else
    {
      self->base++;
    }

  apply_changes (self->world, event);

  return event->time_ms >= self->oldest_ms;
}

/**
 * act_simulator_event_at:
 * @world: a world
 * @sequence: what the id of the event is made from
 * @event: (out): return location for the event; what it points to belongs to the world
 *
 * Returns: whether there is such an event
 */
gboolean
act_simulator_event_at (ActSimulatorWorld *world,
                        guint32            sequence,
                        ActSimulatorEvent *event)
{
  gboolean found = FALSE;

  if (sequence < world->n_events)
    {
      make_base (world, sequence, event);
      found = TRUE;
    }

  for (guint i = 0; !found && i < world->added->len; i++)
    {
      const ActSimulatorEvent *added = g_ptr_array_index (world->added, i);

      if (added->sequence == sequence)
        {
          *event = *added;
          found = TRUE;
        }
    }

  if (!found || event->time_ms < get_oldest_kept (world))
    return FALSE;

  apply_changes (world, event);

  return TRUE;
}

/**
 * act_simulator_event_find:
 * @world: a world
 * @id: an id from anywhere
 * @event: (out): return location for the event; what it points to belongs to the world
 *
 * Returns: whether there is such an event
 */
gboolean
act_simulator_event_find (ActSimulatorWorld *world,
                          const char        *id,
                          ActSimulatorEvent *event)
{
  guint32 sequence = 0;

  return act_simulator_find_index (world->seed, ACT_SIMULATOR_STREAM_EVENT, id, &sequence) &&
         act_simulator_event_at (world, sequence, event);
}

/**
 * act_simulator_event_dup_id:
 * @world: a world
 * @sequence: what the id is made from
 *
 * Returns: (transfer full): the id of the event
 */
char *
act_simulator_event_dup_id (ActSimulatorWorld *world,
                            guint32            sequence)
{
  return act_simulator_make_id (world->seed, ACT_SIMULATOR_STREAM_EVENT, sequence);
}

/**
 * act_simulator_event_get_name:
 * @self: an event
 *
 * Returns: its name, as the API writes it
 */
const char *
act_simulator_event_get_name (const ActSimulatorEvent *self)
{
  return self->event_name != NULL ? self->event_name
                                  : act_simulator_get_event_name (act_simulator_messages[self->message].kind);
}

/**
 * act_simulator_event_free:
 * @self: (transfer full): an event that was added
 *
 * Frees the event.
 */
void
act_simulator_event_free (ActSimulatorEvent *self)
{
  g_free (self->event_name);
  g_free (self->text);
  g_clear_pointer (&self->payload, json_node_unref);
  g_free (self);
}

/**
 * act_simulator_events_insert:
 * @world: a world
 * @event: (transfer full): an event
 *
 * Puts an event into its place among those that came after the start.
 */
void
act_simulator_events_insert (ActSimulatorWorld *world,
                             ActSimulatorEvent *event)
{
  guint number = event->sequence - (guint) ACT_SIMULATOR_FIRST_ADDED;

  world->n_added = MAX (world->n_added, number + 1);
  g_ptr_array_insert (world->added, (int) find_added (world, event->time_ms, event->sequence), event);
  world->dirty = TRUE;
}

/**
 * act_simulator_events_add:
 * @world: a world
 * @time_ms: when it happened
 *
 * Makes an event that came after the start. All but its time may be changed afterwards.
 *
 * Returns: (transfer none): the event
 */
ActSimulatorEvent *
act_simulator_events_add (ActSimulatorWorld *world,
                          gint64             time_ms)
{
  ActSimulatorEvent *event = g_new0 (ActSimulatorEvent, 1);
  guint32            sequence = (guint32) ACT_SIMULATOR_FIRST_ADDED + world->n_added;

  make_event (world, sequence, time_ms, event);
  act_simulator_events_insert (world, event);

  return event;
}

/**
 * act_simulator_events_action:
 * @world: a world
 * @event: an event, as it is now
 * @actioned: whether it is to be actioned
 *
 * Makes an event actioned, now, or open.
 *
 * Returns: whether it was not so before
 */
gboolean
act_simulator_events_action (ActSimulatorWorld       *world,
                             const ActSimulatorEvent *event,
                             gboolean                 actioned)
{
  gint64 *key = NULL;
  gint64 *value = NULL;

  if ((event->actioned_ms != 0) == actioned)
    return FALSE;

  key = g_new (gint64, 1);
  *key = event->sequence;
  value = g_new (gint64, 1);
  *value = actioned ? act_simulator_world_get_now (world) : 0;
  g_hash_table_insert (world->actioned, key, value);
  world->dirty = TRUE;

  return TRUE;
}

/**
 * act_simulator_events_get_range:
 * @world: a world
 * @oldest_ms: (out): return location for the time of the oldest event
 * @newest_ms: (out): return location for the time of the newest event
 *
 * Returns: whether there is any event
 */
gboolean
act_simulator_events_get_range (ActSimulatorWorld *world,
                                gint64            *oldest_ms,
                                gint64            *newest_ms)
{
  *oldest_ms = G_MAXINT64;
  *newest_ms = G_MININT64;

  if (world->n_events > 0)
    {
      *newest_ms = get_base_time (world, 0);
      *oldest_ms = get_base_time (world, world->n_events - 1);
    }

  if (world->added->len > 0)
    {
      const ActSimulatorEvent *first = g_ptr_array_index (world->added, 0);
      const ActSimulatorEvent *last = g_ptr_array_index (world->added, world->added->len - 1);

      *newest_ms = MAX (*newest_ms, first->time_ms);
      *oldest_ms = MIN (*oldest_ms, last->time_ms);
    }

  return *oldest_ms <= *newest_ms;
}
