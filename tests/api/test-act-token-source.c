/* Tokens: asked for once, renewed early, refused
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-token-source.h"

#include "act-api-error.h"
#include "act-redact.h"
#include "outcome.h"
#include "sample.h"
#include "scripted-server.h"
#include "wipe-watch.h"

#include <string.h>

#define KEY       "key"
#define SECRET    "canary: sécret"
#define N_CALLERS 20

typedef struct
{
  ScriptedServer *server;
  ManualClock    *clock;
  ActSender      *sender;
  ActTokenSource *tokens;
  Outcome         again;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ActRateLimiter) limiter = NULL;
  g_autoptr (ActTransport) transport = NULL;
  g_autofree char *url = NULL;

  fixture->server = scripted_server_new (NULL);
  url = scripted_server_get_url (fixture->server);
  fixture->clock = manual_clock_new ();
  limiter = act_rate_limiter_new (ACT_CLOCK (fixture->clock));
  transport = act_transport_new (url, NULL);
  fixture->sender = act_sender_new (transport, limiter, ACT_CLOCK (fixture->clock));
  fixture->tokens = act_token_source_new (fixture->sender, ACT_CLOCK (fixture->clock), KEY, SECRET);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  settle ();
  g_assert_finalize_object (fixture->tokens);
  g_assert_finalize_object (fixture->sender);
  g_assert_finalize_object (fixture->clock);
  settle ();
  scripted_server_free (fixture->server);
}

static char *
get (Fixture *fixture,
     GError **error)
{
  g_auto (Outcome) outcome = { 0 };
  char *token = NULL;

  act_token_source_get_async (fixture->tokens, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);
  token = act_token_source_get_finish (fixture->tokens, outcome.result, error);
  if (token == NULL)
    {
      g_assert_null (strstr ((*error)->message, SECRET));
      g_assert_null (strstr ((*error)->message, "canary"));
    }

  return token;
}

static void
assert_token (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *token = get (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, expected);
}

static void
assert_refused (Fixture *fixture,
                int      code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (get (fixture, &error));
  g_assert_error (error, ACT_API_ERROR, code);
}

static void
test_call (Fixture      *fixture,
           gconstpointer data)
{
  const ScriptRequest *request = NULL;
  g_autofree char     *credentials = g_base64_encode ((const guchar *) KEY ":" SECRET, strlen (KEY ":" SECRET));
  g_autofree char     *header = g_strconcat ("Basic ", credentials, NULL);

  assert_token (fixture, "token-1");
  request = scripted_server_get_token_call (fixture->server, 0);
  g_assert_cmpstr (request->method, ==, "POST");
  g_assert_cmpstr (request->path, ==, "/oauth/token");
  g_assert_cmpstr (request->query, ==, "");
  g_assert_cmpstr (request->body, ==, "grant_type=client_credentials");
  g_assert_cmpstr (script_request_get_header (request, "content-type"), ==, "application/x-www-form-urlencoded");
  g_assert_cmpstr (script_request_get_header (request, "authorization"), ==, header);
}

/* Whoever looks at memory later finds neither the secret nor the token in what was ours. */
static void
test_wiped (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *basic = g_base64_encode ((const guchar *) KEY ":" SECRET, strlen (KEY ":" SECRET));

  wipe_watch_start ();
  assert_token (fixture, "token-1");
  settle ();
  /* Copies for the line, and those that they were made of. */
  g_assert_cmpuint (wipe_watch_count (basic), >=, 3);
  g_assert_cmpuint (wipe_watch_count (KEY ":" SECRET), ==, 1);
  /* The answer as it came, and as it was read. */
  g_assert_cmpuint (wipe_watch_count ("\"token-1\""), ==, 2);

  act_token_source_stop (fixture->tokens);
  wipe_watch_start ();
  g_clear_object (&fixture->tokens);
  g_assert_cmpuint (wipe_watch_count (SECRET), ==, 1);
  g_assert_cmpuint (wipe_watch_count ("token-1"), ==, 1);
  fixture->tokens = act_token_source_new (fixture->sender, ACT_CLOCK (fixture->clock), KEY, SECRET);
}

