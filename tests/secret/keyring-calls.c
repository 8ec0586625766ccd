/* Calls of a keyring that wait for their answers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "keyring-calls.h"

/**
 * result_cb:
 * @source: what the result is of
 * @result: the result
 * @user_data: a pointer to a #GAsyncResult, which is still %NULL
 *
 * Keeps a result, of which there must be only one.
 */
void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

/**
 * wait_for_result:
 * @result: what result_cb() fills
 *
 * Waits until it has.
 */
void
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * new_connection:
 * @base_url: its base URL
 * @organisation: its organisation
 * @key_id: its key
 *
 * Returns: (transfer full): a connection
 */
ActConnection *
new_connection (const char *base_url,
                const char *organisation,
                const char *key_id)
{
  g_autoptr (GError) error = NULL;
  ActConnection *connection = act_connection_new ("Acme", base_url, organisation, key_id, &error);

  g_assert_no_error (error);

  return connection;
}

/**
 * try_to_store:
 * @keyring: a keyring
 * @connection: a connection
 * @secret: its secret
 * @error: what went wrong
 *
 * Returns: whether it is kept
 */
gboolean
try_to_store (ActKeyring    *keyring,
              ActConnection *connection,
              const char    *secret,
              GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_keyring_store_async (keyring, connection, secret, NULL, result_cb, &result);
  wait_for_result (&result);

  return act_keyring_store_finish (keyring, result, error);
}

/**
 * try_to_clear:
 * @keyring: a keyring
 * @connection: a connection
 * @error: what went wrong
 *
 * Returns: whether nothing of it is kept
 */
gboolean
try_to_clear (ActKeyring    *keyring,
              ActConnection *connection,
              GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_keyring_clear_async (keyring, connection, NULL, result_cb, &result);
  wait_for_result (&result);

  return act_keyring_clear_finish (keyring, result, error);
}

/**
 * try_to_look_up:
 * @keyring: a keyring
 * @connection: a connection
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): its secret
 */
char *
try_to_look_up (ActKeyring    *keyring,
                ActConnection *connection,
                GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_keyring_look_up_async (keyring, connection, NULL, result_cb, &result);
  wait_for_result (&result);

  return act_keyring_look_up_finish (keyring, result, error);
}

/**
 * store_secret:
 * @keyring: a keyring
 * @connection: a connection
 * @secret: its secret
 *
 * Keeps a secret, which must succeed.
 */
void
store_secret (ActKeyring    *keyring,
              ActConnection *connection,
              const char    *secret)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_to_store (keyring, connection, secret, &error));
  g_assert_no_error (error);
}

/**
 * clear_secrets:
 * @keyring: a keyring
 * @connection: a connection
 *
 * Removes its secrets, which must succeed.
 */
void
clear_secrets (ActKeyring    *keyring,
               ActConnection *connection)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_to_clear (keyring, connection, &error));
  g_assert_no_error (error);
}

/**
 * check_secret:
 * @keyring: a keyring
 * @connection: a connection
 * @expected: (nullable): its secret
 *
 * Looks its secret up, which must succeed.
 */
void
check_secret (ActKeyring    *keyring,
              ActConnection *connection,
              const char    *expected)
{
  g_autoptr (GError) error = NULL;
  char *secret = try_to_look_up (keyring, connection, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (secret, ==, expected);
  act_keyring_free_secret (secret);
}

/**
 * check_no_secret:
 * @keyring: a keyring
 * @connection: a connection
 * @code: why there is no secret
 *
 * Looks its secret up, which must fail.
 */
void
check_no_secret (ActKeyring     *keyring,
                 ActConnection  *connection,
                 ActKeyringError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (try_to_look_up (keyring, connection, &error));
  g_assert_error (error, ACT_KEYRING_ERROR, (int) code);
}
