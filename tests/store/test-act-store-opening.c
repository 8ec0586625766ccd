/* Stores that are new, newer, damaged, read-only or not ours
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "act-store-changes.h"
#include "act-store-resources.h"
#include "store-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#define VIEWED_PATH  "ACTIONED_TEST_STORE"
#define NOBODY       65534
#define PAGE         4096
#define HEADER_BYTES 100

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static gint64
read_number (const char *path, const char *sql)
{
  sqlite3      *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gint64        number;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return number;
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, &error));
  g_assert_no_error (error);

  return g_bytes_new_take (content, length);
}

static void
overwrite (const char *path, goffset offset, gsize length)
{
  g_autofree char *junk = g_malloc (length);
  int              file = g_open (path, O_RDWR, 0);

  memset (junk, 0xa5, length);
  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (pwrite (file, junk, length, offset), ==, length);
  close (file);
}

static int
get_mode (const char *path)
{
  GStatBuf facts;

  g_assert_cmpint (g_stat (path, &facts), ==, 0);

  return facts.st_mode & 0777;
}

static void
test_modes (Fixture *self, gconstpointer unused)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (self->path, "-shm", NULL);
  g_autofree char *lock = g_strconcat (self->path, ".lock", NULL);
  g_autofree char *parent = g_path_get_dirname (self->path);
  g_autofree char *grandparent = g_path_get_dirname (parent);
  const char      *files[] = { self->path, log, index, lock };

  merge_many (self->store, 1);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_cmphex (get_mode (files[i]), ==, 0600);
  g_assert_cmphex (get_mode (parent), ==, 0700);
  g_assert_cmphex (get_mode (grandparent), ==, 0700);

  g_assert_false (act_store_get_read_only (self->store));
  g_assert_null (act_store_get_set_aside_path (self->store));

  fixture_close (self);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_chmod (self->path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (parent, 0755), ==, 0);
  fixture_reopen (self);
  g_assert_cmphex (get_mode (self->path), ==, 0600);
  g_assert_cmphex (get_mode (parent), ==, 0700);
}

static void
test_strange_path (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->directory, "a b?mode=ro#%41&x", "störe.db", NULL);
  ActStore        *store = open_store (path);

  merge_many (store, 1);
  close_store (store);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static char *
read_text (const char *path, const char *sql)
{
  sqlite3      *handle = NULL;
  sqlite3_stmt *statement = NULL;
  char         *text = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return text;
}

#define SCHEMA_SQL \
  "SELECT group_concat (sql, x'0a') FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name)"

static GPtrArray *
list_changes (ActStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *changes = NULL;

  act_store_list_changes_async (store, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  changes = act_store_list_changes_finish (store, result, &error);
  g_assert_no_error (error);

  return changes;
}

static void
expect_runs (ActStore *store, const char *group, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  gint64 listed_at = 0;

  act_store_list_resources_async (store, ACT_RESOURCE_RUN, group, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  runs = act_store_list_resources_finish (store, result, &listed_at, &error);
  g_assert_no_error (error);
  g_assert_cmpint (listed_at, ==, FIXTURE_TIME + 1000);
  for (guint i = 0; i < runs->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((ActResource *) g_ptr_array_index (runs, i))->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

/* Puts the store of a version that was released in the place of the fixture's. */
static void
replace_by_dump (Fixture *self, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_true (g_file_get_contents (path, &dump, NULL, &error));
  g_assert_no_error (error);
  run_sql (self->path, dump);
}

static void
expect_what_version_1_had (Fixture *self)
{
  g_autofree char *value = NULL;
  g_autoptr (ActEventRecord) full = NULL;
  g_autoptr (ActEventRecord) bare = NULL;
  g_autoptr (ActCounts) counts = NULL;

  counts = count (self->store);
  g_assert_cmpuint (act_counts_get_all (counts), ==, 5);
  g_assert_cmpuint (act_counts_get_open (counts), ==, 2);
  g_assert_cmpuint (counts->held, ==, 1);
  full = read_record (self->store, "full");
  g_assert_cmpint (full->status, ==, ACT_EVENT_STATUS_ELSEWHERE);
  g_assert_cmpstr (full->event->name, ==, "integration.perform.error");
  g_assert_cmpstr (full->event->destination, ==, "Chargebee");
  g_assert_cmpstr (full->event->payload, ==, "{\"a\": 1}");
  g_assert_cmpstr (full->integration_name, ==, "Invoices");
  g_assert_cmpint (full->event->actioned_time, ==, FIXTURE_MINUTE (1));
  bare = read_record (self->store, "bare");
  g_assert_cmpint (bare->event->time, ==, ACT_TIME_UNKNOWN);
  value = get_value (self->store, "as-of");
  g_assert_cmpstr (value, ==, "1772600767000");
}

