/* What commands print for scripts: a connection, and changes that wait
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-change.h"
#include "act-connection.h"
#include "act-counts.h"
#include "act-pending.h"

G_BEGIN_DECLS

char       *act_json_report_status (ActConnection        *connection,
                                    const ActCounts      *counts,
                                    gint64                as_of,
                                    gboolean              can_mark);
char       *act_json_report_mark   (const ActPendingMark *mark);
char       *act_json_report_change (const ActChange      *change);
const char *act_json_report_action (ActOutboxAction       action);
const char *act_json_report_state  (ActOutboxState        state);

G_END_DECLS
