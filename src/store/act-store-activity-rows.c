/* Changes that were made from this computer: rows
 *
 * What a queued change has come to is not copied: the activity has the range of its entries in the
 * outbox, which one transaction made and which are told from others by their time. Only entries that
 * leave the outbox, and changes that never were in it, have rows of their own.
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-activity-rows.h"

#include <string.h>

#define DIGITS "0123456789"

/**
 * act_store_activity_rows_add:
 * @database: a connection inside a transaction
 * @activity: what was done; its number and results do not matter
 * @first_entry: the first of its entries in the outbox, 0 if it has none
 * @last_entry: the last of them
 * @number: (out): return location for its number
 * @error: return location for an error
 *
 * On the store's thread.
 *
 * Returns: whether it was added
 */
gboolean
act_store_activity_rows_add (ActStoreDatabase  *database,
                             const ActActivity *activity,
                             gint64             first_entry,
                             gint64             last_entry,
                             gint64            *number,
                             GError           **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT INTO activity (time, action, count, first_entry, last_entry, target, detail)"
      "  VALUES (:time, :action, :count, nullif (:first, 0), nullif (:last, 0), :target, :detail)"
      "  RETURNING number",
      error);

  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":time", activity->time);
  act_statement_bind_int (add, ":action", activity->action);
  act_statement_bind_int (add, ":count", activity->count);
  act_statement_bind_int (add, ":first", first_entry);
  act_statement_bind_int (add, ":last", last_entry);
  act_statement_bind_text (add, ":target", activity->target);
  act_statement_bind_text (add, ":detail", activity->detail);
  if (act_statement_step (add, error) != SQLITE_ROW)
    return FALSE;
  *number = act_statement_get_int (add, 0);

  return act_statement_run (add, error);
}

/**
 * act_store_activity_rows_set_count:
 * @database: a connection inside a transaction
 * @number: an activity
 * @count: to how many things it was done
 * @error: return location for an error
 *
 * On the store's thread.
 *
 * Returns: whether it is written down
 */
gboolean
act_store_activity_rows_set_count (ActStoreDatabase *database,
                                   gint64            number,
                                   guint             count,
                                   GError          **error)
{
  g_autoptr (ActStatement) set = act_store_database_prepare (
      database, "UPDATE activity SET count = :count WHERE number = :number", error);

  if (set == NULL)
    return FALSE;

  act_statement_bind_int (set, ":count", count);
  act_statement_bind_int (set, ":number", number);

  return act_statement_run (set, error);
}

/**
 * act_store_activity_rows_add_item:
 * @database: a connection inside a transaction
 * @number: an activity
 * @item: one of the things that it was about, and what came of it
 * @error: return location for an error
 *
 * On the store's thread.
 *
 * Returns: whether it was added
 */
gboolean
act_store_activity_rows_add_item (ActStoreDatabase      *database,
                                  gint64                 number,
                                  const ActActivityItem *item,
                                  GError               **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database,
      "INSERT OR REPLACE INTO activity_item (activity, id, result, reason)"
      "  VALUES (:activity, :id, :result, :reason)",
      error);

  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":activity", number);
  act_statement_bind_text (add, ":id", item->id);
  act_statement_bind_int (add, ":result", item->result);
  act_statement_bind_text (add, ":reason", item->reason);

  return act_statement_run (add, error);
}

/**
 * act_store_activity_rows_keep_entry:
 * @database: a connection inside a transaction
 * @entry_id: an entry that is about to leave the outbox
 * @result: what has come of it
 * @error: return location for an error
 *
 * Keeps what the activity that made an entry says of it. On the store's thread.
 *
 * Returns: whether it could be kept
 */
gboolean
act_store_activity_rows_keep_entry (ActStoreDatabase *database,
                                    gint64            entry_id,
                                    ActActivityResult result,
                                    GError          **error)
{
  g_autoptr (ActStatement) keep = act_store_database_prepare (
      database,
      "INSERT OR REPLACE INTO activity_item (activity, id, result, reason)"
      "  SELECT activity.number, outbox.target, :result, outbox.reason"
      "    FROM outbox CROSS JOIN activity"
      "    WHERE outbox.id = :id AND activity.number ="
      "      (SELECT number FROM activity INDEXED BY activity_by_entry"
      "         WHERE first_entry <= :id ORDER BY first_entry DESC LIMIT 1)"
      "      AND activity.last_entry >= :id AND activity.time = outbox.created",
      error);

  if (keep == NULL)
    return FALSE;

  act_statement_bind_int (keep, ":result", result);
  act_statement_bind_int (keep, ":id", entry_id);

  return act_statement_run (keep, error);
}

static void
add_result (ActActivity      *activity,
            ActActivityResult result,
            guint             n,
            char             *reason)
{
  if ((guint) result < ACT_N_ACTIVITY_RESULTS)
    activity->results[result] += n;

  if (activity->reason == NULL)
    activity->reason = reason;
  else
    g_free (reason);
}

