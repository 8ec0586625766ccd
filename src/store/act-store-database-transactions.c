/* The transactions of a connection, and what it remembers from one to the next
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-database-private.h"

#include "act-store-marks-due.h"
#include "act-store-words-due.h"

/* What is kept of the file while many rows change that may be anywhere in it, in KiB. */
#define ROOM_FOR_MANY_ROWS "196608"
#define MANY_ROWS          1000

/* SQLite's own number of pages in the log, after which they are copied into the file. */
#define PAGES_TO_CHECKPOINT 1000

/* So few that what else is to be written need not wait for it. */
#define MARKS_A_BATCH 1000

/* How many numbers are remembered at most. */
#define MAX_REMEMBERED 16384

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

static gboolean
follow_all (ActStoreDatabase *self,
            GError          **error)
{
  gboolean any = FALSE;

  if (!self->follows_marks)
    return TRUE;

  return act_store_marks_due_exist (self, &any, error) &&
         (!any || act_store_marks_due_follow (self, 0, error));
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
  if (!check_remembered (self, error) || !follow_all (self, error) || !writing->func (self, writing->data, error))
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
  act_store_database_execute (self, "PRAGMA cache_size = -" ACT_STORE_WRITER_CACHE "; PRAGMA shrink_memory;",
                              NULL);

  return done;
}

/**
 * act_store_database_set_complete:
 * @self: an open connection that may write
 *
 * Says that all tables of this version are there. From now on each transaction lets `state` follow the
 * marks before it does anything else.
 */
void
act_store_database_set_complete (ActStoreDatabase *self)
{
  self->follows_marks = TRUE;
}

static gboolean
follow_some (ActStoreDatabase *self,
             gpointer          data,
             GError          **error)
{
  return act_store_marks_due_follow (self, MARKS_A_BATCH, error);
}

/**
 * act_store_database_follow_marks:
 * @self: an open connection that may write
 * @error: return location for an error
 *
 * Lets `state` follow the marks that are made, in small transactions of their own. Nothing that anybody
 * reads is altered by it.
 *
 * Returns: whether it follows
 */
gboolean
act_store_database_follow_marks (ActStoreDatabase *self,
                                 GError          **error)
{
  gboolean any = FALSE;

  while (act_store_marks_due_exist (self, &any, error))
    {
      if (!any)
        return TRUE;

      if (!set_durability (self, ACT_STORE_FETCHED, error) ||
          !run_between (self, "BEGIN IMMEDIATE", follow_some, NULL, error))
        return FALSE;
    }

  return FALSE;
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
