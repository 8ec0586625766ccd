/* Searches that have a name are kept, replaced and forgotten
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-searches.h"
#include "store-fixture.h"

static void
save (ActStore *store, gint64 number, const char *name, const char *text, guint kinds, gboolean include)
{
  g_autoptr (ActSavedSearch) search = act_saved_search_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  search->number = number;
  search->name = g_strdup (name);
  search->text = g_strdup (text);
  search->kinds = kinds;
  search->include_actioned = include;
  act_store_save_search_async (store, search, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_save_search_finish (store, result, &error));
  g_assert_no_error (error);
}

static void delete (ActStore *store, gint64 number)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_delete_search_async (store, number, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_delete_search_finish (store, result, &error));
  g_assert_no_error (error);
}

static GPtrArray *
list (ActStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *searches = NULL;

  act_store_list_searches_async (store, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  searches = act_store_list_searches_finish (store, result, &error);
  g_assert_no_error (error);

  return searches;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const ActSavedSearch *one = *(const ActSavedSearch *const *) a;
  const ActSavedSearch *other = *(const ActSavedSearch *const *) b;

  return g_strcmp0 (one->name, other->name);
}

/* All of it as one text: NAME=TEXT/KINDS/INCLUDE. */
static void
assert_kept (ActStore *store, const char *expected)
{
  g_autoptr (GPtrArray) searches = list (store);
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_sort (searches, compare_names);
  for (guint i = 0; i < searches->len; i++)
    {
      const ActSavedSearch *search = g_ptr_array_index (searches, i);

      g_string_append_printf (text, "%s%s=%s/%u/%d", i > 0 ? " " : "", search->name, search->text,
                              search->kinds, search->include_actioned);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static gint64
find (ActStore *store, const char *name)
{
  g_autoptr (GPtrArray) searches = list (store);

  for (guint i = 0; i < searches->len; i++)
    {
      const ActSavedSearch *search = g_ptr_array_index (searches, i);

      if (g_str_equal (search->name, name))
        return search->number;
    }

  return 0;
}

static void
test_kept (Fixture *fixture, gconstpointer unused)
{
  assert_kept (fixture->store, "");
  save (fixture->store, 0, "Mine", "is:open", ACT_QUERY_ALL_KINDS, FALSE);
  save (fixture->store, 0, "'; DROP TABLE search; --", "\"quoted\"", 1, TRUE);

  fixture_reopen (fixture);
  assert_kept (fixture->store, "'; DROP TABLE search; --=\"quoted\"/1/1 Mine=is:open/63/0");
}

static void
test_replaced_by_name (Fixture *fixture, gconstpointer unused)
{
  save (fixture->store, 0, "Mine", "is:open", ACT_QUERY_ALL_KINDS, FALSE);
  save (fixture->store, 0, "Mine", "is:waiting", 2, TRUE);
  assert_kept (fixture->store, "Mine=is:waiting/2/1");
}

static void
test_renamed (Fixture *fixture, gconstpointer unused)
{
  save (fixture->store, 0, "One", "a", 1, FALSE);
  save (fixture->store, 0, "Two", "b", 2, FALSE);
  save (fixture->store, find (fixture->store, "One"), "Three", "a", 1, FALSE);
  assert_kept (fixture->store, "Three=a/1/0 Two=b/2/0");

  save (fixture->store, find (fixture->store, "Three"), "Two", "a", 1, FALSE);
  assert_kept (fixture->store, "Two=a/1/0");
}

static void
test_deleted (Fixture *fixture, gconstpointer unused)
{
  save (fixture->store, 0, "One", "a", 1, FALSE);
  save (fixture->store, 0, "Two", "b", 2, FALSE);
  delete (fixture->store, find (fixture->store, "One"));
  delete (fixture->store, 4711);
  assert_kept (fixture->store, "Two=b/2/0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/store/searches/kept", test_kept);
  ADD ("/store/searches/replaced-by-name", test_replaced_by_name);
  ADD ("/store/searches/renamed", test_renamed);
  ADD ("/store/searches/deleted", test_deleted);
#undef ADD

  return g_test_run ();
}
