/* Tests of what follow-ups know without a network, after all was read ahead
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-configurations.h"
#include "act-session-mappings.h"
#include "act-session-offline.h"
#include "act-session-runs.h"
#include "session-fixture.h"

/* A world that is small, since half of the requests a second are for others. */
static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  fixture_set_up (self, unused);
  fixture_stop_simulator (self);
  self->options->events = 30;
  g_free (self->options->state_file);
  self->options->state_file = g_build_filename (self->directory, "small.json", NULL);
  fixture_start_simulator (self);
}

static gboolean
is_ready (Fixture *self)
{
  guint ready = 0;
  guint total = 0;

  act_session_get_offline_progress (self->session, &ready, &total);

  return total > 0 && ready == total;
}

static void
check_run (Fixture              *self,
           const ActEventRecord *record)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ActRunFinding) finding = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_named = record->event->run_id != NULL;

  act_session_find_run_async (self->session, record, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  finding = act_session_find_run_finish (self->session, result, &error);
  if (is_named)
    {
      g_assert_no_error (error);
      g_assert_cmpint (finding->way, ==, ACT_FINDING_NAMED);
      g_assert_cmpstr (finding->run->id, ==, record->event->run_id);
      g_assert_true (act_freshness_is_stale (finding->freshness));
      g_assert_cmpint (finding->freshness->read_at, !=, ACT_TIME_UNKNOWN);
    }
}

static void
check_name (Fixture              *self,
            const ActEventRecord *record)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *name = NULL;

  if (g_strcmp0 (record->event->entity_type, "Bill") != 0)
    return;

  act_session_read_entity_name_async (self->session, record->event->entity_type,
                                      record->event->entity_id, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  name = act_session_read_entity_name_finish (self->session, result, NULL);
  g_assert_nonnull (name);
}

static void
check_configurations (Fixture              *self,
                      const ActEventRecord *record)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ActConfigurationFinding) finding = NULL;
  g_autoptr (GError) error = NULL;

  act_session_find_configurations_async (self->session, record, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  finding = act_session_find_configurations_finish (self->session, result, &error);
  g_assert_no_error (error);
  if (record->event->configuration_id != NULL)
    {
      g_assert_cmpint (finding->way, ==, ACT_FINDING_NAMED);
      g_assert_true (act_freshness_is_stale (finding->freshness));
    }
}

static void
check_mappings (Fixture              *self,
                const ActEventRecord *record)
{
  g_autoptr (GAsyncResult) options_result = NULL;
  g_autoptr (GAsyncResult) list_result = NULL;
  g_autoptr (ActMappingOptions) options = NULL;
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (ActFreshness) options_freshness = NULL;
  g_autoptr (ActFreshness) list_freshness = NULL;
  g_autoptr (GError) error = NULL;

  act_session_read_mapping_options_async (self->session, NULL, keep_result_cb, &options_result);
  wait_until (options_result != NULL);
  options = act_session_read_mapping_options_finish (self->session, options_result,
                                                     &options_freshness, &error);
  g_assert_no_error (error);
  g_assert_true (act_freshness_is_stale (options_freshness));

  if (record->event->entity_id == NULL || record->event->entity_type == NULL)
    return;

  act_session_list_mappings_of_entity_async (self->session, record->event->entity_type,
                                             record->event->entity_id, NULL, keep_result_cb,
                                             &list_result);
  wait_until (list_result != NULL);
  mappings = act_session_list_mappings_of_entity_finish (self->session, list_result, &list_freshness,
                                                         &error);
  g_assert_no_error (error);
  g_assert_true (act_freshness_is_stale (list_freshness));
}

static void
test_ready (Fixture      *self,
            gconstpointer unused)
{
  g_autoptr (GArray) open = NULL;
  guint ready = 0;
  guint total = 0;
  guint n_missing_mappings = 0;

  fixture_open (self, ACT_SESSION_AUTOMATIC);
  wait_until (is_ready (self));
  open = fixture_list (self, FALSE);
  act_session_get_offline_progress (self->session, &ready, &total);
  g_assert_cmpuint (total, ==, open->len);

  fixture_stop_simulator (self);
  for (guint i = 0; i < open->len; i++)
    {
      g_autoptr (ActEventRecord) record = fixture_read (self, g_array_index (open, gint64, i));

      check_run (self, record);
      check_name (self, record);
      check_configurations (self, record);
      if (record->kind == ACT_EVENT_KIND_MISSING_MAPPING)
        {
          check_mappings (self, record);
          n_missing_mappings++;
        }
    }
  g_assert_cmpuint (n_missing_mappings, >, 0);
}

/* What the store has is told at once, also without a server. */
static void
test_started_offline (Fixture      *self,
                      gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ActConnection) connection = NULL;
  g_autofree char *secret = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_AUTOMATIC);
  wait_until (is_ready (self));
  connection = act_connection_ref (act_session_get_connection (self->session));
  secret = g_strdup (act_simulator_get_api_secret (self->simulator));
  fixture_close (self);
  fixture_stop_simulator (self);

  act_session_open_async (connection, secret, self->directory, ACT_SESSION_AUTOMATIC, NULL,
                          keep_result_cb, &result);
  wait_until (result != NULL);
  self->session = act_session_open_finish (result, &error);
  g_assert_no_error (error);
  wait_until (is_ready (self));
}

/* Nobody waits for it. */
static void
test_closed_early (Fixture      *self,
                   gconstpointer unused)
{
  guint total = 0;

  fixture_set_fault (self, "slow", 2);
  fixture_open (self, ACT_SESSION_AUTOMATIC);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      act_session_get_offline_progress (self->session, NULL, &total);
    }
  while (total == 0);
}

/* A session that does nothing by itself does not read ahead. */
static void
test_not_automatic (Fixture      *self,
                    gconstpointer unused)
{
  guint ready = 1;
  guint total = 1;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  act_session_get_offline_progress (self->session, &ready, &total);
  g_assert_cmpuint (ready, ==, 0);
  g_assert_cmpuint (total, ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sync/session-offline/ready", test_ready);
  ADD ("/sync/session-offline/started-offline", test_started_offline);
  ADD ("/sync/session-offline/closed-early", test_closed_early);
  ADD ("/sync/session-offline/not-automatic", test_not_automatic);

  return g_test_run ();
}
