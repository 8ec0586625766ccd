/* Where a number or a quoted text stands in a message
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-context.h"

#include "act-cause-words.h"

#include <string.h>

/* How many signs may stand between a word and what it is about, and how many words between them. */
#define MAX_SIGNS     8
#define MAX_LINKS     3
#define MAX_CODE      6
#define MAX_STATUS    3
#define FIRST_STATUS  100
#define FIRST_TROUBLE 300
#define FIRST_FAILURE 400
#define BEHIND_STATUS 600

/* What stands before a place: what its word means, and whether a sentence begins in between. */
typedef struct
{
  guint    flags;
  gboolean begins_sentence;
} Before;

static const char *
skip_signs_back (const char *text,
                 const char *p,
                 gboolean   *begins_sentence)
{
  guint    n = 0;
  gboolean has_quote = FALSE;
  gboolean has_space = FALSE;

  *begins_sentence = FALSE;
  while (p > text && n < MAX_SIGNS && strchr (" :=([#-\"'/\\_", p[-1]) != NULL)
    {
      p--;
      n++;
      has_quote |= *p == '"' || *p == '\'';
      *begins_sentence |= *p == ':' && has_space && !has_quote && (p == text || (p[-1] != '"' && p[-1] != '\''));
      has_space |= *p == ' ';
    }

  return p;
}

/* A part of a name counts as a word: the code of statusCode, of STATUS_CODE and of status-code. */
static const char *
skip_word_back (const char *text,
                const char *p)
{
  const char *end = p;

  while (p > text && g_ascii_isalpha (p[-1]) && end - p <= ACT_CAUSE_WORD_MAX_LENGTH)
    {
      p--;
      if (g_ascii_isupper (*p) && end - p > 1 && p > text && g_ascii_islower (p[-1]))
        break;
    }

  return p;
}

static guint
read_back (const char  *text,
           const char **p,
           gboolean    *begins_sentence)
{
  const char *end = skip_signs_back (text, *p, begins_sentence);

  *p = skip_word_back (text, end);

  return act_cause_words_look_up (*p, (gsize) (end - *p));
}

/* A code is that of a fault where it stands by itself, or where a word before it says so: that of a
 * customer is none. */
static gboolean
is_code_of_fault (const char *text,
                  const char *p)
{
  gboolean    unused = FALSE;
  const char *q = p;

  if (p == text || strchr ("\"'{[(,;.:\n", p[-1]) != NULL)
    return TRUE;
  if (p[-1] == ' ' && p - text >= 2 && strchr (",;.:", p[-2]) != NULL)
    return TRUE;

  return (read_back (text, &q, &unused) & ACT_CAUSE_WORD_OF_CODE) != 0;
}

/* HTTP/1.1 503 */
static const char *
skip_version_back (const char *text,
                   const char *p)
{
  const char *q = p;

  if (q == text || *--q != ' ')
    return p;

  while (q > text && p - q < MAX_SIGNS && (g_ascii_isdigit (q[-1]) || q[-1] == '.'))
    q--;

  return q > text && q[-1] == '/' ? q : p;
}

static Before
look_back (const char *text,
           const char *p)
{
  Before before = { 0, FALSE };

  p = skip_version_back (text, p);
  for (guint i = 0; i <= MAX_LINKS; i++)
    {
      gboolean begins_sentence = FALSE;

      before.flags = read_back (text, &p, &begins_sentence);
      before.begins_sentence |= begins_sentence;
      if ((before.flags & ACT_CAUSE_WORD_LINK) == 0)
        break;
    }

  if ((before.flags & ACT_CAUSE_WORD_CODE) != 0)
    {
      before.flags = is_code_of_fault (text, p) ? ACT_CAUSE_WORD_FAULT | ACT_CAUSE_WORD_TEXT : 0;
      before.begins_sentence = FALSE;
    }

  return before;
}

static guint
read_number (const char *number,
             gsize       length)
{
  guint value = 0;

  for (gsize i = 0; i < length && i < MAX_CODE; i++)
    {
      if (!g_ascii_isdigit (number[i]))
        return 0;
      value = value * 10 + (guint) (number[i] - '0');
    }

  return value;
}

/* "answered 503." and "answered 503 Service …", but not "returned 300 rows". */
static gboolean
ends_or_goes_on_as_name (const char *p,
                         const char *end)
{
  if (p == end || strchr (".,;:)]}\"'\n", *p) != NULL)
    return TRUE;

  return *p == ' ' && end - p >= 2 && g_ascii_isupper (p[1]);
}

/**
 * act_cause_context_keeps_number:
 * @text: a message
 * @number: a number in it, nothing but digits
 * @number_end: its end
 * @end: the end of the message
 *
 * Tells whether a number is a part of the fault: a status of HTTP, or the number of an error. Any
 * thread.
 *
 * Returns: whether it is
 */
gboolean
act_cause_context_keeps_number (const char *text,
                                const char *number,
                                const char *number_end,
                                const char *end)
{
  gsize  length = (gsize) (number_end - number);
  guint  value = read_number (number, length);
  Before before = { 0, FALSE };

  if (length > MAX_CODE)
    return FALSE;

  if (length == MAX_STATUS && value >= FIRST_FAILURE && value < BEHIND_STATUS && number_end < end &&
      *number_end == ' ' &&
      act_cause_words_begin_reason (number_end + 1, (gsize) (end - number_end - 1)))
    return TRUE;

  before = look_back (text, number);
  if ((before.flags & ACT_CAUSE_WORD_FAULT) != 0)
    return !before.begins_sentence;
  if ((before.flags & ACT_CAUSE_WORD_STATUS) != 0)
    return length <= MAX_STATUS && (length < MAX_STATUS || value >= FIRST_STATUS);

  return (before.flags & ACT_CAUSE_WORD_ANSWER) != 0 && length == MAX_STATUS && value >= FIRST_TROUBLE &&
         value < BEHIND_STATUS && ends_or_goes_on_as_name (number_end, end);
}

/**
 * act_cause_context_keeps_code:
 * @text: a message
 * @code: letters and digits in it
 *
 * Tells whether a word before them says that they are the code of a fault. Any thread.
 *
 * Returns: whether it does
 */
gboolean
act_cause_context_keeps_code (const char *text,
                              const char *code)
{
  Before before = look_back (text, code);

  return (before.flags & (ACT_CAUSE_WORD_FAULT | ACT_CAUSE_WORD_STATUS)) != 0 && !before.begins_sentence;
}

/**
 * act_cause_context_keeps_quoted:
 * @text: a message
 * @quoted: the mark that opens a quoted text in it
 * @quoted_end: what follows the mark that closes it
 * @end: the end of the message
 *
 * Tells whether a word before or behind a quoted text says that it is no name but a part of the
 * fault, as the name of a field is. Any thread.
 *
 * Returns: whether it is
 */
gboolean
act_cause_context_keeps_quoted (const char *text,
                                const char *quoted,
                                const char *quoted_end,
                                const char *end)
{
  const guint kept = ACT_CAUSE_WORD_TEXT | ACT_CAUSE_WORD_FAULT | ACT_CAUSE_WORD_STATUS;
  const char *p = quoted_end;
  const char *word = NULL;

  if ((look_back (text, quoted).flags & kept) != 0)
    return TRUE;

  if (p == end || *p != ' ')
    return FALSE;

  word = ++p;
  while (p < end && g_ascii_isalpha (*p) && p - word <= ACT_CAUSE_WORD_MAX_LENGTH)
    p++;

  return (act_cause_words_look_up (word, (gsize) (p - word)) & ACT_CAUSE_WORD_PART) != 0;
}
