/* What older versions left is indexed in batches, and goes on after a crash
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-error.h"
#include "act-store-fill.h"
#include "store-fixture.h"

#include <signal.h>

/* Three batches, of which the last one is not full. */
#define N_THINGS    10000
#define PATH_OF_ALL "ACTIONED_TEST_STORE"

typedef struct
{
  char             *directory;
  char             *path;
  ActStoreDatabase *database;
} Filled;

/* After which batch of this process it stops, and by what. */
static guint         n_batches;
static guint         stop_after;
static gboolean      stop_by_signal;
static GCancellable *stop_by_cancellable;

static ActStoreDatabase *
open_database (const char *path)
{
  ActStoreDatabase *database = act_store_database_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (act_store_database_open (database, path, ACT_STORE_ACCESS_WRITE, &error));
  g_assert_no_error (error);

  return database;
}

static void
execute (ActStoreDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (act_store_database_execute (database, sql, &error));
  g_assert_no_error (error);
}

static gint64
read_number (ActStoreDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number = 0;

  g_assert_true (act_store_database_read_int (database, sql, &number, &error));
  g_assert_no_error (error);

  return number;
}

static void
set_up (Filled *self, gconstpointer unused)
{
  g_autofree char *things = NULL;
  g_autoptr (GError) error = NULL;

  n_batches = 0;
  stop_after = 0;
  stop_by_signal = FALSE;
  self->directory = g_dir_make_tmp ("actioned-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->directory, "store.db", NULL);
  self->database = open_database (self->path);
  execute (self->database, "CREATE TABLE value (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID");
  execute (self->database, "CREATE TABLE thing (number INTEGER PRIMARY KEY, times INTEGER)");
  things = g_strdup_printf ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
                            "  INSERT INTO thing SELECT i, 0 FROM n",
                            N_THINGS);
  execute (self->database, things);
}

static void
tear_down (Filled *self, gconstpointer unused)
{
  act_store_database_free (self->database);
  remove_directory (self->directory);
  g_free (self->path);
  g_free (self->directory);
}

/* Counts how often each thing was done. */
static gboolean
count_things (ActStoreDatabase *database, gint64 *position, guint limit, gboolean *done, GError **error)
{
  g_autoptr (ActStatement) update = NULL;
  gint64 from = *position;
  guint  n = 0;

  update = act_store_database_prepare (
      database,
      "UPDATE thing SET times = times + 1 WHERE number IN"
      "  (SELECT number FROM thing WHERE number > :from ORDER BY number LIMIT :limit) RETURNING number",
      error);
  g_assert_nonnull (update);
  act_statement_bind_int (update, ":from", from);
  act_statement_bind_int (update, ":limit", limit);
  while (act_statement_step (update, error) == SQLITE_ROW)
    {
      *position = MAX (*position, act_statement_get_int (update, 0));
      n++;
    }

  n_batches++;
  if (stop_after != 0 && n_batches > stop_after)
    {
      if (stop_by_signal)
        raise (SIGKILL);
      g_cancellable_cancel (stop_by_cancellable);
      return !g_cancellable_set_error_if_cancelled (stop_by_cancellable, error);
    }

  *done = n < limit;

  return TRUE;
}

static const ActStoreFill fills[] = {
  { "things", 1, "SELECT count(*) FROM thing", count_things },
  { NULL, 0, NULL, NULL },
};

static const ActStoreFill newer_fills[] = {
  { "things", 2, "SELECT count(*) FROM thing", count_things },
  { NULL, 0, NULL, NULL },
};

static void
run (ActStoreDatabase *database, const ActStoreFill *which)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (act_store_fill_run_all (database, which, TRUE, NULL, &error));
  g_assert_no_error (error);
}

static void
expect_times (ActStoreDatabase *database, gint64 times)
{
  g_assert_cmpint (read_number (database, "SELECT min (times) FROM thing"), ==, times);
  g_assert_cmpint (read_number (database, "SELECT max (times) FROM thing"), ==, times);
}

static void
test_once (Filled *self, gconstpointer unused)
{
  run (self->database, fills);
  g_assert_cmpuint (n_batches, ==, 3);
  expect_times (self->database, 1);

  run (self->database, fills);
  g_assert_cmpuint (n_batches, ==, 3);
}

static void
test_new_version (Filled *self, gconstpointer unused)
{
  run (self->database, fills);
  run (self->database, newer_fills);
  expect_times (self->database, 2);

  /* A value that nobody can read is no reason to leave anything out. */
  execute (self->database, "UPDATE value SET value = '2 at the beginning'");
  run (self->database, newer_fills);
  expect_times (self->database, 3);
}

static void
test_cancelled (Filled *self, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  stop_after = 1;
  stop_by_cancellable = cancellable;
  g_assert_false (act_store_fill_run_all (self->database, fills, TRUE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (read_number (self->database, "SELECT count(*) FROM thing WHERE times = 1"), ==, 4000);

  stop_after = 0;
  run (self->database, fills);
  g_assert_cmpuint (n_batches, ==, 4);
  expect_times (self->database, 1);
}

static void
test_killed (Filled *self, gconstpointer unused)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;
      ActStoreDatabase *database = open_database (g_getenv (PATH_OF_ALL));

      stop_after = 2;
      stop_by_signal = TRUE;
      act_store_fill_run_all (database, fills, TRUE, NULL, &error);
      g_assert_not_reached ();
    }

  g_setenv (PATH_OF_ALL, self->path, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_assert_false (g_test_trap_has_passed ());
  g_assert_cmpint (read_number (self->database, "SELECT count(*) FROM thing WHERE times = 1"), ==, 8000);

  run (self->database, fills);
  g_assert_cmpuint (n_batches, ==, 1);
  expect_times (self->database, 1);
}

static void
test_not_alone (Filled *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (act_store_fill_run_all (self->database, fills, FALSE, NULL, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
  expect_times (self->database, 0);

  run (self->database, fills);
  g_clear_error (&error);
  g_assert_true (act_store_fill_run_all (self->database, fills, FALSE, NULL, &error));
  g_assert_no_error (error);
}

typedef struct
{
  guint  n_reports;
  gint64 last_done;
} Told;

static void
told_cb (ActStep step, gint64 done, gint64 total, gpointer user_data)
{
  Told *told = user_data;

  g_assert_cmpint (step, ==, ACT_STEP_INDEXING);
  g_assert_cmpint (total, ==, N_THINGS);
  g_assert_cmpint (done, >=, told->last_done);
  g_assert_cmpint (done, <=, total);
  told->last_done = done;
  told->n_reports++;
}

static void
test_progress (Filled *self, gconstpointer unused)
{
  Told told = { 0 };
  g_autoptr (ActStoreProgress) progress = act_store_progress_new (told_cb, &told);
  g_autoptr (GError) error = NULL;

  g_assert_true (act_store_fill_run_all (self->database, fills, TRUE, progress, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told.n_reports, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (told.n_reports, >=, 1);
  g_assert_cmpuint (told.n_reports, <=, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/fill/" name, Filled, NULL, set_up, func, tear_down)
  ADD ("once", test_once);
  ADD ("new-version", test_new_version);
  ADD ("cancelled", test_cancelled);
  ADD ("killed", test_killed);
  ADD ("not-alone", test_not_alone);
  ADD ("progress", test_progress);
#undef ADD

  return g_test_run ();
}
