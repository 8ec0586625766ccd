/* How long a session keeps events, and what takes space
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-space.h"

#include "act-pruner.h"
#include "act-session-private.h"
#include "act-store-pruning.h"
#include "act-store-resources.h"
#include "act-store-usage.h"
#include "act-time.h"

/* What freeing takes along. */
typedef struct
{
  ActFreeing      freeing;
  ActProgressFunc progress;
  gpointer        progress_data;
  gint64          before;
  gint64          after;
} Run;

static void
retained_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ActSession) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_events = 0;

  self->pruning = FALSE;
  if (!act_pruner_run_finish (ACT_STORE (source), result, &n_events, &error))
    g_info ("What is older than it is to be kept stays: %s", error->message);
  else if (n_events > 0)
    g_info ("%u events were older than they are to be kept", n_events);
}

static gint64
months_ago (guint months)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (act_time_now () / 1000);
  g_autoptr (GDateTime) then = g_date_time_add_months (now, -(int) months);

  return g_date_time_to_unix (then) * 1000;
}

/* Deletes what is older than it is to be kept. One process does it: the one that synchronises. */
void
act_session_prune (ActSession *self)
{
  if (self->retention_months == 0 || self->pruning || self->store == NULL ||
      act_store_get_read_only (self->store) || !act_store_try_lock_sync (self->store))
    return;

  self->pruning = TRUE;
  act_pruner_run_async (self->store, months_ago (self->retention_months), TRUE, NULL, NULL,
                        self->retaining, retained_cb, g_object_ref (self));
}

/**
 * act_session_set_retention:
 * @self: a session
 * @months: how many months actioned events are kept; 0 for ever
 *
 * Says how long events are kept. An automatic session deletes what is older after each
 * synchronisation, but never an open event nor one that has an unsent change.
 */
void
act_session_set_retention (ActSession *self,
                           guint       months)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  if (self->retention_months == months)
    return;

  self->retention_months = months;
  g_cancellable_cancel (self->retaining);
  g_object_unref (self->retaining);
  self->retaining = g_cancellable_new ();
}

static void
measured_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError   *error = NULL;
  ActUsage *usage = act_store_measure_finish (ACT_STORE (source), result, &error);

  if (usage != NULL)
    g_task_return_pointer (task, usage, (GDestroyNotify) act_usage_free);
  else
    g_task_return_error (task, error);
}

/**
 * act_session_measure_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Measures what takes space on this computer.
 */
void
act_session_measure_async (ActSession         *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_store_measure_async (self->store, cancellable, measured_cb,
                           act_session_new_task (self, cancellable, callback, user_data,
                                                 act_session_measure_async));
}

/**
 * act_session_measure_finish:
 * @self: a session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what takes space
 */
ActUsage *
act_session_measure_finish (ActSession   *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  guint   n_events = 0;

  if (act_store_count_prunable_finish (ACT_STORE (source), result, &n_events, &error))
    g_task_return_int (task, n_events);
  else
    g_task_return_error (task, error);
}

/**
 * act_session_count_prunable_async:
 * @self: a session
 * @older_than: milliseconds since 1970 UTC
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Counts the events that are actioned, of which nothing waits, and that are older.
 */
void
act_session_count_prunable_async (ActSession         *self,
                                  gint64              older_than,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_store_count_prunable_async (self->store, older_than, cancellable, counted_cb,
                                  act_session_new_task (self, cancellable, callback, user_data,
                                                        act_session_count_prunable_async));
}

/**
 * act_session_count_prunable_finish:
 * @self: a session
 * @result: the result
 * @n_events: (out): return location for how many
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they could be counted
 */
gboolean
act_session_count_prunable_finish (ActSession   *self,
                                   GAsyncResult *result,
                                   guint        *n_events,
                                   GError      **error)
{
  gssize n = 0;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  *n_events = (guint) MAX (n, 0);

  return n >= 0;
}

static void
tell (GTask  *task,
      ActStep step)
{
  const Run *run = g_task_get_task_data (task);

  if (run->progress != NULL)
    run->progress (step, 0, 0, run->progress_data);
}

