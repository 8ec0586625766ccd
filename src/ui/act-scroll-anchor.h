/* Keeps the row that is being read where it is while rows come and go
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_SCROLL_ANCHOR (act_scroll_anchor_get_type ())

/**
 * ActScrollAnchor:
 *
 * Remembers which row is at the top of a list, brings it back after the list was replaced, and counts
 * the rows that came above the newest one that was seen at the top: `n-new` (guint). The signal
 * `followed` says that it has gone to the top after rows came, as it does while a list is filled, or to
 * the row at which an answer begins.
 */
G_DECLARE_FINAL_TYPE (ActScrollAnchor, act_scroll_anchor, ACT, SCROLL_ANCHOR, GObject)

ActScrollAnchor *act_scroll_anchor_new            (GtkColumnView   *view);
void             act_scroll_anchor_set_list       (ActScrollAnchor *self,
                                                   ActEventList    *list);
guint            act_scroll_anchor_get_n_new      (ActScrollAnchor *self);
void             act_scroll_anchor_set_follow_top (ActScrollAnchor *self,
                                                   gboolean         follow_top);
void             act_scroll_anchor_start_over     (ActScrollAnchor *self,
                                                   gint64           row_id);
void             act_scroll_anchor_start_at       (ActScrollAnchor *self,
                                                   gint64           row_id);
void             act_scroll_anchor_jump_to_top    (ActScrollAnchor *self);

G_END_DECLS
