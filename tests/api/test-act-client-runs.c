/* The calls about integration runs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-runs.h"

#include "act-api-error.h"
#include "client-fixture.h"

#include <string.h>

#define RUNS "/organizations/org/integrationruns"

static ActIntegrationRun *
read_run (ClientFixture *fixture,
          const char    *id,
          GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_read_run_async (fixture->client, id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_read_run_finish (fixture->client, outcome.result, error);
}

static ActIntegrationRun *
read_latest_run (ClientFixture *fixture,
                 const char    *entity_type,
                 const char    *entity_id,
                 GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_read_latest_run_async (fixture->client, entity_type, entity_id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_read_latest_run_finish (fixture->client, outcome.result, error);
}

static GPtrArray *
list_runs (ClientFixture *fixture,
           const char    *token,
           char         **next_token,
           GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_list_runs_async (fixture->client, "Bill", "b/1", token, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_list_runs_finish (fixture->client, outcome.result, next_token, error);
}

static GBytes *
read_log (ClientFixture *fixture,
          const char    *id,
          GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_read_run_log_async (fixture->client, id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_read_run_log_finish (fixture->client, outcome.result, error);
}

static ActIntegrationRun *
replay_run (ClientFixture *fixture,
            const char    *id,
            GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_replay_run_async (fixture->client, id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_replay_run_finish (fixture->client, outcome.result, error);
}

static void
test_read (ClientFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) not_found = NULL;
  g_autoptr (ActIntegrationRun) run = NULL;

  client_fixture_answer (fixture, 200, "{\"id\":\"r/1\",\"status\":\"ERROR\",\"x\":1.10}");
  run = read_run (fixture, "r/1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (run->id, ==, "r/1");
  g_assert_cmpint (run->status, ==, ACT_RUN_STATUS_ERROR);
  g_assert_cmpstr (run->json, ==, "{\"id\":\"r/1\",\"status\":\"ERROR\",\"x\":1.10}");
  client_fixture_expect (fixture, 0, "GET " RUNS "/r%2F1");

  client_fixture_answer (fixture, 404, "{}");
  g_assert_null (read_run (fixture, "...", &not_found));
  g_assert_error (not_found, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
  client_fixture_expect (fixture, 1, "GET " RUNS "/...");
}

/* A type of entity is a text from outside like any other. */
static void
test_latest (ClientFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) not_found = NULL;
  g_autoptr (ActIntegrationRun) run = NULL;

  client_fixture_answer (fixture, 200, "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\",\"dtStarted\":\"2026-03-04T05:06:07Z\"}]}");
  run = read_latest_run (fixture, "Bi/../ll?", "b#1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (run->id, ==, "b");
  client_fixture_expect (fixture, 0, "GET " RUNS "/Bi%2F..%2Fll%3F/latest/b%231");

  client_fixture_answer (fixture, 200, "[]");
  g_assert_null (read_latest_run (fixture, "Bill", "b", &not_found));
  g_assert_error (not_found, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
}

static void
test_list (ClientFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) last = NULL;
  g_autofree char *token = NULL;
  g_autofree char *end = NULL;

  client_fixture_answer (fixture, 200, "{\"data\":[{\"id\":\"a\"},null,{\"id\":\"b\"}],\"nextToken\":\"t&2\"}");
  first = list_runs (fixture, NULL, &token, NULL);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpstr (token, ==, "t&2");
  client_fixture_expect (fixture, 0, "GET " RUNS "/Bill/b%2F1?pageSize=200&order=DESC");

  client_fixture_answer (fixture, 200, "{\"data\":[{\"id\":\"c\"}],\"nextToken\":\"\"}");
  last = list_runs (fixture, token, &end, NULL);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_null (end);
  client_fixture_expect (fixture, 1, "GET " RUNS "/Bill/b%2F1?pageSize=200&order=DESC&nextToken=t%262");
}

static void
test_log (ClientFixture *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) log = NULL;

  client_fixture_answer (fixture, 200, "{\"Payload\":\"aGVsbG8=\"}");
  log = read_log (fixture, "r/1", &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (log, NULL), g_bytes_get_size (log), "hello", 5);
  client_fixture_expect (fixture, 0, "GET " RUNS "/logs/r%2F1");
}

/* More than any other answer may have. */
static void
test_big_log (ClientFixture *fixture,
              gconstpointer  data)
{
  gsize            size = 3 * 1024 * 1024;
  g_autofree char *text = g_strnfill (size, 'a');
  g_autofree char *payload = g_base64_encode ((const guchar *) text, size);
  g_autofree char *body = g_strdup_printf ("{\"Payload\":\"%s\"}", payload);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) log = NULL;

  client_fixture_answer (fixture, 200, body);
  log = read_log (fixture, "r", &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (log, NULL), g_bytes_get_size (log), text, size);
}