static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  Outcome outcomes[N_CALLERS] = { { 0 } };

  for (guint i = 0; i < N_CALLERS; i++)
    act_token_source_get_async (fixture->tokens, NULL, outcome_cb, &outcomes[i]);

  for (guint i = 0; i < N_CALLERS; i++)
    {
      g_autofree char *token = NULL;

      outcome_await (&outcomes[i], fixture->clock);
      token = act_token_source_get_finish (fixture->tokens, outcomes[i].result, NULL);
      g_assert_cmpstr (token, ==, "token-1");
      outcome_clear (&outcomes[i]);
    }

  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, 1);
}

static void
ask_again_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Fixture *fixture = user_data;

  act_token_source_get_async (fixture->tokens, NULL, outcome_cb, &fixture->again);
}

/* Who asks again when told of a refusal gets an answer to that, not the refusal of the others. */
static void
test_again (Fixture      *fixture,
            gconstpointer data)
{
  g_auto (Outcome) other = { 0 };
  g_autofree char *token = NULL;

  scripted_server_answer_token (fixture->server, 401, "{}");
  act_token_source_get_async (fixture->tokens, NULL, ask_again_cb, fixture);
  act_token_source_get_async (fixture->tokens, NULL, outcome_cb, &other);
  outcome_await (&other, fixture->clock);
  g_assert_null (act_token_source_get_finish (fixture->tokens, other.result, NULL));

  outcome_await (&fixture->again, fixture->clock);
  token = act_token_source_get_finish (fixture->tokens, fixture->again.result, NULL);
  g_assert_cmpstr (token, ==, "token-2");
  outcome_clear (&fixture->again);
}

static void
test_many_refused (Fixture      *fixture,
                   gconstpointer data)
{
  Outcome outcomes[N_CALLERS] = { { 0 } };

  scripted_server_answer_token (fixture->server, 401, "{}");
  for (guint i = 0; i < N_CALLERS; i++)
    act_token_source_get_async (fixture->tokens, NULL, outcome_cb, &outcomes[i]);

  for (guint i = 0; i < N_CALLERS; i++)
    {
      g_autoptr (GError) error = NULL;

      outcome_await (&outcomes[i], fixture->clock);
      g_assert_null (act_token_source_get_finish (fixture->tokens, outcomes[i].result, &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOKEN_REFUSED);
      outcome_clear (&outcomes[i]);
    }

  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, 1);

  /* What was refused once may be accepted later. */
  assert_token (fixture, "token-2");
}

static void
assert_authorized_by (const ScriptRequest *request,
                      const char          *credentials)
{
  g_autofree char *encoded = g_base64_encode ((const guchar *) credentials, strlen (credentials));
  g_autofree char *header = g_strconcat ("Basic ", encoded, NULL);

  g_assert_cmpstr (script_request_get_header (request, "authorization"), ==, header);
}

/* A token of the former key is not given to anybody, and the former secret is gone. */
static void
test_other_key (Fixture      *fixture,
                gconstpointer data)
{
  assert_token (fixture, "token-1");
  wipe_watch_start ();
  act_token_source_set_key (fixture->tokens, "other", "other-secret");
  g_assert_cmpuint (wipe_watch_count (SECRET), ==, 1);
  g_assert_cmpuint (wipe_watch_count ("token-1"), ==, 1);
  assert_token (fixture, "token-2");
  assert_authorized_by (scripted_server_get_token_call (fixture->server, 1), "other:other-secret");
}

