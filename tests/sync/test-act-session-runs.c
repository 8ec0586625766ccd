/* Tests of finding and reading integration runs, and of what the store answers instead
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-offline.h"
#include "act-session-runs.h"
#include "scripted-fixture.h"

#define ORG  "/organizations/org"
#define RUNS "GET " ORG "/integrationruns/"

/* What answers in the place of the server. */
#define SIGN_IN_PAGE 302

typedef struct
{
  const char *run_id;
  const char *entity_type;
  const char *entity_id;
} Named;

static ActEventRecord *
make_record (const Named *named)
{
  ActEventRecord *record = act_event_record_new ();

  if (record->event == NULL)
    record->event = act_event_new ();
  record->event->run_id = g_strdup (named->run_id);
  record->event->entity_type = g_strdup (named->entity_type);
  record->event->entity_id = g_strdup (named->entity_id);
  record->event->account_id = g_strdup ("account");
  record->event->destination = g_strdup ("NetSuite");

  return record;
}

static ActRunFinding *
find (ScriptedFixture *self,
      ActSession      *session,
      const Named     *named,
      GError         **error)
{
  g_autoptr (ActEventRecord) record = make_record (named);
  g_auto (Outcome) outcome = { 0 };

  act_session_find_run_async (session, record, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);

  return act_session_find_run_finish (session, outcome.result, error);
}

static ActIntegrationRun *
read_run (ScriptedFixture *self,
          ActSession      *session,
          const char      *run_id,
          ActFreshness   **freshness,
          GError         **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_session_read_run_async (session, run_id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);

  return act_session_read_run_finish (session, outcome.result, freshness, error);
}

static GPtrArray *
list_runs (ScriptedFixture *self,
           ActSession      *session,
           const char      *entity_type,
           ActFreshness   **freshness,
           GError         **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_session_list_runs_async (session, entity_type, "b", NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);

  return act_session_list_runs_finish (session, outcome.result, freshness, error);
}

static GBytes *
read_log (ScriptedFixture *self,
          ActSession      *session,
          ActFreshness   **freshness,
          GError         **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_session_read_run_log_async (session, "r", NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);

  return act_session_read_run_log_finish (session, outcome.result, freshness, error);
}

static char *
try_to_read_name (ScriptedFixture *self,
                  ActSession      *session,
                  const char      *entity_type,
                  const char      *entity_id,
                  GError         **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_session_read_entity_name_async (session, entity_type, entity_id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);

  return act_session_read_entity_name_finish (session, outcome.result, error);
}

static char *
read_name (ScriptedFixture *self,
           ActSession      *session,
           const char      *entity_type,
           const char      *entity_id)
{
  g_autoptr (GError) error = NULL;
  char *name = try_to_read_name (self, session, entity_type, entity_id, &error);

  g_assert_no_error (error);

  return name;
}

static void
answer_run (ScriptedFixture *self,
            const char      *id,
            guint            minute)
{
  g_autofree char *run = g_strdup_printf ("{\"id\":\"%s\",\"entityType\":\"Bill\",\"entityId\":\"b\",\"status\":\"ERROR\","
                                          "\"dtStarted\":\"2026-03-04T05:%02u:00Z\"}",
                                          id, minute);

  client_fixture_answer (&self->api, 200, run);
}

/* @ids are runs of one letter, each a minute older than the one before. */
static void
answer_runs (ScriptedFixture *self,
             const char      *ids,
             const char      *next_token)
{
  g_autoptr (GString) body = g_string_new ("{\"data\":[");

  for (guint i = 0; ids[i] != '\0'; i++)
    g_string_append_printf (body, "%s{\"id\":\"%c\",\"entityType\":\"Bill\",\"entityId\":\"b\",\"status\":\"COMPLETE\","
                                  "\"dtStarted\":\"2026-03-04T05:%02d:00Z\"}",
                            i > 0 ? "," : "", ids[i], 'z' - ids[i]);
  g_string_append_printf (body, next_token != NULL ? "],\"nextToken\":\"%s\"}" : "]}", next_token);
  client_fixture_answer (&self->api, 200, body->str);
}

