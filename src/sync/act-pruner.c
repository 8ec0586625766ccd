/* Deletes old events batch by batch
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pruner.h"

#include "act-store-pruning.h"

typedef struct
{
  ActPruning      pruning;
  ActProgressFunc progress;
  gpointer        progress_data;
  guint           total;
} Run;

static void prune_more (GTask *task);

static void
pruned_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!act_store_prune_finish (ACT_STORE (source), result, &run->pruning, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (run->pruning.done)
    g_task_return_int (task, run->pruning.n_events);
  else
    prune_more (g_steal_pointer (&task));
}

/* Each batch is a job of its own, so that a mark never waits for more than one. */
static void
prune_more (GTask *task)
{
  ActStore  *store = g_task_get_source_object (task);
  const Run *run = g_task_get_task_data (task);

  if (run->progress != NULL)
    run->progress (ACT_STEP_DELETING, MIN (run->pruning.n_events, run->total), run->total,
                   run->progress_data);
  act_store_prune_async (store, &run->pruning, g_task_get_cancellable (task), pruned_cb, task);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!act_store_count_prunable_finish (ACT_STORE (source), result, &run->total, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    prune_more (g_steal_pointer (&task));
}

/**
 * act_pruner_run_async:
 * @store: a store
 * @older_than: what is older is deleted, milliseconds since 1970 UTC
 * @by_events: whether time is taken to be no later than the newest event
 * @progress: (nullable): told after each batch
 * @progress_data: for @progress
 * @cancellable: (nullable): stops after the batch that runs; what is deleted stays so
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Deletes what act_store_prune_async() deletes, to the end.
 */
void
act_pruner_run_async (ActStore           *store,
                      gint64              older_than,
                      gboolean            by_events,
                      ActProgressFunc     progress,
                      gpointer            progress_data,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Run   *run = g_new0 (Run, 1);

  run->pruning.older_than = older_than;
  run->pruning.by_events = by_events;
  run->progress = progress;
  run->progress_data = progress_data;
  g_task_set_source_tag (task, act_pruner_run_async);
  g_task_set_task_data (task, run, g_free);
  act_store_count_prunable_async (store, older_than, cancellable, counted_cb, task);
}

/**
 * act_pruner_run_finish:
 * @store: the store
 * @result: the result
 * @n_events: (out) (optional): return location for how many events were deleted
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it came to the end
 */
gboolean
act_pruner_run_finish (ActStore     *store,
                       GAsyncResult *result,
                       guint        *n_events,
                       GError      **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  if (n_events != NULL)
    *n_events = (guint) MAX (n, 0);

  return n >= 0;
}
