/* One connection to the store's file, used by one thread
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-database.h"

#include "act-store-error.h"
#include "act-store-payload.h"
#include "act-store-words-due.h"
#include "act-store-words.h"

#include <errno.h>
#include <string.h>

/* How long a call waits for another process before it answers that the store is busy. */
#define BUSY_LIMIT_US (10 * G_USEC_PER_SEC)
#define BUSY_STEP_US  (5 * 1000)

/* What the connection that writes keeps of the file, in KiB: always, and while many rows change that
 * may be anywhere in it. */
#define WRITER_CACHE       "16384"
#define ROOM_FOR_MANY_ROWS "196608"
#define MANY_ROWS          1000

/* SQLite's own number of pages in the log, after which they are copied into the file. */
#define PAGES_TO_CHECKPOINT 1000

/* How many instructions of SQLite's machine run between two looks at the cancellable. */
#define INSTRUCTIONS_A_LOOK 2000

/* How many numbers are remembered at most. */
#define MAX_REMEMBERED 16384

/* A caller's text stands at one place in most cases, which is faster to look up than the text. */
typedef struct
{
  const char   *sql;       /* (unowned): the key of @statements */
  ActStatement *statement; /* (unowned) */
} Prepared;

struct _ActStoreDatabase
{
  sqlite3           *handle;      /* (owned) (nullable): while it is open */
  char              *path;        /* (owned) (nullable) */
  GThread           *thread;      /* (unowned) (nullable): the one that opened it */
  GHashTable        *statements;  /* (owned): SQL text to statement */
  GHashTable        *remembered;  /* (owned): key to the number of a row, of this transaction's view */
  GHashTable        *prepared;    /* (owned): where an SQL text stands to what was prepared from it */
  GCancellable      *cancellable; /* (owned) (nullable): of the call that runs */
  int               *counter;     /* (unowned) (nullable): of what the call that runs has read */
  ActStoreDurability durability;
  gint64             data_version;
  gint64             remembered_version; /* the data version that @remembered is of */
  gboolean           altered;
  gboolean           words_due; /* whether the transaction has words to tell the index */
};

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
             "PRAGMA cache_size = -" WRITER_CACHE ";"
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
  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The call was cancelled");
  else
    g_set_error (error, ACT_STORE_ERROR,
                 is_full (handle, code) ? ACT_STORE_ERROR_FULL : map_code (code), "%s (SQLite %d)",
                 handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code), code);
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
  g_clear_pointer (&self->path, g_free);
}

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

static gboolean
set_durability (ActStoreDatabase  *self,
                ActStoreDurability durability,
                GError           **error)
{
  const char *sql = durability == ACT_STORE_USER_CHANGE ? "PRAGMA synchronous = FULL"
                                                        : "PRAGMA synchronous = NORMAL";

  if (self->durability == durability)
    return TRUE;

  if (!act_store_database_execute (self, sql, error))
    return FALSE;

  self->durability = durability;

  return TRUE;
}

/* What another process has written may have taken a row away whose number is remembered. */
static gboolean
check_remembered (ActStoreDatabase *self,
                  GError          **error)
{
  gint64 version = 0;

  if (!act_store_database_read_int (self, "PRAGMA data_version", &version, error))
    return FALSE;

  if (version != self->remembered_version)
    g_hash_table_remove_all (self->remembered);
  self->remembered_version = version;

  return TRUE;
}

typedef struct
{
  ActStoreTransactionFunc func;
  gpointer                data;
} Writing;

static gboolean
write_with_memory (ActStoreDatabase *self,
                   gpointer          data,
                   GError          **error)
{
  const Writing *writing = data;

  self->words_due = FALSE;
  if (!check_remembered (self, error) || !writing->func (self, writing->data, error))
    return FALSE;

  return !self->words_due || act_store_words_due_tell (self, error);
}

static gboolean
run_between (ActStoreDatabase       *self,
             const char             *begin,
             ActStoreTransactionFunc func,
             gpointer                data,
             GError                **error)
{
  if (!act_store_database_execute (self, begin, error))
    return FALSE;

  if (!func (self, data, error) || !act_store_database_execute (self, "COMMIT", error))
    {
      /* After a full disk SQLite may have rolled back by itself. The cancellable that stopped the
       * transaction must not stop this. */
      g_hash_table_remove_all (self->remembered);
      g_clear_object (&self->cancellable);
      if (!sqlite3_get_autocommit (self->handle))
        act_store_database_execute (self, "ROLLBACK", NULL);
      return FALSE;
    }

  return TRUE;
}

/**
 * act_store_database_transact:
 * @self: an open connection that may write
 * @durability: what it takes to be done
 * @func: writes
 * @data: for @func
 * @error: return location for an error
 *
 * Runs @func in a transaction that is committed if it succeeds and rolled back if not.
 *
 * Returns: whether it was committed
 */
