/* What counts as a word: one rule for the index, the plain filter and what is highlighted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActWord:
 * @text: the word as it is compared: decomposed, without marks, case folded
 * @start: where it begins in the text, bytes
 * @end: where it ends, bytes
 * @is_ideograph: whether it is one character of a script that is written without spaces
 *   (Chinese, Japanese, Korean); such characters in a row are found as a substring
 *
 * A word of a text. `camelCase` and `HTTPServer` are two words each, and so are digits beside
 * letters no reason to part them: `INV001` is one.
 */
typedef struct
{
  const char *text;
  gsize       start;
  gsize       end;
  gboolean    is_ideograph;
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

G_END_DECLS
