/* Changes of something else than an event: rows of the outbox
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-change-rows.h"

#include "act-event-status.h"
#include "act-store-activity-rows.h"
#include "act-store-error.h"
#include "act-time.h"

#define COLUMNS "id, action, target, content, state, attempts, settled_at, created, reason"

typedef struct
{
  const ActChange *change;
  gint64           replaced_id;
  gint64           id;
} Add;

typedef struct
{
  gint64     after_id;
  ActChange *change; /* (owned) (nullable) */
} Claim;

typedef struct
{
  gint64         id;
  ActOutboxState state;
  const char    *reason;
} Settlement;

static ActChange *
make_change (ActStatement *row)
{
  ActChange *change = act_change_new ();

  change->id = act_statement_get_int (row, 0);
  change->action = (ActOutboxAction) act_statement_get_int (row, 1);
  change->target = act_statement_dup_text (row, 2);
  change->content = act_statement_dup_text (row, 3);
  change->state = (ActOutboxState) act_statement_get_int (row, 4);
  change->attempts = (guint) act_statement_get_int (row, 5);
  change->since = act_statement_get_time (row, 6);
  change->created = act_statement_get_int (row, 7);
  change->reason = act_statement_dup_text (row, 8);

  return change;
}

/* What the activity that made it says of it stays. */
static gboolean
delete_change (ActStoreDatabase *database,
               gint64            id,
               ActOutboxState    state,
               GError          **error)
{
  ActActivityResult result = state == ACT_OUTBOX_DONE ? ACT_ACTIVITY_CONFIRMED
                                                      : ACT_ACTIVITY_TAKEN_BACK;
  g_autoptr (ActStatement) statement = act_store_database_prepare (
      database, "DELETE FROM outbox WHERE id = :id AND action <> 0", error);

  if (statement == NULL || !act_store_activity_rows_keep_entry (database, id, result, error))
    return FALSE;

  act_statement_bind_int (statement, ":id", id);

  return act_statement_run (statement, error);
}

/* Looks for a change; @id is 0 afterwards if there is none. */
static gboolean
find_state (ActStoreDatabase *database,
            gint64           *id,
            ActOutboxState   *state,
            GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database, "SELECT state FROM outbox WHERE id = :id AND action <> 0", error);
  int code;

  if (find == NULL)
    return FALSE;

  act_statement_bind_int (find, ":id", *id);
  code = act_statement_step (find, error);
  if (code == SQLITE_ROW)
    *state = (ActOutboxState) act_statement_get_int (find, 0);
  else
    *id = 0;

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
set_busy (GError **error)
{
  g_set_error_literal (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY,
                       "The change is being sent, or its answer was lost");

  return FALSE;
}

/* The user may give up a change whose answer was lost, but not while it is being sent. */
static gboolean
can_discard (ActOutboxState state)
{
  return act_outbox_state_can_undo (state) || state == ACT_OUTBOX_UNKNOWN ||
         state == ACT_OUTBOX_DONE;
}

