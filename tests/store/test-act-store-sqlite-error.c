/* What SQLite answers becomes an error that can be shown
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-sqlite-error.h"

#include "act-store-error.h"

/* A damaged schema may name anything. */
static void
test_not_utf8 (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;
  int      code;

  g_assert_cmpint (sqlite3_open (":memory:", &handle), ==, SQLITE_OK);
  code = sqlite3_exec (handle, "SELECT no\xe9where", NULL, NULL, NULL);
  g_assert_cmpint (code, ==, SQLITE_ERROR);

  act_store_set_sqlite_error (&error, handle, code);
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_FAILED);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, "where"));
  sqlite3_close (handle);
}

static void
test_interrupted (void)
{
  g_autoptr (GError) error = NULL;

  act_store_set_sqlite_error (&error, NULL, SQLITE_INTERRUPT);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/sqlite-error/not-utf8", test_not_utf8);
  g_test_add_func ("/store/sqlite-error/interrupted", test_interrupted);

  return g_test_run ();
}
