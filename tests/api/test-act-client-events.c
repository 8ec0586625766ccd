/* The calls about events: what is asked, and what is made of the answer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-time.h"
#include "client-fixture.h"

#include <string.h>

#define EVENT "{\"id\":\"e-1\",\"eventName\":\"integration.perform.error\",\"eventTime\":\"2026-03-04T05:06:07.089Z\"," \
              "\"m3terEvent\":{\"message\":\"No\"}}"

static void
start_list (ClientFixture          *fixture,
            const ActEventsRequest *request,
            Outcome                *outcome)
{
  act_client_list_events_async (fixture->client, request, NULL, outcome_cb, outcome);
}

static ActEventPage *
finish_list (ClientFixture *fixture,
             Outcome       *outcome,
             GError       **error)
{
  outcome_await (outcome, fixture->clock);

  return act_client_list_events_finish (fixture->client, outcome->result, error);
}

static ActEventPage *
list (ClientFixture          *fixture,
      const ActEventsRequest *request,
      GError                **error)
{
  g_auto (Outcome) outcome = { 0 };

  start_list (fixture, request, &outcome);

  return finish_list (fixture, &outcome, error);
}

static ActEvent *
read_one (ClientFixture *fixture,
          const char    *id,
          GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_read_event_async (fixture->client, id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_read_event_finish (fixture->client, outcome.result, error);
}

static gboolean
mark (ClientFixture *fixture,
      const char    *id,
      GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_mark_actioned_async (fixture->client, id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_mark_actioned_finish (fixture->client, outcome.result, error);
}

static void
test_list (ClientFixture *fixture,
           gconstpointer  data)
{
  static const struct
  {
    ActEventsRequest request;
    const char      *line;
  } samples[] = {
    { { 100 }, "?pageSize=100&eventType=IntegrationEvent&includeActioned=false" },
    { { .page_size = 20, .include_actioned = TRUE }, "?pageSize=20&eventType=IntegrationEvent&includeActioned=true" },
    { { 1, "Notification", "integration.perform.error", FALSE, "a+b/c=&d" },
      "?pageSize=1&eventType=Notification&includeActioned=false"
      "&eventName=integration.perform.error&nextToken=a%2Bb%2Fc%3D%26d" },
    { { 0 }, "?pageSize=1&eventType=IntegrationEvent&includeActioned=false" },
    { { 1000 }, "?pageSize=100&eventType=IntegrationEvent&includeActioned=false" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ActEventPage) page = NULL;
      g_autofree char *line = g_strconcat ("GET " FIXTURE_EVENTS, samples[i].line, NULL);

      client_fixture_answer (fixture, 200, "{}");
      page = list (fixture, &samples[i].request, &error);
      g_assert_no_error (error);
      client_fixture_expect (fixture, i, line);
    }

  g_assert_cmpstr (script_request_get_header (scripted_server_get (fixture->server, 0), "authorization"), ==,
                   "Bearer token-1");
  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, 1);
}

/* The cursor of one page is what the next one is asked with, and its end is the end. */
static void
test_pages (ClientFixture *fixture,
            gconstpointer  data)
{
  static const char *const ends[] = { "{\"data\":[]}", "{\"data\":[],\"nextToken\":null}",
                                      "{\"data\":[],\"nextToken\":\"\"}" };
  ActEventsRequest         request = { .page_size = 100 };
  g_autoptr (ActEventPage) first = NULL;

  client_fixture_answer (fixture, 200, "{\"data\":[" EVENT "],\"nextToken\":\"t 2\"}");
  first = list (fixture, &request, NULL);
  g_assert_cmpuint (first->events->len, ==, 1);
  g_assert_cmpstr (first->next_token, ==, "t 2");

  request.next_token = first->next_token;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (ActEventPage) last = NULL;

      client_fixture_answer (fixture, 200, ends[i]);
      last = list (fixture, &request, NULL);
      g_assert_null (last->next_token);
      client_fixture_expect (fixture, i + 1,
                             "GET " FIXTURE_EVENTS "?pageSize=100&eventType=IntegrationEvent&includeActioned=false"
                             "&nextToken=t%202");
    }
}

static void
test_bad_event (ClientFixture *fixture,
                gconstpointer  data)
{
  ActEventsRequest request = { .page_size = 100 };
  g_autoptr (ActEventPage) page = NULL;
  ActEvent *event = NULL;

  client_fixture_answer (fixture, 200, "{\"data\":[7,{\"eventName\":{},\"m3terEvent\":[null]},null," EVENT "]}");
  page = list (fixture, &request, NULL);
  g_assert_cmpuint (page->unreadable, ==, 2);
  g_assert_cmpuint (page->events->len, ==, 2);
  event = g_ptr_array_index (page->events, 1);
  g_assert_cmpstr (event->id, ==, "e-1");
  g_assert_cmpstr (event->message, ==, "No");
  g_assert_cmpstr (event->payload, ==, EVENT);
}

