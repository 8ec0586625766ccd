/* What each status means, and what of the server's words is told
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-status-error.h"

#include "act-api-error.h"
#include "sample.h"

#include <string.h>

static GError *
make_error (guint       status,
            const char *body,
            const char *authorization)
{
  g_autoptr (ActRequest) request = act_request_new ("GET", "/events");
  g_autoptr (ActResponse) response = act_response_new (status);

  response->body = g_bytes_new (body, strlen (body));

  return act_status_error_new (request, response, authorization);
}

static void
test_codes (void)
{
  static const struct
  {
    guint       status;
    ActApiError code;
  } samples[] = {
    { 300, ACT_API_ERROR_NOT_JSON },
    { 302, ACT_API_ERROR_NOT_JSON },
    { 400, ACT_API_ERROR_BAD_REQUEST },
    { 401, ACT_API_ERROR_UNAUTHORIZED },
    { 403, ACT_API_ERROR_FORBIDDEN },
    { 404, ACT_API_ERROR_NOT_FOUND },
    { 405, ACT_API_ERROR_NOT_ALLOWED },
    { 408, ACT_API_ERROR_TIMED_OUT },
    { 409, ACT_API_ERROR_CONFLICT },
    { 412, ACT_API_ERROR_CONFLICT },
    { 413, ACT_API_ERROR_PAGE_TOO_LARGE },
    { 418, ACT_API_ERROR_BAD_REQUEST },
    { 422, ACT_API_ERROR_BAD_REQUEST },
    { 429, ACT_API_ERROR_RATE_LIMITED },
    { 500, ACT_API_ERROR_SERVER },
    { 501, ACT_API_ERROR_NOT_ALLOWED },
    { 502, ACT_API_ERROR_SERVER },
    { 511, ACT_API_ERROR_NOT_JSON },
    { 599, ACT_API_ERROR_SERVER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = make_error (samples[i].status, "", NULL);
      g_autofree char *message = g_strdup_printf ("GET /events: %u", samples[i].status);

      g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
      g_assert_cmpstr (error->message, ==, message);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *body;
    const char *words; /* NULL: none */
  } samples[] = {
    { "{\"message\":\"No such event\"}", "No such event" },
    { "{\"message\":\"two\\nlines\"}", "two\nlines" },
    { "{\"error\":\"invalid_client\"}", "invalid_client" },
    { "{\"error\":\"invalid_client\",\"error_description\":\"No such key\"}", "invalid_client: No such key" },
    { "{\"error_description\":\"No such key\"}", "No such key" },
    { "{\"message\":7}", "7" },
    { "{\"message\":null}", NULL },
    { "{\"message\":{}}", NULL },
    { "{}", NULL },
    { "[]", NULL },
    { "<html>No</html>", NULL },
    { "{\"message\":\"cut", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = make_error (400, samples[i].body, NULL);
      const char *line_break = strchr (error->message, '\n');

      tell_sample (samples[i].body);
      g_assert_true (g_str_has_prefix (error->message, "GET /events: 400"));
      g_assert_cmpstr (line_break != NULL ? line_break + 1 : NULL, ==, samples[i].words);
    }
}

static void
test_deep (void)
{
  g_autofree char *body = g_strnfill (60000, '[');
  g_autoptr (GError) error = make_error (500, body, NULL);

  g_assert_cmpstr (error->message, ==, "GET /events: 500");
}

static void
test_long (void)
{
  g_autoptr (GString) body = g_string_new ("{\"message\":\"");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append (body, "é");
  g_string_append (body, "\"}");

  error = make_error (400, body->str, NULL);
  g_assert_cmpuint (strlen (error->message), <=, 2048 + 32);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* Servers quote what they were sent. */
static void
test_secrets (void)
{
  g_autofree char *basic = g_base64_encode ((const guchar *) "key:canary:x", 12);
  g_autofree char *basic_header = g_strconcat ("Basic ", basic, NULL);
  g_autofree char *basic_body = g_strdup_printf ("{\"message\":\"%s is canary:x for key\"}", basic);
  g_autofree char *filling = g_strnfill (2045, '.');
  g_autofree char *edge_body = g_strdup_printf ("{\"message\":\"%scanary-token\"}", filling);
  g_autoptr (GError) bearer =
      make_error (401, "{\"message\":\"canary-token is no good: Bearer canary-token\"}", "Bearer canary-token");
  g_autoptr (GError) edge = make_error (401, edge_body, "Bearer canary-token");
  g_autoptr (GError) credentials = make_error (401, basic_body, basic_header);

  g_assert_null (strstr (bearer->message, "canary"));
  g_assert_nonnull (strstr (bearer->message, "is no good"));
  g_assert_null (strstr (edge->message, "can"));
  g_assert_null (strstr (credentials->message, "canary"));
  g_assert_null (strstr (credentials->message, basic));
  g_assert_nonnull (strstr (credentials->message, "for key"));
}

/* Nor is what the request itself holds told, not even at the edge where long texts are cut. */
static void
test_secrets_of_request (void)
{
  g_autoptr (ActRequest) request = act_request_new ("POST", "/credentials");
  g_autoptr (ActResponse) response = act_response_new (400);
  g_autofree char *filling = g_strnfill (2045, '.');
  g_autofree char *body = g_strdup_printf ("{\"message\":\"%scanary\"}", filling);
  g_autoptr (GError) error = NULL;

  act_request_add_secret (request, "canary");
  response->body = g_bytes_new (body, strlen (body));
  error = act_status_error_new (request, response, NULL);
  g_assert_nonnull (strstr (error->message, "..."));
  g_assert_null (strstr (error->message, "can"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/status-error/codes", test_codes);
  g_test_add_func ("/status-error/words", test_words);
  g_test_add_func ("/status-error/deep", test_deep);
  g_test_add_func ("/status-error/long", test_long);
  g_test_add_func ("/status-error/secrets", test_secrets);
  g_test_add_func ("/status-error/secrets-of-request", test_secrets_of_request);

  return g_test_run ();
}
