/* What a search found in a text, to be highlighted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-private.h"
#include "act-search-row.h"

#include <string.h>

static void
add_range (GArray *ranges,
           gsize   start,
           gsize   end)
{
  ActSearchRange range = { start, end };

  g_array_append_val (ranges, range);
}

static void
find_beginning (const char          *text,
                const ActSearchTerm *term,
                GArray              *ranges)
{
  gsize length = strlen (term->text);

  if (g_ascii_strncasecmp (text, term->text, length) == 0)
    add_range (ranges, 0, length);
}

static void
find_pieces (const char          *text,
             const ActSearchTerm *term,
             GArray              *ranges)
{
  gsize length = strlen (text);
  gsize size = strlen (term->text);

  for (gsize at = 0; size > 0 && at + size <= length; at++)
    {
      if (g_ascii_strncasecmp (text + at, term->text, size) == 0)
        {
          add_range (ranges, at, at + size);
          at += size - 1;
        }
    }
}

static void
find_term (const char          *text,
           ActSearchField       field,
           const ActSearchTerm *term,
           GArray              *ranges)
{
  gboolean is_id = field == ACT_SEARCH_ID || field == ACT_SEARCH_ENTITY;

  if (term->field != ACT_SEARCH_WORDS && term->field != field)
    return;

  if (field == ACT_SEARCH_PAYLOAD)
    {
      if (term->field == field)
        find_pieces (text, term, ranges);
      return;
    }

  if (field != ACT_SEARCH_ID)
    act_search_row_find (text, term->words, ranges);
  if (is_id && (term->field == field || strlen (term->text) >= ACT_SEARCH_MIN_ID_LENGTH))
    find_beginning (text, term, ranges);
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const ActSearchRange *one = a;
  const ActSearchRange *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

/* Joins ranges that overlap or touch. */
static void
merge (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      ActSearchRange *range = &g_array_index (ranges, ActSearchRange, i);
      ActSearchRange *last = n > 0 ? &g_array_index (ranges, ActSearchRange, n - 1) : NULL;

      if (last != NULL && range->start <= last->end)
        last->end = MAX (last->end, range->end);
      else
        g_array_index (ranges, ActSearchRange, n++) = *range;
    }
  g_array_set_size (ranges, n);
}

/**
 * act_search_find_in:
 * @self: (nullable): a search
 * @field: what @text is: %ACT_SEARCH_NAME for an event name, %ACT_SEARCH_DESTINATION,
 *   %ACT_SEARCH_ENTITY for an entity's type or id, %ACT_SEARCH_ID for another id,
 *   %ACT_SEARCH_PAYLOAD for JSON, and %ACT_SEARCH_WORDS for any other text of an event
 * @text: (nullable): a text of an event
 *
 * Finds what to highlight in a text. Any thread.
 *
 * Returns: (transfer full) (element-type ActSearchRange): ranges in their order that do not touch
 */
GArray *
act_search_find_in (const ActSearch *self,
                    ActSearchField   field,
                    const char      *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (ActSearchRange));

  for (guint i = 0; self != NULL && text != NULL && i < self->terms->len; i++)
    {
      const ActSearchTerm *term = &g_array_index (self->terms, ActSearchTerm, i);

      if (!term->negated)
        find_term (text, field, term, ranges);
    }
  merge (ranges);

  return ranges;
}