/* A store that version 1 left becomes what a new one is, with all that is in it. */
static void
test_version_1 (Fixture *self, gconstpointer unused)
{
  g_autofree char *fresh_schema = NULL;
  g_autofree char *upgraded_schema = NULL;
  g_autoptr (ActCounts) counts = NULL;

  fixture_close (self);
  fresh_schema = read_text (self->path, SCHEMA_SQL);
  replace_by_dump (self, "version-1.sql");

  fixture_reopen (self);
  g_assert_null (act_store_get_set_aside_path (self->store));
  expect_what_version_1_had (self);
  counts = count (self->store);
  g_assert_cmpuint (counts->waiting, ==, 2);
  fixture_close (self);
  upgraded_schema = read_text (self->path, SCHEMA_SQL);
  g_assert_cmpstr (fresh_schema, ==, upgraded_schema);
}

static void
test_version_2 (Fixture *self, gconstpointer unused)
{
  g_autofree char *fresh_schema = NULL;
  g_autofree char *upgraded_schema = NULL;
  g_autoptr (ActCounts) counts = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const ActChange *refused = NULL;

  fixture_close (self);
  fresh_schema = read_text (self->path, SCHEMA_SQL);
  replace_by_dump (self, "version-2.sql");

  fixture_reopen (self);
  g_assert_null (act_store_get_set_aside_path (self->store));
  expect_what_version_1_had (self);
  counts = count (self->store);
  g_assert_cmpuint (counts->waiting, ==, 3);
  g_assert_cmpuint (counts->refused_changes, ==, 1);
  changes = list_changes (self->store);
  g_assert_cmpuint (changes->len, ==, 2);
  refused = g_ptr_array_index (changes, 0);
  g_assert_cmpint (refused->action, ==, ACT_OUTBOX_CREATE_MAPPING);
  g_assert_cmpstr (refused->content, ==, "{\"externalId\":\"x1\"}");
  g_assert_cmpstr (refused->reason, ==, "No such record");
  expect_runs (self->store, "Bill/b1", "r2 r1");
  fixture_close (self);
  upgraded_schema = read_text (self->path, SCHEMA_SQL);
  g_assert_cmpstr (fresh_schema, ==, upgraded_schema);
}

static gint64
count_rows (Fixture *self, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);

  return read_number (self->path, sql);
}

/* What version 3 left, and what version 4 did. */
static void
test_later_version (Fixture *self, gconstpointer dump)
{
  g_autofree char *fresh_schema = NULL;
  g_autofree char *kept_schema = NULL;
  g_autoptr (ActCounts) counts = NULL;

  fixture_close (self);
  fresh_schema = read_text (self->path, SCHEMA_SQL);
  replace_by_dump (self, dump);

  fixture_reopen (self);
  g_assert_null (act_store_get_set_aside_path (self->store));
  expect_what_version_1_had (self);
  counts = count (self->store);
  g_assert_cmpuint (counts->waiting, ==, 3);
  fixture_close (self);
  kept_schema = read_text (self->path, SCHEMA_SQL);
  g_assert_cmpstr (fresh_schema, ==, kept_schema);
  g_assert_cmpint (count_rows (self, "search"), ==, 1);
  g_assert_cmpint (count_rows (self, "imported"), ==, 1);
  g_assert_cmpint (count_rows (self, "activity_item"), ==, 1);
  g_assert_cmpint (count_rows (self, "mark_due"), ==, 0);
}

static guint
count_backups (Fixture *self)
{
  g_autofree char *directory = g_path_get_dirname (self->path);
  g_autoptr (GDir) folder = g_dir_open (directory, 0, NULL);
  const char *name = NULL;
  guint       n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    n += strstr (name, ".backup-") != NULL;

  return n;
}

