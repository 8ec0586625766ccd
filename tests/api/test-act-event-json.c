/* Events read from what a server may send
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-json.h"

#include "act-api-error.h"
#include "act-json-guard.h"
#include "act-json.h"
#include "act-time.h"
#include "sample.h"

#include <string.h>

#define ID   "6d1f0c1e-0000-4000-8000-000000000001"
#define TIME "2026-03-04T05:06:07.089Z"

static gpointer
read_text (const ActJsonDecoder *decoder,
           const char           *text,
           GError              **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *clean = act_json_guard_clean (bytes, error);
  g_autoptr (JsonNode) root = clean != NULL ? act_json_parse (clean, error) : NULL;

  return root != NULL ? decoder->read (root, clean, error) : NULL;
}

static ActEvent *
read_event (const char *text)
{
  g_autoptr (GError) error = NULL;
  ActEvent *event = read_text (&act_event_decoder, text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (event);

  return event;
}

static ActEventPage *
read_page (const char *text)
{
  g_autoptr (GError) error = NULL;
  ActEventPage *page = read_text (&act_event_page_decoder, text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (page);

  return page;
}

static gint64
parse_time (const char *text)
{
  gint64 time = 0;

  g_assert_true (act_time_parse_iso8601 (text, &time));

  return time;
}

static void
test_whole (void)
{
  static const char text[] = " {\"id\":\"" ID "\",\"eventName\":\"integration.missingaccountmapping.error\","
                             "\"eventTime\":\"" TIME "\",\"m3terEvent\":{\"eventData\":{\"newDto\":{\"message\":\"No customer\","
                             "\"entityType\":\"Account\",\"entityId\":\"a\",\"destination\":\"Chargebee\"}}},\"extra\":1.10} ";
  g_autoptr (ActEvent) event = read_event (text);

  g_assert_cmpstr (event->id, ==, ID);
  g_assert_cmpstr (event->name, ==, "integration.missingaccountmapping.error");
  g_assert_cmpint (event->time, ==, parse_time (TIME));
  g_assert_cmpint (event->actioned_time, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpstr (event->message, ==, "No customer");
  g_assert_cmpstr (event->account_id, ==, "a");
  g_assert_true (g_str_has_prefix (event->payload, "{\"id\""));
  g_assert_true (g_str_has_suffix (event->payload, "\"extra\":1.10}"));
}

static void
test_times (void)
{
  static const struct
  {
    const char *json;
    const char *time; /* NULL: unknown */
  } samples[] = {
    { "\"2026-03-04T05:06:07Z\"", "2026-03-04T05:06:07Z" },
    { "\"2026-03-04T05:06:07.1Z\"", "2026-03-04T05:06:07.1Z" },
    { "\"2026-03-04T05:06:07.123456789Z\"", "2026-03-04T05:06:07.123Z" },
    { "\"yesterday\"", NULL },
    { "\"\"", NULL },
    { "null", NULL },
    { "{}", NULL },
    { "[1]", NULL },
    { "true", NULL },
    { "1772600767", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"id\":\"x\",\"eventTime\":%s}", samples[i].json);
      g_autoptr (ActEvent) event = read_event (text);

      tell_sample (samples[i].json);
      g_assert_cmpint (event->time, ==, samples[i].time != NULL ? parse_time (samples[i].time) : ACT_TIME_UNKNOWN);
    }
}

static void
test_open (void)
{
  static const char *const open[] = {
    "{\"id\":\"x\"}",
    "{\"id\":\"x\",\"dtActioned\":null}",
    "{\"id\":\"x\",\"dtActioned\":\"\"}",
    "{\"id\":\"x\",\"dtActioned\":\" \"}",
    "{\"id\":\"x\",\"dtActioned\":false}",
    "{\"id\":\"x\",\"dtActioned\":{}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (open); i++)
    {
      g_autoptr (ActEvent) event = read_event (open[i]);

      tell_sample (open[i]);
      g_assert_cmpint (event->actioned_time, ==, ACT_TIME_UNKNOWN);
    }
}

static void
test_actioned (void)
{
  static const struct
  {
    const char *json;
    const char *time;
  } samples[] = {
    { "\"2026-03-05T00:00:00.5Z\"", "2026-03-05T00:00:00.5Z" },
    { "\"some time\"", TIME },
    { "1772600767", TIME },
    { "true", TIME },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"eventTime\":\"" TIME "\",\"dtActioned\":%s}", samples[i].json);
      g_autoptr (ActEvent) event = read_event (text);

      tell_sample (samples[i].json);
      g_assert_cmpint (event->actioned_time, ==, parse_time (samples[i].time));
    }
}

