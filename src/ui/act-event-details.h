/* One event in full: what happened, what to do, where it stands, what it names
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"
#include "act-session.h"
#include "act-row-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_EVENT_DETAILS (act_event_details_get_type ())

G_DECLARE_FINAL_TYPE (ActEventDetails, act_event_details, ACT, EVENT_DETAILS, GtkWidget)

GtkWidget *act_event_details_new        (void);
void       act_event_details_set_look   (ActEventDetails      *self,
                                         ActRowLook           *look);
void       act_event_details_set_record (ActEventDetails      *self,
                                         const ActEventRecord *record);
void       act_event_details_ask_cause  (ActEventDetails      *self,
                                         ActSession           *session,
                                         const ActEventRecord *record);

G_END_DECLS
