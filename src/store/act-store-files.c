/* The files of a store: names, modes, and what may be written
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "act-store-files.h"

#include "act-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_NAMES 10000

static void
set_errno_error (GError    **error,
                 int         number,
                 const char *what)
{
  ActStoreError code = ACT_STORE_ERROR_FAILED;

  if (number == EROFS || number == EACCES || number == EPERM)
    code = ACT_STORE_ERROR_READ_ONLY;
  else if (number == ENOSPC || number == EDQUOT)
    code = ACT_STORE_ERROR_FULL;

  g_set_error (error, ACT_STORE_ERROR, code, "%s: %s", what, g_strerror (number));
}

static char *
build_damage_path (const char *path)
{
  return g_strconcat (path, ".damaged", NULL);
}

/**
 * act_store_files_exist:
 * @path: a store's file
 *
 * Returns: whether there is such a file
 */
gboolean
act_store_files_exist (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * act_store_files_can_write:
 * @path: a store's file, which need not exist
 *
 * Returns: whether the file and the folder that holds it, or will hold it, can be written
 */
gboolean
act_store_files_can_write (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);

  if (act_store_files_exist (path) && faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return FALSE;

  return !g_file_test (directory, G_FILE_TEST_EXISTS) ||
         faccessat (AT_FDCWD, directory, W_OK | X_OK, AT_EACCESS) == 0;
}

/* What may be read only, or is a place that all share, is left as it is. */
static void
close_to_others (const char *directory)
{
  GStatBuf facts;

  if (g_stat (directory, &facts) != 0 || (facts.st_mode & 0077) == 0 ||
      (facts.st_mode & S_IWUSR) == 0 || (facts.st_mode & S_ISVTX) != 0 ||
      facts.st_uid != geteuid ())
    return;

  if (g_chmod (directory, 0700) != 0)
    g_info ("The mode of the store's folder could not be changed: %s", g_strerror (errno));
}

/**
 * act_store_files_make_directory:
 * @path: a store's file
 * @error: return location for an error
 *
 * Makes the folder of a store if it is missing; only its owner may look into it, also if it was there.
 *
 * Returns: whether the folder is there
 */
gboolean
act_store_files_make_directory (const char *path,
                                GError    **error)
{
  g_autofree char *directory = g_path_get_dirname (path);

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      set_errno_error (error, errno, "The folder of the store cannot be made");
      return FALSE;
    }

  close_to_others (directory);

  return TRUE;
}

/**
 * act_store_files_create:
 * @path: a file
 * @error: return location for an error
 *
 * Makes an empty file that only its owner can read, or sees to it for one that exists. SQLite gives
 * the files that it makes beside it the same mode.
 *
 * Returns: whether the file is there
 */
gboolean
act_store_files_create (const char *path,
                        GError    **error)
{
  int         file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  struct stat facts;

  if (file < 0)
    {
      set_errno_error (error, errno, "The store cannot be opened");
      return FALSE;
    }

  if (fstat (file, &facts) == 0 && (facts.st_mode & 0777) != 0600 && fchmod (file, 0600) != 0)
    g_info ("The store's mode could not be changed: %s", g_strerror (errno));
  close (file);

  return TRUE;
}

/**
 * act_store_files_make_free_name:
 * @path: a store's file
 * @what: what the new file is
 *
 * Returns: (transfer full): the name of a file beside it that does not exist
 */
char *
act_store_files_make_free_name (const char *path,
                                const char *what)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *name = g_strdup_printf ("%s.%s-%s", path, what, stamp);

  for (guint i = 2; i < MAX_NAMES && act_store_files_exist (name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.%s-%s-%u", path, what, stamp, i);
    }

  return g_steal_pointer (&name);
}

/**
 * act_store_files_make_replacement_name:
 * @path: a store's file
 *
 * Returns: (transfer full): where a store is made that is to take the place of a damaged one
 */
char *
act_store_files_make_replacement_name (const char *path)
{
  return g_strconcat (path, ".new", NULL);
}

/**
 * act_store_files_move:
 * @from: a store's file that nobody has open
 * @to: a name that no file has
 * @error: return location for an error
 *
 * Renames a store's file, and then its logs. What is not there is left out.
 *
 * Returns: whether all that is there was renamed
 */
gboolean
act_store_files_move (const char *from,
                      const char *to,
                      GError    **error)
{
  static const char *const suffixes[] = { "", "-wal", "-journal" };
  g_autofree char         *index = g_strconcat (from, "-shm", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *old = g_strconcat (from, suffixes[i], NULL);
      g_autofree char *new = g_strconcat (to, suffixes[i], NULL);

      if (g_rename (old, new) != 0 && errno != ENOENT)
        {
          set_errno_error (error, errno, "The store cannot be renamed");
          return FALSE;
        }
    }

  /* This one holds nothing that the log does not. */
  g_unlink (index);

  return TRUE;
}

/**
 * act_store_files_remove:
 * @path: a store that was being made and is not in use yet
 *
 * Removes what is left of it, if anything.
 */
void
act_store_files_remove (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-journal", "-shm", "" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/**
 * act_store_files_set_aside:
 * @path: a store's file that nobody has open
 * @error: return location for an error
 *
 * Gives a damaged store another name.
 *
 * Returns: (transfer full) (nullable): the new name
 */
char *
act_store_files_set_aside (const char *path,
                           GError    **error)
{
  g_autofree char *aside = act_store_files_make_free_name (path, "set-aside");

  return act_store_files_move (path, aside, error) ? g_steal_pointer (&aside) : NULL;
}

/* A name is one of ours if a digit follows, and nothing that SQLite added. */
static gboolean
is_listed (const char *name,
           const char *prefix)
{
  return g_str_has_prefix (name, prefix) && g_ascii_isdigit (name[strlen (prefix)]) &&
         !g_str_has_suffix (name, "-wal") && !g_str_has_suffix (name, "-shm") &&
         !g_str_has_suffix (name, "-journal");
}

/**
 * act_store_files_list:
 * @path: a store's file
 * @what: how the names begin after the store's name and a dot
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type filename): the files beside the store that are called so
 */
GPtrArray *
act_store_files_list (const char *path,
                      const char *what)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (file, ".", what, NULL);
  g_autoptr (GDir) folder = g_dir_open (directory, 0, NULL);
  GPtrArray  *names = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      if (is_listed (name, prefix))
        g_ptr_array_add (names, g_build_filename (directory, name, NULL));
    }

  return names;
}

/**
 * act_store_files_list_set_aside:
 * @path: a store's file
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type filename): the stores that were set aside
 */
GPtrArray *
act_store_files_list_set_aside (const char *path)
{
  return act_store_files_list (path, "set-aside-");
}

/**
 * act_store_files_note_damage:
 * @path: a store's file
 *
 * Leaves a note for the next start that the file was found to be damaged while it was in use.
 */
void
act_store_files_note_damage (const char *path)
{
  g_autofree char *note = build_damage_path (path);
  g_autoptr (GError) error = NULL;

  if (!act_store_files_create (note, &error))
    g_info ("The store is damaged, and no note of it can be left: %s", error->message);
}

/**
 * act_store_files_take_damage:
 * @path: a store's file
 *
 * Returns: whether there was a note; it is gone now
 */
gboolean
act_store_files_take_damage (const char *path)
{
  g_autofree char *note = build_damage_path (path);

  return g_unlink (note) == 0;
}
