/* Configurations found, read and given another credential on a simulated server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-client-configurations.h"
#include "act-name.h"
#include "act-session-abilities.h"
#include "act-session-changes.h"
#include "act-session-configurations.h"
#include "act-session-credentials.h"
#include "session-fixture.h"

#include <string.h>

static GPtrArray *
list (Fixture       *self,
      ActFreshness **freshness,
      GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_list_configurations_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_list_configurations_finish (self->session, result, freshness, error);
}

static ActIntegrationConfiguration *
read_one (Fixture       *self,
          const char    *id,
          ActFreshness **freshness,
          GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_read_configuration_async (self->session, id, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_read_configuration_finish (self->session, result, freshness, error);
}

static ActConfigurationFinding *
find (Fixture  *self,
      ActEvent *event,
      GError  **error)
{
  ActEventRecord record = { .event = event };
  g_autoptr (GAsyncResult) result = NULL;

  act_session_find_configurations_async (self->session, &record, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_find_configurations_finish (self->session, result, error);
}

/* Another credential of the same system. */
static char *
find_other_credential (Fixture                           *self,
                       const ActIntegrationConfiguration *configuration)
{
  g_autoptr (GPtrArray) credentials = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_session_list_credentials_async (self->session, configuration->destination, NULL,
                                      keep_result_cb, &result);
  wait_until (result != NULL);
  credentials = act_session_list_credentials_finish (self->session, result, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < credentials->len; i++)
    {
      const ActCredential *credential = g_ptr_array_index (credentials, i);

      if (g_strcmp0 (credential->id, configuration->credentials_id) != 0)
        return g_strdup (credential->id);
    }

  g_assert_not_reached ();
}

static ActIntegrationConfiguration *
link_credential (Fixture                           *self,
                 const ActIntegrationConfiguration *configuration,
                 const char                        *credentials_id,
                 ActConfigurationConflict         **conflict,
                 GError                           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_link_credential_async (self->session, configuration, credentials_id, NULL,
                                     keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_link_credential_finish (self->session, result, conflict, error);
}

static void
somebody_renames (Fixture                           *self,
                  const ActIntegrationConfiguration *configuration,
                  const char                        *name)
{
  g_autoptr (ActClient) client = fixture_new_client (self);
  g_autoptr (ActIntegrationConfiguration) theirs = act_integration_configuration_copy (configuration);
  g_autoptr (ActIntegrationConfiguration) renamed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GString) json = g_string_new (configuration->json);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (json, configuration->name, name, 0), ==, 1);
  g_free (theirs->json);
  theirs->json = g_strdup (json->str);
  act_client_update_configuration_async (client, theirs, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  renamed = act_client_update_configuration_finish (client, result, &error);
  g_assert_no_error (error);
}

static void
check_ability (Fixture        *self,
               ActAbility      ability,
               ActAbilityState expected)
{
  g_assert_cmpint (act_session_get_ability (self->session, ability), ==, expected);
}

