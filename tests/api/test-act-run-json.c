/* Integration runs read from what a server may send
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-json.h"

#include "act-api-error.h"
#include "act-event.h"
#include "act-resource-json.h"
#include "act-time.h"
#include "sample.h"

#include <string.h>

#define WHOLE                                                                                                 \
  "{\"id\":\"r\",\"version\":3,\"entityType\":\"Bill\",\"entityId\":\"b\",\"status\":\"AUTH_FAILED\","        \
  "\"destination\":\"Chargebee\",\"destinationId\":\"d\",\"error\":\"No\",\"url\":\"https://example.com/1\"," \
  "\"externalId\":\"x\",\"parentIntegrationRunId\":\"p\",\"originalIntegrationRunId\":\"o\","                 \
  "\"dtStarted\":\"2026-03-04T05:06:07Z\",\"dtCompleted\":\"2026-03-04T05:06:09.123456Z\","                   \
  "\"dtCreated\":\"2026-03-04T05:06:06Z\",\"unknown\":1.10}"

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActIntegrationRun) run = act_integration_run_from_json (WHOLE, &error);
  gint64 started = 0;

  g_assert_no_error (error);
  g_assert_true (act_time_parse_iso8601 ("2026-03-04T05:06:07Z", &started));
  g_assert_cmpstr (run->id, ==, "r");
  g_assert_cmpint (run->version, ==, 3);
  g_assert_cmpstr (run->entity_type, ==, "Bill");
  g_assert_cmpstr (run->entity_id, ==, "b");
  g_assert_cmpstr (run->status_name, ==, "AUTH_FAILED");
  g_assert_cmpint (run->status, ==, ACT_RUN_STATUS_AUTH_FAILED);
  g_assert_cmpstr (run->destination, ==, "Chargebee");
  g_assert_cmpstr (run->destination_id, ==, "d");
  g_assert_cmpstr (run->error, ==, "No");
  g_assert_cmpstr (run->url, ==, "https://example.com/1");
  g_assert_cmpstr (run->external_id, ==, "x");
  g_assert_cmpstr (run->parent_id, ==, "p");
  g_assert_cmpstr (run->original_id, ==, "o");
  g_assert_cmpint (run->started, ==, started);
  g_assert_cmpint (run->completed, ==, started + 2123);
  g_assert_cmpint (run->created, ==, started - 1000);
  g_assert_cmpstr (run->json, ==, WHOLE);
}

/* Nothing but the id is needed, and nothing of a wrong type does harm. */
static void
test_wrong_types (void)
{
  static const char *const values[] = { "null", "7", "7.5", "true", "\"\"", "\"x\"", "[]", "{}", "[{}]", "1e400" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *json =
          g_strdup_printf ("{\"id\":\"r\",\"version\":%1$s,\"entityType\":%1$s,\"entityId\":%1$s,\"status\":%1$s,"
                           "\"destination\":%1$s,\"error\":%1$s,\"url\":%1$s,\"parentIntegrationRunId\":%1$s,"
                           "\"replayedFrom\":%1$s,\"dtStarted\":%1$s,\"dtCompleted\":%1$s,\"dtCreated\":%1$s}",
                           values[i]);
      g_autoptr (ActIntegrationRun) run = act_integration_run_from_json (json, &error);

      tell_sample (json);
      g_assert_no_error (error);
      g_assert_cmpstr (run->id, ==, "r");
      g_assert_cmpint (run->status, ==, ACT_RUN_STATUS_OTHER);
      g_assert_cmpint (run->started, ==, ACT_TIME_UNKNOWN);
      g_assert_cmpint (act_integration_run_get_time (run), ==, ACT_TIME_UNKNOWN);
      g_assert_cmpstr (run->json, ==, json);
    }
}

