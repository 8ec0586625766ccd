/* The one object that a front end holds for a connection: its life and its state
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-private.h"

#include "act-time.h"

/* Marks that a crash has left in their undo time can be undone for as long again. */
#define UNDO_SECONDS_AFTER_CRASH 10

G_DEFINE_FINAL_TYPE (ActSession, act_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  PROP_ERROR,
  PROP_AS_OF,
  PROP_COUNTS,
  PROP_CAN_MARK,
  PROP_MARK_ERROR,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data);

static void
count (ActSession *self)
{
  if (self->counting)
    {
      self->count_again = TRUE;
      return;
    }

  self->counting = TRUE;
  self->count_again = FALSE;
  act_store_count_async (self->store, NULL, counted_cb, g_object_ref (self));
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ActSession) self = user_data;
  g_autoptr (ActCounts) counts = NULL;
  g_autoptr (GError) error = NULL;

  self->counting = FALSE;
  counts = act_store_count_finish (ACT_STORE (source), result, &error);
  if (counts == NULL)
    {
      g_debug ("Events were not counted: %s", error->message);
      return;
    }

  if (!act_counts_equal (counts, self->counts))
    {
      act_counts_free (self->counts);
      self->counts = g_steal_pointer (&counts);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNTS]);
    }

  if (self->count_again)
    count (self);
}

static void
store_changed_cb (ActRowSource *source,
                  ActSession   *self)
{
  count (self);
}

static void
engine_changed_cb (ActEngine  *engine,
                   ActSession *self)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  g_object_notify_by_pspec (object, properties[PROP_STATE]);
  g_object_notify_by_pspec (object, properties[PROP_ERROR]);
  g_object_notify_by_pspec (object, properties[PROP_AS_OF]);
  g_object_notify_by_pspec (object, properties[PROP_CAN_MARK]);
  g_object_notify_by_pspec (object, properties[PROP_MARK_ERROR]);
  g_object_thaw_notify (object);
}

static void
hold_ended_cb (ActHold    *hold,
               ActSession *self)
{
  act_session_release_held (self);
}

static void
act_session_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  ActSession *self = ACT_SESSION (object);

  switch (property_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) act_session_get_state (self));
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, act_session_get_error (self));
      break;

    case PROP_AS_OF:
      g_value_set_int64 (value, act_session_get_as_of (self));
      break;

    case PROP_COUNTS:
      g_value_set_boxed (value, act_session_get_counts (self));
      break;

    case PROP_CAN_MARK:
      g_value_set_boolean (value, act_session_get_can_mark (self));
      break;

    case PROP_MARK_ERROR:
      g_value_set_boxed (value, act_session_get_mark_error (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
act_session_dispose (GObject *object)
{
  ActSession *self = ACT_SESSION (object);

  act_hold_stop (self->hold);
  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);

  G_OBJECT_CLASS (act_session_parent_class)->dispose (object);
}

static void
act_session_finalize (GObject *object)
{
  ActSession *self = ACT_SESSION (object);

  g_clear_object (&self->engine);
  g_clear_object (&self->store);
  g_clear_object (&self->client);
  g_clear_object (&self->hold);
  g_clear_pointer (&self->under_way, g_hash_table_unref);
  g_clear_pointer (&self->connection, act_connection_unref);
  g_clear_pointer (&self->counts, act_counts_free);

  G_OBJECT_CLASS (act_session_parent_class)->finalize (object);
}

static void
act_session_class_init (ActSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const char   *signal_names[] = { "abilities-changed", "changes-changed", "console-changed",
                                   "offline-changed" };
  guint         i = 0;

  object_class->get_property = act_session_get_property;
  object_class->dispose = act_session_dispose;
  object_class->finalize = act_session_finalize;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, ACT_SESSION_IDLE,
                                             ACT_SESSION_SIGN_IN_NEEDED, ACT_SESSION_IDLE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_AS_OF] = g_param_spec_int64 ("as-of", NULL, NULL, G_MININT64, G_MAXINT64,
                                               ACT_TIME_UNKNOWN, flags);
  properties[PROP_COUNTS] = g_param_spec_boxed ("counts", NULL, NULL, ACT_TYPE_COUNTS, flags);
  properties[PROP_CAN_MARK] = g_param_spec_boolean ("can-mark", NULL, NULL, TRUE, flags);
  properties[PROP_MARK_ERROR] = g_param_spec_boxed ("mark-error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  for (i = 0; i < G_N_ELEMENTS (signal_names); i++)
    g_signal_new (signal_names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
}

static void
act_session_init (ActSession *self)
{
  self->counts = g_new0 (ActCounts, 1);
  self->hold = act_hold_new ();
  self->under_way = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_object (self->hold, "ended", G_CALLBACK (hold_ended_cb), self, 0);
}

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
  g_autoptr (GError) error = NULL;

  position = act_position_load_finish (self->store, result, &error);
  if (position == NULL)
    {
      abandon (g_steal_pointer (&task), g_steal_pointer (&error));
      return;
    }

  self->engine = act_engine_new (self->client, self->store, position, is_automatic (self));
  g_signal_connect_object (self->engine, "changed", G_CALLBACK (engine_changed_cb), self, 0);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  start_automatic_work (self);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
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
  act_position_load_async (self->store, cancellable, position_loaded_cb, g_steal_pointer (&task));
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

/**
 * act_session_open_async:
 * @connection: the connection
 * @secret: its secret; copied to where it is used, never kept on disk
 * @directory: the folder of the stores
 * @flags: what it does by itself
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Opens the store of a connection. An automatic session then begins to refresh; events can be read
 * at once.
 */
void
act_session_open_async (ActConnection      *connection,
                        const char         *secret,
                        const char         *directory,
                        ActSessionFlags     flags,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (ActSession) self = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  GTask           *task = NULL;

  g_return_if_fail (connection != NULL);
  g_return_if_fail (secret != NULL);
  g_return_if_fail (directory != NULL);

  self = g_object_new (ACT_TYPE_SESSION, NULL);
  self->connection = act_connection_ref (connection);
  self->flags = flags;
  self->client = act_client_new (connection, secret);
  name = g_strconcat (act_connection_get_id (connection), ".db", NULL);
  path = g_build_filename (directory, name, NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_session_open_async);
  g_task_set_task_data (task, g_steal_pointer (&self), g_object_unref);
  act_store_open_async (path, cancellable, store_opened_cb, task);
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

/**
 * act_session_get_connection:
 * @self: a session
 *
 * Returns: (transfer none): whose it is
 */
ActConnection *
act_session_get_connection (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), NULL);

  return self->connection;
}

/**
 * act_session_get_row_source:
 * @self: a session
 *
 * Returns: (transfer none): the events of the store
 */
ActRowSource *
act_session_get_row_source (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), NULL);

  return ACT_ROW_SOURCE (self->store);
}

