/* One page of events, as the server answered it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event.h"

G_BEGIN_DECLS

/**
 * ActEventPage:
 * @events: (element-type ActEvent): the events, in the server's order
 * @next_token: (nullable): the cursor of the next page; %NULL on the last page
 * @asked_at: when the page was asked for, milliseconds since 1970 UTC by the local clock
 * @unreadable: how many elements of the page were not JSON objects
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  GPtrArray *events;
  char      *next_token;
  gint64     asked_at;
  guint      unreadable;
} ActEventPage;

ActEventPage *act_event_page_new  (void);
void          act_event_page_free (ActEventPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActEventPage, act_event_page_free)

G_END_DECLS
