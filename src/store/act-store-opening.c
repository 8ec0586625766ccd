/* Opens a store's file: makes, upgrades, sets aside or only views it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-opening.h"

#include "act-store-backup.h"
#include "act-store-error.h"
#include "act-store-files.h"
#include "act-store-fills.h"
#include "act-store-migrations.h"
#include "act-store-outbox.h"
#include "act-store-salvage.h"
#include "act-store-schema.h"

/**
 * act_store_opening_new:
 * @path: the file
 * @progress: (transfer full) (nullable): told how far an upgrade is
 *
 * Any thread.
 *
 * Returns: (transfer full): an opening that did not run yet
 */
ActStoreOpening *
act_store_opening_new (const char       *path,
                       ActStoreProgress *progress)
{
  ActStoreOpening *self = g_new0 (ActStoreOpening, 1);

  self->path = g_strdup (path);
  self->reader = ACT_STORE_ACCESS_QUERY;
  self->progress = progress;

  return self;
}

/**
 * act_store_opening_free:
 * @self: (transfer full) (nullable): an opening
 *
 * Any thread.
 */
void
act_store_opening_free (ActStoreOpening *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->set_aside_path);
  act_store_lock_free (self->lock);
  act_store_progress_unref (self->progress);
  g_free (self);
}

static gboolean
check_not_too_new (ActStoreDatabase *database,
                   guint            *version,
                   GError          **error)
{
  guint newest = 0;

  act_store_schema_get_migrations (&newest);
  if (!act_store_migrations_read_version (database, version, error))
    return FALSE;

  if (*version > newest)
    {
      g_set_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_TOO_NEW,
                   "The store is of version %u, and this program knows version %u", *version,
                   newest);
      return FALSE;
    }

  return TRUE;
}

static gboolean
view_with (ActStoreOpening  *self,
           ActStoreDatabase *database,
           ActStoreAccess    access,
           GError          **error)
{
  guint version = 0;
  guint newest = 0;

  if (!act_store_database_open (database, self->path, access, error))
    return FALSE;

  act_store_schema_get_migrations (&newest);
  if (!check_not_too_new (database, &version, error))
    {
      act_store_database_close (database);
      return FALSE;
    }

  if (version < newest)
    {
      act_store_database_close (database);
      g_set_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_READ_ONLY,
                   "The store is of version %u and cannot be upgraded where it cannot be written",
                   version);
      return FALSE;
    }

  if (!act_store_schema_check (database, error))
    {
      act_store_database_close (database);
      return FALSE;
    }

  self->reader = access;
  self->read_only = TRUE;

  return TRUE;
}

/* Where another process writes the file, or its log is still there, locks are worth having. Where
 * they cannot be taken, the file is read as it stands. */
static gboolean
view (ActStoreOpening  *self,
      ActStoreDatabase *database,
      GError          **error)
{
  g_autoptr (GError) refusal = NULL;

  if (view_with (self, database, ACT_STORE_ACCESS_VIEW, &refusal))
    return TRUE;

  if (g_error_matches (refusal, ACT_STORE_ERROR, ACT_STORE_ERROR_TOO_NEW))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  g_debug ("The store is viewed without locks: %s", refusal->message);

  return view_with (self, database, ACT_STORE_ACCESS_IMMUTABLE, error);
}

/* A file with tables of which none is ours says so by its version, which is 0. */
static gboolean
check_empty_or_ours (ActStoreDatabase *database,
                     GError          **error)
{
  gint64 n_tables = 0;
  guint  version = 0;

  if (!check_not_too_new (database, &version, error) ||
      !act_store_database_read_int (database, "SELECT count(*) FROM sqlite_schema", &n_tables,
                                    error))
    return FALSE;

  if (version == 0 && n_tables > 0)
    {
      g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_CORRUPT,
                           "The file holds something else than a store");
      return FALSE;
    }

  return TRUE;
}

/* A store of a newer version and a file that is none are left as they are, so the file is looked at
 * before anything is written. What else is wrong with it is told by the real opening. */
static gboolean
look_before_writing (ActStoreOpening *self,
                     GError         **error)
{
  g_autoptr (ActStoreDatabase) database = act_store_database_new ();
  g_autoptr (GError) refusal = NULL;

  if (!act_store_files_exist (self->path))
    return TRUE;

  if (act_store_database_open (database, self->path, ACT_STORE_ACCESS_VIEW, &refusal) &&
      check_empty_or_ours (database, &refusal))
    return TRUE;

  if (!g_error_matches (refusal, ACT_STORE_ERROR, ACT_STORE_ERROR_TOO_NEW) &&
      !g_error_matches (refusal, ACT_STORE_ERROR, ACT_STORE_ERROR_CORRUPT))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&refusal));

  return FALSE;
}

/* A table that is missing is damage too, though SQLite calls it an ordinary mistake. */
static gboolean
check_schema (ActStoreDatabase *database,
              GError          **error)
{
  g_autoptr (GError) reason = NULL;

  if (act_store_schema_check (database, &reason))
    return TRUE;

  if (g_error_matches (reason, ACT_STORE_ERROR, ACT_STORE_ERROR_FAILED))
    reason->code = ACT_STORE_ERROR_CORRUPT;
  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

/* Dear, so only where damage was met before. */
static gboolean
check_thoroughly (ActStoreDatabase *database,
                  GError          **error)
{
  g_autoptr (ActStatement) statement =
      act_store_database_prepare (database, "PRAGMA quick_check (1)", error);

  if (statement == NULL || act_statement_step (statement, error) != SQLITE_ROW)
    return FALSE;

  if (!act_statement_has_text (statement, 0, "ok"))
    {
      g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_CORRUPT,
                           "The store is damaged");
      return FALSE;
    }

  return TRUE;
}

