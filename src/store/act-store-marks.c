/* The user's marks are made
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-outbox.h"

#include "act-store-activity-rows.h"
#include "act-store-marks-due.h"

#include "act-event.h"
#include "act-time.h"

/* A statement gets its rows as a text in memory. */
#define ROWS_A_STATEMENT 5000

/* From so many on, what is not needed to keep them is left until afterwards. */
#define MANY_ROWS 500

typedef struct
{
  GArray *row_ids;
  gint64  hold_until;
  gint64  now;
  gsize   n_marked;
  gint64  entry_before; /* the newest in the outbox before the gesture */
} Mark;

/* An event that is marked although it has an unfinished mark. */
typedef struct
{
  gint64 row_id;
  char  *target;
} Again;

static void
clear_again (gpointer data)
{
  g_free (((Again *) data)->target);
}

static void
bind_mark (ActStatement *add,
           const Mark   *mark)
{
  gboolean held = mark->hold_until > mark->now;

  act_statement_bind_int (add, ":action", ACT_OUTBOX_MARK_ACTIONED);
  act_statement_bind_int (add, ":state", held ? ACT_OUTBOX_HELD : ACT_OUTBOX_READY);
  act_statement_bind_int (add, ":created", mark->now);
  act_statement_bind_time (add, ":hold", held ? mark->hold_until : ACT_TIME_UNKNOWN);
}

static gboolean
add_entry (ActStoreDatabase *database,
           const Mark       *mark,
           const Again      *again,
           ActEventStatus    previous,
           GError          **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT INTO outbox (action, target, row_id, state, previous_status, created, hold_until)"
      "  VALUES (:action, :target, :row_id, :state, :previous, :created, :hold)",
      error);

  if (add == NULL)
    return FALSE;

  bind_mark (add, mark);
  act_statement_bind_text (add, ":target", again->target);
  act_statement_bind_int (add, ":row_id", again->row_id);
  act_statement_bind_int (add, ":previous", previous);

  return act_statement_run (add, error);
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
           const Mark       *mark,
           const Again      *again,
           GError          **error)
{
  ActStoreMark   old = { 0 };
  ActEventStatus previous = ACT_EVENT_STATUS_OPEN;

  return act_store_outbox_find_mark (database, again->target, &old, error) &&
         read_previous (database, old.id, &previous, error) && remove_entry (database, &old, error) &&
         add_entry (database, mark, again, previous, error);
}

/* One statement for many rows, since a statement for each takes twice as long. Adds nothing where
 * there is an unfinished mark of the event. */
static gboolean
add_entries (ActStoreDatabase *database,
             const Mark       *mark,
             const char       *rows,
             guint            *n_added,
             GError          **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT INTO outbox (action, target, row_id, state, previous_status, created, hold_until)"
      "  SELECT :action, event.id, event.row_id, :state, state.status, :created, :hold"
      "    FROM json_each (:rows) AS marked"
      "      CROSS JOIN state ON state.row_id = marked.value"
      "      CROSS JOIN event ON event.row_id = state.row_id"
      "    WHERE state.status < 8"
      "  ON CONFLICT (target, action) WHERE state <> 4 DO NOTHING",
      error);

  if (add == NULL)
    return FALSE;

  bind_mark (add, mark);
  act_statement_bind_text (add, ":rows", rows);
  if (!act_statement_run (add, error))
    return FALSE;

  *n_added = act_store_database_get_changes (database);

  return TRUE;
}

/* Those that are open, and that the outbox has an older mark of. */
static gboolean
find_marked_again (ActStoreDatabase *database,
                   const Mark       *mark,
                   const char       *rows,
                   GArray           *agains,
                   GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT DISTINCT event.row_id, event.id"
      "  FROM json_each (:rows) AS marked"
      "    CROSS JOIN state ON state.row_id = marked.value"
      "    CROSS JOIN event ON event.row_id = state.row_id"
      "    CROSS JOIN outbox ON outbox.target = event.id AND outbox.action = :action"
      "  WHERE state.status < 8 AND outbox.state <> 4 AND outbox.id <= :before",
      error);
  int code;

  if (find == NULL)
    return FALSE;

  act_statement_bind_text (find, ":rows", rows);
  act_statement_bind_int (find, ":action", ACT_OUTBOX_MARK_ACTIONED);
  act_statement_bind_int (find, ":before", mark->entry_before);
  while ((code = act_statement_step (find, error)) == SQLITE_ROW)
    {
      Again again = { act_statement_get_int (find, 0), act_statement_dup_text (find, 1) };

      g_array_append_val (agains, again);
    }

  return code == SQLITE_DONE;
}

