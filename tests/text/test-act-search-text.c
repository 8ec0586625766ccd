/* What is said about a search that is not understood
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-text.h"

#include <string.h>

typedef struct
{
  const char *search;
  const char *says[4];
} Sample;

static const Sample samples[] = {
  { "foo:bar", { "“foo:”", "name:", "payload:", "quotes" } },
  { "-foo:bar", { "“foo:”", NULL } },
  { "is:closed", { "“is:closed”", "is:open", "is:waiting" } },
  { "after:soon", { "“after:soon”", "2026-03-01", "-7d", "last-month" } },
  { "name:", { "“name:”", NULL } },
  { "\"a b", { "“\"a b”", NULL } },
  { "a foo:1 is:x", { "foo:", "\n", "is:x" } },
};

static void
test_problems (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ActSearch) search = act_search_parse (samples[i].search);
      g_autofree char *text = act_search_text_problems (search);

      for (guint j = 0; j < G_N_ELEMENTS (samples[i].says) && samples[i].says[j] != NULL; j++)
        g_assert_nonnull (strstr (text, samples[i].says[j]));
    }
}

static void
test_nothing_wrong (void)
{
  g_autoptr (ActSearch) search = act_search_parse ("a name:b");

  g_assert_null (act_search_text_problems (search));
}

static void
test_long_and_strange (void)
{
  g_autofree char *value = g_strnfill (2000, 'x');
  g_autofree char *typed = g_strdup_printf ("foo:\xe2\x80\xae%s is:\x01%s", value, value);
  g_autofree char *huge = g_strnfill (100000, 'x');
  g_autoptr (ActSearch) search = act_search_parse (typed);
  g_autoptr (ActSearch) too_long = act_search_parse (huge);
  g_autofree char *text = act_search_text_problems (search);
  g_autofree char *long_text = act_search_text_problems (too_long);

  g_assert_cmpuint (strlen (text), <, 600);
  g_assert_null (strstr (text, "\xe2\x80\xae"));
  g_assert_nonnull (strstr (long_text, "4096"));
}

static void
test_names (void)
{
  for (guint i = 0; i < ACT_N_SEARCH_FIELDS; i++)
    g_assert_cmpstr (act_search_text_field ((ActSearchField) i), !=, "");
  for (guint i = 0; i < ACT_N_SEARCH_IS; i++)
    g_assert_cmpstr (act_search_text_is ((ActSearchIs) i), !=, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-text/problems", test_problems);
  g_test_add_func ("/search-text/nothing-wrong", test_nothing_wrong);
  g_test_add_func ("/search-text/long-and-strange", test_long_and_strange);
  g_test_add_func ("/search-text/names", test_names);

  return g_test_run ();
}