static gboolean
open_for_writing (ActStoreOpening  *self,
                  ActStoreDatabase *database,
                  const char       *path,
                  gboolean          alone,
                  gboolean          thoroughly,
                  GError          **error)
{
  const ActStoreMigration *migrations = NULL;
  guint                    n_migrations = 0;

  migrations = act_store_schema_get_migrations (&n_migrations);
  if (!act_store_files_create (path, error) ||
      !act_store_database_open (database, path, ACT_STORE_ACCESS_WRITE, error))
    return FALSE;

  if (check_empty_or_ours (database, error) &&
      (!thoroughly || check_thoroughly (database, error)) &&
      act_store_migrations_run (database, migrations, n_migrations, alone, self->progress, error) &&
      check_schema (database, error) &&
      act_store_fill_run_all (database, act_store_fills_get (), alone, self->progress, error))
    {
      act_store_database_set_complete (database);
      return TRUE;
    }

  act_store_database_close (database);

  return FALSE;
}

static gboolean
make_replacement (ActStoreOpening *self,
                  const char      *path,
                  GError         **error)
{
  g_autoptr (ActStoreDatabase) database = act_store_database_new ();
  guint n_saved = 0;

  act_store_files_remove (path);
  if (!open_for_writing (self, database, path, TRUE, FALSE, error) ||
      !act_store_salvage_outbox (database, self->path, &n_saved, error))
    return FALSE;

  g_info ("The store is replaced; %u changes that waited are saved", n_saved);

  return TRUE;
}

/* The new store is whole before the damaged one gives up its name, so that a crash at any moment
 * loses nothing that the user did. */
static gboolean
replace_damaged (ActStoreOpening  *self,
                 ActStoreDatabase *database,
                 GError          **error)
{
  g_autofree char *replacement = act_store_files_make_replacement_name (self->path);

  if (!make_replacement (self, replacement, error))
    return FALSE;

  self->set_aside_path = act_store_files_set_aside (self->path, error);

  return self->set_aside_path != NULL &&
         act_store_files_move (replacement, self->path, error) &&
         open_for_writing (self, database, self->path, TRUE, FALSE, error);
}

/* A crash between the steps above leaves a replacement without a name, and maybe the log of the
 * damaged store, which must not be read together with it. */
static gboolean
take_replacement (ActStoreOpening *self,
                  GError         **error)
{
  g_autofree char *replacement = act_store_files_make_replacement_name (self->path);
  g_autofree char *logs = NULL;

  if (act_store_files_exist (self->path) || !act_store_files_exist (replacement))
    return TRUE;

  logs = act_store_files_set_aside (self->path, error);

  return logs != NULL && act_store_files_move (replacement, self->path, error);
}

static gboolean
open_or_replace (ActStoreOpening  *self,
                 ActStoreDatabase *database,
                 gboolean          alone,
                 GError          **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean thoroughly = alone && act_store_files_take_damage (self->path);

  if (look_before_writing (self, &reason) &&
      open_for_writing (self, database, self->path, alone, thoroughly, &reason))
    return TRUE;

  if (!g_error_matches (reason, ACT_STORE_ERROR, ACT_STORE_ERROR_CORRUPT) || !alone)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  g_info ("The store is damaged: %s", reason->message);

  return replace_damaged (self, database, error);
}

static gboolean
finish_opening (ActStoreOpening  *self,
                ActStoreDatabase *database,
                gboolean          alone,
                GError          **error)
{
  /* Nobody else is there, so what is called sending was sent by a process that has ended. */
  if (alone && (!act_store_outbox_recover (database, error) ||
                !act_store_backup_note_start (database, error)))
    return FALSE;

  return act_store_database_check_version (database, NULL, error) &&
         act_store_lock_share (self->lock, error);
}

/**
 * act_store_opening_run:
 * @self: an opening that did not run yet
 * @database: a connection that is not open
 * @cancellable: (nullable): stops waiting for other processes
 * @error: return location for an error
 *
 * Opens the store's file, makes it if there is none, upgrades an older one, sets a damaged one
 * aside, or views one that cannot be written. On the store's thread.
 *
 * Returns: whether @database is open
 */
gboolean
act_store_opening_run (ActStoreOpening  *self,
                       ActStoreDatabase *database,
                       GCancellable     *cancellable,
                       GError          **error)
{
  gboolean alone = FALSE;

  if (!act_store_files_can_write (self->path) && act_store_files_exist (self->path))
    return view (self, database, error);

  if (!act_store_files_make_directory (self->path, error))
    return FALSE;

  self->lock = act_store_lock_new (self->path, error);
  if (self->lock == NULL || !act_store_lock_enter (self->lock, cancellable, &alone, error) ||
      (alone && !take_replacement (self, error)) ||
      !open_or_replace (self, database, alone, error))
    return FALSE;

  if (!finish_opening (self, database, alone, error))
    {
      act_store_database_close (database);
      return FALSE;
    }

  return TRUE;
}
