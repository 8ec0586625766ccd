/* Events in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-event-text.h"

#include "act-remedy.h"
#include "act-safe-text.h"
#include "act-time-text.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  ActEventStatus status;
  const char    *whole;
  const char    *spoken;
} StatusText;

static const StatusText status_texts[] = {
  {
      ACT_EVENT_STATUS_OPEN,
      N_ ("NOT ACTIONED"),
      N_ ("not actioned"),
  },
  {
      ACT_EVENT_STATUS_REOPENED,
      N_ ("NOT ACTIONED · open again on the server"),
      N_ ("not actioned, open again on the server"),
  },
  {
      ACT_EVENT_STATUS_REFUSED,
      N_ ("NOT ACTIONED · refused by the server"),
      N_ ("not actioned, refused by the server"),
  },
  {
      ACT_EVENT_STATUS_OPEN_GONE,
      N_ ("NOT ACTIONED · no longer on the server"),
      N_ ("not actioned, no longer on the server"),
  },
  {
      ACT_EVENT_STATUS_PENDING,
      N_ ("ACTIONED · not sent yet"),
      N_ ("actioned, not sent yet"),
  },
  {
      ACT_EVENT_STATUS_LOCAL,
      N_ ("ACTIONED · only on this device"),
      N_ ("actioned, only on this device"),
  },
  {
      ACT_EVENT_STATUS_ACTIONED,
      N_ ("ACTIONED"),
      N_ ("actioned"),
  },
  {
      ACT_EVENT_STATUS_ELSEWHERE,
      N_ ("ACTIONED · by someone else or in the Console"),
      N_ ("actioned, by someone else or in the Console"),
  },
  {
      ACT_EVENT_STATUS_ACTIONED_GONE,
      N_ ("ACTIONED · no longer on the server"),
      N_ ("actioned, no longer on the server"),
  },
};

static const StatusText *
get_status_text (ActEventStatus status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (status_texts); i++)
    {
      if (status_texts[i].status == status)
        return &status_texts[i];
    }

  return &status_texts[0];
}

static gint64
get_actioned_time (const ActEventRecord *record)
{
  if (!act_event_status_is_actioned (record->status))
    return ACT_TIME_UNKNOWN;
  if (record->event != NULL && record->event->actioned_time != ACT_TIME_UNKNOWN)
    return record->event->actioned_time;

  return record->marked_at;
}

static const char *
get_event_name (const ActEventRecord *record)
{
  return record->event != NULL ? record->event->name : NULL;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static void
append_fact (GString    *string,
             const char *label,
             const char *value)
{
  if (is_blank (value))
    return;

  if (string->len > 0)
    g_string_append_c (string, '\n');
  /* Translators: a fact of an event as it is copied, as in "Status: ACTIONED" */
  g_string_append_printf (string, _ ("%1$s: %2$s"), label, value);
}

static void
append_thing (GString    *string,
              const char *label,
              const char *name,
              const char *id)
{
  g_autofree char *safe_name = act_safe_text_id (name);
  g_autofree char *safe_id = act_safe_text_id (id);
  g_autofree char *both = NULL;

  if (is_blank (name) || is_blank (id))
    {
      append_fact (string, label, is_blank (name) ? safe_id : safe_name);
      return;
    }

  /* Translators: a thing's name and its id, as they are copied */
  both = g_strdup_printf (C_ ("name and id", "%1$s (%2$s)"), safe_name, safe_id);
  append_fact (string, label, both);
}

/**
 * act_event_text_status:
 * @status: a status
 *
 * Returns: the short form, ACTIONED or NOT ACTIONED, translated
 */
const char *
act_event_text_status (ActEventStatus status)
{
  return act_event_status_is_actioned (status) ? _ ("ACTIONED") : _ ("NOT ACTIONED");
}

/**
 * act_event_text_status_whole:
 * @status: a status
 *
 * Returns: the word and how the status came to be, if that is to be known, translated
 */
const char *
act_event_text_status_whole (ActEventStatus status)
{
  return _ (get_status_text (status)->whole);
}

/**
 * act_event_text_status_detail:
 * @record: an event's record
 * @now: the time by which this year is known
 *
 * Says where an event stands, and since when it is actioned if that is known.
 *
 * Returns: (transfer full): the text
 */
