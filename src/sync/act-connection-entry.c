/* A connection of the list, its session, and where its secret is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-entry-private.h"

#include "act-redact.h"

typedef enum
{
  PROP_CONNECTION = 1,
  PROP_SESSION,
  PROP_STATE,
  PROP_SECRET_PLACE,
} ActConnectionEntryProperty;

static GParamSpec *props[PROP_SECRET_PLACE + 1];

G_DEFINE_FINAL_TYPE (ActConnectionEntry, act_connection_entry, G_TYPE_OBJECT)

static void
notify (ActConnectionEntry        *self,
        ActConnectionEntryProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

static void
set_state (ActConnectionEntry *self,
           ActConnectionState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  notify (self, PROP_STATE);
}

void
act_connection_entry_set_place (ActConnectionEntry *self,
                                ActSecretPlace      place)
{
  if (self->place == place)
    return;

  self->place = place;
  notify (self, PROP_SECRET_PLACE);
}

void
act_connection_entry_complete (ActWaitList  *waiters,
                               const GError *error)
{
  GTask *waiter = NULL;

  while ((waiter = act_wait_list_pop (waiters)) != NULL)
    {
      if (error != NULL)
        g_task_return_error (waiter, g_error_copy (error));
      else
        g_task_return_boolean (waiter, TRUE);
      g_object_unref (waiter);
    }
}

static void
session_connection_cb (ActSession         *session,
                       GParamSpec         *pspec,
                       ActConnectionEntry *self)
{
  ActConnection *connection = act_session_get_connection (session);

  if (connection != self->connection)
    act_connection_entry_set_connection (self, connection);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ActConnectionEntry) self = user_data;
  g_autoptr (GError) error = NULL;

  act_session_close_finish (ACT_SESSION (source), result, &error);
  set_state (self, ACT_CONNECTION_CLOSED);
  act_connection_entry_complete (self->closers, error);
}

static void
start_closing (ActConnectionEntry *self)
{
  g_autoptr (ActSession) session = g_steal_pointer (&self->session);

  g_signal_handlers_disconnect_by_data (session, self);
  set_state (self, ACT_CONNECTION_CLOSING);
  notify (self, PROP_SESSION);
  act_session_close_async (session, NULL, closed_cb, g_object_ref (self));
}

/* A key or a setting may have changed while the store was being opened. */
static void
take_session (ActConnectionEntry *self)
{
  if (self->secret != NULL)
    act_connection_entry_hand_over (self);
  else
    act_session_set_connection (self->session, self->connection);

  g_signal_connect_object (self->session, "notify::connection", G_CALLBACK (session_connection_cb),
                           self, 0);
  g_object_freeze_notify (G_OBJECT (self));
  set_state (self, ACT_CONNECTION_OPEN);
  notify (self, PROP_SESSION);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
fail_opening (ActConnectionEntry *self,
              const GError       *error)
{
  gboolean stopped = self->state == ACT_CONNECTION_CLOSING ||
                     g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  set_state (self, stopped ? ACT_CONNECTION_CLOSED : ACT_CONNECTION_FAILED);
  act_connection_entry_complete (self->closers, NULL);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActConnectionEntry *self = g_task_get_source_object (task);
  gboolean            closing = self->state == ACT_CONNECTION_CLOSING;
  g_autoptr (GError) error = NULL;

  g_cancellable_disconnect (g_task_get_cancellable (task), self->cancel_id);
  self->cancel_id = 0;
  g_clear_object (&self->opening);
  self->session = act_session_open_finish (result, &error);
  if (self->session == NULL)
    {
      fail_opening (self, error);
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (closing)
    {
      start_closing (self);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "It was closed meanwhile");
    }
  else
    {
      take_session (self);
      g_task_return_boolean (task, TRUE);
    }
}

static void
act_connection_entry_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ActConnectionEntry *self = ACT_CONNECTION_ENTRY (object);

  switch ((ActConnectionEntryProperty) prop_id)
    {
    case PROP_CONNECTION:
      g_value_set_boxed (value, self->connection);
      break;

    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;

    case PROP_SECRET_PLACE:
      g_value_set_int (value, (int) self->place);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
act_connection_entry_dispose (GObject *object)
{
  ActConnectionEntry *self = ACT_CONNECTION_ENTRY (object);

  act_connection_entry_stop_asking (self);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->session);
  g_clear_object (&self->keyring);

  G_OBJECT_CLASS (act_connection_entry_parent_class)->dispose (object);
}

static void
act_connection_entry_finalize (GObject *object)
{
  ActConnectionEntry *self = ACT_CONNECTION_ENTRY (object);

  g_clear_pointer (&self->secret, act_redact_free);
  g_clear_pointer (&self->connection, act_connection_unref);
  g_clear_pointer (&self->closers, act_wait_list_free);
  g_clear_pointer (&self->seekers, act_wait_list_free);
  g_clear_error (&self->error);
  g_clear_error (&self->key_error);
  g_free (self->kept_key_id);
  g_free (self->folder);

  G_OBJECT_CLASS (act_connection_entry_parent_class)->finalize (object);
}

static void
act_connection_entry_class_init (ActConnectionEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = act_connection_entry_get_property;
  object_class->dispose = act_connection_entry_dispose;
  object_class->finalize = act_connection_entry_finalize;

  props[PROP_CONNECTION] = g_param_spec_boxed ("connection", NULL, NULL, ACT_TYPE_CONNECTION, flags);
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ACT_TYPE_SESSION, flags);
  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, ACT_CONNECTION_CLOSED,
                                        ACT_CONNECTION_CLOSING, ACT_CONNECTION_CLOSED, flags);
  props[PROP_SECRET_PLACE] =
      g_param_spec_int ("secret-place", NULL, NULL, ACT_SECRET_PLACE_UNKNOWN,
                        ACT_SECRET_PLACE_NO_KEYRING, ACT_SECRET_PLACE_UNKNOWN, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
act_connection_entry_init (ActConnectionEntry *self)
{
  self->closers = act_wait_list_new ();
  self->seekers = act_wait_list_new ();
}

ActConnectionEntry *
act_connection_entry_new (ActConnection *connection,
                          const char    *folder,
                          ActKeyring    *keyring)
{
  ActConnectionEntry *self = g_object_new (ACT_TYPE_CONNECTION_ENTRY, NULL);

  self->connection = act_connection_ref (connection);
  self->folder = g_strdup (folder);
  g_set_object (&self->keyring, keyring);

  return self;
}

/* A key of the environment is for one session: what is written down stays what it was. */
const char *
act_connection_entry_get_kept_key_id (ActConnectionEntry *self)
{
  return self->kept_key_id;
}

void
act_connection_entry_set_kept_key_id (ActConnectionEntry *self,
                                      const char         *key_id)
{
  char *copy = g_strdup (key_id);

  g_free (self->kept_key_id);
  self->kept_key_id = copy;
}

void
act_connection_entry_set_connection (ActConnectionEntry *self,
                                     ActConnection      *connection)
{
  g_autoptr (ActConnection) former = self->connection;

  self->connection = act_connection_ref (connection);
  if (self->session != NULL)
    act_session_set_connection (self->session, connection);
  notify (self, PROP_CONNECTION);
}

/**
 * act_connection_entry_get_connection:
 * @self: an entry
 *
 * Returns: (transfer none): the connection; the property `connection` says when it is another one
 */
ActConnection *
act_connection_entry_get_connection (ActConnectionEntry *self)
{
  g_return_val_if_fail (ACT_IS_CONNECTION_ENTRY (self), NULL);

  return self->connection;
}

/**
 * act_connection_entry_get_session:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the session, while it is open
 */
ActSession *
act_connection_entry_get_session (ActConnectionEntry *self)
{
  g_return_val_if_fail (ACT_IS_CONNECTION_ENTRY (self), NULL);

  return self->session;
}

/**
 * act_connection_entry_get_state:
 * @self: an entry
 *
 * Returns: whether its store is open
 */
ActConnectionState
act_connection_entry_get_state (ActConnectionEntry *self)
{
  g_return_val_if_fail (ACT_IS_CONNECTION_ENTRY (self), ACT_CONNECTION_CLOSED);

  return self->state;
}

/**
 * act_connection_entry_get_error:
 * @self: an entry
 *
 * Returns: (nullable): why its store could not be opened, while it is %ACT_CONNECTION_FAILED
 */
const GError *
act_connection_entry_get_error (ActConnectionEntry *self)
{
  g_return_val_if_fail (ACT_IS_CONNECTION_ENTRY (self), NULL);

  return self->state == ACT_CONNECTION_FAILED ? self->error : NULL;
}

/**
 * act_connection_entry_get_secret_place:
 * @self: an entry
 *
 * Returns: where its secret is
 */
ActSecretPlace
act_connection_entry_get_secret_place (ActConnectionEntry *self)
{
  g_return_val_if_fail (ACT_IS_CONNECTION_ENTRY (self), ACT_SECRET_PLACE_UNKNOWN);

  return self->place;
}

/**
 * act_connection_entry_open_async:
 * @self: an entry that is closed, or could not be opened
 * @flags: what its session does by itself
 * @progress: (nullable): told how far the upgrade of an older store is
 * @progress_data: for @progress; valid until @callback is called
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Opens the store, and for an automatic session asks the keyring for the secret at the same time.
 */
void
act_connection_entry_open_async (ActConnectionEntry *self,
                                 ActSessionFlags     flags,
                                 ActProgressFunc     progress,
                                 gpointer            progress_data,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_CONNECTION_ENTRY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_connection_entry_open_async);
  g_task_set_check_cancellable (task, FALSE);
  if (self->state != ACT_CONNECTION_CLOSED && self->state != ACT_CONNECTION_FAILED)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "It is open, or on its way");
      g_object_unref (task);
      return;
    }

  g_clear_error (&self->error);
  self->opening = g_cancellable_new ();
  if (cancellable != NULL)
    self->cancel_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                             g_object_ref (self->opening), g_object_unref);
  self->is_given = self->secret != NULL;
  set_state (self, ACT_CONNECTION_OPENING);
  if ((flags & ACT_SESSION_AUTOMATIC) != 0 && self->secret == NULL)
    act_connection_entry_ask_keyring (self);
  act_session_open_async (self->connection, self->secret, self->folder, flags, progress,
                          progress_data, self->opening, opened_cb, task);
}