/* The backup stays until the second good start after the upgrade. */
static void
test_backup (Fixture *self, gconstpointer unused)
{
  fixture_close (self);
  replace_by_dump (self, "version-1.sql");

  for (guint i = 0; i < 2; i++)
    {
      fixture_reopen (self);
      g_assert_cmpuint (count_backups (self), ==, 1);
      fixture_close (self);
    }

  fixture_reopen (self);
  g_assert_cmpuint (count_backups (self), ==, 0);
}

static void
test_too_new (Fixture *self, gconstpointer unused)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  merge_many (self->store, 10);
  fixture_close (self);
  run_sql (self->path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 1000; CREATE TABLE news (x)");
  before = read_file (self->path);

  g_assert_null (try_open_store (self->path, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_TOO_NEW);
  after = read_file (self->path);
  g_assert_true (g_bytes_equal (before, after));
}

/* The newer version stands only in the log, as after a crash. */
static void
test_too_new_in_log (Fixture *self, gconstpointer unused)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) log_before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) log_after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *newer = NULL;

  fixture_close (self);
  g_assert_cmpint (sqlite3_open (self->path, &newer), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (newer, "PRAGMA user_version = 1000", NULL, NULL, NULL), ==, SQLITE_OK);
  before = read_file (self->path);
  log_before = read_file (log);
  g_assert_cmpuint (g_bytes_get_size (log_before), >, 0);

  g_assert_null (try_open_store (self->path, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_TOO_NEW);
  after = read_file (self->path);
  log_after = read_file (log);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (g_bytes_equal (log_before, log_after));
  g_assert_cmpint (sqlite3_close (newer), ==, SQLITE_OK);
}

static void
expect_set_aside (Fixture *self, GBytes *damaged)
{
  g_autoptr (GBytes) kept = NULL;

  self->store = open_store (self->path);
  g_assert_nonnull (act_store_get_set_aside_path (self->store));
  kept = read_file (act_store_get_set_aside_path (self->store));
  g_assert_true (g_bytes_equal (kept, damaged));
}

static void
add_change (Fixture *self)
{
  g_autoptr (ActChange) change = act_change_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  change->action = ACT_OUTBOX_CREATE_MAPPING;
  change->target = g_strdup ("Account/a1/Xero/Contacts");
  change->content = g_strdup ("{\"externalId\":\"x1\"}");
  act_store_add_change_async (self->store, change, 0, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_cmpint (act_store_add_change_finish (self->store, result, &error), >, 0);
  g_assert_no_error (error);
}

static void
add_marks (Fixture *self)
{
  g_autoptr (GPtrArray) entries = NULL;
  ActEventPage *page = make_page (NULL, NULL);

  /* The outbox stands at the beginning of the file, and much follows. */
  merge_many (self->store, 4);
  mark (self->store, "e0", 0);
  mark (self->store, "e1", 0);
  entries = claim (self->store, ACT_OUTBOX_READY, 0);
  settle (self->store, ((ActOutboxEntry *) g_ptr_array_index (entries, 0))->id, ACT_OUTBOX_DONE, FIXTURE_TIME, NULL);
  mark (self->store, "e2", G_MAXINT64);
  add_change (self);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);

      g_ptr_array_add (page->events, make_event (id, FIXTURE_MINUTE (10 + i)));
    }
  merge_page (self->store, page, 0);
}

static void
expect_marks_saved (Fixture *self)
{
  g_autoptr (ActCounts) counts = count (self->store);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GArray) taken_back = NULL;

  g_assert_cmpuint (act_counts_get_all (counts), ==, 0);
  g_assert_cmpuint (counts->waiting, ==, 3);
  g_assert_cmpuint (counts->held, ==, 1);
  changes = list_changes (self->store);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((ActChange *) g_ptr_array_index (changes, 0))->content, ==, "{\"externalId\":\"x1\"}");

  entries = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((ActOutboxEntry *) g_ptr_array_index (entries, 0))->target, ==, "e1");
  g_assert_cmpuint (((ActOutboxEntry *) g_ptr_array_index (entries, 0))->attempts, ==, 2);

  /* The events come back, and with them what the user did. */
  merge_many (self->store, 4);
  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_OPEN);
  g_assert_cmpint (read_status (self->store, "e1"), ==, ACT_EVENT_STATUS_PENDING);
  g_assert_cmpint (read_status (self->store, "e2"), ==, ACT_EVENT_STATUS_PENDING);
  taken_back = take_back_held (self->store);
  g_assert_cmpuint (taken_back->len, ==, 1);
  g_assert_cmpint (g_array_index (taken_back, gint64, 0), ==, find_row (self->store, "e2"));
}