static char *
join (GPtrArray *runs)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (ids, ((const ActIntegrationRun *) g_ptr_array_index (runs, i))->id);

  return g_string_free (ids, FALSE);
}

/* The statuses that the server answers with, in order; a 200 has a run. */
static void
test_ways (ScriptedFixture *self,
           gconstpointer    data)
{
  static const struct
  {
    Named         named;
    guint         statuses[3];
    ActFindingWay way;
  } rows[] = {
    { { "r", "Bill", "b" }, { 200 }, ACT_FINDING_NAMED },
    { { "r", NULL, NULL }, { 200 }, ACT_FINDING_NAMED },
    { { "r", "Bill", "b" }, { 404, 200 }, ACT_FINDING_LATEST_RUN },
    { { "r", "Bill", "b" }, { 404, 404 }, ACT_FINDING_NONE },
    { { "r", NULL, NULL }, { 404 }, ACT_FINDING_NONE },
    { { NULL, "Bill", "b" }, { 200 }, ACT_FINDING_LATEST_RUN },
    { { "", "Bill", "b" }, { 404 }, ACT_FINDING_NONE },
    { { NULL, "Account", "b" }, { 400 }, ACT_FINDING_NONE },
    { { NULL, "Bill", NULL }, { 0 }, ACT_FINDING_NONE },
    { { NULL, NULL, "b" }, { 0 }, ACT_FINDING_NONE },
    { { NULL, NULL, NULL }, { 0 }, ACT_FINDING_NONE },
  };
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);
  guint n_calls = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ActRunFinding) finding = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; rows[i].statuses[j] != 0; j++, n_calls++)
        {
          if (rows[i].statuses[j] == 200)
            answer_run (self, "r", 0);
          else
            scripted_fixture_answer (self, rows[i].statuses[j]);
        }

      finding = find (self, session, &rows[i].named, &error);
      g_assert_no_error (error);
      g_assert_cmpint (finding->way, ==, rows[i].way);
      g_assert_true ((finding->run != NULL) == (rows[i].way != ACT_FINDING_NONE));
      g_assert_false (act_freshness_is_stale (finding->freshness));
      g_assert_cmpuint (scripted_server_count (self->api.server), ==, n_calls);
    }

  client_fixture_expect (&self->api, 0, RUNS "r");
  client_fixture_expect (&self->api, 3, RUNS "Bill/latest/b");
}

/* A refusal is an answer, which what the store knows does not replace. */
static void
test_refused (ScriptedFixture *self,
              gconstpointer    data)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);
  g_autoptr (ActIntegrationRun) run = NULL;
  g_autoptr (ActRunFinding) finding = NULL;
  g_autoptr (GError) error = NULL;
  const Named named = { "r", "Bill", "b" };

  answer_run (self, "r", 0);
  run = read_run (self, session, "r", NULL, NULL);
  g_assert_nonnull (run);

  /* With the first token and with a fresh one. */
  scripted_fixture_answer (self, 403);
  scripted_fixture_answer (self, 403);
  finding = find (self, session, &named, &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN);
  g_assert_null (finding);
}

/* What the store says instead has the time at which the server said it. */
static void
test_stale (ScriptedFixture *self,
            gconstpointer    data)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);
  g_autoptr (ActIntegrationRun) fresh = NULL;
  g_autoptr (ActIntegrationRun) stale = NULL;
  g_autoptr (ActIntegrationRun) unknown = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = act_time_now ();

  answer_run (self, "r", 0);
  fresh = read_run (self, session, "r", &freshness, &error);
  g_assert_no_error (error);
  g_assert_false (act_freshness_is_stale (freshness));
  g_assert_cmpint (freshness->read_at, >=, before);
  g_clear_pointer (&freshness, act_freshness_free);

  scripted_fixture_answer (self, SIGN_IN_PAGE);
  stale = read_run (self, session, "r", &freshness, &error);
  g_assert_no_error (error);
  g_assert_true (act_freshness_is_stale (freshness));
  g_assert_error (freshness->error, ACT_API_ERROR, ACT_API_ERROR_NOT_JSON);
  g_assert_cmpint (freshness->read_at, >=, before);
  g_assert_cmpint (freshness->read_at, <=, act_time_now ());
  g_assert_cmpstr (stale->id, ==, "r");
  g_assert_cmpint (stale->started, ==, SCRIPT_MINUTE (0));
  g_assert_cmpint (stale->status, ==, ACT_RUN_STATUS_ERROR);

  scripted_fixture_answer (self, SIGN_IN_PAGE);
  unknown = read_run (self, session, "s", NULL, &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_JSON);
  g_assert_null (unknown);
}