gboolean
act_store_database_transact (ActStoreDatabase       *self,
                             ActStoreDurability      durability,
                             ActStoreTransactionFunc func,
                             gpointer                data,
                             GError                **error)
{
  Writing writing = { func, data };

  return set_durability (self, durability, error) &&
         run_between (self, "BEGIN IMMEDIATE", write_with_memory, &writing, error);
}

/**
 * act_store_database_transact_many:
 * @self: an open connection that may write
 * @n_rows: how many rows @func alters, wherever they are
 * @durability: what it takes to be done
 * @func: writes
 * @data: for @func
 * @error: return location for an error
 *
 * Like act_store_database_transact(), with room in memory for all pages that so many rows may be on,
 * so that none has to be written and read again before the end. The room is given back.
 *
 * Returns: whether it was committed
 */
gboolean
act_store_database_transact_many (ActStoreDatabase       *self,
                                  guint                   n_rows,
                                  ActStoreDurability      durability,
                                  ActStoreTransactionFunc func,
                                  gpointer                data,
                                  GError                **error)
{
  gboolean done;

  if (n_rows < MANY_ROWS)
    return act_store_database_transact (self, durability, func, data, error);

  if (!act_store_database_execute (self, "PRAGMA cache_size = -" ROOM_FOR_MANY_ROWS, error))
    return FALSE;

  /* Copying the log into the file is left to the next transaction, which nobody waits for. */
  sqlite3_wal_autocheckpoint (self->handle, 0);
  done = act_store_database_transact (self, durability, func, data, error);
  sqlite3_wal_autocheckpoint (self->handle, PAGES_TO_CHECKPOINT);
  act_store_database_execute (self, "PRAGMA cache_size = -" WRITER_CACHE "; PRAGMA shrink_memory;",
                              NULL);

  return done;
}

/**
 * act_store_database_read:
 * @self: an open connection
 * @func: reads
 * @data: for @func
 * @error: return location for an error
 *
 * Runs @func so that all its statements see the same moment.
 *
 * Returns: whether it succeeded
 */
gboolean
act_store_database_read (ActStoreDatabase       *self,
                         ActStoreTransactionFunc func,
                         gpointer                data,
                         GError                **error)
{
  return run_between (self, "BEGIN", func, data, error);
}

/**
 * act_store_database_remember:
 * @self: an open connection inside a transaction that writes
 * @key: what the number belongs to
 * @number: the number of a row
 *
 * Remembers a number for as long as it is sure: not beyond a transaction that is rolled back, nor
 * one of another process. A row whose number may be remembered is deleted only together with
 * act_store_database_forget().
 */
void
act_store_database_remember (ActStoreDatabase *self,
                             const char       *key,
                             gint64            number)
{
  if (g_hash_table_size (self->remembered) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->remembered);

  g_hash_table_insert (self->remembered, g_strdup (key), g_memdup2 (&number, sizeof number));
}

/**
 * act_store_database_recall:
 * @self: an open connection inside a transaction that writes
 * @key: what the number belongs to
 * @number: (out): return location for the number
 *
 * Returns: whether it is remembered
 */
gboolean
act_store_database_recall (ActStoreDatabase *self,
                           const char       *key,
                           gint64           *number)
{
  const gint64 *remembered = g_hash_table_lookup (self->remembered, key);

  if (remembered != NULL)
    *number = *remembered;

  return remembered != NULL;
}

/**
 * act_store_database_forget:
 * @self: an open connection
 *
 * Forgets all numbers.
 */
void
act_store_database_forget (ActStoreDatabase *self)
{
  g_hash_table_remove_all (self->remembered);
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

/**
 * act_store_database_note_altered:
 * @self: an open connection
 *
 * Notes that what the list or the counts show was altered by the call that runs.
 */
void
act_store_database_note_altered (ActStoreDatabase *self)
{
  self->altered = TRUE;
}

/**
 * act_store_database_take_altered:
 * @self: a connection
 *
 * Returns: whether anything was noted since the last time
 */
gboolean
act_store_database_take_altered (ActStoreDatabase *self)
{
  gboolean altered = self->altered;

  self->altered = FALSE;

  return altered;
}

/**
 * act_store_database_check_version:
 * @self: an open connection that writes
 * @others_wrote: (out) (optional): return location for whether another connection has committed
 * @error: return location for an error
 *
 * Notes that rows were altered if another connection than this one has committed since the last
 * time. Asked of the one that writes, it tells other processes from ourselves.
 *
 * Returns: whether it could be read
 */
gboolean
act_store_database_check_version (ActStoreDatabase *self,
                                  gboolean         *others_wrote,
                                  GError          **error)
{
  gint64   version = 0;
  gboolean differs;

  if (!act_store_database_read_int (self, "PRAGMA data_version", &version, error))
    return FALSE;

  differs = self->data_version != 0 && self->data_version != version;
  if (differs)
    act_store_database_note_altered (self);
  if (others_wrote != NULL)
    *others_wrote = differs;
  self->data_version = version;

  return TRUE;
}
