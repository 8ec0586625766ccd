/* Mappings and what they can be made of, from a simulated server and from the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-session-account-names.h"
#include "act-session-mappings.h"
#include "session-fixture.h"

static GPtrArray *
list (Fixture       *self,
      ActFreshness **freshness,
      gboolean      *complete,
      GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_list_mappings_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_list_mappings_finish (self->session, result, freshness, complete, error);
}

static GPtrArray *
list_of_entity (Fixture       *self,
                const char    *entity_id,
                ActFreshness **freshness,
                GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_list_mappings_of_entity_async (self->session, "Account", entity_id, NULL,
                                             keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_list_mappings_of_entity_finish (self->session, result, freshness, error);
}

static GPtrArray *
list_of_record (Fixture                  *self,
                const ActExternalMapping *mapping,
                GError                  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_list_mappings_of_record_async (self->session, mapping->external_system,
                                             mapping->external_table, mapping->external_id, NULL,
                                             keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_list_mappings_of_record_finish (self->session, result, error);
}

static GPtrArray *
list_records (Fixture       *self,
              const char    *system,
              ActFreshness **freshness,
              GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_list_external_records_async (self->session, system, "Account", "Customer", NULL, NULL,
                                           keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_list_external_records_finish (self->session, result, freshness, error);
}

static ActExternalMapping *
read_one (Fixture       *self,
          const char    *id,
          ActFreshness **freshness,
          GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_read_mapping_async (self->session, id, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_read_mapping_finish (self->session, result, freshness, error);
}

static ActMappingOptions *
read_options (Fixture       *self,
              ActFreshness **freshness,
              GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_read_mapping_options_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_read_mapping_options_finish (self->session, result, freshness, error);
}

static void
check_fresh (const ActFreshness *freshness,
             const GError       *error)
{
  g_assert_no_error (error);
  g_assert_false (act_freshness_is_stale (freshness));
  g_assert_cmpint (freshness->read_at, <=, act_time_now ());
}

static void
check_stale (const ActFreshness *freshness,
             const GError       *error,
             gint64              since)
{
  g_assert_no_error (error);
  g_assert_true (act_freshness_is_stale (freshness));
  g_assert_error (freshness->error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
  g_assert_cmpint (freshness->read_at, >=, since);
  g_assert_cmpint (freshness->read_at, <=, act_time_now ());
}

static void
test_options (Fixture      *self,
              gconstpointer unused)
{
  gint64 since = act_time_now ();

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ActMappingOptions) options = NULL;
      g_autoptr (ActFreshness) freshness = NULL;
      g_autoptr (GError) error = NULL;

      options = read_options (self, &freshness, &error);
      if (i == 0)
        check_fresh (freshness, error);
      else
        check_stale (freshness, error, since);
      g_assert_true (g_strv_contains ((const char *const *) options->entity_types, "Account"));
      g_assert_true (act_mapping_options_find_system (options, "NetSuite")->allow_custom_tables);
      fixture_stop_simulator (self);
    }
}

static void
test_list (Fixture      *self,
           gconstpointer unused)
{
  gint64 since = act_time_now ();
  guint  n_mappings = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) mappings = NULL;
      g_autoptr (ActFreshness) freshness = NULL;
      g_autoptr (GError) error = NULL;
      gboolean complete = FALSE;

      mappings = list (self, &freshness, &complete, &error);
      if (i == 0)
        {
          check_fresh (freshness, error);
          n_mappings = mappings->len;
        }
      else
        {
          check_stale (freshness, error, since);
        }
      g_assert_cmpuint (mappings->len, >, 50);
      g_assert_cmpuint (mappings->len, ==, n_mappings);
      g_assert_true (complete);
      fixture_stop_simulator (self);
    }
}

/* What was read of one entity is in the list of all, which is then not whole. */
static void
test_of_entity (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) kept_none = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *entity_id = NULL;
  gboolean         complete = TRUE;
  gint64           since = act_time_now ();

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  all = list (self, NULL, NULL, &error);
  g_assert_no_error (error);
  entity_id = g_strdup (((ActExternalMapping *) g_ptr_array_index (all, 0))->entity_id);
  fixture_close (self);
  fixture_remove_store (self);
  g_clear_pointer (&all, g_ptr_array_unref);

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  mappings = list_of_entity (self, entity_id, &freshness, &error);
  check_fresh (freshness, error);
  g_assert_cmpuint (mappings->len, >, 0);
  none = list_of_entity (self, "nobody", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  fixture_stop_simulator (self);
  g_clear_pointer (&freshness, act_freshness_free);
  kept = list_of_entity (self, entity_id, &freshness, &error);
  check_stale (freshness, error, since);
  g_assert_cmpuint (kept->len, ==, mappings->len);
  kept_none = list_of_entity (self, "nobody", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept_none->len, ==, 0);
  g_assert_null (list_of_entity (self, "somebody", NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
  g_clear_error (&error);

  all = list (self, NULL, &complete, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, mappings->len);
  g_assert_false (complete);
}

/* One that the server does not have is not taken from the store. */
static void
test_one (Fixture      *self,
          gconstpointer unused)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *id = NULL;
  gint64           since = act_time_now ();

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  all = list (self, NULL, NULL, NULL);
  id = g_strdup (((ActExternalMapping *) g_ptr_array_index (all, 0))->id);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ActExternalMapping) mapping = NULL;
      g_autoptr (ActExternalMapping) unknown = NULL;
      g_autoptr (ActFreshness) freshness = NULL;
      g_autoptr (GError) error = NULL;

      mapping = read_one (self, id, &freshness, &error);
      if (i == 0)
        check_fresh (freshness, error);
      else
        check_stale (freshness, error, since);
      g_assert_cmpstr (mapping->id, ==, id);

      unknown = read_one (self, "unknown", NULL, &error);
      g_assert_null (unknown);
      if (i == 0)
        g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
      else
        g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
      fixture_stop_simulator (self);
    }
}