static void
test_missing_everything (void)
{
  g_autoptr (ActEvent) event = read_event ("{}");

  g_assert_true (g_str_has_prefix (event->id, "content-"));
  g_assert_cmpstr (event->name, ==, "");
  g_assert_cmpint (event->time, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (event->actioned_time, ==, ACT_TIME_UNKNOWN);
  g_assert_null (event->message);
  g_assert_cmpstr (event->payload, ==, "{}");
}

static void
test_unknown_name (void)
{
  g_autoptr (ActEvent) event = read_event ("{\"id\":7,\"eventName\":\"integration.sixth.error\"}");

  g_assert_cmpstr (event->id, ==, "7");
  g_assert_cmpstr (event->name, ==, "integration.sixth.error");
}

static void
test_content_id (void)
{
  static const char *const same[] = {
    "{\"eventName\":\"n\",\"m3terEvent\":{\"a\":1,\"b\":[true,null]}}",
    "{\"m3terEvent\":{\"b\":[true,null],\"a\":1},\"eventName\":\"n\"}",
    "{\"id\":\"\",\"eventName\":\"n\",\"m3terEvent\":{\"a\":1,\"b\":[true,null]}}",
    "{\"id\":null,\"eventName\":\"n\",\"m3terEvent\":{\"a\":1,\"b\":[true,null]},\"dtActioned\":\"" TIME "\"}",
    "{\"id\":{},\"eventName\":\"n\",\"m3terEvent\":{ \"a\" : 1 , \"b\" : [ true , null ] }}",
  };
  static const char *const other[] = {
    "{\"eventName\":\"m\",\"m3terEvent\":{\"a\":1,\"b\":[true,null]}}",
    "{\"eventName\":\"n\",\"m3terEvent\":{\"a\":2,\"b\":[true,null]}}",
    "{\"eventName\":\"n\",\"m3terEvent\":{\"a\":1,\"b\":[null,true]}}",
    "{\"eventName\":\"n\",\"m3terEvent\":{\"a\":1,\"b\":[true],\"c\":null}}",
    "{\"eventName\":\"n\",\"m3terEvent\":{\"a\":1,\"b\":[true,null],\"dtActioned\":1}}",
  };
  g_autoptr (ActEvent) first = read_event (same[0]);

  for (gsize i = 1; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (ActEvent) event = read_event (same[i]);

      g_assert_cmpstr (event->id, ==, first->id);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (other); i++)
    {
      g_autoptr (ActEvent) event = read_event (other[i]);

      tell_sample (other[i]);
      g_assert_cmpstr (event->id, !=, first->id);
    }
}

static void
test_long_id (void)
{
  g_autofree char *id = g_strnfill (513, 'x');
  g_autofree char *text = g_strdup_printf ("{\"id\":\"%s\"}", id);
  g_autoptr (ActEvent) event = read_event (text);

  g_assert_true (g_str_has_prefix (event->id, "content-"));
}

static void
test_event_not_object (void)
{
  static const char *const others[] = { "[]", "null", "\"x\"", "7" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (&act_event_decoder, others[i], &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
    }
}

static void
test_duplicate_keys (void)
{
  g_autoptr (ActEventPage) page = read_page ("{\"data\":[{\"id\":\"a\",\"id\":\"b\",\"n\":12345678901234567890}]}");
  ActEvent *event = g_ptr_array_index (page->events, 0);

  g_assert_cmpstr (event->id, ==, "b");
  g_assert_cmpstr (event->payload, ==, "{\"id\":\"a\",\"id\":\"b\",\"n\":12345678901234567890}");
}

static void
test_not_utf8 (void)
{
  g_autoptr (ActEventPage) page =
      read_page ("{\"data\":[{\"id\":\"a\",\"m3terEvent\":\"caf\xe9 \\ud83d.\"},{\"id\":\"b\"}]}");
  ActEvent *event = g_ptr_array_index (page->events, 0);

  g_assert_cmpuint (page->events->len, ==, 2);
  g_assert_cmpstr (event->message, ==, "caf\xef\xbf\xbd \xef\xbf\xbd.");
  g_assert_true (g_utf8_validate (event->payload, -1, NULL));
}

/* The members of a page that are no events are counted, and cost no others. */
static void
test_page (void)
{
  g_autoptr (ActEventPage) page =
      read_page ("{\"data\":[{\"id\":\"a\"},null,7,\"x\",[],{},{\"id\":\"b\",\"m3terEvent\":[[[]]]}],\"nextToken\":\"t\"}");
  ActEvent *event = NULL;

  g_assert_cmpuint (page->events->len, ==, 3);
  g_assert_cmpuint (page->unreadable, ==, 4);
  g_assert_cmpstr (page->next_token, ==, "t");

  event = g_ptr_array_index (page->events, 0);
  g_assert_cmpstr (event->payload, ==, "{\"id\":\"a\"}");
  event = g_ptr_array_index (page->events, 2);
  g_assert_cmpstr (event->id, ==, "b");
}

/* The key is found by the parser but not in the text; the payload is then written anew. */
static void
test_escaped_key (void)
{
  g_autoptr (ActEventPage) page = read_page ("{\"d\\u0061ta\":[ { \"id\" : \"a\" } ]}");
  ActEvent *event = g_ptr_array_index (page->events, 0);

  g_assert_cmpstr (event->id, ==, "a");
  g_assert_cmpstr (event->payload, ==, "{\"id\":\"a\"}");
}

static void
test_next_token (void)
{
  static const struct
  {
    const char *text;
    const char *token;
  } samples[] = {
    { "{}", NULL },
    { "{\"data\":null}", NULL },
    { "{\"data\":[],\"nextToken\":null}", NULL },
    { "{\"data\":[],\"nextToken\":\"\"}", NULL },
    { "{\"data\":[],\"nextToken\":\"a b+c\"}", "a b+c" },
    { "{\"data\":[],\"nextToken\":100}", "100" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ActEventPage) page = read_page (samples[i].text);

      g_assert_cmpstr (page->next_token, ==, samples[i].token);
      g_assert_cmpuint (page->events->len, ==, 0);
    }
}

/* A page that cannot be read must not pass for the last one. */
static void
test_bad_page (void)
{
  static const char *const bad[] = {
    "[]",
    "null",
    "{\"data\":{}}",
    "{\"data\":\"x\"}",
    "{\"data\":[],\"nextToken\":{}}",
    "{\"data\":[],\"nextToken\":[\"a\"]}",
    "{\"data\":[],\"nextToken\":true}",
    "{\"data\":[{\"id\":\"a\"}",
    "{\"data\":[{\"id\":\"a\"]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      tell_sample (bad[i]);
      g_assert_null (read_text (&act_event_page_decoder, bad[i], &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-json/whole", test_whole);
  g_test_add_func ("/event-json/times", test_times);
  g_test_add_func ("/event-json/open", test_open);
  g_test_add_func ("/event-json/actioned", test_actioned);
  g_test_add_func ("/event-json/missing-everything", test_missing_everything);
  g_test_add_func ("/event-json/unknown-name", test_unknown_name);
  g_test_add_func ("/event-json/content-id", test_content_id);
  g_test_add_func ("/event-json/long-id", test_long_id);
  g_test_add_func ("/event-json/event-not-object", test_event_not_object);
  g_test_add_func ("/event-json/duplicate-keys", test_duplicate_keys);
  g_test_add_func ("/event-json/not-utf8", test_not_utf8);
  g_test_add_func ("/event-json/page", test_page);
  g_test_add_func ("/event-json/escaped-key", test_escaped_key);
  g_test_add_func ("/event-json/next-token", test_next_token);
  g_test_add_func ("/event-json/bad-page", test_bad_page);

  return g_test_run ();
}
