/* Offers to mark the events that a follow-up has put right
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session-related.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_MARK_OFFER (act_mark_offer_get_type ())

/**
 * ActMarkOffer:
 *
 * A button "Mark 37 Events as Actioned" that is its own confirmation, with a line that says which
 * events these are. Exactly the events that were counted when its number was shown are marked. It
 * says so when it is done, with Undo while that is possible. Hidden when there are none.
 */
G_DECLARE_FINAL_TYPE (ActMarkOffer, act_mark_offer, ACT, MARK_OFFER, GtkWidget)

GtkWidget *act_mark_offer_new (void);
void       act_mark_offer_set (ActMarkOffer      *self,
                               ActSession        *session,
                               const ActRelation *relation,
                               const char        *which);

G_END_DECLS