static GPtrArray *
list_names (Fixture           *self,
            const char *const *ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *names = NULL;

  act_session_list_account_names_async (self->session, ids, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  names = act_session_list_account_names_finish (self->session, result, &error);
  g_assert_no_error (error);

  return names;
}

/* The server is asked once about what it knows; the store remembers. */
static void
test_names (Fixture      *self,
            gconstpointer unused)
{
  g_autoptr (GPtrArray) all = NULL;
  const char *ids[] = { NULL, "nobody", NULL };

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  all = list (self, NULL, NULL, NULL);
  ids[0] = ((ActExternalMapping *) g_ptr_array_index (all, 0))->entity_id;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) names = list_names (self, ids);

      g_assert_cmpuint (names->len, ==, 1);
      g_assert_cmpstr (((ActName *) g_ptr_array_index (names, 0))->id, ==, ids[0]);
      fixture_stop_simulator (self);
    }
}

/* What is changed here is changed in the store too. */
static void
test_changes (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (ActExternalMapping) mapping = act_external_mapping_new ();
  g_autoptr (ActExternalMapping) created = NULL;
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  mapping->entity_type = g_strdup ("Account");
  mapping->entity_id = g_strdup ("nobody");
  mapping->external_system = g_strdup ("NetSuite");
  mapping->external_table = g_strdup ("Customer");
  mapping->external_id = g_strdup ("7");
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  g_ptr_array_unref (list_of_entity (self, "nobody", NULL, &error));
  g_assert_no_error (error);
  act_session_create_mapping_async (self->session, mapping, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  created = act_session_create_mapping_finish (self->session, result, &error);
  g_assert_no_error (error);

  fixture_stop_simulator (self);
  mappings = list_of_entity (self, "nobody", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mappings->len, ==, 1);

  fixture_start_simulator (self);
  g_clear_object (&result);
  act_session_delete_mapping_async (self->session, created, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  act_session_delete_mapping_finish (self->session, result, NULL, &error);
  g_assert_no_error (error);

  fixture_stop_simulator (self);
  left = list_of_entity (self, "nobody", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_of_record (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  ActExternalMapping *mapping = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  all = list (self, NULL, NULL, &error);
  g_assert_no_error (error);
  mapping = g_ptr_array_index (all, 0);
  found = list_of_record (self, mapping, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (act_external_mapping_says_the_same (g_ptr_array_index (found, 0), mapping));

  fixture_stop_simulator (self);
  g_assert_null (list_of_record (self, mapping, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
}

/* A system that does not let us in lists nothing, which is an answer. */
static void
test_records (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 since = act_time_now ();

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) some = NULL;
      g_autoptr (GPtrArray) none = NULL;
      g_autoptr (ActFreshness) freshness = NULL;

      some = list_records (self, "Chargebee", &freshness, &error);
      if (i == 0)
        check_fresh (freshness, error);
      else
        check_stale (freshness, error, since);
      g_assert_cmpuint (some->len, >, 0);
      none = list_records (self, "NetSuite", NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (none->len, ==, 0);
      fixture_stop_simulator (self);
    }

  g_assert_null (list_records (self, "Xero", NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
}

/* A refusal is an answer, for which nothing old stands in. */
static void
test_refused (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (ActMappingOptions) options = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  options = read_options (self, NULL, &error);
  g_assert_no_error (error);
  fixture_set_fault (self, "status-404", 1);
  g_assert_null (read_options (self, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (list (self, NULL, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
}

#define ADD(name, function) \
  g_test_add ("/session-mappings/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("options", test_options);
  ADD ("list", test_list);
  ADD ("of-entity", test_of_entity);
  ADD ("one", test_one);
  ADD ("names", test_names);
  ADD ("changes", test_changes);
  ADD ("of-record", test_of_record);
  ADD ("records", test_records);
  ADD ("refused", test_refused);

  return g_test_run ();
}
