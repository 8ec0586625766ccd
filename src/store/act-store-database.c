/* One connection to the store's file, used by one thread
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-database-private.h"

#include "act-store-payload.h"
#include "act-store-sqlite-error.h"
#include "act-store-words.h"

#include <string.h>

/* How long a call waits for another process before it answers that the store is busy. */
#define BUSY_LIMIT_US (10 * G_USEC_PER_SEC)
#define BUSY_STEP_US  (5 * 1000)

/* How many instructions of SQLite's machine run between two looks at the cancellable. */
#define INSTRUCTIONS_A_LOOK 2000

/* A caller's text stands at one place in most cases, which is faster to look up than the text. */
typedef struct
{
  const char   *sql;       /* (unowned): the key of @statements */
  ActStatement *statement; /* (unowned) */
} Prepared;

static void
assert_thread (ActStoreDatabase *self)
{
  g_assert (self->handle != NULL);
  g_assert (self->thread == g_thread_self ());
}

static void
finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

static int
look_at_cancellable_cb (gpointer user_data)
{
  ActStoreDatabase *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static int
wait_for_lock_cb (gpointer user_data,
                  int      n_calls)
{
  ActStoreDatabase *self = user_data;

  if (g_cancellable_is_cancelled (self->cancellable) || n_calls > BUSY_LIMIT_US / BUSY_STEP_US)
    return FALSE;

  g_usleep (BUSY_STEP_US);

  return TRUE;
}

static int
get_open_flags (ActStoreAccess access)
{
  switch (access)
    {
    case ACT_STORE_ACCESS_WRITE:
    case ACT_STORE_ACCESS_COPY:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

    case ACT_STORE_ACCESS_QUERY:
      return SQLITE_OPEN_READWRITE;

    case ACT_STORE_ACCESS_VIEW:
    case ACT_STORE_ACCESS_IMMUTABLE:
    case ACT_STORE_ACCESS_SALVAGE:
    default:
      return SQLITE_OPEN_READONLY;
    }
}

static const char *
get_pragmas (ActStoreAccess access)
{
  switch (access)
    {
    case ACT_STORE_ACCESS_WRITE:
      return "PRAGMA journal_mode = WAL;"
             "PRAGMA journal_size_limit = 16777216;"
             "PRAGMA synchronous = NORMAL;"
             "PRAGMA cache_size = -" ACT_STORE_WRITER_CACHE ";"
             "PRAGMA foreign_keys = ON;"
             "PRAGMA cell_size_check = ON;"
             "PRAGMA trusted_schema = OFF;"
             "PRAGMA temp_store = MEMORY;";

    case ACT_STORE_ACCESS_COPY:
      return "PRAGMA trusted_schema = OFF;";

    case ACT_STORE_ACCESS_SALVAGE:
      return "PRAGMA writable_schema = ON;"
             "PRAGMA trusted_schema = OFF;";

    case ACT_STORE_ACCESS_QUERY:
    case ACT_STORE_ACCESS_VIEW:
    case ACT_STORE_ACCESS_IMMUTABLE:
    default:
      return "PRAGMA query_only = ON;"
             "PRAGMA cell_size_check = ON;"
             "PRAGMA trusted_schema = OFF;"
             "PRAGMA temp_store = MEMORY;";
    }
}

static char *
build_uri (const char    *path,
           ActStoreAccess access)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

  return g_strconcat ("file:", escaped,
                      access == ACT_STORE_ACCESS_IMMUTABLE ? "?immutable=1" : NULL, NULL);
}

/**
 * act_store_database_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): a connection that is not open
 */
ActStoreDatabase *
act_store_database_new (void)
{
  static gsize      prepared = 0;
  ActStoreDatabase *self = g_new0 (ActStoreDatabase, 1);

  /* Nobody asks how much memory all connections hold, and to count it takes a lock at each piece. */
  if (g_once_init_enter (&prepared))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&prepared, 1);
    }

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->prepared = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return self;
}

