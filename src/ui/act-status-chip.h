/* Where an event stands: an icon and a word
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_STATUS_CHIP (act_status_chip_get_type ())

G_DECLARE_FINAL_TYPE (ActStatusChip, act_status_chip, ACT, STATUS_CHIP, GtkWidget)

GtkWidget  *act_status_chip_new           (void);
void        act_status_chip_set_status    (ActStatusChip        *self,
                                           ActEventStatus        status);
const char *act_status_chip_get_icon_name (ActEventStatus        status);
const char *act_status_chip_get_reason    (ActEventStatus        status);
char       *act_status_chip_describe_rest (const ActEventRecord *record,
                                           gint64                now);

G_END_DECLS
