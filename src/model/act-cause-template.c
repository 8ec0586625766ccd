/* What messages of the same fault have in common
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A message is read once from its beginning to its end. What may differ between two events of the
 * same fault is written as one sign, "#", and what is only strung together of such pieces is one
 * piece. How far is looked ahead or back from any place is bounded.
 */

#include "act-cause-template.h"

#include "act-cause-characters.h"
#include "act-cause-context.h"
#include "act-cause-token.h"
#include "act-cause-words.h"

#include <string.h>

#define PLACEHOLDER             '#'
#define MAX_WORDS_OF_SHORT_NAME 4
#define MAX_WORDS_OF_NAME       8
#define MAX_LENGTH_OF_NAME      64
#define MIN_LENGTH_OF_OWN_ID    4
#define NOT_HERE                G_MAXSIZE

typedef struct
{
  const char        *text;
  const char        *p;
  const char        *end;
  const char *const *ids;     /* (nullable) */
  const char        *passage; /* (nullable): the mark that closes the passage */
  gboolean           in_json;
  gboolean           in_word;
  GString           *out;
  gsize              number_end; /* where the last piece ends that others may be joined to */
  gsize              word_start; /* where a word begins that a number behind it takes in */
} Scanner;

static void
append (Scanner    *self,
        const char *text,
        gsize       length)
{
  g_string_append_len (self->out, text, (gssize) length);
  self->number_end = NOT_HERE;
  self->word_start = NOT_HERE;
}

static gboolean
ends_with_sign_of_number (const GString *out)
{
  if (out->len == 0 || strchr ("+-#", out->str[out->len - 1]) == NULL)
    return FALSE;

  return out->len == 1 || strchr (" (=:[/", out->str[out->len - 2]) != NULL;
}

static void
append_piece (Scanner *self)
{
  GString *out = self->out;

  if (self->word_start != NOT_HERE)
    g_string_truncate (out, self->word_start);

  if (self->number_end != NOT_HERE)
    {
      g_string_truncate (out, self->number_end);
    }
  else
    {
      if (ends_with_sign_of_number (out))
        g_string_truncate (out, out->len - 1);
      g_string_append_c (out, PLACEHOLDER);
    }

  self->number_end = out->len;
  self->word_start = NOT_HERE;
}

static void
append_sign (Scanner *self,
             char     sign)
{
  GString *out = self->out;

  if (sign == ' ' && (out->len == 0 || out->str[out->len - 1] == ' '))
    return;

  /* "USD, 5 lines" is not an amount, "Mon, 4" is a date. */
  if (self->word_start != NOT_HERE &&
      (strchr (" .-/,", sign) == NULL || (sign == ',' && g_ascii_isupper (out->str[self->word_start + 1]))))
    self->word_start = NOT_HERE;
  if (strchr (" ,;/|:.-+_&", sign) == NULL)
    self->number_end = NOT_HERE;

  g_string_append_c (out, sign);
}

