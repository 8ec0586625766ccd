/* Adds and changes one event in the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event.h"
#include "act-event-status.h"
#include "act-store-database.h"

G_BEGIN_DECLS

/**
 * ActStoredState:
 * @row_id: the event's row id, 0 while it has none
 * @time: the event's own time, or %ACT_TIME_UNKNOWN
 * @first_seen: when the store first saw it, milliseconds since 1970 UTC
 * @status: where it stands
 * @marked_at: when it was marked here, or %ACT_TIME_UNKNOWN
 * @confirmed_at: when it was known to be actioned, by the local clock, or %ACT_TIME_UNKNOWN
 * @actioned_time: when it was actioned, by the server's word, or %ACT_TIME_UNKNOWN
 *
 * What the store keeps of an event beside its content.
 */
typedef struct
{
  gint64         row_id;
  gint64         time;
  gint64         first_seen;
  ActEventStatus status;
  gint64         marked_at;
  gint64         confirmed_at;
  gint64         actioned_time;
} ActStoredState;

gboolean act_store_event_find   (ActStoreDatabase      *database,
                                 const char            *event_id,
                                 ActStoredState        *state,
                                 GError               **error);
gboolean act_store_event_add    (ActStoreDatabase      *database,
                                 const ActEvent        *event,
                                 ActStoredState        *state,
                                 GError               **error);
gboolean act_store_event_change (ActStoreDatabase      *database,
                                 const ActEvent        *event,
                                 ActStoredState        *state,
                                 gboolean              *altered,
                                 GError               **error);

G_END_DECLS