/**
 * act_connection_entry_open_finish:
 * @self: the entry
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED, also when it was closed meanwhile
 *
 * Returns: whether it has a session now
 */
gboolean
act_connection_entry_open_finish (ActConnectionEntry *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * act_connection_entry_close_async:
 * @self: an entry
 * @callback: called when its store is closed
 * @user_data: for @callback
 *
 * Closes the store, or stops opening it. The entry has no session any more at once.
 */
void
act_connection_entry_close_async (ActConnectionEntry *self,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GError) error = NULL;
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_CONNECTION_ENTRY (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, act_connection_entry_close_async);
  act_wait_list_push (self->closers, task);
  if (self->asking != NULL)
    {
      act_connection_entry_stop_asking (self);
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "It is being closed");
      act_connection_entry_complete (self->seekers, error);
    }

  if (self->state == ACT_CONNECTION_OPEN)
    {
      start_closing (self);
    }
  else if (self->state == ACT_CONNECTION_OPENING)
    {
      set_state (self, ACT_CONNECTION_CLOSING);
      g_cancellable_cancel (self->opening);
    }
  else if (self->state != ACT_CONNECTION_CLOSING)
    {
      set_state (self, ACT_CONNECTION_CLOSED);
      act_connection_entry_complete (self->closers, NULL);
    }
}

/**
 * act_connection_entry_close_finish:
 * @self: the entry
 * @result: the result
 * @error: of %ACT_STORE_ERROR
 *
 * Returns: whether the store was closed in order
 */
gboolean
act_connection_entry_close_finish (ActConnectionEntry *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