/* Takes a change away, whether for good or since another one replaces it. */
static gboolean
discard (ActStoreDatabase *database,
         gint64            id,
         GError          **error)
{
  ActOutboxState state = ACT_OUTBOX_DONE;

  if (!find_state (database, &id, &state, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  if (!can_discard (state))
    return set_busy (error);

  act_store_database_note_altered (database);

  return delete_change (database, id, state, error);
}

/* Another change of the same gives way, unless the server may know of it. */
static gboolean
make_room (ActStoreDatabase *database,
           const ActChange  *change,
           GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT id, state FROM outbox WHERE target = :target AND action = :action AND state <> 4",
      error);
  ActOutboxState state = ACT_OUTBOX_DONE;
  int            code;

  if (find == NULL)
    return FALSE;

  act_statement_bind_text (find, ":target", change->target);
  act_statement_bind_int (find, ":action", change->action);
  code = act_statement_step (find, error);
  if (code != SQLITE_ROW)
    return code == SQLITE_DONE;

  state = (ActOutboxState) act_statement_get_int (find, 1);
  if (!act_outbox_state_can_undo (state))
    return set_busy (error);

  return delete_change (database, act_statement_get_int (find, 0), state, error);
}

static ActActivityAction
get_activity_action (ActOutboxAction action)
{
  return action == ACT_OUTBOX_ENABLE ? ACT_ACTIVITY_ENABLE : ACT_ACTIVITY_CREATE_MAPPING;
}

static gboolean
note_change (ActStoreDatabase *database,
             const Add        *task,
             gint64            now,
             GError          **error)
{
  ActActivity activity = { .time = now,
                           .action = get_activity_action (task->change->action),
                           .count = 1,
                           .target = task->change->target,
                           .detail = task->change->name };
  gint64      number = 0;

  return act_store_activity_rows_add (database, &activity, task->id, task->id, &number, error);
}

static gboolean
insert (ActStoreDatabase *database,
        Add              *task,
        GError          **error)
{
  gint64 now = act_time_now ();
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT INTO outbox (action, target, content, state, previous_status, created, settled_at)"
      "  VALUES (:action, :target, :content, 1, 0, :now, :now) RETURNING id",
      error);

  G_STATIC_ASSERT (ACT_OUTBOX_READY == 1 && ACT_EVENT_STATUS_OPEN == 0);

  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":action", task->change->action);
  act_statement_bind_text (add, ":target", task->change->target);
  act_statement_bind_text (add, ":content", task->change->content);
  act_statement_bind_int (add, ":now", now);
  if (act_statement_step (add, error) != SQLITE_ROW)
    return FALSE;
  task->id = act_statement_get_int (add, 0);

  act_store_database_note_altered (database);

  return act_statement_run (add, error) && note_change (database, task, now, error);
}

static gboolean
add_change (ActStoreDatabase *database,
            gpointer          data,
            GError          **error)
{
  Add *task = data;

  return (task->replaced_id == 0 || discard (database, task->replaced_id, error)) &&
         make_room (database, task->change, error) && insert (database, task, error);
}

/**
 * act_store_change_rows_add:
 * @database: a connection that writes
 * @change: what is to be done, to what, and what it is made of
 * @replaced_id: a change that this one replaces, or 0
 * @change_id: (out): return location for the new change's id
 * @error: return location for an error
 *
 * Adds a change that is ready to be sent. On the store's thread.
 *
 * Returns: whether it is on the disk; %ACT_STORE_ERROR_BUSY while the server may know of one that
 *   would have to give way
 */
gboolean
act_store_change_rows_add (ActStoreDatabase *database,
                           const ActChange  *change,
                           gint64            replaced_id,
                           gint64           *change_id,
                           GError          **error)
{
  Add task = { change, replaced_id, 0 };

  if (!act_store_database_transact (database, ACT_STORE_USER_CHANGE, add_change, &task, error))
    return FALSE;

  *change_id = task.id;

  return TRUE;
}

/**
 * act_store_change_rows_put:
 * @database: a connection inside a transaction
 * @change: what is to be done, to what, and what it is made of; nothing of it waits here yet
 * @error: return location for an error
 *
 * Adds a change that is ready to be sent, together with what else the transaction does. On the
 * store's thread.
 *
 * Returns: whether it was added
 */
gboolean
act_store_change_rows_put (ActStoreDatabase *database,
                           const ActChange  *change,
                           GError          **error)
{
  Add task = { change, 0, 0 };

  return insert (database, &task, error);
}

/**
 * act_store_change_rows_list:
 * @database: a connection
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (element-type ActChange) (nullable): the changes that are not done or
 *   have something to tell, oldest first
 */
