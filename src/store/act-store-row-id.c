/* Row ids: event time and a hash of the event id in one number that sorts by time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-row-id.h"

#define HASH_BITS 20
#define HASH_MASK ((G_GINT64_CONSTANT (1) << HASH_BITS) - 1)

/* What is left of 63 bits holds milliseconds up to the year 2248. No row id is 0 or less. */
#define FIRST_TIME G_GINT64_CONSTANT (1)
#define LAST_TIME  ((G_GINT64_CONSTANT (1) << (63 - HASH_BITS)) - 1)

/* After this many neighbours in one millisecond the next millisecond is tried. */
#define ATTEMPTS_A_MILLISECOND_BITS 12

/* FNV-1a with a final mix. Row ids are stored, so this must give the same number for ever. */
static gint64
hash_event_id (const char *event_id)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const guchar *c = (const guchar *) event_id; *c != '\0'; c++)
    hash = (hash ^ *c) * G_GUINT64_CONSTANT (0x100000001b3);

  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash ^= hash >> 33;

  return (gint64) (hash & (guint64) HASH_MASK);
}

/**
 * act_row_id_make:
 * @time: milliseconds since 1970 UTC; clamped to what a row id can hold
 * @event_id: the event's id
 * @attempt: 0 at first, one more each time that the place is taken
 *
 * Gives the place of an event. It depends on nothing but the arguments, so that events that nobody
 * disputes a place with get the same one in whatever order they arrive. Any thread.
 *
 * Returns: a row id, more than 0
 */
gint64
act_row_id_make (gint64      time,
                 const char *event_id,
                 guint       attempt)
{
  gint64 milliseconds = CLAMP (time, FIRST_TIME, LAST_TIME);
  gint64 spill = attempt >> ATTEMPTS_A_MILLISECOND_BITS;

  g_return_val_if_fail (event_id != NULL, 0);

  if (milliseconds + spill > LAST_TIME)
    milliseconds -= spill;
  else
    milliseconds += spill;

  return (milliseconds << HASH_BITS) | ((hash_event_id (event_id) + attempt) & HASH_MASK);
}

/**
 * act_row_id_first_at:
 * @time: milliseconds since 1970 UTC
 *
 * Any thread.
 *
 * Returns: the lowest row id that an event of this time can have; older ones are lower
 */
gint64
act_row_id_first_at (gint64 time)
{
  return CLAMP (time, FIRST_TIME, LAST_TIME) << HASH_BITS;
}

/**
 * act_row_id_get_time:
 * @row_id: a row id
 *
 * Any thread.
 *
 * Returns: the time that it was made from, clamped; milliseconds since 1970 UTC
 */
gint64
act_row_id_get_time (gint64 row_id)
{
  return row_id >> HASH_BITS;
}
