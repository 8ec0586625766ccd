/* A link to an event that another program opens with this one
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-link.h"

#include <string.h>

#define SCHEME        "actioned:"
#define KIND          "event"
#define MAX_ID_LENGTH 512

enum
{
  SEGMENT_ORGANISATION,
  SEGMENT_KIND,
  SEGMENT_EVENT,
  N_SEGMENTS,
};

/* An id that nobody could read is none, and dots would climb out of their place in a path. */
static gboolean
is_id (const char *id)
{
  if (*id == '\0' || strlen (id) > MAX_ID_LENGTH || !g_utf8_validate (id, -1, NULL) ||
      strcmp (id, ".") == 0 || strcmp (id, "..") == 0)
    return FALSE;

  for (const char *c = id; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!g_unichar_isgraph (g_utf8_get_char (c)))
        return FALSE;
    }

  return TRUE;
}

static char *
read_id (const char *segment)
{
  g_autofree char *id = g_uri_unescape_string (segment, NULL);

  return id != NULL && is_id (id) ? g_steal_pointer (&id) : NULL;
}

/**
 * act_event_link_has_scheme:
 * @text: an address from anywhere
 *
 * Returns: whether it begins as a link of this program does, however it goes on
 */
gboolean
act_event_link_has_scheme (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return g_ascii_strncasecmp (text, SCHEME, strlen (SCHEME)) == 0;
}

/**
 * act_event_link_parse:
 * @text: (nullable): an address from anywhere
 *
 * Reads `actioned:ORGANISATION/event/ID`, whose ids are escaped as segments of a path are. There is
 * one way to write it, so that nothing can be hidden in what is ignored. Any thread.
 *
 * Returns: (transfer full) (nullable): what it names, or %NULL for anything else
 */
ActEventLink *
act_event_link_parse (const char *text)
{
  g_autoptr (ActEventLink) self = NULL;
  g_auto (GStrv) segments = NULL;

  if (text == NULL || strnlen (text, ACT_EVENT_LINK_MAX_LENGTH + 1) > ACT_EVENT_LINK_MAX_LENGTH ||
      !act_event_link_has_scheme (text) || strpbrk (text, "?#\\") != NULL)
    return NULL;

  segments = g_strsplit (text + strlen (SCHEME), "/", -1);
  if (g_strv_length (segments) != N_SEGMENTS || strcmp (segments[SEGMENT_KIND], KIND) != 0)
    return NULL;

  self = g_new0 (ActEventLink, 1);
  self->organisation_id = read_id (segments[SEGMENT_ORGANISATION]);
  self->event_id = read_id (segments[SEGMENT_EVENT]);

  return self->organisation_id != NULL && self->event_id != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * act_event_link_free:
 * @self: (transfer full) (nullable): a link
 */
void
act_event_link_free (ActEventLink *self)
{
  if (self == NULL)
    return;

  g_free (self->organisation_id);
  g_free (self->event_id);
  g_free (self);
}
