/* Reads lists of events into the store, by cursors that run side by side
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pull.h"

#include "act-planner.h"
#include "act-time.h"

#define EVENT_TYPE         "IntegrationEvent"
#define EVENT_NAME_PREFIX  "integration."
#define LARGEST_PAGE       100
#define KNOWN_PAGES_AT_END 2

struct _ActPull
{
  GObject parent_instance;

  ActClient *client; /* (owned) */
  ActStore  *store;  /* (owned) */
  gint64     pass;
  GPtrArray *cursors; /* (owned) (element-type Cursor) */
  gint64     horizon; /* what happened before it is known, or %ACT_TIME_UNKNOWN */
  char      *place;   /* (owned) (nullable): the store's key for the next token of a lone cursor */
  guint      running;
  GTask     *task;  /* (owned) (nullable): while it runs */
  GError    *error; /* (owned) (nullable): the first failure */
};

G_DEFINE_FINAL_TYPE (ActPull, act_pull, G_TYPE_OBJECT)

typedef struct
{
  ActPull     *pull; /* (unowned): the task holds it while a cursor runs */
  char        *event_name;
  gboolean     include_actioned;
  ActPullRange range;
  char        *next_token;
  guint        page_size;
  guint        known_pages;
  gint64       oldest; /* of the page that is being merged */
  GHashTable  *seen_tokens;
} Cursor;

static void read_page (Cursor *cursor);

static void
cursor_free (gpointer data)
{
  Cursor *cursor = data;

  g_free (cursor->event_name);
  g_free (cursor->next_token);
  g_hash_table_unref (cursor->seen_tokens);
  g_free (cursor);
}

static void
end_cursor (Cursor *cursor,
            GError *error)
{
  ActPull *self = cursor->pull;
  g_autoptr (GTask) task = NULL;

  if (error != NULL && self->error == NULL)
    self->error = error;
  else
    g_clear_error (&error);

  if (--self->running > 0)
    return;

  task = g_steal_pointer (&self->task);
  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, TRUE);
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

static gboolean
take_token (Cursor  *cursor,
            char    *token,
            GError **error)
{
  g_free (cursor->next_token);
  cursor->next_token = token;
  if (token == NULL)
    return TRUE;

  if (!g_hash_table_add (cursor->seen_tokens, g_strdup (token)))
    {
      g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_REPEATED_TOKEN,
                           "GET events: the server gave the same nextToken twice");
      return FALSE;
    }

  return TRUE;
}

static void
place_kept_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Cursor *cursor = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_set_value_finish (ACT_STORE (source), result, &error))
    end_cursor (cursor, g_steal_pointer (&error));
  else if (cursor->next_token == NULL)
    end_cursor (cursor, NULL);
  else
    read_page (cursor);
}

/* Known events are no sign that all below them are known: another list may have brought them, or a
 * pass that failed before it came to the others. */
static gboolean
is_within_horizon (Cursor *cursor)
{
  return cursor->pull->horizon == ACT_TIME_UNKNOWN || cursor->oldest < cursor->pull->horizon;
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

static void
page_merged_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Cursor        *cursor = user_data;
  ActPull       *self = cursor->pull;
  ActMergeResult merged = { 0 };
  g_autoptr (GError) error = NULL;

  if (!act_store_merge_page_finish (ACT_STORE (source), result, &merged, &error))
    {
      end_cursor (cursor, g_steal_pointer (&error));
      return;
    }

  if (merged.added > 0)
    cursor->known_pages = 0;
  else if (merged.known > 0 && is_within_horizon (cursor))
    cursor->known_pages++;

  if (cursor->range == ACT_PULL_HEAD && cursor->known_pages >= KNOWN_PAGES_AT_END)
    g_clear_pointer (&cursor->next_token, g_free);

  if (self->place != NULL)
    act_store_set_value_async (self->store, self->place, cursor->next_token,
                               g_task_get_cancellable (self->task), place_kept_cb, cursor);
  else if (cursor->next_token == NULL)
    end_cursor (cursor, NULL);
  else
    read_page (cursor);
}

/* A server that finds its own answer too large wants smaller pages. A cursor belongs to one page
 * size, so the list is begun again. */
static gboolean
halve_pages (Cursor       *cursor,
             const GError *error)
{
  if (!g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_PAGE_TOO_LARGE) || cursor->page_size == 1)
    return FALSE;

  cursor->page_size /= 2;
  cursor->known_pages = 0;
  g_clear_pointer (&cursor->next_token, g_free);
  g_hash_table_remove_all (cursor->seen_tokens);

  return TRUE;
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Cursor  *cursor = user_data;
  ActPull *self = cursor->pull;
  g_autoptr (ActEventPage) page = NULL;
  g_autoptr (GError) error = NULL;

  page = act_client_list_events_finish (ACT_CLIENT (source), result, &error);
  if (page == NULL)
    {
      if (halve_pages (cursor, error))
        read_page (cursor);
      else
        end_cursor (cursor, g_steal_pointer (&error));
      return;
    }

  if (!take_token (cursor, g_steal_pointer (&page->next_token), &error))
    {
      end_cursor (cursor, g_steal_pointer (&error));
      return;
    }

  drop_foreign_events (page);
  cursor->oldest = find_oldest (page->events);
  act_store_merge_page_async (self->store,
                              g_steal_pointer (&page),
                              cursor->include_actioned ? 0 : self->pass,
                              act_planner_merge,
                              g_task_get_cancellable (self->task),
                              page_merged_cb,
                              cursor);
}

static void
read_page (Cursor *cursor)
{
  ActPull         *self = cursor->pull;
  ActEventsRequest request = {
    .page_size = cursor->page_size,
    .event_type = EVENT_TYPE,
    .event_name = cursor->event_name,
    .include_actioned = cursor->include_actioned,
    .next_token = cursor->next_token,
  };

  /* Once one cursor has failed the pass, the others need not go on. */
  if (self->error != NULL)
    end_cursor (cursor, NULL);
  else
    act_client_list_events_async (self->client, &request, g_task_get_cancellable (self->task),
                                  page_read_cb, cursor);
}

static void
act_pull_finalize (GObject *object)
{
  ActPull *self = ACT_PULL (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_pointer (&self->cursors, g_ptr_array_unref);
  g_clear_pointer (&self->place, g_free);
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
  self->cursors = g_ptr_array_new_with_free_func (cursor_free);
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
 * @include_actioned: whether actioned events are listed
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
  Cursor *cursor = NULL;

  g_return_if_fail (ACT_IS_PULL (self));
  g_return_if_fail (self->task == NULL);

  cursor = g_new0 (Cursor, 1);
  cursor->pull = self;
  cursor->event_name = g_strdup (event_name);
  cursor->include_actioned = include_actioned;
  cursor->range = range;
  cursor->next_token = g_strdup (next_token);
  cursor->page_size = LARGEST_PAGE;
  cursor->seen_tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->cursors, cursor);
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
 * act_pull_keep_place:
 * @self: a pass with one cursor
 * @key: the key of the store's value that holds the cursor's next token after each page
 *
 * Lets a later pass go on where this one was cut off.
 */
void
act_pull_keep_place (ActPull    *self,
                     const char *key)
{
  g_return_if_fail (ACT_IS_PULL (self));
  g_return_if_fail (self->cursors->len == 1);

  g_free (self->place);
  self->place = g_strdup (key);
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
  self->running = self->cursors->len;

  for (guint i = 0; i < self->cursors->len; i++)
    read_page (g_ptr_array_index (self->cursors, i));
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
