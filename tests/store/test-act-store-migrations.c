/* Steps of a schema run once, in order, each as a whole, and after a backup
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-error.h"
#include "act-store-migrations.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/statvfs.h>

#define PATH_OF_STORE "ACTIONED_TEST_STORE"

/* How much room the disk is said to have, if not 0. */
static gint64 pretended_space;

/* Takes the place of the system's. */
int
statvfs (const char *restrict path, struct statvfs *restrict facts)
{
  *facts = (struct statvfs){ .f_bavail = pretended_space != 0 ? pretended_space : G_MAXINT32, .f_frsize = 1 };

  return 0;
}

typedef struct
{
  char             *directory;
  char             *path;
  ActStoreDatabase *database;
} Migrations;

static gboolean
make_table (ActStoreDatabase *database, GError **error)
{
  return act_store_database_execute (database, "CREATE TABLE thing (number INTEGER); INSERT INTO thing VALUES (1)", error);
}

static gboolean
double_numbers (ActStoreDatabase *database, GError **error)
{
  return act_store_database_execute (database, "UPDATE thing SET number = number * 2", error);
}

static gboolean
fail_half_way (ActStoreDatabase *database, GError **error)
{
  return act_store_database_execute (database, "UPDATE thing SET number = 99", error) &&
         act_store_database_execute (database, "CREATE TABLE thing (number INTEGER)", error);
}

static gboolean
die_half_way (ActStoreDatabase *database, GError **error)
{
  g_assert_true (act_store_database_execute (database, "UPDATE thing SET number = 99", error));
  raise (SIGKILL);

  return FALSE;
}

static const ActStoreMigration deadly_steps[] = { make_table, double_numbers, die_half_way };
static const ActStoreMigration steps[] = { make_table, double_numbers, double_numbers };
static const ActStoreMigration broken_steps[] = { make_table, double_numbers, fail_half_way };

