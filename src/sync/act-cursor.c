/* A list of events that is followed page by page
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cursor.h"

#define LARGEST_PAGE 100

/**
 * act_cursor_new:
 * @owner: whoever follows it
 * @event_name: (nullable): one event name, or %NULL for all integration events
 * @include_actioned: whether actioned events are listed
 * @range: how far to go
 * @next_token: (nullable): where an earlier reading stopped
 *
 * Returns: (transfer full): a cursor that is ready
 */
ActCursor *
act_cursor_new (gpointer     owner,
                const char  *event_name,
                gboolean     include_actioned,
                ActPullRange range,
                const char  *next_token)
{
  ActCursor *self = g_new0 (ActCursor, 1);

  self->owner = owner;
  self->event_name = g_strdup (event_name);
  self->include_actioned = include_actioned;
  self->range = range;
  self->next_token = g_strdup (next_token);
  self->page_size = LARGEST_PAGE;
  self->oldest = G_MAXINT64;
  self->reached = G_MAXINT64;
  self->seen_tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * act_cursor_free:
 * @self: (transfer full) (nullable): a cursor
 *
 * Frees it.
 */
void
act_cursor_free (ActCursor *self)
{
  if (self == NULL)
    return;

  g_free (self->event_name);
  g_free (self->next_token);
  g_hash_table_unref (self->seen_tokens);
  g_free (self);
}

static gint64
find_oldest (GPtrArray *events)
{
  gint64 oldest = G_MAXINT64;

  for (guint i = 0; i < events->len; i++)
    {
      const ActEvent *event = g_ptr_array_index (events, i);

      if (event->time != ACT_TIME_UNKNOWN)
        oldest = MIN (oldest, event->time);
    }

  return oldest;
}

/**
 * act_cursor_take_page:
 * @self: a cursor
 * @page: its next page; its token is taken
 * @error: return location for %ACT_API_ERROR_REPEATED_TOKEN
 *
 * Moves it behind a page.
 *
 * Returns: %FALSE if it would go round in circles; then it stays where it is
 */
gboolean
act_cursor_take_page (ActCursor    *self,
                      ActEventPage *page,
                      GError      **error)
{
  if (page->next_token != NULL && !g_hash_table_add (self->seen_tokens, g_strdup (page->next_token)))
    {
      g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_REPEATED_TOKEN,
                           "GET events: the server gave the same nextToken twice");
      return FALSE;
    }

  g_free (self->next_token);
  self->next_token = g_steal_pointer (&page->next_token);
  self->n_pages++;
  self->oldest = find_oldest (page->events);
  self->reached = MIN (self->reached, self->oldest);

  return TRUE;
}

/**
 * act_cursor_halve_pages:
 * @self: a cursor
 * @error: why its page was not read
 *
 * A server that finds its own answer too large wants smaller pages. A token belongs to one page size,
 * so the list is begun again.
 *
 * Returns: whether that was so, and it can be tried again
 */
gboolean
act_cursor_halve_pages (ActCursor    *self,
                        const GError *error)
{
  if (!g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_PAGE_TOO_LARGE) || self->page_size == 1)
    return FALSE;

  self->page_size /= 2;
  self->n_pages = 0;
  self->known_pages = 0;
  self->reached = G_MAXINT64;
  g_clear_pointer (&self->next_token, g_free);
  g_hash_table_remove_all (self->seen_tokens);

  return TRUE;
}

/**
 * act_cursor_is_at_end:
 * @self: a cursor that has read a page
 *
 * Returns: whether there is nothing behind it
 */
gboolean
act_cursor_is_at_end (ActCursor *self)
{
  return self->next_token == NULL;
}