static void
test_bad_pages (ClientFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *deep = g_strnfill (100, '[');
  g_autofree char *large = g_strnfill (200 * 1000, ' ');
  const struct
  {
    guint       status;
    const char *body;
    ActApiError code;
    guint       times;
  } samples[] = {
    { 200, "<html></html>", ACT_API_ERROR_NOT_JSON, 1 },
    { 302, "", ACT_API_ERROR_NOT_JSON, 1 },
    { 200, "{\"data\":", ACT_API_ERROR_BAD_RESPONSE, 1 },
    { 200, "[]", ACT_API_ERROR_BAD_RESPONSE, 1 },
    { 200, "{\"data\":[],\"nextToken\":{}}", ACT_API_ERROR_BAD_RESPONSE, 1 },
    { 200, "", ACT_API_ERROR_BAD_RESPONSE, 1 },
    { 200, deep, ACT_API_ERROR_TOO_DEEP, 1 },
    { 200, large, ACT_API_ERROR_TOO_LARGE, 1 },
    { 413, "{}", ACT_API_ERROR_PAGE_TOO_LARGE, 1 },
    { 400, "{\"message\":\"token-1 " FIXTURE_SECRET "\"}", ACT_API_ERROR_BAD_REQUEST, 1 },
    { 500, "{}", ACT_API_ERROR_SERVER, 4 },
  };
  ActEventsRequest request = { .page_size = 100 };
  guint            sent = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < samples[i].times; j++)
        client_fixture_answer (fixture, samples[i].status, samples[i].body);
      g_assert_null (list (fixture, &request, &error));
      g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
      g_assert_true (g_str_has_prefix (error->message, "GET " FIXTURE_EVENTS ": "));
      g_assert_null (strstr (error->message, "token-1"));
      sent += samples[i].times;
      g_assert_cmpuint (scripted_server_count (fixture->server), ==, sent);
    }
}

/* Waits until the computer's clock has moved on. */
static gint64
get_later_time (void)
{
  gint64 now = act_time_now ();

  while (act_time_now () == now)
    continue;

  return act_time_now ();
}

/* What waited for its turn was asked when it left, not when somebody wanted it. */
static void
test_asked_at (ClientFixture *fixture,
               gconstpointer  data)
{
  ActEventsRequest request = { .page_size = 100 };
  g_autoptr (ActEventPage) page = NULL;
  g_auto (Outcome) outcome = { 0 };
  gint64 before = 0;

  act_client_set_request_ceiling (fixture->client, 1);
  start_list (fixture, &request, &outcome);
  while (manual_clock_count_pending (fixture->clock) == 0)
    g_main_context_iteration (NULL, TRUE);

  before = get_later_time ();
  client_fixture_answer (fixture, 200, "{}");
  page = finish_list (fixture, &outcome, NULL);
  g_assert_cmpint (page->asked_at, >=, before);
  g_assert_cmpint (page->asked_at, <=, act_time_now ());
}

/* The answer belongs to the last try. */
static void
test_asked_again (ClientFixture *fixture,
                  gconstpointer  data)
{
  static const char *const ids[] = { "e-1", NULL };
  g_autoptr (ActEventPage) page = NULL;
  g_auto (Outcome) outcome = { 0 };
  gint64 before = 0;

  client_fixture_answer (fixture, 503, "{}");
  act_client_read_events_async (fixture->client, ids, NULL, outcome_cb, &outcome);
  while (manual_clock_count_pending (fixture->clock) == 0)
    g_main_context_iteration (NULL, TRUE);

  before = get_later_time ();
  client_fixture_answer (fixture, 200, "{}");
  outcome_await (&outcome, fixture->clock);
  page = act_client_read_events_finish (fixture->client, outcome.result, NULL);
  g_assert_cmpint (page->asked_at, >=, before);
}

static void
test_read_events (ClientFixture *fixture,
                  gconstpointer  data)
{
  static const char *const ids[] = { "e-1", "e 2", "e,3", NULL };
  g_autoptr (ActEventPage) page = NULL;
  g_auto (Outcome) outcome = { 0 };

  client_fixture_answer (fixture, 200, "{\"data\":[" EVENT "]}");
  act_client_read_events_async (fixture->client, ids, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);
  page = act_client_read_events_finish (fixture->client, outcome.result, NULL);
  g_assert_cmpuint (page->events->len, ==, 1);
  client_fixture_expect (fixture, 0, "GET " FIXTURE_EVENTS "?ids=e-1,e%202,e%2C3");
}

