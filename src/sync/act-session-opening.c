/* How a session is opened and closed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-private.h"

#include "act-system-clock.h"

/* Marks that a crash has left in their undo time can be undone for as long again. */
#define UNDO_SECONDS_AFTER_CRASH 10

static gboolean
is_automatic (ActSession *self)
{
  return (self->flags & ACT_SESSION_AUTOMATIC) != 0 && !act_store_get_read_only (self->store);
}

/* Held marks belong to whoever synchronises: another process' undo time is not ours to end. */
static void
start_automatic_work (ActSession *self)
{
  if (!is_automatic (self))
    return;

  if (self->counts->held > 0 && act_store_try_lock_sync (self->store))
    act_session_start_undo_time (self, UNDO_SECONDS_AFTER_CRASH);

  act_session_start_prefetch (self);
  act_engine_start (self->engine);
}

/* Why a session is not opened after all, while its store is being closed. */
typedef struct
{
  GTask  *task;  /* (owned) */
  GError *error; /* (owned) */
} Abandonment;

static void
abandoned_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Abandonment *abandonment = user_data;
  g_autoptr (GTask) task = abandonment->task;
  g_autoptr (GError) error = NULL;

  if (!act_store_close_finish (ACT_STORE (source), result, &error))
    g_debug ("The store did not close: %s", error->message);
  g_task_return_error (task, abandonment->error);
}

static void
abandon (GTask  *task,
         GError *error)
{
  ActSession  *self = g_task_get_task_data (task);
  Abandonment *abandonment = g_new0 (Abandonment, 1);

  abandonment->task = task;
  abandonment->error = error;
  act_store_close_async (self->store, NULL, abandoned_cb, abandonment);
}

static void
position_loaded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession  *self = g_task_get_task_data (task);
  ActPosition *position = NULL;
  g_autoptr (ActClock) clock = act_system_clock_new ();
  g_autoptr (GError) error = NULL;

  position = act_position_load_finish (self->store, result, &error);
  if (position == NULL)
    {
      abandon (g_steal_pointer (&task), g_steal_pointer (&error));
      return;
    }

  self->engine = act_engine_new (self->client, self->store, position, self->abilities, self->once,
                                 clock, is_automatic (self));
  act_session_apply_connection (self);
  act_session_follow_parts (self);
  start_automatic_work (self);
  if (!act_client_has_secret (self->client))
    act_engine_follow_key (self->engine);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
abilities_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  ActSession   *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  self->abilities = act_abilities_load_finish (self->store, result, &error);
  if (self->abilities == NULL)
    abandon (g_steal_pointer (&task), g_steal_pointer (&error));
  else
    act_position_load_async (self->store, cancellable, position_loaded_cb, g_steal_pointer (&task));
}

static void
first_counted_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  ActSession   *self = g_task_get_task_data (task);
  g_autoptr (ActCounts) counts = NULL;
  g_autoptr (GError) error = NULL;

  counts = act_store_count_finish (self->store, result, &error);
  if (counts == NULL)
    {
      abandon (g_steal_pointer (&task), g_steal_pointer (&error));
      return;
    }

  act_counts_free (self->counts);
  self->counts = g_steal_pointer (&counts);
  act_abilities_load_async (self->store, cancellable, abilities_loaded_cb, g_steal_pointer (&task));
}

static void
store_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  ActSession   *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  self->store = act_store_open_finish (result, &error);
  if (self->store == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    act_store_count_async (self->store, cancellable, first_counted_cb, g_steal_pointer (&task));
}

char *
act_session_build_store_path (ActConnection *connection,
                              const char    *directory)
{
  g_autofree char *name = g_strconcat (act_connection_get_id (connection), ".db", NULL);

  return g_build_filename (directory, name, NULL);
}

/**
 * act_session_open_async:
 * @connection: the connection
 * @secret: (nullable): its secret; copied to where it is used, never kept on disk
 * @directory: the folder of the stores
 * @flags: what it does by itself
 * @progress: (nullable): told how far the upgrade of an older store is
 * @progress_data: for @progress; valid until @callback is called
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Opens the store of a connection. An automatic session then begins to refresh; events can be read
 * at once. Without a secret the session needs a sign-in, and waits for act_session_set_credentials().
 */
void
act_session_open_async (ActConnection      *connection,
                        const char         *secret,
                        const char         *directory,
                        ActSessionFlags     flags,
                        ActProgressFunc     progress,
                        gpointer            progress_data,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (ActSession) self = NULL;
  g_autofree char *path = NULL;
  GTask           *task = NULL;

  g_return_if_fail (connection != NULL);
  g_return_if_fail (directory != NULL);

  self = g_object_new (ACT_TYPE_SESSION, NULL);
  self->connection = act_connection_ref (connection);
  self->flags = flags;
  self->client = act_client_new (connection, secret);
  act_client_set_network_log (self->client, self->network_log);
  path = act_session_build_store_path (connection, directory);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_session_open_async);
  g_task_set_task_data (task, g_steal_pointer (&self), g_object_unref);
  act_store_open_async (path, progress, progress_data, cancellable, store_opened_cb, task);
}

/**
 * act_session_open_finish:
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the session, to be closed before it is let go
 */
ActSession *
act_session_open_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
store_closed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_close_finish (ACT_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
engine_stopped_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GTask      *task = user_data;
  ActSession *self = g_task_get_source_object (task);

  act_engine_stop_finish (ACT_ENGINE (source), result, NULL);
  act_store_close_async (self->store, NULL, store_closed_cb, task);
}

/**
 * act_session_close_async:
 * @self: a session
 * @cancellable: (nullable): ignored: what was begun is ended
 * @callback: called when the store is closed
 * @user_data: for @callback
 *
 * Stops what runs and closes the store. Nothing else may be called on the session any more.
 */
void
act_session_close_async (ActSession         *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  act_hold_stop (self->hold);
  g_cancellable_cancel (self->retaining);
  if (self->prefetch != NULL)
    act_prefetch_stop (self->prefetch);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, act_session_close_async);
  act_engine_stop_async (self->engine, engine_stopped_cb, task);
}

/**
 * act_session_close_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR
 *
 * Returns: whether the store was closed in order
 */
gboolean
act_session_close_finish (ActSession   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
