/* JSON for reading: nothing lost, nothing hidden, nothing overflows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-text.h"

#include "act-time.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const struct
{
  const char *json;
  const char *pretty;
} samples[] = {
  { NULL, "" },
  { "", "" },
  { "null", "null" },
  { "{}", "{}" },
  { " [ ] ", "[]" },
  { "{ \"a\" : [ ] , \"b\":{ }}", "{\n  \"a\": [],\n  \"b\": {}\n}" },
  { "[1,[2,{\"a\":\"b\"}]]", "[\n  1,\n  [\n    2,\n    {\n      \"a\": \"b\"\n    }\n  ]\n]" },
  /* What is in a string stays as it is. */
  { "[\"a,b:{}[] \\\" \\\\\",1]", "[\n  \"a,b:{}[] \\\" \\\\\",\n  1\n]" },
  /* Digits, order and what is there twice are the server's. */
  { "{\"b\":0.10,\"a\":12345678901234567890,\"a\":1e2}",
    "{\n  \"b\": 0.10,\n  \"a\": 12345678901234567890,\n  \"a\": 1e2\n}" },
  { "{\"a\":\"\u202e\xc2\x85ü\"}", "{\n  \"a\": \"\\u202e\\u0085ü\"\n}" },
  { "[\"\U000e0041\"]", "[\n  \"\\udb40\\udc41\"\n]" },
  /* What is no JSON is shown as it is. */
  { "<html>\x1b</html>", "<html>␛</html>" },
  { "{\"a\":", "{\"a\":" },
  { "{\"a\":1}}", "{\"a\":1}}" },
  { "[\"\xff\"]", "[\"�\"]" },
  { "[1] // \u202e", "[1] // [U+202E]" },
};

static void
test_samples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *pretty = act_json_text_pretty (samples[i].json);
      g_autofree char *shown = g_strescape (samples[i].json != NULL ? samples[i].json : "", NULL);

      g_test_message ("%s", shown);
      g_assert_cmpstr (pretty, ==, samples[i].pretty);
    }
}

static char *
nest (const char *before,
      const char *open,
      const char *close,
      gsize       depth)
{
  g_autoptr (GString) json = g_string_new (before);

  for (gsize i = 0; i < depth; i++)
    g_string_append (json, open);
  g_string_append (json, "1");
  for (gsize i = 0; i < depth; i++)
    g_string_append (json, close);

  return g_string_free (g_steal_pointer (&json), FALSE);
}

static void
test_deep (void)
{
  static const char *const openings[] = { "[", "{\"a\":" };
  static const char *const closings[] = { "]", "}" };
  /* A comment or another quotation mark must not hide the brackets from the count. */
  static const char *const covers[] = { "", "/* \" */", "// \"\n", "# \"\n", "'\"'" };

  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (covers); j++)
        {
          g_autofree char *json = nest (covers[j], openings[i], closings[i], 100000);
          g_autofree char *pretty = act_json_text_pretty (json);
          g_autofree char *open = nest (covers[j], openings[i], "", 100000);
          g_autofree char *open_pretty = act_json_text_pretty (open);

          g_assert_cmpstr (pretty, ==, json);
          g_assert_cmpstr (open_pretty, ==, open);
        }
    }
}

static void
test_depth_limit (void)
{
  g_autofree char *deepest = nest ("", "[", "]", 64);
  g_autofree char *too_deep = nest ("", "[", "]", 65);
  g_autofree char *pretty = act_json_text_pretty (deepest);
  g_autofree char *as_it_is = act_json_text_pretty (too_deep);

  g_assert_cmpstr (pretty, !=, deepest);
  g_assert_cmpstr (as_it_is, ==, too_deep);
}

static void
test_large (void)
{
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GString) large = g_string_new ("[\"");
  g_autofree char *wide_pretty = NULL;
  g_autofree char *large_pretty = NULL;

  /* Indented, this would be sixty times as large. */
  for (int i = 0; i < 60; i++)
    g_string_append_c (wide, '[');
  for (int i = 0; i < 400000; i++)
    g_string_append (wide, "1,");
  g_string_append_c (wide, '1');
  for (int i = 0; i < 60; i++)
    g_string_append_c (wide, ']');
  wide_pretty = act_json_text_pretty (wide->str);
  g_assert_cmpstr (wide_pretty, ==, wide->str);

  for (int i = 0; i < 3 * 1024 * 1024; i++)
    g_string_append_c (large, 'x');
  g_string_append (large, "\"]");
  large_pretty = act_json_text_pretty (large->str);
  g_assert_true (g_str_has_suffix (large_pretty, "x…"));
}