GPtrArray *
act_store_change_rows_list (ActStoreDatabase *database,
                            GError          **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (ActStatement) list = act_store_database_prepare (
      database,
      "SELECT " COLUMNS " FROM outbox INDEXED BY outbox_changes"
      "  WHERE action <> 0 AND (state <> 4 OR reason IS NOT NULL) ORDER BY id",
      error);
  int code;

  if (list == NULL)
    return NULL;

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) act_change_free);
  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    g_ptr_array_add (changes, make_change (list));

  return code == SQLITE_DONE ? g_steal_pointer (&changes) : NULL;
}

/* One statement, so that nobody else can take it in between. */
static gboolean
claim (ActStoreDatabase *database,
       gpointer          data,
       GError          **error)
{
  Claim *task = data;
  g_autoptr (ActStatement) statement = act_store_database_prepare (
      database,
      "UPDATE outbox SET attempts = attempts + (state = 1), state = iif (state = 1, 2, state)"
      "  WHERE id = (SELECT id FROM outbox INDEXED BY outbox_changes"
      "                WHERE action <> 0 AND state IN (1, 7) AND id > :after ORDER BY id LIMIT 1)"
      "  RETURNING " COLUMNS,
      error);

  G_STATIC_ASSERT (ACT_OUTBOX_SENDING == 2 && ACT_OUTBOX_UNKNOWN == 7);

  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":after", task->after_id);
  switch (act_statement_step (statement, error))
    {
    case SQLITE_ROW:
      task->change = make_change (statement);
      return act_statement_run (statement, error);

    case SQLITE_DONE:
      return TRUE;

    default:
      return FALSE;
    }
}

/**
 * act_store_change_rows_claim:
 * @database: a connection that writes
 * @after_id: the change that was claimed before, 0 for the first
 * @change: (out) (transfer full) (nullable): return location for the change, %NULL without one
 * @error: return location for an error
 *
 * Takes the next change that is ready, which is called sending from now on, or that is unknown,
 * which stays so. On the store's thread.
 *
 * Returns: whether it could be looked for
 */
gboolean
act_store_change_rows_claim (ActStoreDatabase *database,
                             gint64            after_id,
                             ActChange       **change,
                             GError          **error)
{
  Claim task = { after_id, NULL };

  *change = NULL;

  /* That it is being sent must be on the disk before it is: a create that a power cut made ready again
   * could be made twice. */
  if (!act_store_database_transact (database, ACT_STORE_USER_CHANGE, claim, &task, error))
    {
      act_change_free (task.change);
      return FALSE;
    }

  *change = task.change;

  return TRUE;
}

/* Being ready again, or waiting for a sign-in, says of what was being sent that it was not. */
static gboolean
settle (ActStoreDatabase *database,
        gpointer          data,
        GError          **error)
{
  const Settlement *settlement = data;
  g_autoptr (ActStatement) statement = act_store_database_prepare (
      database,
      "UPDATE outbox SET attempts = attempts - (state = 2 AND :state IN (1, 8)), state = :state,"
      "    reason = :reason, settled_at = :now"
      "  WHERE id = :id AND action <> 0 AND state <> 4",
      error);

  G_STATIC_ASSERT (ACT_OUTBOX_WAITING_FOR_SIGN_IN == 8);

  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":state", settlement->state);
  act_statement_bind_text (statement, ":reason", settlement->reason);
  act_statement_bind_int (statement, ":now", act_time_now ());
  act_statement_bind_int (statement, ":id", settlement->id);
  if (!act_statement_run (statement, error))
    return FALSE;

  if (act_store_database_get_changes (database) > 0)
    act_store_database_note_altered (database);

  return TRUE;
}

/**
 * act_store_change_rows_settle:
 * @database: a connection that writes
 * @change_id: a change
 * @state: how far it got
 * @reason: (nullable): why it got no farther, or what is to be told of one that is done
 * @error: return location for an error
 *
 * Writes down what came of a change. One that is done stays done. On the store's thread.
 *
 * Returns: whether it is written down, on the disk
 */
gboolean
act_store_change_rows_settle (ActStoreDatabase *database,
                              gint64            change_id,
                              ActOutboxState    state,
                              const char       *reason,
                              GError          **error)
{
  Settlement settlement = { change_id, state, reason };

  return act_store_database_transact (database, ACT_STORE_USER_CHANGE, settle, &settlement, error);
}

