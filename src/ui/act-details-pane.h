/* Everything about the selected event
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-row-look.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_DETAILS_PANE (act_details_pane_get_type ())

/**
 * ActDetailsPane:
 *
 * Reads the record of `row-id` through `session`, and again whenever the session's rows change. It
 * activates these actions of its ancestors: `events.follow-up`, `events.mark-row`, `events.take-back`
 * and `events.view-run` (x: row id), and `events.show-earlier` ((sx): configuration id, before when).
 * Pages can be opened on top of the event.
 */
G_DECLARE_FINAL_TYPE (ActDetailsPane, act_details_pane, ACT, DETAILS_PANE, GtkWidget)

GtkWidget  *act_details_pane_new            (void);
void        act_details_pane_set_session    (ActDetailsPane *self,
                                             ActSession     *session);
void        act_details_pane_set_look       (ActDetailsPane *self,
                                             ActRowLook     *look);
gint64      act_details_pane_get_row_id     (ActDetailsPane *self);
void        act_details_pane_set_row_id     (ActDetailsPane *self,
                                             gint64          row_id);
void        act_details_pane_open_page      (ActDetailsPane *self,
                                             GtkWidget      *page);
gboolean    act_details_pane_go_back        (ActDetailsPane *self);
void        act_details_pane_drop_pages     (ActDetailsPane *self);
void        act_details_pane_refresh        (ActDetailsPane *self);
char       *act_details_pane_dup_page_title (ActDetailsPane *self);
void        act_details_pane_set_narrow     (ActDetailsPane *self,
                                             gboolean        narrow);

G_END_DECLS