static gboolean
is_beside_number (Scanner *self)
{
  if (self->number_end == NOT_HERE)
    return FALSE;

  for (gsize i = self->number_end; i < self->out->len; i++)
    {
      if (strchr (" -/", self->out->str[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* A month, a currency: a part of the number before it, or of the one that may follow. */
static void
append_joining (Scanner    *self,
                const char *text,
                gsize       length)
{
  gsize start = self->out->len;

  if (is_beside_number (self))
    {
      g_string_truncate (self->out, self->number_end);
      return;
    }

  append (self, text, length);
  self->word_start = start;
}

/* Numbers with their points and commas. */
static void
read_number (Scanner *self)
{
  const char *start = self->p;
  const char *plain_end = act_cause_token_skip_digits (start, self->end);

  self->p = act_cause_token_skip_number (start, self->end);
  if (self->p == plain_end && act_cause_context_keeps_number (self->text, start, self->p, self->end))
    append (self, start, (gsize) (self->p - start));
  else
    append_piece (self);
}

/* Letters stay, digits go. */
static void
append_mixed (Scanner    *self,
              const char *p,
              const char *end)
{
  gsize length = 0;

  for (; p < end; p += length)
    {
      if (act_cause_character_read (p, end, &length) == ACT_CAUSE_DIGIT)
        append_piece (self);
      else
        append (self, p, length);
    }
}

static void
append_segment (Scanner    *self,
                const char *start,
                const char *end)
{
  ActCauseToken token;

  act_cause_token_read (&token, start, end);
  if (token.n_digits == 0)
    append (self, start, (gsize) (end - start));
  else if (act_cause_token_is_code (&token) ||
           (!act_cause_token_is_random (&token) && act_cause_context_keeps_code (self->text, start)))
    append (self, start, (gsize) (end - start));
  else if (act_cause_token_is_random (&token) || act_cause_token_is_measure (&token))
    append_piece (self);
  else if (token.n_letters == 0 && act_cause_context_keeps_number (self->text, start, end, self->end))
    append (self, start, (gsize) (end - start));
  else
    append_mixed (self, start, end);
}

static void
append_segments (Scanner    *self,
                 const char *start,
                 const char *end)
{
  while (start < end)
    {
      const char *line = memchr (start, '_', (gsize) (end - start));
      const char *segment_end = line != NULL ? line : end;

      if (segment_end > start)
        append_segment (self, start, segment_end);
      if (line == NULL)
        return;

      append_sign (self, '_');
      start = line + 1;
    }
}

static gboolean
skip_own_id (Scanner *self)
{
  for (gsize i = 0; self->ids != NULL && self->ids[i] != NULL; i++)
    {
      gsize length = strlen (self->ids[i]);
      gsize unused = 0;

      if (length < MIN_LENGTH_OF_OWN_ID || length > (gsize) (self->end - self->p) ||
          memcmp (self->p, self->ids[i], length) != 0)
        continue;

      if (length < (gsize) (self->end - self->p) &&
          act_cause_character_is_word (act_cause_character_read (self->p + length, self->end, &unused)))
        continue;

      self->p += length;

      return TRUE;
    }

  return FALSE;
}

static void
read_word (Scanner *self)
{
  const char *start = self->p;
  const char *end = NULL;
  gboolean    has_digits = FALSE;

  if (skip_own_id (self) || act_cause_token_skip_id (&self->p, self->end))
    {
      append_piece (self);
      return;
    }

  end = act_cause_token_skip_word (start, self->end, &has_digits);
  if (has_digits && act_cause_token_skip_digits (start, end) == end)
    {
      read_number (self);
      return;
    }

  self->p = end;
  if (has_digits)
    append_segments (self, start, end);
  else if (act_cause_words_join_number (start, (gsize) (end - start)))
    append_joining (self, start, (gsize) (end - start));
  else
    append (self, start, (gsize) (end - start));
}

/* A name is short, or most of its words begin with a capital. */
static gboolean
is_name (const char *start,
         const char *end)
{
  guint n_words = 0;
  guint n_small = 0;

  for (const char *p = start; p < end; p++)
    {
      if (p > start && p[-1] != ' ')
        continue;

      n_words++;
      n_small += g_ascii_islower (*p) ? 1 : 0;
    }

  if (end - start > MAX_LENGTH_OF_NAME)
    return FALSE;

  return n_words <= MAX_WORDS_OF_SHORT_NAME || (n_words <= MAX_WORDS_OF_NAME && 2 * n_small <= n_words);
}

/* {"code": … */
static gboolean
is_key (Scanner    *self,
        const char *after)
{
  while (after < self->end && *after == ' ')
    after++;

  return self->in_json && after < self->end && *after == ':';
}

static void
read_quote (Scanner *self,
            gsize    length)
{
  const char *limit = self->passage != NULL ? self->passage : self->end;
  const char *start = self->p + length;
  const char *close = NULL;
  const char *after = NULL;

  if (self->p == self->passage)
    self->passage = NULL;
  else if (!(self->in_word && *self->p == '\''))
    close = act_cause_quote_find_end (self->p, limit);

  if (close == NULL || close == start)
    {
      append_sign (self, '"');
      self->p = start;
      return;
    }

  act_cause_character_read (close, self->end, &length);
  after = close + length;

  if (act_cause_token_is_identifier (start, close))
    {
      append_sign (self, '"');
      append (self, start, (gsize) (close - start));
      append_sign (self, '"');
      self->p = after;
    }
  else if (is_key (self, after) || !is_name (start, close) ||
           act_cause_context_keeps_quoted (self->text, self->p, after, self->end))
    {
      if (self->passage == NULL)
        self->passage = close;
      append_sign (self, '"');
      self->p = start;
    }
  else
    {
      append_piece (self);
      self->p = after;
    }
}

static void
read_sign (Scanner *self,
           gsize    length)
{
  char sign = *self->p;

  if (sign == '\\' && self->p + 1 < self->end && self->p[1] == '"')
    ;
  else if (length == 1)
    append_sign (self, sign);
  else
    append (self, self->p, length);

  self->in_json |= sign == '{';
  self->p += length;
}

static void
read_character (Scanner *self)
{
  gsize             length = 0;
  ActCauseCharacter character = act_cause_character_read (self->p, self->end, &length);

  switch (character)
    {
    case ACT_CAUSE_SPACE:
      append_sign (self, ' ');
      self->p += length;
      break;

    case ACT_CAUSE_CURRENCY:
      append_joining (self, self->p, length);
      self->p += length;
      break;

    case ACT_CAUSE_QUOTE:
      read_quote (self, length);
      break;

    case ACT_CAUSE_SIGN:
      read_sign (self, length);
      break;

    case ACT_CAUSE_DIGIT:
    case ACT_CAUSE_UPPER:
    case ACT_CAUSE_LOWER:
    case ACT_CAUSE_LETTER:
    case ACT_CAUSE_LOW_LINE:
    default:
      read_word (self);
      break;
    }

  self->in_word = act_cause_character_is_word (character);
}

/**
 * act_cause_template_make:
 * @message: a message, of any content
 * @ids: (array zero-terminated=1) (nullable): ids that the event itself has
 *
 * Takes out of a message what differs between events of the same fault. The time that it takes is in
 * proportion to the message's length, and bounded. Any thread.
 *
 * Returns: (transfer full): the rest
 */
char *
act_cause_template_make (const char        *message,
                         const char *const *ids)
{
  gsize   length = strnlen (message, ACT_CAUSE_TEMPLATE_MAX_LENGTH);
  Scanner self = {
    .text = message,
    .p = message,
    .end = message + length,
    .ids = ids,
    .out = g_string_sized_new (length + 1),
    .number_end = NOT_HERE,
    .word_start = NOT_HERE,
  };

  while (self.p < self.end)
    read_character (&self);

  while (self.out->len > 0 && strchr (" .", self.out->str[self.out->len - 1]) != NULL)
    g_string_truncate (self.out, self.out->len - 1);

  return g_string_free (self.out, FALSE);
}
