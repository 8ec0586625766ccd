/* What the user did and the server has not confirmed yet
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-status.h"
#include "act-outbox-entry.h"
#include "act-pending.h"
#include "act-store-database.h"

G_BEGIN_DECLS

/**
 * ActStoreMark:
 * @id: the entry's id, 0 if there is none
 * @row_id: its event's row id, 0 while the store does not have the event
 * @state: how far it got
 * @created: when the user made it, milliseconds since 1970 UTC
 *
 * The unfinished mark of an event.
 */
typedef struct
{
  gint64         id;
  gint64         row_id;
  ActOutboxState state;
  gint64         created;
} ActStoreMark;

ActEventStatus act_store_outbox_get_event_status (ActOutboxState     state);

gboolean   act_store_outbox_find_mark  (ActStoreDatabase  *database,
                                        const char        *event_id,
                                        ActStoreMark      *mark,
                                        GError           **error);
gboolean   act_store_outbox_attach     (ActStoreDatabase  *database,
                                        gint64             entry_id,
                                        gint64             row_id,
                                        GError           **error);
gboolean   act_store_outbox_finish     (ActStoreDatabase  *database,
                                        gint64             entry_id,
                                        gint64             now,
                                        GError           **error);
gboolean   act_store_outbox_set_status (ActStoreDatabase  *database,
                                        gint64             row_id,
                                        ActEventStatus     status,
                                        GError           **error);
gboolean   act_store_outbox_set_marked (ActStoreDatabase  *database,
                                        gint64             row_id,
                                        ActEventStatus     status,
                                        gint64             marked_at,
                                        GError           **error);

gboolean   act_store_outbox_recover    (ActStoreDatabase  *database,
                                        GError           **error);
GPtrArray *act_store_outbox_claim      (ActStoreDatabase  *database,
                                        ActOutboxState     from,
                                        guint              limit,
                                        GError           **error);
gboolean   act_store_outbox_settle     (ActStoreDatabase  *database,
                                        gint64             entry_id,
                                        ActOutboxState     state,
                                        gint64             actioned_time,
                                        const char        *reason,
                                        GError           **error);

gboolean   act_store_outbox_mark       (ActStoreDatabase  *database,
                                        GArray            *row_ids,
                                        gint64             hold_until,
                                        gsize             *n_marked,
                                        GError           **error);
GArray    *act_store_outbox_take_back  (ActStoreDatabase  *database,
                                        GArray            *row_ids,
                                        GError           **error);
GArray    *act_store_outbox_take_back_scope (ActStoreDatabase      *database,
                                             const ActPendingScope *scope,
                                             GError               **error);
gboolean   act_store_outbox_hold_again (ActStoreDatabase  *database,
                                        gint64             hold_until,
                                        guint             *n_entries,
                                        GError           **error);
gboolean   act_store_outbox_release    (ActStoreDatabase  *database,
                                        guint             *n_entries,
                                        GError           **error);
gboolean   act_store_outbox_keep_here  (ActStoreDatabase  *database,
                                        guint             *n_entries,
                                        GError           **error);
gboolean   act_store_outbox_retry      (ActStoreDatabase  *database,
                                        ActOutboxState     from,
                                        guint             *n_entries,
                                        GError           **error);
gboolean   act_store_outbox_retry_scope (ActStoreDatabase      *database,
                                         const ActPendingScope *scope,
                                         guint                 *n_entries,
                                         GError               **error);

G_END_DECLS