/* Looks for what is to be told of a change that is about to be discarded: nothing, if it is done. */
static gboolean
read_discarded (ActStoreDatabase *database,
                gint64            id,
                ActActivity      *activity,
                GError          **error)
{
  g_autoptr (ActStatement) read = act_store_database_prepare (
      database,
      "SELECT outbox.target, activity.detail FROM outbox LEFT JOIN activity"
      "    ON activity.first_entry = outbox.id AND activity.time = outbox.created"
      "  WHERE outbox.id = :id AND outbox.action <> 0 AND outbox.state <> 4",
      error);
  int code;

  if (read == NULL)
    return FALSE;

  act_statement_bind_int (read, ":id", id);
  code = act_statement_step (read, error);
  if (code == SQLITE_ROW)
    {
      activity->target = act_statement_dup_text (read, 0);
      activity->detail = act_statement_dup_text (read, 1);
    }

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
note_discarding (ActStoreDatabase  *database,
                 const ActActivity *activity,
                 GError           **error)
{
  g_autoptr (ActActivityItem) item = NULL;
  gint64 number = 0;

  if (activity->target == NULL)
    return TRUE;

  item = act_activity_item_new (activity->target, ACT_ACTIVITY_CONFIRMED, NULL);

  return act_store_activity_rows_add (database, activity, 0, 0, &number, error) &&
         act_store_activity_rows_add_item (database, number, item, error);
}

static gboolean
discard_change (ActStoreDatabase *database,
                gpointer          data,
                GError          **error)
{
  const gint64 *id = data;
  g_autoptr (ActActivity) activity = act_activity_new ();

  activity->time = act_time_now ();
  activity->action = ACT_ACTIVITY_DISCARD;
  activity->count = 1;

  return read_discarded (database, *id, activity, error) && discard (database, *id, error) &&
         note_discarding (database, activity, error);
}

/**
 * act_store_change_rows_discard:
 * @database: a connection that writes
 * @change_id: a change
 * @error: return location for an error
 *
 * Gives up a change. One that is gone already is no error. On the store's thread.
 *
 * Returns: whether it is gone, on the disk; %ACT_STORE_ERROR_BUSY while it is being sent
 */
gboolean
act_store_change_rows_discard (ActStoreDatabase *database,
                               gint64            change_id,
                               GError          **error)
{
  return act_store_database_transact (database, ACT_STORE_USER_CHANGE, discard_change, &change_id,
                                      error);
}

static gboolean
retry (ActStoreDatabase *database,
       gpointer          data,
       GError          **error)
{
  const gint64 *id = data;
  g_autoptr (ActStatement) statement = act_store_database_prepare (
      database,
      "UPDATE outbox SET state = 1, reason = NULL, attempts = 0, settled_at = :now"
      "  WHERE id = :id AND action <> 0 AND state IN (5, 6, 8)",
      error);

  G_STATIC_ASSERT (ACT_OUTBOX_REFUSED == 5 && ACT_OUTBOX_UNSUPPORTED == 6);

  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":now", act_time_now ());
  act_statement_bind_int (statement, ":id", *id);
  if (!act_statement_run (statement, error))
    return FALSE;

  if (act_store_database_get_changes (database) > 0)
    act_store_database_note_altered (database);

  return TRUE;
}

/**
 * act_store_change_rows_retry:
 * @database: a connection that writes
 * @change_id: a change
 * @error: return location for an error
 *
 * Makes a change that the server did not take ready to be sent again, as if it were new. One that
 * stands elsewhere is left alone. On the store's thread.
 *
 * Returns: whether it is, on the disk
 */
gboolean
act_store_change_rows_retry (ActStoreDatabase *database,
                             gint64            change_id,
                             GError          **error)
{
  return act_store_database_transact (database, ACT_STORE_USER_CHANGE, retry, &change_id, error);
}