/* Whoever waits while the key is replaced gets a token of the new one. */
static void
test_other_key_meanwhile (Fixture      *fixture,
                          gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };
  g_autofree char *token = NULL;
  g_autoptr (GError) error = NULL;
  guint n_calls = 0;

  act_token_source_get_async (fixture->tokens, NULL, outcome_cb, &outcome);
  act_token_source_set_key (fixture->tokens, "other", "other-secret");
  outcome_await (&outcome, fixture->clock);
  token = act_token_source_get_finish (fixture->tokens, outcome.result, &error);
  g_assert_no_error (error);
  n_calls = scripted_server_count_tokens (fixture->server);
  g_assert_cmpuint (n_calls, >=, 1);
  assert_authorized_by (scripted_server_get_token_call (fixture->server, n_calls - 1),
                        "other:other-secret");
}

static void
test_no_secret (Fixture      *fixture,
                gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  act_token_source_set_key (fixture->tokens, KEY, NULL);
  g_assert_false (act_token_source_has_secret (fixture->tokens));
  assert_refused (fixture, ACT_API_ERROR_NO_SECRET);
  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, 0);

  act_token_source_set_key (fixture->tokens, KEY, SECRET);
  act_token_source_get_async (fixture->tokens, NULL, outcome_cb, &outcome);
  act_token_source_set_key (fixture->tokens, KEY, NULL);
  outcome_await (&outcome, fixture->clock);
  g_assert_null (act_token_source_get_finish (fixture->tokens, outcome.result, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NO_SECRET);
}

static void
test_life (Fixture      *fixture,
           gconstpointer data)
{
  assert_token (fixture, "token-1");
  manual_clock_advance (fixture->clock, (18000 - 300) * 1000 - 1);
  assert_token (fixture, "token-1");
  manual_clock_advance (fixture->clock, 1);
  assert_token (fixture, "token-2");
}

static void
test_short_life (Fixture      *fixture,
                 gconstpointer data)
{
  scripted_server_answer_token (fixture->server, 200, "{\"access_token\":\"short\",\"expires_in\":10}");
  assert_token (fixture, "short");
  manual_clock_advance (fixture->clock, 4999);
  assert_token (fixture, "short");
  manual_clock_advance (fixture->clock, 1);
  assert_token (fixture, "token-2");
}

static void
test_odd_lives (Fixture      *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *life;
    gint64      seconds; /* that it is used */
  } samples[] = {
    { "\"18000\"", 17700 },
    { "600.5", 300 },
    { "null", 150 },
    { "\"long\"", 150 },
    { "{}", 150 },
    { "0", 0 },
    { "-5", 0 },
    { "1e300", 150 },
    { "9223372036854775807", 30 * 24 * 60 * 60 - 300 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *first = g_strdup_printf ("first-%" G_GSIZE_FORMAT, i);
      g_autofree char *second = g_strdup_printf ("second-%" G_GSIZE_FORMAT, i);
      g_autofree char *first_body =
          g_strdup_printf ("{\"access_token\":\"%s\",\"expires_in\":%s}", first, samples[i].life);
      g_autofree char *second_body = g_strdup_printf ("{\"access_token\":\"%s\",\"expires_in\":0}", second);

      tell_sample (samples[i].life);
      scripted_server_answer_token (fixture->server, 200, first_body);
      scripted_server_answer_token (fixture->server, 200, second_body);
      assert_token (fixture, first);
      if (samples[i].seconds > 0)
        {
          manual_clock_advance (fixture->clock, samples[i].seconds * 1000 - 1);
          assert_token (fixture, first);
          manual_clock_advance (fixture->clock, 1);
        }
      assert_token (fixture, second);
    }
}

/* What is wrong with the token call is never said as if it were about an event. */
static void
test_statuses (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    guint       status;
    ActApiError code;
  } samples[] = {
    { 400, ACT_API_ERROR_TOKEN_REFUSED },
    { 401, ACT_API_ERROR_TOKEN_REFUSED },
    { 403, ACT_API_ERROR_TOKEN_REFUSED },
    { 404, ACT_API_ERROR_OTHER_API },
    { 405, ACT_API_ERROR_OTHER_API },
    { 409, ACT_API_ERROR_OTHER_API },
    { 413, ACT_API_ERROR_OTHER_API },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      scripted_server_answer_token (fixture->server, samples[i].status,
                                    "{\"message\":\"" SECRET " is not the secret\"}");
      assert_refused (fixture, (int) samples[i].code);
    }
}

