/* A store that cannot be opened is put aside, and tells what was not sent
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-anew.h"
#include "act-unsent.h"
#include "store-fixture.h"

#include <sqlite3.h>

static void
make_newer (Fixture *self, const char *sql)
{
  sqlite3 *handle = NULL;

  merge_many (self->store, 3);
  mark (self->store, "e1", 0);
  fixture_close (self);
  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA user_version = 1000", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static GPtrArray *
list_unsent (Fixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_store_list_unsent_async (self->path, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return act_store_list_unsent_finish (result, error);
}

static char *
set_aside (Fixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_store_set_aside_async (self->path, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return act_store_set_aside_finish (result, error);
}

static void
test_unsent (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  const ActUnsent *unsent = NULL;

  make_newer (self, "");
  all = list_unsent (self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  unsent = g_ptr_array_index (all, 0);
  g_assert_cmpint (unsent->action, ==, ACT_OUTBOX_MARK_ACTIONED);
  g_assert_cmpstr (unsent->target, ==, "e1");
  g_assert_nonnull (unsent->label);
}

static void
test_other_events (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  const ActUnsent *unsent = NULL;

  make_newer (self, "ALTER TABLE event RENAME TO happening");
  all = list_unsent (self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  unsent = g_ptr_array_index (all, 0);
  g_assert_cmpstr (unsent->target, ==, "e1");
  g_assert_null (unsent->label);
}

static void
test_not_readable (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  make_newer (self, "ALTER TABLE outbox RENAME TO letterbox");
  g_assert_null (list_unsent (self, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_FAILED);
}

static void
test_set_aside (Fixture *self, gconstpointer unused)
{
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;

  make_newer (self, "");
  aside = set_aside (self, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));

  fixture_reopen (self);
  rows = query_all (self->store);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_null (act_store_get_set_aside_path (self->store));
}

static void
test_in_use (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (set_aside (self, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/anew/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("unsent", test_unsent);
  ADD ("other-events", test_other_events);
  ADD ("not-readable", test_not_readable);
  ADD ("set-aside", test_set_aside);
  ADD ("in-use", test_in_use);
#undef ADD

  return g_test_run ();
}
