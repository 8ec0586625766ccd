/* Reads lists of events into the store, by cursors that run side by side
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pull-private.h"

#define EVENT_TYPE        "IntegrationEvent"
#define EVENT_NAME_PREFIX "integration."

/* As many as there are connections. */
#define CALLS_AT_ONCE 8

/* So many kinds that nobody has named are no kinds any more. */
#define MOST_NAMES 100

/* When the store is slower than the server, the server is asked no further. */
#define MOST_PAGES_WAITING 128

G_DEFINE_FINAL_TYPE (ActPull, act_pull, G_TYPE_OBJECT)

void
act_pull_fail (ActPull *self,
               GError  *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

/* The API says of an event type only that it is a category, so what it lists is sieved by name.
 * An event without a name is kept: nothing is dropped for a missing field. */
static void
drop_foreign_events (ActEventPage *page)
{
  for (guint i = page->events->len; i > 0; i--)
    {
      const ActEvent *event = g_ptr_array_index (page->events, i - 1);

      if (event->name != NULL && *event->name != '\0' &&
          !g_str_has_prefix (event->name, EVENT_NAME_PREFIX))
        g_ptr_array_remove_index (page->events, i - 1);
    }
}

/* A kind that nobody has named is read by a cursor of its own from the next time on. */
static void
find_names (ActPull            *self,
            const ActEventPage *page)
{
  for (guint i = 0; i < page->events->len; i++)
    {
      const ActEvent *event = g_ptr_array_index (page->events, i);

      if (event->name != NULL && *event->name != '\0' && self->found->len < MOST_NAMES &&
          g_hash_table_add (self->names, g_strdup (event->name)))
        g_ptr_array_add (self->found, g_strdup (event->name));
    }
}

static ActCursor *
find_newest (ActPull       *self,
             ActCursorState first_state,
             ActCursorState last_state)
{
  ActCursor *newest = NULL;

  for (guint i = 0; i < self->cursors->len; i++)
    {
      ActCursor *cursor = g_ptr_array_index (self->cursors, i);

      if (cursor->state >= first_state && cursor->state <= last_state &&
          (newest == NULL || cursor->reached > newest->reached))
        newest = cursor;
    }

  return newest;
}

static void
count_page (ActPull            *self,
            const ActEventPage *page)
{
  ActCursor *last = find_newest (self, ACT_CURSOR_READY, ACT_CURSOR_MERGING);
  gboolean   is_known = last != NULL && last->reached != G_MAXINT64;

  if (self->meter != NULL)
    act_meter_count (self->meter, self->phase, page->events->len,
                     is_known ? last->reached : ACT_TIME_UNKNOWN);
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  ActCursor *cursor = user_data;
  ActPull   *self = cursor->owner;
  g_autoptr (ActEventPage) page = NULL;
  g_autoptr (GError) error = NULL;

  self->in_flight--;
  page = act_client_list_events_finish (ACT_CLIENT (source), result, &error);
  if (page != NULL && act_cursor_take_page (cursor, page, &error))
    {
      drop_foreign_events (page);
      if (cursor->event_name == NULL)
        find_names (self, page);
      count_page (self, page);
      act_pull_take_page (cursor, g_steal_pointer (&page));
    }
  else if (page == NULL && act_cursor_halve_pages (cursor, error))
    {
      cursor->state = ACT_CURSOR_READY;
    }
  else
    {
      cursor->state = ACT_CURSOR_ENDED;
      act_pull_fail (self, g_steal_pointer (&error));
    }
  act_pull_go_on (self);
}

/* A person may wait for the first pages, which are all that there is most of the time. Of the
 * others, the cursor that is least far back goes first: the longest list would otherwise be read
 * alone in the end, and one cursor cannot have two pages on their way. */
static ActUrgency
get_urgency (ActPull   *self,
             ActCursor *cursor)
{
  if (cursor->n_pages == 0)
    return ACT_URGENCY_NOW;

  return cursor == find_newest (self, ACT_CURSOR_READY, ACT_CURSOR_MERGING) ? ACT_URGENCY_NEXT
                                                                            : ACT_URGENCY_STEADY;
}

static void
read_page (ActPull   *self,
           ActCursor *cursor)
{
  ActEventsRequest request = {
    .page_size = cursor->page_size,
    .event_type = EVENT_TYPE,
    .event_name = cursor->event_name,
    .include_actioned = cursor->include_actioned,
    .next_token = cursor->next_token,
    .urgency = get_urgency (self, cursor),
  };

  cursor->state = ACT_CURSOR_ASKED;
  self->in_flight++;
  act_client_list_events_async (self->client, &request, g_task_get_cancellable (self->task),
                                page_read_cb, cursor);
}

/* Once one cursor has failed the pass, the others need not go on. */
static void
read_more (ActPull *self)
{
  ActCursor *cursor = NULL;

  while (self->error == NULL && self->in_flight < CALLS_AT_ONCE &&
         self->waiting->len < MOST_PAGES_WAITING &&
         (cursor = find_newest (self, ACT_CURSOR_READY, ACT_CURSOR_READY)) != NULL)
    read_page (self, cursor);
}

static void
end_run (ActPull *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, TRUE);
}

void
act_pull_go_on (ActPull *self)
{
  read_more (self);
  act_pull_merge_if_due (self);

  if (self->in_flight == 0 && self->n_heads == 0 && !self->merging)
    end_run (self);
}

