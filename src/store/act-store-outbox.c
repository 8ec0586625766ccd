/* What is sent from the outbox, and what came of it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-outbox.h"

#include "act-event.h"
#include "act-store-error.h"
#include "act-time.h"

typedef struct
{
  ActOutboxState from;
  guint          limit;
  GPtrArray     *entries;
} Claim;

typedef struct
{
  gint64         entry_id;
  ActOutboxState state;
  gint64         actioned_time;
  const char    *reason;
  gint64         now;
} Settlement;

/**
 * act_store_outbox_get_event_status:
 * @state: the state of a mark
 *
 * Returns: where the event of such a mark stands, as long as nothing else is known of it
 */
ActEventStatus
act_store_outbox_get_event_status (ActOutboxState state)
{
  switch (state)
    {
    case ACT_OUTBOX_DONE:
      return ACT_EVENT_STATUS_ACTIONED;

    case ACT_OUTBOX_REFUSED:
      return ACT_EVENT_STATUS_REFUSED;

    case ACT_OUTBOX_UNSUPPORTED:
      return ACT_EVENT_STATUS_LOCAL;

    case ACT_OUTBOX_HELD:
    case ACT_OUTBOX_READY:
    case ACT_OUTBOX_SENDING:
    case ACT_OUTBOX_VERIFYING:
    case ACT_OUTBOX_UNKNOWN:
    case ACT_OUTBOX_WAITING_FOR_SIGN_IN:
    default:
      return ACT_EVENT_STATUS_PENDING;
    }
}

/**
 * act_store_outbox_find_mark:
 * @database: a connection
 * @event_id: an event's id
 * @mark: (out caller-allocates): return location for its unfinished mark
 * @error: return location for an error
 *
 * Returns: whether it could be looked for
 */
gboolean
act_store_outbox_find_mark (ActStoreDatabase *database,
                            const char       *event_id,
                            ActStoreMark     *mark,
                            GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT id, row_id, state, created FROM outbox"
      "  WHERE target = :target AND action = :action AND state <> 4",
      error);
  int code;

  *mark = (ActStoreMark){ 0 };
  if (find == NULL)
    return FALSE;

  act_statement_bind_text (find, ":target", event_id);
  act_statement_bind_int (find, ":action", ACT_OUTBOX_MARK_ACTIONED);
  code = act_statement_step (find, error);
  if (code == SQLITE_ROW)
    {
      mark->id = act_statement_get_int (find, 0);
      mark->row_id = act_statement_get_int (find, 1);
      mark->state = (ActOutboxState) act_statement_get_int (find, 2);
      mark->created = act_statement_get_int (find, 3);
    }

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/**
 * act_store_outbox_attach:
 * @database: a connection inside a transaction
 * @entry_id: an entry that has lost its event
 * @row_id: the event
 * @error: return location for an error
 *
 * Returns: whether they belong together again
 */
gboolean
act_store_outbox_attach (ActStoreDatabase *database,
                         gint64            entry_id,
                         gint64            row_id,
                         GError          **error)
{
  g_autoptr (ActStatement) attach = act_store_database_prepare (
      database, "UPDATE outbox SET row_id = :row_id WHERE id = :id", error);

  if (attach == NULL)
    return FALSE;

  act_statement_bind_int (attach, ":row_id", row_id);
  act_statement_bind_int (attach, ":id", entry_id);

  return act_statement_run (attach, error);
}

/**
 * act_store_outbox_finish:
 * @database: a connection inside a transaction
 * @entry_id: an entry
 * @now: milliseconds since 1970 UTC
 * @error: return location for an error
 *
 * Ends an entry that nothing is left to do for.
 *
 * Returns: whether it is done
 */
gboolean
act_store_outbox_finish (ActStoreDatabase *database,
                         gint64            entry_id,
                         gint64            now,
                         GError          **error)
{
  g_autoptr (ActStatement) finish = act_store_database_prepare (
      database, "UPDATE outbox SET state = 4, settled_at = :now WHERE id = :id", error);

  if (finish == NULL)
    return FALSE;

  act_statement_bind_int (finish, ":now", now);
  act_statement_bind_int (finish, ":id", entry_id);

  return act_statement_run (finish, error);
}

/**
 * act_store_outbox_set_status:
 * @database: a connection inside a transaction
 * @row_id: an event
 * @status: where it stands
 * @error: return location for an error
 *
 * Returns: whether it is written down
 */
gboolean
act_store_outbox_set_status (ActStoreDatabase *database,
                             gint64            row_id,
                             ActEventStatus    status,
                             GError          **error)
{
  g_autoptr (ActStatement) set = act_store_database_prepare (
      database, "UPDATE state SET status = :status WHERE row_id = :row_id", error);

  if (set == NULL)
    return FALSE;

  act_statement_bind_int (set, ":status", status);
  act_statement_bind_int (set, ":row_id", row_id);

  return act_statement_run (set, error);
}