static gboolean
add_results_of_entries (ActStoreDatabase *database,
                        ActActivity      *activity,
                        gint64            first_entry,
                        gint64            last_entry,
                        GError          **error)
{
  g_autoptr (ActStatement) count = act_store_database_prepare (
      database,
      "SELECT state, count(*), max (reason) FROM outbox NOT INDEXED"
      "  WHERE id BETWEEN :first AND :last AND created = :time GROUP BY state",
      error);
  int code;

  if (count == NULL)
    return FALSE;

  act_statement_bind_int (count, ":first", first_entry);
  act_statement_bind_int (count, ":last", last_entry);
  act_statement_bind_int (count, ":time", activity->time);
  while ((code = act_statement_step (count, error)) == SQLITE_ROW)
    add_result (activity,
                act_activity_result_from_state (
                    (ActOutboxState) act_statement_get_int (count, 0)),
                (guint) act_statement_get_int (count, 1), act_statement_dup_text (count, 2));

  return code == SQLITE_DONE;
}

static gboolean
add_results_of_items (ActStoreDatabase *database,
                      ActActivity      *activity,
                      GError          **error)
{
  g_autoptr (ActStatement) count = act_store_database_prepare (
      database,
      "SELECT result, count(*), max (reason) FROM activity_item"
      "  WHERE activity = :number GROUP BY result",
      error);
  int code;

  if (count == NULL)
    return FALSE;

  act_statement_bind_int (count, ":number", activity->number);
  while ((code = act_statement_step (count, error)) == SQLITE_ROW)
    add_result (activity, (ActActivityResult) act_statement_get_int (count, 0),
                (guint) act_statement_get_int (count, 1), act_statement_dup_text (count, 2));

  return code == SQLITE_DONE;
}

/* What a count is like where a text that has a number is in the name of an activity: as the text goes
 * on before and after its number, so does the count. */
static char *
make_count_pattern (const char *text)
{
  gsize       start = strcspn (text, DIGITS);
  gsize       length = strspn (text + start, DIGITS);
  const char *before = start > 0 ? "" : "*";
  const char *after = text[start + length] != '\0' ? "" : "*";

  return length > 0 ? g_strdup_printf ("%s%.*s%s", before, (int) length, text + start, after)
                    : g_strdup ("*");
}

/* The ids of one activity come from its entries and its items; a text is looked for in both. */
static ActStatement *
prepare_list (ActStoreDatabase             *database,
              const ActStoreActivityFilter *filter,
              GError                      **error)
{
  ActStatement *list = NULL;

  if (filter->text == NULL)
    return act_store_database_prepare (
        database,
        "SELECT number, time, action, count, target, detail, first_entry, last_entry FROM activity"
        "  WHERE number < :before ORDER BY number DESC LIMIT :limit",
        error);

  list = act_store_database_prepare (
      database,
      "SELECT number, time, action, count, target, detail, first_entry, last_entry FROM activity"
      "  WHERE number < :before AND"
      "    ((:actions >> action) & 1 AND count GLOB :count"
      "     OR instr (lower (target), lower (:text)) OR instr (lower (detail), lower (:text))"
      "     OR EXISTS (SELECT 1 FROM activity_item WHERE activity = activity.number AND"
      "                  (instr (lower (activity_item.id), lower (:text)) OR"
      "                   instr (lower (activity_item.reason), lower (:text))))"
      "     OR EXISTS (SELECT 1 FROM outbox NOT INDEXED"
      "                  WHERE outbox.id BETWEEN first_entry AND last_entry AND created = time AND"
      "                    (instr (lower (outbox.target), lower (:text)) OR"
      "                     instr (lower (outbox.reason), lower (:text)))))"
      "  ORDER BY number DESC LIMIT :limit",
      error);
  if (list != NULL)
    {
      act_statement_bind_text (list, ":text", filter->text);
      act_statement_bind_int (list, ":actions", filter->actions);
    }

  return list;
}

typedef struct
{
  const ActStoreActivityFilter *filter;
  GPtrArray                    *activities; /* (owned) */
  GArray                       *entries;    /* (owned): of gint64, first and last of each */
} List;

static gboolean
list_rows (ActStoreDatabase *database,
           List             *list,
           GError          **error)
{
  const char      *text = list->filter->text;
  g_autofree char *count = text != NULL ? make_count_pattern (text) : NULL;
  g_autoptr (ActStatement) rows = prepare_list (database, list->filter, error);
  int code;

  if (rows == NULL)
    return FALSE;

  if (count != NULL)
    act_statement_bind_text (rows, ":count", count);
  act_statement_bind_int (rows, ":before", list->filter->before);
  act_statement_bind_int (rows, ":limit", list->filter->limit);
  while ((code = act_statement_step (rows, error)) == SQLITE_ROW)
    {
      ActActivity *activity = act_activity_new ();
      gint64       entries[] = { act_statement_get_int (rows, 6), act_statement_get_int (rows, 7) };

      activity->number = act_statement_get_int (rows, 0);
      activity->time = act_statement_get_int (rows, 1);
      activity->action = (ActActivityAction) act_statement_get_int (rows, 2);
      activity->count = (guint) act_statement_get_int (rows, 3);
      activity->target = act_statement_dup_text (rows, 4);
      activity->detail = act_statement_dup_text (rows, 5);
      g_ptr_array_add (list->activities, activity);
      g_array_append_vals (list->entries, entries, G_N_ELEMENTS (entries));
    }

  return code == SQLITE_DONE;
}

