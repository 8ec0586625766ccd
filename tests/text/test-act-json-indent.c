/* Indents JSON of any size, and leaves alone what is none
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-indent.h"

#include <string.h>

#define LARGE (32 * 1024 * 1024)

static void
check (const char *json,
       const char *expected)
{
  g_autoptr (GBytes) bytes = act_json_indent (json, strlen (json), 1000, NULL);
  g_autofree char *text = NULL;

  if (bytes != NULL)
    text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_json (void)
{
  check ("{}", "{}");
  check (" [ ] \n", "[]");
  check ("[[],{}]", "[\n  [],\n  {}\n]");
  check ("{\"b\":1e400,\"a\":[true,null,\"x,{\\\"\"],\"a\":2}",
         "{\n  \"b\": 1e400,\n  \"a\": [\n    true,\n    null,\n    \"x,{\\\"\"\n  ],\n  \"a\": 2\n}");
  check ("{\n\t\"a\" :\r\n 1.50 }", "{\n  \"a\": 1.50\n}");
}

static void
test_other (void)
{
  static const char *const cases[] = {
    "", " ", "1", "\"text\"", "true", "2026-03-03 INFO text",
    "{", "[", "}", "]", "[1", "[1,]", "[,1]", "[1 2]", "[1]]", "[1] x", "[1}", "{]", "[}",
    "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{1:2}",
    "[tru]", "[NaN]", "[\"a]", "[\"a\\\"]", "[\"\n\"]", "[INFO] started", "[/*x*/1]"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = act_json_indent (cases[i], strlen (cases[i]), 1000, NULL);

      if (bytes != NULL)
        g_test_message ("%s was taken for JSON", cases[i]);
      g_assert_null (bytes);
    }
}

static void
test_limits (void)
{
  g_autofree char *deep = g_malloc0 (LARGE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  /* Deep enough to let any recursion run out of stack. */
  memset (deep, '[', LARGE);
  g_assert_null (act_json_indent (deep, LARGE, G_MAXSIZE, NULL));

  check ("[\"0123456789\",\"0123456789\"]", "[\n  \"0123456789\",\n  \"0123456789\"\n]");
  g_assert_null (act_json_indent ("[\"0123456789\",\"0123456789\"]", 27, 20, NULL));

  g_cancellable_cancel (cancellable);
  g_assert_null (act_json_indent ("[1,2]", 5, 1000, cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-indent/json", test_json);
  g_test_add_func ("/json-indent/other", test_other);
  g_test_add_func ("/json-indent/limits", test_limits);

  return g_test_run ();
}
