/* Finds words in large texts
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-text-search.h"

/* How many bytes go by between two looks at the cancellable. */
#define BYTES_BETWEEN_LOOKS (256 * 1024)

typedef struct
{
  gunichar *characters; /* in small letters */
  gsize     n_characters;
  char      first_small; /* the first bytes that a match can begin with */
  char      first_capital;
} Needle;

static void
get_first_bytes (Needle *needle)
{
  char buffer[6] = { 0 };

  g_unichar_to_utf8 (needle->characters[0], buffer);
  needle->first_small = buffer[0];
  g_unichar_to_utf8 (g_unichar_toupper (needle->characters[0]), buffer);
  needle->first_capital = buffer[0];
}

/* Returns the length of the match at @text in bytes, or 0. */
static gsize
match_here (const char   *text,
            const char   *end,
            const Needle *needle)
{
  const char *c = text;

  for (gsize i = 0; i < needle->n_characters; i++)
    {
      if (c >= end || g_unichar_tolower (g_utf8_get_char (c)) != needle->characters[i])
        return 0;

      c = g_utf8_next_char (c);
    }

  return (gsize) (c - text);
}

static gboolean
is_cancelled (gsize         position,
              gsize        *next_look,
              GCancellable *cancellable)
{
  if (position < *next_look)
    return FALSE;

  *next_look = position + BYTES_BETWEEN_LOOKS;

  return g_cancellable_is_cancelled (cancellable);
}

static void
find_all (const char   *text,
          gsize         length,
          const Needle *needle,
          gsize         max_matches,
          GCancellable *cancellable,
          GArray       *matches)
{
  const char *end = text + length;
  const char *c = text;
  gsize       next_look = 0;

  while (c < end && matches->len < max_matches)
    {
      gsize found = 0;

      if (*c == needle->first_small || *c == needle->first_capital)
        found = match_here (c, end, needle);

      if (found > 0)
        {
          ActTextMatch match = { (guint32) (c - text), (guint32) found };

          g_array_append_val (matches, match);
        }

      c += MAX (found, 1);
      if (is_cancelled ((gsize) (c - text), &next_look, cancellable))
        return;
    }
}

/**
 * act_text_search_find:
 * @text: valid UTF-8
 * @length: its length in bytes; less than 4 GiB
 * @needle: what to look for; valid UTF-8
 * @max_matches: where to stop
 * @cancellable: (nullable): a #GCancellable; what was found until it was cancelled is returned
 *
 * Finds a text in another one, capital letters or not. Matches do not overlap. Any thread.
 *
 * Returns: (transfer full) (element-type ActTextMatch): where it is, in order
 */
GArray *
act_text_search_find (const char   *text,
                      gsize         length,
                      const char   *needle,
                      gsize         max_matches,
                      GCancellable *cancellable)
{
  GArray              *matches = g_array_new (FALSE, FALSE, sizeof (ActTextMatch));
  g_autofree gunichar *characters = NULL;
  glong                n_characters = 0;
  Needle               what = { 0 };

  g_return_val_if_fail (length < G_MAXUINT32, matches);
  g_return_val_if_fail (needle != NULL, matches);

  characters = g_utf8_to_ucs4_fast (needle, -1, &n_characters);
  if (n_characters == 0)
    return matches;

  for (glong i = 0; i < n_characters; i++)
    characters[i] = g_unichar_tolower (characters[i]);

  what.characters = characters;
  what.n_characters = (gsize) n_characters;
  get_first_bytes (&what);
  find_all (text, length, &what, max_matches, cancellable, matches);

  return matches;
}
