/* Dates as a person types them into a search
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-date.h"

#include <string.h>

#define MS_PER_HOUR G_GINT64_CONSTANT (3600000)

/* The first and the last moment that a GDateTime can be of, milliseconds since 1970 UTC, with room
 * for any zone. */
#define FIRST_TIME G_GINT64_CONSTANT (-62135510400000)
#define LAST_TIME  G_GINT64_CONSTANT (253402214400000)

/* After all of these: the end of the year 9999, in any zone. */
#define END_OF_TIME G_GINT64_CONSTANT (253402387200000)

typedef enum
{
  UNIT_HOUR,
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

/* What a date says, before it is known which day is today. */
typedef struct
{
  gboolean is_relative;
  Unit     unit;      /* how long the period is, or what it goes back by */
  int      back;      /* where it is relative: how many units it goes back */
  gboolean until_now; /* where it is relative: whether it ends with today, not after one unit */
  int      year;
  int      month;
  int      day;
} Date;

typedef struct
{
  const char *name;
  Date        date;
} Preset;

static const Preset presets[] = {
  { "today", { TRUE, UNIT_DAY, 0, FALSE, 0, 0, 0 } },
  { "yesterday", { TRUE, UNIT_DAY, 1, FALSE, 0, 0, 0 } },
  { "this-month", { TRUE, UNIT_MONTH, 0, FALSE, 0, 0, 0 } },
  { "last-month", { TRUE, UNIT_MONTH, 1, FALSE, 0, 0, 0 } },
  { "this-year", { TRUE, UNIT_YEAR, 0, FALSE, 0, 0, 0 } },
  { "last-year", { TRUE, UNIT_YEAR, 1, FALSE, 0, 0, 0 } },
};

static gboolean
read_preset (const char *text,
             Date       *date)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      if (g_ascii_strcasecmp (text, presets[i].name) == 0)
        {
          *date = presets[i].date;
          return TRUE;
        }
    }

  return FALSE;
}

/* Reads exactly @n digits. */
static gboolean
read_number (const char **cursor,
             guint        n,
             int         *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (**cursor))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value (**cursor);
      (*cursor)++;
    }

  return TRUE;
}

