/* Measures what takes space
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-usage.h"

#include "act-resource.h"
#include "act-store-backup.h"
#include "act-store-files.h"
#include "act-store-private.h"
#include "act-store-space.h"

#include <glib/gstdio.h>

/* SQL text names it. */
G_STATIC_ASSERT (ACT_RESOURCE_RUN_LOG == 1);

/* The pages of everything, by what they are for. */
static const char pages_sql[] =
    "SELECT CASE WHEN schema.type = 'table' AND schema.name = 'event' THEN 0"
    "            WHEN schema.tbl_name IN ('event', 'state') OR schema.tbl_name LIKE '%words%'"
    "                 OR schema.tbl_name IN ('profile', 'cause') THEN 1"
    "            WHEN schema.name = 'resource' THEN 2"
    "            ELSE 3 END AS part,"
    "       sum (stat.pgsize)"
    "  FROM dbstat AS stat LEFT JOIN sqlite_schema AS schema ON schema.name = stat.name"
    "  WHERE stat.aggregate = TRUE GROUP BY part";

static gint64
get_file_size (const char *path)
{
  GStatBuf facts;

  /* What is on the disk, since a file with holes takes less. */
  return g_stat (path, &facts) == 0 ? (gint64) facts.st_blocks * 512 : 0;
}

static gint64
get_size_with_logs (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  gint64                   n_bytes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      n_bytes += get_file_size (name);
    }

  return n_bytes;
}

static void
measure_files (GPtrArray *names,
               guint     *n_files,
               gint64    *n_bytes)
{
  *n_files = names->len;
  for (guint i = 0; i < names->len; i++)
    *n_bytes += get_size_with_logs (g_ptr_array_index (names, i));
}

static gboolean
measure_logs (ActStoreDatabase *database,
              ActUsage         *usage,
              GError          **error)
{
  gint64 n_logs = 0;

  if (!act_store_database_read_int (
          database, "SELECT sum (length (CAST (json AS BLOB))) FROM resource WHERE kind = 1",
          &usage->logs, error) ||
      !act_store_database_read_int (database, "SELECT count(*) FROM resource WHERE kind = 1",
                                    &n_logs, error))
    return FALSE;

  usage->n_logs = (guint) n_logs;

  return TRUE;
}

static gboolean
measure_pages (ActStoreDatabase *database,
               ActUsage         *usage,
               GError          **error)
{
  gint64 parts[4] = { 0 };
  g_autoptr (ActStatement) pages = act_store_database_prepare (database, pages_sql, error);
  int code;

  if (pages == NULL)
    return FALSE;

  while ((code = act_statement_step (pages, error)) == SQLITE_ROW)
    {
      gint64 part = act_statement_get_int (pages, 0);

      parts[CLAMP (part, 0, 3)] = act_statement_get_int (pages, 1);
    }

  usage->events = parts[0];
  usage->index = parts[1];
  usage->others = MAX (parts[2] - usage->logs, 0) + parts[3];

  return code == SQLITE_DONE;
}

static gboolean
measure (ActStoreDatabase *database,
         gpointer          arguments,
         gpointer         *result,
         GCancellable     *cancellable,
         GError          **error)
{
  const char *path = act_store_database_get_path (database);
  g_autoptr (ActUsage) usage = act_usage_new ();
  g_autoptr (GPtrArray) backups = act_store_backup_list (path);
  g_autoptr (GPtrArray) set_aside = act_store_files_list_set_aside (path);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gint64           n_events = 0;
  gint64           n_free = 0;
  gint64           page_size = 0;

  if (!act_store_database_read_int (database, "SELECT count(*) FROM state", &n_events, error) ||
      !act_store_database_read_int (database, "PRAGMA freelist_count", &n_free, error) ||
      !act_store_database_read_int (database, "PRAGMA page_size", &page_size, error) ||
      !measure_logs (database, usage, error) || !measure_pages (database, usage, error))
    return FALSE;

  usage->n_events = (guint) n_events;
  usage->unused = n_free * page_size + get_file_size (log);
  usage->store = get_size_with_logs (path);
  measure_files (backups, &usage->n_backups, &usage->backups);
  measure_files (set_aside, &usage->n_set_aside, &usage->set_aside);
  *result = g_steal_pointer (&usage);

  return TRUE;
}

