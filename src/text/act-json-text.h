/* JSON for reading
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"

#include <glib.h>

G_BEGIN_DECLS

char       *act_json_text_pretty         (const char           *json);
char       *act_json_text_compact        (const char           *json);
char       *act_json_text_of_event       (const ActEventRecord *record);
char       *act_json_text_of_whole_event (const ActEventRecord *record);
const char *act_json_text_status         (ActEventStatus        status);

G_END_DECLS