static void
test_bad_log (ClientFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  client_fixture_answer (fixture, 200, "{\"Payload\":\"***\"}");
  g_assert_null (read_log (fixture, "r", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
}

static void
test_replay (ClientFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActIntegrationRun) run = NULL;
  const ScriptRequest *request = NULL;

  client_fixture_answer (fixture, 200, "{\"id\":\"new\",\"originalIntegrationRunId\":\"r/1\"}");
  run = replay_run (fixture, "r/1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (run->id, ==, "new");
  g_assert_cmpstr (run->original_id, ==, "r/1");
  client_fixture_expect (fixture, 0, "POST " RUNS "/r%2F1/replay");
  request = scripted_server_get (fixture->server, 0);
  g_assert_cmpstr (request->body, ==, "");
}

/* A second replay may bill twice, so there is none, whatever happens. */
static void
test_replay_once (ClientFixture *fixture,
                  gconstpointer  data)
{
  static const guint           statuses[] = { 429, 500, 502, 503, 504, 408 };
  static const ScriptBehaviour behaviours[] = { SCRIPT_DROP, SCRIPT_CUT };
  guint                        count = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) error = NULL;

      client_fixture_answer (fixture, statuses[i], "{}");
      g_assert_null (replay_run (fixture, "r", &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (scripted_server_count (fixture->server), ==, ++count);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (behaviours); i++)
    {
      g_autoptr (GError) error = NULL;

      scripted_server_behave (fixture->server, behaviours[i]);
      g_assert_null (replay_run (fixture, "r", &error));
      g_assert_true (act_api_error_may_have_acted (error));
      g_assert_cmpuint (scripted_server_count (fixture->server), ==, ++count);
    }
}

/* It was accepted, but which run is the new one must be found out otherwise. */
static void
test_replay_without_answer (ClientFixture *fixture,
                            gconstpointer  data)
{
  static const char *const bodies[] = { "", "{}", "[]", "null", "true" };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GError) error = NULL;

      client_fixture_answer (fixture, 200, bodies[i]);
      g_assert_null (replay_run (fixture, "r", &error));
      g_assert_true (act_api_error_may_have_acted (error));
    }
}

static void
test_replay_missing (ClientFixture *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    guint       status;
    ActApiError code;
  } samples[] = {
    { 403, ACT_API_ERROR_FORBIDDEN },
    { 404, ACT_API_ERROR_NOT_FOUND },
    { 405, ACT_API_ERROR_NOT_ALLOWED },
    { 501, ACT_API_ERROR_NOT_ALLOWED },
    { 409, ACT_API_ERROR_CONFLICT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      /* This one is tried again with a new token. */
      client_fixture_answer (fixture, samples[i].status, "{}");
      if (samples[i].status == 403)
        client_fixture_answer (fixture, samples[i].status, "{}");
      g_assert_null (replay_run (fixture, "r", &error));
      g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
      g_assert_false (act_api_error_may_have_acted (error));
    }
}

static void
test_cancelled (ClientFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) outcome = { 0 };

  g_cancellable_cancel (cancellable);
  act_client_read_run_log_async (fixture->client, "r", cancellable, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);
  g_assert_null (act_client_read_run_log_finish (fixture->client, outcome.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CLIENT_FIXTURE_ADD ("/client-runs/read", test_read);
  CLIENT_FIXTURE_ADD ("/client-runs/latest", test_latest);
  CLIENT_FIXTURE_ADD ("/client-runs/list", test_list);
  CLIENT_FIXTURE_ADD ("/client-runs/log", test_log);
  CLIENT_FIXTURE_ADD ("/client-runs/big-log", test_big_log);
  CLIENT_FIXTURE_ADD ("/client-runs/bad-log", test_bad_log);
  CLIENT_FIXTURE_ADD ("/client-runs/replay", test_replay);
  CLIENT_FIXTURE_ADD ("/client-runs/replay-once", test_replay_once);
  CLIENT_FIXTURE_ADD ("/client-runs/replay-without-answer", test_replay_without_answer);
  CLIENT_FIXTURE_ADD ("/client-runs/replay-missing", test_replay_missing);
  CLIENT_FIXTURE_ADD ("/client-runs/cancelled", test_cancelled);

  return g_test_run ();
}
