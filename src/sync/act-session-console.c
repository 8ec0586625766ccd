/* Where the Console of a connection is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-console.h"

#include "act-session-private.h"

#define KEY        "console"
#define MAX_LENGTH 2048

static gboolean
is_plain (const char *text)
{
  if (strnlen (text, MAX_LENGTH + 1) > MAX_LENGTH)
    return FALSE;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (!g_ascii_isgraph (*c))
        return FALSE;
    }

  return TRUE;
}

/* A password is typed there, so it is encrypted, or stays on this computer. */
static gboolean
check_address (const char *address,
               GError    **error)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme = NULL;
  const char *host = NULL;

  if (is_plain (address))
    uri = g_uri_parse (address, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri != NULL)
    {
      scheme = g_uri_get_scheme (uri);
      host = g_uri_get_host (uri);
    }

  if ((g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0) || host == NULL ||
      *host == '\0' || g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_URL,
                           "The Console's address cannot be read");
      return FALSE;
    }

  if (g_str_equal (scheme, "http") && !act_connection_is_loopback (host))
    {
      g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INSECURE,
                           "The Console's address must begin with https://");
      return FALSE;
    }

  return TRUE;
}

static void
value_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession      *self = g_task_get_source_object (task);
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;

  address = act_store_get_value_finish (ACT_STORE (source), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (address != NULL && check_address (address, NULL))
    self->console_address = g_steal_pointer (&address);
  g_task_return_boolean (task, TRUE);
}

/* Reads the address while the session is opened. */
void
act_session_load_console_async (ActSession         *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, act_session_load_console_async);
  act_store_get_value_async (self->store, KEY, cancellable, value_read_cb, task);
}

gboolean
act_session_load_console_finish (ActSession   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * act_session_get_console_address:
 * @self: a session
 *
 * Returns: (nullable): where the Console is, as the user said; nothing is ever guessed
 */
const char *
act_session_get_console_address (ActSession *self)
{
  g_return_val_if_fail (ACT_IS_SESSION (self), NULL);

  return self->console_address;
}

static void
value_written_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession *self = g_task_get_source_object (task);
  const char *address = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!act_store_set_value_finish (ACT_STORE (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_free (self->console_address);
  self->console_address = g_strdup (address);
  g_signal_emit_by_name (self, "console-changed");
  g_task_return_boolean (task, TRUE);
}

/**
 * act_session_set_console_address_async:
 * @self: a session
 * @address: (nullable): where the Console is: `https`, or `http` on this computer; %NULL forgets it
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Keeps the Console's address of this connection. The signal `console-changed` follows.
 */
void
act_session_set_console_address_async (ActSession         *self,
                                       const char         *address,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_set_console_address_async);
  if (address != NULL && !check_address (address, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_set_task_data (task, g_strdup (address), g_free);
  act_store_set_value_async (self->store, KEY, address, cancellable, value_written_cb,
                             g_steal_pointer (&task));
}

/**
 * act_session_set_console_address_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_CONNECTION_ERROR if it is no such address, of %ACT_STORE_ERROR, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is kept
 */
gboolean
act_session_set_console_address_finish (ActSession   *self,
                                        GAsyncResult *result,
                                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
