/* What is sent again, after which wait, and what is sent once
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-sender.h"

#include "act-api-error.h"
#include "outcome.h"
#include "scripted-server.h"

/* Long enough not to matter, and short enough to wait for, yet not for a busy computer. */
#define LONG  (30 * 1000)
#define SHORT 1000

typedef struct
{
  ScriptedServer *server;
  ManualClock    *clock;
  ActRateLimiter *limiter;
  ActTransport   *transport;
  ActSender      *sender;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  guint                    silence = data != NULL ? GPOINTER_TO_UINT (data) : LONG;
  const ActTransportLimits limits = { LONG, silence, LONG, 1000 };
  g_autofree char         *url = NULL;

  fixture->server = scripted_server_new (NULL);
  url = scripted_server_get_url (fixture->server);
  fixture->clock = manual_clock_new ();
  fixture->limiter = act_rate_limiter_new (ACT_CLOCK (fixture->clock));
  fixture->transport = act_transport_new (url, &limits);
  fixture->sender = act_sender_new (fixture->transport, fixture->limiter, ACT_CLOCK (fixture->clock));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  settle ();
  g_assert_finalize_object (fixture->sender);
  g_assert_finalize_object (fixture->transport);
  g_assert_finalize_object (fixture->limiter);
  g_assert_finalize_object (fixture->clock);
  settle ();
  g_clear_pointer (&fixture->server, scripted_server_free);
}

static void
start (Fixture      *fixture,
       const char   *method,
       GCancellable *cancellable,
       Outcome      *outcome)
{
  g_autoptr (ActRequest) request = act_request_new (method, "/x");

  act_sender_send_async (fixture->sender, request, NULL, cancellable, outcome_cb, outcome);
}

static void
send (Fixture    *fixture,
      const char *method,
      GError    **error)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (ActResponse) response = NULL;

  start (fixture, method, NULL, &outcome);
  outcome_await (&outcome, fixture->clock);
  response = act_sender_send_finish (fixture->sender, outcome.result, error);
}

static void
answer (Fixture *fixture,
        guint    status,
        guint    times)
{
  for (guint i = 0; i < times; i++)
    scripted_server_answer (fixture->server, status, "{}");
}

static void
test_success (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  answer (fixture, 200, 1);
  send (fixture, "GET", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (manual_clock_count_waits (fixture->clock), ==, 0);
}

static void
test_recovers (Fixture      *fixture,
               gconstpointer data)
{
  static const guint statuses[] = { 408, 429, 500, 502, 503, 504 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) error = NULL;
      guint before = scripted_server_count (fixture->server);

      answer (fixture, statuses[i], 3);
      answer (fixture, 200, 1);
      send (fixture, "GET", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (scripted_server_count (fixture->server) - before, ==, 4);
    }
}

static void
test_gives_up (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    guint       status;
    ActApiError code;
  } samples[] = {
    { 408, ACT_API_ERROR_TIMED_OUT },
    { 429, ACT_API_ERROR_RATE_LIMITED },
    { 500, ACT_API_ERROR_SERVER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      guint before = scripted_server_count (fixture->server);

      answer (fixture, samples[i].status, 4);
      send (fixture, "PUT", &error);
      g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
      g_assert_cmpuint (scripted_server_count (fixture->server) - before, ==, 4);
    }
}

/* What may do something twice is sent once, whatever becomes of it. */
static void
test_once (Fixture      *fixture,
           gconstpointer data)
{
  static const guint           statuses[] = { 408, 429, 500, 503 };
  static const ScriptBehaviour behaviours[] = { SCRIPT_DROP, SCRIPT_CUT, SCRIPT_HANG };
  guint                        sent = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) error = NULL;

      answer (fixture, statuses[i], 1);
      send (fixture, "POST", &error);
      g_assert_nonnull (error);
      g_assert_cmpuint (scripted_server_count (fixture->server), ==, ++sent);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (behaviours); i++)
    {
      g_autoptr (GError) error = NULL;

      scripted_server_behave (fixture->server, behaviours[i]);
      send (fixture, "PATCH", &error);
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
      g_assert_cmpuint (scripted_server_count (fixture->server), ==, ++sent);
    }
}

/* What never left this computer was certainly not done. */
static void
test_once_offline (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->server, scripted_server_free);
  send (fixture, "POST", &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
  g_assert_cmpuint (manual_clock_count_waits (fixture->clock), ==, 0);
}

