/* What counts as a word: one rule for the index, the plain filter and what is highlighted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-words.h"

#include <string.h>

/* Text that is no language, as a key in base 64, has a capital at every second place. */
#define MAX_INNER 8

/* No character decomposes into more (GLib's own limit), and none of these folds to more bytes. */
#define MAX_DECOMPOSED G_UNICHAR_MAX_DECOMPOSITION_LENGTH
#define MAX_FOLDED     32

typedef enum
{
  CASE_NONE,
  CASE_LOWER,
  CASE_UPPER,
} LetterCase;

/* Where in a word an inner one begins: in the folded text, and in the text itself. */
typedef struct
{
  guint folded;
  gsize start;
} Place;

typedef struct
{
  ActWordFunc func;
  gpointer    user_data;
  gboolean    stopped;
  char        folded[ACT_WORD_MAX_LENGTH + 1];
  guint       length;
  gboolean    is_full;
  gboolean    is_open;
  gsize       start;
  gsize       end;
  LetterCase  last_case;
  Place       last;
  gboolean    last_is_inner;
  Place       inner[MAX_INNER];
  guint       n_inner;
} Splitter;

static void
give (Splitter   *self,
      const char *text,
      gsize       start,
      gsize       end,
      gboolean    is_ideograph,
      gboolean    is_inner)
{
  ActWord word = { text, start, end, is_ideograph, is_inner };

  if (!self->stopped)
    self->stopped = !self->func (&word, self->user_data);
}

static void
end_word (Splitter *self)
{
  if (!self->is_open)
    return;

  self->is_open = FALSE;
  self->folded[self->length] = '\0';
  give (self, self->folded, self->start, self->end, FALSE, FALSE);
  for (guint i = 0; i < self->n_inner; i++)
    give (self, self->folded + self->inner[i].folded, self->inner[i].start, self->end, FALSE, TRUE);
}

static void
begin_word (Splitter *self,
            gsize     start)
{
  self->is_open = TRUE;
  self->is_full = FALSE;
  self->start = start;
  self->length = 0;
  self->n_inner = 0;
  self->last_case = CASE_NONE;
  self->last_is_inner = FALSE;
}

static void
add_inner (Splitter    *self,
           const Place *place)
{
  if (place->folded > 0 && self->n_inner < MAX_INNER)
    self->inner[self->n_inner++] = *place;
}

/* A capital begins an inner word after a small letter (netSuite) and before one (HTTPServer). */
static void
look_for_inner (Splitter    *self,
                LetterCase   letter_case,
                const Place *place)
{
  gboolean is_inner = FALSE;

  if (letter_case == CASE_UPPER && self->last_case == CASE_LOWER)
    {
      add_inner (self, place);
      is_inner = TRUE;
    }
  else if (letter_case == CASE_LOWER && self->last_case == CASE_UPPER && !self->last_is_inner)
    {
      add_inner (self, &self->last);
    }

  self->last_case = letter_case;
  self->last = *place;
  self->last_is_inner = is_inner;
}

static void
add_letter (Splitter   *self,
            const char *folded,
            gsize       length,
            LetterCase  letter_case,
            gsize       start,
            gsize       end)
{
  Place place;

  if (!self->is_open)
    begin_word (self, start);

  self->end = end;
  self->is_full |= self->length + length > ACT_WORD_MAX_LENGTH;
  if (self->is_full)
    return;

  place = (Place){ self->length, start };
  look_for_inner (self, letter_case, &place);
  memcpy (self->folded + self->length, folded, length);
  self->length += (guint) length;
}

static LetterCase
get_case (gunichar c)
{
  if (g_unichar_isupper (c) || g_unichar_istitle (c))
    return CASE_UPPER;

  return g_unichar_islower (c) ? CASE_LOWER : CASE_NONE;
}

/* Most letters have no case, or a small letter and nothing else. Asking for the whole folding of each
 * one would take ten times as long. */
static gboolean
folds_alone (gunichar c)
{
  return c < 0x80 || (c >= 0x0400 && c < 0x0530) || g_unichar_type (c) == G_UNICODE_OTHER_LETTER;
}

/* Marks that folding brings forth are dropped too, so that what is folded folds to itself. For the
 * same reason it begins with the small letter: g_utf8_casefold() swaps the letters of Cherokee. */
static gsize
fold (gunichar c,
      char     folded[MAX_FOLDED])
{
  g_autofree char *whole = NULL;
  char             utf8[6];
  gsize            length = 0;

  if (folds_alone (c))
    return (gsize) g_unichar_to_utf8 (g_unichar_tolower (c), folded);

  whole = g_utf8_casefold (utf8, g_unichar_to_utf8 (g_unichar_tolower (c), utf8));
  for (const char *p = whole; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar part = g_utf8_get_char (p);

      if (g_unichar_isalnum (part) && length + 6 <= MAX_FOLDED)
        length += (gsize) g_unichar_to_utf8 (part, folded + length);
    }

  return length;
}

