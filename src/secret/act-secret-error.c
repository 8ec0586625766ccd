/* What libsecret's errors mean
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-secret-error.h"

#include "act-keyring-error.h"

#include <gio/gio.h>
#include <libsecret/secret.h>

/* That nobody is there, or that who is there is no keyring. */
static gboolean
is_absence_on_the_bus (int code)
{
  static const int codes[] = {
    G_DBUS_ERROR_DISCONNECTED,
    G_DBUS_ERROR_NAME_HAS_NO_OWNER,
    G_DBUS_ERROR_NO_NETWORK,
    G_DBUS_ERROR_NO_REPLY,
    G_DBUS_ERROR_NO_SERVER,
    G_DBUS_ERROR_SERVICE_UNKNOWN,
    G_DBUS_ERROR_SPAWN_CHILD_EXITED,
    G_DBUS_ERROR_SPAWN_CHILD_SIGNALED,
    G_DBUS_ERROR_SPAWN_EXEC_FAILED,
    G_DBUS_ERROR_SPAWN_FAILED,
    G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND,
    G_DBUS_ERROR_TIMED_OUT,
    G_DBUS_ERROR_TIMEOUT,
    G_DBUS_ERROR_UNKNOWN_INTERFACE,
    G_DBUS_ERROR_UNKNOWN_METHOD,
    G_DBUS_ERROR_UNKNOWN_OBJECT,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (codes[i] == code)
        return TRUE;
    }

  return FALSE;
}

/* Of a file, or an error of the service that has no name here; the others are about reaching it. */
static gboolean
is_refusal_of_the_system (int code)
{
  static const int codes[] = {
    G_IO_ERROR_DBUS_ERROR,
    G_IO_ERROR_IS_DIRECTORY,
    G_IO_ERROR_NO_SPACE,
    G_IO_ERROR_NOT_DIRECTORY,
    G_IO_ERROR_PERMISSION_DENIED,
    G_IO_ERROR_READ_ONLY,
    G_IO_ERROR_WRONG_ETAG,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (codes[i] == code)
        return TRUE;
    }

  return FALSE;
}

static ActKeyringError
get_code (const GError *error)
{
  if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    return ACT_KEYRING_ERROR_LOCKED;
  if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT))
    return ACT_KEYRING_ERROR_ABSENT;

  /* Nothing of ours was cancelled: the user has closed the question of a portal. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ACT_KEYRING_ERROR_LOCKED;

  if (error->domain == G_DBUS_ERROR && is_absence_on_the_bus (error->code))
    return ACT_KEYRING_ERROR_ABSENT;
  if (error->domain == G_IO_ERROR && !is_refusal_of_the_system (error->code))
    return ACT_KEYRING_ERROR_ABSENT;

  return ACT_KEYRING_ERROR_REFUSED;
}

/**
 * act_secret_error_translate:
 * @error: (transfer full): what libsecret said
 *
 * Any thread.
 *
 * Returns: (transfer full): the same as an %ACT_KEYRING_ERROR, unless it is one already
 */
GError *
act_secret_error_translate (GError *error)
{
  GError *translated = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == ACT_KEYRING_ERROR)
    return error;

  g_dbus_error_strip_remote_error (error);
  translated = g_error_new_literal (ACT_KEYRING_ERROR, (int) get_code (error), error->message);
  g_error_free (error);

  return translated;
}
