/* How the pages of a pass are merged into the store, and its places kept
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pull-private.h"

#include "act-planner.h"

#define KNOWN_PAGES_AT_END 2

/* Two thousand events of one kind: who opens the window the first time sees those soon. */
#define PAGES_OF_BEGINNING 20

/* An event costs half as much when thousands are merged at once, but nobody should wait for long to
 * see them. */
#define MERGE_INTERVAL (G_USEC_PER_SEC / 2)

/* But whoever marks events meanwhile should not wait for long either. */
#define MOST_PAGES_MERGED 20

/* What the store keeps must not be ahead of the pages that it has. */
static void
note_places (ActPull *self)
{
  if (self->places == NULL)
    return;

  for (guint i = 0; i < self->cursors->len; i++)
    {
      const ActCursor *cursor = g_ptr_array_index (self->cursors, i);

      if (cursor->range != ACT_PULL_FULL)
        continue;
      if (cursor->n_pages > 0 && cursor->next_token == NULL)
        act_places_set_done (self->places, cursor->event_name);
      else
        act_places_set_token (self->places, cursor->event_name, cursor->next_token);
    }
  g_ptr_array_add (self->reached, act_places_to_text (self->places));
}

/* A page of the list of all events tells of no pass over the open ones. */
static gint64
get_pass (ActPull *self)
{
  const ActCursor *cursor = g_ptr_array_index (self->cursors, 0);

  return cursor->include_actioned ? 0 : self->pass;
}

static void
pages_merged_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  ActPull *self = user_data;
  g_autoptr (GError) error = NULL;

  self->merging = FALSE;
  if (!act_store_merge_pages_finish (ACT_STORE (source), result, NULL, &error))
    {
      /* The next pass must not go on behind pages that are not there. */
      g_clear_pointer (&self->places, act_places_free);
      g_clear_pointer (&self->key, g_free);
      act_pull_fail (self, g_steal_pointer (&error));
    }
  act_pull_go_on (self);
}

/* What was read is kept even when this is being cancelled. */
static void
merge_waiting (ActPull *self)
{
  GPtrArray       *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_page_free);
  guint            n_pages = MIN (self->waiting->len, MOST_PAGES_MERGED);
  g_autofree char *places = NULL;

  for (guint i = 0; i < n_pages; i++)
    g_ptr_array_add (pages, g_ptr_array_steal_index (self->waiting, 0));
  if (self->places != NULL)
    {
      places = g_strdup (g_ptr_array_index (self->reached, n_pages - 1));
      g_ptr_array_remove_range (self->reached, 0, n_pages);
    }

  self->merging = TRUE;
  self->merged_at = g_get_monotonic_time ();
  act_store_merge_pages_async (self->store, pages, get_pass (self), act_planner_merge, self->key,
                               places, NULL, pages_merged_cb, self);
}

/* Known events are no sign that all below them are known: another list may have brought them, or a
 * pass that failed before it came to the others. */
static gboolean
is_within_horizon (ActCursor *cursor)
{
  const ActPull *self = cursor->owner;

  return self->horizon == ACT_TIME_UNKNOWN || cursor->oldest < self->horizon;
}

static void
head_merged_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  ActCursor     *cursor = user_data;
  ActPull       *self = cursor->owner;
  ActMergeResult merged = { 0 };
  GError        *error = NULL;

  self->n_heads--;
  if (!act_store_merge_page_finish (ACT_STORE (source), result, &merged, &error))
    act_pull_fail (self, error);

  if (merged.added > 0)
    cursor->known_pages = 0;
  else if (merged.known > 0 && is_within_horizon (cursor))
    cursor->known_pages++;

  if (act_cursor_is_at_end (cursor) || cursor->known_pages >= KNOWN_PAGES_AT_END)
    cursor->state = ACT_CURSOR_ENDED;
  else
    cursor->state = ACT_CURSOR_READY;
  act_pull_go_on (self);
}

void
act_pull_take_page (ActCursor    *cursor,
                    ActEventPage *page)
{
  ActPull *self = cursor->owner;

  if (cursor->range == ACT_PULL_HEAD)
    {
      cursor->state = ACT_CURSOR_MERGING;
      self->n_heads++;
      act_store_merge_page_async (self->store, page, cursor->include_actioned ? 0 : self->pass,
                                  act_planner_merge, NULL, head_merged_cb, cursor);
      return;
    }

  cursor->state = ACT_CURSOR_READY;
  if (act_cursor_is_at_end (cursor))
    {
      cursor->state = ACT_CURSOR_ENDED;
    }
  else if (cursor->range == ACT_PULL_BEGINNING && cursor->n_pages >= PAGES_OF_BEGINNING)
    {
      cursor->state = ACT_CURSOR_ENDED;
      self->cut_off = TRUE;
    }
  g_ptr_array_add (self->waiting, page);
  note_places (self);
}

static gboolean
is_time_to_merge (ActPull *self)
{
  if (self->merging || self->waiting->len == 0)
    return FALSE;

  return self->in_flight == 0 || self->waiting->len >= MOST_PAGES_MERGED ||
         g_get_monotonic_time () - self->merged_at >= MERGE_INTERVAL;
}

/* Merges what waits, if it is worth it by now. */
void
act_pull_merge_if_due (ActPull *self)
{
  if (is_time_to_merge (self))
    merge_waiting (self);
}