static void
test_stale_latest (ScriptedFixture *self,
                   gconstpointer    data)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);
  const Named named = { NULL, "bill", "b" };
  const Named other = { NULL, "Bill", "c" };
  g_autoptr (ActRunFinding) finding = NULL;
  g_autoptr (ActRunFinding) none = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      const char *ids[] = { "q", "s", "r" };
      const guint minutes[] = { 1, 3, 2 };
      g_autoptr (ActIntegrationRun) run = NULL;

      answer_run (self, ids[i], minutes[i]);
      run = read_run (self, session, ids[i], NULL, &error);
      g_assert_no_error (error);
    }

  scripted_fixture_answer (self, SIGN_IN_PAGE);
  finding = find (self, session, &named, &error);
  g_assert_no_error (error);
  g_assert_cmpint (finding->way, ==, ACT_FINDING_LATEST_RUN);
  g_assert_cmpstr (finding->run->id, ==, "s");
  g_assert_true (act_freshness_is_stale (finding->freshness));

  scripted_fixture_answer (self, SIGN_IN_PAGE);
  none = find (self, session, &other, &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_JSON);
  g_assert_null (none);
}

static void
check_list (ScriptedFixture *self,
            ActSession      *session,
            const char      *entity_type,
            gboolean         stale,
            const char      *expected)
{
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = list_runs (self, session, entity_type, &freshness, &error);
  g_autofree char *ids = NULL;

  g_assert_no_error (error);
  ids = join (runs);
  g_assert_cmpstr (ids, ==, expected);
  g_assert_true (act_freshness_is_stale (freshness) == stale);
}

static void
test_list (ScriptedFixture *self,
           gconstpointer    data)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;

  scripted_fixture_answer (self, SIGN_IN_PAGE);
  runs = list_runs (self, session, "Bill", NULL, &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_JSON);
  g_assert_null (runs);

  answer_runs (self, "dac", "more");
  answer_runs (self, "b", NULL);
  check_list (self, session, "Bill", FALSE, "abcd");
  client_fixture_expect (&self->api, 2, RUNS "Bill/b?pageSize=200&order=DESC&nextToken=more");
  scripted_fixture_answer (self, SIGN_IN_PAGE);
  check_list (self, session, "BILL", TRUE, "abcd");

  answer_runs (self, "", NULL);
  check_list (self, session, "Bill", FALSE, "");
  scripted_fixture_answer (self, SIGN_IN_PAGE);
  check_list (self, session, "Bill", TRUE, "");
}

/* Enough for everybody; a server that has no end of runs is not read to it. */
static void
test_long_list (ScriptedFixture *self,
                gconstpointer    data)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);

  for (guint i = 0; i < 5; i++)
    {
      const char       id[] = { (char) ('a' + i), '\0' };
      g_autofree char *token = g_strdup_printf ("token-%u", i);

      answer_runs (self, id, token);
    }
  check_list (self, session, "Bill", FALSE, "abcde");
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 5);
}

static void
check_log (ScriptedFixture *self,
           ActSession      *session,
           gboolean         stale,
           const char      *expected)
{
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) log = read_log (self, session, &freshness, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (log, NULL), g_bytes_get_size (log), expected, strlen (expected));
  g_assert_true (act_freshness_is_stale (freshness) == stale);
}

