/* Who has the store open, and who alone synchronises it: locks on a file beside it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "act-store-lock.h"

#include "act-store-error.h"
#include "act-store-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* How long an opening store waits for another process that opens, upgrades or repairs it. */
#define WAIT_LIMIT_US (30 * G_USEC_PER_SEC)
#define WAIT_STEP_US  (10 * 1000)

/* The bytes of the lock file stand for what is locked. */
#define SYNC_BYTE 0
#define USE_BYTE  1

struct _ActStoreLock
{
  int file;
};

static gboolean
try_lock (ActStoreLock *self,
          off_t         byte,
          short         type)
{
  struct flock range = { .l_type = type, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1 };

  return fcntl (self->file, F_OFD_SETLK, &range) == 0;
}

/**
 * act_store_lock_new:
 * @path: the store's file
 * @error: return location for an error
 *
 * Opens the lock file, which is never removed. Nothing is locked yet. Any thread.
 *
 * Returns: (transfer full) (nullable): the lock
 */
ActStoreLock *
act_store_lock_new (const char *path,
                    GError    **error)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  ActStoreLock    *self = NULL;
  int              file;

  if (!act_store_files_create (name, error))
    return NULL;

  file = g_open (name, O_RDWR | O_CLOEXEC, 0);
  if (file < 0)
    {
      g_set_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_FAILED,
                   "The lock file cannot be opened: %s", g_strerror (errno));
      return NULL;
    }

  self = g_new0 (ActStoreLock, 1);
  self->file = file;

  return self;
}

/**
 * act_store_lock_free:
 * @self: (transfer full) (nullable): a lock
 *
 * Gives everything back that is locked. Any thread.
 */
void
act_store_lock_free (ActStoreLock *self)
{
  if (self == NULL)
    return;

  close (self->file);
  g_free (self);
}

/**
 * act_store_lock_enter:
 * @self: a lock
 * @cancellable: (nullable): stops waiting
 * @alone: (out): return location for whether no other process has the store open
 * @error: return location for an error
 *
 * Enters among those who have the store open: alone if possible, so that it may be upgraded, set
 * aside or recovered until [method@StoreLock.share]. Waits for one who is alone now. On the store's
 * thread.
 *
 * Returns: whether it was entered
 */
gboolean
act_store_lock_enter (ActStoreLock *self,
                      GCancellable *cancellable,
                      gboolean     *alone,
                      GError      **error)
{
  for (guint i = 0; i <= WAIT_LIMIT_US / WAIT_STEP_US; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      *alone = try_lock (self, USE_BYTE, F_WRLCK);
      if (*alone || try_lock (self, USE_BYTE, F_RDLCK))
        return TRUE;

      if (errno != EAGAIN && errno != EACCES)
        {
          /* A file system without locks; then nobody can tell who else is there. */
          g_info ("The store cannot be locked: %s", g_strerror (errno));
          return TRUE;
        }

      g_usleep (WAIT_STEP_US);
    }

  g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY,
                       "Another process is preparing the store");

  return FALSE;
}

/**
 * act_store_lock_share:
 * @self: a lock that was entered
 * @error: return location for an error
 *
 * Lets others in. On the store's thread.
 *
 * Returns: whether they can come in
 */
gboolean
act_store_lock_share (ActStoreLock *self,
                      GError      **error)
{
  if (try_lock (self, USE_BYTE, F_RDLCK) || (errno != EAGAIN && errno != EACCES))
    return TRUE;

  g_set_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY, "The store cannot be shared: %s",
               g_strerror (errno));

  return FALSE;
}

/**
 * act_store_lock_try_sync:
 * @self: a lock
 *
 * Tries to become the one who synchronises, until the lock is freed. Does not wait. Any thread.
 *
 * Returns: whether it is us
 */
gboolean
act_store_lock_try_sync (ActStoreLock *self)
{
  return try_lock (self, SYNC_BYTE, F_WRLCK);
}
