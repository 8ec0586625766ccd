/* Gives the events that an older version left what they are searched by
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-profile.h"

#include "act-store-fill.h"

static gboolean
clear_index (ActStoreDatabase *database,
             GError          **error)
{
  act_store_database_forget (database);

  return act_store_database_execute (
      database,
      "UPDATE state SET profile = NULL WHERE profile IS NOT NULL;"
      "DELETE FROM profile;"
      "DELETE FROM profile_words;"
      "INSERT INTO event_words (event_words) VALUES ('delete-all');",
      error);
}

static gboolean
set_profile (ActStoreDatabase *database,
             gint64            row_id,
             gint64            profile,
             GError          **error)
{
  g_autoptr (ActStatement) set = act_store_database_prepare (
      database, "UPDATE state SET profile = :profile WHERE row_id = :row_id", error);

  if (set == NULL)
    return FALSE;

  act_statement_bind_int (set, ":profile", profile);
  act_statement_bind_int (set, ":row_id", row_id);

  return act_statement_run (set, error);
}

static gboolean
add_own_words (ActStoreDatabase *database,
               gint64            row_id,
               const char       *message,
               GError          **error)
{
  g_autoptr (ActStatement) add = NULL;

  if (message == NULL)
    return TRUE;

  add = act_store_database_prepare (
      database, "INSERT INTO event_words (rowid, words) VALUES (:row_id, act_own_words (:message))",
      error);
  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":row_id", row_id);
  act_statement_bind_text (add, ":message", message);

  return act_statement_run (add, error);
}

static gboolean
fill_row (ActStoreDatabase *database,
          ActStatement     *row,
          GError          **error)
{
  g_autoptr (ActEvent) event = act_event_new ();
  gint64          row_id = act_statement_get_int (row, 0);
  gint64          profile = 0;
  ActStoreNumbers numbers = {
    .name = act_statement_get_int (row, 5),
    .destination = act_statement_get_int (row, 6),
    .configuration = act_statement_get_int (row, 7),
    .account = act_statement_get_int (row, 8),
  };

  event->message = act_statement_dup_text (row, 1);
  event->destination_id = act_statement_dup_text (row, 2);
  event->credentials_id = act_statement_dup_text (row, 3);
  event->entity_type = act_statement_dup_text (row, 4);
  event->name = act_statement_dup_text (row, 9);
  event->destination = act_statement_dup_text (row, 10);

  return act_store_profile_find (database, event, &numbers, &profile, error) &&
         set_profile (database, row_id, profile, error) &&
         add_own_words (database, row_id, event->message, error);
}

static gboolean
fill_rows (ActStoreDatabase *database,
           gint64           *position,
           guint             limit,
           guint            *n_rows,
           GError          **error)
{
  int code;
  g_autoptr (ActStatement) row = act_store_database_prepare (
      database,
      "SELECT state.row_id, event.message, event.destination_id, event.credentials_id,"
      "       event.entity_type, state.name, state.destination, state.configuration, state.account,"
      "       name.text, destination.text, state.profile"
      "  FROM state JOIN event ON event.row_id = state.row_id"
      "  LEFT JOIN text AS name ON name.number = state.name"
      "  LEFT JOIN text AS destination ON destination.number = state.destination"
      "  WHERE state.row_id > :position ORDER BY state.row_id LIMIT :limit",
      error);

  *n_rows = 0;
  if (row == NULL)
    return FALSE;

  act_statement_bind_int (row, ":position", *position);
  act_statement_bind_int (row, ":limit", limit);
  while ((code = act_statement_step (row, error)) == SQLITE_ROW)
    {
      /* What came meanwhile has it already. */
      if (act_statement_get_int (row, 11) == 0 && !fill_row (database, row, error))
        return FALSE;

      *position = act_statement_get_int (row, 0);
      (*n_rows)++;
    }

  return code == SQLITE_DONE;
}

/**
 * act_store_profile_fill:
 * @database: a connection inside a transaction
 * @position: (inout): the last row that is done
 * @limit: how many rows to do at most
 * @done: (out): return location for whether no row is left
 * @error: return location for an error
 *
 * A [callback@StoreFillFunc]. From the start on, all that searches go by is made anew.
 *
 * Returns: whether it succeeded
 */
gboolean
act_store_profile_fill (ActStoreDatabase *database,
                        gint64           *position,
                        guint             limit,
                        gboolean         *done,
                        GError          **error)
{
  guint n_rows = 0;

  if (*position == ACT_STORE_FILL_START && !clear_index (database, error))
    return FALSE;

  if (!fill_rows (database, position, limit, &n_rows, error))
    return FALSE;

  *done = n_rows < limit;

  return TRUE;
}