/**
 * act_session_get_state:
 * @self: a session
 *
 * Returns: what it is doing
 */
ActSessionState
act_session_get_state (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), ACT_SESSION_IDLE);

  return act_engine_get_state (self->engine);
}

/**
 * act_session_get_error:
 * @self: a session
 *
 * Returns: (nullable): why it is offline, failing, or needs a sign-in
 */
const GError *
act_session_get_error (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), NULL);

  return act_engine_get_error (self->engine);
}

/**
 * act_session_get_as_of:
 * @self: a session
 *
 * Returns: when the open events were last read, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 */
gint64
act_session_get_as_of (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), ACT_TIME_UNKNOWN);

  return act_engine_get_as_of (self->engine);
}

/**
 * act_session_get_counts:
 * @self: a session
 *
 * Returns: how many events and changes there are
 */
const ActCounts *
act_session_get_counts (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), NULL);

  return self->counts;
}

/**
 * act_session_get_can_mark:
 * @self: a session
 *
 * Returns: %FALSE once the API has refused the call that marks events for everybody
 */
gboolean
act_session_get_can_mark (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), FALSE);

  return act_engine_get_mark_error (self->engine) == NULL;
}

/**
 * act_session_get_mark_error:
 * @self: a session
 *
 * Returns: (nullable): with what it refused
 */
const GError *
act_session_get_mark_error (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), NULL);

  return act_engine_get_mark_error (self->engine);
}

/**
 * act_session_get_read_only:
 * @self: a session
 *
 * Returns: whether the store can only be viewed
 */
gboolean
act_session_get_read_only (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), TRUE);

  return act_store_get_read_only (self->store);
}

/**
 * act_session_get_set_aside_path:
 * @self: a session
 *
 * Returns: (nullable): where a damaged store was put when this one was opened
 */
const char *
act_session_get_set_aside_path (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), NULL);

  return act_store_get_set_aside_path (self->store);
}

/**
 * act_session_set_request_ceiling:
 * @self: a session
 * @requests_a_second: 1 or more
 *
 * Sets how many requests the server gets in a second at most. The API allows 50 for the whole
 * organisation.
 */
void
act_session_set_request_ceiling (ActSession *self,
                                 guint       requests_a_second)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_client_set_request_ceiling (self->client, requests_a_second);
}