static void
measured_after_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (ActUsage) usage = act_store_measure_finish (ACT_STORE (source), result, &error);

  if (usage == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  run->after = act_usage_get_total (usage);
  g_task_return_boolean (task, TRUE);
}

static void
compacted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!act_store_compact_finish (ACT_STORE (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  tell (task, ACT_STEP_MEASURING);
  act_store_measure_async (ACT_STORE (source), cancellable, measured_after_cb,
                           g_steal_pointer (&task));
}

static void
compact (GTask *task)
{
  ActSession *self = g_task_get_source_object (task);

  tell (task, ACT_STEP_COMPACTING);
  act_store_compact_async (self->store, g_task_get_cancellable (task), compacted_cb, task);
}

static void
backups_removed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_remove_backups_finish (ACT_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    compact (g_steal_pointer (&task));
}

static void
remove_backups (GTask *task)
{
  ActSession *self = g_task_get_source_object (task);
  const Run  *run = g_task_get_task_data (task);

  if (run->freeing.backups)
    act_store_remove_backups_async (self->store, g_task_get_cancellable (task),
                                    backups_removed_cb, task);
  else
    compact (task);
}

static void
logs_removed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_clear_resources_finish (ACT_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    remove_backups (g_steal_pointer (&task));
}

static void
remove_logs (GTask *task)
{
  ActSession *self = g_task_get_source_object (task);
  const Run  *run = g_task_get_task_data (task);

  if (run->freeing.logs)
    act_store_clear_resources_async (self->store, ACT_RESOURCE_RUN_LOG,
                                     g_task_get_cancellable (task), logs_removed_cb, task);
  else
    remove_backups (task);
}

static void
events_deleted_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_pruner_run_finish (ACT_STORE (source), result, NULL, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    remove_logs (g_steal_pointer (&task));
}

static void
measured_before_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Run          *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (ActUsage) usage = act_store_measure_finish (ACT_STORE (source), result, &error);

  if (usage == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  run->before = act_usage_get_total (usage);
  if (run->freeing.older_than > 0)
    act_pruner_run_async (ACT_STORE (source), run->freeing.older_than, FALSE, run->progress,
                          run->progress_data, cancellable, events_deleted_cb,
                          g_steal_pointer (&task));
  else
    remove_logs (g_steal_pointer (&task));
}

/**
 * act_session_free_space_async:
 * @self: a session
 * @freeing: what is to be freed; copied
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress; valid until @callback is called
 * @cancellable: (nullable): stops it; what is deleted by then stays so
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Deletes what was chosen, and gives the space back to the disk. Open and unsent events stay.
 */
void
act_session_free_space_async (ActSession         *self,
                              const ActFreeing   *freeing,
                              ActProgressFunc     progress,
                              gpointer            progress_data,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task = NULL;
  Run   *run = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (freeing != NULL);

  run = g_new0 (Run, 1);
  run->freeing = *freeing;
  run->progress = progress;
  run->progress_data = progress_data;
  task = act_session_new_task (self, cancellable, callback, user_data, act_session_free_space_async);
  g_task_set_task_data (task, run, g_free);
  tell (task, ACT_STEP_MEASURING);
  act_store_measure_async (self->store, cancellable, measured_before_cb, task);
}

/**
 * act_session_free_space_finish:
 * @self: a session
 * @result: the result
 * @before: (out): return location for the bytes on the disk before
 * @after: (out): return location for the bytes on the disk after
 * @error: of %ACT_STORE_ERROR, %ACT_STORE_ERROR_NO_SPACE if there is no room for compacting, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all is done
 */
gboolean
act_session_free_space_finish (ActSession   *self,
                               GAsyncResult *result,
                               gint64       *before,
                               gint64       *after,
                               GError      **error)
{
  const Run *run = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  run = g_task_get_task_data (G_TASK (result));
  *before = run->before;
  *after = run->after;

  return g_task_propagate_boolean (G_TASK (result), error);
}