static void
test_retries (Fixture      *fixture,
              gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    scripted_server_answer_token (fixture->server, 503, "");
  assert_token (fixture, "token-4");
}

static void
test_bad_answers (Fixture      *fixture,
                  gconstpointer data)
{
  static const struct
  {
    const char *body;
    ActApiError code;
  } samples[] = {
    { "<html>Sign in</html>", ACT_API_ERROR_NOT_JSON },
    { "", ACT_API_ERROR_BAD_RESPONSE },
    { "[]", ACT_API_ERROR_BAD_RESPONSE },
    { "{}", ACT_API_ERROR_BAD_RESPONSE },
    { "{\"access_token\":null,\"expires_in\":1}", ACT_API_ERROR_BAD_RESPONSE },
    { "{\"access_token\":{},\"expires_in\":1}", ACT_API_ERROR_BAD_RESPONSE },
    { "{\"access_token\":\"\",\"expires_in\":1}", ACT_API_ERROR_BAD_RESPONSE },
    { "{\"access_token\":\"a\\r\\nX-Evil: 1\",\"expires_in\":1}", ACT_API_ERROR_BAD_RESPONSE },
    { "{\"access_token\":\"caf\\u00e9\",\"expires_in\":1}", ACT_API_ERROR_BAD_RESPONSE },
    { "{\"access_token\":\"a\",\"token_type\":\"mac\",\"expires_in\":1}", ACT_API_ERROR_BAD_RESPONSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      tell_sample (samples[i].body);
      scripted_server_answer_token (fixture->server, 200, samples[i].body);
      assert_refused (fixture, (int) samples[i].code);
    }

  scripted_server_answer_token (fixture->server, 200,
                                "{\"access_token\":\"a\",\"token_type\":\"BEARER\",\"expires_in\":9}");
  assert_token (fixture, "a");
}

static void
test_discard (Fixture      *fixture,
              gconstpointer data)
{
  assert_token (fixture, "token-1");
  g_assert_true (act_token_source_discard (fixture->tokens, "token-0"));
  assert_token (fixture, "token-1");
  g_assert_true (act_token_source_discard (fixture->tokens, "token-1"));
  assert_token (fixture, "token-2");
}

static void
test_refusal (Fixture      *fixture,
              gconstpointer data)
{
  assert_token (fixture, "token-1");
  act_token_source_note_refusal (fixture->tokens, "token-1");
  g_assert_false (act_token_source_discard (fixture->tokens, "token-1"));
  assert_token (fixture, "token-1");

  manual_clock_advance (fixture->clock, 60 * 1000);
  g_assert_true (act_token_source_discard (fixture->tokens, "token-1"));
  assert_token (fixture, "token-2");
}

/* Who gives up leaves alone; the others get the token that was asked for already. */
static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) cancelled = { 0 };
  g_auto (Outcome) other = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;

  act_token_source_get_async (fixture->tokens, cancellable, outcome_cb, &cancelled);
  act_token_source_get_async (fixture->tokens, NULL, outcome_cb, &other);
  g_cancellable_cancel (cancellable);
  outcome_await (&cancelled, NULL);
  g_assert_null (act_token_source_get_finish (fixture->tokens, cancelled.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  outcome_await (&other, fixture->clock);
  token = act_token_source_get_finish (fixture->tokens, other.result, NULL);
  g_assert_cmpstr (token, ==, "token-1");
  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, 1);
}

static gboolean
server_has_token_call (gpointer data)
{
  Fixture *fixture = data;

  return scripted_server_count_tokens (fixture->server) > 0;
}

