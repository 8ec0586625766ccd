/* Searching a short text for words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-words.h"

static gboolean
matches (const char *typed,
         const char *text)
{
  g_auto (GStrv) words = act_search_words_split (typed);
  g_autofree char *folded = act_search_words_fold (text);

  return act_search_words_match ((const char *const *) words, folded);
}

static void
test_match (void)
{
  g_assert_true (matches ("", "Northwind Logistics"));
  g_assert_true (matches (NULL, NULL));
  g_assert_true (matches ("  north ", "Northwind Logistics cus_1"));
  g_assert_true (matches ("LOGIST north", "Northwind Logistics cus_1"));
  g_assert_true (matches ("s_1", "Northwind Logistics cus_1"));
  g_assert_false (matches ("north south", "Northwind Logistics"));
  g_assert_false (matches ("x", NULL));
}

static void
test_foreign (void)
{
  g_assert_true (matches ("STRASSE", "Straße"));
  /* Composed against decomposed. */
  g_assert_true (matches ("\xc3\xa9", "Caf\x65\xcc\x81"));
  g_assert_true (matches ("ab", "\xff"
                                "AB"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-words/match", test_match);
  g_test_add_func ("/search-words/foreign", test_foreign);

  return g_test_run ();
}
