/* Searches of all kinds, the same ones for the same events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-searches.h"

#include "perf-data.h"
#include "perf-wait.h"

#include "act-words.h"

#include <stdio.h>

#define SEED    7
#define N_LINES 400

/* What is searched for is what people see in events: words of some lines from all over the file. */
typedef struct
{
  GRand     *rand;
  GPtrArray *words; /* of messages */
  GPtrArray *ids;
} Source;

static void
free_search (gpointer data)
{
  PerfSearch *search = data;

  g_free (search->text);
  act_query_free (search->query);
  g_free (search->pattern);
  g_free (search);
}

static gboolean
add_word_cb (const ActWord *word,
             gpointer       user_data)
{
  if (!word->is_inner && !word->is_ideograph)
    g_ptr_array_add (user_data, g_strdup (word->text));

  return TRUE;
}

static char *
dup_member (const char *line,
            const char *before)
{
  const char *start = strstr (line, before);
  const char *end = NULL;

  if (start == NULL)
    return NULL;

  start += strlen (before);
  end = strchr (start, '"');

  return end != NULL ? g_strndup (start, (gsize) (end - start)) : NULL;
}

static void
add_line (Source     *source,
          const char *line)
{
  g_autofree char *message = dup_member (line, "\"message\":\"");
  char            *id = dup_member (line, "\"id\":\"");

  if (message != NULL)
    act_words_foreach (message, -1, add_word_cb, source->words);
  if (id != NULL)
    g_ptr_array_add (source->ids, id);
}

static void
read_lines (Source     *source,
            const char *path)
{
  FILE  *file = fopen (path, "r");
  char  *line = NULL;
  size_t size = 0;
  long   length = 0;

  if (file == NULL || fseek (file, 0, SEEK_END) != 0)
    g_error ("%s cannot be read", path);

  length = ftell (file);
  for (guint i = 0; i < N_LINES; i++)
    {
      /* The line that is begun in the middle is left out. */
      fseek (file, (long) g_rand_double_range (source->rand, 0, (double) length), SEEK_SET);
      if (getline (&line, &size, file) > 0 && getline (&line, &size, file) > 0)
        add_line (source, line);
    }

  free (line);
  fclose (file);
}

static const char *
pick (Source    *source,
      GPtrArray *from)
{
  return g_ptr_array_index (from, (guint) g_rand_int_range (source->rand, 0, (gint32) from->len));
}

static char *
make_token (Source *source)
{
  static const char *const tokens[] = {
    "name:perform",
    "name:validation",
    "destination:chargebee",
    "destination:netsuite",
    "is:open",
    "is:actioned",
    "entity:bill",
    "before:2026-01-01",
    "during:2026-02",
    "after:-30d",
  };
  const char *token = tokens[g_rand_int_range (source->rand, 0, G_N_ELEMENTS (tokens))];

  switch (g_rand_int_range (source->rand, 0, 3))
    {
    case 0:
      return g_strdup (token);
    case 1:
      return g_strdup_printf ("%s %s", token, pick (source, source->words));
    default:
      return g_strdup_printf ("id:%.6s", pick (source, source->ids));
    }
}

static PerfSearch *
make_search (Source *source)
{
  PerfSearch *search = g_new0 (PerfSearch, 1);
  const char *word = pick (source, source->words);
  glong       length = g_utf8_strlen (word, -1);

  switch (g_rand_int_range (source->rand, 0, 10))
    {
    case 0:
    case 1:
    case 2:
      search->text = g_strdup (word);
      search->pattern = g_strdup (word);
      break;
    case 3:
    case 4:
    case 5:
      search->text = g_utf8_substring (word, 0, MIN (length, g_rand_int_range (source->rand, 1, 5)));
      search->pattern = g_strdup (search->text);
      break;
    case 6:
    case 7:
      search->text = g_strdup_printf ("%s %s", word, pick (source, source->words));
      break;
    case 8:
      search->text = make_token (source);
      break;
    default:
      search->text = g_strdup_printf ("%s -%s", word, pick (source, source->words));
      break;
    }

  return search;
}

/* Returns: (transfer full) (element-type PerfSearch): @n_searches searches among the events of a file */
GPtrArray *
perf_searches_new (const char *lines_path,
                   guint       n_searches)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GPtrArray *searches = g_ptr_array_new_with_free_func (free_search);
  Source     source = { rand, words, ids };

  read_lines (&source, lines_path);
  for (guint i = 0; i < n_searches; i++)
    {
      PerfSearch *search = make_search (&source);
      g_autoptr (ActSearch) parsed = act_search_parse (search->text);

      search->query = act_query_new ();
      search->query->include_actioned = TRUE;
      search->query->search = act_search_resolve (parsed, PERF_NOW_MS, utc);
      g_ptr_array_add (searches, search);
    }

  return searches;
}
