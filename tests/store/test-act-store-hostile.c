/* Stores whose every column may hold anything: nothing that is read of them breaks the reader
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause.h"
#include "act-change.h"
#include "act-pending.h"
#include "act-resource.h"
#include "act-saved-search.h"
#include "act-search.h"
#include "act-store-activity.h"
#include "act-store-causes.h"
#include "act-store-changes.h"
#include "act-store-imported.h"
#include "act-store-pending.h"
#include "act-store-port.h"
#include "act-store-resources.h"
#include "act-store-searches.h"
#include "act-store-searching.h"
#include "store-fixture.h"

#include <sqlite3.h>

/* What somebody, or a disk, may have put into a column. Most columns take only some of them. */
static const char *const values[] = {
  "-9223372036854775808",
  "9223372036854775807",
  "999",
  "CAST (x'ff00fe41' AS TEXT)",
  "x'01ffffff'",
};

static void
run (sqlite3    *db,
     const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static GPtrArray *
read_column (sqlite3    *db,
             const char *sql)
{
  GPtrArray    *texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);

  return texts;
}

static GPtrArray *
list_columns (const char *path)
{
  GPtrArray *columns = NULL;
  sqlite3   *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  columns = read_column (db, "SELECT t.name || ' SET ' || c.name FROM sqlite_master AS t, pragma_table_info (t.name) AS c"
                             " WHERE t.type = 'table' AND t.sql NOT LIKE '%VIRTUAL%' AND t.name NOT LIKE '%\\_words\\_%' ESCAPE '\\'"
                             " AND t.name NOT LIKE 'sqlite_%'");
  sqlite3_close (db);

  return columns;
}

/* The triggers of a store call functions that only a store has. Returns whether the column took it. */
static gboolean
alter (const char *path,
       const char *column,
       const char *value)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE OR IGNORE %s = %s", column, value);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) triggers = NULL;
  sqlite3 *db = NULL;
  gboolean taken = FALSE;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run (db, "BEGIN");
  names = read_column (db, "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger'");
  triggers = read_column (db, "SELECT sql FROM sqlite_master WHERE type = 'trigger'");
  for (guint i = 0; i < names->len; i++)
    run (db, g_ptr_array_index (names, i));
  taken = sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK && sqlite3_changes (db) > 0;
  for (guint i = 0; i < triggers->len; i++)
    run (db, g_ptr_array_index (triggers, i));
  run (db, "COMMIT");
  sqlite3_close (db);

  return taken;
}

/* Reads something, whatever comes of it. */
#define READ(store, type, name, ...)                                               \
  G_STMT_START                                                                     \
  {                                                                                \
    g_autoptr (GAsyncResult) reading = NULL;                                       \
    g_autoptr (GError) problem = NULL;                                             \
    g_autoptr (type) found = NULL;                                                 \
                                                                                   \
    act_store_##name##_async (store, __VA_ARGS__, NULL, keep_result_cb, &reading); \
    wait_for_result (&reading);                                                    \
    found = act_store_##name##_finish (store, reading, &problem);                  \
    g_assert_true ((found == NULL) == (problem != NULL));                          \
  }                                                                                \
  G_STMT_END

#define READ_ALL(store, type, name)                                   \
  G_STMT_START                                                        \
  {                                                                   \
    g_autoptr (GAsyncResult) reading = NULL;                          \
    g_autoptr (GError) problem = NULL;                                \
    g_autoptr (type) found = NULL;                                    \
                                                                      \
    act_store_##name##_async (store, NULL, keep_result_cb, &reading); \
    wait_for_result (&reading);                                       \
    found = act_store_##name##_finish (store, reading, &problem);     \
    g_assert_true ((found == NULL) == (problem != NULL));             \
  }                                                                   \
  G_STMT_END

static void
check_record (const ActEventRecord *record)
{
  const char *const texts[] = {
    record->event->id,
    record->event->name,
    record->event->message,
    record->event->destination,
    record->event->configuration_id,
    record->event->entity_id,
    record->event->payload,
    record->integration_name,
    record->account_name,
    record->refusal,
  };

  g_assert_nonnull (record->event->id);
  g_assert_nonnull (record->event->name);
  g_assert_cmpuint (record->kind, <, ACT_N_EVENT_KINDS);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (texts[i] == NULL || g_utf8_validate (texts[i], -1, NULL));
}

