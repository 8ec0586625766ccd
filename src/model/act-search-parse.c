/* Reads what a person searches for
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event.h"
#include "act-search-date.h"
#include "act-search-private.h"
#include "act-words.h"

#include <string.h>

typedef struct
{
  ActSearch  *search;
  const char *text;
  gsize       length;
  gsize       at;
} Parser;

/* A piece of what was typed, up to the next space outside of quotes. */
typedef struct
{
  gboolean       negated;
  gboolean       has_field;
  gboolean       is_known; /* whether there is such a field */
  ActSearchField field;
  gboolean       quoted;
  gboolean       open;
  gsize          start;
  gsize          end;
} Token;

static gboolean
is_space_at (const Parser *self)
{
  return self->at < self->length && g_unichar_isspace (g_utf8_get_char (self->text + self->at));
}

static void
step (Parser *self)
{
  self->at += (gsize) g_utf8_skip[(guchar) self->text[self->at]];
}

static gboolean
find_field (const char     *name,
            gsize           length,
            ActSearchField *field)
{
  for (guint i = ACT_SEARCH_WORDS + 1; i < ACT_N_SEARCH_FIELDS; i++)
    {
      const char *known = act_search_field_get_name ((ActSearchField) i);

      if (strlen (known) == length && g_ascii_strncasecmp (known, name, length) == 0)
        {
          *field = (ActSearchField) i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Times, addresses and names with colons in them are words: `12:30`, `https://…`, `urn:…:…`,
 * `C:\…`, `std::map`, and also `Error:` as it stands in messages. */
static gboolean
looks_like_field (const char *name,
                  gsize       length,
                  const char *value,
                  const char *end)
{
  return length > 1 && value < end && !g_unichar_isspace (g_utf8_get_char (value)) &&
         *value != '/' && *value != '\\' && memchr (value, ':', (gsize) (end - value)) == NULL &&
         !(length == 3 && g_ascii_strncasecmp (name, "urn", 3) == 0) &&
         !(length == 6 && g_ascii_strncasecmp (name, "mailto", 6) == 0);
}

/* Where the token would end if it had no quotes. */
static const char *
find_plain_end (const Parser *self)
{
  Parser ahead = *self;

  while (ahead.at < ahead.length && !is_space_at (&ahead))
    step (&ahead);

  return self->text + ahead.at;
}

static void
read_field (Parser *self,
            Token  *token)
{
  const char *name = self->text + self->at;
  const char *end = find_plain_end (self);
  const char *colon = name;
  gsize       length = 0;

  while (colon < end && (g_ascii_isalpha (*colon) || *colon == '-'))
    colon++;
  if (colon == end || *colon != ':' || colon == name)
    return;

  length = (gsize) (colon - name);
  if (!find_field (name, length, &token->field))
    {
      if (!looks_like_field (name, length, colon + 1, end))
        return;
      token->is_known = FALSE;
    }

  token->has_field = TRUE;
  self->at += length + 1;
}

static char *
read_quoted (Parser *self,
             Token  *token)
{
  GString *value = g_string_new (NULL);

  token->quoted = TRUE;
  token->open = TRUE;
  self->at++;
  while (self->at < self->length && token->open)
    {
      const char *p = self->text + self->at;

      if (*p == '"')
        token->open = FALSE;
      else if (*p == '\\' && (p[1] == '"' || p[1] == '\\'))
        g_string_append_c (value, p[1]);
      else
        g_string_append_c (value, *p);
      self->at += *p == '\\' && (p[1] == '"' || p[1] == '\\') ? 2 : 1;
    }

  return g_string_free (value, FALSE);
}

static char *
read_value (Parser *self,
            Token  *token)
{
  gsize start = self->at;

  if (self->at < self->length && self->text[self->at] == '"')
    return read_quoted (self, token);

  while (self->at < self->length && !is_space_at (self))
    step (self);

  return g_strndup (self->text + start, self->at - start);
}

static char *
read_token (Parser *self,
            Token  *token)
{
  char *value = NULL;

  *token = (Token){ .field = ACT_SEARCH_WORDS, .is_known = TRUE, .start = self->at };
  if (self->text[self->at] == '-' && self->at + 1 < self->length)
    {
      token->negated = TRUE;
      self->at++;
      if (is_space_at (self))
        token->negated = FALSE;
    }

  read_field (self, token);
  value = read_value (self, token);
  token->end = self->at;

  return value;
}

static gboolean
find_is (const char  *text,
         ActSearchIs *is)
{
  for (guint i = 0; i < ACT_N_SEARCH_IS; i++)
    {
      if (g_ascii_strcasecmp (text, act_search_is_get_name ((ActSearchIs) i)) == 0)
        {
          *is = (ActSearchIs) i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_made_of_words (ActSearchField field)
{
  return field == ACT_SEARCH_WORDS || field == ACT_SEARCH_NAME ||
         field == ACT_SEARCH_DESTINATION || field == ACT_SEARCH_ENTITY;
}

/* Tells what is wrong with a term of a field that there is. */
static gboolean
find_problem (const ActSearchTerm  *term,
              ActSearchProblemCode *code)
{
  *code = ACT_SEARCH_PROBLEM_EMPTY_VALUE;
  if (*term->text == '\0' || (is_made_of_words (term->field) && term->words[0] == NULL))
    return TRUE;

  *code = ACT_SEARCH_PROBLEM_UNKNOWN_STATE;
  if (term->field == ACT_SEARCH_IS)
    {
      ActSearchIs is;

      return !find_is (term->text, &is);
    }

  *code = ACT_SEARCH_PROBLEM_BAD_DATE;

  return act_search_is_date (term->field) && !act_search_date_is_valid (term->text);
}

static void
add_token (Parser      *self,
           const Token *token,
           char        *value)
{
  g_auto (GStrv) words = act_words_split (value);
  ActSearchProblemCode code;
  ActSearchTerm        term = {
           .field = token->field,
           .negated = token->negated,
           .phrase = token->quoted,
           .text = value,
           .words = words,
           .from = ACT_TIME_UNKNOWN,
           .until = ACT_TIME_UNKNOWN,
           .start = token->start,
           .end = token->end,
  };

  if (token->open)
    act_search_add_problem (self->search, ACT_SEARCH_PROBLEM_OPEN_QUOTE, self->text, token->start,
                            token->end);

  if (!token->is_known)
    act_search_add_problem (self->search, ACT_SEARCH_PROBLEM_UNKNOWN_FIELD, self->text,
                            token->start, token->end);
  else if (!find_problem (&term, &code))
    {
      if (term.field == ACT_SEARCH_IS)
        find_is (term.text, &term.is);
      act_search_add_term (self->search, &term);
    }
  else if (token->has_field)
    act_search_add_problem (self->search, code, self->text, token->start, token->end);
}

static void
parse (Parser *self)
{
  while (self->at < self->length)
    {
      g_autofree char *value = NULL;
      Token            token;

      if (is_space_at (self))
        {
          step (self);
          continue;
        }

      if (self->search->terms->len == ACT_SEARCH_MAX_TERMS)
        {
          act_search_add_problem (self->search, ACT_SEARCH_PROBLEM_TOO_LONG, self->text, self->at,
                                  self->length);
          return;
        }

      value = read_token (self, &token);
      add_token (self, &token, value);
    }
}

/**
 * act_search_parse:
 * @text: (nullable): what a person typed
 *
 * Reads a search. What is not understood becomes a problem, never an error. Any thread.
 *
 * Returns: (transfer full): the search
 */
ActSearch *
act_search_parse (const char *text)
{
  g_autofree char *valid = NULL;
  Parser           parser = { 0 };

  parser.search = act_search_new ();
  if (text == NULL)
    return parser.search;

  /* What is printed has all quotes closed, and may be one longer than what was typed. */
  if (strnlen (text, ACT_SEARCH_MAX_LENGTH + 2) <= ACT_SEARCH_MAX_LENGTH + 1)
    valid = g_utf8_make_valid (text, -1);
  if (valid == NULL || strlen (valid) > ACT_SEARCH_MAX_LENGTH + 1)
    {
      act_search_add_problem (parser.search, ACT_SEARCH_PROBLEM_TOO_LONG, "", 0, 0);
      return parser.search;
    }

  parser.text = valid;
  parser.length = strlen (valid);
  parse (&parser);

  return parser.search;
}