static gboolean
read_ago (const char *text,
          Date       *date)
{
  const char *unit = text + 1;
  int         n = 0;

  if (*text != '-')
    return FALSE;

  while (g_ascii_isdigit (*unit) && unit - text <= 4)
    n = n * 10 + g_ascii_digit_value (*unit++);
  if (unit == text + 1 || *unit == '\0' || unit[1] != '\0')
    return FALSE;

  *date = (Date){ TRUE, UNIT_DAY, n, TRUE, 0, 0, 0 };
  switch (g_ascii_tolower (*unit))
    {
    case 'h':
      date->unit = UNIT_HOUR;
      return TRUE;
    case 'd':
      return TRUE;
    case 'w':
      date->back = n * 7;
      return TRUE;
    case 'm':
      date->unit = UNIT_MONTH;
      return TRUE;
    case 'y':
      date->unit = UNIT_YEAR;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
read_calendar (const char *text,
               Date       *date)
{
  const char *cursor = text;

  *date = (Date){ FALSE, UNIT_YEAR, 0, FALSE, 0, 1, 1 };
  if (!read_number (&cursor, 4, &date->year))
    return FALSE;

  if (*cursor == '-')
    {
      cursor++;
      date->unit = UNIT_MONTH;
      if (!read_number (&cursor, 2, &date->month))
        return FALSE;
    }

  if (*cursor == '-' && date->unit == UNIT_MONTH)
    {
      cursor++;
      date->unit = UNIT_DAY;
      if (!read_number (&cursor, 2, &date->day))
        return FALSE;
    }

  return *cursor == '\0' && date->month <= 12 &&
         g_date_valid_dmy ((GDateDay) date->day, (GDateMonth) date->month,
                           (GDateYear) date->year);
}

static gboolean
read_date (const char *text,
           Date       *date)
{
  return read_preset (text, date) || read_ago (text, date) || read_calendar (text, date);
}

static GDateTime *
add (GDateTime *time,
     Unit       unit,
     int        n)
{
  switch (unit)
    {
    case UNIT_HOUR:
      return g_date_time_add_hours (time, n);
    case UNIT_MONTH:
      return g_date_time_add_months (time, n);
    case UNIT_YEAR:
      return g_date_time_add_years (time, n);
    case UNIT_DAY:
    default:
      return g_date_time_add_days (time, n);
    }
}

static GDateTime *
find_midnight (GDateTime *time,
               GTimeZone *zone)
{
  return g_date_time_new (zone, g_date_time_get_year (time), g_date_time_get_month (time),
                          g_date_time_get_day_of_month (time), 0, 0, 0);
}

/* The midnight of a day that a zone's clocks skip is its first moment. */
static gint64
to_milliseconds (GDateTime *time,
                 gint64     otherwise)
{
  if (time == NULL)
    return otherwise;

  return g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000;
}

/* The day on which a relative period begins: today, less what it goes back. */
static GDateTime *
find_first_day (const Date *date,
                GDateTime  *today)
{
  g_autoptr (GDateTime) first = NULL;

  if (date->until_now || date->unit == UNIT_DAY)
    return add (today, date->unit, -date->back);

  first = g_date_time_add_full (today, 0,
                                date->unit == UNIT_YEAR
                                    ? 1 - g_date_time_get_month (today)
                                    : 0,
                                1 - g_date_time_get_day_of_month (today), 0, 0, 0);

  return first != NULL ? add (first, date->unit, -date->back) : NULL;
}

static void
resolve_relative (const Date *date,
                  gint64      now,
                  GTimeZone  *zone,
                  gint64     *from,
                  gint64     *until)
{
  gint64 moment = CLAMP (now, FIRST_TIME, LAST_TIME);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / 1000);
  g_autoptr (GDateTime) here = g_date_time_to_timezone (utc, zone);
  g_autoptr (GDateTime) today = find_midnight (here, zone);
  g_autoptr (GDateTime) first = find_first_day (date, today);
  g_autoptr (GDateTime) end = NULL;

  if (date->until_now)
    end = add (today, UNIT_DAY, 1);
  else if (first != NULL)
    end = add (first, date->unit, 1);

  *from = date->unit == UNIT_HOUR ? moment - date->back * MS_PER_HOUR
                                  : to_milliseconds (first, FIRST_TIME);
  *until = to_milliseconds (end, END_OF_TIME);
}

static void
resolve_calendar (const Date *date,
                  GTimeZone  *zone,
                  gint64     *from,
                  gint64     *until)
{
  g_autoptr (GDateTime) first = g_date_time_new (zone, date->year, date->month, date->day, 0, 0, 0);
  g_autoptr (GDateTime) end = first != NULL ? add (first, date->unit, 1) : NULL;

  *from = to_milliseconds (first, FIRST_TIME);
  *until = to_milliseconds (end, END_OF_TIME);
}

/**
 * act_search_date_is_valid:
 * @text: what a person typed
 *
 * Tells whether it is a date: `2026-03-01`, `2026-03`, `2026`, `-7d` and so on (h, d, w, m, y),
 * `today`, `yesterday`, `this-month`, `last-month`, `this-year`, `last-year`. Any thread.
 *
 * Returns: whether it is one
 */
gboolean
act_search_date_is_valid (const char *text)
{
  Date date;

  g_return_val_if_fail (text != NULL, FALSE);

  return read_date (text, &date);
}

/**
 * act_search_date_resolve:
 * @text: what a person typed
 * @now: the time it is, milliseconds since 1970 UTC
 * @zone: the zone whose days are meant
 * @from: (out): return location for its first millisecond since 1970 UTC
 * @until: (out): return location for the first millisecond after it
 *
 * Tells which period a date is. `-7d` begins with the day that was seven days ago and lasts until
 * the end of today; `-3h` begins three hours ago. Any thread.
 *
 * Returns: whether it is a date
 */
gboolean
act_search_date_resolve (const char *text,
                         gint64      now,
                         GTimeZone  *zone,
                         gint64     *from,
                         gint64     *until)
{
  Date date;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (zone != NULL, FALSE);

  if (!read_date (text, &date))
    return FALSE;

  if (date.is_relative)
    resolve_relative (&date, now, zone, from, until);
  else
    resolve_calendar (&date, zone, from, until);

  return TRUE;
}
