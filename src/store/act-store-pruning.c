/* Deletes what is older than it is to be kept
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-pruning.h"

#include "act-event-status.h"
#include "act-outbox-entry.h"
#include "act-resource.h"
#include "act-store-activity-rows.h"
#include "act-store-private.h"
#include "act-store-profile.h"
#include "act-store-row-id.h"
#include "act-time.h"

/* So few that what else is to be written need not wait for it. */
#define EVENTS_A_BATCH    500
#define RESOURCES_A_BATCH 50

/* These stand in SQL text. */
G_STATIC_ASSERT (ACT_EVENT_STATUS_ACTIONED == 10);
G_STATIC_ASSERT (ACT_EVENT_STATUS_ELSEWHERE == 11);
G_STATIC_ASSERT (ACT_EVENT_STATUS_ACTIONED_GONE == 12);
G_STATIC_ASSERT (ACT_OUTBOX_DONE == 4);
G_STATIC_ASSERT (ACT_RESOURCE_RUN == 0);
G_STATIC_ASSERT (ACT_RESOURCE_RUN_LOG == 1);
G_STATIC_ASSERT (ACT_RESOURCE_MAPPING == 3);
G_STATIC_ASSERT (ACT_RESOURCE_EXTERNAL_RECORDS == 6);

/* Actioned, known to the server, and nothing of it in the outbox that is not done. */
#define PRUNABLE                                                                     \
  " FROM state WHERE row_id > :after AND row_id < :first AND status IN (10, 11, 12)" \
  "   AND NOT EXISTS (SELECT 1 FROM outbox"                                          \
  "                     WHERE outbox.row_id = state.row_id AND outbox.state <> 4)"

/* What an open event is followed up with: its runs, their logs, and what its entity has. */
#define NEEDED                                                                             \
  "EXISTS (SELECT 1 FROM event JOIN state ON state.row_id = event.row_id"                  \
  "          WHERE event.run_id = resource.id AND event.run_id IS NOT NULL"                \
  "            AND state.status < 8)"                                                      \
  " OR EXISTS (SELECT 1 FROM event JOIN state ON state.row_id = event.row_id"              \
  "          WHERE event.entity_id = substr (resource.grp, instr (resource.grp, '/') + 1)" \
  "            AND event.entity_id IS NOT NULL AND state.status < 8)"

#define OLD_RESOURCES \
  " FROM resource WHERE kind IN (0, 1, 3, 6) AND read_at < :older_than AND NOT (" NEEDED ")"

static gboolean
run_with (ActStoreDatabase *database,
          const char       *sql,
          const ActPruning *pruning,
          GError          **error)
{
  g_autoptr (ActStatement) statement = act_store_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  act_statement_bind_int (statement, ":older_than", pruning->older_than);

  return act_statement_run (statement, error);
}

/* The rows of the next batch, in the order of their ids. */
static GArray *
list_rows (ActStoreDatabase *database,
           const ActPruning *pruning,
           GError          **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ActStatement) list = act_store_database_prepare (
      database, "SELECT row_id" PRUNABLE " ORDER BY row_id LIMIT :limit", error);
  int code;

  if (list == NULL)
    return NULL;

  act_statement_bind_int (list, ":after", pruning->after);
  act_statement_bind_int (list, ":first", act_row_id_first_at (pruning->older_than));
  act_statement_bind_int (list, ":limit", EVENTS_A_BATCH);
  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    {
      gint64 row_id = act_statement_get_int (list, 0);

      g_array_append_val (rows, row_id);
    }

  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

/* What is derived from an event goes with it, by foreign keys and triggers. */
static gboolean
delete_row (ActStoreDatabase *database,
            gint64            row_id,
            GError          **error)
{
  g_autoptr (ActStatement) remove = act_store_database_prepare (
      database, "DELETE FROM event WHERE row_id = :row_id", error);

  if (remove == NULL)
    return FALSE;

  act_statement_bind_int (remove, ":row_id", row_id);

  return act_statement_run (remove, error);
}

static gboolean
prune_events (ActStoreDatabase *database,
              ActPruning       *pruning,
              gboolean         *more,
              GError          **error)
{
  g_autoptr (GArray) rows = list_rows (database, pruning, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      pruning->after = g_array_index (rows, gint64, i);
      if (!delete_row (database, pruning->after, error))
        return FALSE;
    }

  pruning->n_events += rows->len;
  *more = rows->len == EVENTS_A_BATCH;
  if (rows->len > 0)
    act_store_database_note_altered (database);

  return TRUE;
}

/* A group that lacks something is not complete any more, so its listing goes first. */
static gboolean
prune_resources (ActStoreDatabase *database,
                 const ActPruning *pruning,
                 gboolean         *more,
                 GError          **error)
{
  static const char listings_sql[] =
      "DELETE FROM listing WHERE (kind, grp) IN (SELECT kind, grp" OLD_RESOURCES ")";
  static const char resources_sql[] =
      "DELETE FROM resource WHERE number IN"
      "  (SELECT number" OLD_RESOURCES " ORDER BY number LIMIT 50)";

  G_STATIC_ASSERT (RESOURCES_A_BATCH == 50);

  if (!run_with (database, listings_sql, pruning, error) ||
      !run_with (database, resources_sql, pruning, error))
    return FALSE;

  *more = act_store_database_get_changes (database) == RESOURCES_A_BATCH;

  return TRUE;
}

