/* Dates in searches: which moments they are, in which zone
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-date.h"

#include "act-time.h"

typedef struct
{
  const char *text;
  const char *zone;
  const char *from;
  const char *until;
} Sample;

/* Now is 2026-03-31T22:30Z: the last day of March in UTC, and the first of April in Berlin. */
static const Sample samples[] = {
  { "2026-03-01", "UTC", "2026-03-01T00:00:00.000Z", "2026-03-02T00:00:00.000Z" },
  { "2026-03-01", "Europe/Berlin", "2026-02-28T23:00:00.000Z", "2026-03-01T23:00:00.000Z" },
  { "2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z" },
  { "2024-02-29", "UTC", "2024-02-29T00:00:00.000Z", "2024-03-01T00:00:00.000Z" },
  { "2026-03", "UTC", "2026-03-01T00:00:00.000Z", "2026-04-01T00:00:00.000Z" },
  { "2026-03", "Europe/Berlin", "2026-02-28T23:00:00.000Z", "2026-03-31T22:00:00.000Z" },
  { "2026-12", "UTC", "2026-12-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z" },
  { "2026", "America/New_York", "2026-01-01T05:00:00.000Z", "2027-01-01T05:00:00.000Z" },
  { "today", "UTC", "2026-03-31T00:00:00.000Z", "2026-04-01T00:00:00.000Z" },
  { "today", "Europe/Berlin", "2026-03-31T22:00:00.000Z", "2026-04-01T22:00:00.000Z" },
  { "yesterday", "UTC", "2026-03-30T00:00:00.000Z", "2026-03-31T00:00:00.000Z" },
  { "this-month", "UTC", "2026-03-01T00:00:00.000Z", "2026-04-01T00:00:00.000Z" },
  { "this-month", "Europe/Berlin", "2026-03-31T22:00:00.000Z", "2026-04-30T22:00:00.000Z" },
  { "last-month", "UTC", "2026-02-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z" },
  { "LAST-month", "Europe/Berlin", "2026-02-28T23:00:00.000Z", "2026-03-31T22:00:00.000Z" },
  { "this-year", "UTC", "2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z" },
  { "last-year", "UTC", "2025-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z" },
  { "-0d", "UTC", "2026-03-31T00:00:00.000Z", "2026-04-01T00:00:00.000Z" },
  { "-7d", "UTC", "2026-03-24T00:00:00.000Z", "2026-04-01T00:00:00.000Z" },
  { "-7d", "Europe/Berlin", "2026-03-24T23:00:00.000Z", "2026-04-01T22:00:00.000Z" },
  { "-2w", "UTC", "2026-03-17T00:00:00.000Z", "2026-04-01T00:00:00.000Z" },
  { "-1m", "UTC", "2026-02-28T00:00:00.000Z", "2026-04-01T00:00:00.000Z" },
  { "-1Y", "UTC", "2025-03-31T00:00:00.000Z", "2026-04-01T00:00:00.000Z" },
  { "-3h", "Europe/Berlin", "2026-03-31T19:30:00.000Z", "2026-04-01T22:00:00.000Z" },
};

static const char *const bad[] = {
  "", "-", "now", "7d", "-d", "+7d", "-7", "-7dd", "-7 d", "-10000d", "26-03-01", "2026-3-1",
  "2026-3", "2026-00", "2026-13", "2026-02-29", "2026-03-32", "2026-03-00", "2026-03-01T", "2026-",
  "2026-03-", "0000", "20260301", "2026/03/01", "01.03.2026", "this month", "\xd9\xa2\xd9\xa0"
};

static void
test_samples (void)
{
  gint64 now = 0;

  g_assert_true (act_time_parse_iso8601 ("2026-03-31T22:30:00Z", &now));
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (samples[i].zone);
      g_autofree char *from = NULL;
      g_autofree char *until = NULL;
      gint64           first = 0, end = 0;

      g_assert_nonnull (zone);
      g_assert_true (act_search_date_is_valid (samples[i].text));
      g_assert_true (act_search_date_resolve (samples[i].text, now, zone, &first, &end));
      from = act_time_format_iso8601 (first);
      until = act_time_format_iso8601 (end);
      g_assert_cmpstr (from, ==, samples[i].from);
      g_assert_cmpstr (until, ==, samples[i].until);
    }
}

static void
test_bad (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      gint64 from, until;

      g_assert_false (act_search_date_is_valid (bad[i]));
      g_assert_false (act_search_date_resolve (bad[i], 0, zone, &from, &until));
    }
}

/* No date and no clock makes a period that ends before it begins. */
static void
test_far (void)
{
  static const char *const dates[] = { "-9999y", "-9999m", "-9999w", "-9999d", "-9999h", "0001",
                                       "9999", "9999-12-31", "today", "last-year", "last-month" };
  static const gint64      clocks[] = { G_MININT64, -1, 0, G_GINT64_CONSTANT (1774996200000),
                                        G_MAXINT64 };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (clocks); j++)
        {
          gint64 from = 0, until = 0;

          g_assert_true (act_search_date_resolve (dates[i], clocks[j], zone, &from, &until));
          g_assert_cmpint (from, <, until);
          g_assert_cmpint (from, >, G_MININT64);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-date/samples", test_samples);
  g_test_add_func ("/search-date/bad", test_bad);
  g_test_add_func ("/search-date/far", test_far);

  return g_test_run ();
}
