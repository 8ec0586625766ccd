/* Text from outside that is made safe to show, split into words, and told apart by cause
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-cause-signature.h"
#include "act-safe-text.h"
#include "act-words.h"

#include <string.h>

static gboolean
check_word (const ActWord *word,
            gpointer       user_data)
{
  gsize length = *(gsize *) user_data;

  g_assert_true (*word->text != '\0');
  g_assert_cmpuint (word->start, <, word->end);
  g_assert_cmpuint (word->end, <=, length);

  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *line = act_safe_text_line (text);
  g_autofree char *block = act_safe_text_block (text);
  g_autofree char *short_block = act_safe_text_block_n (text, 7);
  g_autofree char *id = act_safe_text_id (text);
  g_autofree char *signature = act_cause_signature_make_message (valid);
  gsize            length = strlen (valid);

  fuzz_check_shown (line);
  fuzz_check_shown (block);
  fuzz_check_shown (short_block);
  fuzz_check_shown (id);
  g_assert_nonnull (signature);
  g_assert_null (strpbrk (line, "\n\t"));
  g_assert_null (strpbrk (id, "\n\t"));
  g_assert_cmpint (g_utf8_strlen (short_block, -1), <=, 7 * 9);

  act_words_foreach (valid, -1, check_word, &length);

  return 0;
}
