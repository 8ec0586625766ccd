/* Searches: what is read, what is a problem, and the way to paper and back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search.h"

#include "act-query.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *printed;
} Sample;

/* What is understood, and how it is printed. */
static const Sample good[] = {
  { "", "" },
  { "   ", "" },
  { "invoice", "invoice" },
  { "  two   words ", "two words" },
  { "\"two words\"", "\"two words\"" },
  { "-invoice", "-invoice" },
  { "-\"two words\"", "-\"two words\"" },
  { "--x", "--x" },
  { "a - b", "a b" },
  { "foo &", "foo" },
  { "\"\"", "" },
  { "NAME:perform", "name:perform" },
  { "-name:perform", "-name:perform" },
  { "name:\"missing account\"", "name:\"missing account\"" },
  { "name:integration.perform.error", "name:integration.perform.error" },
  { "destination:chargebee entity:bill id:0a1", "destination:chargebee entity:bill id:0a1" },
  { "payload:\"\\\"status\\\": 1\"", "payload:\"\\\"status\\\": 1\"" },
  { "payload:{", "payload:{" },
  { "is:OPEN -is:gone", "is:OPEN -is:gone" },
  { "before:2026-03-01 after:-7d", "before:2026-03-01 after:-7d" },
  { "during:2026-03 during:2026 after:today", "during:2026-03 during:2026 after:today" },
  { "during:this-month during:Last-Month", "during:this-month during:Last-Month" },
  { "after:-3h after:-2W after:-12m after:-1y", "after:-3h after:-2W after:-12m after:-1y" },
  { "12:30", "12:30" },
  { "https://api.m3ter.com/x?y=1", "https://api.m3ter.com/x?y=1" },
  { "urn:uuid", "urn:uuid" },
  { "urn:uuid:1234", "urn:uuid:1234" },
  { "mailto:someone@example.com", "mailto:someone@example.com" },
  { "arn:aws:s3", "arn:aws:s3" },
  { "std::map", "std::map" },
  { "C:\\path", "C:\\path" },
  { "Error: refused", "Error: refused" },
  { "\"foo:bar\"", "\"foo:bar\"" },
  { "ab\"c d\"e", "ab\"c d\"e" },
  { "\"a\"b", "\"a\" b" },
  { "\"back\\\\slash\"", "\"back\\slash\"" },
  { "\"ends\\\\\"", "\"ends\\\\\"" },
  { "\xe8\xab\x8b\xe6\xb1\x82", "\xe8\xab\x8b\xe6\xb1\x82" },
  { "a\xe3\x80\x80"
    "b",
    "a b" },
  { "a\xff"
    "b",
    "a\xef\xbf\xbd"
    "b" },
};

typedef struct
{
  const char          *text;
  ActSearchProblemCode code;
  const char          *token;
  const char          *printed; /* what is searched for all the same */
} Bad;

