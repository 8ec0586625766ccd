/* What a benchmark measured, one JSON object a line
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-report.h"

#include <stdio.h>

static const char *const words[] = {
  [PERF_SHOWN] = "shown",
  [PERF_AT_MOST] = "at most",
  [PERF_AT_LEAST] = "at least",
};

static gboolean
is_reached (double      value,
            PerfCompare compare,
            double      target)
{
  switch (compare)
    {
    case PERF_AT_MOST:
      return value <= target;

    case PERF_AT_LEAST:
      return value >= target;

    case PERF_SHOWN:
    default:
      return TRUE;
    }
}

static const char *
write_number (double value,
              char  *buffer)
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.6g", value);
}

/* Prints a figure. Names and units are our own words, which need no escaping. */
void
perf_report (const char *figure,
             double      value,
             const char *unit,
             PerfCompare compare,
             double      target,
             guint       n_events)
{
  char value_text[G_ASCII_DTOSTR_BUF_SIZE];
  char target_text[G_ASCII_DTOSTR_BUF_SIZE];

  printf ("{\"figure\": \"%s\", \"value\": %s, \"unit\": \"%s\", \"target\": %s, "
          "\"compare\": \"%s\", \"ok\": %s, \"events\": %u}\n",
          figure, write_number (value, value_text), unit,
          compare != PERF_SHOWN ? write_number (target, target_text) : "null", words[compare],
          is_reached (value, compare, target) ? "true" : "false", n_events);
  fflush (stdout);
}

/* Prints whether the work behind figures was really done: 1 is right. */
void
perf_check (const char *figure,
            gboolean    right,
            guint       n_events)
{
  perf_report (figure, right ? 1 : 0, "check", PERF_AT_LEAST, 1, n_events);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* The smallest of some doubles, which it sorts, that @percent of them do not exceed. */
double
perf_percentile (GArray *values,
                 double  percent)
{
  guint place = 0;

  if (values->len == 0)
    return 0;

  g_array_sort (values, compare_values);
  place = (guint) ((double) values->len * percent / 100.0 + 0.999999);

  return g_array_index (values, double, CLAMP (place, 1, values->len) - 1);
}