static void
test_lost_answers (Fixture      *fixture,
                   gconstpointer data)
{
  static const ScriptBehaviour behaviours[] = { SCRIPT_DROP, SCRIPT_CUT, SCRIPT_HANG };

  for (gsize i = 0; i < G_N_ELEMENTS (behaviours); i++)
    {
      g_autoptr (GError) error = NULL;
      guint before = scripted_server_count (fixture->server);

      scripted_server_behave (fixture->server, behaviours[i]);
      answer (fixture, 200, 1);
      send (fixture, "GET", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (scripted_server_count (fixture->server) - before, ==, 2);
    }
}

/* Being offline is told after one more try. */
static void
test_offline (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->server, scripted_server_free);
  send (fixture, "GET", &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
  g_assert_cmpuint (manual_clock_count_waits (fixture->clock), ==, 1);
  g_assert_cmpint (manual_clock_get_wait (fixture->clock, 0), <=, 500);
}

static void
test_retry_after (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  scripted_server_answer_with (fixture->server, 503, "Retry-After: 17\r\n", "", 0);
  answer (fixture, 200, 1);
  send (fixture, "GET", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (manual_clock_count_waits (fixture->clock), ==, 1);
  g_assert_cmpint (manual_clock_get_wait (fixture->clock, 0), ==, 17000);
}

static void
test_retry_after_too_long (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  scripted_server_answer_with (fixture->server, 429, "Retry-After: 3600\r\n", "", 0);
  send (fixture, "GET", &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_RATE_LIMITED);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 1);
}

/* One call that is told to wait speaks for all. */
static void
test_pause (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (ActResponse) response = NULL;
  gint64 before = act_clock_now (ACT_CLOCK (fixture->clock));

  scripted_server_answer_with (fixture->server, 429, "Retry-After: 17\r\n", "", 0);
  send (fixture, "POST", &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_RATE_LIMITED);

  answer (fixture, 200, 1);
  start (fixture, "GET", NULL, &outcome);
  settle ();
  g_assert_cmpuint (manual_clock_count_pending (fixture->clock), ==, 1);
  outcome_await (&outcome, fixture->clock);
  response = act_sender_send_finish (fixture->sender, outcome.result, NULL);
  g_assert_nonnull (response);
  g_assert_cmpint (act_clock_now (ACT_CLOCK (fixture->clock)) - before, ==, 17000);
}

/* Every try takes a turn. */
static void
test_rate (Fixture      *fixture,
           gconstpointer data)
{
  Outcome outcomes[20] = { { 0 } };
  gint64  before = act_clock_now (ACT_CLOCK (fixture->clock));

  answer (fixture, 200, G_N_ELEMENTS (outcomes));
  act_rate_limiter_set_ceiling (fixture->limiter, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    start (fixture, "GET", NULL, &outcomes[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr (ActResponse) response = NULL;

      outcome_await (&outcomes[i], fixture->clock);
      response = act_sender_send_finish (fixture->sender, outcomes[i].result, NULL);
      g_assert_nonnull (response);
      outcome_clear (&outcomes[i]);
    }

  g_assert_cmpint (act_clock_now (ACT_CLOCK (fixture->clock)) - before, ==, 19000);
}

static gboolean
somebody_waits (gpointer data)
{
  return manual_clock_count_pending (data) > 0;
}

static void
test_cancelled_between (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  answer (fixture, 500, 1);
  start (fixture, "GET", cancellable, &outcome);
  await (somebody_waits, fixture->clock, NULL);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcome, NULL);
  g_assert_null (act_sender_send_finish (fixture->sender, outcome.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 1);
}

#define ADD(name, function) g_test_add ("/sender/" name, Fixture, NULL, set_up, function, tear_down)

#define ADD_SHORT(name, function) \
  g_test_add ("/sender/" name, Fixture, GUINT_TO_POINTER (SHORT), set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("success", test_success);
  ADD ("recovers", test_recovers);
  ADD ("gives-up", test_gives_up);
  ADD_SHORT ("once", test_once);
  ADD ("once-offline", test_once_offline);
  ADD_SHORT ("lost-answers", test_lost_answers);
  ADD ("offline", test_offline);
  ADD ("retry-after", test_retry_after);
  ADD ("retry-after-too-long", test_retry_after_too_long);
  ADD ("pause", test_pause);
  ADD ("rate", test_rate);
  ADD ("cancelled-between", test_cancelled_between);

  return g_test_run ();
}
