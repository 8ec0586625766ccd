/* Reads the actioned events, as far back as the server keeps them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-history.h"

#include "act-api-error.h"
#include "act-pull.h"
#include "act-time.h"

/* Where a reading that was cut off goes on. */
#define PLACE "history-cursor"

/* The server's clock may differ from ours. */
#define CLOCK_MARGIN G_GINT64_CONSTANT (3600000)

typedef struct
{
  ActClient   *client;   /* (owned) */
  ActStore    *store;    /* (owned) */
  ActPosition *position; /* (unowned): the caller keeps it until the reading has ended */
  gint64       began_at;
  gboolean     resumed;
} History;

static void begin (GTask *task);
static void pull (GTask      *task,
                  const char *next_token);

static void
history_free (gpointer data)
{
  History *history = data;

  g_object_unref (history->client);
  g_object_unref (history->store);
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

static void
pulled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  History      *history = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (act_pull_run_finish (ACT_PULL (source), result, &error))
    {
      if (history->position->history_complete)
        history->position->history_at = history->began_at;
      history->position->history_complete = TRUE;
      act_position_save_async (history->position, history->store, cancellable,
                               position_saved_cb, g_steal_pointer (&task));
    }
  else if (history->resumed && g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_BAD_REQUEST))
    /* A cursor does not live for ever. */
    begin (g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
pull (GTask      *task,
      const char *next_token)
{
  History     *history = g_task_get_task_data (task);
  ActPosition *position = history->position;
  g_autoptr (ActPull) reading = act_pull_new (history->client, history->store, history->began_at);

  history->resumed = next_token != NULL;
  if (position->history_complete)
    {
      if (position->history_at != ACT_TIME_UNKNOWN)
        act_pull_set_horizon (reading, position->history_at - CLOCK_MARGIN);
      act_pull_add_cursor (reading, NULL, TRUE, ACT_PULL_HEAD, NULL);
    }
  else
    {
      act_pull_add_cursor (reading, NULL, TRUE, ACT_PULL_FULL, next_token);
      act_pull_keep_place (reading, PLACE);
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
    pull (g_steal_pointer (&task), NULL);
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

static void
place_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  History         *history = g_task_get_task_data (task);
  g_autofree char *next_token = NULL;
  g_autoptr (GError) error = NULL;

  next_token = act_store_get_value_finish (ACT_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (next_token != NULL || history->position->history_complete)
    pull (g_steal_pointer (&task), next_token);
  else
    begin (g_steal_pointer (&task));
}

/**
 * act_history_async:
 * @client: a client
 * @store: the store to merge into
 * @position: (inout): what is known of the server; it must stay alive until the end
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
  history->began_at = act_time_now ();

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_history_async);
  g_task_set_task_data (task, history, history_free);
  act_store_get_value_async (store, PLACE, cancellable, place_read_cb, task);
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
