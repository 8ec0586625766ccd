/* The user's marks: made, taken back, held and released
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-outbox.h"

#include "act-event.h"
#include "act-id-array.h"
#include "act-time.h"

typedef struct
{
  GArray *row_ids;
  gint64  hold_until;
  gint64  now;
  gsize   n_marked;
} Mark;

typedef struct
{
  GArray *row_ids; /* (nullable): %NULL for all that are held */
  GArray *taken_back;
} TakeBack;

typedef struct
{
  const char *sql;
  const char *parameter; /* (nullable) */
  gint64      value;
  guint       n_entries;
} Sweep;

typedef struct
{
  gint64         id;
  ActOutboxState state;
  gint64         row_id;
  ActEventStatus previous;
} Undo;

static gboolean
set_marked (ActStoreDatabase *database,
            gint64            row_id,
            ActEventStatus    status,
            gint64            marked_at,
            GError          **error)
{
  g_autoptr (ActStatement) set = act_store_database_prepare (
      database,
      "UPDATE state SET status = :status, marked_at = :marked_at WHERE row_id = :row_id", error);

  if (set == NULL)
    return FALSE;

  act_statement_bind_int (set, ":status", status);
  act_statement_bind_time (set, ":marked_at", marked_at);
  act_statement_bind_int (set, ":row_id", row_id);

  return act_statement_run (set, error);
}

/* A mark that the server had refused is made anew, and what it was before stays known. */
static gboolean
add_entry (ActStoreDatabase *database,
           const Mark       *mark,
           gint64            row_id,
           const char       *target,
           ActEventStatus    status,
           GError          **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT INTO outbox (action, target, row_id, state, previous_status, created, hold_until)"
      "  VALUES (:action, :target, :row_id, :state, :previous, :created, :hold)"
      "  ON CONFLICT (target, action) WHERE state <> 4 DO UPDATE"
      "    SET row_id = excluded.row_id, state = excluded.state, created = excluded.created,"
      "        hold_until = excluded.hold_until, attempts = 0, reason = NULL",
      error);
  gboolean held = mark->hold_until > mark->now;

  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":action", ACT_OUTBOX_MARK_ACTIONED);
  act_statement_bind_text (add, ":target", target);
  act_statement_bind_int (add, ":row_id", row_id);
  act_statement_bind_int (add, ":state", held ? ACT_OUTBOX_HELD : ACT_OUTBOX_READY);
  act_statement_bind_int (add, ":previous", status);
  act_statement_bind_int (add, ":created", mark->now);
  act_statement_bind_time (add, ":hold", held ? mark->hold_until : ACT_TIME_UNKNOWN);

  return act_statement_run (add, error);
}