static void
test_read_event (ClientFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActEvent) event = NULL;

  client_fixture_answer (fixture, 200, EVENT);
  event = read_one (fixture, "e/1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (event->id, ==, "e-1");
  g_assert_cmpint (event->actioned_time, ==, ACT_TIME_UNKNOWN);
  client_fixture_expect (fixture, 0, "GET " FIXTURE_EVENTS "/e%2F1");
}

static void
test_no_such_event (ClientFixture *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  client_fixture_answer (fixture, 404, "{\"message\":\"No such event\"}");
  g_assert_null (read_one (fixture, "e-1", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "GET " FIXTURE_EVENTS "/e-1: 404\nNo such event");
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 1);
}

/* Whatever a success says: the event is read back anyway. */
static void
test_mark (ClientFixture *fixture,
           gconstpointer  data)
{
  static const struct
  {
    guint       status;
    const char *body;
  } samples[] = {
    { 200, EVENT },
    { 200, "" },
    { 200, "OK" },
    { 202, "{}" },
    { 204, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      const ScriptRequest *request = NULL;

      client_fixture_answer (fixture, samples[i].status, samples[i].body);
      g_assert_true (mark (fixture, "e/1", &error));
      g_assert_no_error (error);
      client_fixture_expect (fixture, i, "PUT " FIXTURE_EVENTS "/e%2F1/actioned");
      request = scripted_server_get (fixture->server, i);
      g_assert_cmpstr (request->body, ==, "");
      g_assert_cmpstr (script_request_get_header (request, "content-length"), ==, "0");
    }
}

static void
test_mark_refused (ClientFixture *fixture,
                   gconstpointer  data)
{
  static const struct
  {
    guint       status;
    ActApiError code;
    guint       times;
  } samples[] = {
    { 403, ACT_API_ERROR_FORBIDDEN, 2 },
    { 403, ACT_API_ERROR_FORBIDDEN, 1 }, /* a new token was no better just now */
    { 404, ACT_API_ERROR_NOT_FOUND, 1 },
    { 405, ACT_API_ERROR_NOT_ALLOWED, 1 },
    { 409, ACT_API_ERROR_CONFLICT, 1 },
    { 501, ACT_API_ERROR_NOT_ALLOWED, 1 },
    { 503, ACT_API_ERROR_SERVER, 4 },
  };
  guint sent = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < samples[i].times; j++)
        client_fixture_answer (fixture, samples[i].status, "{}");
      g_assert_false (mark (fixture, "e-1", &error));
      g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
      sent += samples[i].times;
      g_assert_cmpuint (scripted_server_count (fixture->server), ==, sent);
    }
}

/* A network that asks to sign in first answers in place of the server, and marks nothing. */
static void
test_mark_at_portal (ClientFixture *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  client_fixture_answer (fixture, 200, " <!DOCTYPE html><html></html>");
  g_assert_false (mark (fixture, "e-1", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_JSON);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 1);
}

/* Nothing is known of a call that the connection names: it is sent once. */
static void
test_mark_otherwise (ClientFixture *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  client_fixture_connect (fixture, "POST", "/organizations/{orgId}/events/{id}/resolve?by=me");
  client_fixture_answer (fixture, 204, "");
  g_assert_true (mark (fixture, "e/1", NULL));
  client_fixture_expect (fixture, 0, "POST " FIXTURE_EVENTS "/e%2F1/resolve?by=me");

  client_fixture_answer (fixture, 503, "{}");
  g_assert_false (mark (fixture, "e-1", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_SERVER);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CLIENT_FIXTURE_ADD ("/client-events/list", test_list);
  CLIENT_FIXTURE_ADD ("/client-events/pages", test_pages);
  CLIENT_FIXTURE_ADD ("/client-events/bad-event", test_bad_event);
  CLIENT_FIXTURE_ADD ("/client-events/bad-pages", test_bad_pages);
  CLIENT_FIXTURE_ADD ("/client-events/asked-at", test_asked_at);
  CLIENT_FIXTURE_ADD ("/client-events/asked-again", test_asked_again);
  CLIENT_FIXTURE_ADD ("/client-events/read-events", test_read_events);
  CLIENT_FIXTURE_ADD ("/client-events/read-event", test_read_event);
  CLIENT_FIXTURE_ADD ("/client-events/no-such-event", test_no_such_event);
  CLIENT_FIXTURE_ADD ("/client-events/mark", test_mark);
  CLIENT_FIXTURE_ADD ("/client-events/mark-refused", test_mark_refused);
  CLIENT_FIXTURE_ADD ("/client-events/mark-at-portal", test_mark_at_portal);
  CLIENT_FIXTURE_ADD ("/client-events/mark-otherwise", test_mark_otherwise);

  return g_test_run ();
}