/* Activities are kept for as long as events, and what is done in the outbox for as long as these. */
static gboolean
prune_activities (ActStoreDatabase *database,
                  const ActPruning *pruning,
                  GError          **error)
{
  guint n_forgotten = 0;

  return act_store_activity_rows_forget (database, pruning->older_than, &n_forgotten, error) &&
         run_with (database,
                   "DELETE FROM outbox WHERE state = 4 AND created < :older_than AND NOT EXISTS"
                   "  (SELECT 1 FROM activity"
                   "     WHERE outbox.id BETWEEN activity.first_entry AND activity.last_entry)",
                   pruning, error);
}

/* So much earlier as the newest event is earlier than now. */
static gboolean
guard_against_clock (ActStoreDatabase *database,
                     ActPruning       *pruning,
                     GError          **error)
{
  gint64 newest = 0;
  gint64 now = act_time_now ();

  if (!act_store_database_read_int (database, "SELECT max (row_id) FROM state", &newest, error))
    return FALSE;

  if (pruning->by_events && newest > 0)
    pruning->older_than -= MAX (now - act_row_id_get_time (newest), 0);
  pruning->by_events = FALSE;

  return TRUE;
}

static gboolean
prune_batch (ActStoreDatabase *database,
             gpointer          data,
             GError          **error)
{
  ActPruning *pruning = data;
  gboolean    more = FALSE;

  if (!guard_against_clock (database, pruning, error) ||
      !prune_events (database, pruning, &more, error))
    return FALSE;
  if (!more && !prune_resources (database, pruning, &more, error))
    return FALSE;
  if (more)
    return TRUE;

  pruning->done = TRUE;

  return prune_activities (database, pruning, error) &&
         (pruning->n_events == 0 || act_store_profile_remove_unused (database, error));
}

static gboolean
prune (ActStoreDatabase *database,
       gpointer          arguments,
       gpointer         *result,
       GCancellable     *cancellable,
       GError          **error)
{
  const ActStoreCall    *call = arguments;
  g_autofree ActPruning *pruning = g_new0 (ActPruning, 1);

  pruning->older_than = call->number;
  pruning->by_events = call->kind;
  pruning->after = call->other_numbers[0];
  pruning->n_events = (guint) call->other_numbers[1];
  if (!act_store_database_transact (database, ACT_STORE_FETCHED, prune_batch, pruning, error))
    return FALSE;

  *result = g_steal_pointer (&pruning);

  return TRUE;
}

static gboolean
count_prunable (ActStoreDatabase *database,
                gpointer          arguments,
                gpointer         *result,
                GCancellable     *cancellable,
                GError          **error)
{
  const ActStoreCall *call = arguments;
  g_autoptr (ActStatement) count =
      act_store_database_prepare (database, "SELECT count(*)" PRUNABLE, error);

  if (count == NULL)
    return FALSE;

  act_statement_bind_int (count, ":after", 0);
  act_statement_bind_int (count, ":first", act_row_id_first_at (call->number));
  if (act_statement_step (count, error) != SQLITE_ROW)
    return FALSE;

  *result = GUINT_TO_POINTER ((guint) act_statement_get_int (count, 0));

  return TRUE;
}

/**
 * act_store_prune_async:
 * @self: a store
 * @pruning: how far it is
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Deletes some of what is older than it is to be kept: actioned events of which nothing waits, what
 * was read of the server that no open event needs, and activities. Never an open event, nor one
 * that has an unsent change. To be called again until it is done; what else is to be written comes
 * in between. Main thread.
 */
void
act_store_prune_async (ActStore           *self,
                       const ActPruning   *pruning,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));
  g_return_if_fail (pruning != NULL);

  call = g_new0 (ActStoreCall, 1);
  call->number = pruning->older_than;
  call->kind = pruning->by_events;
  call->other_numbers[0] = pruning->after;
  call->other_numbers[1] = pruning->n_events;
  act_store_submit (self, ACT_STORE_WRITES, act_store_prune_async, prune, call, g_free,
                    cancellable, callback, user_data);
}

/**
 * act_store_prune_finish:
 * @self: a store
 * @result: the result
 * @pruning: (out): return location for how far it is now
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it succeeded
 */
gboolean
act_store_prune_finish (ActStore     *self,
                        GAsyncResult *result,
                        ActPruning   *pruning,
                        GError      **error)
{
  gpointer               value = NULL;
  g_autofree ActPruning *taken = NULL;

  if (!act_store_take (self, result, act_store_prune_async, &value, error))
    return FALSE;

  taken = value;
  *pruning = *taken;

  return TRUE;
}

/**
 * act_store_count_prunable_async:
 * @self: a store
 * @older_than: milliseconds since 1970 UTC
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Counts the events that pruning would delete. Main thread.
 */
void
act_store_count_prunable_async (ActStore           *self,
                                gint64              older_than,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  ActStoreCall *call = NULL;

  g_return_if_fail (ACT_IS_STORE (self));

  call = g_new0 (ActStoreCall, 1);
  call->number = older_than;
  act_store_submit (self, ACT_STORE_SCANS, act_store_count_prunable_async, count_prunable, call,
                    NULL, cancellable, callback, user_data);
}

/**
 * act_store_count_prunable_finish:
 * @self: a store
 * @result: the result
 * @n_events: (out): return location for how many
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they could be counted
 */
gboolean
act_store_count_prunable_finish (ActStore     *self,
                                 GAsyncResult *result,
                                 guint        *n_events,
                                 GError      **error)
{
  gpointer value = NULL;

  if (!act_store_take (self, result, act_store_count_prunable_async, &value, error))
    return FALSE;

  *n_events = GPOINTER_TO_UINT (value);

  return TRUE;
}
