/* A full disk, damage anywhere, and a clock that is set back: nothing that the user did is lost
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "act-time.h"
#include "store-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

/* Whether no byte can be written. */
static int is_full;

/* How far the clock is from the right time. */
static gint64 clock_offset;

static ssize_t
write_or_not (int file, const void *bytes, size_t n)
{
  if (!g_atomic_int_get (&is_full))
    return write (file, bytes, n);

  errno = ENOSPC;

  return -1;
}

static ssize_t
pwrite_or_not (int file, const void *bytes, size_t n, off_t offset)
{
  if (!g_atomic_int_get (&is_full))
    return pwrite (file, bytes, n, offset);

  errno = ENOSPC;

  return -1;
}

/* Takes the place of GLib's. */
gint64
g_get_real_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000 + clock_offset;
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  vfs->xSetSystemCall (vfs, "write", (sqlite3_syscall_ptr) write_or_not);
  vfs->xSetSystemCall (vfs, "pwrite", (sqlite3_syscall_ptr) pwrite_or_not);
  vfs->xSetSystemCall (vfs, "pwrite64", (sqlite3_syscall_ptr) pwrite_or_not);
  fixture_set_up (self, unused);
}

static void
set_full (gboolean full)
{
  g_atomic_int_set (&is_full, full);
}