/**
 * act_store_database_free:
 * @self: (transfer full) (nullable): a connection
 *
 * Closes and frees a connection. On the thread that opened it, or any once it is closed.
 */
void
act_store_database_free (ActStoreDatabase *self)
{
  if (self == NULL)
    return;

  act_store_database_close (self);
  g_hash_table_unref (self->prepared);
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->remembered);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * act_store_database_open:
 * @self: a connection that is not open
 * @path: the file
 * @access: what it may do
 * @error: return location for an error
 *
 * Opens the file. The calling thread owns the connection from now on.
 *
 * Returns: whether it is open
 */
gboolean
act_store_database_open (ActStoreDatabase *self,
                         const char       *path,
                         ActStoreAccess    access,
                         GError          **error)
{
  g_autofree char *uri = build_uri (path, access);
  int              code;

  g_assert (self->handle == NULL);

  code = sqlite3_open_v2 (uri, &self->handle,
                          get_open_flags (access) | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      act_store_set_sqlite_error (error, self->handle, code);
      g_clear_pointer (&self->handle, sqlite3_close);
      return FALSE;
    }

  self->thread = g_thread_self ();
  self->path = g_strdup (path);
  self->durability = ACT_STORE_FETCHED;
  sqlite3_extended_result_codes (self->handle, TRUE);
  if (access != ACT_STORE_ACCESS_SALVAGE)
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_busy_handler (self->handle, wait_for_lock_cb, self);
  sqlite3_progress_handler (self->handle, INSTRUCTIONS_A_LOOK, look_at_cancellable_cb, self);
  act_store_payload_install (self->handle);

  code = act_store_words_register (self->handle, &self->words_due);
  if (code != SQLITE_OK)
    act_store_set_sqlite_error (error, self->handle, code);

  if (code != SQLITE_OK || !act_store_database_execute (self, get_pragmas (access), error))
    {
      act_store_database_close (self);
      return FALSE;
    }

  return TRUE;
}

/**
 * act_store_database_close:
 * @self: a connection
 *
 * Closes the connection; the last one to close a file writes what waits in its log into it.
 */
void
act_store_database_close (ActStoreDatabase *self)
{
  if (self->handle == NULL)
    return;

  assert_thread (self);
  g_hash_table_remove_all (self->prepared);
  g_hash_table_remove_all (self->statements);
  g_hash_table_remove_all (self->remembered);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_warning ("A statement was still in use when its connection was closed");
  self->handle = NULL;
  self->thread = NULL;
  self->follows_marks = FALSE;
  g_clear_pointer (&self->path, g_free);
}

/**
 * act_store_database_get_path:
 * @self: a connection
 *
 * Returns: (nullable): the path of its file, %NULL while it is not open
 */
const char *
act_store_database_get_path (ActStoreDatabase *self)
{
  return self->path;
}

/**
 * act_store_database_get_handle:
 * @self: an open connection
 *
 * For what SQLite has functions of its own for. On the connection's thread.
 *
 * Returns: (transfer none): SQLite's connection
 */
sqlite3 *
act_store_database_get_handle (ActStoreDatabase *self)
{
  assert_thread (self);

  return self->handle;
}

/**
 * act_store_database_rest:
 * @self: a connection
 *
 * Gives back the memory that a busy time has taken. On the connection's thread.
 */
void
act_store_database_rest (ActStoreDatabase *self)
{
  if (self->handle == NULL)
    return;

  assert_thread (self);
  sqlite3_db_release_memory (self->handle);
}

/**
 * act_store_database_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what stops the statements that follow
 *
 * On the connection's thread.
 */
