/* Ids, numbers and codes in a message
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-token.h"

#include "act-cause-characters.h"
#include "act-cause-words.h"

#include <string.h>

#define MIN_HEX        8
#define MIN_RANDOM     6
#define MIN_PARTS      4
#define LETTERS_A_PART 3
#define MIN_LONG       12
#define MIN_DIGITS     4
#define MAX_PREFIX     8
#define MAX_CODE       6
#define MAX_UNIT       5
#define MAX_LOCAL      64
#define MAX_DOMAIN     255

/**
 * act_cause_token_read:
 * @self: (out caller-allocates): return location for the token
 * @start: where it begins
 * @end: its end
 *
 * Counts what a token is made of. Any thread.
 */
void
act_cause_token_read (ActCauseToken *self,
                      const char    *start,
                      const char    *end)
{
  ActCauseCharacter before = ACT_CAUSE_SIGN;
  gsize             length = 0;

  *self = (ActCauseToken){ .start = start, .length = (gsize) (end - start), .is_ascii = TRUE, .is_hex = TRUE };

  for (const char *p = start; p < end; p += length)
    {
      ActCauseCharacter character = act_cause_character_read (p, end, &length);
      gboolean          is_digit = character == ACT_CAUSE_DIGIT;

      if (is_digit)
        self->n_digits++;
      else
        self->n_letters++;
      if (character == ACT_CAUSE_UPPER && self->n_prefix == (gsize) (p - start))
        self->n_prefix++;
      if (is_digit != (before == ACT_CAUSE_DIGIT) || before == ACT_CAUSE_SIGN ||
          (character == ACT_CAUSE_UPPER && before == ACT_CAUSE_LOWER))
        self->n_parts++;
      self->is_ascii &= length == 1 && (guchar) *p < 0x80;
      self->is_hex &= g_ascii_isxdigit (*p);
      before = character;
    }
}

/**
 * act_cause_token_is_random:
 * @self: a token
 *
 * Tells whether letters and digits alternate as they do in ids and not in words. Any thread.
 *
 * Returns: whether they do
 */
gboolean
act_cause_token_is_random (const ActCauseToken *self)
{
  if (!self->is_ascii || self->n_digits == 0 || self->n_letters == 0)
    return FALSE;

  if (self->is_hex && self->length >= MIN_HEX)
    return TRUE;

  if (self->length > 2 && self->start[0] == '0' && self->start[1] == 'x')
    return TRUE;

  if (g_ascii_isdigit (self->start[0]) && self->length >= MIN_LONG && self->n_digits >= MIN_DIGITS)
    return TRUE;

  return self->length >= MIN_RANDOM && self->n_parts >= MIN_PARTS && self->length < LETTERS_A_PART * self->n_parts;
}

/**
 * act_cause_token_is_code:
 * @self: a token
 *
 * Tells whether it is written as the code of an error is: E1234, PGRST116, but not INV0042. Any
 * thread.
 *
 * Returns: whether it is
 */
gboolean
act_cause_token_is_code (const ActCauseToken *self)
{
  if (!self->is_ascii || self->n_prefix != self->n_letters || self->n_prefix == 0 || self->n_prefix > MAX_PREFIX ||
      self->n_digits == 0 || self->n_digits > MAX_CODE)
    return FALSE;

  if (self->n_prefix == 1)
    return self->start[0] == 'E';

  return (act_cause_words_look_up (self->start, self->n_prefix) & ACT_CAUSE_WORD_DOCUMENT) == 0;
}

/**
 * act_cause_token_is_measure:
 * @self: a token
 *
 * Any thread.
 *
 * Returns: whether it is a number with a unit, as 300ms is
 */
gboolean
act_cause_token_is_measure (const ActCauseToken *self)
{
  return self->is_ascii && self->n_parts >= 2 && g_ascii_isdigit (self->start[0]) &&
         act_cause_token_skip_digits (self->start, self->start + self->length) == self->start + self->n_digits &&
         act_cause_words_are_unit (self->start + self->n_digits, self->n_letters);
}

/**
 * act_cause_token_skip_word:
 * @p: where a word begins
 * @end: the end of the text
 * @has_digits: (out): return location for whether there is a digit in it
 *
 * Any thread.
 *
 * Returns: the end of the word
 */
const char *
act_cause_token_skip_word (const char *p,
                           const char *end,
                           gboolean   *has_digits)
{
  gsize length = 0;

  *has_digits = FALSE;
  for (; p < end; p += length)
    {
      ActCauseCharacter character = act_cause_character_read (p, end, &length);

      if (!act_cause_character_is_word (character))
        break;
      *has_digits |= character == ACT_CAUSE_DIGIT;
    }

  return p;
}

/**
 * act_cause_token_skip_digits:
 * @p: where digits may begin
 * @end: the end of the text
 *
 * Any thread.
 *
 * Returns: the end of the digits
 */
const char *
act_cause_token_skip_digits (const char *p,
                             const char *end)
{
  gsize length = 0;

  while (p < end && act_cause_character_read (p, end, &length) == ACT_CAUSE_DIGIT)
    p += length;

  return p;
}

