/* SQLite's answers as errors of the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-sqlite-error.h"

#include "act-store-error.h"

#include <errno.h>

static ActStoreError
map_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ACT_STORE_ERROR_BUSY;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ACT_STORE_ERROR_CORRUPT;

    case SQLITE_FULL:
      return ACT_STORE_ERROR_FULL;

    case SQLITE_READONLY:
      return ACT_STORE_ERROR_READ_ONLY;

    default:
      return ACT_STORE_ERROR_FAILED;
    }
}

/* Beside the one code that SQLite has for it, a full disk is a fault of the disk to it. Of some
 * faults it keeps the system's number; of the others that is still the last one. */
static gboolean
is_full (sqlite3 *handle,
         int      code)
{
  int last = errno;
  int number = handle != NULL ? sqlite3_system_errno (handle) : 0;

  if ((code & 0xff) != SQLITE_IOERR)
    return FALSE;

  if (number == 0)
    number = last;

  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

/**
 * act_store_set_sqlite_error:
 * @error: return location for the error
 * @handle: (nullable): the connection
 * @code: SQLite's answer
 *
 * Puts what SQLite answered into a #GError: %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED for a call
 * that was interrupted.
 */
void
act_store_set_sqlite_error (GError **error,
                            sqlite3 *handle,
                            int      code)
{
  const gboolean   full = is_full (handle, code);
  g_autofree char *message = NULL;

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The call was cancelled");
      return;
    }

  /* SQLite names what it stumbled over, which in a damaged file is anything. */
  message = g_utf8_make_valid (handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code), -1);
  g_set_error (error, ACT_STORE_ERROR, full ? ACT_STORE_ERROR_FULL : map_code (code),
               "%s (SQLite %d)", message, code);
}
