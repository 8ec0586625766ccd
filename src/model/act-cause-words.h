/* The words that tell what a number or a quoted text beside them is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActCauseWord:
 * @ACT_CAUSE_WORD_STATUS: a number of up to three digits after it is a status
 * @ACT_CAUSE_WORD_ANSWER: a status may follow, but so may a number of things
 * @ACT_CAUSE_WORD_FAULT: the number after it is that of a fault
 * @ACT_CAUSE_WORD_CODE: the same if a word stands before it that makes it the code of a fault
 * @ACT_CAUSE_WORD_OF_CODE: such a word
 * @ACT_CAUSE_WORD_LINK: stands between the others and what they are about
 * @ACT_CAUSE_WORD_TEXT: what is quoted beside it says what is wrong
 * @ACT_CAUSE_WORD_DOCUMENT: digits glued to it are the number of a document
 * @ACT_CAUSE_WORD_PART: what is quoted before it is the name of a part, as that of a field is
 *
 * What a word means for what stands beside it.
 */
typedef enum
{
  ACT_CAUSE_WORD_STATUS = 1 << 0,
  ACT_CAUSE_WORD_ANSWER = 1 << 1,
  ACT_CAUSE_WORD_FAULT = 1 << 2,
  ACT_CAUSE_WORD_CODE = 1 << 3,
  ACT_CAUSE_WORD_OF_CODE = 1 << 4,
  ACT_CAUSE_WORD_LINK = 1 << 5,
  ACT_CAUSE_WORD_TEXT = 1 << 6,
  ACT_CAUSE_WORD_DOCUMENT = 1 << 7,
  ACT_CAUSE_WORD_PART = 1 << 8,
} ActCauseWord;

/* Longer words mean nothing here. */
#define ACT_CAUSE_WORD_MAX_LENGTH 12

guint    act_cause_words_look_up        (const char *word,
                                         gsize       length);
gboolean act_cause_words_join_number    (const char *word,
                                         gsize       length);
gboolean act_cause_words_are_unit       (const char *word,
                                         gsize       length);
gboolean act_cause_words_begin_reason   (const char *text,
                                         gsize       length);

G_END_DECLS