char *
act_event_text_status_detail (const ActEventRecord *record,
                              gint64                now)
{
  const char      *whole = NULL;
  gint64           time = ACT_TIME_UNKNOWN;
  g_autofree char *time_text = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  whole = _ (get_status_text (record->status)->whole);
  time = get_actioned_time (record);
  if (time == ACT_TIME_UNKNOWN)
    return g_strdup (whole);

  time_text = act_time_text_short (time, now);

  /* Translators: a status and its time, as in "ACTIONED · 3 Mar 14:02" */
  return g_strdup_printf (_ ("%1$s · %2$s"), whole, time_text);
}

/**
 * act_event_text_kind:
 * @kind: a kind
 *
 * Returns: what the kind is called, translated
 */
const char *
act_event_text_kind (ActEventKind kind)
{
  return g_dpgettext2 (NULL, "event kind", act_event_kind_get_label (kind));
}

/**
 * act_event_text_follow_up:
 * @follow_up: a follow-up
 *
 * Returns: (nullable): the label of its button, translated; %NULL for %ACT_FOLLOW_UP_NONE
 */
const char *
act_event_text_follow_up (ActFollowUp follow_up)
{
  const char *label = act_follow_up_get_label (follow_up);

  return label != NULL ? _ (label) : NULL;
}

/**
 * act_event_text_message:
 * @record: an event's record
 *
 * Gives the whole message, made safe, or says that there is none.
 *
 * Returns: (transfer full): the text, of one or several lines
 */
char *
act_event_text_message (const ActEventRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  if (record->event == NULL || is_blank (record->event->message))
    return g_strdup (_ ("No message. The raw event may tell more."));

  return act_safe_text_block (record->event->message);
}

/**
 * act_event_text_remedy:
 * @record: an event's record
 * @is_ours: (out) (optional): whether the text is ours rather than the message's
 *
 * Says what to do about an event: what its message says, or else one sentence for its kind.
 *
 * Returns: (transfer full): the text
 */
char *
act_event_text_remedy (const ActEventRecord *record,
                       gboolean             *is_ours)
{
  g_autofree char *remedy = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  if (record->event != NULL)
    remedy = act_remedy_find (record->event->message);
  if (is_ours != NULL)
    *is_ours = remedy == NULL;
  if (remedy == NULL)
    return g_strdup (_ (act_event_kind_get_remedy (record->kind)));

  return act_safe_text_block (remedy);
}

/**
 * act_event_text_accessible_name:
 * @record: an event's record
 * @now: the time by which this year is known
 *
 * Says all of a row that a screen reader should read at once.
 *
 * Returns: (transfer full): the text
 */
char *
act_event_text_accessible_name (const ActEventRecord *record,
                                gint64                now)
{
  g_autofree char *name = NULL;
  g_autofree char *time = NULL;
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  name = act_safe_text_id (get_event_name (record));
  time = act_time_text_spoken (act_event_record_get_time (record), now);
  message = act_event_text_message (record);
  line = act_safe_text_line (message);

  /* Translators: a row for a screen reader: event name, time, status, message */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s, %4$s"), name, time,
                          _ (get_status_text (record->status)->spoken), line);
}

/**
 * act_event_text_to_plain:
 * @record: an event's record
 *
 * Writes an event to be pasted elsewhere, one fact a line; facts that are not known are left out.
 *
 * Returns: (transfer full): the text, without a line break at its end
 */
char *
act_event_text_to_plain (const ActEventRecord *record)
{
  g_autoptr (GString) string = NULL;
  g_autofree char *time = NULL;
  g_autofree char *message = NULL;
  const ActEvent  *event = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  event = record->event;
  string = g_string_new (NULL);
  time = act_time_text_exact (act_event_record_get_time (record));
  message = act_event_text_message (record);
  g_strdelimit (message, "\n\t", ' ');

  append_thing (string, C_ ("fact", "Name"), get_event_name (record), NULL);
  append_fact (string, C_ ("fact", "Date"), time);
  append_fact (string, C_ ("fact", "Status"), _ (get_status_text (record->status)->whole));
  append_fact (string, C_ ("fact", "Message"), message);
  if (event == NULL)
    return g_string_free (g_steal_pointer (&string), FALSE);

  append_thing (string, C_ ("fact", "Destination"), event->destination, event->destination_id);
  append_thing (string, C_ ("fact", "Integration"), record->integration_name,
                event->configuration_id);
  append_thing (string, C_ ("fact", "Account"), record->account_name, event->account_id);
  append_thing (string, C_ ("fact", "Entity"), event->entity_type, event->entity_id);
  append_thing (string, C_ ("fact", "Run"), NULL, event->run_id);
  append_thing (string, C_ ("fact", "Event"), NULL, event->id);

  return g_string_free (g_steal_pointer (&string), FALSE);
}
