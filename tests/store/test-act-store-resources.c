/* What the store keeps of the server beside events comes back as it was told
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-resources.h"
#include "act-time.h"
#include "store-fixture.h"

#define LOG_SIZE (4 * 1024 * 1024)

/* Ends with NULL; each is "id=json". */
static GPtrArray *
make_resources (const char *first, ...)
{
  GPtrArray *resources = g_ptr_array_new_with_free_func ((GDestroyNotify) act_resource_free);
  va_list    more;

  va_start (more, first);
  for (const char *text = first; text != NULL; text = va_arg (more, const char *))
    {
      g_auto (GStrv) parts = g_strsplit (text, "=", 2);

      g_ptr_array_add (resources, act_resource_new (parts[0], parts[1], FIXTURE_TIME));
    }
  va_end (more);

  return resources;
}

static gint64
find (ActStore *store, ActResourceKind kind, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 read_at = 0;

  act_store_find_resource_async (store, kind, id, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  read_at = act_store_find_resource_finish (store, result, &error);
  g_assert_no_error (error);

  return read_at;
}

/* @resources is taken. */
static void
put (ActStore *store, ActResourceKind kind, const char *group, GPtrArray *resources, gboolean complete)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_put_resources_async (store, kind, group, resources, complete, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_put_resources_finish (store, result, &error));
  g_assert_no_error (error);
  g_ptr_array_unref (resources);
}

static ActResource *
try_read (ActStore *store, ActResourceKind kind, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_store_read_resource_async (store, kind, id, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return act_store_read_resource_finish (store, result, error);
}

static GPtrArray *
list (ActStore *store, ActResourceKind kind, const char *group, gint64 *listed_at)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *resources = NULL;

  act_store_list_resources_async (store, kind, group, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  resources = act_store_list_resources_finish (store, result, listed_at, &error);
  g_assert_no_error (error);
  g_assert_nonnull (resources);

  return resources;
}

/* "group:id=json" of each, with blanks between them. */
static char *
list_texts (ActStore *store, ActResourceKind kind, const char *group)
{
  g_autoptr (GPtrArray) resources = list (store, kind, group, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < resources->len; i++)
    {
      const ActResource *resource = g_ptr_array_index (resources, i);

      g_string_append_printf (text, "%s%s:%s=%s", i > 0 ? " " : "", resource->group, resource->id, resource->json);
    }

  return g_string_free (text, FALSE);
}

static void
expect_list (Fixture *self, ActResourceKind kind, const char *group, const char *expected)
{
  g_autofree char *text = list_texts (self->store, kind, group);

  g_assert_cmpstr (text, ==, expected);
}

static gint64
get_listed_at (Fixture *self, ActResourceKind kind, const char *group)
{
  gint64 listed_at = 0;
  g_autoptr (GPtrArray) resources = list (self->store, kind, group, &listed_at);

  return listed_at;
}

static void
test_put_and_read (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActResource) run = NULL;
  g_autoptr (ActResource) none = NULL;
  g_autoptr (GError) error = NULL;

  put (self->store, ACT_RESOURCE_RUN, "Bill/b1", make_resources ("r1=one", NULL), FALSE);
  put (self->store, ACT_RESOURCE_RUN, "Bill/b1", make_resources ("r1=uno", "r2=due", NULL), FALSE);
  fixture_reopen (self);

  run = try_read (self->store, ACT_RESOURCE_RUN, "r1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (run->id, ==, "r1");
  g_assert_cmpstr (run->group, ==, "Bill/b1");
  g_assert_cmpstr (run->json, ==, "uno");
  g_assert_cmpint (run->read_at, ==, FIXTURE_TIME);

  /* The same id of another kind is another thing. */
  none = try_read (self->store, ACT_RESOURCE_RUN_LOG, "r1", &error);
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_NOT_FOUND);
  g_assert_null (none);
}