static void
check_no_log (ScriptedFixture *self,
              ActSession      *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) log = NULL;

  scripted_fixture_answer (self, SIGN_IN_PAGE);
  log = read_log (self, session, NULL, &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_JSON);
  g_assert_null (log);
}

/* "abc", and what is no text. */
static void
test_log (ScriptedFixture *self,
          gconstpointer    data)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);

  client_fixture_answer (&self->api, 200, "{\"Payload\":\"YWJj\"}");
  check_log (self, session, FALSE, "abc");
  check_no_log (self, session);

  act_session_set_keep_logs (session, TRUE);
  client_fixture_answer (&self->api, 200, "{\"Payload\":\"/wA=\"}");
  g_bytes_unref (read_log (self, session, NULL, NULL));
  check_no_log (self, session);

  client_fixture_answer (&self->api, 200, "{\"Payload\":\"YWJj\"}");
  check_log (self, session, FALSE, "abc");
  scripted_fixture_answer (self, SIGN_IN_PAGE);
  check_log (self, session, TRUE, "abc");

  act_session_set_keep_logs (session, FALSE);
  check_no_log (self, session);
}

static void
test_names (ScriptedFixture *self,
            gconstpointer    data)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);
  g_autofree char *bill = NULL;
  g_autofree char *same_bill = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_name (self, session, NULL, "b"));
  g_assert_null (read_name (self, session, "Bill", NULL));
  g_assert_null (read_name (self, session, "Notification", "b"));
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 0);

  /* Nobody knows now, so it is asked for again; what does not exist is not. */
  scripted_fixture_answer (self, SIGN_IN_PAGE);
  g_assert_null (try_to_read_name (self, session, "Account", "a", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_JSON);
  scripted_fixture_answer (self, 404);
  g_assert_null (read_name (self, session, "Account", "a"));
  g_assert_null (read_name (self, session, "account", "a"));
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 2);

  client_fixture_answer (&self->api, 200, "{\"id\":\"b\",\"accountName\":\"Contoso\",\"startDate\":\"2026-01-01\",\"endDate\":\"2026-01-31\"}");
  bill = read_name (self, session, "Bill", "b");
  same_bill = read_name (self, session, "bill", "b");
  g_assert_nonnull (bill);
  g_assert_nonnull (strstr (bill, "Contoso"));
  g_assert_cmpstr (same_bill, ==, bill);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 3);
}

/* Accepted, without a word about the new run: the latest one need not be it. */
static void
test_silent_replay (ScriptedFixture *self,
                    gconstpointer    data)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (ActIntegrationRun) run = NULL;
  g_autoptr (GError) error = NULL;

  client_fixture_answer (&self->api, 200, "{}");
  act_session_replay_run_async (session, "r", NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);
  run = act_session_replay_run_finish (session, outcome.result, &error);
  g_assert_null (run);
  g_assert_true (act_api_error_may_have_acted (error));

  scripted_fixture_expect (self, "POST " ORG "/integrationruns/r/replay", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SCRIPTED_FIXTURE_ADD ("/sync/session-runs/ways", test_ways);
  SCRIPTED_FIXTURE_ADD ("/sync/session-runs/refused", test_refused);
  SCRIPTED_FIXTURE_ADD ("/sync/session-runs/stale", test_stale);
  SCRIPTED_FIXTURE_ADD ("/sync/session-runs/stale-latest", test_stale_latest);
  SCRIPTED_FIXTURE_ADD ("/sync/session-runs/list", test_list);
  SCRIPTED_FIXTURE_ADD ("/sync/session-runs/long-list", test_long_list);
  SCRIPTED_FIXTURE_ADD ("/sync/session-runs/log", test_log);
  SCRIPTED_FIXTURE_ADD ("/sync/session-runs/names", test_names);
  SCRIPTED_FIXTURE_ADD ("/sync/session-runs/silent-replay", test_silent_replay);

  return g_test_run ();
}
