/* Puts what the server says into the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-merge.h"

#include "act-store-event.h"
#include "act-store-outbox.h"
#include "act-time.h"

typedef struct
{
  const ActEventPage *page;
  gint64              pass;
  ActMergeFunc        merge;
  gint64              now;
  ActMergeResult     *merged;
} Merge;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const ActEvent *left = *(const ActEvent *const *) a;
  const ActEvent *right = *(const ActEvent *const *) b;

  return (left->time > right->time) - (left->time < right->time);
}

/* Pages arrive newest first, which is the worst order for a B-tree. */
static GPtrArray *
sort_events (GPtrArray *events)
{
  GPtrArray *sorted = g_ptr_array_sized_new (events->len);

  for (guint i = 0; i < events->len; i++)
    {
      const ActEvent *event = g_ptr_array_index (events, i);

      if (event != NULL && event->id != NULL)
        g_ptr_array_add (sorted, (gpointer) event);
    }
  g_ptr_array_sort (sorted, compare_times);

  return sorted;
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
           const ActEvent       *event,
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

  return merge->merge (is_new ? NULL : &local, event, merge->page->asked_at);
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
merge_event (ActStoreDatabase *database,
             Merge            *merge,
             const ActEvent   *event,
             GError          **error)
{
  ActStoredState state;
  ActStoreMark   mark;
  ActEventStatus status;

  if (!act_store_event_find (database, event->id, &state, error) ||
      !act_store_outbox_find_mark (database, event->id, &mark, error))
    return FALSE;

  if (state.row_id == 0)
    start_from_mark (&state, &mark, merge->now);

  status = ask_merge (merge, event, &state, &mark);
  apply_status (&state, status, event, &mark, merge->page->asked_at);

  if (!write_event (database, merge, event, &state, error))
    return FALSE;

  if (merge->pass > 0 && event->actioned_time == ACT_TIME_UNKNOWN &&
      !note_listed (database, state.row_id, merge->pass, error))
    return FALSE;

  return settle_mark (database, &mark, &state, merge->now, error);
}

static gboolean
merge_page (ActStoreDatabase *database,
            gpointer          data,
            GError          **error)
{
  Merge *merge = data;
  g_autoptr (GPtrArray) events = sort_events (merge->page->events);

  for (guint i = 0; i < events->len; i++)
    {
      if (!merge_event (database, merge, g_ptr_array_index (events, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * act_store_merge_page:
 * @database: a connection that writes
 * @page: what the server answered
 * @pass: the number of the pass over the open list that it belongs to, or 0
 * @merge: tells where each event stands now
 * @merged: (out caller-allocates): return location for what was done
 * @error: return location for an error
 *
 * Merges a page in one transaction. On the store's thread.
 *
 * Returns: whether it was merged
 */
gboolean
act_store_merge_page (ActStoreDatabase   *database,
                      const ActEventPage *page,
                      gint64              pass,
                      ActMergeFunc        merge,
                      ActMergeResult     *merged,
                      GError            **error)
{
  Merge data = { page, pass, merge, act_time_now (), merged };

  *merged = (ActMergeResult){ 0 };

  return act_store_database_transact (database, ACT_STORE_FETCHED, merge_page, &data, error);
}
