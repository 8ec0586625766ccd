/* The search language: what is typed, written again, suggested and matched
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-event-record.h"
#include "act-search-suggestions.h"
#include "act-search-text.h"
#include "act-search.h"

#include <string.h>

/* 2026-03-04T05:06:07Z */
#define NOW G_GINT64_CONSTANT (1772600767000)

static ActEventRecord *
make_record (void)
{
  ActEventRecord *record = act_event_record_new ();
  ActEvent       *event = act_event_new ();

  event->id = g_strdup ("0a1b2c3d-0000-4000-8000-00000000002a");
  event->name = g_strdup ("integration.perform.error");
  event->time = NOW;
  event->message = g_strdup ("Überweisung INV001 an NetSuite 発行 fehlgeschlagen");
  event->destination = g_strdup ("NetSuite");
  event->entity_type = g_strdup ("Bill");
  event->entity_id = g_strdup ("b-42");
  event->payload = g_strdup ("{\"id\":\"0a1b\"}");
  act_event_free (record->event);
  record->event = event;
  record->account_name = g_strdup ("Acme");

  return record;
}

static void
check_ranges (ActSearch            *search,
              const ActEventRecord *record)
{
  const char *message = record->event->message;
  g_autoptr (GArray) ranges = act_search_find_in (search, ACT_SEARCH_WORDS, message);

  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      const ActSearchRange *range = &g_array_index (ranges, ActSearchRange, i);

      g_assert_cmpuint (range->start, <, range->end);
      g_assert_true (g_utf8_validate_len (message + range->start, range->end - range->start, NULL));
    }
}

static void
check_problems (ActSearch  *search,
                const char *text)
{
  guint                   n_problems = 0;
  const ActSearchProblem *problems = act_search_get_problems (search, &n_problems);

  for (guint i = 0; i < n_problems; i++)
    {
      fuzz_check_text (problems[i].token);
      g_assert_cmpuint (problems[i].start, <=, problems[i].end);
      g_assert_cmpuint (problems[i].end, <=, strlen (text));
    }
}

/* What is written of a search means the same. */
static void
check_search (const char *text)
{
  g_autoptr (ActSearch) search = act_search_parse (text);
  g_autofree char *print = act_search_print (search);
  g_autoptr (ActSearch) again = act_search_parse (print);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (ActSearch) resolved = act_search_resolve (search, NOW, zone);
  g_autoptr (ActEventRecord) record = make_record ();
  guint n_problems = 0;

  act_search_get_problems (search, &n_problems);
  fuzz_check_text (print);
  if (n_problems == 0)
    {
      g_assert_true (act_search_equal (search, again));
      act_search_get_problems (again, &n_problems);
      g_assert_cmpuint (n_problems, ==, 0);
    }
  if (g_utf8_validate (text, -1, NULL))
    check_problems (search, text);

  act_search_matches (resolved, record);
  check_ranges (resolved, record);
}

static void
check_suggestions (const char *text,
                   guint       cursor)
{
  g_autoptr (GPtrArray) suggestions = act_search_suggestions_list_fields (text, cursor);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const ActSearchSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      fuzz_check_text (suggestion->text);
      g_assert_cmpuint (suggestion->cursor, <=, (guint) g_utf8_strlen (suggestion->text, -1));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  check_search (text);
  check_search (valid);
  check_suggestions (valid, (guint) g_utf8_strlen (valid, -1));
  check_suggestions (valid, (guint) g_utf8_strlen (valid, -1) / 2);

  return 0;
}
