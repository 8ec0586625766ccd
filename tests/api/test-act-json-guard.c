/* JSON text that may be parsed, and what may not
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-guard.h"

#include "act-api-error.h"
#include "act-json.h"
#include "sample.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *clean;
} Sample;

static const Sample good[] = {
  { "", "" },
  { "  \n", "  \n" },
  { "{}", "{}" },
  { "null", "null" },
  { "{\"a\":[1,-2.5e+3,true,null,\"b\"]}", "{\"a\":[1,-2.5e+3,true,null,\"b\"]}" },
  { "\"{[{[\"", "\"{[{[\"" },
  { "\"\\\"{\"", "\"\\\"{\"" },
  { "\"\\\\\"", "\"\\\\\"" },
  { "\"/*'$=\"", "\"/*'$=\"" },
  { "\xef\xbb\xbf{}", "{}" },
  { "\"\\ud83d\\ude00\"", "\"\\ud83d\\ude00\"" },
  { "\"\\ud83d\"", "\"\\ufffd\"" },
  { "\"\\ude00\"", "\"\\ufffd\"" },
  { "\"\\uD83Dx\"", "\"\\ufffdx\"" },
  { "\"\\ud83d\\u0041\"", "\"\\ufffd\\u0041\"" },
  { "\"\\ud83d\\ud83d\\ude00\"", "\"\\ufffd\\ud83d\\ude00\"" },
  { "\"\\\\ud83d\"", "\"\\\\ud83d\"" },
  { "\"a\\u0000b\"", "\"a\\ufffdb\"" },
  { "\"a\xff\"", "\"a\xef\xbf\xbd\"" },
};

static const char *const bad[] = {
  "{",
  "[",
  "}",
  "{}]",
  "[{}",
  "\"",
  "\"\\",
  "\"\\\"",
  "\"\\ud83d",
  "\"\\u12\"",
  "\"\\ud8null\"",
  "\"\\u\"",
  "{\"a\":\"b",
  "{'a':1}",
  "{\"a\":$1}",
  "/* {\"a\": */ {}",
  "// {}",
  "# {}",
  "var a = {}",
  "<html>",
};

static char *
clean (const char *text,
       gsize       size,
       GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  return act_json_guard_clean (bytes, error);
}

static char *
nest (guint depth)
{
  g_autofree char *open = g_strnfill (depth, '[');
  g_autofree char *close = g_strnfill (depth, ']');

  return g_strconcat (open, close, NULL);
}

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = clean (good[i].text, strlen (good[i].text), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, good[i].clean);
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = clean (bad[i], strlen (bad[i]), &error);

      tell_sample (bad[i]);
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
      g_assert_null (text);
    }
}

static void
test_nul (void)
{
  g_autofree char *text = clean ("\"a\0b\"", 5, NULL);

  g_assert_cmpstr (text, ==, "\"a\xef\xbf\xbd"
                             "b\"");
}

static void
test_depth (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *deepest = nest (ACT_JSON_MAX_DEPTH);
  g_autofree char *deeper = nest (ACT_JSON_MAX_DEPTH + 1);
  g_autofree char *allowed = clean (deepest, strlen (deepest), &error);
  g_autofree char *refused = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (allowed, ==, deepest);

  refused = clean (deeper, strlen (deeper), &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOO_DEEP);
  g_assert_null (refused);
}

/* This deep the parser overflows the stack. Without its end it is refused all the same. */
static void
test_hostile_depth (void)
{
  g_autofree char *arrays = g_strnfill (100000, '[');
  g_autoptr (GString) objects = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (clean (arrays, strlen (arrays), &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOO_DEEP);
  g_clear_error (&error);

  for (guint i = 0; i < 100000; i++)
    g_string_append (objects, "{\"\\\"\":");
  g_assert_null (clean (objects->str, objects->len, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOO_DEEP);
}

static void
test_values (void)
{
  g_autofree char *commas = g_strnfill (ACT_JSON_MAX_VALUES + 1, ',');
  g_autofree char *text = g_strconcat ("[", commas, "]", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (clean (text, strlen (text), &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOO_LARGE);
}

/* Nothing that passes may make the parser crash, complain or give texts that are not UTF-8. */
static void
test_noise (void)
{
  static const char *const pieces[] = {
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\\u",
    "\\ud83d",
    "\\ude00",
    "\\u0000",
    "a",
    "0",
    "-",
    "1e999",
    "9223372036854775808",
    "true",
    "null",
    ".",
    "+",
    "e",
    "x",
    " ",
    "\n",
    "\xff",
    "\xc3",
    "{\"a\":",
    "\"b\"",
    "[1,",
    "0x",
    "\"\"",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260304);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) noise = g_string_new (NULL);
      g_autoptr (JsonNode) root = NULL;
      g_autofree char *text = NULL;
      gint             length = g_rand_int_range (rand, 1, 12);

      for (gint j = 0; j < length; j++)
        g_string_append (noise, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      text = clean (noise->str, noise->len, NULL);
      if (text != NULL)
        root = act_json_parse (text, NULL);
      if (root != NULL)
        {
          g_autofree char *again = json_to_string (root, FALSE);

          g_assert_true (g_utf8_validate (again, -1, NULL));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-guard/good", test_good);
  g_test_add_func ("/json-guard/bad", test_bad);
  g_test_add_func ("/json-guard/nul", test_nul);
  g_test_add_func ("/json-guard/depth", test_depth);
  g_test_add_func ("/json-guard/hostile-depth", test_hostile_depth);
  g_test_add_func ("/json-guard/values", test_values);
  g_test_add_func ("/json-guard/noise", test_noise);

  return g_test_run ();
}
