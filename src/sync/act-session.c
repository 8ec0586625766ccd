/* The one object that a front end holds for a connection: its life and its state
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-private.h"

#include "act-time.h"

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
  PROP_CONNECTION,
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

/* Marks wait too, so this may be said once too often. */
static gboolean
has_changes (const ActCounts *counts)
{
  return counts->waiting > 0 || counts->refused_changes > 0;
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ActSession) self = user_data;
  g_autoptr (ActCounts) counts = NULL;
  g_autoptr (GError) error = NULL;
  gboolean had_changes = has_changes (self->counts);

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

  if (had_changes || has_changes (self->counts))
    g_signal_emit_by_name (self, "changes-changed");

  if (self->count_again)
    count (self);
}

static void
store_changed_cb (ActRowSource *source,
                  ActSession   *self)
{
  count (self);
}

/* A command may have left something that is ready to be sent. */
static void
others_wrote_cb (ActStore   *store,
                 ActSession *self)
{
  act_engine_send_soon (self->engine);
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
  g_signal_emit_by_name (self, "progress-changed");
}

static void
meter_changed_cb (ActMeter   *meter,
                  ActSession *self)
{
  g_signal_emit_by_name (self, "progress-changed");
}

static void
abilities_changed_cb (ActAbilities *abilities,
                      ActSession   *self)
{
  g_signal_emit_by_name (self, "abilities-changed");
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

    case PROP_CONNECTION:
      g_value_set_boxed (value, self->connection);
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
  g_cancellable_cancel (self->retaining);
  if (self->prefetch != NULL)
    act_prefetch_stop (self->prefetch);
  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  if (self->abilities != NULL)
    g_signal_handlers_disconnect_by_data (self->abilities, self);

  G_OBJECT_CLASS (act_session_parent_class)->dispose (object);
}

static void
act_session_finalize (GObject *object)
{
  ActSession *self = ACT_SESSION (object);

  g_clear_object (&self->prefetch);
  g_clear_object (&self->engine);
  g_clear_object (&self->store);
  g_clear_object (&self->client);
  g_clear_object (&self->network_log);
  g_clear_object (&self->hold);
  g_clear_object (&self->once);
  g_clear_object (&self->retaining);
  g_clear_object (&self->abilities);
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
                                   "offline-changed", "progress-changed" };
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
  properties[PROP_CONNECTION] = g_param_spec_boxed ("connection", NULL, NULL, ACT_TYPE_CONNECTION,
                                                    flags);
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
  self->network_log = act_network_log_new ();
  self->once = act_once_new ();
  self->retaining = g_cancellable_new ();
  g_signal_connect_object (self->hold, "ended", G_CALLBACK (hold_ended_cb), self, 0);
}

/* Follows what it is made of, once that is all there. */
void
act_session_follow_parts (ActSession *self)
{
  g_signal_connect_object (self->engine, "changed", G_CALLBACK (engine_changed_cb), self, 0);
  g_signal_connect_object (act_engine_get_meter (self->engine), "changed",
                           G_CALLBACK (meter_changed_cb), self, 0);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  g_signal_connect_object (self->store, "others-wrote", G_CALLBACK (others_wrote_cb), self, 0);
  g_signal_connect_object (self->abilities, "changed", G_CALLBACK (abilities_changed_cb), self, 0);
}

/**
 * act_session_new_task:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called when the task returns
 * @user_data: for @callback
 * @source_tag: the function that it is for
 *
 * Returns: (transfer full): a task of the session
 */
GTask *
act_session_new_task (ActSession         *self,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data,
                      gpointer            source_tag)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);

  return task;
}

void
act_session_notify_connection (ActSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTION]);
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
 * act_session_get_network_log:
 * @self: a session
 *
 * Returns: (transfer none): the last requests that it has sent, in memory only
 */
ActNetworkLog *
act_session_get_network_log (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), NULL);

  return self->network_log;
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
  if (self->prefetch != NULL)
    act_prefetch_set_request_ceiling (self->prefetch, requests_a_second);
}
