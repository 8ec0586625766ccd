/* Where secrets are kept
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-keyring.h"

#include "act-system-keyring.h"

#include <libsecret/secret.h>

G_DEFINE_INTERFACE (ActKeyring, act_keyring, G_TYPE_OBJECT)

static void
act_keyring_default_init (ActKeyringInterface *iface)
{
}

/**
 * act_keyring_new_for_system:
 *
 * Asks nobody yet. Main thread.
 *
 * Returns: (transfer full): the keyring of the user's session; in a Flatpak, the one of the program
 *   that its portal holds the key of
 */
ActKeyring *
act_keyring_new_for_system (void)
{
  return ACT_KEYRING (act_system_keyring_new ());
}

/**
 * act_keyring_new_silent:
 *
 * As act_keyring_new_for_system(), for who cannot be asked: a keyring that is locked stays so. Main
 * thread.
 *
 * Returns: (transfer full): the keyring of the user's session
 */
ActKeyring *
act_keyring_new_silent (void)
{
  ActSystemKeyring *self = act_system_keyring_new ();

  act_system_keyring_set_silent (self, TRUE);

  return ACT_KEYRING (self);
}

/**
 * act_keyring_look_up_async:
 * @self: a keyring
 * @connection: whose secret it is
 * @cancellable: (nullable): a cancellable; a question of the keyring that is shown is closed
 * @callback: called when the secret is there, or not
 * @user_data: for @callback
 *
 * Looks for the secret of a connection's key. The desktop may ask the user to open the keyring, which
 * takes whatever time the user takes. Main thread.
 */
void
act_keyring_look_up_async (ActKeyring         *self,
                           ActConnection      *connection,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (ACT_IS_KEYRING (self));
  g_return_if_fail (connection != NULL);

  ACT_KEYRING_GET_IFACE (self)->look_up_async (self, connection, cancellable, callback, user_data);
}

/**
 * act_keyring_look_up_finish:
 * @self: a keyring
 * @result: what the callback got
 * @error: of %ACT_KEYRING_ERROR
 *
 * Returns: (transfer full) (nullable): the secret, for act_keyring_free_secret(); without an error,
 *   %NULL if none is kept
 */
char *
act_keyring_look_up_finish (ActKeyring   *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (ACT_IS_KEYRING (self), NULL);

  return ACT_KEYRING_GET_IFACE (self)->look_up_finish (self, result, error);
}

/**
 * act_keyring_free_secret:
 * @secret: (transfer full) (nullable): a secret of act_keyring_look_up_finish()
 *
 * Wipes and frees it. Any thread.
 */
void
act_keyring_free_secret (char *secret)
{
  secret_password_free (secret);
}

/**
 * act_keyring_store_async:
 * @self: a keyring
 * @connection: whose secret it is
 * @secret: the secret
 * @cancellable: (nullable): a cancellable; a question of the keyring that is shown is closed
 * @callback: called when it is kept, or not
 * @user_data: for @callback
 *
 * Keeps the secret of a connection's key. Once it is kept, those of other keys of the same base URL
 * and organisation are removed, and not before. Main thread.
 */
void
act_keyring_store_async (ActKeyring         *self,
                         ActConnection      *connection,
                         const char         *secret,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (ACT_IS_KEYRING (self));
  g_return_if_fail (connection != NULL);
  g_return_if_fail (secret != NULL);

  ACT_KEYRING_GET_IFACE (self)->store_async (self, connection, secret, cancellable, callback,
                                             user_data);
}

/**
 * act_keyring_store_finish:
 * @self: a keyring
 * @result: what the callback got
 * @error: of %ACT_KEYRING_ERROR
 *
 * Returns: whether it is kept
 */
gboolean
act_keyring_store_finish (ActKeyring   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (ACT_IS_KEYRING (self), FALSE);

  return ACT_KEYRING_GET_IFACE (self)->store_finish (self, result, error);
}

/**
 * act_keyring_clear_async:
 * @self: a keyring
 * @connection: a connection
 * @cancellable: (nullable): a cancellable; a question of the keyring that is shown is closed
 * @callback: called when nothing is kept any more, or something still is
 * @user_data: for @callback
 *
 * Removes the secrets of every key of a connection's base URL and organisation. That there is none
 * is no error. Main thread.
 */
void
act_keyring_clear_async (ActKeyring         *self,
                         ActConnection      *connection,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (ACT_IS_KEYRING (self));
  g_return_if_fail (connection != NULL);

  ACT_KEYRING_GET_IFACE (self)->clear_async (self, connection, cancellable, callback, user_data);
}

/**
 * act_keyring_clear_finish:
 * @self: a keyring
 * @result: what the callback got
 * @error: of %ACT_KEYRING_ERROR
 *
 * Returns: whether nothing is kept any more
 */
gboolean
act_keyring_clear_finish (ActKeyring   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (ACT_IS_KEYRING (self), FALSE);

  return ACT_KEYRING_GET_IFACE (self)->clear_finish (self, result, error);
}
