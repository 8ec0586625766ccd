/* Where the secret of a connection of the list comes from
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-entry-private.h"

#include "act-api-error.h"
#include "act-redact.h"

/* What the keyring has is not kept here: it can be asked again. */
void
act_connection_entry_hand_over (ActConnectionEntry *self)
{
  if (self->session == NULL)
    return;

  if (!self->is_given || act_session_get_connection (self->session) != self->connection)
    act_session_set_credentials (self->session, self->connection, self->secret);
  self->is_given = TRUE;
  if (self->place == ACT_SECRET_PLACE_KEYRING)
    g_clear_pointer (&self->secret, act_redact_free);
}

static ActSecretPlace
judge (const GError *error)
{
  if (g_error_matches (error, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_LOCKED))
    return ACT_SECRET_PLACE_LOCKED;

  return error != NULL ? ACT_SECRET_PLACE_NO_KEYRING : ACT_SECRET_PLACE_NOWHERE;
}

static void
tell_seekers (ActConnectionEntry *self)
{
  g_autoptr (GError) error = NULL;

  if (self->place != ACT_SECRET_PLACE_KEYRING && self->place != ACT_SECRET_PLACE_THIS_SESSION)
    error = self->key_error != NULL ? g_error_copy (self->key_error)
                                    : g_error_new_literal (ACT_API_ERROR, ACT_API_ERROR_NO_SECRET,
                                                           "The keyring does not have the secret");
  act_connection_entry_complete (self->seekers, error);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ActConnectionEntry) self = user_data;
  g_autoptr (GError) error = NULL;
  char *secret = act_keyring_look_up_finish (ACT_KEYRING (source), result, &error);

  /* A key that was set meanwhile is the one that counts. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->place == ACT_SECRET_PLACE_THIS_SESSION)
    {
      act_keyring_free_secret (secret);
      return;
    }

  g_clear_object (&self->asking);
  g_clear_error (&self->key_error);
  if (secret != NULL)
    {
      g_clear_pointer (&self->secret, act_redact_free);
      self->secret = g_strdup (secret);
      self->is_given = FALSE;
      act_connection_entry_set_place (self, ACT_SECRET_PLACE_KEYRING);
      act_connection_entry_hand_over (self);
    }
  else
    {
      if (error != NULL)
        g_info ("The keyring does not answer with the secret: %s", error->message);
      self->key_error = g_steal_pointer (&error);
      act_connection_entry_set_place (self, judge (self->key_error));
    }

  act_keyring_free_secret (secret);
  tell_seekers (self);
}

void
act_connection_entry_stop_asking (ActConnectionEntry *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

void
act_connection_entry_set_key (ActConnectionEntry *self,
                              ActConnection      *connection,
                              const char         *secret,
                              ActSecretPlace      place)
{
  g_autoptr (ActConnection) former = self->connection;

  act_connection_entry_stop_asking (self);
  self->connection = act_connection_ref (connection);
  g_clear_pointer (&self->secret, act_redact_free);
  self->secret = g_strdup (secret);
  self->is_given = FALSE;
  g_clear_error (&self->key_error);
  act_connection_entry_set_place (self, place);
  act_connection_entry_hand_over (self);
  if (former != connection)
    g_object_notify (G_OBJECT (self), "connection");
  tell_seekers (self);
}

void
act_connection_entry_ask_keyring (ActConnectionEntry *self)
{
  if (self->asking != NULL || self->place == ACT_SECRET_PLACE_THIS_SESSION)
    return;

  if (self->keyring == NULL)
    {
      act_connection_entry_set_place (self, ACT_SECRET_PLACE_NO_KEYRING);
      tell_seekers (self);
      return;
    }

  self->asking = g_cancellable_new ();
  act_keyring_look_up_async (self->keyring, self->connection, self->asking, looked_up_cb,
                             g_object_ref (self));
}

/**
 * act_connection_entry_find_secret_async:
 * @self: an entry
 * @cancellable: (nullable): ends the waiting
 * @callback: called when the secret is known, or will not be
 * @user_data: for @callback
 *
 * Asks the keyring for the secret, unless it is known. The secret itself is given to sessions only.
 */
void
act_connection_entry_find_secret_async (ActConnectionEntry *self,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_CONNECTION_ENTRY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_connection_entry_find_secret_async);
  act_wait_list_push (self->seekers, task);
  if (self->secret != NULL)
    tell_seekers (self);
  else
    act_connection_entry_ask_keyring (self);
}

/**
 * act_connection_entry_find_secret_finish:
 * @self: the entry
 * @result: the result
 * @error: of %ACT_KEYRING_ERROR, %ACT_API_ERROR_NO_SECRET if the keyring does not have it, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is known
 */
gboolean
act_connection_entry_find_secret_finish (ActConnectionEntry *self,
                                         GAsyncResult       *result,
                                         GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
