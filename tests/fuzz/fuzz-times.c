/* Times of the server, and dates that are typed into a search
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-event.h"
#include "act-search-date.h"
#include "act-time-text.h"
#include "act-time.h"

/* 2026-03-04T05:06:07Z */
#define NOW G_GINT64_CONSTANT (1772600767000)

static void
check_shown (gint64 time)
{
  g_autofree char *shown = act_time_text_short (time, NOW);
  g_autofree char *exact = act_time_text_exact (time);

  fuzz_check_shown (shown);
  fuzz_check_shown (exact);
}

/* A time that was read is written, and read again as the same. */
static void
check_time (const char *text)
{
  gint64           time = ACT_TIME_UNKNOWN;
  gint64           again = ACT_TIME_UNKNOWN;
  g_autofree char *format = NULL;

  if (!act_time_parse_iso8601 (text, &time))
    return;

  format = act_time_format_iso8601 (time);
  g_assert_true (act_time_parse_iso8601 (format, &again));
  g_assert_cmpint (time, ==, again);
  check_shown (time);
}

static void
check_date (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  gint64 from = 0, until = 0;

  if (!act_search_date_is_valid (text))
    return;

  g_assert_true (act_search_date_resolve (text, NOW, zone, &from, &until));
  g_assert_cmpint (from, <, until);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = fuzz_dup_text (data, size);

  check_time (text);
  check_date (text);

  return 0;
}