/**
 * act_store_outbox_set_marked:
 * @database: a connection inside a transaction
 * @row_id: an event
 * @status: where it stands
 * @marked_at: when the user marked it, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @error: return location for an error
 *
 * Returns: whether it is written down
 */
gboolean
act_store_outbox_set_marked (ActStoreDatabase *database,
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

static gboolean
give_up_sending (ActStoreDatabase *database,
                 gpointer          data,
                 GError          **error)
{
  g_autoptr (ActStatement) recover = act_store_database_prepare (
      database,
      "UPDATE outbox SET state = iif (action = :create, 7, 1),"
      "    settled_at = iif (action = :create, :now, NULL)"
      "  WHERE state = 2 AND state <> 4",
      error);

  G_STATIC_ASSERT (ACT_OUTBOX_READY == 1 && ACT_OUTBOX_UNKNOWN == 7);

  if (recover == NULL)
    return FALSE;

  act_statement_bind_int (recover, ":create", ACT_OUTBOX_CREATE_MAPPING);
  act_statement_bind_int (recover, ":now", act_time_now ());

  return act_statement_run (recover, error);
}

/**
 * act_store_outbox_recover:
 * @database: a connection that writes
 * @error: return location for an error
 *
 * Makes ready again what a process was sending when it ended. Marking and enabling are idempotent,
 * so they may be sent twice; whether a create was taken nobody knows. Only while nobody else can be
 * sending.
 *
 * Returns: whether it is ready
 */
gboolean
act_store_outbox_recover (ActStoreDatabase *database,
                          GError          **error)
{
  return act_store_database_transact (database, ACT_STORE_FETCHED, give_up_sending, NULL, error);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const ActOutboxEntry *left = *(const ActOutboxEntry *const *) a;
  const ActOutboxEntry *right = *(const ActOutboxEntry *const *) b;

  return (left->id > right->id) - (left->id < right->id);
}

static ActOutboxEntry *
make_entry (ActStatement *row)
{
  ActOutboxEntry *entry = act_outbox_entry_new ();

  entry->id = act_statement_get_int (row, 0);
  entry->action = (ActOutboxAction) act_statement_get_int (row, 1);
  entry->target = act_statement_dup_text (row, 2);
  entry->state = (ActOutboxState) act_statement_get_int (row, 3);
  entry->attempts = (guint) act_statement_get_int (row, 4);
  entry->created = act_statement_get_int (row, 5);

  return entry;
}

/* What is ready is taken and shown in one statement, so that nobody else can take it in between;
 * what has failed before stands behind what was not tried, so that it holds up nobody. What is in
 * another state is only shown. */
static gboolean
claim (ActStoreDatabase *database,
       gpointer          data,
       GError          **error)
{
  Claim      *task = data;
  const char *sql = NULL;
  g_autoptr (ActStatement) statement = NULL;
  int code;

  if (task->from == ACT_OUTBOX_READY)
    sql = "UPDATE outbox SET state = 2, attempts = attempts + 1"
          "  WHERE id IN (SELECT id FROM outbox"
          "                 WHERE state = :from AND state <> 4 AND action = 0"
          "                 ORDER BY attempts, id LIMIT :limit)"
          "  RETURNING id, action, target, state, attempts, created";
  else
    sql = "SELECT id, action, target, state, attempts, created FROM outbox"
          "  WHERE state = :from AND state <> 4 AND action = 0 ORDER BY id LIMIT :limit";

  statement = act_store_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":from", task->from);
  act_statement_bind_int (statement, ":limit", task->limit > 0 ? (gint64) task->limit : -1);
  while ((code = act_statement_step (statement, error)) == SQLITE_ROW)
    g_ptr_array_add (task->entries, make_entry (statement));

  return code == SQLITE_DONE;
}

/**
 * act_store_outbox_claim:
 * @database: a connection that writes
 * @from: the state that entries are in
 * @limit: how many at most, 0 for all
 * @error: return location for an error
 *
 * Takes marks that are ready, which are called sending from now on and are given to nobody else,
 * or shows those of another state. On the store's thread.
 *
 * Returns: (transfer full) (element-type ActOutboxEntry) (nullable): the entries, oldest first
 */
GPtrArray *
act_store_outbox_claim (ActStoreDatabase *database,
                        ActOutboxState    from,
                        guint             limit,
                        GError          **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  Claim task = { from, limit, NULL };

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) act_outbox_entry_free);
  task.entries = entries;
  if (!act_store_database_transact (database, ACT_STORE_FETCHED, claim, &task, error))
    return NULL;

  g_ptr_array_sort (entries, compare_entries);

  return g_steal_pointer (&entries);
}

