/* Tests of reading ahead: what is asked for, and what is not
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-engine-private.h"
#include "act-planner.h"
#include "act-prefetch.h"
#include "act-session-offline.h"
#include "act-session-private.h"
#include "act-store-resources.h"
#include "scripted-fixture.h"

/* A run that is newer than all others, a bill, and a log. */
#define ANY_BODY                                                                      \
  "{\"id\":\"r\",\"entityType\":\"Bill\",\"entityId\":\"b\",\"status\":\"COMPLETE\"," \
  "\"dtStarted\":\"2026-03-05T00:00:00Z\",\"accountName\":\"Contoso\",\"Payload\":\"YWJj\"}"

#define HOUR_MS G_GINT64_CONSTANT (3600000)

typedef struct
{
  ActSession      *session;  /* (owned) */
  ActEngine       *engine;   /* (owned) */
  ActPrefetch     *prefetch; /* (owned) */
  guint            ready;
  guint            total;
  ScriptedFixture *fixture;
} Reading;

static void
reading_init (Reading         *self,
              ScriptedFixture *fixture)
{
  self->fixture = fixture;
  self->session = scripted_fixture_new_session (fixture);
  self->engine = act_engine_new (fixture->api.client, fixture->store, act_position_new (),
                                 self->session->abilities, self->session->once,
                                 ACT_CLOCK (fixture->api.clock), TRUE);
  self->prefetch = act_prefetch_new (self->session, fixture->store, self->engine,
                                     self->session->abilities);
  act_prefetch_set_request_ceiling (self->prefetch, 100);
}

static void
reading_clear (Reading *self)
{
  act_prefetch_stop (self->prefetch);
  settle ();
  g_assert_finalize_object (self->prefetch);
  g_clear_object (&self->engine);
  g_clear_object (&self->session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* Ten events: half of them name a run each, one a bill without a run, the others nothing. */
static void
fill (ScriptedFixture *self)
{
  ActEventPage *page = act_event_page_new ();
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  page->asked_at = act_time_now ();
  for (guint i = 0; i < 10; i++)
    {
      ActEvent *event = act_event_new ();

      event->id = g_strdup_printf ("event-%u", i);
      event->name = g_strdup ("integration.perform.error");
      event->time = SCRIPT_MINUTE (i);
      if (i < 5)
        event->run_id = g_strdup_printf ("run-%u", i);
      if (i <= 5)
        {
          event->entity_type = g_strdup ("Bill");
          event->entity_id = g_strdup ("b");
        }
      g_ptr_array_add (page->events, event);
    }

  act_store_merge_page_async (self->store, page, 0, act_planner_merge, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  act_store_merge_page_finish (self->store, outcome.result, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_ended (gpointer data)
{
  Reading *self = data;

  return !act_prefetch_is_running (self->prefetch);
}

static gboolean
has_progress (gpointer data)
{
  Reading *self = data;
  guint    ready = 0;
  guint    total = 0;

  act_prefetch_get_progress (self->prefetch, &ready, &total);

  return ready == self->ready && total == self->total;
}

static void
await_progress (Reading *self,
                guint    ready,
                guint    total)
{
  self->ready = ready;
  self->total = total;
  await (has_progress, self, self->fixture->api.clock);
}

static void
await_end (Reading *self)
{
  await (has_ended, self, self->fixture->api.clock);
}

static void
answer_times (ScriptedFixture *self,
              guint            n)
{
  for (guint i = 0; i < n; i++)
    client_fixture_answer (&self->api, 200, ANY_BODY);
}

static void
put (ScriptedFixture *self,
     ActResourceKind  kind,
     const char      *id,
     const char      *group,
     const char      *json,
     gint64           age_ms)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func ((GDestroyNotify) act_resource_free);
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  if (id != NULL)
    g_ptr_array_add (resources, act_resource_new (id, json, act_time_now () - age_ms));
  act_store_put_resources_async (self->store, kind, group, resources, id == NULL, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  act_store_put_resources_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);
}

static void
put_name (ScriptedFixture *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (names, act_name_new ("b", ""));
  act_store_put_names_async (self->store, ACT_NAME_BILL, names, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  act_store_put_names_finish (self->store, outcome.result, &error);
  g_assert_no_error (error);
}

/* All that the events need, the runs with a status and an age of their own. */
static void
put_all (ScriptedFixture *self,
         const char      *status,
         gint64           age_ms)
{
  put (self, ACT_RESOURCE_CONFIGURATION, NULL, "", NULL, 0);
  put_name (self);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("run-%u", i);
      g_autofree char *json = g_strdup_printf ("{\"id\":\"%s\",\"entityType\":\"Bill\",\"entityId\":\"b\","
                                               "\"status\":\"%s\",\"dtStarted\":\"2026-03-04T05:0%u:00Z\"}",
                                               id, status, i);

      put (self, ACT_RESOURCE_RUN, id, "bill/b", json, age_ms);
    }
}

static void
test_what_is_missing (ScriptedFixture *self,
                      gconstpointer    data)
{
  g_auto (Reading) reading = { 0 };

  fill (self);
  put (self, ACT_RESOURCE_CONFIGURATION, NULL, "", NULL, 0);
  reading_init (&reading, self);
  act_prefetch_look (reading.prefetch);
  await_progress (&reading, 4, 10);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 0);

  /* Five runs, the bill's latest run and its name. */
  answer_times (self, 7);
  act_prefetch_start (reading.prefetch);
  await_progress (&reading, 10, 10);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 7);

  act_prefetch_start (reading.prefetch);
  await_end (&reading);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 7);
  await_progress (&reading, 10, 10);
}

static void
test_nothing_is_missing (ScriptedFixture *self,
                         gconstpointer    data)
{
  g_auto (Reading) reading = { 0 };

  fill (self);
  put_all (self, "WAITING", HOUR_MS / 60);
  reading_init (&reading, self);
  act_prefetch_start (reading.prefetch);
  await_progress (&reading, 10, 10);
  await_end (&reading);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 0);
}

