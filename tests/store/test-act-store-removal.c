/* A store is removed with all that was made of it, and nothing else
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-removal.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

static gboolean
remove_store (const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_store_remove_async (path, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return act_store_remove_finish (result, error);
}

static void
make_file (const char *path, const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);

  g_assert_true (g_file_set_contents (name, "", 0, NULL));
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->directory, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

static void
test_removed (Fixture *self, gconstpointer unused)
{
  g_autofree char *neighbour = g_strconcat (self->directory, "/other.db", NULL);
  g_autofree char *similar = g_strconcat (self->path, "x", NULL);
  g_autoptr (GError) error = NULL;

  merge_many (self->store, 3);
  fixture_close (self);
  make_file (self->path, ".set-aside-20260101T000000Z");
  make_file (self->path, ".set-aside-20260101T000000Z-wal");
  make_file (self->path, ".backup-7");
  make_file (self->path, ".damaged");
  make_file (self->path, ".new");
  make_file (neighbour, "");
  make_file (similar, "");
  g_assert_true (remove_store (self->path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self), ==, 2);
  g_assert_true (g_file_test (neighbour, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (similar, G_FILE_TEST_EXISTS));

  /* What is not there any more is no mistake. */
  g_assert_true (remove_store (self->path, &error));
  g_assert_cmpuint (count_files (self), ==, 2);
}

static void
test_in_use (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  guint n_files = count_files (self);

  g_assert_false (remove_store (self->path, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
  g_assert_cmpuint (count_files (self), ==, n_files);
}

static void
test_never_opened (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->directory, "nowhere", "store.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (remove_store (path, &error));
  g_assert_no_error (error);
}

/* What cannot be removed is said, and the store is still there. */
static void
test_in_the_way (Fixture *self, gconstpointer unused)
{
  g_autofree char *folder = g_strconcat (self->path, ".backup-7", NULL);
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_false (remove_store (self->path, &error));
  g_assert_cmpuint (error->domain, ==, ACT_STORE_ERROR);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/removal/removed", test_removed);
  ADD ("/store/removal/in-use", test_in_use);
  ADD ("/store/removal/never-opened", test_never_opened);
  ADD ("/store/removal/in-the-way", test_in_the_way);

  return g_test_run ();
}
