/* Events in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"

#include <glib.h>

G_BEGIN_DECLS

const char *act_event_text_status          (ActEventStatus        status);
const char *act_event_text_status_whole    (ActEventStatus        status);
char       *act_event_text_status_detail   (const ActEventRecord *record,
                                            gint64                now);
const char *act_event_text_kind            (ActEventKind          kind);
const char *act_event_text_follow_up       (ActFollowUp           follow_up);
char       *act_event_text_message         (const ActEventRecord *record);
char       *act_event_text_remedy          (const ActEventRecord *record,
                                            gboolean             *is_ours);
char       *act_event_text_accessible_name (const ActEventRecord *record,
                                            gint64                now);
char       *act_event_text_to_plain        (const ActEventRecord *record);

G_END_DECLS
