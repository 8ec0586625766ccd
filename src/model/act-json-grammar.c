/* Whether a text is JSON
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parser library never frees what it has read of a text when it finds that it is none, which
 * a server could do until there is no memory left. So it is only given what is JSON.
 */

#include "act-json-grammar.h"

#include <string.h>

#define BLANKS " \t\r\n"

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_NAME,
  EXPECT_NAME_OR_END,
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} Expectation;

typedef struct
{
  const char *next;
  Expectation expectation;
  guint       depth;
  char        closers[ACT_JSON_GRAMMAR_MAX_DEPTH];
} Reading;

static void
end_value (Reading *self)
{
  self->expectation = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static gboolean
take_escape (Reading *self)
{
  if (self->next[1] == '\0' || strchr ("\"\\/bfnrtu", self->next[1]) == NULL)
    return FALSE;

  for (guint i = 2; self->next[1] == 'u' && i < 6; i++)
    {
      if (!g_ascii_isxdigit (self->next[i]))
        return FALSE;
    }

  self->next += self->next[1] == 'u' ? 6 : 2;
  return TRUE;
}

/* Line breaks and tabs may stand in it: there are programs that write them, and no harm comes of it. */
static gboolean
take_string (Reading *self)
{
  self->next++;
  while (*self->next != '\0' && *self->next != '"')
    {
      if (*self->next != '\\')
        self->next++;
      else if (!take_escape (self))
        return FALSE;
    }

  return *self->next++ == '"';
}

static gboolean
take_digits (Reading *self)
{
  const char *first = self->next;

  while (g_ascii_isdigit (*self->next))
    self->next++;

  return self->next > first;
}

static gboolean
take_number (Reading *self)
{
  self->next += *self->next == '-';
  if (*self->next == '0')
    self->next++;
  else if (!take_digits (self))
    return FALSE;

  if (*self->next == '.')
    {
      self->next++;
      if (!take_digits (self))
        return FALSE;
    }

  if (*self->next == 'e' || *self->next == 'E')
    {
      self->next++;
      self->next += *self->next == '+' || *self->next == '-';
      if (!take_digits (self))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_word (Reading *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_has_prefix (self->next, words[i]))
        {
          self->next += strlen (words[i]);
          return TRUE;
        }
    }

  return take_number (self);
}

static gboolean
open_bracket (Reading *self)
{
  gboolean is_object = *self->next == '{';

  if (self->depth == ACT_JSON_GRAMMAR_MAX_DEPTH)
    return FALSE;

  self->next++;
  self->closers[self->depth++] = is_object ? '}' : ']';
  self->expectation = is_object ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;

  return TRUE;
}

static gboolean
close_bracket (Reading *self)
{
  if (self->depth == 0 || *self->next != self->closers[self->depth - 1])
    return FALSE;

  self->next++;
  self->depth--;
  end_value (self);

  return TRUE;
}

static gboolean
take_value (Reading *self)
{
  if (*self->next == '{' || *self->next == '[')
    return open_bracket (self);
  if (!(*self->next == '"' ? take_string (self) : take_word (self)))
    return FALSE;

  end_value (self);
  return TRUE;
}

static gboolean
take_name (Reading *self)
{
  self->expectation = EXPECT_COLON;

  return *self->next == '"' && take_string (self);
}

static gboolean
take_colon (Reading *self)
{
  self->expectation = EXPECT_VALUE;

  return *self->next++ == ':';
}

static gboolean
take_comma (Reading *self)
{
  self->expectation = self->closers[self->depth - 1] == '}' ? EXPECT_NAME : EXPECT_VALUE;

  return *self->next++ == ',';
}

static gboolean
take_token (Reading *self)
{
  gboolean closes = *self->next == '}' || *self->next == ']';

  switch (self->expectation)
    {
    case EXPECT_VALUE:
      return take_value (self);

    case EXPECT_VALUE_OR_END:
      return closes ? close_bracket (self) : take_value (self);

    case EXPECT_NAME:
      return take_name (self);

    case EXPECT_NAME_OR_END:
      return closes ? close_bracket (self) : take_name (self);

    case EXPECT_COLON:
      return take_colon (self);

    case EXPECT_COMMA_OR_END:
      return closes ? close_bracket (self) : take_comma (self);

    case EXPECT_NOTHING:
    default:
      return FALSE;
    }
}

/**
 * act_json_grammar_is_valid:
 * @text: a text from outside
 *
 * Tells whether a text is one value of JSON, and blanks around it. It is not asked whether the
 * strings are UTF-8. Any thread.
 *
 * Returns: whether it is, and is not nested too deep
 */
gboolean
act_json_grammar_is_valid (const char *text)
{
  Reading self = { text, EXPECT_VALUE, 0, { 0 } };

  g_return_val_if_fail (text != NULL, FALSE);

  self.next += strspn (self.next, BLANKS);
  while (*self.next != '\0')
    {
      if (!take_token (&self))
        return FALSE;
      self.next += strspn (self.next, BLANKS);
    }

  return self.expectation == EXPECT_NOTHING;
}