/* The prolonged sound mark is shared by two scripts, so that Unicode gives it to neither. */
static gboolean
is_ideograph (gunichar c)
{
  if (c < 0x1100)
    return FALSE;
  if (c == 0x30fc)
    return TRUE;

  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_character (Splitter *self,
               gunichar  c,
               gsize     start,
               gsize     end)
{
  char  folded[MAX_FOLDED] = { 0 };
  gsize length = 0;

  /* Marks and characters that only steer how a text looks belong to the letter before them. */
  if (g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
    {
      if (self->is_open)
        self->end = end;
      return;
    }

  if (!g_unichar_isalnum (c))
    {
      end_word (self);
      return;
    }

  if (is_ideograph (c))
    {
      end_word (self);
      folded[g_unichar_to_utf8 (c, folded)] = '\0';
      give (self, folded, start, end, TRUE, FALSE);
      return;
    }

  length = fold (c, folded);
  if (length > 0)
    add_letter (self, folded, length, get_case (c), start, end);
}

static gboolean
is_hangul_syllable (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

static void
decompose (Splitter *self,
           gunichar  c,
           gsize     start,
           gsize     end)
{
  gunichar parts[MAX_DECOMPOSED];
  gsize    n_parts = 0;

  /* A syllable is what is written and read, not the letters that it is put together from. */
  if (is_hangul_syllable (c))
    {
      add_character (self, c, start, end);
      return;
    }

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, MAX_DECOMPOSED);
  for (gsize i = 0; i < MIN (n_parts, MAX_DECOMPOSED); i++)
    add_character (self, parts[i], start, end);
}

static void
add_ascii (Splitter *self,
           char      c,
           gsize     at)
{
  char folded = g_ascii_tolower (c);

  if (!g_ascii_isalnum (c))
    end_word (self);
  else
    add_letter (self, &folded, 1,
                g_ascii_isupper (c)   ? CASE_UPPER
                : g_ascii_islower (c) ? CASE_LOWER
                                      : CASE_NONE,
                at, at + 1);
}

/* Reads a character; one that is not valid parts words. */
static gsize
read_character (const char *text,
                gsize       length,
                gunichar   *c)
{
  *c = g_utf8_get_char_validated (text, (gssize) length);
  if (*c == (gunichar) -1 || *c == (gunichar) -2)
    {
      *c = ' ';
      return 1;
    }

  return (gsize) g_utf8_skip[(guchar) *text];
}

/* Letters of a Korean syllable that were typed apart are put together, as far as they go. */
static gsize
read_composed (const char *text,
               gsize       length,
               gunichar   *c)
{
  gsize size = read_character (text, length, c);

  while (size < length && *c >= 0x1100 && (*c <= 0x1112 || is_hangul_syllable (*c)))
    {
      gunichar next, composed;
      gsize    next_size = read_character (text + size, length - size, &next);

      if (!g_unichar_compose (*c, next, &composed))
        break;
      *c = composed;
      size += next_size;
    }

  return size;
}

/**
 * act_words_foreach:
 * @text: any text, which need not be valid
 * @length: its length in bytes, or -1 if it ends with a nul
 * @func: called for each word, in the order of the text; an inner one follows its word
 * @user_data: for @func
 *
 * Splits a text into words. Any thread.
 *
 * Returns: whether all words were given: %FALSE if @func ended it
 */
gboolean
act_words_foreach (const char *text,
                   gssize      length,
                   ActWordFunc func,
                   gpointer    user_data)
{
  Splitter splitter;
  gsize    size = 0, at = 0;

  g_return_val_if_fail (text != NULL, TRUE);
  g_return_val_if_fail (func != NULL, TRUE);

  size = length < 0 ? strlen (text) : (gsize) length;
  splitter.func = func;
  splitter.user_data = user_data;
  splitter.stopped = FALSE;
  splitter.is_open = FALSE;

  while (at < size && !splitter.stopped)
    {
      if ((guchar) text[at] < 0x80)
        {
          add_ascii (&splitter, text[at], at);
          at++;
        }
      else
        {
          gunichar c;
          gsize    used = read_composed (text + at, size - at, &c);

          decompose (&splitter, c, at, at + used);
          at += used;
        }
    }
  end_word (&splitter);

  return !splitter.stopped;
}

static gboolean
add_word (const ActWord *word,
          gpointer       user_data)
{
  if (!word->is_inner)
    g_strv_builder_add (user_data, word->text);

  return TRUE;
}

/**
 * act_words_split:
 * @text: what is searched for
 *
 * Gives the words of a text, without the inner ones. Any thread.
 *
 * Returns: (transfer full) (array zero-terminated=1): the words
 */
char **
act_words_split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  act_words_foreach (text, -1, add_word, builder);

  return g_strv_builder_end (builder);
}
