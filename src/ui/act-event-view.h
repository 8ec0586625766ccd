/* The list of events: columns, selection, ticks and keyboard
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-list.h"
#include "act-row-look.h"
#include "act-ticks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_EVENT_VIEW (act_event_view_get_type ())

/**
 * ActEventView:
 *
 * Properties: `selected-id` (gint64: the selected row's id, or 0), `show-integration` and
 * `show-account` (gboolean: whether these columns are wanted).
 *
 * Signals: `sort-requested` (int #ActSortColumn, gboolean descending: a title was clicked);
 * `row-clicked` (a row was clicked or tapped, and is selected now); `fill-menu` (GMenu: the menu of the
 * selected row is about to be shown).
 */
G_DECLARE_FINAL_TYPE (ActEventView, act_event_view, ACT, EVENT_VIEW, GtkWidget)

GtkWidget    *act_event_view_new              (void);
void          act_event_view_set_source       (ActEventView   *self,
                                               ActRowSource   *source);
void          act_event_view_expect_size      (ActEventView   *self,
                                               int             width,
                                               int             height);
void          act_event_view_set_query        (ActEventView   *self,
                                               const ActQuery *query);
ActEventList *act_event_view_get_list         (ActEventView   *self);
ActTicks     *act_event_view_get_ticks        (ActEventView   *self);
ActRowLook   *act_event_view_get_look         (ActEventView   *self);
void          act_event_view_tick_all         (ActEventView   *self);
void          act_event_view_set_all_ticked   (ActEventView   *self,
                                               gboolean        all_ticked);
gint64        act_event_view_get_selected_id  (ActEventView   *self);
ActEventRow  *act_event_view_get_selected_row (ActEventView   *self);
gboolean      act_event_view_focus_seen       (ActEventView   *self);
void          act_event_view_select           (ActEventView   *self,
                                               gint64          row_id,
                                               gboolean        focus);
gint64        act_event_view_find_next_left   (ActEventView   *self,
                                               GArray         *row_ids);
void          act_event_view_set_follow_top   (ActEventView   *self,
                                               gboolean        follow_top);
void          act_event_view_show_new         (ActEventView   *self);

G_END_DECLS
