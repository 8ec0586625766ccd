/* What a character of a message is, whatever the locale
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActCauseCharacter:
 * @ACT_CAUSE_SPACE: white space, or something that cannot be seen
 * @ACT_CAUSE_DIGIT: a decimal digit of any script
 * @ACT_CAUSE_UPPER: A to Z
 * @ACT_CAUSE_LOWER: a to z
 * @ACT_CAUSE_LETTER: any other letter or mark
 * @ACT_CAUSE_LOW_LINE: the underscore, which parts what is one word
 * @ACT_CAUSE_CURRENCY: a currency symbol
 * @ACT_CAUSE_QUOTE: what may begin a quoted text
 * @ACT_CAUSE_SIGN: anything else
 *
 * Those from %ACT_CAUSE_DIGIT to %ACT_CAUSE_LOW_LINE make words.
 */
typedef enum
{
  ACT_CAUSE_SPACE,
  ACT_CAUSE_DIGIT,
  ACT_CAUSE_UPPER,
  ACT_CAUSE_LOWER,
  ACT_CAUSE_LETTER,
  ACT_CAUSE_LOW_LINE,
  ACT_CAUSE_CURRENCY,
  ACT_CAUSE_QUOTE,
  ACT_CAUSE_SIGN,
} ActCauseCharacter;

ActCauseCharacter act_cause_character_read (const char  *text,
                                            const char  *end,
                                            gsize       *length);

/**
 * act_cause_character_is_word:
 * @character: a kind of character
 *
 * Any thread.
 *
 * Returns: whether words are made of such characters
 */
static inline gboolean
act_cause_character_is_word (ActCauseCharacter character)
{
  return character >= ACT_CAUSE_DIGIT && character <= ACT_CAUSE_LOW_LINE;
}

const char *act_cause_quote_find_end (const char *text,
                                      const char *end);

G_END_DECLS