static gboolean
remove_backups (ActStoreDatabase *database,
                gpointer          arguments,
                gpointer         *result,
                GCancellable     *cancellable,
                GError          **error)
{
  act_store_backup_remove_all (act_store_database_get_path (database));

  return TRUE;
}

static gboolean
check_room_to_compact (ActStoreDatabase *database,
                       GError          **error)
{
  gint64 n_bytes = 0;
  gint64 n_free = 0;
  gint64 page_size = 0;

  if (!act_store_space_measure (database, &n_bytes, error) ||
      !act_store_database_read_int (database, "PRAGMA freelist_count", &n_free, error) ||
      !act_store_database_read_int (database, "PRAGMA page_size", &page_size, error))
    return FALSE;

  /* Once in a temporary file, and once in the log. */
  return act_store_space_check (act_store_database_get_path (database),
                                2 * (n_bytes - n_free * page_size), error);
}

/* What the log holds is brought into the file, which is then cut; others who read may delay it to
 * the next time. */
static gboolean
compact (ActStoreDatabase *database,
         gpointer          arguments,
         gpointer         *result,
         GCancellable     *cancellable,
         GError          **error)
{
  gboolean done;

  if (!check_room_to_compact (database, error) ||
      !act_store_database_execute (database, "PRAGMA temp_store = FILE", error))
    return FALSE;

  done = act_store_database_execute (database, "VACUUM", error);
  if (done)
    done = act_store_database_execute (database, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  act_store_database_set_cancellable (database, NULL);
  act_store_database_execute (database, "PRAGMA temp_store = MEMORY", NULL);

  return done;
}

/**
 * act_store_measure_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Measures what takes space. Reads about every page, so it takes a while. Main thread.
 */
void
act_store_measure_async (ActStore           *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (ACT_IS_STORE (self));

  act_store_submit (self, ACT_STORE_SCANS, act_store_measure_async, measure, NULL,
                    (GDestroyNotify) act_usage_free, cancellable, callback, user_data);
}

/**
 * act_store_measure_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what takes space
 */
ActUsage *
act_store_measure_finish (ActStore     *self,
                          GAsyncResult *result,
                          GError      **error)
{
  gpointer value = NULL;

  return act_store_take (self, result, act_store_measure_async, &value, error) ? value : NULL;
}

/**
 * act_store_remove_backups_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Deletes the backups of former versions. Main thread.
 */
void
act_store_remove_backups_async (ActStore           *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (ACT_IS_STORE (self));

  act_store_submit (self, ACT_STORE_WRITES, act_store_remove_backups_async, remove_backups, NULL,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_remove_backups_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are gone
 */
gboolean
act_store_remove_backups_finish (ActStore     *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return act_store_take (self, result, act_store_remove_backups_async, NULL, error);
}

/**
 * act_store_compact_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable; a store that was not compacted is as it was
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Gives the space back that holds nothing any more. It writes the whole store anew, and what else
 * is to be written waits for it. Main thread.
 */
void
act_store_compact_async (ActStore           *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (ACT_IS_STORE (self));

  act_store_submit (self, ACT_STORE_WRITES, act_store_compact_async, compact, NULL, NULL,
                    cancellable, callback, user_data);
}

/**
 * act_store_compact_finish:
 * @self: a store
 * @result: the result
 * @error: of %ACT_STORE_ERROR, %ACT_STORE_ERROR_NO_SPACE if there is no room for it, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is done
 */
gboolean
act_store_compact_finish (ActStore     *self,
                          GAsyncResult *result,
                          GError      **error)
{
  return act_store_take (self, result, act_store_compact_async, NULL, error);
}
