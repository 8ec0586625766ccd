/* What a search may say, and what is wrong with one, in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-text.h"

#include "act-safe-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is shown of a token; the entry has the rest. */
#define MAX_TOKEN_CHARS 40

static char *
list_fields (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = ACT_SEARCH_WORDS + 1; i < ACT_N_SEARCH_FIELDS; i++)
    g_string_append_printf (list, "%s%s:", list->len > 0 ? " " : "",
                            act_search_field_get_name ((ActSearchField) i));

  return g_string_free (list, FALSE);
}

static char *
list_states (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < ACT_N_SEARCH_IS; i++)
    g_string_append_printf (list, "%sis:%s", list->len > 0 ? " " : "",
                            act_search_is_get_name ((ActSearchIs) i));

  return g_string_free (list, FALSE);
}

static char *
cut_token (const char *token)
{
  g_autofree char *safe = act_safe_text_line (token);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (safe, -1) <= MAX_TOKEN_CHARS)
    return g_steal_pointer (&safe);

  cut = g_utf8_substring (safe, 0, MAX_TOKEN_CHARS);

  return g_strconcat (cut, "…", NULL);
}

/* The field as it was typed, with its colon. */
static char *
cut_field (const char *token)
{
  const char      *start = *token == '-' ? token + 1 : token;
  const char      *colon = strchr (start, ':');
  g_autofree char *field = colon != NULL ? g_strndup (start, (gsize) (colon - start) + 1)
                                         : g_strdup (start);

  return cut_token (field);
}

/**
 * act_search_text_problem:
 * @problem: what was not understood in a search
 *
 * Says what is wrong and what there is instead. Any thread.
 *
 * Returns: (transfer full): a sentence or two, plain text
 */
char *
act_search_text_problem (const ActSearchProblem *problem)
{
  g_autofree char *token = NULL;
  g_autofree char *field = NULL;
  g_autofree char *list = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  token = cut_token (problem->token);
  field = cut_field (problem->token);
  switch (problem->code)
    {
    case ACT_SEARCH_PROBLEM_UNKNOWN_FIELD:
      list = list_fields ();
      /* Translators: the first is what was typed, as “foo:”, the second a list as “name: id:”. */
      return g_strdup_printf (_ ("There is no field “%s”. There are %s. Put it in quotes to search "
                                 "for it as text."),
                              field, list);
    case ACT_SEARCH_PROBLEM_UNKNOWN_STATE:
      list = list_states ();
      /* Translators: the first is what was typed, the second a list as “is:open is:actioned”. */
      return g_strdup_printf (_ ("“%s” is not a state. There are %s."), token, list);
    case ACT_SEARCH_PROBLEM_BAD_DATE:
      /* Translators: the examples are typed as they are in every language. */
      return g_strdup_printf (_ ("“%s” has no date that can be read. Dates are written 2026-03-01, "
                                 "2026-03, 2026, -7d (also h, w, m, y), today, yesterday, "
                                 "this-month, last-month, this-year or last-year."),
                              token);
    case ACT_SEARCH_PROBLEM_EMPTY_VALUE:
      /* Translators: a field as “name:”. */
      return g_strdup_printf (_ ("“%s” needs something to search for right behind the colon."),
                              field);
    case ACT_SEARCH_PROBLEM_OPEN_QUOTE:
      return g_strdup_printf (_ ("The quote “%s” does not end. Everything after it is taken as one "
                                 "phrase."),
                              token);
    case ACT_SEARCH_PROBLEM_TOO_LONG:
      return g_strdup_printf (_ ("This is too long to search for. Up to %d terms of %d bytes "
                                 "altogether can be."),
                              ACT_SEARCH_MAX_TERMS, ACT_SEARCH_MAX_LENGTH);
    default:
      return g_strdup (_ ("This is not understood."));
    }
}

/**
 * act_search_text_problems:
 * @search: a search
 *
 * Says what is wrong with a search, one problem a line. Any thread.
 *
 * Returns: (transfer full) (nullable): the lines, or %NULL if nothing is wrong
 */
char *
act_search_text_problems (const ActSearch *search)
{
  const ActSearchProblem *problems = NULL;
  GString                *lines = NULL;
  guint                   n_problems = 0;

  g_return_val_if_fail (search != NULL, NULL);

  problems = act_search_get_problems (search, &n_problems);
  if (n_problems == 0)
    return NULL;

  lines = g_string_new (NULL);
  for (guint i = 0; i < n_problems; i++)
    {
      g_autofree char *line = act_search_text_problem (&problems[i]);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (lines, FALSE);
}

/**
 * act_search_text_field:
 * @field: a field
 *
 * Any thread.
 *
 * Returns: (transfer none): what the field searches, for a completion or a manual
 */
const char *
act_search_text_field (ActSearchField field)
{
  static const char *const texts[] = {
    [ACT_SEARCH_WORDS] = N_ ("Words of the message, the names and the destination, and ids"),
    [ACT_SEARCH_NAME] = N_ ("Words of the event name"),
    [ACT_SEARCH_DESTINATION] = N_ ("Words of the destination"),
    [ACT_SEARCH_ENTITY] = N_ ("The entity’s type, or how its id begins"),
    [ACT_SEARCH_ID] = N_ ("How any id of the event begins"),
    [ACT_SEARCH_PAYLOAD] = N_ ("A piece of the event’s JSON; takes a while"),
    [ACT_SEARCH_IS] = N_ ("Where the event stands"),
    [ACT_SEARCH_BEFORE] = N_ ("Older than a date"),
    [ACT_SEARCH_AFTER] = N_ ("From a date on"),
    [ACT_SEARCH_DURING] = N_ ("On a day, in a month or in a year"),
  };

  g_return_val_if_fail ((guint) field < ACT_N_SEARCH_FIELDS, "");

  return _ (texts[field]);
}

/**
 * act_search_text_is:
 * @is: a state that can be searched for
 *
 * Any thread.
 *
 * Returns: (transfer none): which events that are, for a completion or a manual
 */
const char *
act_search_text_is (ActSearchIs is)
{
  static const char *const texts[] = {
    [ACT_SEARCH_IS_OPEN] = N_ ("Not actioned"),
    [ACT_SEARCH_IS_ACTIONED] = N_ ("Actioned, here or elsewhere"),
    [ACT_SEARCH_IS_WAITING] = N_ ("Actioned here, not confirmed by the server yet"),
    [ACT_SEARCH_IS_REFUSED] = N_ ("The server refused to mark it"),
    [ACT_SEARCH_IS_ELSEWHERE] = N_ ("Actioned by someone else or in the Console"),
    [ACT_SEARCH_IS_GONE] = N_ ("No longer on the server"),
  };

  g_return_val_if_fail ((guint) is < ACT_N_SEARCH_IS, "");

  return _ (texts[is]);
}
