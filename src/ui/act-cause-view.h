/* The list of causes: one row for all events of the same fault
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cause.h"
#include "act-query.h"
#include "act-row-look.h"
#include "act-session.h"
#include "act-ticks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CAUSE_VIEW (act_cause_view_get_type ())

/**
 * ActCauseView:
 *
 * Property: `newest-first` (gboolean: whether the causes are ordered by their newest events, and not
 * by how many they have). Signals: `opened` (the selected cause is to be opened);
 * `selection-changed` (another cause is selected, or something about it is another).
 */
G_DECLARE_FINAL_TYPE (ActCauseView, act_cause_view, ACT, CAUSE_VIEW, GtkWidget)

GtkWidget      *act_cause_view_new          (void);
void            act_cause_view_set_session  (ActCauseView   *self,
                                             ActSession     *session,
                                             ActTicks       *ticks);
void            act_cause_view_set_look     (ActCauseView   *self,
                                             ActRowLook     *look);
void            act_cause_view_set_query    (ActCauseView   *self,
                                             const ActQuery *query);
void            act_cause_view_set_active   (ActCauseView   *self,
                                             gboolean        active);
void            act_cause_view_set_writable (ActCauseView   *self,
                                             gboolean        writable);
const ActCause *act_cause_view_get_selected (ActCauseView   *self);
ActQuery       *act_cause_view_dup_query    (ActCauseView   *self);

G_END_DECLS
