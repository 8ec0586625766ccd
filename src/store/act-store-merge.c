/* Puts what the server says into the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-merge.h"

#include "act-store-event.h"
#include "act-store-names.h"
#include "act-store-outbox.h"
#include "act-time.h"

typedef struct
{
  GPtrArray      *pages;
  gint64          pass;
  ActMergeFunc    merge;
  const char     *key;
  const char     *value;
  gint64          now;
  ActMergeResult *merged;
  gboolean        has_marks; /* whether any mark is not finished */
} Merge;

/* One event and when it was asked for. */
typedef struct
{
  const ActEvent *event;
  gint64          asked_at;
} Answer;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const ActEvent *left = ((const Answer *) a)->event;
  const ActEvent *right = ((const Answer *) b)->event;

  return (left->time > right->time) - (left->time < right->time);
}

/* Pages arrive newest first, which is the worst order for a B-tree. What the server said twice stays
 * in the order in which it said it. */
static GArray *
sort_answers (GPtrArray *pages)
{
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (Answer));

  for (guint i = 0; i < pages->len; i++)
    {
      const ActEventPage *page = g_ptr_array_index (pages, i);

      for (guint j = 0; j < page->events->len; j++)
        {
          Answer answer = { g_ptr_array_index (page->events, j), page->asked_at };

          if (answer.event != NULL && answer.event->id != NULL)
            g_array_append_val (answers, answer);
        }
    }
  g_array_sort (answers, compare_times);

  return answers;
}

/* A mark without its event comes from a damaged store. */
static void
start_from_mark (ActStoredState     *state,
                 const ActStoreMark *mark,
                 gint64              now)
{
  state->time = ACT_TIME_UNKNOWN;
  state->first_seen = now;
  state->marked_at = ACT_TIME_UNKNOWN;
  state->confirmed_at = ACT_TIME_UNKNOWN;
  state->actioned_time = ACT_TIME_UNKNOWN;
  state->status = ACT_EVENT_STATUS_OPEN;

  if (mark->id != 0)
    {
      state->status = act_store_outbox_get_event_status (mark->state);
      state->marked_at = mark->created;
    }
}

static ActEventStatus
ask_merge (const Merge          *merge,
           const Answer         *answer,
           const ActStoredState *state,
           const ActStoreMark   *mark)
{
  ActLocalState local = {
    .status = state->status,
    .actioned_time = state->actioned_time,
    .confirmed_at = state->confirmed_at,
    .has_mark = mark->id != 0,
    .mark_state = mark->state,
  };
  gboolean is_new = state->row_id == 0 && mark->id == 0;

  return merge->merge (is_new ? NULL : &local, answer->event, answer->asked_at);
}

static gboolean
is_under_way (const ActStoreMark *mark)
{
  return mark->id != 0 &&
         (mark->state == ACT_OUTBOX_SENDING || mark->state == ACT_OUTBOX_VERIFYING);
}

static void
apply_status (ActStoredState     *state,
              ActEventStatus      status,
              const ActEvent     *event,
              const ActStoreMark *mark,
              gint64              asked_at)
{
  gboolean changed = status != state->status;

  state->status = status;
  if (event->actioned_time != ACT_TIME_UNKNOWN)
    {
      state->actioned_time = event->actioned_time;
      if (!is_under_way (mark) && (changed || state->confirmed_at == ACT_TIME_UNKNOWN))
        state->confirmed_at = MAX (state->confirmed_at, asked_at);
    }
  else if (status == ACT_EVENT_STATUS_OPEN || status == ACT_EVENT_STATUS_REOPENED)
    {
      state->actioned_time = ACT_TIME_UNKNOWN;
      state->confirmed_at = ACT_TIME_UNKNOWN;
      state->marked_at = ACT_TIME_UNKNOWN;
    }
}

static gboolean
note_listed (ActStoreDatabase *database,
             gint64            row_id,
             gint64            pass,
             GError          **error)
{
  g_autoptr (ActStatement) note = act_store_database_prepare (
      database,
      "UPDATE state SET listed_pass = :pass WHERE row_id = :row_id AND listed_pass <> :pass", error);

  if (note == NULL)
    return FALSE;

  act_statement_bind_int (note, ":pass", pass);
  act_statement_bind_int (note, ":row_id", row_id);

  return act_statement_run (note, error);
}

