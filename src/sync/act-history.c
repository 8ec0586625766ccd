/* Reads the actioned events, as far back as the server keeps them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-history.h"

#include "act-api-error.h"
#include "act-pull.h"
#include "act-time.h"

/* Where a reading that was cut off goes on, and which lists were read to their end. */
#define PLACES "history-places"

/* The server's clock may differ from ours. */
#define CLOCK_MARGIN G_GINT64_CONSTANT (3600000)

typedef struct
{
  ActClient   *client;   /* (owned) */
  ActStore    *store;    /* (owned) */
  ActPosition *position; /* (unowned): the caller keeps it until the reading has ended */
  ActMeter    *meter;    /* (owned) (nullable) */
  ActPlaces   *places;   /* (owned) (nullable): until it reads */
  gint64       began_at;
  gboolean     resumed; /* at least one list goes on where it was left off */
  gboolean     retried;
} History;

static void load_places (GTask *task);

static void
history_free (gpointer data)
{
  History *history = data;

  g_object_unref (history->client);
  g_object_unref (history->store);
  g_clear_object (&history->meter);
  g_clear_pointer (&history->places, act_places_free);
  g_free (history);
}

static void
position_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_position_save_finish (ACT_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Every list was followed from its beginning to its end, so the open ones were too. */
static void
note_complete (History *history)
{
  ActPosition *position = history->position;

  if (position->history_complete)
    position->history_at = history->began_at;
  else if (position->history_at == history->began_at && position->full_at == ACT_TIME_UNKNOWN)
    position->full_at = history->began_at;
  position->history_complete = TRUE;
}

static void
pulled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  History      *history = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  act_position_add_names (history->position, act_pull_get_found_names (ACT_PULL (source)));
  if (act_pull_run_finish (ACT_PULL (source), result, &error))
    {
      note_complete (history);
      act_position_save_async (history->position, history->store, cancellable,
                               position_saved_cb, g_steal_pointer (&task));
    }
  else if (history->resumed && !history->retried &&
           g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_BAD_REQUEST))
    {
      /* A cursor does not live for ever. */
      history->retried = TRUE;
      load_places (g_steal_pointer (&task));
    }
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

static void
add_full_cursor (History    *history,
                 ActPull    *reading,
                 const char *event_name)
{
  g_autofree char *next_token = act_places_dup_token (history->places, event_name);

  if (!act_places_is_done (history->places, event_name))
    act_pull_add_cursor (reading, event_name, TRUE, ACT_PULL_FULL, next_token);
}

/* Lists by name are read side by side. Where the server names no kinds there may be others than those
 * that are known, so all are read in one list. */
static void
add_full_cursors (History *history,
                  ActPull *reading)
{
  g_autoptr (GPtrArray) names = act_position_list_names (history->position);

  /* What an earlier version has read, it has read in one list. */
  if (act_places_is_done (history->places, NULL) ||
      (history->position->history_complete && act_places_is_empty (history->places)))
    return;

  if (history->position->event_names == NULL)
    {
      add_full_cursor (history, reading, NULL);
      return;
    }

  for (guint i = 0; i < names->len; i++)
    add_full_cursor (history, reading, g_ptr_array_index (names, i));
}

static void
pull (GTask *task)
{
  History     *history = g_task_get_task_data (task);
  ActPosition *position = history->position;
  g_autoptr (ActPull) reading = act_pull_new (history->client, history->store, history->began_at);
  gboolean is_head = FALSE;

  history->resumed = act_places_has_token (history->places);
  add_full_cursors (history, reading);
  is_head = act_pull_get_n_cursors (reading) == 0;
  if (position->history_complete || is_head)
    {
      if (position->history_at != ACT_TIME_UNKNOWN)
        act_pull_set_horizon (reading, position->history_at - CLOCK_MARGIN);
      act_pull_add_cursor (reading, NULL, TRUE, ACT_PULL_HEAD, NULL);
    }

  act_pull_keep_places (reading, PLACES, g_steal_pointer (&history->places));
  if (history->meter != NULL && !is_head)
    {
      act_meter_begin (history->meter, ACT_SYNC_HISTORY, -1);
      act_pull_set_meter (reading, history->meter, ACT_SYNC_HISTORY);
    }
  act_pull_run_async (reading, g_task_get_cancellable (task), pulled_cb, task);
}

static void
beginning_saved_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_position_save_finish (ACT_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    pull (g_steal_pointer (&task));
}

/* A reading that is cut off and goes on days later reaches from its beginning back, so that is what
 * must be known when it is complete. */
static void
begin (GTask *task)
{
  History *history = g_task_get_task_data (task);

  history->position->history_at = history->began_at;
  act_position_save_async (history->position, history->store, g_task_get_cancellable (task),
                           beginning_saved_cb, task);
}

/* When the clock was set back, nothing tells up to when the history was read. */
static void
check_clock (History *history)
{
  ActPosition *position = history->position;

  if (position->history_at == ACT_TIME_UNKNOWN ||
      position->history_at <= history->began_at + CLOCK_MARGIN)
    return;

  position->history_complete = FALSE;
  act_places_free (history->places);
  history->places = act_places_new_from_text (NULL);
}

static void
places_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  History         *history = g_task_get_task_data (task);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  text = act_store_get_value_finish (ACT_STORE (source), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  history->places = act_places_new_from_text (text);
  check_clock (history);
  if (history->retried)
    act_places_forget_tokens (history->places);

  if (act_places_is_empty (history->places) && !history->position->history_complete &&
      !history->retried)
    begin (g_steal_pointer (&task));
  else
    pull (g_steal_pointer (&task));
}

static void
load_places (GTask *task)
{
  History *history = g_task_get_task_data (task);

  act_store_get_value_async (history->store, PLACES, g_task_get_cancellable (task), places_read_cb,
                             task);
}

/**
 * act_history_async:
 * @client: a client
 * @store: the store to merge into
 * @position: (inout): what is known of the server; it must stay alive until the end
 * @meter: (nullable): what counts the pages of a list that is read to its end
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads all events, actioned ones too: once to the end, going on where it was cut off, and later
 * only at the list's head.
 */
void
act_history_async (ActClient          *client,
                   ActStore           *store,
                   ActPosition        *position,
                   ActMeter           *meter,
                   GCancellable       *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  GTask   *task = NULL;
  History *history = NULL;

  g_return_if_fail (ACT_IS_CLIENT (client));
  g_return_if_fail (ACT_IS_STORE (store));
  g_return_if_fail (position != NULL);

  history = g_new0 (History, 1);
  history->client = g_object_ref (client);
  history->store = g_object_ref (store);
  history->position = position;
  history->meter = meter != NULL ? g_object_ref (meter) : NULL;
  history->began_at = act_time_now ();

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_history_async);
  g_task_set_task_data (task, history, history_free);
  load_places (task);
}

/**
 * act_history_finish:
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it was read as far as it was meant to be
 */
gboolean
act_history_finish (GAsyncResult *result,
                    GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
