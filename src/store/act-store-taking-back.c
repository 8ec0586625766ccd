/* The user's marks are taken back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-outbox.h"

#include "act-store-activity-rows.h"

#include "act-event.h"
#include "act-id-array.h"
#include "act-time.h"

typedef struct
{
  GArray                *row_ids; /* (nullable) */
  const ActPendingScope *scope;   /* (nullable): without either, all that are held */
  GArray                *taken_back;
  gint64                 now;
  gint64                 activity; /* its number, 0 until something was taken back */
  guint                  n_entries;
} TakeBack;

typedef struct
{
  gint64         id;
  ActOutboxState state;
  gint64         row_id;
  ActEventStatus previous;
  char          *target;
} Undo;

/* That a mark was refused says nothing any more once it is taken back. */
static ActEventStatus
get_status_before (const Undo *undo)
{
  if (undo->previous == ACT_EVENT_STATUS_REOPENED || undo->previous == ACT_EVENT_STATUS_OPEN_GONE)
    return undo->previous;

  return ACT_EVENT_STATUS_OPEN;
}

static void
clear_undo (gpointer data)
{
  g_free (((Undo *) data)->target);
}

/* One activity for one gesture. */
static gboolean
note_undo (ActStoreDatabase *database,
           TakeBack         *task,
           const Undo       *undo,
           GError          **error)
{
  ActActivity activity = { .time = task->now, .action = ACT_ACTIVITY_TAKE_BACK };
  g_autoptr (ActActivityItem) item = NULL;

  if (task->activity == 0 &&
      !act_store_activity_rows_add (database, &activity, 0, 0, &task->activity, error))
    return FALSE;

  task->n_entries++;
  item = act_activity_item_new (undo->target, ACT_ACTIVITY_CONFIRMED, NULL);

  return act_store_activity_rows_keep_entry (database, undo->id, ACT_ACTIVITY_TAKEN_BACK, error) &&
         act_store_activity_rows_add_item (database, task->activity, item, error);
}

static gboolean
undo_entry (ActStoreDatabase *database,
            TakeBack         *task,
            const Undo       *undo,
            GError          **error)
{
  g_autoptr (ActStatement) forget =
      act_store_database_prepare (database, "DELETE FROM outbox WHERE id = :id", error);
  ActEventStatus status = get_status_before (undo);

  if (forget == NULL || !note_undo (database, task, undo, error))
    return FALSE;

  act_statement_bind_int (forget, ":id", undo->id);
  if (!act_statement_run (forget, error))
    return FALSE;

  act_store_database_note_altered (database);
  if (undo->row_id == 0)
    return TRUE;

  g_array_append_val (task->taken_back, undo->row_id);

  return act_store_outbox_set_marked (database, undo->row_id, status, ACT_TIME_UNKNOWN, error);
}

static gboolean
undo_found (ActStoreDatabase *database,
            ActStatement     *find,
            TakeBack         *task,
            GError          **error)
{
  g_autoptr (GArray) undos = g_array_new (FALSE, FALSE, sizeof (Undo));
  int code;

  g_array_set_clear_func (undos, clear_undo);
  while ((code = act_statement_step (find, error)) == SQLITE_ROW)
    {
      Undo undo = {
        .id = act_statement_get_int (find, 0),
        .state = (ActOutboxState) act_statement_get_int (find, 1),
        .row_id = act_statement_get_int (find, 2),
        .previous = (ActEventStatus) act_statement_get_int (find, 3),
      };

      if (!act_outbox_state_can_undo (undo.state))
        continue;

      undo.target = act_statement_dup_text (find, 4);
      g_array_append_val (undos, undo);
    }

  if (code != SQLITE_DONE)
    return FALSE;

  for (guint i = 0; i < undos->len; i++)
    {
      if (!undo_entry (database, task, &g_array_index (undos, Undo, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_back_row (ActStoreDatabase *database,
               TakeBack         *task,
               gint64            row_id,
               GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT id, state, row_id, previous_status, target FROM outbox"
      "  WHERE row_id = :row_id AND action = 0 AND state <> 4",
      error);

  if (find == NULL)
    return FALSE;

  act_statement_bind_int (find, ":row_id", row_id);

  return undo_found (database, find, task, error);
}

static gboolean
take_back_rows (ActStoreDatabase *database,
                TakeBack         *task,
                GError          **error)
{
  for (guint i = 0; i < task->row_ids->len; i++)
    {
      if (!take_back_row (database, task, g_array_index (task->row_ids, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_back_held (ActStoreDatabase *database,
                TakeBack         *task,
                GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT id, state, row_id, previous_status, target FROM outbox"
      "  WHERE state = 0 AND action = 0 AND state <> 4",
      error);

  return find != NULL && undo_found (database, find, task, error);
}

static gboolean
take_back_scope (ActStoreDatabase *database,
                 TakeBack         *task,
                 GError          **error)
{
  const ActPendingScope *scope = task->scope;
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT id, state, row_id, previous_status, target FROM outbox INDEXED BY outbox_by_state"
      "  WHERE state <> 4 AND action = 0 AND (:states >> state) & 1"
      "    AND created BETWEEN :from AND :to AND (:id = 0 OR id = :id)",
      error);

  if (find == NULL)
    return FALSE;

  act_statement_bind_int (find, ":states", act_pending_kind_get_states (scope->kind));
  act_statement_bind_int (find, ":from", scope->from);
  act_statement_bind_int (find, ":to", scope->to);
  act_statement_bind_int (find, ":id", scope->entry_id);

  return undo_found (database, find, task, error);
}

static gboolean
take_back (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  TakeBack *task = data;
  gboolean  done;

  G_STATIC_ASSERT (ACT_OUTBOX_HELD == 0 && ACT_OUTBOX_MARK_ACTIONED == 0);

  if (task->row_ids != NULL)
    done = take_back_rows (database, task, error);
  else if (task->scope != NULL)
    done = take_back_scope (database, task, error);
  else
    done = take_back_held (database, task, error);

  return done && (task->activity == 0 ||
                  act_store_activity_rows_set_count (database, task->activity, task->n_entries,
                                                     error));
}

static GArray *
run_taking_back (ActStoreDatabase *database,
                 TakeBack         *task,
                 GError          **error)
{
  g_autoptr (GArray) taken_back = g_array_new (FALSE, FALSE, sizeof (gint64));

  task->taken_back = taken_back;
  task->now = act_time_now ();
  if (!act_store_database_transact (database, ACT_STORE_USER_CHANGE, take_back, task, error))
    return NULL;

  g_array_sort (taken_back, act_id_array_compare);

  return g_steal_pointer (&taken_back);
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
  TakeBack task = { .row_ids = row_ids };

  return run_taking_back (database, &task, error);
}

/**
 * act_store_outbox_take_back_scope:
 * @database: a connection that writes
 * @scope: which marks
 * @error: return location for an error
 *
 * Takes back those of the marks that the server does not know of. On the store's thread.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the rows that are open again,
 *   ascending
 */
GArray *
act_store_outbox_take_back_scope (ActStoreDatabase      *database,
                                  const ActPendingScope *scope,
                                  GError               **error)
{
  TakeBack task = { .scope = scope };

  return run_taking_back (database, &task, error);
}