/* Nobody is left who waits: the call ends, and keeps nothing alive. */
static void
test_stop (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ActTokenSource) tokens = g_object_ref (fixture->tokens);
  g_auto (Outcome) outcome = { 0 };

  act_token_source_get_async (tokens, cancellable, outcome_cb, &outcome);
  await (server_has_token_call, fixture, NULL);
  g_cancellable_cancel (cancellable);
  act_token_source_stop (tokens);
  outcome_await (&outcome, NULL);
}

static void
assert_one_renewal (Fixture    *fixture,
                    const char *expected)
{
  Outcome outcomes[N_CALLERS] = { { 0 } };
  guint   n_before = scripted_server_count_tokens (fixture->server);

  for (guint i = 0; i < N_CALLERS; i++)
    act_token_source_get_async (fixture->tokens, NULL, outcome_cb, &outcomes[i]);

  for (guint i = 0; i < N_CALLERS; i++)
    {
      g_autofree char *token = NULL;

      outcome_await (&outcomes[i], fixture->clock);
      token = act_token_source_get_finish (fixture->tokens, outcomes[i].result, NULL);
      g_assert_cmpstr (token, ==, expected);
      outcome_clear (&outcomes[i]);
    }

  g_assert_cmpuint (scripted_server_count_tokens (fixture->server), ==, n_before + 1);
}

/* However far a clock jumps, and wherever to, everybody gets a token, and one is asked for. */
static void
test_clock_jumps (Fixture      *fixture,
                  gconstpointer data)
{
  const gint64 years = G_GINT64_CONSTANT (3) * 365 * 24 * 60 * 60 * 1000;

  assert_one_renewal (fixture, "token-1");
  manual_clock_advance (fixture->clock, years);
  assert_one_renewal (fixture, "token-2");
  manual_clock_advance (fixture->clock, -2 * years);
  assert_one_renewal (fixture, "token-3");
  assert_token (fixture, "token-3");

  /* It is not taken for years either that a token was no better than the one before. */
  act_token_source_note_refusal (fixture->tokens, "token-3");
  manual_clock_advance (fixture->clock, -years);
  g_assert_true (act_token_source_discard (fixture->tokens, "token-3"));
  assert_one_renewal (fixture, "token-4");
}

static gboolean
server_was_asked (gpointer data)
{
  return scripted_server_count_tokens (data) > 0;
}

/* While the token is on its way, too. */
static void
test_clock_jumps_meanwhile (Fixture      *fixture,
                            gconstpointer data)
{
  const gint64 years = G_GINT64_CONSTANT (3) * 365 * 24 * 60 * 60 * 1000;
  g_auto (Outcome) outcome = { 0 };
  g_autofree char *token = NULL;

  act_token_source_get_async (fixture->tokens, NULL, outcome_cb, &outcome);
  await (server_was_asked, fixture->server, fixture->clock);
  manual_clock_advance (fixture->clock, -years);
  outcome_await (&outcome, fixture->clock);
  token = act_token_source_get_finish (fixture->tokens, outcome.result, NULL);
  g_assert_cmpstr (token, ==, "token-1");
  assert_one_renewal (fixture, "token-2");
}

#define ADD(name, function) g_test_add ("/token-source/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("call", test_call);
  ADD ("wiped", test_wiped);
  ADD ("many", test_many);
  ADD ("again", test_again);
  ADD ("many-refused", test_many_refused);
  ADD ("other-key", test_other_key);
  ADD ("other-key-meanwhile", test_other_key_meanwhile);
  ADD ("no-secret", test_no_secret);
  ADD ("life", test_life);
  ADD ("short-life", test_short_life);
  ADD ("odd-lives", test_odd_lives);
  ADD ("statuses", test_statuses);
  ADD ("retries", test_retries);
  ADD ("bad-answers", test_bad_answers);
  ADD ("discard", test_discard);
  ADD ("refusal", test_refusal);
  ADD ("clock-jumps", test_clock_jumps);
  ADD ("clock-jumps-meanwhile", test_clock_jumps_meanwhile);
  ADD ("cancel", test_cancel);
  ADD ("stop", test_stop);

  return g_test_run ();
}