static void
read_record_of (ActStore *store,
                gint64    row_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ActEventRecord) record = NULL;

  act_store_read_record_async (store, row_id, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  record = act_store_read_record_finish (store, result, NULL);
  if (record != NULL)
    check_record (record);
}

static void
read_events (ActStore   *store,
             const char *text)
{
  g_autoptr (ActQuery) wanted = act_query_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) row_ids = NULL;

  wanted->include_actioned = TRUE;
  if (text != NULL)
    wanted->search = act_search_parse (text);
  act_row_source_query_async (ACT_ROW_SOURCE (store), wanted, 0, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (store), result, NULL);
  for (guint i = 0; row_ids != NULL && i < row_ids->len; i++)
    read_record_of (store, g_array_index (row_ids, gint64, i));

  READ (store, ActFacets, list_facets, wanted);
}

static gboolean
begin_cb (const gint64 *counts,
          gpointer      data,
          GError      **error)
{
  return TRUE;
}

static gboolean
row_cb (const ActPortRow *row,
        gpointer          data,
        GError          **error)
{
  act_port_row_is_valid (row);
  return TRUE;
}

static void
visit (ActStore *store)
{
  static const ActPortVisitor visitor = { begin_cb, row_cb };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_visit_async (store, &visitor, NULL, NULL, NULL, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  act_store_visit_finish (store, result, &error);
}

static void
read_everything (ActStore *store)
{
  read_events (store, NULL);
  read_events (store, "bill -is:gone after:2020 payload:id");
  READ_ALL (store, ActCounts, count);
  READ_ALL (store, GPtrArray, list_changes);
  READ_ALL (store, GPtrArray, list_pending_groups);
  READ_ALL (store, GPtrArray, list_searches);
  READ_ALL (store, GPtrArray, list_imported);
  READ (store, GPtrArray, list_activities, NULL, 0, G_MAXINT64, 100);
  visit (store);
}

static void
fill (ActStore *store)
{
  g_autoptr (ActSavedSearch) search = act_saved_search_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  merge_many (store, 4);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("hostile-%u", i);
      ActEvent        *event = make_event (id, FIXTURE_MINUTE (i));

      g_free (event->message);
      event->message = g_strdup_printf ("Bill %u failed", i);
      event->configuration_id = g_strdup ("c");
      event->account_id = g_strdup ("a");
      event->destination = g_strdup ("NetSuite");
      event->payload = g_strdup_printf ("{\"id\":\"%s\"}", id);
      merge_event (store, event);
      mark (store, id, 0);
    }

  g_free (search->name);
  g_free (search->text);
  search->name = g_strdup ("Bills");
  search->text = g_strdup ("bill");
  act_store_save_search_async (store, search, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  act_store_save_search_finish (store, result, &error);
  g_assert_no_error (error);
  set_value (store, "position", "x");
}

/* Each column in turn, in a copy of the same store. What cannot be opened is said so. */
static void
test_every_column (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->directory, "altered.db", NULL);
  g_autofree char *original = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  gsize length = 0;
  guint n_taken = 0;

  fill (self->store);
  fixture_close (self);
  columns = list_columns (self->path);
  g_assert_cmpuint (columns->len, >, 60);
  g_assert_true (g_file_get_contents (self->path, &original, &length, NULL));

  for (guint i = 0; i < columns->len * G_N_ELEMENTS (values); i++)
    {
      const char *column = g_ptr_array_index (columns, i / G_N_ELEMENTS (values));
      const char *value = values[i % G_N_ELEMENTS (values)];
      g_autoptr (GError) error = NULL;
      g_autoptr (ActStore) store = NULL;

      g_assert_true (g_file_set_contents_full (path, original, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      if (!alter (path, column, value))
        continue;

      g_test_message ("%s = %s", column, value);
      n_taken++;
      store = try_open_store (path, &error);
      g_assert_true ((store == NULL) == (error != NULL));
      if (store == NULL)
        continue;
      read_everything (store);
      close_store (g_steal_pointer (&store));
    }

  g_assert_cmpuint (n_taken, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/hostile/every-column", Fixture, NULL, fixture_set_up, test_every_column, fixture_tear_down);

  return g_test_run ();
}
