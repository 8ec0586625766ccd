/* What counts as a word: one rule for the index, the plain filter and what is highlighted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What of a longer word is beyond this is not compared; bytes. */
#define ACT_WORD_MAX_LENGTH 255

/**
 * ActWord:
 * @text: the word as it is compared: decomposed, without marks, case folded
 * @start: where it begins in the text, bytes
 * @end: where it ends, bytes
 * @is_ideograph: whether it is one character of a script that is written without spaces
 *   (Chinese, Japanese, Korean); such characters in a row are found as a substring
 * @is_inner: whether it begins inside of the word before it that is not inner, and stands at the
 *   same place in a phrase
 *
 * A word of a text: letters and digits in a row, so that `INV001` is one. A word in which a capital
 * begins another one is found by that one too: `HTTPServer` gives `httpserver` and the inner
 * `server`, `NetSuite` gives `netsuite` and `suite`. An inner word reaches to the end of its word
 * (`camelCaseName`: `casename`, `name`), so that any beginning of it is found. What is searched for
 * has no inner words: whoever types `netSuite` means `netsuite`.
 */
typedef struct
{
  const char *text;
  gsize       start;
  gsize       end;
  gboolean    is_ideograph;
  gboolean    is_inner;
} ActWord;

/**
 * ActWordFunc:
 * @word: a word, valid during the call
 * @user_data: data of the caller
 *
 * Returns: whether to go on
 */
typedef gboolean (*ActWordFunc) (const ActWord *word,
                                 gpointer       user_data);

gboolean act_words_foreach (const char  *text,
                            gssize       length,
                            ActWordFunc  func,
                            gpointer     user_data);
char   **act_words_split   (const char  *text);

G_END_DECLS