static void
test_refused (void)
{
  static const char *const samples[] = { "", "{", "{}", "[]", "7", "null", "{\"id\":null}", "{\"data\":[{}]}", "<html>" };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      tell_sample (samples[i]);
      g_assert_null (act_integration_run_from_json (samples[i], &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
    }
}

/* It is declared to be one run, named as if it were many, and what it is told nowhere. */
static void
test_latest (void)
{
  static const struct
  {
    const char *json;
    const char *id; /* NULL: there is none */
  } samples[] = {
    { "{\"id\":\"a\"}", "a" },
    { "[{\"id\":\"a\"}]", "a" },
    { "{\"data\":[{\"id\":\"a\"}]}", "a" },
    { "[{\"id\":\"a\",\"dtStarted\":\"2026-03-04T05:06:07Z\"},{\"id\":\"b\",\"dtStarted\":\"2026-03-05T05:06:07Z\"},"
      "{\"id\":\"c\"}]",
      "b" },
    { "[{\"id\":\"a\"},{\"id\":\"b\",\"dtCreated\":\"2026-03-05T05:06:07Z\"}]", "b" },
    { "[{\"id\":\"a\"},{\"id\":\"b\"}]", "a" },
    { "[]", NULL },
    { "{}", NULL },
    { "{\"data\":[]}", NULL },
    { "[null]", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ActIntegrationRun) run = act_json_decode_text (samples[i].json, &act_latest_run_decoder, &error);

      tell_sample (samples[i].json);
      if (samples[i].id == NULL)
        g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
      else
        g_assert_cmpstr (run->id, ==, samples[i].id);
    }
}

static void
test_log (void)
{
  static const struct
  {
    const char *json;
    const char *log; /* NULL: refused */
  } samples[] = {
    { "{\"Payload\":\"aGVsbG8=\"}", "hello" },
    { "{\"Payload\":\"aGVsbG8\"}", "hello" },
    { "{\"Payload\":\"aGVs\\r\\nbG8=\\n\"}", "hello" },
    { "{\"Payload\":\" a G V s b G 8 = \"}", "hello" },
    { "{\"payload\":\"aGVsbG8=\"}", "hello" },
    { "{\"Payload\":\"Pj4-Pz8_\"}", ">>>???" },
    { "{\"Payload\":\"Pj4+Pz8/\"}", ">>>???" },
    { "{\"Payload\":\"YQ==\"}", "a" },
    { "{\"Payload\":\"YQ\"}", "a" },
    { "{\"Payload\":\"\"}", "" },
    { "{\"Payload\":null}", "" },
    { "{}", "" },
    { "{\"Payload\":\"aGVsbG8=YQ==\"}", NULL },
    { "{\"Payload\":\"aGVsb\"}", NULL },
    { "{\"Payload\":\"aGV*bG8=\"}", NULL },
    { "{\"Payload\":\"aGV\\u0000bG8=\"}", NULL },
    { "{\"Payload\":\"é\"}", NULL },
    { "{\"Payload\":{}}", NULL },
    { "{\"Payload\":[\"aGVsbG8=\"]}", NULL },
    { "{\"Payload\":true}", NULL },
    { "[]", NULL },
    { "\"aGVsbG8=\"", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) log = act_json_decode_text (samples[i].json, &act_run_log_decoder, &error);

      tell_sample (samples[i].json);
      if (samples[i].log == NULL)
        {
          g_assert_null (log);
          g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
          g_assert_null (strstr (error->message, "aGV"));
        }
      else
        {
          gsize       size = 0;
          const char *data = NULL;

          g_assert_no_error (error);
          data = g_bytes_get_data (log, &size);
          g_assert_cmpmem (data, size, samples[i].log, strlen (samples[i].log));
        }
    }
}

/* Not only text, and much of it. */
static void
test_big_log (void)
{
  gsize              size = 8 * 1024 * 1024 + 1;
  g_autofree guchar *bytes = g_malloc (size);
  g_autofree char   *payload = NULL;
  g_autofree char   *json = NULL;
  g_autoptr (GBytes) log = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guchar) (i * 31 >> 3);
  payload = g_base64_encode (bytes, size);
  json = g_strdup_printf ("{\"Payload\":\"%s\"}", payload);

  log = act_json_decode_text (json, &act_run_log_decoder, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (log, NULL), g_bytes_get_size (log), bytes, size);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run-json/whole", test_whole);
  g_test_add_func ("/run-json/wrong-types", test_wrong_types);
  g_test_add_func ("/run-json/refused", test_refused);
  g_test_add_func ("/run-json/latest", test_latest);
  g_test_add_func ("/run-json/log", test_log);
  g_test_add_func ("/run-json/big-log", test_big_log);

  return g_test_run ();
}
