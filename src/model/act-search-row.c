/* Words that follow each other in a text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-row.h"

#include "act-search.h"
#include "act-words.h"

#include <string.h>

/* A word of a text; an inner one has the place of its word. */
typedef struct
{
  char *text;
  gsize start;
  gsize end;
  guint place;
} Found;

static void
clear_found (gpointer data)
{
  Found *found = data;

  g_free (found->text);
}

static gboolean
add_found (const ActWord *word,
           gpointer       user_data)
{
  GArray *all = user_data;
  guint   place = 0;
  Found   found = { g_strdup (word->text), word->start, word->end, 0 };

  if (all->len > 0)
    place = g_array_index (all, Found, all->len - 1).place + (word->is_inner ? 0 : 1);
  found.place = place;
  g_array_append_val (all, found);

  return TRUE;
}

static GArray *
find_words (const char *text)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Found));

  g_array_set_clear_func (all, clear_found);
  act_words_foreach (text, -1, add_found, all);

  return all;
}

/* Looks for the rest of a row of words from @first on, which must stand at @place. */
static const Found *
find_row (const GArray *all,
          guint         first,
          guint         place,
          char        **words)
{
  gboolean is_last = words[1] == NULL;

  for (guint i = first; i < all->len; i++)
    {
      const Found *found = &g_array_index (all, Found, i);
      const Found *last = NULL;

      if (found->place > place)
        return NULL;
      if (found->place < place)
        continue;

      if (is_last && g_str_has_prefix (found->text, words[0]))
        return found;
      if (!is_last && strcmp (found->text, words[0]) == 0)
        last = find_row (all, i + 1, place + 1, words + 1);
      if (last != NULL)
        return last;
    }

  return NULL;
}

/* The last word of a row that begins with the word @first. */
static const Found *
find_row_at (const GArray *all,
             guint         first,
             char        **words)
{
  const Found *found = &g_array_index (all, Found, first);

  if (words[1] == NULL)
    return g_str_has_prefix (found->text, words[0]) ? found : NULL;

  return strcmp (found->text, words[0]) == 0 ? find_row (all, first + 1, found->place + 1, words + 1)
                                             : NULL;
}

/* Where what was found ends: within the last word, if its bytes are those of the text. */
static gsize
find_end (const char  *text,
          const Found *last,
          const char  *typed)
{
  gsize end = last->start + strlen (typed);

  if (strlen (last->text) != last->end - last->start)
    return last->end;
  while (end < last->end && ((guchar) text[end] & 0xc0) == 0x80)
    end++;

  return end;
}

static void
add_range (GArray      *ranges,
           const char  *text,
           gsize        start,
           const Found *last,
           char       **words)
{
  ActSearchRange range = { start, find_end (text, last, words[g_strv_length (words) - 1]) };

  g_array_append_val (ranges, range);
}

/**
 * act_search_row_find:
 * @text: any text
 * @words: (array zero-terminated=1): words as they are compared, the last of which may go on
 * @ranges: (element-type ActSearchRange): where to add each place where they are found
 *
 * Any thread.
 */
void
act_search_row_find (const char *text,
                     char      **words,
                     GArray     *ranges)
{
  g_autoptr (GArray) all = find_words (text);

  for (guint i = 0; words[0] != NULL && i < all->len; i++)
    {
      const Found *last = find_row_at (all, i, words);

      if (last != NULL)
        add_range (ranges, text, g_array_index (all, Found, i).start, last, words);
    }
}

/**
 * act_search_row_has:
 * @text: (nullable): any text
 * @words: (array zero-terminated=1): words as they are compared, the last of which may go on
 *
 * Any thread.
 *
 * Returns: whether the words follow each other somewhere in the text; %FALSE without words
 */
gboolean
act_search_row_has (const char *text,
                    char      **words)
{
  g_autoptr (GArray) all = NULL;

  if (text == NULL || words[0] == NULL)
    return FALSE;

  all = find_words (text);
  for (guint i = 0; i < all->len; i++)
    {
      if (find_row_at (all, i, words) != NULL)
        return TRUE;
    }

  return FALSE;
}
