/* Times as the simulator writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-time.h"

/**
 * act_simulator_format_time:
 * @milliseconds: a time since 1970
 *
 * Returns: (transfer full): the time in ISO 8601 with milliseconds, in UTC
 */
char *
act_simulator_format_time (gint64 milliseconds)
{
  gint64 seconds = milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  if (time == NULL)
    return g_strdup ("1970-01-01T00:00:00.000Z");

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                          g_date_time_get_year (time),
                          g_date_time_get_month (time),
                          g_date_time_get_day_of_month (time),
                          g_date_time_get_hour (time),
                          g_date_time_get_minute (time),
                          g_date_time_get_second (time),
                          (int) (milliseconds - seconds * 1000));
}

/**
 * act_simulator_parse_time:
 * @text: (nullable): a time in ISO 8601; one without a zone is in UTC
 * @milliseconds: (out): return location for the time since 1970
 *
 * Returns: whether @text is a time
 */
gboolean
act_simulator_parse_time (const char *text,
                          gint64     *milliseconds)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;

  if (time == NULL)
    return FALSE;

  *milliseconds = g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000;

  return TRUE;
}
