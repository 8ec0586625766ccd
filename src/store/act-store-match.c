/* Words that follow each other, as FTS5 is asked for them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-match.h"

#include "act-store-words.h"

/* Up to this many words of a row are tried in all ways. */
#define MAX_TRIED 5

/**
 * act_store_match_has_own:
 * @words: (array zero-terminated=1): words as they are compared
 *
 * Any thread.
 *
 * Returns: whether one of them is never in a shape
 */
gboolean
act_store_match_has_own (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (act_store_words_is_own (words[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * act_store_match_row:
 * @columns: (nullable): the columns to look in
 * @words: (array zero-terminated=1): words as they are compared; one at least
 *
 * Gives an expression for words that follow each other, the last of which may go on. Words are
 * letters and digits, so nothing in them is to be escaped. Any thread.
 *
 * Returns: (transfer full): the expression
 */
char *
act_store_match_row (const char *columns,
                     char      **words)
{
  g_autofree char *row = g_strjoinv (" ", words);

  if (columns == NULL)
    return g_strdup_printf ("\"%s\" *", row);

  return g_strdup_printf ("{%s} : \"%s\" *", columns, row);
}

/**
 * act_store_match_own:
 * @words: (array zero-terminated=1): words that follow each other; two at least
 *
 * Gives an expression for the events' own words that a row of words needs. If some of @words are
 * never in a shape, it is all of these; if not, it is any of @words, since each may be an inner word
 * of an own one, and the last one its beginning. Any thread.
 *
 * Returns: (transfer full): the expression
 */
char *
act_store_match_own (char **words)
{
  gboolean has_own = act_store_match_has_own (words);
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (has_own && !act_store_words_is_own (words[i]))
        continue;

      if (match->len > 0)
        g_string_append (match, has_own ? " AND " : " OR ");
      g_string_append_printf (match, "\"%s\"", words[i]);
      if (words[i + 1] == NULL)
        g_string_append (match, " *");
    }

  return g_string_free (match, FALSE);
}

/* One way to read the first words of a row: those whose bit is in @own are not in the shape. */
static void
add_way (GString *match,
         char   **words,
         guint    n_tried,
         guint    own)
{
  gboolean goes_on = words[n_tried] == NULL && !(own >> (n_tried - 1) & 1);

  g_string_append (match, match->len > 0 ? " OR \"" : "message : (\"");
  for (guint i = 0; i < n_tried; i++)
    g_string_append_printf (match, "%s%s", i > 0 ? " " : "",
                            own >> i & 1 ? ACT_STORE_OWN_WORD : words[i]);
  g_string_append (match, goes_on ? "\" *" : "\"");
}

/**
 * act_store_match_shapes:
 * @words: (array zero-terminated=1): words that follow each other; two at least
 *
 * Gives an expression for the shapes in which a row of words may be, when some of them are left out
 * of the shape. A long row is looked for by its first words. Any thread.
 *
 * Returns: (transfer full): the expression
 */
char *
act_store_match_shapes (char **words)
{
  GString *match = g_string_new (NULL);
  guint    n_words = g_strv_length (words);
  guint    n_tried = MIN (n_words, MAX_TRIED);
  guint    always = 0;

  for (guint i = 0; i < n_tried; i++)
    always |= act_store_words_is_own (words[i]) ? 1u << i : 0;

  /* A short row of which nothing is left out is found without this. */
  for (guint own = n_words > n_tried ? 0 : 1; own < 1u << n_tried; own++)
    {
      if ((own & always) == always)
        add_way (match, words, n_tried, own);
    }
  g_string_append_c (match, ')');

  return g_string_free (match, FALSE);
}
