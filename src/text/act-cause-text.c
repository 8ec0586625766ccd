/* Causes in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-text.h"

#include "act-safe-text.h"
#include "act-time-text.h"

#include <glib/gi18n.h>

/**
 * act_cause_text_message:
 * @cause: a cause
 *
 * Any thread.
 *
 * Returns: (transfer full): what the newest event of the cause says, in one line
 */
char *
act_cause_text_message (const ActCause *cause)
{
  g_return_val_if_fail (cause != NULL, NULL);

  if (cause->message == NULL || *cause->message == '\0')
    return g_strdup (C_ ("cause", "No message"));

  return act_safe_text_line (cause->message);
}

/**
 * act_cause_text_name:
 * @cause: a cause
 *
 * Any thread.
 *
 * Returns: (transfer full): the event name, and the integration or the other system
 */
char *
act_cause_text_name (const ActCause *cause)
{
  const char      *where = NULL;
  g_autofree char *name = NULL;
  g_autofree char *safe_where = NULL;

  g_return_val_if_fail (cause != NULL, NULL);

  name = act_safe_text_line (cause->name != NULL ? cause->name : "");
  where = cause->integration != NULL ? cause->integration : cause->destination;
  if (where == NULL)
    return g_steal_pointer (&name);

  safe_where = act_safe_text_line (where);

  /* Translators: an event name and an integration, such as "integration.perform.error · Invoices" */
  return g_strdup_printf (C_ ("cause", "%s · %s"), name, safe_where);
}

/**
 * act_cause_text_time:
 * @cause: a cause
 * @now: milliseconds since 1970 UTC
 *
 * Any thread.
 *
 * Returns: (transfer full): from when until when its events happened
 */
char *
act_cause_text_time (const ActCause *cause,
                     gint64          now)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (cause != NULL, NULL);

  first = act_time_text_short (cause->first, now);
  last = act_time_text_short (cause->last, now);
  if (g_str_equal (first, last))
    return g_steal_pointer (&last);

  /* Translators: from when until when something happened */
  return g_strdup_printf (C_ ("cause", "%s – %s"), first, last);
}

/**
 * act_cause_text_count:
 * @count: a number of events
 *
 * Any thread.
 *
 * Returns: (transfer full): the number
 */
char *
act_cause_text_count (guint count)
{
  return g_strdup_printf ("%'u", count);
}

/**
 * act_cause_text_select:
 * @cause: a cause
 *
 * Any thread.
 *
 * Returns: (transfer full): what the check box of the cause is called
 */
char *
act_cause_text_select (const ActCause *cause)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (cause != NULL, NULL);

  name = act_safe_text_line (cause->name != NULL ? cause->name : "");

  /* Translators: the name of a check box; how many events, and an event name. */
  return g_strdup_printf (ngettext ("Select %'u event, %s", "Select %'u events, %s", cause->open), cause->open, name);
}

/**
 * act_cause_text_accessible_name:
 * @cause: a cause
 * @now: milliseconds since 1970 UTC
 *
 * Any thread.
 *
 * Returns: (transfer full): what the row of the cause is called
 */
char *
act_cause_text_accessible_name (const ActCause *cause,
                                gint64          now)
{
  g_autofree char *events = NULL;
  g_autofree char *message = NULL;
  g_autofree char *name = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (cause != NULL, NULL);

  if (cause->open < cause->count)
    /* Translators: how many events, and how many of them are open */
    events = g_strdup_printf (ngettext ("%'u event, %'u open", "%'u events, %'u open", cause->count), cause->count, cause->open);
  else
    events = g_strdup_printf (ngettext ("%'u event", "%'u events", cause->count), cause->count);

  message = act_cause_text_message (cause);
  name = act_cause_text_name (cause);
  first = act_time_text_spoken (cause->first, now);
  last = act_time_text_spoken (cause->last, now);

  /* Translators: a row for a screen reader: event name and integration, how many events, first and last time,
   * message */
  return g_strdup_printf (C_ ("cause", "%s, %s, first %s, last %s, %s"), name, events, first, last, message);
}
