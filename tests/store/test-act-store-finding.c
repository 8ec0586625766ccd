/* Events are found by their ids, in the order asked for
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-finding.h"
#include "store-fixture.h"

static GArray *
find (Fixture           *self,
      const char *const *ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *row_ids = NULL;

  act_store_find_events_async (self->store, ids, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  row_ids = act_store_find_events_finish (self->store, result, &error);
  g_assert_no_error (error);

  return row_ids;
}

static void
test_find (Fixture      *self,
           gconstpointer data)
{
  const char *const ids[] = { "b", "nobody", "a", "b", "", "A", NULL };
  const char *const none[] = { NULL };
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) nothing = NULL;

  merge_page (self->store,
              make_page (make_event ("a", FIXTURE_MINUTE (1)), make_event ("b", FIXTURE_MINUTE (2)),
                         NULL),
              0);
  found = find (self, ids);
  nothing = find (self, none);

  g_assert_cmpuint (found->len, ==, 6);
  g_assert_cmpint (g_array_index (found, gint64, 0), ==, find_row (self->store, "b"));
  g_assert_cmpint (g_array_index (found, gint64, 1), ==, 0);
  g_assert_cmpint (g_array_index (found, gint64, 2), ==, find_row (self->store, "a"));
  g_assert_cmpint (g_array_index (found, gint64, 3), ==, g_array_index (found, gint64, 0));
  g_assert_cmpint (g_array_index (found, gint64, 4), ==, 0);
  g_assert_cmpint (g_array_index (found, gint64, 5), ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer data)
{
  const char *const ids[] = { "a", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  act_store_find_events_async (self->store, ids, cancellable, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_null (act_store_find_events_finish (self->store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/store-finding/find", test_find);
  ADD ("/store-finding/cancelled", test_cancelled);
#undef ADD

  return g_test_run ();
}
