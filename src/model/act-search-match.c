/* The plain filter: which events a search finds, said once for the index and for its tests
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search-private.h"
#include "act-search-row.h"

#include <string.h>

static gboolean
id_begins (const char *id,
           const char *beginning)
{
  return id != NULL && g_ascii_strncasecmp (id, beginning, strlen (beginning)) == 0;
}

static gboolean
has_id (const ActEvent *event,
        const char     *beginning)
{
  return id_begins (event->id, beginning) || id_begins (event->destination_id, beginning) ||
         id_begins (event->configuration_id, beginning) ||
         id_begins (event->credentials_id, beginning) || id_begins (event->entity_id, beginning) ||
         id_begins (event->account_id, beginning) || id_begins (event->run_id, beginning);
}

static gboolean
matches_anywhere (const ActSearchTerm  *term,
                  const ActEventRecord *record)
{
  const ActEvent *event = record->event;

  return act_search_row_has (event->message, term->words) || act_search_row_has (event->name, term->words) ||
         act_search_row_has (record->integration_name, term->words) ||
         act_search_row_has (record->account_name, term->words) ||
         act_search_row_has (event->destination, term->words) ||
         (strlen (term->text) >= ACT_SEARCH_MIN_ID_LENGTH && has_id (event, term->text));
}

static gboolean
matches_date (const ActSearchTerm *term,
              gint64               time)
{
  if (term->from == ACT_TIME_UNKNOWN)
    return !term->negated;

  if (term->field == ACT_SEARCH_BEFORE)
    return time < term->from;
  if (term->field == ACT_SEARCH_AFTER)
    return time >= term->from;

  return time >= term->from && time < term->until;
}

/**
 * act_search_term_matches:
 * @term: a term
 * @record: an event, with its payload if the term is about it
 *
 * Tells whether an event is what a term speaks of, be it wanted or excluded: @negated changes
 * nothing here. Any thread.
 *
 * Returns: whether it is
 */
gboolean
act_search_term_matches (const ActSearchTerm  *term,
                         const ActEventRecord *record)
{
  const ActEvent *event = NULL;

  g_return_val_if_fail (term != NULL, FALSE);
  g_return_val_if_fail (record != NULL && record->event != NULL, FALSE);

  event = record->event;
  switch (term->field)
    {
    case ACT_SEARCH_WORDS:
      return matches_anywhere (term, record);
    case ACT_SEARCH_NAME:
      return act_search_row_has (event->name, term->words);
    case ACT_SEARCH_DESTINATION:
      return act_search_row_has (event->destination, term->words);
    case ACT_SEARCH_ENTITY:
      return act_search_row_has (event->entity_type, term->words) || id_begins (event->entity_id, term->text);
    case ACT_SEARCH_ID:
      return has_id (event, term->text);
    case ACT_SEARCH_PAYLOAD:
      return event->payload != NULL &&
             act_search_payload_has (event->payload, strlen (event->payload), term->text);
    case ACT_SEARCH_IS:
      return act_search_is_covers (term->is, record->status);
    case ACT_SEARCH_BEFORE:
    case ACT_SEARCH_AFTER:
    case ACT_SEARCH_DURING:
    default:
      return matches_date (term, act_event_record_get_time (record));
    }
}

/* Words, payloads and dates must each match; of other fields one term must. */
static gboolean
is_alternative (ActSearchField field)
{
  return field == ACT_SEARCH_NAME || field == ACT_SEARCH_DESTINATION ||
         field == ACT_SEARCH_ENTITY || field == ACT_SEARCH_ID || field == ACT_SEARCH_IS;
}

/**
 * act_search_matches:
 * @self: a search, resolved if it has dates
 * @record: an event, with its payload if act_search_uses_payload()
 *
 * The plain filter: this is what a search means, and what an index must agree with. Any thread.
 *
 * Returns: whether the search finds the event
 */
gboolean
act_search_matches (const ActSearch      *self,
                    const ActEventRecord *record)
{
  guint wanted = 0, found = 0; /* a bit for each field of alternatives */

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const ActSearchTerm *term = &g_array_index (self->terms, ActSearchTerm, i);
      gboolean             matches = act_search_term_matches (term, record);

      if (!term->negated && is_alternative (term->field))
        {
          wanted |= 1u << term->field;
          found |= matches ? 1u << term->field : 0;
        }
      else if (!matches == !term->negated)
        return FALSE;
    }

  return wanted == found;
}

/**
 * act_search_payload_has:
 * @payload: (array length=length): JSON text, which need not end with a nul
 * @length: its length in bytes
 * @piece: what is looked for
 *
 * Looks for a piece of JSON text as it was sent; capitals of ASCII are like small letters. Any thread.
 *
 * Returns: whether it is there
 */
gboolean
act_search_payload_has (const char *payload,
                        gsize       length,
                        const char *piece)
{
  gsize       size = 0;
  const char *last = NULL;
  char        small, capital;

  g_return_val_if_fail (payload != NULL || length == 0, FALSE);
  g_return_val_if_fail (piece != NULL, FALSE);

  size = strlen (piece);
  if (size == 0 || size > length)
    return size == 0;

  last = payload + (length - size);
  small = g_ascii_tolower (*piece);
  capital = g_ascii_toupper (*piece);
  for (const char *p = payload; p <= last; p++)
    {
      if ((*p == small || *p == capital) && g_ascii_strncasecmp (p, piece, size) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * act_search_is_covers:
 * @is: a state that can be searched for
 * @status: where an event stands
 *
 * Any thread.
 *
 * Returns: whether the event is in that state
 */
gboolean
act_search_is_covers (ActSearchIs    is,
                      ActEventStatus status)
{
  switch (is)
    {
    case ACT_SEARCH_IS_OPEN:
      return !act_event_status_is_actioned (status);
    case ACT_SEARCH_IS_ACTIONED:
      return act_event_status_is_actioned (status);
    case ACT_SEARCH_IS_WAITING:
      return status == ACT_EVENT_STATUS_PENDING || status == ACT_EVENT_STATUS_LOCAL;
    case ACT_SEARCH_IS_REFUSED:
      return status == ACT_EVENT_STATUS_REFUSED;
    case ACT_SEARCH_IS_ELSEWHERE:
      return status == ACT_EVENT_STATUS_ELSEWHERE;
    case ACT_SEARCH_IS_GONE:
      return status == ACT_EVENT_STATUS_OPEN_GONE || status == ACT_EVENT_STATUS_ACTIONED_GONE;
    default:
      return FALSE;
    }
}