/* A point, a comma, an apostrophe or a narrow space between two digits. */
static gsize
get_separator_length (const char *p,
                      const char *end)
{
  static const char *const separators[] = { ".", ",", "'", "’", "\u00a0", "\u202f", "\u2009" };

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      gsize length = strlen (separators[i]);

      if ((gsize) (end - p) >= length && memcmp (p, separators[i], length) == 0)
        return length;
    }

  return 0;
}

static const char *
skip_unit (const char *p,
           const char *end)
{
  const char *start = p;

  while (p < end && g_ascii_isalpha (*p) && p - start <= MAX_UNIT)
    p++;

  return act_cause_words_are_unit (start, (gsize) (p - start)) ? p : start;
}

/**
 * act_cause_token_skip_number:
 * @p: a digit
 * @end: the end of the text
 *
 * Any thread.
 *
 * Returns: the end of the number, with its decimals and its unit
 */
const char *
act_cause_token_skip_number (const char *p,
                             const char *end)
{
  gsize length = 0;

  p = act_cause_token_skip_digits (p, end);
  while ((length = get_separator_length (p, end)) > 0)
    {
      const char *next = act_cause_token_skip_digits (p + length, end);

      if (next == p + length)
        break;
      p = next;
    }

  return skip_unit (p, end);
}

/* In @pattern, 0 stands for a digit and x for a hexadecimal one. */
static gboolean
matches (const char *p,
         const char *end,
         const char *pattern)
{
  for (; *pattern != '\0'; pattern++, p++)
    {
      if (p >= end)
        return FALSE;
      if (*pattern == '0' ? !g_ascii_isdigit (*p) : *pattern == 'x' ? !g_ascii_isxdigit (*p)
                                                                    : *p != *pattern)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_word_at (const char *p,
            const char *end)
{
  gsize unused = 0;

  return p < end && act_cause_character_is_word (act_cause_character_read (p, end, &unused));
}

static gboolean
skip_uuid (const char **p,
           const char  *end)
{
  static const char pattern[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

  if (!matches (*p, end, pattern) || is_word_at (*p + strlen (pattern), end))
    return FALSE;

  *p += strlen (pattern);

  return TRUE;
}

static const char *
skip_zone (const char *p,
           const char *end)
{
  if (p < end && *p == 'Z')
    return p + 1;
  if (matches (p, end, "+00:00") || matches (p, end, "-00:00"))
    return p + strlen ("+00:00");
  if (matches (p, end, "+0000") || matches (p, end, "-0000"))
    return p + strlen ("+0000");

  return p;
}

/* 2026-03-04T05:06:07.089Z */
static gboolean
skip_time (const char **p,
           const char  *end)
{
  const char *q = *p;

  if (!matches (q, end, "0000-00-00T00:00"))
    return FALSE;

  q += strlen ("0000-00-00T00:00");
  if (matches (q, end, ":00"))
    q += strlen (":00");
  if (q < end && (*q == '.' || *q == ','))
    q = MAX (q, act_cause_token_skip_digits (q + 1, end));
  *p = skip_zone (q, end);

  return TRUE;
}

static gboolean
is_of_address (char        c,
               const char *signs)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || (c != '\0' && strchr (signs, c) != NULL);
}

static gboolean
skip_address (const char **p,
              const char  *end)
{
  const char *q = *p;
  const char *domain = NULL;

  while (q < end && q - *p <= MAX_LOCAL && is_of_address (*q, "._%+-"))
    q++;
  if (q == end || *q != '@')
    return FALSE;

  domain = ++q;
  while (q < end && q - domain <= MAX_DOMAIN && is_of_address (*q, ".-"))
    q++;
  while (q > domain && (q[-1] == '.' || q[-1] == '-'))
    q--;
  if (q == domain)
    return FALSE;

  *p = q;

  return TRUE;
}

/**
 * act_cause_token_skip_id:
 * @p: (inout): where a word begins; gets what follows the id
 * @end: the end of the text
 *
 * Goes over what is one thing although it is of several words: a UUID, a time, an e-mail address.
 * Any thread.
 *
 * Returns: whether there was one
 */
gboolean
act_cause_token_skip_id (const char **p,
                         const char  *end)
{
  return skip_uuid (p, end) || skip_time (p, end) || skip_address (p, end);
}

/**
 * act_cause_token_is_identifier:
 * @start: where it begins
 * @end: its end
 *
 * Tells a quoted identifier from a name: cost_centre, billingAddress.country, FIELD_MISSING. Any
 * thread.
 *
 * Returns: whether it is one
 */
gboolean
act_cause_token_is_identifier (const char *start,
                               const char *end)
{
  gboolean has_hump = FALSE;
  gsize    n_lower = 0;

  if (start == end)
    return FALSE;

  for (const char *p = start; p < end; p++)
    {
      if (!g_ascii_isalpha (*p) && strchr ("_.[]", *p) == NULL)
        return FALSE;

      /* Two small letters at least: eBay is a name. */
      has_hump |= *p == '_' || (g_ascii_isupper (*p) && n_lower >= 2 && (gsize) (p - start) == n_lower);
      n_lower += g_ascii_islower (*p) && (gsize) (p - start) == n_lower ? 1 : 0;
    }

  return has_hump;
}
