/* One row of the list: a row id, and its record once it is loaded
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define ACT_TYPE_EVENT_ROW (act_event_row_get_type ())

G_DECLARE_FINAL_TYPE (ActEventRow, act_event_row, ACT, EVENT_ROW, GObject)

ActEventRow          *act_event_row_new         (gint64          row_id);
gint64                act_event_row_get_row_id  (ActEventRow    *self);
const ActEventRecord *act_event_row_get_record  (ActEventRow    *self);
void                  act_event_row_take_record (ActEventRow    *self,
                                                 ActEventRecord *record);

G_END_DECLS