static gboolean
list_all (ActStoreDatabase *database,
          gpointer          data,
          GError          **error)
{
  List *list = data;

  if (!list_rows (database, list, error))
    return FALSE;

  for (guint i = 0; i < list->activities->len; i++)
    {
      ActActivity *activity = g_ptr_array_index (list->activities, i);
      gint64       first = g_array_index (list->entries, gint64, 2 * i);
      gint64       last = g_array_index (list->entries, gint64, 2 * i + 1);

      if (first != 0 && !add_results_of_entries (database, activity, first, last, error))
        return FALSE;
      if (!add_results_of_items (database, activity, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * act_store_activity_rows_list:
 * @database: a connection
 * @filter: which
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (element-type ActActivity) (nullable): the activities, newest first
 */
GPtrArray *
act_store_activity_rows_list (ActStoreDatabase             *database,
                              const ActStoreActivityFilter *filter,
                              GError                      **error)
{
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  List list = { filter, NULL, entries };

  activities = g_ptr_array_new_with_free_func ((GDestroyNotify) act_activity_free);
  list.activities = activities;
  if (!act_store_database_read (database, list_all, &list, error))
    return NULL;

  return g_steal_pointer (&activities);
}

static ActActivityItem *
make_item (ActStatement *row)
{
  ActActivityItem *item = g_new0 (ActActivityItem, 1);

  item->id = act_statement_dup_text (row, 0);
  item->result = act_statement_get_int (row, 1) < 0
                     ? act_activity_result_from_state (
                           (ActOutboxState) act_statement_get_int (row, 2))
                     : (ActActivityResult) act_statement_get_int (row, 1);
  item->reason = act_statement_dup_text (row, 3);
  item->row_id = act_statement_get_int (row, 4);

  return item;
}

/**
 * act_store_activity_rows_list_items:
 * @database: a connection
 * @number: an activity
 * @first: how many of its items are left out
 * @limit: how many at most
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (element-type ActActivityItem) (nullable): what it was about, first what
 *   has left the outbox
 */
GPtrArray *
act_store_activity_rows_list_items (ActStoreDatabase *database,
                                    gint64            number,
                                    guint             first,
                                    guint             limit,
                                    GError          **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (ActStatement) list = act_store_database_prepare (
      database,
      "SELECT item.id, item.result, 0, item.reason, event.row_id"
      "  FROM activity_item AS item LEFT JOIN event ON event.id = item.id"
      "  WHERE item.activity = :number "
      "UNION ALL "
      "SELECT outbox.target, -1, outbox.state, outbox.reason, outbox.row_id"
      "  FROM activity CROSS JOIN outbox NOT INDEXED"
      "  WHERE activity.number = :number AND outbox.created = activity.time AND"
      "    outbox.id BETWEEN activity.first_entry AND activity.last_entry"
      "  LIMIT :limit OFFSET :first",
      error);
  int code;

  if (list == NULL)
    return NULL;

  act_statement_bind_int (list, ":number", number);
  act_statement_bind_int (list, ":limit", limit);
  act_statement_bind_int (list, ":first", first);
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) act_activity_item_free);
  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    g_ptr_array_add (items, make_item (list));

  return code == SQLITE_DONE ? g_steal_pointer (&items) : NULL;
}

/**
 * act_store_activity_rows_forget:
 * @database: a connection inside a transaction
 * @older_than: milliseconds since 1970 UTC
 * @n_forgotten: (out): return location for how many are gone
 * @error: return location for an error
 *
 * Forgets what was done before a time, except for what still waits: activities are kept for as long
 * as events. On the store's thread.
 *
 * Returns: whether they are gone
 */
gboolean
act_store_activity_rows_forget (ActStoreDatabase *database,
                                gint64            older_than,
                                guint            *n_forgotten,
                                GError          **error)
{
  g_autoptr (ActStatement) forget = act_store_database_prepare (
      database,
      "DELETE FROM activity WHERE time < :time AND NOT EXISTS"
      "  (SELECT 1 FROM outbox NOT INDEXED WHERE outbox.id BETWEEN first_entry AND last_entry AND"
      "     outbox.created = activity.time AND outbox.state <> 4)",
      error);

  if (forget == NULL)
    return FALSE;

  act_statement_bind_int (forget, ":time", older_than);
  if (!act_statement_run (forget, error))
    return FALSE;
  *n_forgotten = act_store_database_get_changes (database);

  return TRUE;
}
