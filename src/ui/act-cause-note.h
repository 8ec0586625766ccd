/* That other open events have the same cause as the one that is shown
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CAUSE_NOTE (act_cause_note_get_type ())

G_DECLARE_FINAL_TYPE (ActCauseNote, act_cause_note, ACT, CAUSE_NOTE, GtkWidget)

GtkWidget *act_cause_note_new (void);
void       act_cause_note_ask (ActCauseNote         *self,
                               ActSession           *session,
                               const ActEventRecord *record);

G_END_DECLS