static const Bad bad[] = {
  { "foo:bar", ACT_SEARCH_PROBLEM_UNKNOWN_FIELD, "foo:bar", "" },
  { "x foo:bar y", ACT_SEARCH_PROBLEM_UNKNOWN_FIELD, "foo:bar", "x y" },
  { "-foo:\"a b\"", ACT_SEARCH_PROBLEM_UNKNOWN_FIELD, "-foo:\"a b\"", "" },
  { "localhost:8080", ACT_SEARCH_PROBLEM_UNKNOWN_FIELD, "localhost:8080", "" },
  { "is:closed", ACT_SEARCH_PROBLEM_UNKNOWN_STATE, "is:closed", "" },
  { "before:tomorrow", ACT_SEARCH_PROBLEM_BAD_DATE, "before:tomorrow", "" },
  { "after:2026-02-30", ACT_SEARCH_PROBLEM_BAD_DATE, "after:2026-02-30", "" },
  { "after:2026-13", ACT_SEARCH_PROBLEM_BAD_DATE, "after:2026-13", "" },
  { "after:2026-3-1", ACT_SEARCH_PROBLEM_BAD_DATE, "after:2026-3-1", "" },
  { "after:0000", ACT_SEARCH_PROBLEM_BAD_DATE, "after:0000", "" },
  { "after:20260301", ACT_SEARCH_PROBLEM_BAD_DATE, "after:20260301", "" },
  { "during:7d", ACT_SEARCH_PROBLEM_BAD_DATE, "during:7d", "" },
  { "during:-d", ACT_SEARCH_PROBLEM_BAD_DATE, "during:-d", "" },
  { "during:-99999d", ACT_SEARCH_PROBLEM_BAD_DATE, "during:-99999d", "" },
  { "during:-7x", ACT_SEARCH_PROBLEM_BAD_DATE, "during:-7x", "" },
  { "name:", ACT_SEARCH_PROBLEM_EMPTY_VALUE, "name:", "" },
  { "name: perform", ACT_SEARCH_PROBLEM_EMPTY_VALUE, "name:", "perform" },
  { "name:\"\"", ACT_SEARCH_PROBLEM_EMPTY_VALUE, "name:\"\"", "" },
  { "name:!!", ACT_SEARCH_PROBLEM_EMPTY_VALUE, "name:!!", "" },
  { "id:", ACT_SEARCH_PROBLEM_EMPTY_VALUE, "id:", "" },
  { "payload:", ACT_SEARCH_PROBLEM_EMPTY_VALUE, "payload:", "" },
  { "after:", ACT_SEARCH_PROBLEM_EMPTY_VALUE, "after:", "" },
  { "is:", ACT_SEARCH_PROBLEM_EMPTY_VALUE, "is:", "" },
  { "a \"b c", ACT_SEARCH_PROBLEM_OPEN_QUOTE, "\"b c", "a \"b c\"" },
  { "name:\"b c", ACT_SEARCH_PROBLEM_OPEN_QUOTE, "name:\"b c", "name:\"b c\"" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (ActSearch) search = act_search_parse (good[i].text);
      g_autofree char *printed = act_search_print (search);
      guint            n_problems = 0;

      g_test_message ("%s", good[i].text);
      act_search_get_problems (search, &n_problems);
      g_assert_cmpuint (n_problems, ==, 0);
      g_assert_cmpstr (printed, ==, good[i].printed);
      g_assert_true (act_search_is_empty (search) == (*printed == '\0'));
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (ActSearch) search = act_search_parse (bad[i].text);
      g_autofree char        *printed = act_search_print (search);
      guint                   n_problems = 0;
      const ActSearchProblem *problems = act_search_get_problems (search, &n_problems);

      g_assert_cmpuint (n_problems, ==, 1);
      g_assert_cmpint (problems[0].code, ==, bad[i].code);
      g_assert_cmpstr (problems[0].token, ==, bad[i].token);
      g_assert_cmpmem (bad[i].text + problems[0].start, problems[0].end - problems[0].start,
                       bad[i].token, strlen (bad[i].token));
      g_assert_cmpstr (printed, ==, bad[i].printed);
    }
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (ACT_SEARCH_MAX_LENGTH + 2, 'a');
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (ActSearch) search = act_search_parse (text);
  g_autoptr (ActSearch) terms = NULL;
  const ActSearchProblem *problems = NULL;
  guint                   n = 0;

  problems = act_search_get_problems (search, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (problems[0].code, ==, ACT_SEARCH_PROBLEM_TOO_LONG);
  g_assert_true (act_search_is_empty (search));

  for (guint i = 0; i < ACT_SEARCH_MAX_TERMS + 5; i++)
    g_string_append (many, "a ");
  terms = act_search_parse (many->str);
  act_search_get_terms (terms, &n);
  g_assert_cmpuint (n, ==, ACT_SEARCH_MAX_TERMS);
  problems = act_search_get_problems (terms, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (problems[0].code, ==, ACT_SEARCH_PROBLEM_TOO_LONG);
}

static void
test_terms (void)
{
  g_autoptr (ActSearch) search = act_search_parse ("net -name:\"a b\" is:waiting");
  guint                n = 0;
  const ActSearchTerm *terms = act_search_get_terms (search, &n);
  const char          *words[] = { "a", "b", NULL };

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (terms[0].field, ==, ACT_SEARCH_WORDS);
  g_assert_false (terms[0].negated);
  g_assert_false (terms[0].phrase);
  g_assert_cmpuint (terms[0].start, ==, 0);
  g_assert_cmpuint (terms[0].end, ==, 3);
  g_assert_cmpint (terms[1].field, ==, ACT_SEARCH_NAME);
  g_assert_true (terms[1].negated);
  g_assert_true (terms[1].phrase);
  g_assert_cmpstr (terms[1].text, ==, "a b");
  g_assert_cmpstrv (terms[1].words, words);
  g_assert_cmpint (terms[2].is, ==, ACT_SEARCH_IS_WAITING);
}

static void
test_asks (void)
{
  static const struct
  {
    const char *text;
    gboolean    uses_payload;
    gboolean    names_state;
  } asks[] = {
    { "payload", FALSE, FALSE },
    { "-payload:x", TRUE, FALSE },
    { "is:open", FALSE, TRUE },
    { "is:refused", FALSE, TRUE },
    { "-is:open", FALSE, TRUE },
    { "-is:refused", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    {
      g_autoptr (ActSearch) search = act_search_parse (asks[i].text);

      g_assert_cmpint (act_search_uses_payload (search), ==, asks[i].uses_payload);
      g_assert_cmpint (act_search_names_state (search), ==, asks[i].names_state);
    }

  g_assert_true (act_search_is_empty (NULL));
  g_assert_false (act_search_uses_payload (NULL));
  g_assert_false (act_search_names_state (NULL));
}

static void
test_in_query (void)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (ActQuery) copy = NULL;

  query->search = act_search_parse ("a b");
  copy = act_query_copy (query);
  g_assert_true (act_query_equal (query, copy));

  g_clear_pointer (&copy->search, act_search_unref);
  g_assert_false (act_query_equal (query, copy));
  copy->search = act_search_parse ("a c");
  g_assert_false (act_query_equal (query, copy));
  g_clear_pointer (&copy->search, act_search_unref);
  copy->search = act_search_parse ("a   b");
  g_assert_true (act_query_equal (query, copy));
}

/* Pieces that have a meaning, so that random text has one now and then. */
static const char *const pieces[] = {
  "name:", "destination:", "entity:", "id:", "payload:", "is:", "before:", "after:", "during:",
  "foo:", "open", "actioned", "2026-03-01", "2026-03", "-7d", "today", "-", "--", "\"", "\\",
  "\\\"", "\\\\", " ", "  ", "\t", "\n", ":", "a", "Bill", "camelCase", "://", "urn:", "12:30",
  "\xc3\xa9", "e\xcc\x81", "\xcc\x81", "\xe8\xab\x8b", "\xf0\x9f\x94\xa5", "\xe2\x80\x8b",
  "\xe2\x80\xae", "\xef\xbb\xbf", "\xc2\xa0", "\xe3\x80\x80", "\xff", "\xed\xa0\x80", "\x01",
  "\xe1\x84\x92", "\xe1\x85\xa1", "\xc4\xb0", "\xef\xac\x81"
};

static void
append_any (GString *text)
{
  gunichar c = 0;

  if (g_test_rand_int_range (0, 4) != 0)
    {
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      return;
    }

  c = (gunichar) g_test_rand_int_range (1, 0x20000);
  if (g_unichar_validate (c))
    g_string_append_unichar (text, c);
}

static void
assert_comes_back (const char *text)
{
  g_autoptr (ActSearch) search = act_search_parse (text);
  g_autoptr (ActSearch) again = NULL;
  g_autofree char *printed = act_search_print (search);
  g_autofree char *printed_again = NULL;
  guint            n_problems = 0;

  again = act_search_parse (printed);
  act_search_get_problems (again, &n_problems);
  printed_again = act_search_print (again);

  g_assert_cmpuint (n_problems, ==, 0);
  g_assert_cmpstr (printed_again, ==, printed);
  g_assert_true (act_search_equal (again, search));
}

static void
test_print_and_read (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int n = g_test_rand_int_range (0, 12);

      for (int i = 0; i < n; i++)
        append_any (text);
      assert_comes_back (text->str);
    }
}

static void
test_print_and_read_long (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gsize length = ACT_SEARCH_MAX_LENGTH - 20 + (gsize) round;

      if (round % 2 == 0)
        g_string_append_c (text, '"');
      while (text->len < length)
        {
          gsize before = text->len;

          append_any (text);
          if (text->len > length)
            {
              g_string_truncate (text, before);
              g_string_append_c (text, 'x');
            }
        }
      assert_comes_back (text->str);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/good", test_good);
  g_test_add_func ("/search/bad", test_bad);
  g_test_add_func ("/search/too-long", test_too_long);
  g_test_add_func ("/search/terms", test_terms);
  g_test_add_func ("/search/asks", test_asks);
  g_test_add_func ("/search/in-query", test_in_query);
  g_test_add_func ("/search/print-and-read", test_print_and_read);
  g_test_add_func ("/search/print-and-read-long", test_print_and_read_long);

  return g_test_run ();
}
