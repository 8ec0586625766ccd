/* What an event names: names first, ids small and copyable, and its times
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_EVENT_FACTS (act_event_facts_get_type ())

/**
 * ActEventFacts:
 *
 * A list of what an event names: names first, ids small and copyable, and its times. What it does not
 * name has no row.
 */
G_DECLARE_FINAL_TYPE (ActEventFacts, act_event_facts, ACT, EVENT_FACTS, GtkWidget)

GtkWidget *act_event_facts_new        (void);
void       act_event_facts_set_record (ActEventFacts        *self,
                                       const ActEventRecord *record);

G_END_DECLS
