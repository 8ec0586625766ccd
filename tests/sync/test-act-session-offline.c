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

/* What was asked of an event. All is asked at once, since each call takes its time to give up. */
typedef struct
{
  ActEventRecord *record;         /* (owned) */
  GAsyncResult   *run;            /* (owned) (nullable): once there is an answer, as are these */
  GAsyncResult   *name;           /* (owned) (nullable) */
  GAsyncResult   *configurations; /* (owned) (nullable) */
  GAsyncResult   *options;        /* (owned) (nullable) */
  GAsyncResult   *mappings;       /* (owned) (nullable) */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_clear_pointer (&asked->record, act_event_record_free);
  g_clear_object (&asked->run);
  g_clear_object (&asked->name);
  g_clear_object (&asked->configurations);
  g_clear_object (&asked->options);
  g_clear_object (&asked->mappings);
  g_free (asked);
}

static gboolean
is_of_bill (const Asked *asked)
{
  return g_strcmp0 (asked->record->event->entity_type, "Bill") == 0;
}

static gboolean
is_of_mapping (const Asked *asked)
{
  return asked->record->kind == ACT_EVENT_KIND_MISSING_MAPPING;
}

static gboolean
is_of_mapped_entity (const Asked *asked)
{
  const ActEvent *event = asked->record->event;

  return is_of_mapping (asked) && event->entity_id != NULL && event->entity_type != NULL;
}

static Asked *
ask (Fixture *self,
     gint64   row_id)
{
  Asked          *asked = g_new0 (Asked, 1);
  const ActEvent *event = NULL;

  asked->record = fixture_read (self, row_id);
  event = asked->record->event;
  act_session_find_run_async (self->session, asked->record, NULL, keep_result_cb, &asked->run);
  act_session_find_configurations_async (self->session, asked->record, NULL, keep_result_cb,
                                         &asked->configurations);
  if (is_of_bill (asked))
    act_session_read_entity_name_async (self->session, event->entity_type, event->entity_id, NULL,
                                        keep_result_cb, &asked->name);
  if (is_of_mapping (asked))
    act_session_read_mapping_options_async (self->session, NULL, keep_result_cb, &asked->options);
  if (is_of_mapped_entity (asked))
    act_session_list_mappings_of_entity_async (self->session, event->entity_type, event->entity_id,
                                               NULL, keep_result_cb, &asked->mappings);

  return asked;
}

static void
wait_for (const Asked *asked)
{
  wait_until (asked->run != NULL && asked->configurations != NULL);
  wait_until (!is_of_bill (asked) || asked->name != NULL);
  wait_until (!is_of_mapping (asked) || asked->options != NULL);
  wait_until (!is_of_mapped_entity (asked) || asked->mappings != NULL);
}

static void
check_run (Fixture     *self,
           const Asked *asked)
{
  g_autoptr (ActRunFinding) finding = NULL;
  g_autoptr (GError) error = NULL;

  finding = act_session_find_run_finish (self->session, asked->run, &error);
  if (asked->record->event->run_id != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpint (finding->way, ==, ACT_FINDING_NAMED);
      g_assert_cmpstr (finding->run->id, ==, asked->record->event->run_id);
      g_assert_true (act_freshness_is_stale (finding->freshness));
      g_assert_cmpint (finding->freshness->read_at, !=, ACT_TIME_UNKNOWN);
    }
}

static void
check_name (Fixture     *self,
            const Asked *asked)
{
  g_autofree char *name = NULL;

  name = act_session_read_entity_name_finish (self->session, asked->name, NULL);
  g_assert_nonnull (name);
}

static void
check_configurations (Fixture     *self,
                      const Asked *asked)
{
  g_autoptr (ActConfigurationFinding) finding = NULL;
  g_autoptr (GError) error = NULL;

  finding = act_session_find_configurations_finish (self->session, asked->configurations, &error);
  g_assert_no_error (error);
  if (asked->record->event->configuration_id != NULL)
    {
      g_assert_cmpint (finding->way, ==, ACT_FINDING_NAMED);
      g_assert_true (act_freshness_is_stale (finding->freshness));
    }
}

static void
check_mapping_options (Fixture     *self,
                       const Asked *asked)
{
  g_autoptr (ActMappingOptions) options = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;

  options = act_session_read_mapping_options_finish (self->session, asked->options, &freshness,
                                                     &error);
  g_assert_no_error (error);
  g_assert_true (act_freshness_is_stale (freshness));
}

static void
check_mappings (Fixture     *self,
                const Asked *asked)
{
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;

  mappings = act_session_list_mappings_of_entity_finish (self->session, asked->mappings, &freshness,
                                                         &error);
  g_assert_no_error (error);
  g_assert_true (act_freshness_is_stale (freshness));
}

static void
check_all (Fixture     *self,
           const Asked *asked)
{
  wait_for (asked);
  check_run (self, asked);
  check_configurations (self, asked);
  if (is_of_bill (asked))
    check_name (self, asked);
  if (is_of_mapping (asked))
    check_mapping_options (self, asked);
  if (is_of_mapped_entity (asked))
    check_mappings (self, asked);
}

static void
test_ready (Fixture      *self,
            gconstpointer unused)
{
  g_autoptr (GArray) open = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (asked_free);
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
    g_ptr_array_add (all, ask (self, g_array_index (open, gint64, i)));
  for (guint i = 0; i < all->len; i++)
    {
      const Asked *asked = g_ptr_array_index (all, i);

      check_all (self, asked);
      n_missing_mappings += is_of_mapping (asked) ? 1 : 0;
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

  act_session_open_async (connection, secret, self->directory, ACT_SESSION_AUTOMATIC, NULL, NULL, NULL,
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

  fixture_open (self, ACT_SESSION_AUTOMATIC);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      act_session_get_offline_progress (self->session, NULL, &total);
    }
  while (total == 0);
  fixture_set_fault (self, "slow", 1);
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