static gboolean
read_entry (ActStoreDatabase *database,
            gint64            entry_id,
            ActOutboxState   *state,
            gint64           *row_id,
            GError          **error)
{
  g_autoptr (ActStatement) read = act_store_database_prepare (
      database, "SELECT state, row_id FROM outbox WHERE id = :id", error);
  int code;

  if (read == NULL)
    return FALSE;

  act_statement_bind_int (read, ":id", entry_id);
  code = act_statement_step (read, error);
  if (code == SQLITE_DONE)
    g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_NOT_FOUND,
                         "There is no such change");
  if (code != SQLITE_ROW)
    return FALSE;

  *state = (ActOutboxState) act_statement_get_int (read, 0);
  *row_id = act_statement_get_int (read, 1);

  return TRUE;
}

static gboolean
settle_entry (ActStoreDatabase *database,
              const Settlement *settlement,
              GError          **error)
{
  g_autoptr (ActStatement) settle = act_store_database_prepare (
      database,
      "UPDATE outbox SET state = :state, reason = :reason, settled_at = :settled_at"
      "  WHERE id = :id",
      error);
  gboolean done = settlement->state == ACT_OUTBOX_DONE;

  if (settle == NULL)
    return FALSE;

  act_statement_bind_int (settle, ":state", settlement->state);
  act_statement_bind_text (settle, ":reason", settlement->reason);
  act_statement_bind_time (settle, ":settled_at", done ? settlement->now : ACT_TIME_UNKNOWN);
  act_statement_bind_int (settle, ":id", settlement->entry_id);

  return act_statement_run (settle, error);
}

static gboolean
confirm_event (ActStoreDatabase *database,
               const Settlement *settlement,
               gint64            row_id,
               GError          **error)
{
  g_autoptr (ActStatement) confirm = act_store_database_prepare (
      database,
      "UPDATE state SET status = 10, confirmed_at = :now,"
      "    actioned_time = coalesce (:actioned_time, actioned_time)"
      "  WHERE row_id = :row_id AND status <> 12",
      error);

  G_STATIC_ASSERT (ACT_EVENT_STATUS_ACTIONED == 10 && ACT_EVENT_STATUS_ACTIONED_GONE == 12);

  if (confirm == NULL)
    return FALSE;

  act_statement_bind_int (confirm, ":now", settlement->now);
  act_statement_bind_time (confirm, ":actioned_time", settlement->actioned_time);
  act_statement_bind_int (confirm, ":row_id", row_id);

  return act_statement_run (confirm, error);
}

static gboolean
settle (ActStoreDatabase *database,
        gpointer          data,
        GError          **error)
{
  const Settlement *settlement = data;
  ActOutboxState    before = ACT_OUTBOX_DONE;
  gint64            row_id = 0;

  if (!read_entry (database, settlement->entry_id, &before, &row_id, error))
    return FALSE;

  /* A list, or the event's end, was faster. What is done stays done. */
  if (before == ACT_OUTBOX_DONE)
    return TRUE;

  if (!settle_entry (database, settlement, error))
    return FALSE;

  if (settlement->state == ACT_OUTBOX_DONE || settlement->state == ACT_OUTBOX_READY ||
      act_pending_kind_from_state (before) != act_pending_kind_from_state (settlement->state))
    act_store_database_note_altered (database);

  if (row_id == 0)
    return TRUE;

  if (settlement->state == ACT_OUTBOX_DONE)
    return confirm_event (database, settlement, row_id, error);

  return act_store_outbox_set_status (
      database, row_id, act_store_outbox_get_event_status (settlement->state), error);
}

/**
 * act_store_outbox_settle:
 * @database: a connection that writes
 * @entry_id: an entry
 * @state: how far it got
 * @actioned_time: when the server says that the event was actioned, or %ACT_TIME_UNKNOWN
 * @reason: (nullable): why it got no farther
 * @error: return location for an error
 *
 * Writes down what came of sending an entry, and where its event stands now. An entry that is done
 * stays done. On the store's thread.
 *
 * Returns: whether it is written down
 */
gboolean
act_store_outbox_settle (ActStoreDatabase *database,
                         gint64            entry_id,
                         ActOutboxState    state,
                         gint64            actioned_time,
                         const char       *reason,
                         GError          **error)
{
  Settlement settlement = { entry_id, state, actioned_time, reason, act_time_now () };

  return act_store_database_transact (database, ACT_STORE_FETCHED, settle, &settlement, error);
}
