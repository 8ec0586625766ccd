/* Reads the open events and finds those that are open no more
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-open-pass.h"

#include "act-planner.h"
#include "act-pull.h"
#include "act-time.h"
#include "act-verify.h"

#define HOUR G_GINT64_CONSTANT (3600000)
#define DAY  (24 * HOUR)

/* As many events are read in full on each refresh: 30 pages, which take 3 seconds at 10 requests a
 * second. A longer list is read in full once an hour, and at its head in between; a very long one
 * less often, so that this takes no more than a tenth of what 10 requests a second can do. */
#define SMALL_LIST     3000
#define FULL_EVERY     HOUR
#define EVENT_EVERY_MS 10

/* The server deletes events after 28 days, so what is older is missing without having changed; it is
 * asked about a little at a time. */
#define KEPT_FOR (28 * DAY)

/* The server's clock may differ from ours. */
#define CLOCK_MARGIN HOUR

typedef struct
{
  ActClient   *client;   /* (owned) */
  ActStore    *store;    /* (owned) */
  ActPosition *position; /* (unowned): the caller keeps it until the pass has ended */
  ActMeter    *meter;    /* (owned) (nullable) */
  gboolean     history_follows;
  gint64       began_at;
  ActPullRange range;
  gboolean     full;
  ActVerdict  *verdict; /* (owned) (nullable) */
} OpenPass;