static void
test_cut_off (Fixture *self, gconstpointer unused)
{
  g_autoptr (GBytes) damaged = NULL;

  add_marks (self);
  fixture_close (self);
  g_assert_cmpint (truncate (self->path, (off_t) read_number (self->path, "PRAGMA page_count") / 2 * PAGE), ==, 0);
  damaged = read_file (self->path);

  expect_set_aside (self, damaged);
  expect_marks_saved (self);

  fixture_reopen (self);
  g_assert_null (act_store_get_set_aside_path (self->store));
}

static void
test_damaged_table (Fixture *self, gconstpointer unused)
{
  gint64 page;
  g_autoptr (GBytes) damaged = NULL;

  add_marks (self);
  fixture_close (self);
  page = read_number (self->path, "SELECT rootpage FROM sqlite_schema WHERE name = 'event'");
  overwrite (self->path, (page - 1) * PAGE, PAGE);
  damaged = read_file (self->path);

  expect_set_aside (self, damaged);
  expect_marks_saved (self);
}

static void
test_missing_table (Fixture *self, gconstpointer unused)
{
  g_autoptr (GBytes) damaged = NULL;

  add_marks (self);
  fixture_close (self);
  run_sql (self->path, "DROP TABLE text");
  damaged = read_file (self->path);

  expect_set_aside (self, damaged);
  expect_marks_saved (self);
}

static void
test_not_a_database (Fixture *self, gconstpointer unused)
{
  g_autoptr (GBytes) damaged = NULL;

  merge_many (self->store, 10);
  fixture_close (self);
  overwrite (self->path, 0, HEADER_BYTES);
  damaged = read_file (self->path);

  expect_set_aside (self, damaged);
  merge_many (self->store, 10);
}

static void
test_not_a_store (Fixture *self, gconstpointer unused)
{
  g_autoptr (GBytes) foreign = NULL;

  fixture_close (self);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  run_sql (self->path, "CREATE TABLE recipes (cake)");
  foreign = read_file (self->path);

  expect_set_aside (self, foreign);
}

