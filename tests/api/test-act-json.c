/* JSON read with care: right types, wrong types, and what is not there
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json.h"

#include "act-api-error.h"
#include "act-event.h"
#include "sample.h"

#include <string.h>

static const char *const sample =
    "{\"text\":\"x\",\"blank\":\" \",\"empty\":\"\",\"number\":42,\"big\":9223372036854775807,\"half\":2.5,"
    "\"digits\":\"17\",\"words\":\"17 days\",\"huge\":1e300,\"yes\":true,\"no\":false,\"null\":null,"
    "\"object\":{},\"array\":[{},1,null]}";

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = act_json_parse (text, &error);

  g_assert_no_error (error);

  return root;
}

static void
test_parse (void)
{
  static const char *const bad[] = { "", "  ", "{\"a\"}", "{\"a\":[1,]}", "nonsense", "{\"secret\" 1}" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (act_json_parse (bad[i], &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
      g_assert_null (strstr (error->message, "secret"));
    }
}

static void
test_root (void)
{
  static const char *const others[] = { "[]", "1", "\"x\"", "null" };
  g_autoptr (JsonNode) object = parse ("{}");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (act_json_get_root_object (object, &error));
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (JsonNode) root = parse (others[i]);

      g_assert_null (act_json_get_root_object (root, &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
      g_clear_error (&error);
    }
}

static void
test_array (void)
{
  static const char *const others[] = { "text", "number", "object", "yes" };
  g_autoptr (JsonNode) root = parse (sample);
  JsonObject *object = json_node_get_object (root);
  JsonArray  *array = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (act_json_find_array (object, "array", &array, &error));
  g_assert_cmpuint (json_array_get_length (array), ==, 3);
  g_assert_nonnull (act_json_get_element (array, 0));
  g_assert_null (act_json_get_element (array, 1));
  g_assert_null (act_json_get_element (array, 2));

  g_assert_true (act_json_find_array (object, "null", &array, &error));
  g_assert_null (array);
  g_assert_true (act_json_find_array (object, "missing", &array, &error));
  g_assert_null (array);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_false (act_json_find_array (object, others[i], &array, &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
      g_assert_nonnull (strstr (error->message, others[i]));
      g_clear_error (&error);
    }
}

static void
test_text (void)
{
  static const struct
  {
    const char *member;
    const char *text;
    gboolean    is_right;
  } samples[] = {
    { "text", "x", TRUE },
    { "blank", NULL, TRUE },
    { "empty", NULL, TRUE },
    { "number", "42", TRUE },
    { "half", "2.5", TRUE },
    { "null", NULL, TRUE },
    { "missing", NULL, TRUE },
    { "yes", NULL, FALSE },
    { "object", NULL, FALSE },
    { "array", NULL, FALSE },
  };
  g_autoptr (JsonNode) root = parse (sample);
  JsonObject *object = json_node_get_object (root);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *tolerant = act_json_dup_text (object, samples[i].member);
      g_autofree char *checked = NULL;
      gboolean         is_right = act_json_find_text (object, samples[i].member, &checked, &error);

      tell_sample (samples[i].member);
      g_assert_cmpstr (tolerant, ==, samples[i].text);
      g_assert_cmpstr (checked, ==, samples[i].text);
      g_assert_cmpint (is_right, ==, samples[i].is_right);
      g_assert_cmpint (error == NULL, ==, is_right);
    }

  g_assert_null (act_json_node_dup_text (NULL));
}

static void
test_boolean (void)
{
  g_autoptr (JsonNode) root = parse (sample);
  JsonObject *object = json_node_get_object (root);

  g_assert_true (act_json_get_boolean (object, "yes", FALSE));
  g_assert_false (act_json_get_boolean (object, "no", TRUE));
  g_assert_true (act_json_get_boolean (object, "missing", TRUE));
  g_assert_true (act_json_get_boolean (object, "null", TRUE));
  g_assert_true (act_json_get_boolean (object, "text", TRUE));
  g_assert_true (act_json_get_boolean (object, "number", TRUE));
  g_assert_true (act_json_get_boolean (object, "array", TRUE));
}

static void
test_integer (void)
{
  static const struct
  {
    const char *member;
    gint64      number;
  } samples[] = {
    { "number", 42 },
    { "big", G_MAXINT64 },
    { "half", 2 },
    { "digits", 17 },
    { "words", -5 },
    { "huge", -5 },
    { "yes", -5 },
    { "text", -5 },
    { "null", -5 },
    { "missing", -5 },
    { "object", -5 },
  };
  g_autoptr (JsonNode) root = parse (sample);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      tell_sample (samples[i].member);
      g_assert_cmpint (act_json_get_integer (json_node_get_object (root), samples[i].member, -5), ==,
                       samples[i].number);
    }
}

static void
test_time (void)
{
  static const char times[] =
      "{\"whole\":\"1970-01-01T00:00:01.5Z\",\"micro\":\"1970-01-01T00:00:00.001999Z\",\"words\":\"today\",\"number\":7,"
      "\"empty\":\"\",\"null\":null,\"object\":{}}";
  static const char *const none[] = { "words", "number", "empty", "null", "object", "missing" };
  g_autoptr (JsonNode) root = parse (times);
  JsonObject *object = json_node_get_object (root);

  g_assert_cmpint (act_json_get_time (object, "whole"), ==, 1500);
  g_assert_cmpint (act_json_get_time (object, "micro"), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_cmpint (act_json_get_time (object, none[i]), ==, ACT_TIME_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/parse", test_parse);
  g_test_add_func ("/json/root", test_root);
  g_test_add_func ("/json/array", test_array);
  g_test_add_func ("/json/text", test_text);
  g_test_add_func ("/json/boolean", test_boolean);
  g_test_add_func ("/json/integer", test_integer);
  g_test_add_func ("/json/time", test_time);

  return g_test_run ();
}
