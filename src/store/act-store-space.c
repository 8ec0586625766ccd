/* How much room there is on the disk, before something needs it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-space.h"

#include "act-store-error.h"

#include <errno.h>
#include <sys/statvfs.h>

/**
 * act_store_space_check:
 * @path: a file, or one that is to be made in a folder that exists
 * @needed: how many bytes the work needs
 * @error: return location for an error
 *
 * Any thread.
 *
 * Returns: whether the disk has as much; %ACT_STORE_ERROR_NO_SPACE if not
 */
gboolean
act_store_space_check (const char *path,
                       gint64      needed,
                       GError    **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  struct statvfs   facts;
  gint64           available;

  /* Where nobody can tell, the work itself finds out. */
  if (statvfs (directory, &facts) != 0)
    {
      g_info ("The free space cannot be read: %s", g_strerror (errno));
      return TRUE;
    }

  available = (gint64) MIN ((guint64) facts.f_bavail * facts.f_frsize, (guint64) G_MAXINT64);
  if (available >= needed)
    return TRUE;

  g_propagate_error (error, act_store_error_new_no_space (needed, available));

  return FALSE;
}

/**
 * act_store_space_measure:
 * @database: an open connection
 * @n_bytes: (out): return location for the size of the store without its log
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: whether it could be read
 */
gboolean
act_store_space_measure (ActStoreDatabase *database,
                         gint64           *n_bytes,
                         GError          **error)
{
  gint64 n_pages = 0;
  gint64 page_size = 0;

  if (!act_store_database_read_int (database, "PRAGMA page_count", &n_pages, error) ||
      !act_store_database_read_int (database, "PRAGMA page_size", &page_size, error))
    return FALSE;

  *n_bytes = n_pages * page_size;

  return TRUE;
}
