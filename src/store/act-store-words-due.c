/* What the index of words is to be told at the end of a transaction
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-words-due.h"

static const char *
get_sql (ActStatement *due)
{
  gboolean is_name = act_statement_get_int (due, 0) != 0;
  gboolean is_gone = act_statement_get_int (due, 1) != 0;

  if (is_name)
    return is_gone ? "INSERT INTO name_words (name_words, rowid, name)"
                     "  VALUES ('delete', :row, :words)"
                   : "INSERT INTO name_words (rowid, name) VALUES (:row, :words)";

  return is_gone ? "INSERT INTO event_words (event_words, rowid, words)"
                   "  VALUES ('delete', :row, :words)"
                 : "INSERT INTO event_words (rowid, words) VALUES (:row, :words)";
}

static gboolean
tell (ActStoreDatabase *database,
      ActStatement     *due,
      GError          **error)
{
  g_autoptr (ActStatement) statement = act_store_database_prepare (database, get_sql (due), error);

  if (statement == NULL)
    return FALSE;

  /* Exactly what the trigger noted, be it valid or not: what is deleted must be what was added. */
  act_statement_bind_int (statement, ":row", act_statement_get_int (due, 2));
  act_statement_bind_column (statement, ":words", due, 3);

  return act_statement_run (statement, error);
}

/**
 * act_store_words_due_tell:
 * @database: a connection inside a transaction
 * @error: return location for an error
 *
 * Tells the index what triggers have noted. FTS5 takes rows in ascending order best. On the store's
 * thread.
 *
 * Returns: whether it was told
 */
gboolean
act_store_words_due_tell (ActStoreDatabase *database,
                          GError          **error)
{
  int code;
  g_autoptr (ActStatement) due = act_store_database_prepare (
      database,
      "SELECT is_name, is_gone, row, words FROM words_due ORDER BY is_name, row, number", error);

  if (due == NULL)
    return FALSE;

  while ((code = act_statement_step (due, error)) == SQLITE_ROW)
    {
      if (!tell (database, due, error))
        return FALSE;
    }

  return code == SQLITE_DONE && act_store_database_execute (database, "DELETE FROM words_due", error);
}