static void
test_groups (Fixture *self, gconstpointer unused)
{
  gint64 before = act_time_now ();

  expect_list (self, ACT_RESOURCE_RUN, "Bill/b1", "");
  g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_RUN, "Bill/b1"), ==, ACT_TIME_UNKNOWN);

  put (self->store, ACT_RESOURCE_RUN, "Bill/b1", make_resources ("r1=1", "r2=2", NULL), FALSE);
  put (self->store, ACT_RESOURCE_RUN, "Bill/b2", make_resources ("r9=9", NULL), TRUE);
  g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_RUN, "Bill/b1"), ==, ACT_TIME_UNKNOWN);
  expect_list (self, ACT_RESOURCE_RUN, "Bill/b1", "Bill/b1:r1=1 Bill/b1:r2=2");

  /* What left the group is gone, and the order is the server's. */
  put (self->store, ACT_RESOURCE_RUN, "Bill/b1", make_resources ("r3=3", "r2=2b", NULL), TRUE);
  expect_list (self, ACT_RESOURCE_RUN, "Bill/b1", "Bill/b1:r3=3 Bill/b1:r2=2b");
  expect_list (self, ACT_RESOURCE_RUN, NULL, "Bill/b2:r9=9 Bill/b1:r3=3 Bill/b1:r2=2b");
  g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_RUN, "Bill/b1"), >=, before);
  g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_RUN, "Bill/b1"), <=, act_time_now ());
  g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_RUN, NULL), ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_MAPPING, "Bill/b1"), ==, ACT_TIME_UNKNOWN);

  /* An entity that has none is known to have none. */
  put (self->store, ACT_RESOURCE_RUN, "Bill/b2", make_resources (NULL, NULL), TRUE);
  expect_list (self, ACT_RESOURCE_RUN, "Bill/b2", "");
  g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_RUN, "Bill/b2"), >=, before);
}

static void
test_whole_kind (Fixture *self, gconstpointer unused)
{
  GPtrArray   *all = make_resources ("m1=1", "m2=2", NULL);
  ActResource *first = g_ptr_array_index (all, 0);

  first->group = g_strdup ("Account/a1");
  put (self->store, ACT_RESOURCE_MAPPING, "Account/a7", make_resources ("m7=7", NULL), FALSE);
  put (self->store, ACT_RESOURCE_RUN, "Account/a7", make_resources ("r7=7", NULL), FALSE);
  put (self->store, ACT_RESOURCE_MAPPING, NULL, all, TRUE);

  expect_list (self, ACT_RESOURCE_MAPPING, NULL, "Account/a1:m1=1 :m2=2");
  expect_list (self, ACT_RESOURCE_MAPPING, "Account/a1", "Account/a1:m1=1");
  expect_list (self, ACT_RESOURCE_MAPPING, "Account/a7", "");
  expect_list (self, ACT_RESOURCE_RUN, "Account/a7", "Account/a7:r7=7");
  g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_MAPPING, NULL), !=, ACT_TIME_UNKNOWN);
  g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_MAPPING, "Account/a7"), !=, ACT_TIME_UNKNOWN);

  /* Kinds with one group can be asked for either way. */
  put (self->store, ACT_RESOURCE_CONFIGURATION, "", make_resources ("c1=1", NULL), TRUE);
  expect_list (self, ACT_RESOURCE_CONFIGURATION, NULL, ":c1=1");
  expect_list (self, ACT_RESOURCE_CONFIGURATION, "", ":c1=1");
  g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_CONFIGURATION, NULL), !=, ACT_TIME_UNKNOWN);
  g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_CONFIGURATION, ""), !=, ACT_TIME_UNKNOWN);
}

static void
test_remove (Fixture *self, gconstpointer unused)
{
  put (self->store, ACT_RESOURCE_MAPPING, "Account/a1", make_resources ("m1=1", "m2=2", NULL), TRUE);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      act_store_remove_resource_async (self->store, ACT_RESOURCE_MAPPING, "m1", NULL, keep_result_cb, &result);
      wait_for_result (&result);
      g_assert_true (act_store_remove_resource_finish (self->store, result, &error));
      g_assert_no_error (error);
      expect_list (self, ACT_RESOURCE_MAPPING, "Account/a1", "Account/a1:m2=2");
    }
}

/* As if none had ever been read; other kinds stay. */
static void
test_clear (Fixture *self, gconstpointer unused)
{
  put (self->store, ACT_RESOURCE_RUN, "Bill/b1", make_resources ("r1=1", NULL), TRUE);
  put (self->store, ACT_RESOURCE_RUN_LOG, "", make_resources ("r1=log", "r2=log", NULL), TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      self->n_changed = 0;
      act_store_clear_resources_async (self->store, ACT_RESOURCE_RUN_LOG, NULL, keep_result_cb, &result);
      wait_for_result (&result);
      g_assert_true (act_store_clear_resources_finish (self->store, result, &error));
      g_assert_no_error (error);
      expect_list (self, ACT_RESOURCE_RUN_LOG, NULL, "");
      g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_RUN_LOG, ""), ==, ACT_TIME_UNKNOWN);
      expect_list (self, ACT_RESOURCE_RUN, NULL, "Bill/b1:r1=1");
      g_assert_cmpint (get_listed_at (self, ACT_RESOURCE_RUN, "Bill/b1"), !=, ACT_TIME_UNKNOWN);
      g_assert_cmpuint (self->n_changed, ==, 0);
    }
}

