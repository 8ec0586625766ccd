/* The list of a query's events: row ids, and rows made and filled on demand
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-row.h"
#include "act-row-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_EVENT_LIST (act_event_list_get_type ())

/**
 * ActEventList:
 *
 * A [iface@Gio.ListModel] of [class@ActEventRow]. It holds the row ids of its query (8 bytes each)
 * and hands out one row object an id, kept for as long as somebody holds it; rows are loaded in
 * batches and filled by `notify::record`. When the source changes, the query is read again, at most
 * four times a second, and the difference is spliced: one `items-changed` for a small change, two
 * for a whole replacement.
 *
 * Properties: `query` (ActQuery), `loading` (until the first answer to the query), `complete`
 * (all rows of the query are there, not only the first ones), `settled` (all that the source has
 * told of is taken in), `error` (GError, nullable). Signal `replaced`: emitted after a whole
 * replacement, so that a view can bring back its selection and its scroll position.
 */
G_DECLARE_FINAL_TYPE (ActEventList, act_event_list, ACT, EVENT_LIST, GObject)

ActEventList   *act_event_list_new           (ActRowSource   *source);
void            act_event_list_set_first     (ActEventList   *self,
                                              guint           n_rows);
void            act_event_list_set_query     (ActEventList   *self,
                                              const ActQuery *query);
const ActQuery *act_event_list_get_query     (ActEventList   *self);
gboolean        act_event_list_get_loading   (ActEventList   *self);
gboolean        act_event_list_get_complete  (ActEventList   *self);
gboolean        act_event_list_get_settled   (ActEventList   *self);
const GError   *act_event_list_get_error     (ActEventList   *self);
const gint64   *act_event_list_get_row_ids   (ActEventList   *self,
                                              gsize          *n_row_ids);
gboolean        act_event_list_find          (ActEventList   *self,
                                              gint64          row_id,
                                              guint          *position);
gsize           act_event_list_count_missing (ActEventList   *self,
                                              const gint64   *row_ids,
                                              gsize           n_row_ids);

G_END_DECLS
