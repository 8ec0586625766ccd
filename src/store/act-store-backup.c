/* The copy that is made of a store before it is upgraded
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-backup.h"

#include "act-store-files.h"
#include "act-store-names.h"
#include "act-store-space.h"
#include "act-store-sqlite-error.h"

/* A backup that is not complete has a name that no complete one has. */
#define PARTIAL ".backup.new"

#define PAGES_A_STEP 1024

/* An upgrade makes indexes and a log beside what is there: three quarters of the store, and a bit
 * for a small one. */
#define UPGRADE_SHARE(n_bytes) ((n_bytes) / 4 * 3)
#define UPGRADE_LEAST          (16 * 1024 * 1024)

/* After how many good starts a backup is deleted. */
#define STARTS_KEY  "starts-with-backup"
#define STARTS_KEPT 2

static gboolean
copy_pages (ActStoreDatabase *database,
            ActStoreDatabase *copy,
            gint64            page_size,
            ActStoreProgress *progress,
            GError          **error)
{
  sqlite3        *to = act_store_database_get_handle (copy);
  sqlite3_backup *backup = NULL;
  int             code = SQLITE_OK;

  backup = sqlite3_backup_init (to, "main", act_store_database_get_handle (database), "main");
  if (backup == NULL)
    {
      act_store_set_sqlite_error (error, to, sqlite3_errcode (to));
      return FALSE;
    }

  while (code == SQLITE_OK && !act_store_database_set_error_if_cancelled (database, error))
    {
      code = sqlite3_backup_step (backup, PAGES_A_STEP);
      act_store_progress_report (
          progress, ACT_STEP_BACKING_UP,
          (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup)) * page_size,
          sqlite3_backup_pagecount (backup) * page_size);
    }

  sqlite3_backup_finish (backup);
  if (code != SQLITE_DONE && code != SQLITE_OK)
    act_store_set_sqlite_error (error, NULL, code);

  return code == SQLITE_DONE;
}

/* A copy that waits for years needs no log beside it. */
static gboolean
write_copy (ActStoreDatabase *database,
            const char       *path,
            ActStoreProgress *progress,
            GError          **error)
{
  g_autoptr (ActStoreDatabase) copy = act_store_database_new ();
  gint64 page_size = 0;

  return act_store_database_read_int (database, "PRAGMA page_size", &page_size, error) &&
         act_store_files_create (path, error) &&
         act_store_database_open (copy, path, ACT_STORE_ACCESS_COPY, error) &&
         copy_pages (database, copy, page_size, progress, error) &&
         act_store_database_execute (copy, "PRAGMA journal_mode = DELETE", error);
}

/* Backups of an upgrade that was cut off are of no use beside the store itself, which is whole. */
static gboolean
check_space (ActStoreDatabase *database,
             GError          **error)
{
  const char *path = act_store_database_get_path (database);
  gint64      n_bytes = 0;
  gint64      needed;

  if (!act_store_space_measure (database, &n_bytes, error))
    return FALSE;

  needed = n_bytes + MAX (UPGRADE_SHARE (n_bytes), UPGRADE_LEAST);
  if (act_store_space_check (path, needed, NULL))
    return TRUE;

  act_store_backup_remove_all (path);

  return act_store_space_check (path, needed, error);
}

/**
 * act_store_backup_make:
 * @database: an open connection that writes, while nobody else has the store open
 * @version: the store's schema version
 * @progress: (nullable): told how far it is
 * @error: return location for an error
 *
 * Copies the store to a file beside it, which takes the place of earlier backups. Looks first
 * whether there is room for that and for the upgrade. On the store's thread.
 *
 * Returns: whether the copy is complete; %ACT_STORE_ERROR_NO_SPACE if it was not begun
 */
gboolean
act_store_backup_make (ActStoreDatabase *database,
                       guint             version,
                       ActStoreProgress *progress,
                       GError          **error)
{
  const char      *path = act_store_database_get_path (database);
  g_autofree char *partial = g_strconcat (path, PARTIAL, NULL);
  g_autofree char *what = g_strdup_printf ("backup-%u", version);
  g_autofree char *name = act_store_files_make_free_name (path, what);
  g_autoptr (GPtrArray) earlier = NULL;

  act_store_files_remove (partial);
  if (!check_space (database, error))
    return FALSE;

  earlier = act_store_backup_list (path);
  if (!write_copy (database, partial, progress, error) ||
      !act_store_files_move (partial, name, error))
    {
      act_store_files_remove (partial);
      return FALSE;
    }

  for (guint i = 0; i < earlier->len; i++)
    act_store_files_remove (g_ptr_array_index (earlier, i));

  return TRUE;
}

/**
 * act_store_backup_list:
 * @path: a store's file
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type filename): the complete backups beside it
 */
GPtrArray *
act_store_backup_list (const char *path)
{
  return act_store_files_list (path, "backup-");
}

/**
 * act_store_backup_remove_all:
 * @path: a store's file
 *
 * Deletes the backups of a store. Any thread.
 */
void
act_store_backup_remove_all (const char *path)
{
  g_autoptr (GPtrArray) names = act_store_backup_list (path);

  for (guint i = 0; i < names->len; i++)
    act_store_files_remove (g_ptr_array_index (names, i));
}

/* How often a store was started with a backup, as it stands in the table of values: the number and
 * the name of the backup, since another backup is another upgrade. */
static gboolean
load_starts (ActStoreDatabase *database,
             const char       *backup,
             gint64           *n_starts,
             GError          **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  *n_starts = 0;
  if (!act_store_values_get (database, STARTS_KEY, &text, error))
    return FALSE;

  parts = g_strsplit (text != NULL ? text : "", " ", 2);
  if (g_strv_length (parts) != 2 || !g_str_equal (parts[1], backup) ||
      !g_ascii_string_to_signed (parts[0], 10, 0, STARTS_KEPT, n_starts, NULL))
    *n_starts = 0;

  return TRUE;
}

static gboolean
save_starts (ActStoreDatabase *database,
             const char       *backup,
             gint64            n_starts,
             GError          **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT " %s", n_starts, backup);

  return act_store_values_set (database, STARTS_KEY, value, error);
}

/**
 * act_store_backup_note_start:
 * @database: an open connection that writes, of a store that was found to be in order
 * @error: return location for an error
 *
 * Counts a good start of a store that was upgraded, and deletes the backup with the second one that
 * follows the upgrade. On the store's thread.
 *
 * Returns: whether it is counted
 */
gboolean
act_store_backup_note_start (ActStoreDatabase *database,
                             GError          **error)
{
  const char *path = act_store_database_get_path (database);
  g_autoptr (GPtrArray) names = act_store_backup_list (path);
  g_autofree char *backup = NULL;
  gint64           n_starts = 0;

  if (names->len == 0)
    return TRUE;

  backup = g_path_get_basename (g_ptr_array_index (names, 0));
  if (!load_starts (database, backup, &n_starts, error))
    return FALSE;

  if (n_starts < STARTS_KEPT)
    return save_starts (database, backup, n_starts + 1, error);

  g_info ("The backup of the former version is deleted");
  act_store_backup_remove_all (path);

  return TRUE;
}