static void
test_large_log (Fixture *self, gconstpointer unused)
{
  g_autofree char *log = g_strnfill (LOG_SIZE, 'x');
  GPtrArray       *logs = g_ptr_array_new_with_free_func ((GDestroyNotify) act_resource_free);
  g_autoptr (ActResource) found = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (logs, act_resource_new ("r1", log, FIXTURE_TIME));
  put (self->store, ACT_RESOURCE_RUN_LOG, "", logs, FALSE);
  found = try_read (self->store, ACT_RESOURCE_RUN_LOG, "r1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->json, ==, log);
  g_assert_cmpint (find (self->store, ACT_RESOURCE_RUN_LOG, "r1"), ==, FIXTURE_TIME);
  g_assert_cmpint (find (self->store, ACT_RESOURCE_RUN_LOG, "r2"), ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (find (self->store, ACT_RESOURCE_RUN, "r1"), ==, ACT_TIME_UNKNOWN);
}

static char *
read_name (ActStore *store, ActNameKind kind, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *name = NULL;

  act_store_read_name_async (store, kind, id, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  name = act_store_read_name_finish (store, result, &error);
  g_assert_no_error (error);

  return name;
}

static void
put_name (ActStore *store, ActNameKind kind, const char *id, const char *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (names, act_name_new (id, text));
  act_store_put_names_async (store, kind, names, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_put_names_finish (store, result, &error));
  g_assert_no_error (error);
}

static char **
list_unnamed (ActStore *store, ActNameKind kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char **ids = NULL;

  act_store_list_unnamed_async (store, kind, 0, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  ids = act_store_list_unnamed_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ids);

  return ids;
}

static void
test_names (Fixture *self, gconstpointer unused)
{
  static const ActNameKind kinds[] = { ACT_NAME_INTEGRATION, ACT_NAME_ACCOUNT, ACT_NAME_BILL };
  g_autofree char         *unknown = NULL;
  g_autofree char         *known = NULL;
  g_autofree char         *nameless = NULL;
  ActEvent                *event = make_event ("e1", FIXTURE_TIME);
  guint                    n_changed;

  event->account_id = g_strdup ("a1");
  merge_event (self->store, event);
  n_changed = self->n_changed;
  put_name (self->store, ACT_NAME_BILL, "a1", "Acme, March 2026");
  put_name (self->store, ACT_NAME_BILL, "b2", NULL);
  g_assert_cmpuint (self->n_changed, ==, n_changed);

  unknown = read_name (self->store, ACT_NAME_ACCOUNT, "a1");
  g_assert_null (unknown);
  known = read_name (self->store, ACT_NAME_BILL, "a1");
  g_assert_cmpstr (known, ==, "Acme, March 2026");
  nameless = read_name (self->store, ACT_NAME_BILL, "b2");
  g_assert_cmpstr (nameless, ==, "");

  /* Bills are nobody else's business. */
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (GStrv) ids = list_unnamed (self->store, kinds[i]);

      g_assert_cmpuint (g_strv_length (ids), ==, kinds[i] == ACT_NAME_ACCOUNT ? 1 : 0);
    }
}

/* The list does not show them, so it need not look. */
static void
test_nothing_changed (Fixture *self, gconstpointer unused)
{
  merge_many (self->store, 3);
  self->n_changed = 0;
  put (self->store, ACT_RESOURCE_RUN, "Bill/b1", make_resources ("r1=1", NULL), TRUE);
  expect_list (self, ACT_RESOURCE_RUN, "Bill/b1", "Bill/b1:r1=1");
  g_assert_cmpuint (self->n_changed, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/resources/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("put-and-read", test_put_and_read);
  ADD ("groups", test_groups);
  ADD ("whole-kind", test_whole_kind);
  ADD ("remove", test_remove);
  ADD ("clear", test_clear);
  ADD ("large-log", test_large_log);
  ADD ("names", test_names);
  ADD ("nothing-changed", test_nothing_changed);
#undef ADD

  return g_test_run ();
}
