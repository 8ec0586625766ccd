/* The last runs of integrations that the store has seen
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-resource.h"
#include "act-session-configurations.h"
#include "act-session-last-runs.h"
#include "act-session-private.h"
#include "act-store-resources.h"
#include "session-fixture.h"

static GPtrArray *
list_configurations (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *configurations = NULL;

  act_session_list_configurations_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  configurations = act_session_list_configurations_finish (self->session, result, NULL, &error);
  g_assert_no_error (error);

  return configurations;
}

static const ActIntegrationConfiguration *
find (GPtrArray  *configurations,
      const char *name)
{
  for (guint i = 0; i < configurations->len; i++)
    {
      const ActIntegrationConfiguration *configuration = g_ptr_array_index (configurations, i);

      if (g_strcmp0 (configuration->name, name) == 0)
        return configuration;
    }

  g_assert_not_reached ();
}

static void
put_run (Fixture    *self,
         const char *id,
         const char *destination,
         const char *entity_type,
         const char *started)
{
  g_autofree char *json = NULL;
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func ((GDestroyNotify) act_resource_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  json = g_strdup_printf ("{\"id\":\"%s\",\"destination\":\"%s\",\"entityType\":\"%s\",\"entityId\":\"e\","
                          "\"status\":\"COMPLETE\",\"dtStarted\":\"%s\"}",
                          id, destination, entity_type, started);
  g_ptr_array_add (resources, act_resource_new (id, json, 1));
  act_store_put_resources_async (self->session->store, ACT_RESOURCE_RUN, id, resources, FALSE, NULL,
                                 keep_result_cb, &result);
  wait_until (result != NULL);
  act_store_put_resources_finish (self->session->store, result, &error);
  g_assert_no_error (error);
}

static GHashTable *
list_last_runs (Fixture   *self,
                GPtrArray *configurations)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GHashTable *last_runs = NULL;

  act_session_list_last_runs_async (self->session, configurations, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  last_runs = act_session_list_last_runs_finish (self->session, result, &error);
  g_assert_no_error (error);

  return last_runs;
}

static void
test_last_runs (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (GPtrArray) configurations = NULL;
  g_autoptr (GHashTable) none = NULL;
  g_autoptr (GHashTable) last_runs = NULL;
  const ActIntegrationRun *run = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  configurations = list_configurations (self);
  none = list_last_runs (self, configurations);
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);

  put_run (self, "old", "NetSuite", "Bill", "2026-03-01T10:00:00Z");
  put_run (self, "new", "NetSuite", "Bill", "2026-03-02T10:00:00Z");
  put_run (self, "older", "NetSuite", "Bill", "2026-02-01T10:00:00Z");
  put_run (self, "customer", "NetSuite", "Account", "2026-03-03T10:00:00Z");

  /* Two integrations have this destination and type, so nobody can tell which one ran. */
  put_run (self, "either", "Chargebee", "Bill", "2026-03-03T10:00:00Z");
  put_run (self, "nobody's", "Elsewhere", "Bill", "2026-03-03T10:00:00Z");

  last_runs = list_last_runs (self, configurations);
  g_assert_cmpuint (g_hash_table_size (last_runs), ==, 2);
  run = g_hash_table_lookup (last_runs, find (configurations, "NetSuite invoices")->id);
  g_assert_cmpstr (run->id, ==, "new");
  run = g_hash_table_lookup (last_runs, find (configurations, "NetSuite customers")->id);
  g_assert_cmpstr (run->id, ==, "customer");
}

static void
test_cancelled (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  act_session_list_last_runs_async (self->session, nothing, cancellable, keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  wait_until (result != NULL);
  g_assert_null (act_session_list_last_runs_finish (self->session, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/session-last-runs/last-runs", Fixture, NULL, fixture_set_up, test_last_runs,
              fixture_tear_down);
  g_test_add ("/session-last-runs/cancelled", Fixture, NULL, fixture_set_up, test_cancelled,
              fixture_tear_down);

  return g_test_run ();
}
