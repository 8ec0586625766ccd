/* What the log of requests has after calls of each kind, and what it never has
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-network-log.h"
#include "act-time.h"
#include "client-fixture.h"

#include <string.h>

typedef struct
{
  ClientFixture  api;
  ActNetworkLog *log;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  client_fixture_set_up (&fixture->api, data);
  fixture->log = act_network_log_new ();
  act_client_set_network_log (fixture->api.client, fixture->log);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  client_fixture_tear_down (&fixture->api, data);
  g_assert_finalize_object (fixture->log);
}

static void
list_events (Fixture      *fixture,
             GCancellable *cancellable)
{
  ActEventsRequest request = { .page_size = 7, .event_name = "canary", .next_token = "canary" };
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (ActEventPage) page = NULL;

  act_client_list_events_async (fixture->api.client, &request, cancellable, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->api.clock);
  page = act_client_list_events_finish (fixture->api.client, outcome.result, NULL);
}

static char *
describe (ActNetworkCall *call)
{
  return g_strdup_printf ("%s %s %u/%d", act_network_call_get_method (call), act_network_call_get_path (call),
                          act_network_call_get_status (call), (int) act_network_call_get_problem (call));
}

static void
expect (Fixture *fixture,
        ...)
{
  GListModel *model = G_LIST_MODEL (fixture->log);
  const char *line = NULL;
  guint       position = 0;
  va_list     lines;

  va_start (lines, fixture);
  while ((line = va_arg (lines, const char *)) != NULL)
    {
      g_autoptr (ActNetworkCall) call = g_list_model_get_item (model, position++);
      g_autofree char *actual = describe (call);

      g_assert_cmpstr (actual, ==, line);
      g_assert_null (strstr (actual, "canary"));
      g_assert_cmpint (act_network_call_get_started (call), <=, act_time_now ());
    }
  va_end (lines);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, position);
}

#define TOKEN  "POST /oauth/token "
#define EVENTS "GET " FIXTURE_EVENTS "?pageSize&eventType&includeActioned&eventName&nextToken "

static void
test_calls (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (ActNetworkCall) call = NULL;

  client_fixture_answer (&fixture->api, 200, "{\"data\":[]}");
  list_events (fixture, NULL);
  expect (fixture, TOKEN "200/0", EVENTS "200/0", NULL);
  call = g_list_model_get_item (G_LIST_MODEL (fixture->log), 1);
  g_assert_cmpuint (act_network_call_get_n_bytes (call), ==, strlen ("{\"data\":[]}"));
}

/* Each time that something was sent, not each time that somebody asked. */
static void
test_repeated (Fixture      *fixture,
               gconstpointer data)
{
  client_fixture_answer (&fixture->api, 503, "canary");
  client_fixture_answer (&fixture->api, 401, "canary");
  client_fixture_answer (&fixture->api, 403, "canary");
  list_events (fixture, NULL);
  expect (fixture, TOKEN "200/0", EVENTS "503/0", EVENTS "401/0", TOKEN "200/0", EVENTS "403/0", NULL);
}

static void
test_problems (Fixture      *fixture,
               gconstpointer data)
{
  scripted_server_behave (fixture->api.server, SCRIPT_DROP);
  scripted_server_behave (fixture->api.server, SCRIPT_CUT);
  scripted_server_behave (fixture->api.server, SCRIPT_FLOOD);
  list_events (fixture, NULL);
  expect (fixture, TOKEN "200/0", EVENTS "0/1", EVENTS "200/5", EVENTS "200/4", NULL);
}

static gboolean
server_has_request (gpointer data)
{
  return scripted_server_count (data) > 0;
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ActEventsRequest request = { .page_size = 7 };
  g_auto (Outcome) outcome = { 0 };

  scripted_server_behave (fixture->api.server, SCRIPT_HANG);
  act_client_list_events_async (fixture->api.client, &request, cancellable, outcome_cb, &outcome);
  await (server_has_request, fixture->api.server, fixture->api.clock);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcome, fixture->api.clock);
  expect (fixture, TOKEN "200/0", "GET " FIXTURE_EVENTS "?pageSize&eventType&includeActioned 0/6", NULL);
}

#define ADD(name, function) \
  g_test_add ("/client-network-log/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("calls", test_calls);
  ADD ("repeated", test_repeated);
  ADD ("problems", test_problems);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
