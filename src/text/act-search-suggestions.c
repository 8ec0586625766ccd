/* What a search that is being typed may go on with
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-search-suggestions.h"

#include "act-safe-text.h"
#include "act-search-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* More destinations than these are found sooner by typing on. */
#define MAX_SUGGESTIONS 30

typedef struct
{
  const char *value;
  const char *explanation;
} Known;

/**
 * Token:
 * @before: (owned): what stands before the token, with the `-` that excludes
 * @field: (owned) (nullable): the part before the colon, without the colon
 * @value: (owned): the part after it, or all of it, without an opening quote
 * @after: what stands behind the token
 *
 * The piece of the search that is being typed.
 */
typedef struct
{
  char       *before;
  char       *field;
  char       *value;
  const char *after;
} Token;

/* In the order in which they are offered: what is used most stands first. */
static const ActSearchField fields[] = {
  ACT_SEARCH_NAME,
  ACT_SEARCH_DESTINATION,
  ACT_SEARCH_IS,
  ACT_SEARCH_DURING,
  ACT_SEARCH_AFTER,
  ACT_SEARCH_BEFORE,
  ACT_SEARCH_ENTITY,
  ACT_SEARCH_ID,
  ACT_SEARCH_PAYLOAD,
};

static const Known days[] = {
  { "today", N_ ("Today") },
  { "yesterday", N_ ("Yesterday") },
  { "-7d", N_ ("7 days ago") },
  { "-30d", N_ ("30 days ago") },
  { "this-month", N_ ("The first day of this month") },
  { "last-month", N_ ("The first day of last month") },
};

static const Known spans[] = {
  { "today", N_ ("Today") },
  { "yesterday", N_ ("Yesterday") },
  { "this-month", N_ ("This month") },
  { "last-month", N_ ("Last month") },
};

static void
suggestion_free (ActSearchSuggestion *suggestion)
{
  g_free (suggestion->label);
  g_free (suggestion->explanation);
  g_free (suggestion->text);
  g_free (suggestion);
}

static void
token_clear (Token *token)
{
  g_free (token->before);
  g_free (token->field);
  g_free (token->value);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Token, token_clear)

/* Gives where the token begins that ends at @end: behind the last blank that is not in quotes. */
static const char *
find_token (const char *text,
            const char *end)
{
  const char *start = text;
  gboolean    quoted = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && g_unichar_isspace (g_utf8_get_char (p)))
        start = g_utf8_next_char (p);
    }

  return start;
}

static gboolean
token_read (Token      *token,
            const char *text,
            guint       cursor)
{
  const char *end = g_utf8_offset_to_pointer (text, MIN ((glong) cursor, g_utf8_strlen (text, -1)));
  const char *start = find_token (text, end);
  const char *colon = NULL;

  /* In the middle of a token it is not known which part is to be replaced. */
  if (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
    return FALSE;

  if (start < end && *start == '-')
    start++;

  token->before = g_strndup (text, (gsize) (start - text));
  token->after = end;
  colon = memchr (start, ':', (gsize) (end - start));
  if (colon != NULL)
    {
      token->field = g_ascii_strdown (start, colon - start);
      start = colon + 1;
    }

  if (start < end && *start == '"')
    start++;

  token->value = g_strndup (start, (gsize) (end - start));
  return TRUE;
}

static void
add_suggestion (GPtrArray   *suggestions,
                const Token *token,
                const char  *label,
                const char  *explanation,
                const char  *piece)
{
  ActSearchSuggestion *suggestion = NULL;
  g_autofree char     *head = NULL;

  if (suggestions->len >= MAX_SUGGESTIONS)
    return;

  suggestion = g_new0 (ActSearchSuggestion, 1);
  head = g_strconcat (token->before, piece, NULL);
  suggestion->label = g_strdup (label);
  suggestion->explanation = g_strdup (explanation);
  suggestion->text = g_strconcat (head, token->after, NULL);
  suggestion->cursor = (guint) g_utf8_strlen (head, -1);
  g_ptr_array_add (suggestions, suggestion);
}

static void
add_fields (GPtrArray   *suggestions,
            const Token *token)
{
  g_autofree char *typed = g_utf8_strdown (token->value, -1);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char      *name = act_search_field_get_name (fields[i]);
      g_autofree char *piece = g_strconcat (name, ":", NULL);

      if (g_str_has_prefix (name, typed))
        add_suggestion (suggestions, token, piece, act_search_text_field (fields[i]), piece);
    }
}

/* A value with blanks in it stands in quotes, and one with quotes in it cannot be written. */
static void
add_value (GPtrArray   *suggestions,
           const Token *token,
           const char  *value,
           const char  *explanation)
{
  gboolean         blank = strpbrk (value, " \t:") != NULL;
  const char      *quote = blank ? "\"" : "";
  g_autofree char *safe = act_safe_text_line (value);
  g_autofree char *piece = NULL;

  if (strchr (value, '"') != NULL || *value == '\0')
    return;

  /* What is to be searched for next begins behind a blank. */
  piece = g_strconcat (token->field, ":", quote, value, quote, *token->after == '\0' ? " " : "", NULL);
  add_suggestion (suggestions, token, safe, explanation, piece);
}

static gboolean
contains (const char *value,
          const char *typed)
{
  g_autofree char *folded_value = g_utf8_casefold (value, -1);
  g_autofree char *folded_typed = g_utf8_casefold (typed, -1);

  return strstr (folded_value, folded_typed) != NULL;
}

