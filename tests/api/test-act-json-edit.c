/* JSON text changed here and there
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-edit.h"

#include "act-json.h"
#include "sample.h"

static const char *const dropped[] = { "a", "version", NULL };

static void
test_objects (void)
{
  static const struct
  {
    const char *json;
    const char *edited; /* NULL: refused */
  } samples[] = {
    { "{}", "{\"x\":1}" },
    { "{\"a\":1}", "{\"x\":1}" },
    { " { \"a\" : 1 , \"b\" : [ 1, 2 ] } ", "{\"b\":[ 1, 2 ],\"x\":1}" },
    { "{\"n\":1.10,\"big\":12345678901234567890,\"n\":2}", "{\"n\":1.10,\"big\":12345678901234567890,\"n\":2,\"x\":1}" },
    { "{\"b\":{\"a\":1},\"a\":{\"b\":1}}", "{\"b\":{\"a\":1},\"x\":1}" },
    { "{\"\\u0061\":1,\"ab\":2}", "{\"ab\":2,\"x\":1}" },
    { "{\"a\":1,\"a\":2,\"b\":\"},{\"}", "{\"b\":\"},{\",\"x\":1}" },
    { "{\"q\\\"a\":1}", "{\"q\\\"a\":1,\"x\":1}" },
    { "", NULL },
    { "[]", NULL },
    { "\"a\"", NULL },
    { "{\"a\":1", NULL },
    { "{\"a\"}", NULL },
    { "{a:1}", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *edited = act_json_edit_object (samples[i].json, dropped, "\"x\":1");

      tell_sample (samples[i].json);
      g_assert_cmpstr (edited, ==, samples[i].edited);
    }
}

static void
test_nothing_added (void)
{
  g_autofree char *edited = act_json_edit_object ("{\"a\":1,\"b\":2}", dropped, NULL);
  g_autofree char *again = act_json_edit_object ("{\"a\":1,\"b\":2}", dropped, "");

  g_assert_cmpstr (edited, ==, "{\"b\":2}");
  g_assert_cmpstr (again, ==, edited);
}

/* Whatever it is, a parser gets back what was written. */
static void
test_quotes (void)
{
  static const char *const samples[] = { "", "a", "\"", "\\", "a\"b\\c", "\n\r\t\b\f\001\037\177", "é✓😀", "</script>" };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *quoted = act_json_quote (samples[i]);
      g_autofree char *array = g_strdup_printf ("[%s]", quoted);
      g_autoptr (JsonNode) root = act_json_parse (array, NULL);

      tell_sample (samples[i]);
      g_assert_nonnull (root);
      g_assert_cmpstr (json_array_get_string_element (json_node_get_array (root), 0), ==, samples[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-edit/objects", test_objects);
  g_test_add_func ("/json-edit/nothing-added", test_nothing_added);
  g_test_add_func ("/json-edit/quotes", test_quotes);

  return g_test_run ();
}