static void
act_pull_finalize (GObject *object)
{
  ActPull *self = ACT_PULL (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_object (&self->meter);
  g_clear_pointer (&self->cursors, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->reached, g_ptr_array_unref);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->places, act_places_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (act_pull_parent_class)->finalize (object);
}

static void
act_pull_class_init (ActPullClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_pull_finalize;
}

static void
act_pull_init (ActPull *self)
{
  self->cursors = g_ptr_array_new_with_free_func ((GDestroyNotify) act_cursor_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->found = g_ptr_array_new_with_free_func (g_free);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_page_free);
  self->reached = g_ptr_array_new_with_free_func (g_free);
  self->horizon = ACT_TIME_UNKNOWN;
}

/**
 * act_pull_new:
 * @client: the client to read with
 * @store: the store to merge into
 * @pass: the number of the pass over the open list, more than 0; events that are listed get it
 *
 * Returns: (transfer full): a pass without cursors
 */
ActPull *
act_pull_new (ActClient *client,
              ActStore  *store,
              gint64     pass)
{
  ActPull *self = NULL;

  g_return_val_if_fail (ACT_IS_CLIENT (client), NULL);
  g_return_val_if_fail (ACT_IS_STORE (store), NULL);
  g_return_val_if_fail (pass > 0, NULL);

  self = g_object_new (ACT_TYPE_PULL, NULL);
  self->client = g_object_ref (client);
  self->store = g_object_ref (store);
  self->pass = pass;

  return self;
}

/**
 * act_pull_add_cursor:
 * @self: a pass that does not run yet
 * @event_name: (nullable): one event name, or %NULL for all integration events
 * @include_actioned: whether actioned events are listed; the same for all cursors of a pass
 * @range: how far to go
 * @next_token: (nullable): where an earlier pass stopped
 */
void
act_pull_add_cursor (ActPull     *self,
                     const char  *event_name,
                     gboolean     include_actioned,
                     ActPullRange range,
                     const char  *next_token)
{
  g_return_if_fail (ACT_IS_PULL (self));
  g_return_if_fail (self->task == NULL);

  if (event_name != NULL)
    g_hash_table_add (self->names, g_strdup (event_name));
  g_ptr_array_add (self->cursors,
                   act_cursor_new (self, event_name, include_actioned, range, next_token));
}

/**
 * act_pull_set_horizon:
 * @self: a pass that does not run yet
 * @horizon: milliseconds since 1970 UTC: earlier passes have read all that happened before it; or
 *   %ACT_TIME_UNKNOWN
 *
 * Keeps cursors of %ACT_PULL_HEAD from ending above what was never read.
 */
void
act_pull_set_horizon (ActPull *self,
                      gint64   horizon)
{
  g_return_if_fail (ACT_IS_PULL (self));
  g_return_if_fail (self->task == NULL);

  self->horizon = horizon;
}

/**
 * act_pull_keep_places:
 * @self: a pass that does not run yet
 * @key: the key of the store's value that holds the places
 * @places: (transfer full): the places so far
 *
 * Writes down, in the same transaction as their pages, how far the cursors of %ACT_PULL_FULL came, so
 * that a later pass can go on where this one was cut off.
 */
void
act_pull_keep_places (ActPull    *self,
                      const char *key,
                      ActPlaces  *places)
{
  g_return_if_fail (ACT_IS_PULL (self));
  g_return_if_fail (self->task == NULL && self->places == NULL);

  self->key = g_strdup (key);
  self->places = places;
}

/**
 * act_pull_set_meter:
 * @self: a pass that does not run yet
 * @meter: what counts the pages
 * @phase: as what they are counted
 */
void
act_pull_set_meter (ActPull     *self,
                    ActMeter    *meter,
                    ActSyncPhase phase)
{
  g_return_if_fail (ACT_IS_PULL (self));
  g_return_if_fail (self->task == NULL);

  g_set_object (&self->meter, meter);
  self->phase = phase;
}

/**
 * act_pull_run_async:
 * @self: a pass with at least one cursor
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: data for @callback
 *
 * Follows all cursors.
 */
void
act_pull_run_async (ActPull            *self,
                    GCancellable       *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  g_return_if_fail (ACT_IS_PULL (self));
  g_return_if_fail (self->task == NULL);
  g_return_if_fail (self->cursors->len > 0);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, act_pull_run_async);
  act_pull_go_on (self);
}

/**
 * act_pull_run_finish:
 * @self: the pass
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether every cursor was followed as far as it was meant to be
 */
gboolean
act_pull_run_finish (ActPull      *self,
                     GAsyncResult *result,
                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * act_pull_get_n_cursors:
 * @self: a pass
 *
 * Returns: how many lists it follows
 */
guint
act_pull_get_n_cursors (ActPull *self)
{
  g_return_val_if_fail (ACT_IS_PULL (self), 0);

  return self->cursors->len;
}

/**
 * act_pull_get_complete:
 * @self: a pass that succeeded
 *
 * Returns: whether every list of %ACT_PULL_FULL and %ACT_PULL_BEGINNING was read to its end
 */
gboolean
act_pull_get_complete (ActPull *self)
{
  g_return_val_if_fail (ACT_IS_PULL (self), FALSE);

  return !self->cut_off;
}

/**
 * act_pull_get_found_names:
 * @self: a pass
 *
 * Returns: (transfer none) (element-type utf8): the names of events in the list of all events that no
 *   cursor follows
 */
GPtrArray *
act_pull_get_found_names (ActPull *self)
{
  g_return_val_if_fail (ACT_IS_PULL (self), NULL);

  return self->found;
}