static void
expect_full_merge (Fixture *self, const char *id)
{
  ActEventPage *page = make_page (make_event (id, FIXTURE_MINUTE (90)), NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActMergeResult merged = { 0 };

  act_store_merge_page_async (self->store, page, 0, merge_simply, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (act_store_merge_page_finish (self->store, result, &merged, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_FULL);
}

static void
test_full_merging (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActCounts) counts = NULL;

  merge_many (self->store, 5);
  set_full (TRUE);
  expect_full_merge (self, "late");
  counts = count (self->store);
  g_assert_cmpuint (act_counts_get_all (counts), ==, 5);

  set_full (FALSE);
  merge_event (self->store, make_event ("late", FIXTURE_MINUTE (90)));
  g_assert_cmpint (read_status (self->store, "late"), ==, ACT_EVENT_STATUS_OPEN);
}

/* A mark is on the disk, or it is none. */
static void
test_full_marking (Fixture *self, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gsize  n_marked = 0;
  gint64 row_id;

  merge_many (self->store, 5);
  row_id = find_row (self->store, "e2");
  set_full (TRUE);
  act_store_mark_async (self->store, &row_id, 1, 0, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (act_store_mark_finish (self->store, result, &n_marked, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_FULL);
  g_assert_cmpint (read_status (self->store, "e2"), ==, ACT_EVENT_STATUS_OPEN);

  set_full (FALSE);
  g_clear_object (&result);
  g_assert_cmpuint (mark (self->store, "e2", 0), ==, 1);
  fixture_close (self);
  fixture_reopen (self);
  g_assert_cmpint (read_status (self->store, "e2"), ==, ACT_EVENT_STATUS_PENDING);
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

static void
test_full_upgrade (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "version-2.sql", NULL);
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;

  fixture_close (self);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_true (g_file_get_contents (path, &dump, NULL, &error));
  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, dump, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  set_full (TRUE);
  g_assert_null (try_open_store (self->path, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_FULL);
  set_full (FALSE);
  g_assert_cmpint (read_number (self->path, "PRAGMA user_version"), ==, 2);

  fixture_reopen (self);
  g_assert_null (act_store_get_set_aside_path (self->store));
  g_assert_cmpint (read_status (self->store, "full"), ==, ACT_EVENT_STATUS_ELSEWHERE);
}

static void
damage (const char *path)
{
  int   file = g_open (path, O_RDWR, 0);
  off_t size = lseek (file, 0, SEEK_END);

  g_assert_cmpint (file, >=, 0);
  for (guint i = 0; i < 200 && size > 0; i++)
    {
      char byte = (char) g_test_rand_int_range (0, 256);

      g_assert_cmpint (pwrite (file, &byte, 1, g_test_rand_int_range (0, (int) size)), ==, 1);
    }
  close (file);
}

/* Whatever is damaged, the store opens, with what it had or with a new one beside the old, and can be
 * written again. */
static void
test_damage_anywhere (Fixture *self, gconstpointer unused)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autofree char *path = g_strdup_printf ("%s-%u", self->path, round);
      g_autoptr (ActEventRecord) record = NULL;
      g_autoptr (GError) error = NULL;
      ActStore *store = open_store (path);

      merge_many (store, 300);
      mark (store, "e7", 0);
      close_store (store);
      damage (path);

      store = try_open_store (path, &error);
      if (store == NULL)
        {
          /* It was found too late for this time, and is seen to the next time. */
          g_assert_cmpint (error->domain, ==, ACT_STORE_ERROR);
          continue;
        }
      if (act_store_get_set_aside_path (store) != NULL)
        {
          g_assert_true (g_file_test (act_store_get_set_aside_path (store), G_FILE_TEST_EXISTS));
          merge_many (store, 300);
        }
      close_store (store);
    }
}

/* A log that is damaged ends where the damage begins. */
static void
test_damaged_log (Fixture *self, gconstpointer unused)
{
  g_autofree char *copy = g_build_filename (self->directory, "copy.db", NULL);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *copy_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *content = NULL;
  g_autofree char *log_content = NULL;
  g_autoptr (GArray) rows = NULL;
  ActStore *store = NULL;
  gsize     length = 0;
  gsize     log_length = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      merge_event (self->store, make_event (id, FIXTURE_MINUTE (i)));
    }
  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  g_assert_true (g_file_get_contents (log, &log_content, &log_length, NULL));
  g_assert_cmpuint (log_length, >, 100000);
  memset (log_content + log_length / 4 * 3, 0x5a, 1000);
  g_assert_true (g_file_set_contents (copy, content, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (copy_log, log_content, (gssize) log_length, NULL));

  store = open_store (copy);
  g_assert_null (act_store_get_set_aside_path (store));
  rows = query_all (store);
  g_assert_cmpuint (rows->len, >, 0);
  g_assert_cmpuint (rows->len, <, 50);
  merge_event (store, make_event ("after", FIXTURE_MINUTE (90)));
  close_store (store);
}

/* What was confirmed stays so, marks are sent in the order in which they were made, and the list is
 * ordered by what the server says. */
static void
test_clock_set_back (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  const ActOutboxEntry *entry = NULL;

  merge_many (self->store, 3);
  mark (self->store, "e0", 0);
  first = claim (self->store, ACT_OUTBOX_READY, 1);
  entry = g_ptr_array_index (first, 0);
  settle (self->store, entry->id, ACT_OUTBOX_VERIFYING, ACT_TIME_UNKNOWN, NULL);
  settle (self->store, entry->id, ACT_OUTBOX_DONE, FIXTURE_MINUTE (1), NULL);
  mark (self->store, "e1", 0);

  clock_offset = -30 * G_TIME_SPAN_DAY;
  merge_event (self->store, make_event ("e0", FIXTURE_MINUTE (0)));
  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_ACTIONED);
  mark (self->store, "e2", 0);
  merge_event (self->store, make_event ("e3", FIXTURE_MINUTE (3)));
  second = claim (self->store, ACT_OUTBOX_READY, 5);
  g_assert_cmpuint (second->len, ==, 2);
  g_assert_cmpstr (((ActOutboxEntry *) g_ptr_array_index (second, 0))->target, ==, "e1");
  g_assert_cmpstr (((ActOutboxEntry *) g_ptr_array_index (second, 1))->target, ==, "e2");

  fixture_close (self);
  fixture_reopen (self);
  g_assert_cmpint (find_row (self->store, "e3"), >, find_row (self->store, "e2"));
  clock_offset = 0;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/faults/" name, Fixture, NULL, set_up, func, fixture_tear_down)
  ADD ("full-merging", test_full_merging);
  ADD ("full-marking", test_full_marking);
  ADD ("full-upgrade", test_full_upgrade);
  ADD ("damage-anywhere", test_damage_anywhere);
  ADD ("damaged-log", test_damaged_log);
  ADD ("clock-set-back", test_clock_set_back);
#undef ADD

  return g_test_run ();
}