/* Damage that only a query meets is remembered for the next start. */
static void
test_damage_in_use (Fixture *self, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) damaged = NULL;
  gint64 page;
  gint64 pages;

  add_marks (self);
  fixture_close (self);
  run_sql (self->path, "PRAGMA journal_mode = DELETE");
  page = read_number (self->path, "SELECT pageno FROM dbstat WHERE name = 'event' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 5");
  pages = read_number (self->path, "PRAGMA page_count");
  g_assert_cmpint (page, >, 1);
  g_assert_cmpint (page, <=, pages);
  overwrite (self->path, (page - 1) * PAGE, PAGE);
  damaged = read_file (self->path);

  self->store = open_store (self->path);
  g_assert_null (act_store_get_set_aside_path (self->store));
  row_ids = query_all (self->store);
  act_row_source_load_async (ACT_ROW_SOURCE (self->store), (const gint64 *) row_ids->data, row_ids->len, ACT_ROW_LOAD_NONE, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_null (act_row_source_load_finish (ACT_ROW_SOURCE (self->store), result, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_CORRUPT);
  g_clear_object (&result);
  fixture_close (self);

  self->store = open_store (self->path);
  g_assert_nonnull (act_store_get_set_aside_path (self->store));
  expect_marks_saved (self);
}

/* As after a crash while a damaged store was being replaced. */
static void
test_replacement (Fixture *self, gconstpointer unused)
{
  g_autofree char *replacement = g_strconcat (self->path, ".new", NULL);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (ActCounts) counts = NULL;

  merge_many (self->store, 5);
  fixture_close (self);
  g_assert_cmpint (g_rename (self->path, replacement), ==, 0);
  g_assert_true (g_file_set_contents (log, "an old log", -1, NULL));
  self->store = open_store (self->path);
  counts = count (self->store);
  g_assert_cmpuint (act_counts_get_all (counts), ==, 5);
  g_assert_false (g_file_test (replacement, G_FILE_TEST_EXISTS));
  fixture_close (self);

  /* One that was not finished is made again. */
  g_assert_true (g_file_set_contents (replacement, "half", -1, NULL));
  overwrite (self->path, 0, HEADER_BYTES);
  damaged = read_file (self->path);
  expect_set_aside (self, damaged);
  g_assert_false (g_file_test (replacement, G_FILE_TEST_EXISTS));
}

static void
test_view_process (void)
{
  const char      *path = g_getenv (VIEWED_PATH);
  g_autofree char *missing = g_strconcat (path, ".missing", NULL);
  g_autofree char *directory = g_path_get_dirname (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refusal = NULL;
  g_autoptr (GArray) row_ids = NULL;
  ActStore *store = NULL;
  gint64    row_id;

  if (geteuid () == 0)
    {
      g_assert_cmpint (setresgid (NOBODY, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);
    }

  store = open_store (path);
  g_assert_true (act_store_get_read_only (store));
  g_assert_false (act_store_try_lock_sync (store));
  row_ids = query_all (store);
  g_assert_cmpuint (row_ids->len, ==, 3);
  row_id = g_array_index (row_ids, gint64, 0);

  act_store_mark_async (store, &row_id, 1, 0, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (act_store_mark_finish (store, result, NULL, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_READ_ONLY);
  g_clear_object (&result);
  close_store (store);

  if (g_access (directory, W_OK) != 0)
    {
      g_assert_null (try_open_store (missing, &refusal));
      g_assert_error (refusal, ACT_STORE_ERROR, ACT_STORE_ERROR_READ_ONLY);
    }
}

static void
view (Fixture *self, int file_mode, int directory_mode)
{
  g_autofree char *directory = g_path_get_dirname (self->path);
  g_autofree char *parent = g_path_get_dirname (directory);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  merge_many (self->store, 3);
  fixture_close (self);
  before = read_file (self->path);
  g_assert_cmpint (g_chmod (self->directory, 0755), ==, 0);
  g_assert_cmpint (g_chmod (parent, 0755), ==, 0);
  g_assert_cmpint (g_chmod (self->path, file_mode), ==, 0);
  g_assert_cmpint (g_chmod (directory, directory_mode), ==, 0);

  g_setenv (VIEWED_PATH, self->path, TRUE);
  g_test_trap_subprocess ("/store/opening/view/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_unsetenv (VIEWED_PATH);
  g_test_trap_assert_passed ();

  after = read_file (self->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (g_chmod (directory, 0700), ==, 0);
}

static void
test_read_only_directory (Fixture *self, gconstpointer unused)
{
  view (self, 0444, 0555);
}

static void
test_read_only_file (Fixture *self, gconstpointer unused)
{
  view (self, 0444, 0777);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/opening/view/subprocess", test_view_process);
#define ADD(name, func) g_test_add ("/store/opening/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("modes", test_modes);
  ADD ("strange-path", test_strange_path);
  ADD ("version-1", test_version_1);
  ADD ("version-2", test_version_2);
  g_test_add ("/store/opening/version-3", Fixture, "version-3.sql", fixture_set_up, test_later_version, fixture_tear_down);
  g_test_add ("/store/opening/version-4", Fixture, "version-4.sql", fixture_set_up, test_later_version, fixture_tear_down);
  ADD ("backup", test_backup);
  ADD ("too-new", test_too_new);
  ADD ("too-new-in-log", test_too_new_in_log);
  ADD ("cut-off", test_cut_off);
  ADD ("damaged-table", test_damaged_table);
  ADD ("missing-table", test_missing_table);
  ADD ("not-a-database", test_not_a_database);
  ADD ("not-a-store", test_not_a_store);
  ADD ("damage-in-use", test_damage_in_use);
  ADD ("replacement", test_replacement);
  ADD ("read-only-directory", test_read_only_directory);
  ADD ("read-only-file", test_read_only_file);
#undef ADD

  return g_test_run ();
}
