/* What must be true of the tables of a store at any time, and what its index knows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-check.h"

ActStoreDatabase *
store_check_open (const char *path)
{
  ActStoreDatabase *database = act_store_database_new ();
  g_autoptr (GError) error = NULL;

  act_store_database_open (database, path, ACT_STORE_ACCESS_WRITE, &error);
  g_assert_no_error (error);

  return database;
}

/* All rows of a statement as one text. */
static char *
dump (ActStoreDatabase *database, const char *sql)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ActStatement) rows = act_store_database_prepare (database, sql, &error);

  g_assert_no_error (error);
  while (act_statement_step (rows, &error) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        g_string_append_printf (text, "%s|", (const char *) sqlite3_column_text (rows, i));
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

static void
expect_none (ActStoreDatabase *database, const char *sql)
{
  g_autofree char *rows = dump (database, sql);

  g_assert_cmpstr (rows, ==, "");
}

void
store_check_execute (ActStoreDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  act_store_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

void
store_check_tables (ActStoreDatabase *database)
{
  expect_none (database, "SELECT * FROM (SELECT kind, status, count FROM tally WHERE count <> 0"
                         "               EXCEPT SELECT kind, status, count(*) FROM state GROUP BY kind, status)"
                         " UNION ALL "
                         "SELECT * FROM (SELECT kind, status, count(*) FROM state GROUP BY kind, status"
                         "               EXCEPT SELECT kind, status, count FROM tally)");
  expect_none (database, "SELECT row_id FROM event WHERE row_id NOT IN (SELECT row_id FROM state)"
                         " UNION ALL SELECT row_id FROM state WHERE cause IS NULL OR profile IS NULL");
  expect_none (database, "SELECT cause FROM state WHERE cause NOT IN (SELECT number FROM cause)"
                         " UNION ALL SELECT profile FROM state WHERE profile NOT IN (SELECT number FROM profile)"
                         " UNION ALL SELECT number FROM profile WHERE number NOT IN (SELECT rowid FROM profile_words)"
                         " UNION ALL SELECT number FROM words_due");
  expect_none (database, "SELECT name FROM state WHERE name NOT IN (SELECT number FROM text)"
                         " UNION ALL SELECT destination FROM state WHERE destination NOT IN (SELECT number FROM text)"
                         " UNION ALL SELECT configuration FROM state WHERE configuration NOT IN (SELECT number FROM name WHERE kind = 0)"
                         " UNION ALL SELECT account FROM state WHERE account NOT IN (SELECT number FROM name WHERE kind = 1)");
  expect_none (database, "PRAGMA foreign_key_check");

  /* What the user did stands in one place only, and both say the same. */
  expect_none (database, "SELECT state.row_id, state.status, outbox.state FROM state JOIN outbox ON outbox.row_id = state.row_id"
                         "  WHERE outbox.action = 0 AND outbox.state NOT IN (4, 5) AND state.status < 8"
                         "    AND state.row_id NOT IN (SELECT row_id FROM mark_due)");
  expect_none (database, "SELECT row_id FROM mark_due WHERE row_id NOT IN (SELECT row_id FROM state WHERE status < 8)"
                         " UNION ALL SELECT row_id FROM mark_due WHERE row_id NOT IN"
                         "  (SELECT row_id FROM outbox WHERE action = 0 AND state IN (0, 1) AND row_id IS NOT NULL)"
                         " UNION ALL SELECT row_id FROM mark_due JOIN state USING (row_id) WHERE mark_due.kind <> state.kind");
  expect_none (database, "SELECT outbox.id FROM outbox WHERE state <> 4 AND action = 0 AND row_id IS NULL");
  store_check_execute (database, "INSERT INTO profile_words (profile_words) VALUES ('integrity-check')");
}

/* Every word of the index with how many have it, and what each event is found by. */
char *
store_check_describe_index (const char *path)
{
  g_autoptr (ActStoreDatabase) database = store_check_open (path);
  g_autofree char *own = NULL;
  g_autofree char *shared = NULL;
  g_autofree char *called_so = NULL;

  store_check_execute (database, "CREATE VIRTUAL TABLE temp.own USING fts5vocab (main, event_words, row);"
                                 "CREATE VIRTUAL TABLE temp.called USING fts5vocab (main, name_words, row);"
                                 "CREATE VIRTUAL TABLE temp.shared USING fts5vocab (main, profile_words, instance);");
  own = dump (database, "SELECT term, doc FROM temp.own ORDER BY term");
  called_so = dump (database, "SELECT term, doc FROM temp.called ORDER BY term");
  shared = dump (database, "SELECT event.id, cause.signature, profile.key, shared.col, shared.offset, shared.term"
                           "  FROM event JOIN state USING (row_id) JOIN cause ON cause.number = state.cause"
                           "  JOIN profile ON profile.number = state.profile JOIN temp.shared ON shared.doc = profile.number"
                           "  ORDER BY 1, 2, 3, 4, 5, 6");

  return g_strconcat (own, "--\n", called_so, "--\n", shared, NULL);
}