static gboolean
write_event (ActStoreDatabase *database,
             Merge            *merge,
             const ActEvent   *event,
             ActStoredState   *state,
             GError          **error)
{
  gboolean altered = FALSE;

  if (state->row_id == 0)
    {
      merge->merged->added++;
      act_store_database_note_altered (database);
      return act_store_event_add (database, event, state, error);
    }

  if (!act_store_event_change (database, event, state, &altered, error))
    return FALSE;

  merge->merged->known++;
  if (altered)
    {
      merge->merged->altered++;
      act_store_database_note_altered (database);
    }

  return TRUE;
}

/* The server shows as actioned what was not sent yet: there is nothing left to send. */
static gboolean
settle_mark (ActStoreDatabase     *database,
             const ActStoreMark   *mark,
             const ActStoredState *state,
             gint64                now,
             GError              **error)
{
  if (mark->id == 0)
    return TRUE;

  if (mark->row_id == 0 && !act_store_outbox_attach (database, mark->id, state->row_id, error))
    return FALSE;

  if (is_under_way (mark) || (state->status != ACT_EVENT_STATUS_ACTIONED &&
                              state->status != ACT_EVENT_STATUS_ELSEWHERE))
    return TRUE;

  act_store_database_note_altered (database);

  return act_store_outbox_finish (database, mark->id, now, error);
}

static gboolean
merge_answer (ActStoreDatabase *database,
              Merge            *merge,
              const Answer     *answer,
              GError          **error)
{
  const ActEvent *event = answer->event;
  ActStoredState  state;
  ActStoreMark    mark = { 0 };
  ActEventStatus  status;

  if (!act_store_event_find (database, event->id, &state, error) ||
      (merge->has_marks && !act_store_outbox_find_mark (database, event->id, &mark, error)))
    return FALSE;

  if (state.row_id == 0)
    start_from_mark (&state, &mark, merge->now);

  status = ask_merge (merge, answer, &state, &mark);
  apply_status (&state, status, event, &mark, answer->asked_at);

  if (!write_event (database, merge, event, &state, error))
    return FALSE;

  if (merge->pass > 0 && event->actioned_time == ACT_TIME_UNKNOWN &&
      !note_listed (database, state.row_id, merge->pass, error))
    return FALSE;

  return settle_mark (database, &mark, &state, merge->now, error);
}

static gboolean
merge_pages (ActStoreDatabase *database,
             gpointer          data,
             GError          **error)
{
  Merge *merge = data;
  g_autoptr (GArray) answers = sort_answers (merge->pages);
  gint64 has_marks = 0;

  if (!act_store_database_read_int (
          database, "SELECT EXISTS (SELECT 1 FROM outbox WHERE state <> 4 AND action = 0)", &has_marks, error))
    return FALSE;

  merge->has_marks = has_marks != 0;
  for (guint i = 0; i < answers->len; i++)
    {
      if (!merge_answer (database, merge, &g_array_index (answers, Answer, i), error))
        return FALSE;
    }

  return merge->key == NULL || act_store_values_put (database, merge->key, merge->value, error);
}

/**
 * act_store_merge_pages:
 * @database: a connection that writes
 * @pages: (element-type ActEventPage): what the server answered, in the order in which it was asked
 * @pass: the number of the pass over the open list that they belong to, or 0
 * @merge: tells where each event stands now
 * @key: (nullable): the key of a value that is set along with them
 * @value: (nullable): the value, %NULL to forget it
 * @merged: (out caller-allocates): return location for what was done
 * @error: return location for an error
 *
 * Merges pages in one transaction. On the store's thread.
 *
 * Returns: whether they were merged
 */
gboolean
act_store_merge_pages (ActStoreDatabase *database,
                       GPtrArray        *pages,
                       gint64            pass,
                       ActMergeFunc      merge,
                       const char       *key,
                       const char       *value,
                       ActMergeResult   *merged,
                       GError          **error)
{
  Merge data = { pages, pass, merge, key, value, act_time_now (), merged };

  *merged = (ActMergeResult){ 0 };

  return act_store_database_transact (database, ACT_STORE_FETCHED, merge_pages, &data, error);
}
