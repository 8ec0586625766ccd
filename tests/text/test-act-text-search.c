/* Finds words, capital letters or not
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-text-search.h"

#include <string.h>

static void
check (const char *text,
       const char *needle,
       const char *expected)
{
  g_autoptr (GArray) matches = act_text_search_find (text, strlen (text), needle, 100, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const ActTextMatch *match = &g_array_index (matches, ActTextMatch, i);

      g_string_append_printf (found, "%u+%u ", match->start, match->length);
    }

  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_find (void)
{
  check ("", "a", "");
  check ("abc", "", "");
  check ("abc", "abcd", "");
  check ("Error: an ERROR, errors", "error", "0+5 10+5 17+5 ");
  check ("error", "ERROR", "0+5 ");
  check ("aaaa", "aa", "0+2 2+2 ");
  check ("\303\234ber \303\274ber", "\303\274BER", "0+5 6+5 ");
  check ("\320\226\320\266", "\320\266", "0+2 2+2 ");
  check ("x\nerr\nor", "error", "");
}

static void
test_limits (void)
{
  const gsize      length = 4 * 1024 * 1024;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GArray) some = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  memset (text, 'a', length);
  some = act_text_search_find (text, length, "aa", 1000, NULL);
  g_assert_cmpuint (some->len, ==, 1000);

  g_cancellable_cancel (cancellable);
  none = act_text_search_find (text, length, "b", 1000, cancellable);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-search/find", test_find);
  g_test_add_func ("/text-search/limits", test_limits);

  return g_test_run ();
}
