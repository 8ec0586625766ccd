/* Brings a store of an older version up to this one, step by step
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-migrations.h"

#include "act-store-backup.h"
#include "act-store-error.h"

typedef struct
{
  ActStoreMigration migration;
  guint             version;
} Step;

static gboolean
run_step (ActStoreDatabase *database,
          gpointer          data,
          GError          **error)
{
  const Step      *step = data;
  g_autofree char *bump = g_strdup_printf ("PRAGMA user_version = %u", step->version);
  guint            version = 0;

  /* Another process may have been faster. */
  if (!act_store_migrations_read_version (database, &version, error))
    return FALSE;
  if (version >= step->version)
    return TRUE;

  return step->migration (database, error) && act_store_database_execute (database, bump, error);
}

/**
 * act_store_migrations_read_version:
 * @database: an open connection
 * @version: (out): return location for the schema version, 0 for an empty file
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
act_store_migrations_read_version (ActStoreDatabase *database,
                                   guint            *version,
                                   GError          **error)
{
  gint64 value = 0;

  if (!act_store_database_read_int (database, "PRAGMA user_version", &value, error))
    return FALSE;

  *version = (guint32) value;

  return TRUE;
}

/**
 * act_store_migrations_run:
 * @database: an open connection that writes
 * @migrations: (array length=n_migrations): the steps
 * @n_migrations: how many
 * @alone: whether no other process has the store open
 * @progress: (nullable): told what is being done
 * @error: return location for an error
 *
 * Runs the steps that are missing, each in a transaction of its own, so that what is done stays
 * done. A store that holds something is backed up first, beside its file.
 *
 * Returns: whether the store is of this version now; %ACT_STORE_ERROR_TOO_NEW for one that is of a
 *   newer version, %ACT_STORE_ERROR_NO_SPACE if there is no room for the backup and the upgrade
 */
gboolean
act_store_migrations_run (ActStoreDatabase        *database,
                          const ActStoreMigration *migrations,
                          guint                    n_migrations,
                          gboolean                 alone,
                          ActStoreProgress        *progress,
                          GError                 **error)
{
  guint version = 0;

  if (!act_store_migrations_read_version (database, &version, error))
    return FALSE;

  if (version > n_migrations)
    {
      g_set_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_TOO_NEW,
                   "The store is of version %u, and this program knows version %u", version,
                   n_migrations);
      return FALSE;
    }

  if (version > 0 && version < n_migrations)
    {
      if (!alone)
        {
          g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY,
                               "The store must be upgraded, and another process has it open");
          return FALSE;
        }

      if (!act_store_backup_make (database, version, progress, error))
        {
          g_prefix_error (error, "Backup before the upgrade failed: ");
          return FALSE;
        }
    }

  for (guint i = version; i < n_migrations; i++)
    {
      Step step = { migrations[i], i + 1 };

      if (version > 0)
        act_store_progress_report (progress, ACT_STEP_UPGRADING, 0, 0);
      if (!act_store_database_transact (database, ACT_STORE_USER_CHANGE, run_step, &step, error))
        {
          g_prefix_error (error, "Upgrade to version %u failed: ", i + 1);
          return FALSE;
        }
    }

  return TRUE;
}
