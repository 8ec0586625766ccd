/* Times as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-time.h"

#include <string.h>

#define MS_PER_SECOND G_GINT64_CONSTANT (1000)
#define MS_PER_MINUTE (60 * MS_PER_SECOND)
#define MS_PER_HOUR   (60 * MS_PER_MINUTE)
#define MS_PER_DAY    (24 * MS_PER_HOUR)

/* The first millisecond of the year 0 and the last one of the year 99999. */
#define FIRST_TIME G_GINT64_CONSTANT (-62167219200000)
#define LAST_TIME  G_GINT64_CONSTANT (3093527980799999)

/* Nothing that is a time is longer; what is longer is not worth reading. */
#define MAX_LENGTH 64

/* Days since 1970 of a day of the proleptic Gregorian calendar. Years are counted from March, so
 * that the leap day is the last of its year, and in eras of 400 years. */
static gint64
days_from_date (gint64 year,
                int    month,
                int    day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

static void
date_from_days (gint64  days,
                gint64 *year,
                int    *month,
                int    *day)
{
  gint64 z = days + 719468;
  gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  gint64 day_of_era = z - era * 146097;
  gint64 year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 month_from_march = (5 * day_of_year + 2) / 153;

  *day = (int) (day_of_year - (153 * month_from_march + 2) / 5 + 1);
  *month = (int) (month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  *year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

static int
get_days_in_month (gint64 year,
                   int    month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean         leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return month == 2 && leap ? 29 : days[month - 1];
}

static gboolean
skip (const char **cursor,
      const char  *any_of)
{
  for (const char *c = any_of; *c != '\0'; c++)
    {
      if (**cursor == *c)
        {
          (*cursor)++;
          return TRUE;
        }
    }

  return FALSE;
}

/* Reads from @min to @max digits; the number is no larger than 10^@max - 1. */
static gboolean
read_digits (const char **cursor,
             guint        min,
             guint        max,
             gint64      *number)
{
  guint n = 0;

  *number = 0;
  while (n < max && g_ascii_isdigit (**cursor))
    {
      *number = *number * 10 + g_ascii_digit_value (**cursor);
      (*cursor)++;
      n++;
    }

  return n >= min;
}

static gboolean
read_date (const char **cursor,
           gint64      *milliseconds)
{
  gboolean negative = FALSE;
  gint64   year = 0, month = 0, day = 0;

  negative = **cursor == '-';
  skip (cursor, "+-");
  if (!read_digits (cursor, 4, 9, &year) || !skip (cursor, "-") ||
      !read_digits (cursor, 2, 2, &month) || !skip (cursor, "-") ||
      !read_digits (cursor, 2, 2, &day))
    return FALSE;

  if (negative)
    year = -year;
  if (month < 1 || month > 12 || day < 1 || day > get_days_in_month (year, (int) month))
    return FALSE;

  /* Far enough to be clamped later, near enough not to overflow. */
  year = CLAMP (year, -100000, 200000);
  *milliseconds = days_from_date (year, (int) month, (int) day) * MS_PER_DAY;
  return TRUE;
}

static void
read_fraction (const char **cursor,
               gint64      *milliseconds)
{
  gint64 scale = 100;

  while (g_ascii_isdigit (**cursor))
    {
      *milliseconds += scale * g_ascii_digit_value (**cursor);
      scale /= 10;
      (*cursor)++;
    }
}

static gboolean
read_time (const char **cursor,
           gint64      *milliseconds)
{
  gint64 hour = 0, minute = 0, second = 0, fraction = 0;

  if (!read_digits (cursor, 2, 2, &hour) || !skip (cursor, ":") ||
      !read_digits (cursor, 2, 2, &minute))
    return FALSE;

  if (skip (cursor, ":"))
    {
      if (!read_digits (cursor, 2, 2, &second))
        return FALSE;
      if (skip (cursor, ".,"))
        read_fraction (cursor, &fraction);
    }

  /* A leap second is the first one of the next minute here; 24:00 is the next midnight. */
  if (hour > 24 || minute > 59 || second > 60 ||
      (hour == 24 && (minute > 0 || second > 0 || fraction > 0)))
    return FALSE;

  *milliseconds += hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * MS_PER_SECOND + fraction;
  return TRUE;
}

static gboolean
read_offset (const char **cursor,
             gint64      *milliseconds)
{
  gboolean west = FALSE;
  gint64   hours = 0, minutes = 0, offset = 0;

  if (**cursor == '\0' || skip (cursor, "Zz"))
    return TRUE;

  west = **cursor == '-';
  if (!skip (cursor, "+-") || !read_digits (cursor, 2, 2, &hours))
    return FALSE;
  if (skip (cursor, ":") || g_ascii_isdigit (**cursor))
    {
      if (!read_digits (cursor, 2, 2, &minutes))
        return FALSE;
    }
  if (hours > 23 || minutes > 59)
    return FALSE;

  offset = hours * MS_PER_HOUR + minutes * MS_PER_MINUTE;
  *milliseconds += west ? offset : -offset;
  return TRUE;
}

/**
 * act_time_parse_iso8601:
 * @text: (nullable): a date and time in ISO 8601, from outside
 * @milliseconds: (out) (optional): return location for the time, milliseconds since 1970 UTC
 *
 * Reads a time: any number of fraction digits (cut to milliseconds), `Z` or an offset, UTC when
 * there is neither. Years before 0 and after 99999 are clamped to these. Does not depend on the
 * locale. Any thread.
 *
 * Returns: whether @text is a time; @milliseconds is left alone if it is not
 */
gboolean
act_time_parse_iso8601 (const char *text,
                        gint64     *milliseconds)
{
  const char *cursor = text;
  gint64      time = 0;

  if (text == NULL || strnlen (text, MAX_LENGTH + 1) > MAX_LENGTH)
    return FALSE;

  if (!read_date (&cursor, &time) || !skip (&cursor, "Tt ") || !read_time (&cursor, &time) ||
      !read_offset (&cursor, &time) || *cursor != '\0')
    return FALSE;

  if (milliseconds != NULL)
    *milliseconds = CLAMP (time, FIRST_TIME, LAST_TIME);

  return TRUE;
}

/**
 * act_time_format_iso8601:
 * @milliseconds: milliseconds since 1970 UTC
 *
 * Writes a time as the API does, `2026-03-04T05:06:07.089Z`. Times outside of the years 0 to 99999
 * are clamped to these. Any thread.
 *
 * Returns: (transfer full): the text
 */
char *
act_time_format_iso8601 (gint64 milliseconds)
{
  gint64 time = CLAMP (milliseconds, FIRST_TIME, LAST_TIME);
  gint64 days = (time >= 0 ? time : time - (MS_PER_DAY - 1)) / MS_PER_DAY;
  gint64 rest = time - days * MS_PER_DAY;
  gint64 year = 0;
  int    month = 0, day = 0;

  date_from_days (days, &year, &month, &day);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", (int) year, month, day,
                          (int) (rest / MS_PER_HOUR), (int) (rest / MS_PER_MINUTE % 60),
                          (int) (rest / MS_PER_SECOND % 60), (int) (rest % MS_PER_SECOND));
}

/**
 * act_time_now:
 *
 * Returns: the time by the local clock, milliseconds since 1970 UTC
 */
gint64
act_time_now (void)
{
  return g_get_real_time () / 1000;
}