/* A run that has ended stays as it is; the latest run may be another one meanwhile. */
static void
test_what_is_old (ScriptedFixture *self,
                  gconstpointer    data)
{
  g_auto (Reading) reading = { 0 };

  fill (self);
  put_all (self, "ERROR", 7 * HOUR_MS);
  reading_init (&reading, self);
  answer_times (self, 1);
  act_prefetch_start (reading.prefetch);
  await_progress (&reading, 10, 10);
  await_end (&reading);
  scripted_fixture_expect (self, "GET /organizations/org/integrationruns/Bill/latest/b", NULL);

  put_all (self, "WAITING", HOUR_MS);
  answer_times (self, 5);
  act_prefetch_start (reading.prefetch);
  await_end (&reading);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 6);
}

/* A clock that was set back by years does not keep what is old for years. */
static void
test_clock_set_back (ScriptedFixture *self,
                     gconstpointer    data)
{
  g_auto (Reading) reading = { 0 };

  fill (self);
  put_all (self, "WAITING", -3 * 365 * 24 * HOUR_MS);
  reading_init (&reading, self);
  answer_times (self, 6);
  act_prefetch_start (reading.prefetch);
  await_end (&reading);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 6);
}

/* Whatever answers in the place of the server is asked a few times only. */
static void
test_trouble (ScriptedFixture *self,
              gconstpointer    data)
{
  g_auto (Reading) reading = { 0 };
  guint n_calls;

  fill (self);
  reading_init (&reading, self);
  for (guint i = 0; i < 6; i++)
    scripted_fixture_answer (self, 302);
  act_prefetch_start (reading.prefetch);
  await_end (&reading);
  n_calls = scripted_server_count (self->api.server);
  g_assert_cmpuint (n_calls, >=, 5);
  g_assert_cmpuint (n_calls, <=, 6);
  await_progress (&reading, 0, 10);
}

/* "Not found" is an answer, which is not asked for again. */
static void
check_answers (ScriptedFixture *self,
               guint            status)
{
  g_auto (Reading) reading = { 0 };
  guint n_calls;

  fill (self);
  reading_init (&reading, self);
  for (guint i = 0; i < 20; i++)
    scripted_fixture_answer (self, status);
  act_prefetch_start (reading.prefetch);
  await_end (&reading);
  await_progress (&reading, 10, 10);
  n_calls = scripted_server_count (self->api.server);

  act_prefetch_start (reading.prefetch);
  await_end (&reading);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, n_calls);
}