/* Whatever is indented is the same JSON still. */
static void
test_mutations (void)
{
  static const char base[] =
      "{\"id\":\"a\",\"n\":[1,-2.5e3,true,null,{\"x\":\"\\u00e4\\\"\"}],\"o\":{\"p\":[]}}";
  static const char alphabet[] = "{}[]:,\"\\ 0/*'#e\n\x01";

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (GString) json = g_string_new (base);
      g_autofree char *pretty = NULL;
      g_autofree char *again = NULL;

      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        json->str[g_test_rand_int_range (0, (gint32) json->len)] =
            alphabet[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (alphabet) - 1)];

      pretty = act_json_text_pretty (json->str);
      g_assert_true (g_utf8_validate (pretty, -1, NULL));
      again = act_json_text_pretty (pretty);
      if (strchr (pretty, '\n') != NULL && strchr (json->str, '\n') == NULL)
        g_assert_cmpstr (again, ==, pretty);
    }
}

static void
test_of_event (void)
{
  g_autoptr (ActEventRecord) record = act_event_record_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = NULL;
  JsonObject      *object = NULL;

  record->status = ACT_EVENT_STATUS_ELSEWHERE;
  record->account_name = g_strdup ("Grüße \"&\" \u202e\xc2\x85");
  record->event = act_event_new ();
  record->event->id = g_strdup ("a\nb");
  record->event->name = g_strdup ("integration.perform.error");
  record->event->message = g_strdup ("line\nline\x1b\x7f\xff");
  g_assert_true (act_time_parse_iso8601 ("2026-03-03T13:02:11.089Z", &record->event->time));
  record->event->actioned_time = record->event->time + 1;

  json = act_json_text_of_event (record);
  g_assert_null (strpbrk (json, "\n\r\x1b\x7f"));
  g_assert_null (strstr (json, "\u202e"));
  g_assert_null (strstr (json, "\xc2\x85"));
  g_assert_nonnull (strstr (json, "Grüße"));
  g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
  object = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, "a\nb");
  g_assert_cmpstr (json_object_get_string_member (object, "message"), ==, "line\nline\x1b\x7f�");
  g_assert_cmpstr (json_object_get_string_member (object, "accountName"), ==,
                   record->account_name);
  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "actioned-elsewhere");
  g_assert_cmpstr (json_object_get_string_member (object, "eventTime"), ==,
                   "2026-03-03T13:02:11.089Z");
  g_assert_cmpstr (json_object_get_string_member (object, "dtActioned"), ==,
                   "2026-03-03T13:02:11.090Z");
  g_assert_true (json_object_get_null_member (object, "runId"));
}

static void
test_of_empty_event (void)
{
  g_autoptr (ActEventRecord) record = act_event_record_new ();
  g_autofree char *json = act_json_text_of_event (record);

  g_assert_cmpstr (json, ==,
                   "{\"id\":null,\"eventName\":null,\"eventTime\":null,\"status\":\"open\","
                   "\"message\":null,\"destination\":null,\"integrationConfigId\":null,"
                   "\"integrationName\":null,\"entityType\":null,\"entityId\":null,"
                   "\"accountId\":null,\"accountName\":null,\"runId\":null}");
}

static void
test_compact (void)
{
  static const struct
  {
    const char *json;
    const char *compact;
  } cases[] = {
    { "{ \"a\" : [ 1.10 ,\n 2e0 ],\r\n\t\"b c\": \"d  e\" }", "{\"a\":[1.10,2e0],\"b c\":\"d  e\"}" },
    { "{\"a\":\"\\\" }\\\\\"}", "{\"a\":\"\\\" }\\\\\"}" },
    { "[\"\u202e\"]", "[\"\\u202e\"]" },
    { "null", "null" },
    { "{", NULL },
    { "no JSON", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *compact = act_json_text_compact (cases[i].json);

      g_assert_cmpstr (compact, ==, cases[i].compact);
    }
}

static void
test_whole_event (void)
{
  g_autoptr (ActEventRecord) record = act_event_record_new ();
  g_autofree char *unknown = NULL;
  g_autofree char *known = NULL;

  record->event = act_event_new ();
  record->event->id = g_strdup ("e1");
  unknown = act_json_text_of_whole_event (record);
  g_assert_true (g_str_has_prefix (unknown, "{\"id\":\"e1\","));
  g_assert_true (g_str_has_suffix (unknown, ",\"runId\":null,\"event\":null}"));

  record->event->payload = g_strdup ("{\n\"n\": 12345678901234567890}");
  known = act_json_text_of_whole_event (record);
  g_assert_true (g_str_has_suffix (known, ",\"event\":{\"n\":12345678901234567890}}"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-text/samples", test_samples);
  g_test_add_func ("/json-text/deep", test_deep);
  g_test_add_func ("/json-text/depth-limit", test_depth_limit);
  g_test_add_func ("/json-text/large", test_large);
  g_test_add_func ("/json-text/mutations", test_mutations);
  g_test_add_func ("/json-text/of-event", test_of_event);
  g_test_add_func ("/json-text/of-empty-event", test_of_empty_event);

  g_test_add_func ("/json-text/compact", test_compact);
  g_test_add_func ("/json-text/whole-event", test_whole_event);

  return g_test_run ();
}
