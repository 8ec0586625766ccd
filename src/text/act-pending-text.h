/* What waits for the server, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-change.h"
#include "act-pending.h"

G_BEGIN_DECLS

const char *act_pending_text_heading (ActPendingKind         kind);
const char *act_pending_text_explain (ActPendingKind         kind);
char       *act_pending_text_group   (const ActPendingGroup *group);
char       *act_pending_text_state   (const ActPendingGroup *group,
                                      gint64                 now);
char       *act_pending_text_change  (const ActChange       *change,
                                      const char            *name);
char       *act_pending_text_count   (guint                  n_changes);

G_END_DECLS
