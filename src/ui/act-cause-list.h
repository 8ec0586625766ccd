/* The causes that a query finds, as a list that follows the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cause-item.h"
#include "act-session.h"
#include "act-ticks.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_CAUSE_LIST (act_cause_list_get_type ())

/**
 * ActCauseList:
 *
 * A #GListModel of #ActCauseItem. It reads again when the store changes, at most four times a
 * second, and only while it is active.
 *
 * Properties: `loading` (gboolean: nothing is known yet of what is asked for), `error` (GError,
 * nullable: why the last reading failed), `n-causes` (guint: how many there are, which may be more
 * than are listed).
 */
G_DECLARE_FINAL_TYPE (ActCauseList, act_cause_list, ACT, CAUSE_LIST, GObject)

ActCauseList *act_cause_list_new          (ActSession     *session,
                                           ActTicks       *ticks);
void          act_cause_list_set_query    (ActCauseList   *self,
                                           const ActQuery *query,
                                           ActCauseOrder   order);
void          act_cause_list_set_active   (ActCauseList   *self,
                                           gboolean        active);
void          act_cause_list_reload       (ActCauseList   *self);
gboolean      act_cause_list_get_loading  (ActCauseList   *self);
const GError *act_cause_list_get_error    (ActCauseList   *self);
guint         act_cause_list_get_n_causes (ActCauseList   *self);
ActQuery     *act_cause_list_dup_query    (ActCauseList   *self,
                                           ActCauseItem   *item);
void          act_cause_list_tick         (ActCauseList   *self,
                                           ActCauseItem   *item,
                                           gboolean        ticked);

G_END_DECLS
