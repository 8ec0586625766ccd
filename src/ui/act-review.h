/* All that is shown of one connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connections.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_REVIEW (act_review_get_type ())

/**
 * ActReview:
 *
 * The list of events, the details of the selected one, and what can be done about them. It shows a
 * session, or why there is none. Everything that belongs to one connection is in its review: ticks,
 * search, filters, order and scroll position, so that no connection can get what was meant for another.
 */
G_DECLARE_FINAL_TYPE (ActReview, act_review, ACT, REVIEW, GtkWidget)

GtkWidget *act_review_new                (GSettings     *settings);
void       act_review_focus              (ActReview     *self);
ActConnectionEntry *act_review_get_entry (ActReview     *self);
void       act_review_save_layout        (ActReview     *self);
void       act_review_set_demo           (ActReview     *self,
                                          gboolean       is_demo);
void       act_review_set_entry          (ActReview          *self,
                                          ActConnections     *connections,
                                          ActConnectionEntry *entry,
                                          gboolean            can_manage);
void       act_review_set_session        (ActReview     *self,
                                          ActSession    *session);
void       act_review_show_opening       (ActReview     *self,
                                          ActConnection *connection);
void       act_review_show_upgrade       (ActReview     *self,
                                          ActStep        step,
                                          gint64         done,
                                          gint64         total);
void       act_review_show_open_error    (ActReview     *self,
                                          const GError  *error);
void       act_review_open_event         (ActReview     *self,
                                          const char    *event_id);

G_END_DECLS
