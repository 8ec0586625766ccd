/* When and how the list of events reads its query
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-list-private.h"

#include "act-store-error.h"

#define MIN_INTERVAL_MS 250

/* A long list takes its time to read; three times as long its rows then have the reader alone. */
#define PACE            4
#define MAX_INTERVAL_MS 2000
#define MAX_RETRY_MS    8000

/* One reading of the query. */
typedef struct
{
  ActEventList *list; /* (owned) */
  guint         generation;
  guint         limit;
} Reading;

static void
free_reading (Reading *reading)
{
  g_object_unref (reading->list);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, free_reading)

static gboolean
refresh_cb (gpointer user_data)
{
  ActEventList *self = user_data;

  self->timer = 0;
  act_event_list_read (self, 0);

  return G_SOURCE_REMOVE;
}

/* The first change after a quiet time is read at once, those that follow soon are read together. */
void
act_event_list_refresh (ActEventList *self)
{
  gint64 wait_ms = CLAMP (PACE * self->took_ms, MIN_INTERVAL_MS, MAX_INTERVAL_MS);

  self->dirty = TRUE;
  act_event_list_update_settled (self);
  if (self->query == NULL || self->timer != 0 || self->cancellable != NULL)
    return;

  wait_ms = MAX (wait_ms, self->retry_ms);
  wait_ms -= (g_get_monotonic_time () - self->began) / 1000;
  if (wait_ms > 0)
    self->timer = g_timeout_add ((guint) wait_ms, refresh_cb, self);
  else
    act_event_list_read (self, 0);
}

static void
fail_reading (ActEventList *self,
              const GError *error)
{
  self->retry_ms = CLAMP (2 * self->retry_ms, MIN_INTERVAL_MS, MAX_RETRY_MS);
  act_event_list_set_error (self, error);
  act_event_list_set_loading (self, FALSE);
  if (!g_error_matches (error, ACT_STORE_ERROR, ACT_STORE_ERROR_CLOSED))
    act_event_list_refresh (self);
}

static void
query_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (GError) error = NULL;
  ActEventList *self = reading->list;
  gboolean      more = FALSE;
  GArray       *ids = act_row_source_query_finish (ACT_ROW_SOURCE (source), result, &error);

  if (reading->generation != self->generation)
    {
      g_clear_pointer (&ids, g_array_unref);
      return;
    }

  g_clear_object (&self->cancellable);
  if (ids == NULL)
    {
      fail_reading (self, error);
      return;
    }

  self->retry_ms = 0;
  if (reading->limit == 0)
    self->took_ms = (g_get_monotonic_time () - self->began) / 1000;
  more = reading->limit > 0 && ids->len >= reading->limit;
  act_event_list_show (self, ids);
  if (reading->generation != self->generation)
    return;

  act_row_loader_reload (self->loader);
  act_event_list_set_error (self, NULL);
  act_event_list_set_loading (self, FALSE);
  if (reading->generation != self->generation)
    return;

  act_event_list_set_complete (self, !more);
  if (reading->generation != self->generation)
    return;

  if (more)
    act_event_list_read (self, 0);
  else if (self->dirty)
    act_event_list_refresh (self);
  else
    act_event_list_update_settled (self);
}

void
act_event_list_read (ActEventList *self,
                     guint         limit)
{
  Reading *reading = g_new (Reading, 1);

  *reading = (Reading){ g_object_ref (self), self->generation, limit };
  self->dirty = FALSE;
  self->began = g_get_monotonic_time ();
  self->cancellable = g_cancellable_new ();
  act_row_source_query_async (self->source, self->query, limit, self->cancellable, query_read_cb,
                              reading);
}

void
act_event_list_stop_reading (ActEventList *self)
{
  self->generation++;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}
