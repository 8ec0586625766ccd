/* Whether an event matches, as far as it can be told without reading it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-answer.h"

#include "act-store-row-id.h"

/* By how much the time of a row id may differ from the event's own. */
#define MAX_SPILL_MS (ACT_ROW_ID_MAX_ATTEMPTS >> 12)

/**
 * act_store_answer_negate:
 * @answer: an answer
 *
 * Any thread.
 *
 * Returns: the answer to the opposite question
 */
ActStoreAnswer
act_store_answer_negate (ActStoreAnswer answer)
{
  switch (answer)
    {
    case ACT_STORE_NO:
      return ACT_STORE_YES;

    case ACT_STORE_YES:
      return ACT_STORE_NO;

    case ACT_STORE_MAYBE:
    default:
      return ACT_STORE_MAYBE;
    }
}

/**
 * act_store_answer_is_older:
 * @row_id: an event
 * @time: milliseconds since 1970 UTC
 *
 * Tells whether an event is older than a time by its row id, which may have been moved a little on,
 * and to which times far away are one. Any thread.
 *
 * Returns: whether it is
 */
ActStoreAnswer
act_store_answer_is_older (gint64 row_id,
                           gint64 time)
{
  gint64 last = act_row_id_get_time (G_MAXINT64);
  gint64 row_time = act_row_id_get_time (row_id);

  if (act_row_id_get_time (act_row_id_first_at (time)) != time || row_time >= last - MAX_SPILL_MS)
    return ACT_STORE_MAYBE;

  if (row_time < time)
    return ACT_STORE_YES;

  return row_time > time + MAX_SPILL_MS ? ACT_STORE_NO : ACT_STORE_MAYBE;
}

/**
 * act_store_answer_first_row:
 * @time: milliseconds since 1970 UTC
 *
 * Any thread.
 *
 * Returns: a row id that no event of this time and younger is below
 */
gint64
act_store_answer_first_row (gint64 time)
{
  gint64 last = act_row_id_get_time (G_MAXINT64);

  return act_row_id_first_at (MIN (time, last - MAX_SPILL_MS));
}

/**
 * act_store_answer_end_row:
 * @time: milliseconds since 1970 UTC
 *
 * Any thread.
 *
 * Returns: a row id that all events older than this time are below
 */
gint64
act_store_answer_end_row (gint64 time)
{
  gint64 last = act_row_id_get_time (G_MAXINT64);

  if (time > last - 2 * MAX_SPILL_MS)
    return G_MAXINT64;

  return act_row_id_first_at (MAX (time, 1) + MAX_SPILL_MS);
}