static gboolean
mark_again (ActStoreDatabase *database,
            const Mark       *mark,
            const char       *rows,
            GError          **error)
{
  g_autoptr (GArray) agains = g_array_new (FALSE, FALSE, sizeof (Again));

  g_array_set_clear_func (agains, clear_again);
  if (!find_marked_again (database, mark, rows, agains, error))
    return FALSE;

  for (guint i = 0; i < agains->len; i++)
    {
      if (!make_anew (database, mark, &g_array_index (agains, Again, i), error))
        return FALSE;
    }

  return TRUE;
}

/* SQLite goes through the rows in ascending order, whatever order they are given in. */
static gboolean
set_pending (ActStoreDatabase *database,
             const Mark       *mark,
             const char       *rows,
             GError          **error)
{
  g_autoptr (ActStatement) set = act_store_database_prepare (
      database,
      "UPDATE state NOT INDEXED SET status = 8, marked_at = :now"
      "  WHERE row_id IN (SELECT value FROM json_each (:rows)) AND status < 8",
      error);

  G_STATIC_ASSERT (ACT_EVENT_STATUS_PENDING == 8);

  if (set == NULL)
    return FALSE;

  act_statement_bind_int (set, ":now", mark->now);
  act_statement_bind_text (set, ":rows", rows);

  return act_statement_run (set, error);
}

static gboolean
note_marked (ActStoreDatabase *database,
             Mark             *mark,
             const char       *rows,
             GError          **error)
{
  gboolean many = mark->row_ids->len >= MANY_ROWS;

  if (!(many ? act_store_marks_due_add (database, rows, mark->now, error)
             : set_pending (database, mark, rows, error)))
    return FALSE;

  mark->n_marked += act_store_database_get_changes (database);

  return TRUE;
}

static char *
write_rows (const gint64 *row_ids,
            guint         n_row_ids)
{
  GString *text = g_string_sized_new (n_row_ids * 8 + 2);

  for (guint i = 0; i < n_row_ids; i++)
    g_string_append_printf (text, "%c%" G_GINT64_FORMAT, i == 0 ? '[' : ',', row_ids[i]);
  g_string_append_c (text, ']');

  return g_string_free (text, FALSE);
}

static gboolean
mark_some (ActStoreDatabase *database,
           Mark             *mark,
           const gint64     *row_ids,
           guint             n_row_ids,
           GError          **error)
{
  g_autofree char *rows = write_rows (row_ids, n_row_ids);
  guint            n_added = 0;

  return add_entries (database, mark, rows, &n_added, error) &&
         (n_added == n_row_ids || mark_again (database, mark, rows, error)) &&
         note_marked (database, mark, rows, error);
}

static gboolean
read_newest_entry (ActStoreDatabase *database,
                   gint64           *entry_id,
                   GError          **error)
{
  return act_store_database_read_int (database, "SELECT max (id) FROM outbox", entry_id, error);
}

static gboolean
read_first_entry (ActStoreDatabase *database,
                  const Mark       *mark,
                  gint64           *entry_id,
                  GError          **error)
{
  g_autoptr (ActStatement) read = act_store_database_prepare (
      database, "SELECT min (id) FROM outbox WHERE id > :before", error);

  if (read == NULL)
    return FALSE;

  act_statement_bind_int (read, ":before", mark->entry_before);
  if (act_statement_step (read, error) != SQLITE_ROW)
    return FALSE;
  *entry_id = act_statement_get_int (read, 0);

  return TRUE;
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
  gint64      first_entry = 0;
  gint64      last_entry = 0;
  gint64      number = 0;

  return read_first_entry (database, mark, &first_entry, error) &&
         read_newest_entry (database, &last_entry, error) &&
         act_store_activity_rows_add (database, &activity, first_entry, last_entry, &number, error);
}

static gboolean
mark_rows (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  Mark *mark = data;

  if (!read_newest_entry (database, &mark->entry_before, error))
    return FALSE;

  for (guint i = 0; i < mark->row_ids->len; i += ROWS_A_STATEMENT)
    {
      if (!mark_some (database, mark, &g_array_index (mark->row_ids, gint64, i),
                      MIN (mark->row_ids->len - i, ROWS_A_STATEMENT), error))
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
 * Marks open events as actioned, all or none. One that is gone on the server needs no call. After many,
 * act_store_database_follow_marks() is to be called. On the store's thread.
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
