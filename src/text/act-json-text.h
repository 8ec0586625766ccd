/* JSON for reading
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"

#include <glib.h>

G_BEGIN_DECLS

char *act_json_text_pretty   (const char           *json);
char *act_json_text_of_event (const ActEventRecord *record);

G_END_DECLS
