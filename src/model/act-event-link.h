/* A link to an event that another program opens with this one
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is longer is no link. In bytes. */
#define ACT_EVENT_LINK_MAX_LENGTH 2048

/**
 * ActEventLink:
 * @organisation_id: the organisation's id
 * @event_id: the event's id
 *
 * What a link names; neither need exist. Plain data.
 */
typedef struct
{
  char *organisation_id;
  char *event_id;
} ActEventLink;

gboolean      act_event_link_has_scheme (const char   *text);
ActEventLink *act_event_link_parse      (const char   *text);
void          act_event_link_free       (ActEventLink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActEventLink, act_event_link_free)

G_END_DECLS
