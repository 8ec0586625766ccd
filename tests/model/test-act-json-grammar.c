/* What is JSON and what is none
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-grammar.h"

static const char *const good[] = {
  "{}",
  " [ ] \r\n\t",
  "null",
  "true",
  "false",
  "\"\"",
  "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
  "\"a\tb\nc\"",
  "\"\xff\"",
  "0",
  "-0",
  "10",
  "-1.50",
  "1e400",
  "1E+7",
  "0.1e-1",
  "123456789012345678901234567890",
  "{\"a\":1}",
  "{ \"a\" : [ 1 , { \"b\" : null } ] , \"a\" : [ ] }",
  "[[],[[]],{}]",
};

static const char *const bad[] = {
  "",
  " ",
  "{",
  "[",
  "}",
  "[}",
  "{]",
  "[1",
  "[1,",
  "[1,]",
  "[,1]",
  "[1 2]",
  "[1:2]",
  "{\"a\"}",
  "{\"a\":}",
  "{\"a\":1,}",
  "{,}",
  "{a:1}",
  "{1:1}",
  "{\"a\" 1}",
  "{\"a\":1 \"b\":2}",
  "{}{}",
  "1 2",
  "nul",
  "nullx",
  "True",
  "NaN",
  "Infinity",
  "+1",
  "-",
  "01",
  "1.",
  ".5",
  "1e",
  "1e+",
  "0x10",
  "\"",
  "\"\\",
  "\"\\\"",
  "\"\\x\"",
  "\"\\u12\"",
  "\"\\u12",
  "\"\\u\"",
  "'a'",
  "/* a */ 1",
  "1 // a",
  "# 1",
  "\xef\xbb\xbf{}",
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (act_json_grammar_is_valid (good[i]));
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (act_json_grammar_is_valid (bad[i]));
}

static char *
nest (guint depth)
{
  g_autofree char *opened = g_strnfill (depth, '[');
  g_autofree char *closed = g_strnfill (depth, ']');

  return g_strconcat (opened, closed, NULL);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nest (ACT_JSON_GRAMMAR_MAX_DEPTH);
  g_autofree char *deeper = nest (ACT_JSON_GRAMMAR_MAX_DEPTH + 1);
  g_autofree char *deep = nest (100000);

  g_assert_true (act_json_grammar_is_valid (deepest));
  g_assert_false (act_json_grammar_is_valid (deeper));
  g_assert_false (act_json_grammar_is_valid (deep));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-grammar/good", test_good);
  g_test_add_func ("/json-grammar/bad", test_bad);
  g_test_add_func ("/json-grammar/depth", test_depth);

  return g_test_run ();
}
