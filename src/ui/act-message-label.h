/* An event's whole message, to read and to copy from
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"
#include "act-row-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_MESSAGE_LABEL (act_message_label_get_type ())

G_DECLARE_FINAL_TYPE (ActMessageLabel, act_message_label, ACT, MESSAGE_LABEL, GtkWidget)

GtkWidget *act_message_label_new        (void);
void       act_message_label_set_look   (ActMessageLabel      *self,
                                         ActRowLook           *look);
void       act_message_label_set_record (ActMessageLabel      *self,
                                         const ActEventRecord *record);

G_END_DECLS
