/* The user's marks are made
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-outbox.h"

#include "act-store-activity-rows.h"

#include "act-event.h"
#include "act-time.h"

typedef struct
{
  GArray *row_ids;
  gint64  hold_until;
  gint64  now;
  gsize   n_marked;
  gint64  first_entry;
  gint64  last_entry;
} Mark;

/* Adds nothing where there is an unfinished mark of the event. */
static gboolean
add_entry (ActStoreDatabase *database,
           Mark             *mark,
           gint64            row_id,
           const char       *target,
           ActEventStatus    previous,
           gboolean         *added,
           GError          **error)
{
  gboolean held = mark->hold_until > mark->now;
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT INTO outbox (action, target, row_id, state, previous_status, created, hold_until)"
      "  VALUES (:action, :target, :row_id, :state, :previous, :created, :hold)"
      "  ON CONFLICT (target, action) WHERE state <> 4 DO NOTHING",
      error);

  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":action", ACT_OUTBOX_MARK_ACTIONED);
  act_statement_bind_text (add, ":target", target);
  act_statement_bind_int (add, ":row_id", row_id);
  act_statement_bind_int (add, ":state", held ? ACT_OUTBOX_HELD : ACT_OUTBOX_READY);
  act_statement_bind_int (add, ":previous", previous);
  act_statement_bind_int (add, ":created", mark->now);
  act_statement_bind_time (add, ":hold", held ? mark->hold_until : ACT_TIME_UNKNOWN);
  if (!act_statement_run (add, error))
    return FALSE;

  *added = act_store_database_get_changes (database) > 0;
  if (*added)
    {
      mark->last_entry = act_store_database_get_last_id (database);
      if (mark->first_entry == 0)
        mark->first_entry = mark->last_entry;
    }

  return TRUE;
}

static gboolean
remove_entry (ActStoreDatabase   *database,
              const ActStoreMark *entry,
              GError            **error)
{
  g_autoptr (ActStatement) forget =
      act_store_database_prepare (database, "DELETE FROM outbox WHERE id = :id", error);

  if (forget == NULL ||
      !act_store_activity_rows_keep_entry (database, entry->id,
                                           act_activity_result_from_state (entry->state), error))
    return FALSE;

  act_statement_bind_int (forget, ":id", entry->id);

  return act_statement_run (forget, error);
}

static gboolean
read_previous (ActStoreDatabase *database,
               gint64            entry_id,
               ActEventStatus   *previous,
               GError          **error)
{
  g_autoptr (ActStatement) read = act_store_database_prepare (
      database, "SELECT previous_status FROM outbox WHERE id = :id", error);

  if (read == NULL)
    return FALSE;

  act_statement_bind_int (read, ":id", entry_id);
  if (act_statement_step (read, error) != SQLITE_ROW)
    return FALSE;
  *previous = (ActEventStatus) act_statement_get_int (read, 0);

  return TRUE;
}

/* A mark that the server had refused is made anew, by the gesture that is made now. What the event
 * was before the first of them stays known. */
static gboolean
make_anew (ActStoreDatabase *database,
           Mark             *mark,
           gint64            row_id,
           const char       *target,
           GError          **error)
{
  ActStoreMark   old = { 0 };
  ActEventStatus previous = ACT_EVENT_STATUS_OPEN;
  gboolean       added = FALSE;

  return act_store_outbox_find_mark (database, target, &old, error) &&
         read_previous (database, old.id, &previous, error) && remove_entry (database, &old, error) &&
         add_entry (database, mark, row_id, target, previous, &added, error);
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
  gboolean         added = FALSE;

  if (!read_open_event (database, row_id, &event_id, &status, error))
    return FALSE;
  if (event_id == NULL)
    return TRUE;

  mark->n_marked++;

  return act_store_outbox_set_marked (database, row_id, ACT_EVENT_STATUS_PENDING, mark->now, error) &&
         add_entry (database, mark, row_id, event_id, status, &added, error) &&
         (added || make_anew (database, mark, row_id, event_id, error));
}

/* One activity for one gesture, however many events it was about. */
static gboolean
note_gesture (ActStoreDatabase *database,
              const Mark       *mark,
              GError          **error)
{
  ActActivity activity = { .time = mark->now,
                           .action = ACT_ACTIVITY_MARK,
                           .count = (guint) mark->n_marked };
  gint64      number = 0;

  return act_store_activity_rows_add (database, &activity, mark->first_entry, mark->last_entry,
                                      &number, error);
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

  if (mark->n_marked == 0)
    return TRUE;

  act_store_database_note_altered (database);

  return note_gesture (database, mark, error);
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
  Mark mark = { .row_ids = row_ids, .hold_until = hold_until, .now = act_time_now () };

  *n_marked = 0;
  if (!act_store_database_transact_many (database, row_ids->len, ACT_STORE_USER_CHANGE, mark_rows,
                                         &mark, error))
    return FALSE;

  *n_marked = mark.n_marked;

  return TRUE;
}
