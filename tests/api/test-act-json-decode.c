/* From the bytes of an answer to data: here, in a thread, or not at all
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-decode.h"

#include "act-api-error.h"
#include "outcome.h"
#include "sample.h"

#include <string.h>

static GThread *reading_thread;

static gpointer
read_anything (JsonNode   *root,
               const char *text,
               GError    **error)
{
  reading_thread = g_thread_self ();

  return g_strdup (text);
}

static gpointer
read_nothing (JsonNode   *root,
              const char *text,
              GError    **error)
{
  g_assert_not_reached ();
}

static const ActJsonDecoder decoder = { read_anything, g_free };
static const ActJsonDecoder never = { read_nothing, g_free };

static char *
decode_by (const ActJsonDecoder *by,
           const char           *type,
           const char           *body,
           GCancellable         *cancellable,
           GError              **error)
{
  g_autoptr (ActResponse) response = act_response_new (200);
  g_auto (Outcome) outcome = { 0 };

  response->content_type = g_strdup (type);
  response->body = g_bytes_new (body, strlen (body));
  act_json_decode_async (response, by, cancellable, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);

  return act_json_decode_finish (outcome.result, error);
}

static char *
decode (const char   *type,
        const char   *body,
        GCancellable *cancellable,
        GError      **error)
{
  return decode_by (&decoder, type, body, cancellable, error);
}

static void
test_here (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = decode ("application/json", "{\"a\":1}", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "{\"a\":1}");
  g_assert_true (reading_thread == g_thread_self ());
}

static void
test_thread (void)
{
  g_autofree char *blanks = g_strnfill (256 * 1024, ' ');
  g_autofree char *body = g_strconcat ("{\"a\":1", blanks, "}", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = decode ("application/json", body, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, body);
  g_assert_true (reading_thread != g_thread_self ());
}

static void
test_cancelled (void)
{
  g_autofree char *blanks = g_strnfill (256 * 1024, ' ');
  g_autofree char *body = g_strconcat ("{\"a\":1", blanks, "}", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (decode ("application/json", body, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_types (void)
{
  static const struct
  {
    const char *type;
    const char *body;
    int         code; /* -1: it is JSON */
  } samples[] = {
    { "application/json", "{}", -1 },
    { "application/problem+json", " {}", -1 },
    { "text/plain", "{}", -1 },
    { "application/octet-stream", "\n[]", -1 },
    { NULL, "{}", -1 },
    { "text/html", "<!DOCTYPE html><html></html>", ACT_API_ERROR_NOT_JSON },
    { "text/html", "Sign in", ACT_API_ERROR_NOT_JSON },
    { "application/json", " <html></html>", ACT_API_ERROR_NOT_JSON },
    { NULL, "<?xml version=\"1.0\"?>", ACT_API_ERROR_NOT_JSON },
    { "text/plain", "OK", ACT_API_ERROR_OTHER_API },
    { "application/json", "OK", ACT_API_ERROR_BAD_RESPONSE },
    { "application/json", "", ACT_API_ERROR_BAD_RESPONSE },
    { "text/html", "", ACT_API_ERROR_BAD_RESPONSE },
    { "application/json", "{\"a\":", ACT_API_ERROR_BAD_RESPONSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = decode (samples[i].type, samples[i].body, NULL, &error);

      tell_sample (samples[i].type);
      tell_sample (samples[i].body);
      if (samples[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, ACT_API_ERROR, samples[i].code);
    }
}

static void
test_deep (void)
{
  g_autofree char *body = g_strnfill (100000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (decode_by (&never, "application/json", body, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOO_DEEP);
}

/* What was kept is checked no less than what was sent. */
static void
test_kept (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autoptr (GError) error = NULL;
  g_autofree char *text = act_json_decode_text ("{\"a\":1}", &decoder, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "{\"a\":1}");
  g_assert_true (reading_thread == g_thread_self ());

  g_assert_null (act_json_decode_text ("", &decoder, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
  g_clear_error (&error);
  g_assert_null (act_json_decode_text (deep, &decoder, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOO_DEEP);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-decode/here", test_here);
  g_test_add_func ("/json-decode/thread", test_thread);
  g_test_add_func ("/json-decode/cancelled", test_cancelled);
  g_test_add_func ("/json-decode/types", test_types);
  g_test_add_func ("/json-decode/deep", test_deep);
  g_test_add_func ("/json-decode/kept", test_kept);

  return g_test_run ();
}