static gboolean
read_open_event (ActStoreDatabase *database,
                 gint64            row_id,
                 char            **event_id,
                 ActEventStatus   *status,
                 GError          **error)
{
  g_autoptr (ActStatement) read = act_store_database_prepare (
      database,
      "SELECT event.id, state.status FROM state JOIN event ON event.row_id = state.row_id"
      "  WHERE state.row_id = :row_id AND state.status < 8",
      error);
  int code;

  if (read == NULL)
    return FALSE;

  act_statement_bind_int (read, ":row_id", row_id);
  code = act_statement_step (read, error);
  if (code == SQLITE_ROW)
    {
      *event_id = act_statement_dup_text (read, 0);
      *status = (ActEventStatus) act_statement_get_int (read, 1);
    }

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
mark_row (ActStoreDatabase *database,
          Mark             *mark,
          gint64            row_id,
          GError          **error)
{
  g_autofree char *event_id = NULL;
  ActEventStatus   status = ACT_EVENT_STATUS_OPEN;

  if (!read_open_event (database, row_id, &event_id, &status, error))
    return FALSE;
  if (event_id == NULL)
    return TRUE;

  mark->n_marked++;

  return set_marked (database, row_id, ACT_EVENT_STATUS_PENDING, mark->now, error) &&
         add_entry (database, mark, row_id, event_id, status, error);
}

static gboolean
mark_rows (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  Mark *mark = data;

  for (guint i = 0; i < mark->row_ids->len; i++)
    {
      if (!mark_row (database, mark, g_array_index (mark->row_ids, gint64, i), error))
        return FALSE;
    }

  if (mark->n_marked > 0)
    act_store_database_note_altered (database);

  return TRUE;
}

/**
 * act_store_outbox_mark:
 * @database: a connection that writes
 * @row_ids: (element-type gint64): which rows
 * @hold_until: the end of the undo time, milliseconds since 1970 UTC; in the past for none
 * @n_marked: (out): return location for how many of them were open and are marked now
 * @error: return location for an error
 *
 * Marks open events as actioned, all or none. One that is gone on the server needs no call. On the
 * store's thread.
 *
 * Returns: whether they are marked, on the disk
 */
gboolean
act_store_outbox_mark (ActStoreDatabase *database,
                       GArray           *row_ids,
                       gint64            hold_until,
                       gsize            *n_marked,
                       GError          **error)
{
  Mark mark = { row_ids, hold_until, act_time_now (), 0 };

  *n_marked = 0;
  if (!act_store_database_transact (database, ACT_STORE_USER_CHANGE, mark_rows, &mark, error))
    return FALSE;

  *n_marked = mark.n_marked;

  return TRUE;
}

/* That a mark was refused says nothing any more once it is taken back. */
static ActEventStatus
get_status_before (const Undo *undo)
{
  if (undo->previous == ACT_EVENT_STATUS_REOPENED || undo->previous == ACT_EVENT_STATUS_OPEN_GONE)
    return undo->previous;

  return ACT_EVENT_STATUS_OPEN;
}

static gboolean
undo_entry (ActStoreDatabase *database,
            const Undo       *undo,
            GArray           *taken_back,
            GError          **error)
{
  g_autoptr (ActStatement) forget =
      act_store_database_prepare (database, "DELETE FROM outbox WHERE id = :id", error);
  ActEventStatus status = get_status_before (undo);

  if (forget == NULL)
    return FALSE;

  act_statement_bind_int (forget, ":id", undo->id);
  if (!act_statement_run (forget, error))
    return FALSE;

  act_store_database_note_altered (database);
  if (undo->row_id == 0)
    return TRUE;

  g_array_append_val (taken_back, undo->row_id);

  return set_marked (database, undo->row_id, status, ACT_TIME_UNKNOWN, error);
}

static gboolean
undo_found (ActStoreDatabase *database,
            ActStatement     *find,
            GArray           *taken_back,
            GError          **error)
{
  g_autoptr (GArray) undos = g_array_new (FALSE, FALSE, sizeof (Undo));
  int code;

  while ((code = act_statement_step (find, error)) == SQLITE_ROW)
    {
      Undo undo = {
        .id = act_statement_get_int (find, 0),
        .state = (ActOutboxState) act_statement_get_int (find, 1),
        .row_id = act_statement_get_int (find, 2),
        .previous = (ActEventStatus) act_statement_get_int (find, 3),
      };

      if (act_outbox_state_can_undo (undo.state))
        g_array_append_val (undos, undo);
    }

  if (code != SQLITE_DONE)
    return FALSE;

  for (guint i = 0; i < undos->len; i++)
    {
      if (!undo_entry (database, &g_array_index (undos, Undo, i), taken_back, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_back_row (ActStoreDatabase *database,
               gint64            row_id,
               GArray           *taken_back,
               GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT id, state, row_id, previous_status FROM outbox"
      "  WHERE row_id = :row_id AND action = 0 AND state <> 4",
      error);

  if (find == NULL)
    return FALSE;

  act_statement_bind_int (find, ":row_id", row_id);

  return undo_found (database, find, taken_back, error);
}

static gboolean
take_back_held (ActStoreDatabase *database,
                GArray           *taken_back,
                GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT id, state, row_id, previous_status FROM outbox"
      "  WHERE state = 0 AND action = 0 AND state <> 4",
      error);

  return find != NULL && undo_found (database, find, taken_back, error);
}

static gboolean
take_back (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  TakeBack *task = data;

  G_STATIC_ASSERT (ACT_OUTBOX_HELD == 0 && ACT_OUTBOX_MARK_ACTIONED == 0);

  if (task->row_ids == NULL)
    return take_back_held (database, task->taken_back, error);

  for (guint i = 0; i < task->row_ids->len; i++)
    {
      if (!take_back_row (database, g_array_index (task->row_ids, gint64, i), task->taken_back,
                          error))
        return FALSE;
    }

  return TRUE;
}

/**
 * act_store_outbox_take_back:
 * @database: a connection that writes
 * @row_ids: (element-type gint64) (nullable): whose marks, or %NULL for all in their undo time
 * @error: return location for an error
 *
 * Takes back the marks that the server does not know of. On the store's thread.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the rows that are open again,
 *   ascending
 */
GArray *
act_store_outbox_take_back (ActStoreDatabase *database,
                            GArray           *row_ids,
                            GError          **error)
{
  g_autoptr (GArray) taken_back = g_array_new (FALSE, FALSE, sizeof (gint64));
  TakeBack task = { row_ids, taken_back };

  if (!act_store_database_transact (database, ACT_STORE_USER_CHANGE, take_back, &task, error))
    return NULL;

  g_array_sort (taken_back, act_id_array_compare);

  return g_steal_pointer (&taken_back);
}

static gboolean
sweep (ActStoreDatabase *database,
       gpointer          data,
       GError          **error)
{
  Sweep *task = data;
  g_autoptr (ActStatement) statement = act_store_database_prepare (database, task->sql, error);

  if (statement == NULL)
    return FALSE;

  if (task->parameter != NULL)
    act_statement_bind_int (statement, task->parameter, task->value);
  if (!act_statement_run (statement, error))
    return FALSE;

  task->n_entries = act_store_database_get_changes (database);
  if (task->n_entries > 0)
    act_store_database_note_altered (database);

  return TRUE;
}

static gboolean
run_sweep (ActStoreDatabase *database,
           Sweep            *task,
           guint            *n_entries,
           GError          **error)
{
  *n_entries = 0;
  if (!act_store_database_transact (database, ACT_STORE_USER_CHANGE, sweep, task, error))
    return FALSE;

  *n_entries = task->n_entries;

  return TRUE;
}

/**
 * act_store_outbox_hold_again:
 * @database: a connection that writes
 * @hold_until: the new end of the undo time, milliseconds since 1970 UTC
 * @n_entries: (out): return location for how many are held
 * @error: return location for an error
 *
 * Gives a new undo time to all that is held. On the store's thread.
 *
 * Returns: whether it has it
 */
gboolean
act_store_outbox_hold_again (ActStoreDatabase *database,
                             gint64            hold_until,
                             guint            *n_entries,
                             GError          **error)
{
  Sweep task = { "UPDATE outbox SET hold_until = :hold WHERE state = 0 AND state <> 4", ":hold",
                 hold_until };

  return run_sweep (database, &task, n_entries, error);
}

/**
 * act_store_outbox_release:
 * @database: a connection that writes
 * @n_entries: (out): return location for how many may be sent now
 * @error: return location for an error
 *
 * Ends the undo time of all that is held. On the store's thread.
 *
 * Returns: whether it ended
 */
gboolean
act_store_outbox_release (ActStoreDatabase *database,
                          guint            *n_entries,
                          GError          **error)
{
  Sweep task = { "UPDATE outbox SET state = 1, hold_until = NULL WHERE state = 0 AND state <> 4" };

  return run_sweep (database, &task, n_entries, error);
}

static gboolean
retry (ActStoreDatabase *database,
       gpointer          data,
       GError          **error)
{
  Sweep *task = data;
  g_autoptr (ActStatement) pend = act_store_database_prepare (
      database,
      "UPDATE state SET status = 8 WHERE status <> 8 AND row_id IN"
      "  (SELECT row_id FROM outbox WHERE state = :from AND state <> 4)",
      error);

  G_STATIC_ASSERT (ACT_EVENT_STATUS_PENDING == 8);

  if (pend == NULL)
    return FALSE;

  act_statement_bind_int (pend, ":from", task->value);

  return act_statement_run (pend, error) && sweep (database, task, error);
}

/**
 * act_store_outbox_retry:
 * @database: a connection that writes
 * @from: the state that entries are in: refused, unsupported, unknown or waiting for a sign-in
 * @n_entries: (out): return location for how many may be sent again
 * @error: return location for an error
 *
 * Makes marks ready to be sent again, and all other changes too that wait for a sign-in; what else
 * holds those up needs the user's eye. Entries in other states are left alone. On the store's
 * thread.
 *
 * Returns: whether they are ready
 */
gboolean
act_store_outbox_retry (ActStoreDatabase *database,
                        ActOutboxState    from,
                        guint            *n_entries,
                        GError          **error)
{
  Sweep task = { "UPDATE outbox SET state = 1, reason = NULL"
                 "  WHERE state = :from AND state <> 4 AND (action = 0 OR state = 8)",
                 ":from", from };

  G_STATIC_ASSERT (ACT_OUTBOX_WAITING_FOR_SIGN_IN == 8);

  *n_entries = 0;
  if (from == ACT_OUTBOX_HELD || from == ACT_OUTBOX_DONE || from == ACT_OUTBOX_READY)
    return TRUE;

  if (!act_store_database_transact (database, ACT_STORE_USER_CHANGE, retry, &task, error))
    return FALSE;

  *n_entries = task.n_entries;

  return TRUE;
}