static gboolean
is_finished (const Token *token,
             const char  *value)
{
  g_autofree char *typed = g_strchomp (g_strdup (token->value));
  gsize            length = strlen (typed);

  if (length > 0 && typed[length - 1] == '"')
    typed[length - 1] = '\0';

  return g_ascii_strcasecmp (value, typed) == 0;
}

static void
add_known (GPtrArray   *suggestions,
           const Token *token,
           const Known *known,
           guint        n_known)
{
  for (guint i = 0; i < n_known; i++)
    {
      if (g_str_has_prefix (known[i].value, token->value) && !is_finished (token, known[i].value))
        add_value (suggestions, token, known[i].value, _ (known[i].explanation));
    }
}

static void
add_states (GPtrArray   *suggestions,
            const Token *token)
{
  g_autofree char *typed = g_ascii_strdown (token->value, -1);

  for (guint i = 0; i < ACT_N_SEARCH_IS; i++)
    {
      const char *name = act_search_is_get_name (i);

      if (g_str_has_prefix (name, typed) && !is_finished (token, name))
        add_value (suggestions, token, name, act_search_text_is (i));
    }
}

static void
add_counted (GPtrArray   *suggestions,
             const Token *token,
             const char  *value,
             guint        count)
{
  g_autofree char *explanation = NULL;

  if (value == NULL || !contains (value, token->value) || is_finished (token, value))
    return;

  explanation = g_strdup_printf (ngettext ("%u event", "%u events", count), count);
  add_value (suggestions, token, value, explanation);
}

static void
add_facets (GPtrArray   *suggestions,
            const Token *token,
            GPtrArray   *facets)
{
  for (guint i = 0; facets != NULL && i < facets->len; i++)
    {
      const ActFacet *facet = g_ptr_array_index (facets, i);

      add_counted (suggestions, token, facet->value, facet->count);
    }
}

static void
add_names (GPtrArray       *suggestions,
           const Token     *token,
           const ActFacets *facets)
{
  for (guint i = 0; i < ACT_N_EVENT_KINDS; i++)
    {
      const char *name = act_event_kind_get_event_name (i);

      if (name != NULL)
        add_counted (suggestions, token, name, facets != NULL ? facets->by_kind[i] : 0);
    }

  add_facets (suggestions, token, facets != NULL ? facets->names : NULL);
}

static void
add_values (GPtrArray       *suggestions,
            const Token     *token,
            ActSearchField   field,
            const ActFacets *facets)
{
  switch (field)
    {
    case ACT_SEARCH_NAME:
      add_names (suggestions, token, facets);
      break;

    case ACT_SEARCH_DESTINATION:
      add_facets (suggestions, token, facets != NULL ? facets->destinations : NULL);
      break;

    case ACT_SEARCH_IS:
      add_states (suggestions, token);
      break;

    case ACT_SEARCH_BEFORE:
    case ACT_SEARCH_AFTER:
      add_known (suggestions, token, days, G_N_ELEMENTS (days));
      break;

    case ACT_SEARCH_DURING:
      add_known (suggestions, token, spans, G_N_ELEMENTS (spans));
      break;

    case ACT_SEARCH_WORDS:
    case ACT_SEARCH_ENTITY:
    case ACT_SEARCH_ID:
    case ACT_SEARCH_PAYLOAD:
    default:
      break;
    }
}

/**
 * act_search_suggestions_list:
 * @text: what is typed so far
 * @cursor: where the cursor is, characters
 * @facets: (nullable): what there is to choose from, and how often
 *
 * Lists how the word or token that ends at the cursor may go on. A word that is begun suggests the
 * fields that begin like it, a field its values.
 *
 * Returns: (transfer full) (element-type ActSearchSuggestion): the suggestions, often none
 */
GPtrArray *
act_search_suggestions_list (const char      *text,
                             guint            cursor,
                             const ActFacets *facets)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) suggestion_free);
  g_auto (Token) token = { NULL };

  g_return_val_if_fail (text != NULL, suggestions);

  if (!token_read (&token, text, cursor))
    return suggestions;

  if (token.field == NULL)
    {
      if (*token.value != '\0')
        add_fields (suggestions, &token);
      return suggestions;
    }

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (token.field, act_search_field_get_name (fields[i])))
        add_values (suggestions, &token, fields[i], facets);
    }

  return suggestions;
}

/**
 * act_search_suggestions_list_fields:
 * @text: what is typed so far
 * @cursor: where the cursor is, characters
 *
 * Lists all fields, to be put where the cursor is.
 *
 * Returns: (transfer full) (element-type ActSearchSuggestion): the suggestions
 */
GPtrArray *
act_search_suggestions_list_fields (const char *text,
                                    guint       cursor)
{
  GPtrArray  *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) suggestion_free);
  const char *end = NULL;
  gboolean    blank = FALSE;
  g_auto (Token) token = { NULL };

  g_return_val_if_fail (text != NULL, suggestions);

  end = g_utf8_offset_to_pointer (text, MIN ((glong) cursor, g_utf8_strlen (text, -1)));
  blank = end == text || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end)));
  token.before = g_strdup_printf ("%.*s%s", (int) (end - text), text, blank ? "" : " ");
  token.value = g_strdup ("");
  token.after = end;
  add_fields (suggestions, &token);

  return suggestions;
}
