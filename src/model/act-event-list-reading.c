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
  GArray       *ids; /* (owned) (nullable): the answer, while its rows are filled */
} Reading;

static void
free_reading (Reading *reading)
{
  g_clear_pointer (&reading->ids, g_array_unref);
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

/* @rows are held until the list has shown them. */
static void
show_answer (Reading   *reading,
             GPtrArray *rows)
{
  ActEventList *self = reading->list;
  gboolean      more = reading->limit > 0 && reading->ids->len >= reading->limit;

  g_clear_object (&self->cancellable);
  act_event_list_show (self, g_steal_pointer (&reading->ids));
  if (reading->generation != self->generation)
    return;

  if (rows == NULL)
    act_row_loader_reload (self->loader);
  act_event_list_set_error (self, NULL);
  act_event_list_set_loading (self, FALSE);
  if (reading->generation != self->generation)
    return;

  act_event_list_set_complete (self, !more);
  if (reading->generation != self->generation)
    return;

  /* After the first rows are painted: a long list takes a processor for as long as a window does. */
  if (more)
    self->timer = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, refresh_cb, self, NULL);
  else if (self->dirty)
    act_event_list_refresh (self);
  else
    act_event_list_update_settled (self);
}

/* Rows that could not be read are shown as they are, and are tried again by themselves. */
static void
first_rows_read_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (Reading) reading = user_data;
  ActEventList *self = reading->list;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) records = act_row_source_load_finish (ACT_ROW_SOURCE (source), result, NULL);

  if (reading->generation != self->generation)
    return;

  if (records != NULL)
    rows = act_row_loader_fill_rows (self->loader, records);
  if (reading->generation == self->generation)
    show_answer (reading, rows);
}

static void
query_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (GError) error = NULL;
  ActEventList *self = reading->list;

  reading->ids = act_row_source_query_finish (ACT_ROW_SOURCE (source), result, &error);
  if (reading->generation != self->generation)
    return;

  if (reading->ids == NULL)
    {
      g_clear_object (&self->cancellable);
      fail_reading (self, error);
      return;
    }

  self->retry_ms = 0;
  if (reading->limit == 0)
    self->took_ms = (g_get_monotonic_time () - self->began) / 1000;

  if (reading->limit == 0 || reading->ids->len == 0 || self->n_first == 0)
    {
      show_answer (reading, NULL);
      return;
    }

  act_row_source_load_async (self->source, (const gint64 *) (gpointer) reading->ids->data, reading->ids->len,
                             ACT_ROW_LOAD_NONE, self->cancellable, first_rows_read_cb, reading);
  g_steal_pointer (&reading);
}

void
act_event_list_read (ActEventList *self,
                     guint         limit)
{
  Reading *reading = g_new (Reading, 1);

  *reading = (Reading){ g_object_ref (self), self->generation, limit, NULL };
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