static void
test_list (Fixture      *self,
           gconstpointer unused)
{
  gint64 since = act_time_now ();
  g_autoptr (ActIntegrationConfiguration) one = NULL;
  g_autoptr (ActIntegrationConfiguration) kept = NULL;
  g_autoptr (GPtrArray) configurations = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  configurations = list (self, &freshness, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (configurations->len, ==, 6);
  g_assert_false (act_freshness_is_stale (freshness));
  one = read_one (self, ((ActIntegrationConfiguration *) g_ptr_array_index (configurations, 2))->id,
                  NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (one->name, ==, "NetSuite invoices");
  g_assert_null (read_one (self, "nothing", NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
  g_clear_error (&error);

  fixture_stop_simulator (self);
  g_clear_pointer (&configurations, g_ptr_array_unref);
  g_clear_pointer (&freshness, act_freshness_free);
  configurations = list (self, &freshness, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (configurations->len, ==, 6);
  g_assert_error (freshness->error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
  g_assert_cmpint (freshness->read_at, >=, since);

  g_clear_pointer (&freshness, act_freshness_free);
  kept = read_one (self, one->id, &freshness, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->name, ==, one->name);
  g_assert_cmpint (kept->version, ==, one->version);
  g_assert_true (act_freshness_is_stale (freshness));
  g_assert_null (read_one (self, "nothing", NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
}

static void
test_settings (Fixture      *self,
               gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  g_autoptr (GPtrArray) settings = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  configuration = fixture_get_configuration (self, "Chargebee invoices");
  settings = act_session_list_settings (configuration);
  g_assert_cmpuint (settings->len, ==, 4);
  g_assert_cmpstr (((ActName *) g_ptr_array_index (settings, 0))->id, ==, "site");
  g_assert_cmpstr (((ActName *) g_ptr_array_index (settings, 0))->name, ==, "quillwort");
}

/* A server that sends what it should keep to itself. */
static void
somebody_tells (Fixture                           *self,
                const ActIntegrationConfiguration *configuration,
                const char                        *settings)
{
  static const char settings_begin[] = "\"configData\":{";
  g_autoptr (ActClient) client = fixture_new_client (self);
  g_autoptr (ActIntegrationConfiguration) theirs = act_integration_configuration_copy (configuration);
  g_autoptr (ActIntegrationConfiguration) updated = NULL;
  g_autoptr (GString) json = g_string_new (configuration->json);
  g_autofree char *begin = g_strconcat (settings_begin, settings, ",", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (json, settings_begin, begin, 0), ==, 1);
  g_free (theirs->json);
  theirs->json = g_strdup (json->str);
  act_client_update_configuration_async (client, theirs, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  updated = act_client_update_configuration_finish (client, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (updated->json, settings));
}

/* It is not kept, in whichever way it came, and it is still there on the server after a change. */
static void
test_secrets (Fixture      *self,
              gconstpointer unused)
{
  static const char secret[] = "\"apiKey\":\"canary-7c41\"";
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autoptr (ActIntegrationConfiguration) known = NULL;
  g_autoptr (ActIntegrationConfiguration) linked = NULL;
  g_autoptr (ActIntegrationConfiguration) after = NULL;
  g_autoptr (ActConfigurationConflict) conflict = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "NetSuite invoices");
  other = find_other_credential (self, before);
  somebody_tells (self, before, secret);
  g_clear_pointer (&before, act_integration_configuration_free);
  before = fixture_get_configuration (self, "NetSuite invoices");
  act_session_queue_enable_async (self->session, before, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  g_assert_true (act_session_queue_enable_finish (self->session, result, &error));

  fixture_stop_simulator (self);
  known = read_one (self, before->id, &freshness, &error);
  g_assert_no_error (error);
  g_assert_true (act_freshness_is_stale (freshness));
  g_assert_null (strstr (known->json, secret));

  fixture_start_simulator (self);
  linked = link_credential (self, known, other, &conflict, &error);
  g_assert_no_error (error);
  g_assert_null (conflict);
  after = read_one (self, before->id, NULL, &error);
  g_assert_nonnull (strstr (after->json, secret));

  fixture_close (self);
  g_assert_true (fixture_store_has (self, before->id));
  g_assert_false (fixture_store_has (self, "canary-7c41"));
}

static void
test_find_named (Fixture      *self,
                 gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  g_autoptr (ActEvent) event = act_event_new ();
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  configuration = fixture_get_configuration (self, "NetSuite invoices");
  event->configuration_id = g_strdup (configuration->id);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ActConfigurationFinding) finding = find (self, event, &error);

      g_assert_no_error (error);
      g_assert_cmpint (finding->way, ==, ACT_FINDING_NAMED);
      g_assert_cmpuint (finding->configurations->len, ==, 1);
      g_assert_cmpint (act_freshness_is_stale (finding->freshness), ==, i == 1);
      fixture_stop_simulator (self);
    }
}

/* The id of one that was deleted is as good as none. */
static void
test_find_matched (Fixture      *self,
                   gconstpointer unused)
{
  g_autoptr (ActEvent) event = act_event_new ();
  g_autoptr (ActConfigurationFinding) several = NULL;
  g_autoptr (ActConfigurationFinding) one = NULL;
  g_autoptr (ActConfigurationFinding) none = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  event->configuration_id = g_strdup ("gone");
  event->destination = g_strdup ("CHARGEBEE");
  several = find (self, event, &error);
  g_assert_no_error (error);
  g_assert_cmpint (several->way, ==, ACT_FINDING_MATCHED);
  g_assert_cmpuint (several->configurations->len, ==, 2);

  g_free (event->destination);
  event->destination = g_strdup ("NetSuite");
  event->entity_type = g_strdup ("Account");
  one = find (self, event, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one->configurations->len, ==, 1);
  g_assert_cmpstr (((ActIntegrationConfiguration *) g_ptr_array_index (one->configurations, 0))->name,
                   ==, "NetSuite customers");

  g_clear_pointer (&event->destination, g_free);
  none = find (self, event, &error);
  g_assert_no_error (error);
  g_assert_cmpint (none->way, ==, ACT_FINDING_NONE);
  g_assert_cmpuint (none->configurations->len, ==, 0);
}

/* A run says what the event does not. */
static void
test_find_by_run (Fixture      *self,
                  gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  guint n_found = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  row_ids = fixture_list (self, FALSE);
  for (guint i = row_ids->len; i > 0 && n_found < 3; i--)
    {
      g_autoptr (ActEventRecord) record = fixture_read (self, g_array_index (row_ids, gint64, i - 1));
      g_autoptr (ActEvent) event = act_event_new ();
      g_autoptr (ActConfigurationFinding) finding = NULL;
      g_autoptr (GError) error = NULL;

      if (record->event->run_id == NULL || record->event->configuration_id == NULL)
        continue;

      event->run_id = g_strdup (record->event->run_id);
      finding = find (self, event, &error);
      g_assert_no_error (error);
      g_assert_cmpint (finding->way, ==, ACT_FINDING_MATCHED);
      g_assert_cmpuint (finding->configurations->len, >, 0);
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 3);
}

static void
test_find_offline (Fixture      *self,
                   gconstpointer unused)
{
  g_autoptr (ActEvent) event = act_event_new ();
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_stop_simulator (self);
  event->configuration_id = g_strdup ("unknown");
  event->destination = g_strdup ("NetSuite");
  g_assert_null (find (self, event, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
}

static void
test_link (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autoptr (ActIntegrationConfiguration) linked = NULL;
  g_autoptr (ActIntegrationConfiguration) again = NULL;
  g_autoptr (ActIntegrationConfiguration) kept = NULL;
  g_autofree char *credential = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "NetSuite invoices");
  credential = find_other_credential (self, before);
  check_ability (self, ACT_ABILITY_CONFIGURATIONS, ACT_ABILITY_STATE_UNKNOWN);
  linked = link_credential (self, before, credential, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (linked->credentials_id, ==, credential);
  g_assert_cmpint (linked->version, ==, before->version + 1);
  g_assert_nonnull (strstr (linked->json, "cseg_region"));
  g_assert_cmpstr (linked->name, ==, before->name);
  check_ability (self, ACT_ABILITY_CONFIGURATIONS, ACT_ABILITY_STATE_WORKS);
  fixture_check_changes (self, "PUT", 1);

  again = link_credential (self, before, credential, NULL, &error);
  g_assert_no_error (error);
  fixture_check_changes (self, "PUT", 1);

  fixture_stop_simulator (self);
  kept = read_one (self, before->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->credentials_id, ==, credential);
}

static void
test_link_conflict (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autoptr (ActIntegrationConfiguration) linked = NULL;
  g_autoptr (ActConfigurationConflict) conflict = NULL;
  g_autofree char *credential = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_name = FALSE;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "NetSuite invoices");
  credential = find_other_credential (self, before);
  somebody_renames (self, before, "NetSuite bills");
  g_assert_null (link_credential (self, before, credential, &conflict, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpstr (conflict->theirs->name, ==, "NetSuite bills");
  for (guint i = 0; i < conflict->differences->len; i++)
    {
      const ActDifference *difference = g_ptr_array_index (conflict->differences, i);

      if (g_str_equal (difference->member, "name"))
        {
          has_name = TRUE;
          g_assert_cmpstr (difference->before, ==, "\"NetSuite invoices\"");
          g_assert_cmpstr (difference->theirs, ==, "\"NetSuite bills\"");
        }
    }
  g_assert_true (has_name);
  fixture_check_changes (self, "PUT", 1);

  linked = link_credential (self, conflict->theirs, credential, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (linked->name, ==, "NetSuite bills");
  g_assert_cmpstr (linked->credentials_id, ==, credential);
  fixture_check_changes (self, "PUT", 2);
}

static void
test_link_lost (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autoptr (ActIntegrationConfiguration) linked = NULL;
  g_autofree char *credential = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "NetSuite invoices");
  credential = find_other_credential (self, before);
  fixture_set_fault (self, "lost-write", 1);
  linked = link_credential (self, before, credential, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (linked->credentials_id, ==, credential);
  fixture_check_changes (self, "PUT", 1);
}

/* What was not done can be done again, whatever became of the first time. */
static void
test_link_failed (Fixture      *self,
                  gconstpointer unused)
{
  static const struct
  {
    const char     *fault;
    ActApiError     code;
    ActAbilityState state;
  } samples[] = {
    { "write-500", ACT_API_ERROR_SERVER, ACT_ABILITY_STATE_UNKNOWN },
    { "write-400", ACT_API_ERROR_BAD_REQUEST, ACT_ABILITY_STATE_UNKNOWN },
    { "write-403", ACT_API_ERROR_FORBIDDEN, ACT_ABILITY_STATE_FORBIDDEN },
    { "write-404", ACT_API_ERROR_NOT_FOUND, ACT_ABILITY_STATE_MISSING },
    { "write-405", ACT_API_ERROR_NOT_ALLOWED, ACT_ABILITY_STATE_MISSING },
  };
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autofree char *credential = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "NetSuite invoices");
  credential = find_other_credential (self, before);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ActConfigurationConflict) conflict = NULL;
      g_autoptr (GError) error = NULL;

      act_session_check_ability_again (self->session, ACT_ABILITY_CONFIGURATIONS);
      fixture_set_fault (self, samples[i].fault, 1);
      g_assert_null (link_credential (self, before, credential, &conflict, &error));
      g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
      g_assert_null (conflict);
      check_ability (self, ACT_ABILITY_CONFIGURATIONS, samples[i].state);
      fixture_set_fault (self, samples[i].fault, 0);
    }
  fixture_check_changes (self, NULL, 0);
}

/* It is read, the change is dropped on its way, and the second look shows that it was not made. */
static void
test_link_dropped (Fixture      *self,
                   gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autoptr (ActIntegrationConfiguration) linked = NULL;
  g_autofree char *credential = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "NetSuite invoices");
  credential = find_other_credential (self, before);
  fixture_set_fault (self, "drop", 2);
  g_assert_null (link_credential (self, before, credential, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
  g_clear_error (&error);
  fixture_check_changes (self, NULL, 0);

  fixture_set_fault (self, "drop", 0);
  linked = link_credential (self, before, credential, NULL, &error);
  g_assert_no_error (error);
  fixture_check_changes (self, "PUT", 1);
}

/* Neither the answer nor what came of it is to be had. */
static void
test_link_uncertain (Fixture      *self,
                     gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autofree char *credential = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "NetSuite invoices");
  credential = find_other_credential (self, before);
  fixture_set_fault (self, "lost-write", 1);
  fixture_set_fault (self, "status-404", 3);
  g_assert_null (link_credential (self, before, credential, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
  fixture_check_changes (self, "PUT", 1);
}

static void
test_link_offline (Fixture      *self,
                   gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) before = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  before = fixture_get_configuration (self, "NetSuite invoices");
  fixture_stop_simulator (self);
  g_assert_null (link_credential (self, before, "other", NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
}

#define ADD(name, function)                                                             \
  g_test_add ("/session-configurations/" name, Fixture, NULL, fixture_set_up, function, \
              fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("list", test_list);
  ADD ("settings", test_settings);
  ADD ("secrets", test_secrets);
  ADD ("find-named", test_find_named);
  ADD ("find-matched", test_find_matched);
  ADD ("find-by-run", test_find_by_run);
  ADD ("find-offline", test_find_offline);
  ADD ("link", test_link);
  ADD ("link-conflict", test_link_conflict);
  ADD ("link-lost", test_link_lost);
  ADD ("link-failed", test_link_failed);
  ADD ("link-dropped", test_link_dropped);
  ADD ("link-uncertain", test_link_uncertain);
  ADD ("link-offline", test_link_offline);

  return g_test_run ();
}
