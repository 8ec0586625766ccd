/* What a search that is being typed may go on with
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-suggestions.h"

#include "act-search.h"

#include <string.h>

static ActFacets *
make_facets (void)
{
  ActFacets *facets = act_facets_new ();

  facets->by_kind[ACT_EVENT_KIND_PERFORM] = 3;
  act_facets_add (facets->names, "integration.new.error", 1);
  act_facets_add (facets->destinations, "Chargebee", 12);
  act_facets_add (facets->destinations, "Net Suite", 1);
  act_facets_add (facets->destinations, "with \"quotes\"", 1);
  act_facets_add (facets->destinations, "Łódź ✓", 2);

  return facets;
}

/* LABEL=TEXT of each, with | where the cursor is to be. */
static char *
list (const char *typed)
{
  g_autoptr (ActFacets) facets = make_facets ();
  const char      *bar = strchr (typed, '|');
  g_autofree char *text = g_strdup_printf ("%.*s%s", (int) (bar - typed), typed, bar + 1);
  g_autoptr (GPtrArray) suggestions = NULL;
  GString *all = g_string_new (NULL);

  suggestions = act_search_suggestions_list (text, (guint) g_utf8_strlen (typed, bar - typed), facets);
  for (guint i = 0; i < suggestions->len; i++)
    {
      const ActSearchSuggestion *suggestion = g_ptr_array_index (suggestions, i);
      const char                *cursor = g_utf8_offset_to_pointer (suggestion->text, suggestion->cursor);

      g_string_append_printf (all, "%s%s=%.*s|%s", i > 0 ? "; " : "", suggestion->label,
                              (int) (cursor - suggestion->text), suggestion->text, cursor);
    }

  return g_string_free (all, FALSE);
}

static void
assert_list (const char *typed, const char *expected)
{
  g_autofree char *all = list (typed);

  g_assert_cmpstr (all, ==, expected);
}

static void
test_fields (void)
{
  assert_list ("|", "");
  assert_list ("na|", "name:=name:|");
  assert_list ("-de|", "destination:=-destination:|");
  assert_list ("i|", "is:=is:|; id:=id:|");
  assert_list ("failed bef| name:perform", "before:=failed before:| name:perform");
  assert_list ("\"a phrase na|", "");
  assert_list ("na|me", "");
  assert_list ("xyz|", "");
  assert_list ("unknown:|", "");
}

static void
test_values (void)
{
  assert_list ("is:w|", "waiting=is:waiting |");
  assert_list ("is:waiting|", "");
  assert_list ("-is:o| x", "open=-is:open| x");
  assert_list ("name:new|", "integration.new.error=name:integration.new.error |");
  assert_list ("destination:char|", "Chargebee=destination:Chargebee |");
  assert_list ("destination:NET|", "Net Suite=destination:\"Net Suite\" |");
  assert_list ("destination:\"net s|", "Net Suite=destination:\"Net Suite\" |");
  assert_list ("destination:quotes|", "");
  assert_list ("destination:łÓ|", "Łódź ✓=destination:\"Łódź ✓\" |");
  assert_list ("during:las|", "last-month=during:last-month |");
  assert_list ("after:-7|", "-7d=after:-7d |");
  assert_list ("payload:|", "");
}

static void
test_all_fields (void)
{
  g_autoptr (GPtrArray) suggestions = act_search_suggestions_list_fields ("ü", 1);
  const ActSearchSuggestion *first = g_ptr_array_index (suggestions, 0);

  g_assert_cmpuint (suggestions->len, ==, ACT_N_SEARCH_FIELDS - 1);
  g_assert_cmpstr (first->text, ==, "ü name:");
  g_assert_cmpuint (first->cursor, ==, 7);
}

/* Whatever is suggested is understood. */
static void
test_understood (void)
{
  static const char *const typed[] = {
    "is:",
    "after:",
    "before:",
    "during:",
    "name:",
    "destination:",
    "-destination:",
  };
  g_autoptr (ActFacets) facets = make_facets ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) suggestions = NULL;

      suggestions = act_search_suggestions_list (typed[i], (guint) strlen (typed[i]), facets);
      g_assert_cmpuint (suggestions->len, >, 0);
      for (guint j = 0; j < suggestions->len; j++)
        {
          const ActSearchSuggestion *suggestion = g_ptr_array_index (suggestions, j);
          g_autoptr (ActSearch) search = act_search_parse (suggestion->text);
          guint n_problems = 0;
          guint n_terms = 0;

          act_search_get_problems (search, &n_problems);
          act_search_get_terms (search, &n_terms);
          g_test_message ("%s", suggestion->text);
          g_assert_cmpuint (n_problems, ==, 0);
          g_assert_cmpuint (n_terms, ==, 1);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/search-suggestions/fields", test_fields);
  g_test_add_func ("/text/search-suggestions/values", test_values);
  g_test_add_func ("/text/search-suggestions/all-fields", test_all_fields);
  g_test_add_func ("/text/search-suggestions/understood", test_understood);

  return g_test_run ();
}
