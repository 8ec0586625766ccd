/* Searching a short text for words, as a person types them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-words.h"

#include <string.h>

/**
 * act_search_words_fold:
 * @text: (nullable): any text
 *
 * Makes texts comparable that differ only in upper and lower case or in how they are composed. A
 * list folds its texts once, not at every key. Any thread.
 *
 * Returns: (transfer full): the folded text
 */
char *
act_search_words_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;

  if (text == NULL)
    return g_strdup ("");

  valid = g_utf8_make_valid (text, -1);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : valid, -1);
}

/**
 * act_search_words_split:
 * @typed: (nullable): what a person typed
 *
 * Splits and folds it. Any thread.
 *
 * Returns: (transfer full) (array zero-terminated=1): its words
 */
char **
act_search_words_split (const char *typed)
{
  g_autofree char *folded = act_search_words_fold (typed);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\r\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_strv_builder_add (builder, parts[i]);
    }

  return g_strv_builder_end (builder);
}

/**
 * act_search_words_match:
 * @words: (array zero-terminated=1): what act_search_words_split() gave
 * @folded: what act_search_words_fold() gave
 *
 * Tells whether every word is somewhere in a text, in any order. Any thread.
 *
 * Returns: whether it is; %TRUE without words
 */
gboolean
act_search_words_match (const char *const *words,
                        const char        *folded)
{
  g_return_val_if_fail (words != NULL, FALSE);
  g_return_val_if_fail (folded != NULL, FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
