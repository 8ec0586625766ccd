/* How a synchronisation goes, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-sync-text.h"

#include "act-event.h"
#include "act-time-text.h"

#include <glib/gi18n.h>

/**
 * act_sync_text_phase:
 * @phase: what is under way
 *
 * Returns: (nullable): what is under way, %NULL if nothing is
 */
const char *
act_sync_text_phase (ActSyncPhase phase)
{
  switch (phase)
    {
    case ACT_SYNC_OPEN:
      return _ ("Reading open events");

    case ACT_SYNC_SENDING:
      return _ ("Sending changes");

    case ACT_SYNC_NAMES:
      return _ ("Reading names");

    case ACT_SYNC_HISTORY:
      return _ ("Reading earlier events");

    case ACT_SYNC_AHEAD:
      return _ ("Reading ahead for the time offline");

    case ACT_SYNC_IDLE:
    default:
      return NULL;
    }
}

static void
append (GString *text,
        char    *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
  g_free (part);
}

static char *
format_number (guint64 number)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, number);
}

static char *
format_count (const char *format,
              guint64     number)
{
  g_autofree char *digits = format_number (number);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (digits, parts);
}

/**
 * act_sync_text_numbers:
 * @progress: how far it is
 * @now: milliseconds since 1970 UTC
 *
 * Returns: (transfer full) (nullable): how much was read, how fast, and how far back, %NULL if nothing
 *   was read
 */
char *
act_sync_text_numbers (const ActSyncProgress *progress,
                       gint64                 now)
{
  g_autoptr (GString) text = NULL;

  if (progress->pages == 0)
    return NULL;

  text = g_string_new (NULL);
  append (text, format_count (ngettext ("%s page", "%s pages", (gulong) progress->pages), progress->pages));
  append (text, format_count (ngettext ("%s event", "%s events", (gulong) progress->events), progress->events));
  if (progress->events_per_second > 0)
    /* Translators: how many events are read in a second. */
    append (text, format_count (_ ("%s a second"), progress->events_per_second));
  if (progress->phase == ACT_SYNC_HISTORY && progress->reached != ACT_TIME_UNKNOWN)
    {
      g_autofree char *time = act_time_text_short (progress->reached, now);

      /* Translators: a time goes in here; the events that happened since then have been read. */
      append (text, g_strdup_printf (_ ("back to %s"), time));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * act_sync_text_left:
 * @progress: how far it is
 *
 * Returns: (transfer full) (nullable): how much is left, %NULL if that is not known
 */
char *
act_sync_text_left (const ActSyncProgress *progress)
{
  guint64 left = 0;

  if (progress->left < 0)
    return NULL;

  left = (guint64) progress->left;
  switch (progress->phase)
    {
    case ACT_SYNC_OPEN:
      return format_count (ngettext ("About %s event left", "About %s events left", (gulong) left), left);

    case ACT_SYNC_SENDING:
      return format_count (ngettext ("%s change left", "%s changes left", (gulong) left), left);

    case ACT_SYNC_AHEAD:
      return format_count (ngettext ("%s event left", "%s events left", (gulong) left), left);

    case ACT_SYNC_IDLE:
    case ACT_SYNC_NAMES:
    case ACT_SYNC_HISTORY:
    default:
      return NULL;
    }
}

/**
 * act_sync_text_hold:
 * @hold: what holds it back
 *
 * Returns: (nullable): what holds it back, %NULL if nothing does
 */
const char *
act_sync_text_hold (ActSyncHold hold)
{
  switch (hold)
    {
    case ACT_SYNC_HOLD_PAUSED:
      return _ ("Paused");

    case ACT_SYNC_HOLD_METERED:
      return _ ("This network is metered");

    case ACT_SYNC_HOLD_POWER_SAVER:
      return _ ("Power is being saved");

    case ACT_SYNC_HOLD_PORTAL:
      return _ ("This network asks you to sign in first");

    case ACT_SYNC_HOLD_NONE:
    default:
      return NULL;
    }
}

/**
 * act_sync_text_effect:
 * @hold: what holds it back
 *
 * Returns: (nullable): what is done all the same and what is not, %NULL if nothing is held back
 */
const char *
act_sync_text_effect (ActSyncHold hold)
{
  switch (hold)
    {
    case ACT_SYNC_HOLD_PAUSED:
      return _ ("Events are read only when you refresh. Your changes are sent.");

    case ACT_SYNC_HOLD_METERED:
    case ACT_SYNC_HOLD_POWER_SAVER:
      return _ ("Only open events are read. Your changes are sent.");

    case ACT_SYNC_HOLD_PORTAL:
      return _ ("Your changes are kept and sent afterwards.");

    case ACT_SYNC_HOLD_NONE:
    default:
      return NULL;
    }
}
