/* The causes of events, by number
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-cause-rows.h"

#include "act-cause-signature.h"
#include "act-cause.h"

static gboolean
add_signature (ActStoreDatabase *database,
               const char       *signature,
               gint64           *number,
               GError          **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database, "INSERT INTO cause (signature) VALUES (:signature) RETURNING number", error);

  if (add == NULL)
    return FALSE;

  act_statement_bind_text (add, ":signature", signature);
  if (act_statement_step (add, error) != SQLITE_ROW)
    return FALSE;
  *number = act_statement_get_int (add, 0);

  return act_statement_run (add, error);
}

static gboolean
find_signature (ActStoreDatabase *database,
                const char       *signature,
                gint64           *number,
                GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database, "SELECT number FROM cause WHERE signature = :signature", error);
  int code;

  if (find == NULL)
    return FALSE;

  act_statement_bind_text (find, ":signature", signature);
  code = act_statement_step (find, error);
  if (code == SQLITE_DONE)
    return add_signature (database, signature, number, error);

  *number = act_statement_get_int (find, 0);

  return code == SQLITE_ROW;
}

/**
 * act_store_causes_find:
 * @database: a connection inside a transaction
 * @event: an event
 * @number: (out): return location for the number of its cause
 * @error: return location for an error
 *
 * Finds the number that stands for an event's cause, or gives it one. On the store's thread.
 *
 * Returns: whether it was found
 */
gboolean
act_store_causes_find (ActStoreDatabase *database,
                       const ActEvent   *event,
                       gint64           *number,
                       GError          **error)
{
  g_autofree char *signature = act_cause_signature_make (event);
  g_autofree char *key = g_strconcat ("cause ", signature, NULL);

  if (act_store_database_recall (database, key, number))
    return TRUE;

  if (!find_signature (database, signature, number, error))
    return FALSE;

  act_store_database_remember (database, key, *number);

  return TRUE;
}

static ActEvent *
make_event (ActStatement *row)
{
  ActEvent *event = act_event_new ();

  event->id = act_statement_dup_text (row, 1);
  event->message = act_statement_dup_text (row, 2);
  event->credentials_id = act_statement_dup_text (row, 3);
  event->entity_id = act_statement_dup_text (row, 4);
  event->run_id = act_statement_dup_text (row, 5);
  event->name = act_statement_dup_text (row, 6);
  event->destination = act_statement_dup_text (row, 7);
  event->configuration_id = act_statement_dup_text (row, 8);
  event->account_id = act_statement_dup_text (row, 9);

  return event;
}

static gboolean
fill_row (ActStoreDatabase *database,
          gint64            row_id,
          const ActEvent   *event,
          GError          **error)
{
  g_autoptr (ActStatement) change = NULL;
  gint64 number = 0;

  if (!act_store_causes_find (database, event, &number, error))
    return FALSE;

  change = act_store_database_prepare (
      database, "UPDATE state SET cause = :cause WHERE row_id = :row_id AND cause IS NOT :cause", error);
  if (change == NULL)
    return FALSE;

  act_statement_bind_int (change, ":cause", number);
  act_statement_bind_int (change, ":row_id", row_id);

  return act_statement_run (change, error);
}

/* Those of a former version of the signature. */
static gboolean
remove_unused (ActStoreDatabase *database,
               GError          **error)
{
  act_store_database_forget (database);

  return act_store_database_execute (
      database,
      "DELETE FROM cause WHERE NOT EXISTS (SELECT 1 FROM state WHERE state.cause = cause.number)", error);
}

/**
 * act_store_causes_fill:
 * @database: a connection inside a transaction
 * @position: (inout): the last row that is done
 * @limit: how many rows to do at most
 * @done: (out): return location for whether no row is left
 * @error: return location for an error
 *
 * Gives rows that have none, or one of a former version, their cause. On the store's thread.
 *
 * Returns: whether it succeeded
 */
gboolean
act_store_causes_fill (ActStoreDatabase *database,
                       gint64           *position,
                       guint             limit,
                       gboolean         *done,
                       GError          **error)
{
  guint n = 0;
  int   code;
  g_autoptr (ActStatement) list = act_store_database_prepare (
      database,
      "SELECT event.row_id, event.id, event.message, event.credentials_id, event.entity_id,"
      "       event.run_id, event_name.text, destination.text, configuration.id, account.id"
      "  FROM state JOIN event ON event.row_id = state.row_id"
      "  LEFT JOIN text AS event_name ON event_name.number = state.name"
      "  LEFT JOIN text AS destination ON destination.number = state.destination"
      "  LEFT JOIN name AS configuration ON configuration.number = state.configuration"
      "  LEFT JOIN name AS account ON account.number = state.account"
      "  WHERE state.row_id > :position ORDER BY state.row_id LIMIT :limit",
      error);

  if (list == NULL)
    return FALSE;

  act_statement_bind_int (list, ":position", *position);
  act_statement_bind_int (list, ":limit", limit);
  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    {
      g_autoptr (ActEvent) event = make_event (list);

      *position = act_statement_get_int (list, 0);
      n++;
      if (!fill_row (database, *position, event, error))
        return FALSE;
    }

  if (code != SQLITE_DONE)
    return FALSE;

  *done = n < limit;

  return !*done || remove_unused (database, error);
}

/**
 * act_store_causes_count_others:
 * @database: a connection
 * @row_id: an event
 * @cause: (out): return location for the number of its cause, 0 if there is no such event
 * @n_others: (out): return location for how many other open events have it
 * @error: return location for an error
 *
 * Looks at the newest %ACT_MAX_COUNTED_OF_CAUSE events of the cause. On the connection's thread.
 *
 * Returns: whether it could be counted
 */
gboolean
act_store_causes_count_others (ActStoreDatabase *database,
                               gint64            row_id,
                               gint64           *cause,
                               guint            *n_others,
                               GError          **error)
{
  int code;
  g_autoptr (ActStatement) count = act_store_database_prepare (
      database,
      "SELECT this.cause, sum (other.status < 8 AND other.row_id <> this.row_id AND"
      "                        other.row_id NOT IN (SELECT row_id FROM mark_due))"
      "  FROM state AS this"
      "  LEFT JOIN (SELECT row_id, status FROM state INDEXED BY state_by_cause"
      "               WHERE cause = (SELECT cause FROM state WHERE row_id = :row_id)"
      "               ORDER BY row_id DESC LIMIT :limit) AS other"
      "  WHERE this.row_id = :row_id GROUP BY this.row_id",
      error);

  *cause = 0;
  *n_others = 0;
  if (count == NULL)
    return FALSE;

  act_statement_bind_int (count, ":row_id", row_id);
  act_statement_bind_int (count, ":limit", ACT_MAX_COUNTED_OF_CAUSE);
  code = act_statement_step (count, error);
  if (code == SQLITE_ROW)
    {
      *cause = act_statement_get_int (count, 0);
      *n_others = (guint) act_statement_get_int (count, 1);
    }

  return code == SQLITE_ROW || code == SQLITE_DONE;
}