void
act_store_database_set_cancellable (ActStoreDatabase *self,
                                    GCancellable     *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/**
 * act_store_database_set_counter:
 * @self: a connection
 * @counter: (nullable): what goes up with each event whose payload is read, atomically
 *
 * On the connection's thread.
 */
void
act_store_database_set_counter (ActStoreDatabase *self,
                                int              *counter)
{
  self->counter = counter;
}

/**
 * act_store_database_count:
 * @self: a connection
 *
 * Counts an event whose payload is read. On the connection's thread.
 */
void
act_store_database_count (ActStoreDatabase *self)
{
  if (self->counter != NULL)
    g_atomic_int_inc (self->counter);
}

/**
 * act_store_database_set_error_if_cancelled:
 * @self: a connection
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * For what takes long without a statement that would be stopped. On the connection's thread.
 *
 * Returns: whether the call that runs was cancelled
 */
gboolean
act_store_database_set_error_if_cancelled (ActStoreDatabase *self,
                                           GError          **error)
{
  return g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * act_store_database_execute:
 * @self: an open connection
 * @sql: statements without parameters
 * @error: return location for an error
 *
 * Returns: whether all of them ran
 */
gboolean
act_store_database_execute (ActStoreDatabase *self,
                            const char       *sql,
                            GError          **error)
{
  int code;

  assert_thread (self);

  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    {
      act_store_set_sqlite_error (error, self->handle, code);
      return FALSE;
    }

  return TRUE;
}

static ActStatement *
find_prepared (ActStoreDatabase *self,
               const char       *sql)
{
  Prepared *prepared = g_hash_table_lookup (self->prepared, sql);
  gpointer  key = NULL;
  gpointer  statement = NULL;

  /* Another text may stand where one was that has been freed. */
  if (prepared != NULL && strcmp (prepared->sql, sql) == 0)
    return prepared->statement;

  if (!g_hash_table_lookup_extended (self->statements, sql, &key, &statement))
    return NULL;

  prepared = g_new (Prepared, 1);
  *prepared = (Prepared){ key, statement };
  g_hash_table_replace (self->prepared, (gpointer) sql, prepared);

  return statement;
}

/**
 * act_store_database_prepare:
 * @self: an open connection
 * @sql: one statement, all of whose values are parameters
 * @error: return location for an error
 *
 * Takes a statement from the cache, or adds it.
 *
 * Returns: (transfer none) (nullable): the statement; hold it by `g_autoptr (ActStatement)`, which
 *   makes it ready for its next use
 */
ActStatement *
act_store_database_prepare (ActStoreDatabase *self,
                            const char       *sql,
                            GError          **error)
{
  ActStatement *statement = NULL;
  int           code;

  assert_thread (self);

  statement = find_prepared (self, sql);
  if (statement != NULL)
    {
      g_assert (!sqlite3_stmt_busy (statement));
      return statement;
    }

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      act_store_set_sqlite_error (error, self->handle, code);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

/**
 * act_store_database_read_int:
 * @self: an open connection
 * @sql: a statement without parameters
 * @value: (out): return location for the first column of its first row; 0 without a row
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
act_store_database_read_int (ActStoreDatabase *self,
                             const char       *sql,
                             gint64           *value,
                             GError          **error)
{
  g_autoptr (ActStatement) statement = act_store_database_prepare (self, sql, error);
  int code;

  *value = 0;
  if (statement == NULL)
    return FALSE;

  code = act_statement_step (statement, error);
  if (code == SQLITE_ROW)
    *value = act_statement_get_int (statement, 0);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/**
 * act_store_database_get_changes:
 * @self: an open connection
 *
 * Returns: how many rows the last statement altered
 */
guint
act_store_database_get_changes (ActStoreDatabase *self)
{
  assert_thread (self);

  return (guint) sqlite3_changes (self->handle);
}

/**
 * act_store_database_get_last_id:
 * @self: an open connection
 *
 * Returns: the row id of the last row that was inserted
 */
gint64
act_store_database_get_last_id (ActStoreDatabase *self)
{
  assert_thread (self);

  return sqlite3_last_insert_rowid (self->handle);
}