static void
test_not_found (ScriptedFixture *self,
                gconstpointer    data)
{
  check_answers (self, 404);
}

/* Of names too, which nobody need be allowed to read. */
static void
test_refused (ScriptedFixture *self,
              gconstpointer    data)
{
  check_answers (self, 400);
}

static void
test_logs (ScriptedFixture *self,
           gconstpointer    data)
{
  g_auto (Reading) reading = { 0 };

  fill (self);
  put_all (self, "ERROR", 0);
  reading_init (&reading, self);
  act_session_set_keep_logs (reading.session, TRUE);
  act_prefetch_set_keep_logs (reading.prefetch, TRUE);
  answer_times (self, 5);
  act_prefetch_start (reading.prefetch);
  await_progress (&reading, 10, 10);
  await_end (&reading);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_true (g_str_has_prefix (scripted_server_get (self->api.server, i)->path,
                                     "/organizations/org/integrationruns/logs/run-"));
}

/* What was removed when logs were not to be kept is read again when they are. */
static void
test_logs_again (ScriptedFixture *self,
                 gconstpointer    data)
{
  g_auto (Reading) reading = { 0 };

  fill (self);
  put_all (self, "ERROR", 0);
  reading_init (&reading, self);
  act_prefetch_start (reading.prefetch);
  await_end (&reading);
  for (guint i = 1; i <= 2; i++)
    {
      answer_times (self, 5);
      act_session_set_keep_logs (reading.session, TRUE);
      act_prefetch_set_keep_logs (reading.prefetch, TRUE);
      await_end (&reading);
      g_assert_cmpuint (scripted_server_count (self->api.server), ==, 5 * i);

      act_session_set_keep_logs (reading.session, FALSE);
      act_prefetch_set_keep_logs (reading.prefetch, FALSE);
      await_end (&reading);
    }
}

/* Whoever waits for a refresh, or for a change to be sent, does not wait for this too. */
static void
test_engine_first (ScriptedFixture *self,
                   gconstpointer    data)
{
  g_auto (Reading) reading = { 0 };

  fill (self);
  put (self, ACT_RESOURCE_CONFIGURATION, NULL, "", NULL, 0);
  reading_init (&reading, self);
  answer_times (self, 7);
  reading.engine->digging = TRUE;
  act_prefetch_start (reading.prefetch);
  await_progress (&reading, 4, 10);
  act_engine_emit_changed (reading.engine);
  settle ();
  g_assert_true (act_prefetch_is_running (reading.prefetch));
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 0);

  reading.engine->digging = FALSE;
  act_engine_emit_changed (reading.engine);
  await_progress (&reading, 10, 10);
  await_end (&reading);
}

static void
test_stop (ScriptedFixture *self,
           gconstpointer    data)
{
  g_auto (Reading) reading = { 0 };

  fill (self);
  reading_init (&reading, self);
  scripted_server_behave (self->api.server, SCRIPT_HANG);
  scripted_server_behave (self->api.server, SCRIPT_HANG);
  act_prefetch_start (reading.prefetch);
  while (scripted_server_count (self->api.server) < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SCRIPTED_FIXTURE_ADD ("/sync/prefetch/what-is-missing", test_what_is_missing);
  SCRIPTED_FIXTURE_ADD ("/sync/prefetch/nothing-is-missing", test_nothing_is_missing);
  SCRIPTED_FIXTURE_ADD ("/sync/prefetch/what-is-old", test_what_is_old);
  SCRIPTED_FIXTURE_ADD ("/sync/prefetch/clock-set-back", test_clock_set_back);
  SCRIPTED_FIXTURE_ADD ("/sync/prefetch/trouble", test_trouble);
  SCRIPTED_FIXTURE_ADD ("/sync/prefetch/not-found", test_not_found);
  SCRIPTED_FIXTURE_ADD ("/sync/prefetch/refused", test_refused);
  SCRIPTED_FIXTURE_ADD ("/sync/prefetch/logs", test_logs);
  SCRIPTED_FIXTURE_ADD ("/sync/prefetch/logs-again", test_logs_again);
  SCRIPTED_FIXTURE_ADD ("/sync/prefetch/engine-first", test_engine_first);
  SCRIPTED_FIXTURE_ADD ("/sync/prefetch/stop", test_stop);

  return g_test_run ();
}
