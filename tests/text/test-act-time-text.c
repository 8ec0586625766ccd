/* Times in words, in several zones
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-time-text.h"

#include "act-event.h"
#include "act-time.h"

#include <locale.h>

static gint64
parse (const char *text)
{
  gint64 time = 0;

  g_assert_true (act_time_parse_iso8601 (text, &time));

  return time;
}

static void
check (char *(*function) (gint64, gint64),
       const char *time,
       const char *now,
       const char *expected)
{
  g_autofree char *text = function (parse (time), parse (now));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_short (void)
{
  check (act_time_text_short, "2026-03-03T13:02:11Z", "2026-11-23T08:00:00Z", "3 Mar 14:02");
  check (act_time_text_short, "2025-03-03T13:02:11Z", "2026-11-23T08:00:00Z", "3 Mar 2025 14:02");
  check (act_time_text_short, "2026-11-23T07:59:00Z", "2026-11-23T08:00:00Z", "23 Nov 08:59");

  /* The year is the local one: it is 2026 here already. */
  check (act_time_text_short, "2025-12-31T23:30:00Z", "2026-01-01T08:00:00Z", "1 Jan 00:30");
  check (act_time_text_short, "2025-12-31T22:30:00Z", "2026-01-01T08:00:00Z", "31 Dec 2025 23:30");

  /* In summer the clock is another one. */
  check (act_time_text_short, "2026-07-03T13:02:11Z", "2026-11-23T08:00:00Z", "3 Jul 15:02");
}

/* The setting is one for all times, and for the days of a search. */
static void
test_utc (void)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *exact = NULL;

  act_time_text_set_utc (TRUE);
  check (act_time_text_short, "2026-03-03T13:02:11Z", "2026-11-23T08:00:00Z", "3 Mar 13:02");
  check (act_time_text_short, "2025-12-31T23:30:00Z", "2026-01-01T08:00:00Z", "31 Dec 2025 23:30");
  check (act_time_text_as_of, "2026-11-23T07:59:00Z", "2026-11-23T08:00:00Z", "07:59");
  exact = act_time_text_exact (parse ("2026-03-03T13:02:11Z"));
  g_assert_cmpstr (exact, ==, "3 March 2026, 13:02:11 UTC (2026-03-03T13:02:11.000Z)");
  zone = act_time_text_get_zone ();
  g_assert_cmpstr (g_time_zone_get_identifier (zone), ==, "UTC");

  act_time_text_set_utc (FALSE);
  check (act_time_text_short, "2026-03-03T13:02:11Z", "2026-11-23T08:00:00Z", "3 Mar 14:02");
}

static void
test_spoken (void)
{
  check (act_time_text_spoken, "2026-03-03T13:02:11Z", "2026-11-23T08:00:00Z", "3 March 14:02");
  check (act_time_text_spoken, "2025-03-03T13:02:11Z", "2026-11-23T08:00:00Z",
         "3 March 2025 14:02");
}

static void
test_as_of (void)
{
  check (act_time_text_as_of, "2026-11-23T07:32:11Z", "2026-11-23T08:00:00Z", "08:32");
  check (act_time_text_as_of, "2026-11-22T07:32:11Z", "2026-11-23T08:00:00Z", "22 Nov 08:32");
  check (act_time_text_as_of, "2025-11-23T07:32:11Z", "2026-11-23T08:00:00Z", "23 Nov 2025 08:32");
  check (act_time_text_as_of, "2026-11-22T23:30:00Z", "2026-11-23T08:00:00Z", "00:30");
}

static void
test_exact (void)
{
  g_autofree char *winter = act_time_text_exact (parse ("2026-03-03T13:02:11.089Z"));
  g_autofree char *summer = act_time_text_exact (parse ("2026-07-03T13:02:11Z"));
  g_autofree char *early = act_time_text_exact (parse ("1969-12-31T22:59:59.999Z"));

  g_assert_cmpstr (winter, ==, "3 March 2026, 14:02:11 CET (2026-03-03T13:02:11.089Z)");
  g_assert_cmpstr (summer, ==, "3 July 2026, 15:02:11 CEST (2026-07-03T13:02:11.000Z)");
  g_assert_cmpstr (early, ==, "31 December 1969, 23:59:59 CET (1969-12-31T22:59:59.999Z)");
}

/* No year has no words, however far away. */
static void
test_extremes (void)
{
  static const gint64 times[] = {
    ACT_TIME_UNKNOWN,
    G_MININT64 + 1,
    G_MAXINT64,
    0,
    -1,
    G_GINT64_CONSTANT (-62167219200000),
    G_GINT64_CONSTANT (3093527980799999),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (times); j++)
        {
          g_autofree char *brief = act_time_text_short (times[i], times[j]);
          g_autofree char *spoken = act_time_text_spoken (times[i], times[j]);
          g_autofree char *as_of = act_time_text_as_of (times[i], times[j]);
          g_autofree char *exact = act_time_text_exact (times[i]);

          g_assert_true (g_utf8_strlen (brief, -1) > 0);
          g_assert_true (g_utf8_strlen (spoken, -1) > 0);
          g_assert_true (g_utf8_strlen (as_of, -1) > 0);
          g_assert_true (g_utf8_strlen (exact, -1) > 0);
          if (times[i] == ACT_TIME_UNKNOWN)
            g_assert_cmpstr (brief, ==, "Unknown");
        }
    }
  check (act_time_text_short, "12026-03-03T13:02:11Z", "2026-11-23T08:00:00Z",
         "12026-03-03T13:02:11.000Z");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-text/short", test_short);
  g_test_add_func ("/time-text/spoken", test_spoken);
  g_test_add_func ("/time-text/as-of", test_as_of);
  g_test_add_func ("/time-text/exact", test_exact);
  g_test_add_func ("/time-text/extremes", test_extremes);
  g_test_add_func ("/time-text/utc", test_utc);

  return g_test_run ();
}