static void
set_up (Migrations *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->directory = g_dir_make_tmp ("actioned-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->directory, "store.db", NULL);
  self->database = act_store_database_new ();
  g_assert_true (act_store_database_open (self->database, self->path, ACT_STORE_ACCESS_WRITE, &error));
  g_assert_no_error (error);
}

static void
tear_down (Migrations *self, gconstpointer unused)
{
  act_store_database_free (self->database);
  remove_directory (self->directory);
  g_free (self->path);
  g_free (self->directory);
}

static void
run (Migrations *self, const ActStoreMigration *migrations, guint n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (act_store_migrations_run (self->database, migrations, n, TRUE, NULL, &error));
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

/* The name of the only backup, or NULL. */
static char *
find_backup (Migrations *self)
{
  g_autoptr (GDir) directory = g_dir_open (self->directory, 0, NULL);
  const char *name = NULL;
  char       *found = NULL;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      if (strstr (name, ".backup-") != NULL)
        {
          g_assert_null (found);
          found = g_build_filename (self->directory, name, NULL);
        }
    }

  return found;
}

static void
test_from_nothing (Migrations *self, gconstpointer unused)
{
  g_autofree char *backup = NULL;

  run (self, steps, 3);
  g_assert_cmpint (read_number (self->database, "SELECT number FROM thing"), ==, 4);
  g_assert_cmpint (read_number (self->database, "PRAGMA user_version"), ==, 3);
  backup = find_backup (self);
  g_assert_null (backup);

  run (self, steps, 3);
  g_assert_cmpint (read_number (self->database, "SELECT number FROM thing"), ==, 4);
}

static void
test_backup (Migrations *self, gconstpointer unused)
{
  g_autofree char *backup = NULL;
  g_autoptr (ActStoreDatabase) old = act_store_database_new ();
  g_autoptr (GError) error = NULL;
  GStatBuf facts;

  run (self, steps, 1);
  run (self, steps, 3);
  g_assert_cmpint (read_number (self->database, "SELECT number FROM thing"), ==, 4);

  backup = find_backup (self);
  g_assert_nonnull (backup);
  g_assert_cmpint (g_stat (backup, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0777, ==, 0600);
  g_assert_true (act_store_database_open (old, backup, ACT_STORE_ACCESS_VIEW, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read_number (old, "SELECT number FROM thing"), ==, 1);
  g_assert_cmpint (read_number (old, "PRAGMA user_version"), ==, 1);
}

static void
test_failure (Migrations *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  run (self, steps, 1);
  g_assert_false (act_store_migrations_run (self->database, broken_steps, 3, TRUE, NULL, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "Upgrade to version 3 failed: "));

  /* The step before is kept, and nothing of the broken one. */
  g_assert_cmpint (read_number (self->database, "SELECT number FROM thing"), ==, 2);
  g_assert_cmpint (read_number (self->database, "PRAGMA user_version"), ==, 2);
  run (self, steps, 3);
  g_assert_cmpint (read_number (self->database, "SELECT number FROM thing"), ==, 4);
}

/* The step before is kept, nothing of the one that was cut off, and one backup: that of the upgrade
 * that was done in the end. */
static void
test_killed (Migrations *self, gconstpointer unused)
{
  g_autofree char *partial = g_strconcat (self->path, ".backup.new", NULL);
  g_autofree char *backup = NULL;
  g_autoptr (ActStoreDatabase) old = act_store_database_new ();
  g_autoptr (GError) error = NULL;

  if (g_test_subprocess ())
    {
      g_assert_true (act_store_database_open (old, g_getenv (PATH_OF_STORE), ACT_STORE_ACCESS_WRITE, &error));
      act_store_migrations_run (old, deadly_steps, 3, TRUE, NULL, &error);
      g_assert_not_reached ();
    }

  run (self, steps, 1);
  g_assert_true (g_file_set_contents (partial, "half a backup", -1, &error));
  g_assert_no_error (error);
  g_setenv (PATH_OF_STORE, self->path, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_assert_false (g_test_trap_has_passed ());
  g_assert_cmpint (read_number (self->database, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (read_number (self->database, "SELECT number FROM thing"), ==, 2);

  run (self, steps, 3);
  g_assert_cmpint (read_number (self->database, "SELECT number FROM thing"), ==, 4);
  backup = find_backup (self);
  g_assert_true (act_store_database_open (old, backup, ACT_STORE_ACCESS_VIEW, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read_number (old, "PRAGMA user_version"), ==, 2);
  g_assert_false (g_file_test (partial, G_FILE_TEST_EXISTS));
}

static void
test_no_space (Migrations *self, gconstpointer unused)
{
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  gint64 needed = 0;
  gint64 available = 0;

  run (self, steps, 1);
  pretended_space = 1000;
  g_assert_false (act_store_migrations_run (self->database, steps, 3, TRUE, NULL, &error));
  g_assert_true (act_store_error_get_space (error, &needed, &available));
  g_assert_cmpint (needed, >, 16 * 1024 * 1024);
  g_assert_cmpint (available, ==, 1000);
  backup = find_backup (self);
  g_assert_null (backup);
  g_assert_cmpint (read_number (self->database, "PRAGMA user_version"), ==, 1);

  pretended_space = needed;
  run (self, steps, 3);
  g_assert_cmpint (read_number (self->database, "SELECT number FROM thing"), ==, 4);
}

static void
told_cb (ActStep step, gint64 done, gint64 total, gpointer user_data)
{
  GString *told = user_data;

  g_string_append_printf (told, " %d", (int) step);
  g_assert_cmpint (done, <=, total);
}

static void
test_progress (Migrations *self, gconstpointer unused)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (ActStoreProgress) progress = act_store_progress_new (told_cb, told);
  g_autoptr (GError) error = NULL;

  g_assert_true (act_store_migrations_run (self->database, steps, 1, TRUE, progress, &error));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (told->str, ==, "");

  g_assert_true (act_store_migrations_run (self->database, steps, 3, TRUE, progress, &error));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (told->str, ==, " 0 1");
}

static void
test_not_alone (Migrations *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  run (self, steps, 1);
  g_assert_false (act_store_migrations_run (self->database, steps, 3, FALSE, NULL, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
  g_assert_cmpint (read_number (self->database, "PRAGMA user_version"), ==, 1);
}

static void
test_too_new (Migrations *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  run (self, steps, 3);
  g_assert_false (act_store_migrations_run (self->database, steps, 2, TRUE, NULL, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_TOO_NEW);
}

static void
test_pragmas (Migrations *self, gconstpointer unused)
{
  g_autoptr (ActStatement) mode = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (read_number (self->database, "PRAGMA foreign_keys"), ==, 1);
  mode = act_store_database_prepare (self->database, "PRAGMA journal_mode", &error);
  g_assert_no_error (error);
  g_assert_cmpint (act_statement_step (mode, &error), ==, SQLITE_ROW);
  g_assert_true (act_statement_has_text (mode, 0, "wal"));
}

static gboolean
note_synchronous (ActStoreDatabase *database, gpointer data, GError **error)
{
  return act_store_database_read_int (database, "PRAGMA synchronous", data, error);
}

static void
test_durability (Migrations *self, gconstpointer unused)
{
  static const struct
  {
    ActStoreDurability durability;
    gint64             synchronous;
  } cases[] = {
    { ACT_STORE_FETCHED, 1 },
    { ACT_STORE_USER_CHANGE, 2 },
    { ACT_STORE_USER_CHANGE, 2 },
    { ACT_STORE_FETCHED, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 synchronous = 0;

      g_assert_true (act_store_database_transact (self->database, cases[i].durability, note_synchronous, &synchronous, &error));
      g_assert_no_error (error);
      g_assert_cmpint (synchronous, ==, cases[i].synchronous);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/migrations/" name, Migrations, NULL, set_up, func, tear_down)
  ADD ("from-nothing", test_from_nothing);
  ADD ("backup", test_backup);
  ADD ("failure", test_failure);
  ADD ("killed", test_killed);
  ADD ("no-space", test_no_space);
  ADD ("progress", test_progress);
  ADD ("not-alone", test_not_alone);
  ADD ("too-new", test_too_new);
  ADD ("pragmas", test_pragmas);
  ADD ("durability", test_durability);
#undef ADD

  return g_test_run ();
}
