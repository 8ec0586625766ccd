/* What to do about an event, in a card
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_REMEDY_CARD (act_remedy_card_get_type ())

/**
 * ActRemedyCard:
 *
 * The message's own remedy, or ours, which is then marked as ours. It offers `events.follow-up`,
 * `events.show-earlier` and `events.view-run` of its ancestors.
 */
G_DECLARE_FINAL_TYPE (ActRemedyCard, act_remedy_card, ACT, REMEDY_CARD, GtkWidget)

GtkWidget *act_remedy_card_new        (void);
void       act_remedy_card_set_record (ActRemedyCard        *self,
                                       const ActEventRecord *record);

G_END_DECLS
