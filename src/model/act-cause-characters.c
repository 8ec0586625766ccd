/* What a character of a message is, whatever the locale
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-characters.h"

#include <string.h>

/* What is quoted and longer is no name. It also bounds how far is looked ahead. */
#define MAX_QUOTED 256

/* The classes of Unicode, a bit each. All others are letters. */
#define DIGITS     (1u << G_UNICODE_DECIMAL_NUMBER)
#define CURRENCIES (1u << G_UNICODE_CURRENCY_SYMBOL)
#define QUOTES     (1u << G_UNICODE_INITIAL_PUNCTUATION | 1u << G_UNICODE_FINAL_PUNCTUATION)
#define SPACES                                                                         \
  (1u << G_UNICODE_CONTROL | 1u << G_UNICODE_FORMAT | 1u << G_UNICODE_LINE_SEPARATOR | \
   1u << G_UNICODE_PARAGRAPH_SEPARATOR | 1u << G_UNICODE_SPACE_SEPARATOR)
#define SIGNS                                                               \
  (1u << G_UNICODE_OPEN_PUNCTUATION | 1u << G_UNICODE_CLOSE_PUNCTUATION |   \
   1u << G_UNICODE_CONNECT_PUNCTUATION | 1u << G_UNICODE_DASH_PUNCTUATION | \
   1u << G_UNICODE_OTHER_PUNCTUATION | 1u << G_UNICODE_MATH_SYMBOL | 1u << G_UNICODE_OTHER_SYMBOL)

/* A pair of quotation marks in UTF-8. One that opens may stand here several times. */
typedef struct
{
  const char *open;
  const char *close;
} Quotes;

static const Quotes quotes[] = {
  { "\"", "\"" },
  { "'", "'" },
  { "`", "`" },
  { "“", "”" },
  { "„", "“" },
  { "„", "”" },
  { "”", "”" },
  { "‘", "’" },
  { "‚", "‘" },
  { "«", "»" },
  { "»", "«" },
  { "‹", "›" },
  { "›", "‹" },
  { "「", "」" },
  { "『", "』" },
};

static ActCauseCharacter
read_ascii (guchar byte)
{
  if (byte >= 'a' && byte <= 'z')
    return ACT_CAUSE_LOWER;
  if (byte >= 'A' && byte <= 'Z')
    return ACT_CAUSE_UPPER;
  if (byte >= '0' && byte <= '9')
    return ACT_CAUSE_DIGIT;

  switch (byte)
    {
    case '_':
      return ACT_CAUSE_LOW_LINE;

    case '$':
      return ACT_CAUSE_CURRENCY;

    case '"':
    case '\'':
    case '`':
      return ACT_CAUSE_QUOTE;

    default:
      return byte <= ' ' || byte == 0x7f ? ACT_CAUSE_SPACE : ACT_CAUSE_SIGN;
    }
}

static gboolean
starts_with (const char *text,
             const char *end,
             const char *piece)
{
  gsize length = strlen (piece);

  return (gsize) (end - text) >= length && memcmp (text, piece, length) == 0;
}

/* In Unicode these are brackets. */
static gboolean
opens (const char *text,
       const char *end)
{
  return starts_with (text, end, "„") || starts_with (text, end, "‚") || starts_with (text, end, "「") ||
         starts_with (text, end, "」") || starts_with (text, end, "『") || starts_with (text, end, "』");
}

static ActCauseCharacter
read_wide (const char *text,
           const char *end,
           gsize      *length)
{
  gunichar character = g_utf8_get_char_validated (text, end - text);
  guint    type = 0;

  /* Not UTF-8, or cut off. */
  if (character == (gunichar) -1 || character == (gunichar) -2)
    return ACT_CAUSE_LETTER;

  *length = (gsize) g_utf8_skip[(guchar) *text];
  type = 1u << g_unichar_type (character);
  if ((type & DIGITS) != 0)
    return ACT_CAUSE_DIGIT;
  if ((type & CURRENCIES) != 0)
    return ACT_CAUSE_CURRENCY;
  if ((type & SPACES) != 0)
    return ACT_CAUSE_SPACE;
  if ((type & QUOTES) != 0 || opens (text, end))
    return ACT_CAUSE_QUOTE;

  return (type & SIGNS) != 0 ? ACT_CAUSE_SIGN : ACT_CAUSE_LETTER;
}

/**
 * act_cause_character_read:
 * @text: where to read
 * @end: the end of the text, behind @text
 * @length: (out): return location for the character's length in bytes
 *
 * Reads one character. A byte that is not UTF-8 counts as a letter. Any thread.
 *
 * Returns: what it is
 */
ActCauseCharacter
act_cause_character_read (const char *text,
                          const char *end,
                          gsize      *length)
{
  *length = 1;

  return (guchar) *text < 0x80 ? read_ascii ((guchar) *text) : read_wide (text, end, length);
}

/* An apostrophe inside a word ends nothing. */
static gboolean
closes (const char *text,
        const char *end,
        const char *close)
{
  gsize length = 0;

  if (close == NULL || !starts_with (text, end, close))
    return FALSE;

  text += strlen (close);

  return (*close != '\'' && strcmp (close, "’") != 0) || text == end ||
         !act_cause_character_is_word (act_cause_character_read (text, end, &length));
}

static void
find_closing (const char *text,
              const char *end,
              const char *closing[2])
{
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (quotes) && n < 2; i++)
    {
      if (starts_with (text, end, quotes[i].open))
        closing[n++] = quotes[i].close;
    }
}

/**
 * act_cause_quote_find_end:
 * @text: a quotation mark
 * @end: the end of the text
 *
 * Looks for the mark that closes a quoted text, a few hundred bytes far. Any thread.
 *
 * Returns: (nullable): the closing mark, or %NULL if nothing is quoted here
 */
const char *
act_cause_quote_find_end (const char *text,
                          const char *end)
{
  const char *closing[2] = { NULL, NULL };
  const char *p = text;
  gsize       length = 0;

  end = end - text > MAX_QUOTED ? text + MAX_QUOTED : end;
  find_closing (text, end, closing);
  act_cause_character_read (p, end, &length);
  p += length;
  if (p >= end || act_cause_character_read (p, end, &length) == ACT_CAUSE_SPACE)
    return NULL;

  for (; p < end; p += length)
    {
      if (act_cause_character_read (p, end, &length) == ACT_CAUSE_QUOTE &&
          (closes (p, end, closing[0]) || closes (p, end, closing[1])))
        return p;
    }

  return NULL;
}