static void
open_pass_free (gpointer data)
{
  OpenPass *pass = data;

  g_object_unref (pass->client);
  g_object_unref (pass->store);
  g_clear_object (&pass->meter);
  g_clear_pointer (&pass->verdict, act_verdict_free);
  g_free (pass);
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
finish_pass (GTask *task)
{
  OpenPass *pass = g_task_get_task_data (task);

  pass->position->as_of = pass->began_at;
  if (pass->full)
    pass->position->full_at = pass->began_at;

  act_position_save_async (pass->position, pass->store, g_task_get_cancellable (task),
                           position_saved_cb, task);
}

static void
gone_set_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_set_gone_finish (ACT_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    finish_pass (g_steal_pointer (&task));
}

static void
verdict_merged_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  OpenPass     *pass = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!act_store_merge_page_finish (ACT_STORE (source), result, NULL, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_ptr_array_add (pass->verdict->gone, NULL);
  act_store_set_gone_async (pass->store, (const char *const *) pass->verdict->gone->pdata,
                            cancellable, gone_set_cb, g_steal_pointer (&task));
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  OpenPass     *pass = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  pass->verdict = act_verify_finish (result, &error);
  if (pass->verdict == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  act_store_merge_page_async (pass->store, g_steal_pointer (&pass->verdict->page), 0,
                              act_planner_merge, cancellable,
                              verdict_merged_cb, g_steal_pointer (&task));
}

static void
unlisted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  OpenPass     *pass = g_task_get_task_data (task);
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;

  ids = act_store_list_unlisted_finish (ACT_STORE (source), result, &error);
  if (ids == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (ids[0] == NULL)
    finish_pass (g_steal_pointer (&task));
  else
    act_verify_async (pass->client, (const char *const *) ids, cancellable,
                      verified_cb, g_steal_pointer (&task));
}

static void
pulled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  OpenPass     *pass = g_task_get_task_data (task);
  ActPull      *pull = ACT_PULL (source);
  g_autoptr (GError) error = NULL;

  act_position_add_names (pass->position, act_pull_get_found_names (pull));
  if (!act_pull_run_finish (pull, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  pass->full = pass->range != ACT_PULL_HEAD && act_pull_get_complete (pull);
  if (!pass->full)
    finish_pass (g_steal_pointer (&task));
  else
    act_store_list_unlisted_async (pass->store, pass->began_at, pass->began_at,
                                   pass->began_at - KEPT_FOR, cancellable,
                                   unlisted_cb, g_steal_pointer (&task));
}

static void
add_cursors (OpenPass *pass,
             ActPull  *pull)
{
  g_autoptr (GPtrArray) names = act_position_list_names (pass->position);

  for (guint i = 0; i < names->len; i++)
    act_pull_add_cursor (pull, g_ptr_array_index (names, i), FALSE, pass->range, NULL);

  /* Finds new events of kinds that nobody has named. */
  act_pull_add_cursor (pull, NULL, FALSE, ACT_PULL_HEAD, NULL);
}

static gint64
get_time_between_full_passes (gsize n_open)
{
  return MAX (FULL_EVERY, (gint64) n_open * EVENT_EVERY_MS);
}

/* The first time, what is newest of a long list is read; the list of all events, which follows, has
 * the rest. Until that is complete a long list is not read to its end for nothing. */
static ActPullRange
choose_range (const OpenPass *pass,
              gsize           n_open)
{
  const ActPosition *position = pass->position;
  gboolean           has_rest = pass->history_follows && !position->history_complete;
  if (position->as_of == ACT_TIME_UNKNOWN)
    return has_rest ? ACT_PULL_BEGINNING : ACT_PULL_FULL;
  if (n_open <= SMALL_LIST)
    return ACT_PULL_FULL;
  if (position->full_at == ACT_TIME_UNKNOWN)
    return has_rest ? ACT_PULL_HEAD : ACT_PULL_FULL;

  /* A clock that was set back says nothing of how long ago that was. */
  if (position->full_at > pass->began_at || position->as_of > pass->began_at)
    return ACT_PULL_FULL;

  return pass->began_at - position->full_at >= get_time_between_full_passes (n_open)
             ? ACT_PULL_FULL
             : ACT_PULL_HEAD;
}

static void
begin_metering (OpenPass *pass,
                ActPull  *pull,
                gsize     n_open)
{
  if (pass->meter == NULL)
    return;

  act_meter_begin (pass->meter, ACT_SYNC_OPEN, pass->range == ACT_PULL_FULL ? (gint64) n_open : -1);
  act_pull_set_meter (pull, pass->meter, ACT_SYNC_OPEN);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  OpenPass     *pass = g_task_get_task_data (task);
  ActPosition  *position = pass->position;
  g_autoptr (ActCounts) counts = NULL;
  g_autoptr (ActPull) pull = NULL;
  g_autoptr (GError) error = NULL;

  counts = act_store_count_finish (ACT_STORE (source), result, &error);
  if (counts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  pass->range = choose_range (pass, act_counts_get_open (counts));
  pull = act_pull_new (pass->client, pass->store, pass->began_at);
  if (position->as_of != ACT_TIME_UNKNOWN)
    act_pull_set_horizon (pull, position->as_of - CLOCK_MARGIN);
  add_cursors (pass, pull);
  begin_metering (pass, pull, act_counts_get_open (counts));
  act_pull_run_async (pull, cancellable, pulled_cb, g_steal_pointer (&task));
}

/* The next call would end in the same way. */
static gboolean
is_about_all_calls (const GError *error)
{
  return act_api_error_is_offline (error) || act_api_error_is_sign_in (error) ||
         g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_TLS) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
names_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  OpenPass     *pass = g_task_get_task_data (task);
  g_auto (GStrv) names = NULL;
  g_autoptr (GError) error = NULL;

  names = act_client_list_event_names_finish (ACT_CLIENT (source), result, &error);
  if (names == NULL && is_about_all_calls (error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* Without this list the known kinds are read all the same. */
  if (names != NULL)
    {
      g_strfreev (pass->position->event_names);
      pass->position->event_names = g_steal_pointer (&names);
    }

  act_store_count_async (pass->store, cancellable, counted_cb, g_steal_pointer (&task));
}

/**
 * act_open_pass_async:
 * @client: a client
 * @store: the store to merge into
 * @position: (inout): what is known of the server; it must stay alive and alone in this pass' hands
 * @meter: (nullable): what counts the pages
 * @history_follows: whether the list of all events is read next
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Brings the open events up to date: in full, or at the list's head when it is long and was read
 * in full not long ago, or is read for the first time. After a full pass, events that it has not met are read back one by one and
 * are called gone only if the server says so.
 */
void
act_open_pass_async (ActClient          *client,
                     ActStore           *store,
                     ActPosition        *position,
                     ActMeter           *meter,
                     gboolean            history_follows,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  GTask    *task = NULL;
  OpenPass *pass = NULL;

  g_return_if_fail (ACT_IS_CLIENT (client));
  g_return_if_fail (ACT_IS_STORE (store));
  g_return_if_fail (position != NULL);

  pass = g_new0 (OpenPass, 1);
  pass->client = g_object_ref (client);
  pass->store = g_object_ref (store);
  pass->position = position;
  pass->meter = meter != NULL ? g_object_ref (meter) : NULL;
  pass->history_follows = history_follows;
  pass->began_at = act_time_now ();

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_open_pass_async);
  g_task_set_task_data (task, pass, open_pass_free);
  act_client_list_event_names_async (client, cancellable, names_listed_cb, task);
}

/**
 * act_open_pass_finish:
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the open events are up to date
 */
gboolean
act_open_pass_finish (GAsyncResult *result,
                      GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
