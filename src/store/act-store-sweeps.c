/* The user's marks are held, released and offered again
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-outbox.h"

#include "act-event-status.h"

typedef struct
{
  const char            *sql;
  const char            *parameter; /* (nullable) */
  gint64                 value;
  const ActPendingScope *scope; /* (nullable) */
  guint                  n_entries;
} Sweep;

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
keep_here (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  g_autoptr (ActStatement) set = act_store_database_prepare (
      database,
      "UPDATE state NOT INDEXED SET status = :status WHERE row_id IN"
      "  (SELECT row_id FROM outbox WHERE state = 1 AND state <> 4 AND action = 0)",
      error);

  if (set == NULL)
    return FALSE;

  act_statement_bind_int (set, ":status",
                          act_store_outbox_get_event_status (ACT_OUTBOX_UNSUPPORTED));

  return act_statement_run (set, error) && sweep (database, data, error);
}

/**
 * act_store_outbox_keep_here:
 * @database: a connection that writes
 * @n_entries: (out): return location for how many marks are kept on this device now
 * @error: return location for an error
 *
 * Takes all marks that are ready from those that are sent: the server takes none from anybody. Those
 * that are being sent are left alone. On the store's thread.
 *
 * Returns: whether they are kept
 */
gboolean
act_store_outbox_keep_here (ActStoreDatabase *database,
                            guint            *n_entries,
                            GError          **error)
{
  Sweep  task = { "UPDATE outbox SET state = :state, reason = NULL"
                   "  WHERE state = 1 AND state <> 4 AND action = 0",
                  ":state", ACT_OUTBOX_UNSUPPORTED };
  gint64 n_ready = 0;

  G_STATIC_ASSERT (ACT_OUTBOX_READY == 1 && ACT_OUTBOX_MARK_ACTIONED == 0);

  *n_entries = 0;
  if (!act_store_database_read_int (database,
                                    "SELECT count(*) FROM outbox"
                                    "  WHERE state = 1 AND state <> 4 AND action = 0",
                                    &n_ready, error))
    return FALSE;

  if (n_ready == 0)
    return TRUE;

  if (!act_store_database_transact_many (database, (guint) n_ready, ACT_STORE_FETCHED, keep_here,
                                         &task, error))
    return FALSE;

  *n_entries = task.n_entries;

  return TRUE;
}

/* Binds what the statements below have in common. */
static void
bind_scope (ActStatement          *statement,
            const ActPendingScope *scope)
{
  act_statement_bind_int (statement, ":states", act_pending_kind_get_states (scope->kind));
  act_statement_bind_int (statement, ":from", scope->from);
  act_statement_bind_int (statement, ":to", scope->to);
  act_statement_bind_int (statement, ":id", scope->entry_id);
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

static gboolean
retry_scope (ActStoreDatabase *database,
             gpointer          data,
             GError          **error)
{
  Sweep *task = data;
  g_autoptr (ActStatement) pend = act_store_database_prepare (
      database,
      "UPDATE state SET status = 8 WHERE status <> 8 AND row_id IN"
      "  (SELECT row_id FROM outbox INDEXED BY outbox_by_state"
      "     WHERE state <> 4 AND action = 0 AND (:states >> state) & 1"
      "       AND created BETWEEN :from AND :to AND (:id = 0 OR id = :id))",
      error);
  g_autoptr (ActStatement) make_ready = act_store_database_prepare (
      database,
      "UPDATE outbox SET state = 1, reason = NULL WHERE id IN"
      "  (SELECT id FROM outbox INDEXED BY outbox_by_state"
      "     WHERE state <> 4 AND action = 0 AND (:states >> state) & 1"
      "       AND created BETWEEN :from AND :to AND (:id = 0 OR id = :id))",
      error);

  if (pend == NULL || make_ready == NULL)
    return FALSE;

  bind_scope (pend, task->scope);
  bind_scope (make_ready, task->scope);
  if (!act_statement_run (pend, error) || !act_statement_run (make_ready, error))
    return FALSE;

  task->n_entries = act_store_database_get_changes (database);
  if (task->n_entries > 0)
    act_store_database_note_altered (database);

  return TRUE;
}

/**
 * act_store_outbox_retry_scope:
 * @database: a connection that writes
 * @scope: which marks; those that wait to be sent, or are being sent, are left alone
 * @n_entries: (out): return location for how many may be sent again
 * @error: return location for an error
 *
 * Makes marks ready to be sent again. Marking is idempotent, so this is safe too for those whose
 * answer was lost. On the store's thread.
 *
 * Returns: whether they are ready
 */
gboolean
act_store_outbox_retry_scope (ActStoreDatabase      *database,
                              const ActPendingScope *scope,
                              guint                 *n_entries,
                              GError               **error)
{
  Sweep task = { .scope = scope };

  *n_entries = 0;
  if (scope->kind == ACT_PENDING_WAITING)
    return TRUE;

  if (!act_store_database_transact (database, ACT_STORE_USER_CHANGE, retry_scope, &task, error))
    return FALSE;

  *n_entries = task.n_entries;

  return TRUE;
}
