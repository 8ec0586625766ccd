/* One cause, as a list model holds it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cause.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define ACT_TYPE_CAUSE_ITEM (act_cause_item_get_type ())

/**
 * ActCauseItem:
 *
 * The same object stands for a cause for as long as it is in the list, whatever becomes of its
 * numbers. Signal: `changed` (the cause, or how many of its events are ticked, is another one).
 */
G_DECLARE_FINAL_TYPE (ActCauseItem, act_cause_item, ACT, CAUSE_ITEM, GObject)

ActCauseItem   *act_cause_item_new          (const ActCause *cause);
const ActCause *act_cause_item_get_cause    (ActCauseItem   *self);
void            act_cause_item_set_cause    (ActCauseItem   *self,
                                             const ActCause *cause);
guint           act_cause_item_get_n_ticked (ActCauseItem   *self);
void            act_cause_item_set_n_ticked (ActCauseItem   *self,
                                             guint           n_ticked);

G_END_DECLS
