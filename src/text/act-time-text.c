/* Times and dates in words for people, in local time or in UTC
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-time-text.h"

#include "act-event.h"
#include "act-time.h"

#include <glib/gi18n.h>

/* Whether times are shown in UTC: like the language, one thing for the whole program. */
static int shows_utc;

/* Returns NULL for years that the calendar does not have. */
static GDateTime *
get_shown (gint64 milliseconds)
{
  gint64 seconds = milliseconds / 1000;

  if (milliseconds % 1000 < 0)
    seconds--;

  return g_atomic_int_get (&shows_utc) ? g_date_time_new_from_unix_utc (seconds)
                                       : g_date_time_new_from_unix_local (seconds);
}

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return b != NULL && g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

static gboolean
is_same_year (GDateTime *a,
              GDateTime *b)
{
  return b != NULL && g_date_time_get_year (a) == g_date_time_get_year (b);
}

static char *
format_or_iso (GDateTime  *time,
               const char *format,
               gint64      milliseconds)
{
  char *text = g_date_time_format (time, format);

  return text != NULL ? text : act_time_format_iso8601 (milliseconds);
}

static const char *
get_unknown (void)
{
  /* Translators: in place of a time that is not known */
  return C_ ("time", "Unknown");
}

/**
 * act_time_text_set_utc:
 * @utc: whether times are shown in UTC, and not in local time
 *
 * Chooses the zone of all times that are shown from now on.
 */
void
act_time_text_set_utc (gboolean utc)
{
  g_atomic_int_set (&shows_utc, utc);
}

/**
 * act_time_text_get_zone:
 *
 * Gets the zone of the times that are shown, in which a day that the user names begins and ends.
 *
 * Returns: (transfer full): the zone
 */
GTimeZone *
act_time_text_get_zone (void)
{
  return g_atomic_int_get (&shows_utc) ? g_time_zone_new_utc () : g_time_zone_new_local ();
}

/**
 * act_time_text_short:
 * @milliseconds: a time, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @now: the time by which this year is known
 *
 * Writes a time as the list does, `3 Mar 14:02`, with the year when it is another one than @now.
 *
 * Returns: (transfer full): the text
 */
char *
act_time_text_short (gint64 milliseconds,
                     gint64 now)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) today = get_shown (now);

  if (milliseconds == ACT_TIME_UNKNOWN)
    return g_strdup (get_unknown ());

  time = get_shown (milliseconds);
  if (time == NULL)
    return act_time_format_iso8601 (milliseconds);

  if (is_same_year (time, today))
    /* Translators: a day of this year, as in "3 Mar 14:02"; see GDateTime's format */
    return format_or_iso (time, _ ("%-d %b %H:%M"), milliseconds);

  /* Translators: a day of another year, as in "3 Mar 2025 14:02"; see GDateTime's format */
  return format_or_iso (time, _ ("%-d %b %Y %H:%M"), milliseconds);
}

/**
 * act_time_text_spoken:
 * @milliseconds: a time, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @now: the time by which this year is known
 *
 * As act_time_text_short(), with the month's whole name, for a screen reader.
 *
 * Returns: (transfer full): the text
 */
char *
act_time_text_spoken (gint64 milliseconds,
                      gint64 now)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) today = get_shown (now);

  if (milliseconds == ACT_TIME_UNKNOWN)
    return g_strdup (get_unknown ());

  time = get_shown (milliseconds);
  if (time == NULL)
    return act_time_format_iso8601 (milliseconds);

  if (is_same_year (time, today))
    /* Translators: a day of this year, as in "3 March 14:02"; see GDateTime's format */
    return format_or_iso (time, _ ("%-d %B %H:%M"), milliseconds);

  /* Translators: a day of another year, as in "3 March 2025 14:02"; see GDateTime's format */
  return format_or_iso (time, _ ("%-d %B %Y %H:%M"), milliseconds);
}

/**
 * act_time_text_exact:
 * @milliseconds: a time, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 *
 * Writes all that is known of a time: the day, time and zone that are shown, and the time as the API has it.
 *
 * Returns: (transfer full): the text
 */
char *
act_time_text_exact (gint64 milliseconds)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *local = NULL;
  g_autofree char *utc = NULL;

  if (milliseconds == ACT_TIME_UNKNOWN)
    return g_strdup (get_unknown ());

  utc = act_time_format_iso8601 (milliseconds);
  time = get_shown (milliseconds);
  if (time == NULL)
    return g_steal_pointer (&utc);

  /* Translators: an exact time, as in "3 March 2026, 14:02:11 CET"; see GDateTime's format */
  local = format_or_iso (time, _ ("%-d %B %Y, %H:%M:%S %Z"), milliseconds);

  /* Translators: a local time, then the same in ISO 8601 and UTC */
  return g_strdup_printf (_ ("%1$s (%2$s)"), local, utc);
}

/**
 * act_time_text_second:
 * @milliseconds: a time, milliseconds since 1970 UTC
 *
 * Writes a time of the day to the second, for what has happened while somebody looked on.
 *
 * Returns: (transfer full): the text
 */
char *
act_time_text_second (gint64 milliseconds)
{
  g_autoptr (GDateTime) time = get_shown (milliseconds);

  if (time == NULL)
    return act_time_format_iso8601 (milliseconds);

  /* Translators: a time of the day, as in "14:32:07"; see GDateTime's format */
  return format_or_iso (time, _ ("%H:%M:%S"), milliseconds);
}

/**
 * act_time_text_as_of:
 * @milliseconds: a time, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @now: the time by which today is known
 *
 * Writes a time that is mostly of today: `14:32`, `3 Mar 14:32` on another day, with the year in
 * another year.
 *
 * Returns: (transfer full): the text
 */
char *
act_time_text_as_of (gint64 milliseconds,
                     gint64 now)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) today = get_shown (now);

  if (milliseconds != ACT_TIME_UNKNOWN)
    time = get_shown (milliseconds);
  if (time == NULL || !is_same_day (time, today))
    return act_time_text_short (milliseconds, now);

  /* Translators: a time of today, as in "14:32"; see GDateTime's format */
  return format_or_iso (time, _ ("%H:%M"), milliseconds);
}
